"""A total row that is not what its rows come to.

Why: a reader adds three numbers up in the head, and after one wrong total believes no other. A row is a
total where it says `total: true` or begins with a word such as `I alt`; it sums up the rows since the total
before it. Columns of means and of shares that do not come to 100 are left alone, and so is what rounding
leaves.

Example: rows of ${small} and ${large}, and below them `cells: [I alt, "${members}"]`, which is more than the two.

Mend: compute the total as a figure: `formula: small + large`; or say which rows are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass
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
_LETTERS: Final = re.compile(r"[^\W\d_]+\.?(?: [^\W\d_]+\.?)*")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A number in a table, and how far the last digit that is shown may be off."""

    value: Decimal
    slack: Decimal
    is_share: bool


def check(subject: Subject) -> Iterator[Fault]:
    for slide, _ in subject.slides:
        rows = getattr(slide.fields, "rows", ())
        if rows and all(hasattr(row, "cells") and hasattr(row, "total") for row in rows):
            yield from _table(rows, subject.language)


def _table(rows: tuple[Any, ...], language: Language) -> Iterator[Fault]:
    above: list[tuple[Text, ...]] = []
    for row in rows:
        if not row.cells:
            continue
        if row.total or row.cells[0].plain.casefold().strip(" :") in language.numbers.totals:
            for total, *column in zip(row.cells[1:], *(one[1:] for one in above), strict=False):
                yield from _column(total, column, language)
            above = []
        else:
            above.append(row.cells)


def _column(total: Text, column: list[Text], language: Language) -> Iterator[Fault]:
    shown = _cell(total, language)
    cells = [_cell(one, language) for one in column]
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


def _cell(said: Text, language: Language) -> _Cell | None:
    """The number of a cell that says nothing else; None where it is hidden, missing or words."""
    per_cent = language.numbers.per_cent
    runs = [run for part in said.paragraphs for run in part.runs if run.text.strip()]
    if len(runs) == 1 and runs[0].figure and runs[0].number:
        number = runs[0].number
        if number.wording:
            return None
        rounds = bool(number.decimals or number.unit)
        return _Cell(number.value, _slack(number.decimals, rounds), number.unit in per_cent)
    typed = said.plain
    found = language.numbers.read(typed)
    units = {*language.numbers.abbreviated, *per_cent}
    if len(found) != 1 or not all(one in units for one in _LETTERS.findall(typed)):
        return None
    exponent = found[0].as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    is_share = any(typed.endswith(unit) for unit in per_cent)
    return _Cell(found[0], _slack(decimals, bool(decimals or is_share)), is_share)


def _slack(decimals: int, rounds: bool) -> Decimal:
    return Decimal(1).scaleb(-decimals) if rounds else Decimal(0)
