"""Dates of a deck that cannot all be right.

Why: a step that comes before the one above it, or a meeting that is in May on one page and in June on the next, is
a slip that somebody will act on. Looked at are steps that stand in order and say when; two days of one number in
different months that are said of the same; and the month or the time that a text gives for a row of the plan that
is drawn on its slide.

Example: a process whose second step is in `April 2025` and whose first is in `Maj 2025`.

Mend: write the date that holds in both places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any, Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.grid import tokens
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.clauses import clauses, sentences
from deckgen.checks.text.dates import Date, dates
from deckgen.checks.text.prose import Said, deck_texts
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.period import months
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import Text

CODE: Final = "dates-disagree"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write the date that holds in both places"
YEAR: Final = 12
SLACK: Final = 1.5
"""Months that a time in words may be off."""
LONG: Final = 6
"""Letters of a word that is known again as the first part of a compound."""
EXAMPLE: Final = {
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: process
    title: Mødet giver retning for det videre arbejde
    steps:
      - {what: Vælg, who: Bestyrelsen, when: Maj 2025}
      - {what: Byg, who: Klyngerne, when: April 2025}
    minutes: 2
""",
}


@dataclass(frozen=True, slots=True)
class _Met:
    """A day that a text gives, and what that text is about."""

    date: Date
    words: Words
    text: Said


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a plan: the words that name it, the months that it takes, and how long its bars are."""

    label: str
    own: Words
    taken: tuple[tuple[float, float], ...]
    lasts: float


def check(subject: Subject) -> Iterator[Fault]:
    for slide, said in subject.said:
        yield from _out_of_order(slide.fields, subject.language)
        yield from _of_rows(slide, said, subject.language)
    yield from _slips(subject)
    yield from _of_sources(subject)


def _of_sources(subject: Subject) -> Iterator[Fault]:
    """A text that names a source by all its words, and another year or day."""
    sources = {_letters(one.text): one for one in subject.content.sources.values() if one.text}
    for text in (text for _, said in subject.said for text in said if text.path != "notes"):
        source = sources.get(_letters(text.plain))
        said, known = (re.findall(r"\d+", one) for one in (text.plain, source.text if source else ""))
        if source and len(said) == len(known) and said != known:
            related = (Related(source.span, source.text),)
            yield Fault(f'"{text.plain}" is "{source.text}" among the sources', text.span, related=related)


def _letters(said: str) -> str:
    return "".join(filter(str.isalpha, said.casefold()))


def _out_of_order(content: Any, language: Language) -> Iterator[Fault]:
    """Steps that say when, each before the one above it."""
    for steps in _lists(content):
        timed = [(step.when, first) for step in steps if (first := _first(step.when, language))]
        for (before, one), (after, other) in pairwise(timed):
            days = (*one.moment, one.day), (*other.moment, other.day)
            if (
                one.year
                and other.year
                and (other.moment < one.moment or (all(day[2] for day in days) and days[1] < days[0]))
            ):
                related = (Related(before.span, before.plain),)
                yield Fault(f"{after.plain} comes behind {before.plain}", after.span, related=related)


def _lists(content: Any) -> Iterator[tuple[Any, ...]]:
    """The lists of a slide whose items say when they are."""
    for one in fields(content) if is_dataclass(content) else ():
        items = getattr(content, one.name)
        if (
            isinstance(items, tuple)
            and items
            and all(isinstance(getattr(item, "when", 0), Text | None) for item in items)
        ):
            yield tuple(item for item in items if item.when)


def _first(said: Text | None, language: Language) -> Date | None:
    return next(dates(said.plain, language), None) if said else None


def _slips(subject: Subject) -> Iterator[Fault]:
    """Two days of one number and year in two months, of texts that speak of the same."""
    language = subject.language
    met: list[_Met] = []
    for text in (*deck_texts(subject.deck), *(text for _, said in subject.said for text in said)):
        for part in text.paragraphs:
            for date in dates(part.plain, language):
                if date.day > 1 and date.year:
                    met += [_Met(date, _about(part.plain, text, subject), text)]
    for at, one in enumerate(met):
        for other in met[:at]:
            months = {one.date.month, other.date.month}
            same = one.date.day == other.date.day and one.date.year == other.date.year and len(months) == 2
            if same and _are_about_one(one.words, other.words):
                related = (Related(other.text.span, other.date.said),)
                yield Fault(f"{one.date.said} is {other.date.said} elsewhere", one.text.span, related=related)
                break


def _about(said: str, text: Said, subject: Subject) -> Words:
    """What a text is about, and the texts that stand with it in one item."""
    place = text.path.rpartition("/")[0]
    beside = [
        other.plain for _, spoken in subject.said for other in spoken if text in spoken and _is_of(other, place)
    ]
    months = content_words(" ".join(subject.language.dates.months), subject.language.prose.reading)
    return content_words(" ".join((said, *beside)), subject.language.prose.reading) - months


def _is_of(other: Said, place: str) -> bool:
    return bool(place) and other.path.rpartition("/")[0] == place


def _are_about_one(one: Words, other: Words) -> bool:
    """Whether two texts share a word, or one has a word that a compound of the other begins with."""
    if shared(one, other):
        return True
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other if min(len(a), len(b)) > LONG)


def _of_rows(slide: PlannedSlide, said: tuple[Said, ...], language: Language) -> Iterator[Fault]:
    """A month or a time that a text gives for one row of the plan on its slide, and that the row has not."""
    rows = tuple(_rows(slide.fields, language))
    for text in said if rows else ():
        if "/" in text.path or text.path == "subtitle":
            continue
        for sentence in (one for part in text.paragraphs for one in sentences(part.plain, language)):
            for part in clauses(sentence, language):
                yield from _in_another_month(part, text, rows, language)
                yield from _in_another_year(part, text, rows, language)
            for part in sentence.split(", "):
                yield from _of_another_length(part, text, rows, language)


def _in_another_month(part: str, text: Said, rows: tuple[_Row, ...], language: Language) -> Iterator[Fault]:
    given, row = list(dates(part, language)), _named(part, rows, language)
    if len(given) == 1 and row and not any(_is_in(given[0], first, last) for first, last in row.taken):
        yield Fault(f'"{row.label}" is not in {given[0].said} on the plan', text.span)


def _in_another_year(part: str, text: Said, rows: tuple[_Row, ...], language: Language) -> Iterator[Fault]:
    """A year alone in which the row is said to begin or end, outside all that it takes."""
    pattern, row = language.prose.reading.in_year, _named(part, rows, language)
    begins = found(language.prose.reading.claims.begins, part)
    years = [match["year"] for match in re.finditer(pattern, part)] if pattern and begins else []
    if len(years) != 1 or not row or next(dates(part, language), None):
        return
    taken = {year for first, last in row.taken for year in range(int(first) // YEAR, int(last - 1e-6) // YEAR + 1)}
    if int(years[0]) not in taken:
        yield Fault(f'"{row.label}" is not in {years[0]} on the plan', text.span)


def _of_another_length(part: str, text: Said, rows: tuple[_Row, ...], language: Language) -> Iterator[Fault]:
    claims = language.prose.reading.claims
    said, row = found(claims.duration, part), _named(part, rows, language)
    lasts = _months(said, language) if said and not found(claims.apart, part) else 0
    if said and row and lasts and row.lasts and abs(row.lasts - lasts) > SLACK:
        yield Fault(f'"{row.label}" takes {row.lasts:g} months on the plan, and not "{said[0].strip()}"', text.span)


def _named(part: str, rows: tuple[_Row, ...], language: Language) -> _Row | None:
    """The one row that a clause names."""
    words = tokens(part, language.prose.reading)
    named = [row for row in rows if shared(words, row.own)]
    return named[0] if len(named) == 1 else None


def _months(said: re.Match[str], language: Language) -> int:
    """How many months a duration is; 0 where its number is none."""
    reading = language.prose.reading
    if said["fixed"]:
        return reading.claims.months[said["fixed"]]
    written = language.numbers.read(said["n"])
    number = reading.amounts.numbers.get(said["n"]) or (int(written[0]) if written else 0)
    unit = reading.claims.months[said["unit"]] if said["unit"] else YEAR
    return number * unit + (unit // 2 if said["half"] and number else 0)


def _is_in(date: Date, first: float, last: float) -> bool:
    """Whether a date is in the month in which something begins, or that in which it ends."""
    ends = (int(first), int(last - 1e-6))
    return any((not date.year or end // YEAR == date.year) and end % YEAR == date.month - 1 for end in ends)


def _rows(content: Any, language: Language) -> Iterator[_Row]:
    """The rows of a plan, with the words that no other has."""
    drawn = [row for row in getattr(content, "rows", ()) if hasattr(row, "bars") and hasattr(row, "milestones")]
    said = [tokens(_names(row), language.prose.reading) for row in drawn]
    for at, row in enumerate(drawn):
        others = frozenset[str]().union(*(words for to, words in enumerate(said) if to != at))
        bars = [(months(bar.from_), months(bar.to)) for bar in row.bars]
        stones = [(months(one.at), months(one.at)) for one in row.milestones]
        taken = tuple((first[0], last[1]) for first, last in (*bars, *stones) if first and last)
        if taken and len(taken) == len(bars) + len(stones):
            yield _Row(
                row.label.plain, said[at] - others, taken, sum(last - first for first, last in taken[: len(bars)])
            )


def _names(row: Any) -> str:
    return " ".join((row.label.plain, *(one.label.plain for one in row.milestones)))
