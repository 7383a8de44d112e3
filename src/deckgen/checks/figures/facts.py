"""In: a planned slide and its texts. Out: the numbers that it shows, each with the words that say what it is.

What stands beside a number in the content, in the same row or the same fields, is said of it, and so is the label
of its figure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, Final

from deckgen.checks.figures.bases import base_n
from deckgen.checks.text.prose import Said, values
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.model.chart_fields import ChartFields
from deckgen.model.chart_type import Shows
from deckgen.model.content import Content
from deckgen.model.figure import Figure
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number import Number
from deckgen.model.plan import PlannedSlide
from deckgen.model.reading import Reading
from deckgen.model.text import FigureUse, Text, Value

REST: Final = "rest"
"""The place of what a count leaves of its total."""
MOST: Final = 24
"""Numbers of one slide that are set against each other; in a longer table nobody does."""
FEWEST: Final = 3
"""Numbers of which one can be what the others come to."""
_OWN: Final = re.compile(r"\d\s?%|\d \w+")
"""A number of a text with its unit."""
_SHARE: Final = "/share"
_OF_SERIES: Final = re.compile(r"/\d+\Z")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Fact:
    """A number on a slide. `labels` are the texts that say what it is, as words; `place` is the path they share.

    The last label is the figure's own, where it has one.

    `moment` orders numbers in time: the year that its figure is from, and where it stands in a row that is ordered.
    `is_part` of what all such numbers of its slide come to. `counts` is the word by which the figure's label begins:
    of `Klynger i fem byer` it is the clusters that are counted.
    """

    value: float
    is_share: bool
    labels: tuple[Words, ...]
    place: str
    moment: tuple[str, int]
    figure: Figure | None
    base: int = 0
    is_part: bool = False
    counts: Words = frozenset()

    def likeness(self, words: Words) -> tuple[int, float]:
        """How many words of its best label are said, and what part of the label they are."""
        said = ((shared(words, label), label) for label in self.labels)
        return max(((count, count / len(label)) for count, label in said), default=(0, 0.0))

    def is_said(self, words: Words) -> bool:
        """Whether one of its labels, of more than one word, is said in full."""
        return any(len(label) > 1 and shared(words, label) == len(label) for label in self.labels)

    @property
    def name(self) -> Words:
        """What the label of its figure says, which stands for more than one slide and so says more than a row."""
        return self.labels[-1] if self.figure and self.labels else frozenset()

    def is_meant(self, words: Words) -> bool:
        """Whether a text says half of the figure's label or more, or two words and half of what stands beside it.

        Or nothing but what its labels say.
        """
        if 2 * shared(words, self.name) >= len(self.name) > 0:
            return True
        said = ((shared(words, label), label) for label in self.labels)
        if any(count > 1 and 2 * count >= len(label) for count, label in said) or not self.figure:
            return True
        return len(words) > 1 and shared(frozenset[str]().union(*self.labels), words) == len(words)

    def is_named(self, words: Words) -> bool:
        """Whether all that the figure's label says is said, and that is more than one word."""
        return len(self.name) > 1 and shared(words, self.name) == len(self.name)

    def says(self, words: Words) -> bool:
        """Whether the figure's label says all of some words, which are more than one and half of it or more."""
        return len(words) > 1 and 2 * len(words) >= len(self.name) and shared(self.name, words) == len(words)


@dataclass(frozen=True, slots=True)
class Ratio:
    """What a number is of another, or a share that stands by itself; `of` are the facts that it is made of."""

    value: float
    of: tuple[Fact, ...]


def facts(
    slide: PlannedSlide, said: Iterable[Said], content: Content, language: Language, shows: Shows | None
) -> tuple[Fact, ...]:
    """The numbers of a slide in the order in which they stand, each fact once; `shows` is what they look like."""
    found: dict[tuple[str, str, float], Fact] = {}
    are_parts = shows == "parts of a whole" or _come_to_all(slide.fields, language)
    for fact in _facts(slide, tuple(said), content, language, are_parts):
        found.setdefault((fact.place, fact.figure.name if fact.figure else "", fact.value), fact)
    return tuple(found.values())[:MOST]


def _come_to_all(content: Any, language: Language) -> bool:
    """Whether what is counted says a number that the rows of a chart come to: `i alt 4.000`."""
    if not isinstance(content, ChartFields) or len(content.series) > 1:
        return False
    known = [value.amount for row in content.data for value in row.value if value.amount is not None]
    return sum(known) in language.numbers.read(content.counted.plain)


def _facts(
    slide: PlannedSlide, said: tuple[Said, ...], content: Content, language: Language, are_parts: bool
) -> Iterator[Fact]:
    beside = _beside(said)
    ordered = isinstance(slide.fields, ChartFields) and slide.fields.ordered
    in_percent = isinstance(slide.fields, ChartFields) and language.numbers.says_per_cent(slide.fields.counted.plain)
    for at, value in enumerate(values(slide.said)):
        if value.number is not None:
            place = place_of(_OF_SERIES.sub("", value.path))
            of_row = (
                in_percent
                or value.path.endswith(_SHARE)
                or any(_counts_percent(text, language) for text in beside.get(place, ()))
            )
            fact = _fact(value.number, value.figure, place, beside, content, language, at if ordered else -1, of_row)
            yield replace(fact, is_part=are_parts and bool(place))
    yield from _rest(slide, content, language)
    for text in said:
        alone = sum(bool(run.text.strip()) for part in text.paragraphs for run in part.runs) == 1
        for run in (run for part in text.paragraphs for run in part.runs if run.figure and run.number):
            if run.number is not None:
                place = place_of(text.path) if alone else ""
                yield _fact(run.number, run.figure, place, beside if alone else {}, content, language)


