"""Dates of a deck that cannot all be right.

Why: a step that comes before the one above it, or a meeting that is in May on one page and in June on the next, is a
slip that somebody will act on. Looked at are steps that stand in order and say when; two days of one number in
different months that are said of the same; and a month that a text gives for a row of a plan that is drawn elsewhere
on the slide.

Example: a process whose second step is in `April 2025` and whose first is in `Maj 2025`.

Mend: write the date that holds in both places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any, Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.grid import tokens
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


def check(subject: Subject) -> Iterator[Fault]:
    for slide, said in subject.said:
        yield from _out_of_order(slide.fields, subject.language)
        yield from _of_rows(slide, said, subject.language)
    yield from _slips(subject)


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
    """A month that a text gives for one row of the plan on its slide, and that no end of the row is in."""
    rows = dict(_rows(slide.fields, language))
    for text in said if rows else ():
        if "/" in text.path or text.path == "subtitle":
            continue
        for part in (
            clause
            for one in text.paragraphs
            for sent in sentences(one.plain, language)
            for clause in clauses(sent, language)
        ):
            given = list(dates(part, language))
            words = tokens(part, language.prose.reading)
            named = [label for label, (own, _) in rows.items() if shared(words, own)]
            if len(given) == 1 and len(named) == 1:
                held = rows[named[0]][1]
                if not any(_is_in(given[0], first, last) for first, last in held):
                    yield Fault(f'"{named[0]}" is not in {given[0].said} on the plan', text.span)


def _is_in(date: Date, first: float, last: float) -> bool:
    """Whether a date is in the month in which something begins, or that in which it ends."""
    ends = (int(first), int(last - 1e-6))
    return any((not date.year or end // YEAR == date.year) and end % YEAR == date.month - 1 for end in ends)


def _rows(content: Any, language: Language) -> Iterator[tuple[str, tuple[Words, list[tuple[float, float]]]]]:
    """The rows of a plan with the words that no other has, and the months that their bars and milestones take."""
    drawn = [row for row in getattr(content, "rows", ()) if hasattr(row, "bars") and hasattr(row, "milestones")]
    said = [tokens(_names(row), language.prose.reading) for row in drawn]
    for row, words in zip(drawn, said, strict=True):
        others = frozenset().union(*(other for other in said if other is not words))
        taken = [(bar.from_, bar.to) for bar in row.bars] + [(one.at, one.at) for one in row.milestones]
        spans = [(months(first), months(last)) for first, last in taken]
        held = [(first[0], last[1]) for first, last in spans if first and last]
        if held and len(held) == len(taken):
            yield row.label.plain, (words - others, held)


def _names(row: Any) -> str:
    return " ".join((row.label.plain, *(one.label.plain for one in row.milestones)))
