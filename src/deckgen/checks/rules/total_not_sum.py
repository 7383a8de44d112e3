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
from deckgen.checks.figures.table_cells import cell, is_total, table_rows
from deckgen.diagnostics import Fault, Severity
from deckgen.model.language import Language
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
FEWEST: Final = 2
"""Rows that a total sums up."""


def check(subject: Subject) -> Iterator[Fault]:
    for slide, _ in subject.slides:
        yield from _table(table_rows(slide.fields), subject.language)


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
