"""Dates as people write them in texts. In: a text and a language. Out: each with its year, month and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A date of a text; 0 where its year or its day is not said."""

    said: str
    year: int
    month: int
    day: int
    start: int
    end: int

    @property
    def moment(self) -> tuple[int, int]:
        return self.year, self.month


def dates(said: str, language: Language) -> Iterator[Date]:
    """The dates of a text that name a month, in order."""
    plain = said.replace(NO_BREAK, " ")
    for match in _pattern(language).finditer(plain):
        month = [one.casefold() for one in language.dates.months].index(match["month"].casefold()) + 1
        day = int(match["before"] or match["behind"] or 0)
        if (
            match["before"]
            or match["behind"]
            or match["year"]
            or match["month"][0].isupper()
            or len(match["month"]) > 3
        ):
            yield Date(match[0].strip(), int(match["year"] or 0), month, day, *match.span())


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    months = "|".join(map(re.escape, language.dates.months))
    return re.compile(
        rf"(?<![\w.,])(?:(?P<before>\d{{1,2}})(?:\.|st|nd|rd|th)? )?(?P<month>{months})(?!\w)"
        rf"(?: (?P<behind>\d{{1,2}})(?:st|nd|rd|th)?(?=,? (?:19|20)\d\d|\b(?!\d)))?"
        rf"(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?",
        re.IGNORECASE,
    )
