"""A year in a text that is not the year of its number.

Why: `I 2022 var der 16.500 besøg` is untrue where the figure is of 2023, and the foot of the same slide says so. A
year that a clause gives for a figure in it is held against the figure's `as-of`, and the year in what a drawing
counts, or what is said of all the numbers of a slide (`Tallene er fra 2022`), against those of all its figures. A
figure that is computed from others is of their years too, and one whose label names a year of that. Years that
something goes on from, or that lie ahead, are left alone.

Example: `I 2022 svarede ${answered}`, where `as-of` of `answered` is 2023.

Mend: write the year of the figure, or give the figure the date that it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.uses import made_from
from deckgen.checks.text.prose import BOUND, Said, values
from deckgen.diagnostics import Fault, Related, Severity
from deckgen.model.figure import Figure
from deckgen.model.plan import PlannedSlide
from deckgen.model.reading import Reading
from deckgen.model.text import Paragraph

CODE: Final = "year-not-as-of"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "write the year that the figure is of, or mend its `as-of`"
COUNTED: Final = ("counted", "subtitle")
"""What is said of all the numbers of a drawing."""
EXAMPLE: Final = {
    "content/figures.yaml": "present: {value: 7, label: Klynger til stede, source: survey, as-of: 2023, "
    'base: "${answered} klynger"}\n',
    "content/questions.yaml": """\
slides:
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions: ["I 2022 var ${present} klynger her. Hvad nu?"]
    minutes: 2
""",
}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def check(subject: Subject) -> Iterator[Fault]:
    if not subject.language.prose.reading.in_year:
        return
    for slide, said in subject.said:
        for text in said:
            shown = _drawn(slide, subject)
            for part in text.paragraphs:
                yield from _in_line(part, shown, text, subject)


def _drawn(slide: PlannedSlide, subject: Subject) -> list[Figure]:
    """The figures that a slide draws; where it draws none, those in its texts, such as the cells of a table."""
    drawn = dict.fromkeys(value.figure.name for value in values(slide.said) if value.figure)
    names = drawn or dict.fromkeys(slide.figures)
    return [subject.content.figures[name] for name in names if name in subject.content.figures]


def _in_line(part: Paragraph, shown: list[Figure], text: Said, subject: Subject) -> Iterator[Fault]:
    """Faults of one paragraph: the figures of each clause, or those of the slide, and the years that it gives."""
    in_year, ahead, of_all, ends = _patterns(subject.language.prose.reading)
    said = "".join(run.text for run in part.runs if not run.figure)
    if not _YEAR.search(said) or not in_year.search(said):
        return
    uses = [run.figure for run in part.runs if run.figure]
    line = "".join(BOUND if run.figure else run.text for run in part.runs)
    for clause in ends.split(line):
        here = [uses.pop(0) for _ in range(clause.count(BOUND))]
        is_of_all = text.path in COUNTED or (not here and of_all and of_all.search(clause))
        own = [subject.content.figures[use.name] for use in here if use.name in subject.content.figures]
        figures = (shown if is_of_all else []) or own
        given = {match["year"] for match in in_year.finditer(clause)}
        known = [set(_known(figure, subject)) for figure in figures]
        wrong = [figure for figure, years in zip(figures, known, strict=True) if years and not years & given]
        lies_ahead = ahead.search(clause) or max(given, default="") > _today(subject)
        if len(given) == 1 and figures and len(wrong) == len(figures) and not lies_ahead:
            yield _fault(given.pop(), wrong[0], text)


def _today(subject: Subject) -> str:
    """The year in which the deck is shown; without one, no year lies ahead of it."""
    return next(iter(_YEAR.findall(subject.deck.date)), "9999")


def _known(figure: Figure, subject: Subject) -> Iterator[str]:
    """The years that a figure is of: its date, what its label says, and those that it was computed from."""
    for name in made_from(figure.name, subject.content.figures):
        of = subject.content.figures[name]
        yield from (*_years(of.as_of), *(_YEAR.findall(of.label) if of.as_of else ()))


def _years(as_of: str) -> Iterator[str]:
    """The years of a date, or from the first to the last of a period."""
    found = [int(year) for year in _YEAR.findall(as_of)]
    yield from map(str, range(min(found), max(found) + 1) if found else ())


def _fault(year: str, figure: Figure, text: Said) -> Fault:
    related = (Related(figure.span, f"as of {figure.as_of}"),)
    return Fault(f"the text says {year}, and `{figure.name}` is as of {figure.as_of}", text.span, related=related)


@cache
def _patterns(
    reading: Reading,
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None, re.Pattern[str]]:
    said = (reading.in_year, reading.ahead, reading.clause_ends)
    in_year, ahead, ends = (re.compile(one, re.IGNORECASE) for one in said)
    return in_year, ahead, re.compile(reading.all_numbers, re.IGNORECASE) if reading.all_numbers else None, ends
