"""A total row that is not what its rows come to.

Why: a reader adds three numbers up in the head, and after one wrong total believes no other. A row is a
total where it says `total: true` or begins with a word such as `I alt`; it sums up the rows since the total
before it. Columns of means and of shares that do not come to 100 are left alone, and so is what rounding
leaves.

Example: rows of ${small} and ${large}, and below them `cells: [I alt, "${members}"]`, which is more than the two.

Mend: compute the total as a figure: `formula: small + large`; or say which rows are not shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.bases import n_said
from deckgen.checks.figures.patterns import found
from deckgen.checks.figures.table_cells import cell, is_total, table_rows
from deckgen.diagnostics import Fault, Severity
from deckgen.model.chart_fields import ChartFields
from deckgen.model.language import Language
from deckgen.model.plan import PlannedSlide
from deckgen.model.text import Text

CODE: Final = "total-not-sum"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "compute the total: `formula: one + other`, or say which rows are left out"
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: table
    title: Klyngerne har ${members} medlemmer i regionen
    columns: [Klynger, Antal]
    rows:
      - cells: [Til stede, "${present}"]
      - cells: [Ønsker dialog, "${dialogue}"]
      - cells: [I alt, "${asked}"]
      - cells: [Spurgt, "${asked}"]
    minutes: 3
""",
}
ALL: Final = 100
MOST: Final = Decimal("1.2")
"""Answers that come to more than this part of n are of a question to which one may give several."""
FEWEST: Final = 2
"""Rows that a total sums up."""


def check(subject: Subject) -> Iterator[Fault]:
    for slide, _ in subject.slides:
        yield from _table(table_rows(slide.fields), subject.language)
        yield from _chart(slide, subject)


def _chart(slide: PlannedSlide, subject: Subject) -> Iterator[Fault]:
    """Bars that come to a little more than the n above them, where nobody says that some are counted twice."""
    fields, language = slide.fields, subject.language
    if not isinstance(fields, ChartFields) or len(fields.series) > 1 or subject.shows(slide) == "change over time":
        return
    n = n_said(fields.counted.plain, language)
    known = [value.amount for row in fields.data for value in row.value if value.amount is not None]
    several = language.prose.reading.claims.several_answers
    said = " ".join((fields.counted.plain, slide.notes.plain, slide.foot)).casefold()
    is_counted = all(one == int(one) for one in known) and not language.numbers.says_per_cent(said)
    come_to = sum(known, Decimal(0))
    if n and len(known) > FEWEST and is_counted and n < come_to <= n * MOST and not found(several, said):
        yield Fault(f"the rows come to {come_to.normalize():f}, and n is {n}", fields.counted.span)


def _table(rows: tuple[Any, ...], language: Language) -> Iterator[Fault]:
    above: list[tuple[Text, ...]] = []
    for row in rows:
        if is_total(row, language):
            for total, *column in zip(row.cells[1:], *(one[1:] for one in above), strict=False):
                yield from _column(total, column, language)
            above = []
        else:
            above.append(row.cells)


def _column(total: Text, column: list[Text], language: Language) -> Iterator[Fault]:
    shown = cell(total, language)
    cells = [cell(one, language) for one in column]
    known = [one for one in cells if one is not None]
    if shown is None or len(known) < len(cells) or len(known) < FEWEST:
        return
    come_to = sum((one.value for one in known), Decimal(0))
    if (shown.is_share and shown.value != ALL) or shown.value <= max(one.value for one in known):
        return  # a mean, or a share of something else
    slack = max((shown.slack, *(one.slack for one in known))) * max(Decimal(1), Decimal(len(known)) / 3)
    if abs(shown.value - come_to) > slack:
        fewest = f"{come_to.normalize():f}"
        yield Fault(f"the total is {total.plain}, and its rows come to {fewest}", total.span)
