"""What surveys say, in every language that is there. In: the languages. Out: their words together."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.extensions import BrokenExtensionError
from deckgen.locale import languages
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.survey_words import SurveyWords

_FIRST_NUMBER: Final = re.compile(r"\d+(?:[.,]\d{3})*")
_NUMBERED: Final = re.compile(r"\(?(\d{1,2})\)?(?:\s*[-–:.=)]\s*|\s+)\S")
_RANGE: Final = re.compile(r"\d[\d.,]*\s*(?:[-–]|til|to|bis|\+)|\d+\s*(?:eller|or|oder|og|and)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several languages together; the first is that of the content."""

    spoken: tuple[SurveyWords, ...]

    def is_dont_know(self, answer: str) -> bool:
        return any(plain(answer) in one.dont_know for one in self.spoken)

    def is_other(self, text: str) -> bool:
        """Whether an answer, or the head of a column, is of answers in own words."""
        first = re.split(r"\W+", plain(text), maxsplit=1)[0]
        return any(first in one.other for one in self.spoken)

    def is_person(self, head: str) -> bool:
        said = plain(head)
        parts = (part for one in self.spoken for part in one.people)
        return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", said) for part in parts)

    def is_key(self, head: str) -> bool:
        said = plain(head)
        return any(said in one.keys or said.split(".")[0] in one.keys for one in self.spoken)

    def is_tool(self, head: str) -> bool:
        said = plain(head)
        return any(said in one.tools or said.split(".")[0] in one.tools for one in self.spoken)

    def is_weight(self, head: str) -> bool:
        return any(plain(head) in one.weights for one in self.spoken)

    def asks_for_amount(self, head: str) -> bool:
        parts = (part for one in self.spoken for part in one.amounts)
        return any(re.search(rf"(?<!\w){re.escape(part)}", plain(head)) for part in parts)

    def ticks(self, texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Those that mean that an option is chosen, and those that it is not; None where any means neither."""
        given = tuple(texts)
        for yes, no in (pair for one in self.spoken for pair in one.ticks):
            if {plain(text) for text in given} <= {yes, no} and any(plain(text) == yes for text in given):
                chosen = tuple(text for text in given if plain(text) == yes)
                return chosen, tuple(text for text in given if plain(text) == no)
        return None

    def is_not_chosen(self, text: str) -> bool:
        """Whether a text says that an option is not chosen, whatever says that it is."""
        return any(plain(text) == no for one in self.spoken for _, no in one.ticks if no)

    def ordered(self, answers: Iterable[str]) -> tuple[str, ...]:
        """The answers from the lowest to the highest; none where they are no scale that is known."""
        given = tuple(answers)
        for ladder in (ladder for one in self.spoken for ladder in one.ladders):
            rank = {word: at for at, step in enumerate(ladder) for word in step}
            at = [rank.get(plain(answer), -1) for answer in given]
            if len(given) > 1 and min(at, default=-1) >= 0 and len(set(at)) == len(given):
                return tuple(answer for _, answer in sorted(zip(at, given, strict=True)))
        return ()

    def by_numbers(self, answers: Iterable[str]) -> tuple[str, ...]:
        """Answers that begin with a number of their own ("1 - Slet ikke"), in order; none where any does not."""
        given = tuple(answers)
        found = [_NUMBERED.match(answer) for answer in given]
        numbers = [int(match[1]) for match in found if match]
        if len(given) < 2 or len(numbers) < len(given) or len(set(numbers)) < len(given):
            return ()
        return tuple(answer for _, answer in sorted(zip(numbers, given, strict=True)))

    def by_size(self, answers: Iterable[str]) -> tuple[str, ...]:
        """Answers that are ranges of a number ("Under 10", "10-49", "50+"), in order; none where any is not."""
        given = tuple(answers)
        sizes = [self._size(answer) for answer in given]
        known = [size for size in sizes if size is not None]
        if len(given) < 2 or len(known) < len(given) or len(set(known)) < len(given):
            return ()
        if not any(_RANGE.search(answer) for answer in given):
            return ()
        return tuple(answer for _, answer in sorted(zip(known, given, strict=True)))

    def _size(self, answer: str) -> tuple[int, int] | None:
        match, said = _FIRST_NUMBER.search(answer), plain(answer)
        if match is None:
            return None
        number = int(re.sub(r"\D", "", match[0]))
        low = any(said.startswith(word) for one in self.spoken for word in one.low)
        high = any(said.startswith(word) for one in self.spoken for word in one.high)
        return number, -1 if low else int(high)


def plain(text: str) -> str:
    """A text in small letters on one line, without what ends a head."""
    return " ".join(text.split()).strip(" :?*").lower()


@functools.cache
def words(code: str) -> Words:
    """The words of all languages that can be used, those of the language of a code first."""
    others = (other for other in languages() if other != code)
    return Words(tuple(_spoken((code, *others))))


def _spoken(codes: Iterable[str]) -> Iterator[SurveyWords]:
    for code in codes:
        try:
            yield languages()[code].surveys
        except BrokenExtensionError:
            continue
