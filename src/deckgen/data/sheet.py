"""A data file as text. In: made by the readers. Out: read by answers; every cell knows its row and column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, Protocol

from deckgen.data.cell_values import CellStyle
from deckgen.data.codes import FEW, Codes, of_cells
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.model.lazy_dataclasses import dataclass

MOST_FAULTS: Final = 20
"""As many faults of one sort are said; more would say nothing new."""

BLOCK: Final = 1000

Part = Literal["dataset", "structure", "labels"]

Coded = tuple[Codes, list[str]]
"""For each row the index of its cell among the distinct ones; and these, in the order of the rows."""


class Cells(Protocol):
    """One column."""

    def coded(self) -> Coded: ...

    def texts(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Listed:
    """A column as texts; `many`: its codes are held in arrays, as those of the other columns of its sheet are."""

    cells: list[str]
    many: bool

    def coded(self) -> Coded:
        return of_cells(self.cells, self.many)

    def texts(self) -> list[str]:
        return self.cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns of text under a header. `lines` are the rows' numbers in the file, `head_line` the header's.

    `file` is the path inside the content folder; `shown` is the path as diagnostics name it.
    """

    file: str
    shown: str
    header: tuple[str, ...]
    head_line: int
    columns: tuple[Cells, ...]
    lines: Any

    def coded(self, head: str) -> Coded:
        """The cells under a head that is there."""
        return self.columns[self.header.index(head)].coded()

    @property
    def rows(self) -> Iterator[tuple[str, ...]]:
        return zip(*(column.texts() for column in self.columns), strict=True)

    @property
    def head(self) -> Span:
        """The header's row."""
        return Span(self.shown, self.head_line)

    def place(self, row: int, head: str) -> Span:
        """The cell of a row (counted from 0) under a head."""
        return Span(self.shown, int(self.lines[row]), self.header.index(head) + 1, in_cells=True)


@dataclass(frozen=True, slots=True)
class Origin:
    """Which file a sheet comes from: inside the content folder, and as diagnostics name it; `style` is of its cells.

    `part` is what it holds: labels have no header, so columns are called by their numbers; in a structure, some rows
    end in one more delimiter than its header. `sheet` is its name in a file of several; empty: the first.
    """

    file: str
    shown: str
    style: CellStyle
    part: Part = "dataset"
    sheet: str = ""


def sheet_of(origin: Origin, rows: list[list[str]], lines: list[int], diagnostics: Diagnostics) -> Sheet | None:
    """The first row as header over the others; None where heads are double or a row has more or fewer cells.

    A last cell that is empty in every row comes from a delimiter at the line's end, and is dropped.
    """
    if rows and origin.part == "labels":
        rows, lines = [[str(number) for number, _ in enumerate(rows[0], start=1)], *rows], [1, *lines]
    if not rows:
        diagnostics.error(
            "data-empty", "the file has no header", Span(origin.shown), "the first row names the columns"
        )
        return None
    header = [head.strip() for head in rows[0]]
    rows = _without_last(header, rows, origin.part == "structure")
    wrong = Diagnostics()
    for row, line in zip(rows[1:], lines[1:], strict=True):
        if len(row) != len(header):
            _ragged(origin, len(row), len(header), line, wrong)
    header_problems(origin, header, lines[0], wrong)
    diagnostics.extend(wrong)
    if len(wrong):
        return None
    columns = _columns(rows, len(header))
    return Sheet(origin.file, origin.shown, tuple(header), lines[0], columns, _numbers(lines[1:]))


def _numbers(lines: list[int]) -> Any:
    if len(lines) <= FEW:
        return lines
    import numpy

    return numpy.asarray(lines, dtype=int)


def _without_last(header: list[str], rows: list[list[str]], some: bool) -> list[list[str]]:
    """The rows without a last cell that is empty in all of them, or with `some`, without those beyond the header.

    In answers it must be all: where one row alone has a cell too many, a delimiter may have split a text in two.
    """
    width = len(header) + 1 if header[-1] else len(header)
    extra = [len(row) == width and not row[-1].strip() for row in rows[1:]]
    if width < 2 or not extra or not (all(extra) or (some and header[-1])):
        return rows
    if not header[-1]:
        header.pop()
    return [rows[0], *(row[:-1] if cut else row for row, cut in zip(rows[1:], extra, strict=True))]


def _columns(rows: list[list[str]], count: int) -> tuple[Listed, ...]:
    """The rows under the header, turned; in blocks, so that a row is still in the cache for its last column."""
    columns: tuple[list[str], ...] = tuple([] for _ in range(count))
    for start in range(1, len(rows), BLOCK):
        for column, part in zip(columns, zip(*rows[start : start + BLOCK], strict=True), strict=False):
            column.extend(part)
    return tuple(Listed(column, len(rows) - 1 > FEW) for column in columns)


def _ragged(origin: Origin, cells: int, heads: int, line: int, diagnostics: Diagnostics) -> None:
    if len(diagnostics) < MOST_FAULTS:
        span = Span(origin.shown, line, min(cells, heads) + 1, in_cells=True)
        message = f"the row has {cells} cells and the header {heads}"
        diagnostics.error("ragged-row", message, span, "a cell that holds the delimiter must be in double quotes")


def header_problems(origin: Origin, header: list[str], line: int, diagnostics: Diagnostics) -> None:
    """Report heads that are missing or stand twice."""
    seen: dict[str, Span] = {}
    for number, head in enumerate(header, start=1):
        span = Span(origin.shown, line, number, in_cells=True)
        if not head:
            diagnostics.error("column-unnamed", f"column {number} has no head", span, "name it, or delete the column")
        elif head in seen:
            message, related = f"two columns are called `{head}`", (Related(seen[head], "the first of them"),)
            diagnostics.error("column-twice", message, span, "give one of them another name", related)
        seen.setdefault(head, span)