def _rest(slide: PlannedSlide, content: Content, language: Language) -> Iterator[Fact]:
    """What a count leaves of its total, where the slide draws both: it is seen as well."""
    count, total = getattr(slide.fields, "count", None), getattr(slide.fields, "total", None)
    if isinstance(count, Value) and isinstance(total, Value) and count.number and total.number:
        left = replace(count.number, value=total.number.value - count.number.value)
        named = getattr(slide.fields, "rest", None)
        beside = {REST: [named.plain]} if isinstance(named, Text) else {}
        yield replace(_fact(left, None, REST, beside, content, language), base=int(total.number.value))


def _fact(
    number: Number,
    use: FigureUse | None,
    place: str,
    beside: Mapping[str, list[str]],
    content: Content,
    language: Language,
    at: int = -1,
    of_row: bool = False,
) -> Fact:
    figure = content.figures.get(use.name) if use else None
    reading = language.prose.reading
    labels = (*beside.get(place, ()), *([figure.label] if figure else ()))
    unit = figure.unit if figure else number.unit
    year = _YEAR.search(figure.as_of) if figure else None
    return Fact(
        float(number.value),
        unit in language.numbers.per_cent or (figure is None and of_row),
        tuple(words for words in (content_words(label, reading) for label in labels) if words),
        place,
        (year[0] if year else "", at),
        figure,
        base_n(figure, content, language) if figure else 0,
        counts=_first_word(figure.label, reading) if figure else frozenset(),
    )


def _first_word(label: str, reading: Reading) -> Words:
    """The first word of a label that says what it is about."""
    each = (content_words(word, reading) for word in label.split())
    return next(filter(None, each), frozenset())


def _counts_percent(said: str, language: Language) -> bool:
    """Whether a text says that what it stands beside is in per cent, and gives none of its own."""
    return language.numbers.says_per_cent(_OWN.sub("", said))


def place_of(path: str) -> str:
    """What a path stands in: `data/2` of `data/2/label`, `rows/1/cells` of `rows/1/cells/2`; empty for the slide."""
    return path.rpartition("/")[0]


def _beside(said: tuple[Said, ...]) -> dict[str, list[str]]:
    """The texts of a slide by the place that they stand in, its title left out."""
    beside: dict[str, list[str]] = {}
    for text in said:
        if text.path not in ("", "title", "notes", "so-what"):
            beside.setdefault(place_of(text.path), []).append(text.plain)
    return beside


def shares_of(found: tuple[Fact, ...]) -> Iterator[Ratio]:
    """Every share that can be read off: those that are shown, and what counts are of each other, or of their base."""
    counts = [fact for fact in found if not fact.is_share and fact.value > 0]
    for fact in found:
        if fact.is_share:
            yield Ratio(fact.value / 100, (fact,))
    for fact in counts:
        if fact.base > fact.value:
            yield Ratio(fact.value / fact.base, (fact,))
    total = _total(counts)
    for one, other in combinations(counts, 2):
        small, large = sorted((one, other), key=lambda fact: fact.value)
        # Two numbers of one row, such as the least and the most, are no parts of each other.
        if (one.is_part and other.is_part) or not all(_is_of(rest, (one, other)) for rest in (one, other)):
            continue  # each is a part of their whole, and not of the other
        if one.figure and other.figure and len({one.figure.unit, other.figure.unit, ""}) > 2:
            continue  # nobody is a share of something else
        if (total is None or large is total) and not (one.place and one.place == other.place):
            yield Ratio(small.value / large.value, (small, large))
    parts = [fact for fact in counts if fact.is_part]
    whole = sum(fact.value for fact in parts)
    yield from (Ratio(fact.value / whole, (fact,)) for fact in parts)


def _is_of(fact: Fact, pair: tuple[Fact, Fact]) -> bool:
    """Whether a fact is no rest, or the larger of a pair is what it is the rest of."""
    return fact.place != REST or max(other.value for other in pair) == fact.base


def _total(counts: list[Fact]) -> Fact | None:
    """The number that all others of its slide come to, where there is one: they are parts of nothing else."""
    if len(counts) < FEWEST:
        return None
    *others, largest = sorted(counts, key=lambda fact: fact.value)
    return largest if math.isclose(sum(fact.value for fact in others), largest.value) else None


def growths_of(found: tuple[Fact, ...]) -> Iterator[Ratio]:
    """Every factor by which one number is another: the later against the earlier, where one of them is later."""
    for one, other in combinations([fact for fact in found if fact.value > 0], 2):
        if one.is_share == other.is_share:
            first, last = sorted((one, other), key=lambda fact: fact.moment)
            yield Ratio(last.value / first.value, (first, last))
            if first.moment == last.moment:
                yield Ratio(first.value / last.value, (first, last))


def share_facts(names: Iterable[str], content: Content, language: Language) -> tuple[Fact, ...]:
    """The figures among `names` that are shares, wherever they are shown."""
    known = (content.figures[name] for name in names if name in content.figures)
    shares = (one for one in known if one.unit in language.numbers.per_cent and not one.wording)
    return tuple(
        Fact(float(one.value), True, (content_words(one.label, language.prose.reading),), "", ("", -1), one)
        for one in shares
    )
