"""Figures that a text says again in typed digits. In: the texts of a slide. Out: where number or unit are another.

A figure is known by all words of its label and of what stands beside them in the item, or by its number with a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from deckgen.checks.engine.subject import Subject
from deckgen.checks.figures.bases import base_n
from deckgen.checks.figures.facts import place_of
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.prose import BOUND, Said
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.model.figure import Figure
from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import dataclass

_NUMBER: Final = re.compile(r"(?<![\w.,–/-])(?P<n>\d[\d.,]*\d|\d)(?![\w–/-])(?P<unit> ?%| [^\W\d_]+\.?)?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
LARGE: Final = 100
"""A number from this on is seldom two things of one deck by chance."""
_MORE: Final = 1
"""So many words beside its label a line may have that is about a figure and nothing narrower."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that stands in digits in a line, bound to nothing, with the word or sign behind it."""

    said: str
    value: float
    unit: str
    start: int
    end: int


def typed(line: str, language: Language) -> Iterator[Typed]:
    """The numbers of a line, years left out."""
    for match in _NUMBER.finditer(line):
        read = language.numbers.read(match["n"])
        if len(read) == 1 and not _YEAR.fullmatch(match["n"]):
            yield Typed(
                match[0].strip(), float(read[0]), (match["unit"] or "").strip(" .").casefold(), *match.span("n")
            )


def masked(text: Said) -> Iterator[str]:
    """The lines of a text in which figures are bound, with a sign for each of those."""
    for part in text.paragraphs:
        yield "".join(BOUND if run.figure else run.text for run in part.runs).replace(NO_BREAK, " ")


def other_numbers(text: Said, said: tuple[Said, ...], subject: Subject) -> Iterator[tuple[Figure, Typed]]:
    """Figures that a text names in full beside a number that is not theirs."""
    language = subject.language
    reading = language.prose.reading
    place = place_of(text.path)
    beside = " ".join(one.plain for one in said if place and one is not text and place_of(one.path) == place)
    for line in masked(text):
        numbers = tuple(typed(line, language))
        own = content_words(_NUMBER.sub(" ", line), reading) if numbers else frozenset()
        words = own | content_words(beside, reading)
        denied = found(reading.negations, line.casefold())
        for figure in subject.content.figures.values() if numbers and not denied else ():
            label = content_words(_NUMBER.sub(" ", figure.label), reading)
            named = len(label) > 1 and shared(words, label) == len(label) and shared(own, label)
            if not named or figure.wording or _is_told(figure, line, text, numbers):
                continue
            base = base_n(figure, subject.content, language)
            pairs = (pair for pair in _pairs(text, subject) if pair[1] == base)
            alone = (
                numbers[0]
                if len(numbers) == 1 and BOUND not in line and _is_no_more(own, label, figure, language)
                else None
            )
            wrong = next((one for one, _ in pairs if base), None) or (
                alone if alone and _is_n(alone, line, language) else None
            )
            if wrong:
                yield figure, wrong


def same_numbers(text: Said, subject: Subject) -> Iterator[tuple[Figure, Typed, str]]:
    """Figures whose large numbers a text gives in typed digits, with the line in which it does."""
    large = [figure for figure in subject.content.figures.values() if figure.value >= LARGE and not figure.wording]
    for line in masked(text):
        for one in typed(line, subject.language) if large else ():
            yield from ((figure, one, line) for figure in large if float(figure.value) == one.value)


def _is_told(figure: Figure, line: str, text: Said, numbers: tuple[Typed, ...]) -> bool:
    used = {run.figure.name for part in text.paragraphs for run in part.runs if run.figure}
    return figure.name in used or any(one.value == float(figure.value) for one in numbers)


def _pairs(text: Said, subject: Subject) -> Iterator[tuple[Typed, float]]:
    """A number that is typed, and the larger one, typed or bound, that it is said to be of."""
    language = subject.language
    for part, line in zip(text.paragraphs, masked(text), strict=True):
        wholes = [float(run.number.value) for run in part.runs if run.figure and run.number]
        numbers = tuple(typed(line, language))
        for one in numbers:
            match = _between(language).match(line, one.end)
            other = next((two.value for two in numbers if match and two.start == match.end()), 0.0)
            if match and line[match.end() : match.end() + 1] == BOUND:
                at = line[: match.end()].count(BOUND)
                other = wholes[at] if at < len(wholes) else 0.0
            if one.value <= other:
                yield one, other


@cache
def _between(language: Language) -> re.Pattern[str]:
    return re.compile(rf" {language.prose.reading.of_whole or 'Z'} ")


def _is_no_more(own: Words, label: Words, figure: Figure, language: Language) -> bool:
    extra = [word for word in own if not shared({word}, label | content_words(figure.unit, language.prose.reading))]
    return len(extra) < _MORE


def _is_n(one: Typed, line: str, language: Language) -> bool:
    """Whether a number is said as an n, which counts what its line names."""
    before = language.labels.respondents.partition("{n}")[0].strip()
    return line[: one.start].rstrip().endswith(before)
