"""A number in a table that is not what its row makes of the others, as all other rows do.

Why: where a column is the share, the rest or the sum of others in every row but one, that one is a slip, and a reader
who checks one row of a table checks that. What a column is made of is learnt from the table: three rows or more must
agree.

Example: a table of how many were asked, how many answered and the per cent, in which 6 of 12 is 60 %.

Mend: compute the number as a figure: `formula: share(answered, asked)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import permutations
from typing import Any, Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.table_cells import Cell, cell, is_total, table_rows
from deckgen.diagnostics import Fault, Severity
from deckgen.model.language import Language

CODE: Final = "column-not-computed"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "plan"
HINT: Final = "compute it as a figure, such as `formula: share(part, whole)`"
FEWEST: Final = 3
"""Rows in which a column must be made so, before one that is not is a slip."""
EXAMPLE: Final = {
    "content/members.yaml": """\
slides:
  - id: survey.members
    kind: table
    title: Klyngerne har ${members} medlemmer i regionen
    columns: [Egn, Spurgt, Svar, Andel]
    rows:
      - cells: [Nord, "$[20|test]", "$[10|test]", "$[50 %|test]"]
      - cells: [Syd, "$[40|test]", "$[10|test]", "$[25 %|test]"]
      - cells: [Øst, "$[10|test]", "$[4|test]", "$[40 %|test]"]
      - cells: [Vest, "$[12|test]", "$[6|test]", "$[60 %|test]"]
    minutes: 3
""",
}
WAYS: Final = ("the share", "the sum", "the rest")
"""What a column may be of others, the likeliest first."""
Row = tuple[Cell | None, ...]
Made = tuple[str, tuple[int, ...], Callable[[tuple[Decimal, ...]], Decimal]]
"""What is made of columns: in words, of which, and how."""


def check(subject: Subject) -> Iterator[Fault]:
    for slide, _ in subject.slides:
        yield from _table(table_rows(slide.fields), subject.language)


def _table(rows: tuple[Any, ...], language: Language) -> Iterator[Fault]:
    kept = [row for row in rows if not is_total(row, language)]
    read = [tuple(cell(one, language) for one in row.cells[1:]) for row in kept]
    if len(kept) <= FEWEST:
        return
    columns = range(min(map(len, read)))
    found = [(wrong, WAYS.index(name), at, name, shown) for at in columns for name, wrong, shown in _slips(at, read)]
    told: set[int] = set()
    for wrong, _, at, name, shown in sorted(found):
        if wrong not in told:  # one slip puts all that its row is made of out of step
            told.add(wrong)
            said = kept[wrong].cells[at + 1]
            yield Fault(f"{said.plain} is {shown} as {name} of its row, as in the others", said.span)


def _slips(at: int, rows: list[Row]) -> Iterator[tuple[str, int, str]]:
    """The one row in which a column is not made as in all others, with what it would be."""
    for name, columns, make in _ways(at, rows):
        off = [to for to, row in enumerate(rows) if not _is_made(row, at, columns, make)]
        if len(off) == 1 and len(rows) - 1 >= FEWEST:
            numbers = _numbers(rows[off[0]], columns)
            if numbers and rows[off[0]][at] is not None:
                yield name, off[0], f"{float(make(numbers)):.6g}"


def _ways(at: int, rows: list[Row]) -> Iterator[Made]:
    """The ways in which a column may be made of the others: a share, a rest, a sum of two or of all."""
    shares = {
        to for to in range(min(map(len, rows))) if all((one := row[to]) is None or one.is_share for row in rows)
    }
    plain = [to for to in range(min(map(len, rows))) if to != at and to not in shares]
    if at in shares:
        yield from (("the share", pair, _share) for pair in permutations(plain, 2))
        return
    yield from (("the rest", pair, _rest) for pair in permutations(plain, 2))
    if len(plain) > 1:
        yield "the sum", tuple(plain), _sum


def _share(numbers: tuple[Decimal, ...]) -> Decimal:
    part, whole = numbers
    return 100 * part / whole if whole else Decimal(-1)


def _rest(numbers: tuple[Decimal, ...]) -> Decimal:
    return numbers[0] - numbers[1]


def _sum(numbers: tuple[Decimal, ...]) -> Decimal:
    return sum(numbers, Decimal(0))


def _numbers(row: Row, columns: tuple[int, ...]) -> tuple[Decimal, ...]:
    """The numbers of a row in some columns; none where one is missing."""
    cells = [row[at] for at in columns]
    return tuple(one.value for one in cells if one is not None) if None not in cells else ()


def _is_made(row: Row, at: int, columns: tuple[int, ...], make: Callable[[tuple[Decimal, ...]], Decimal]) -> bool:
    shown, numbers = row[at], _numbers(row, columns)
    if shown is None or not numbers:
        return False
    slack = max(
        shown.slack,
        Decimal(1) if shown.is_share else Decimal(0),
        *(one.slack for one in row if one and not one.is_share),
    )
    return abs(shown.value - make(numbers)) <= slack
