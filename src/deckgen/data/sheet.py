"""A data file as text. In: made by the readers. Out: read by answers; every cell knows its row and column."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any, Final, Literal, Protocol

from deckgen.data.cell_values import CellStyle, on_one_line
from deckgen.data.codes import FEW, Codes, of_cells
from deckgen.data.labels import Labels
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.model.lazy_dataclasses import dataclass, replace

MOST_FAULTS: Final = 20
"""As many faults of one sort are said; more would say nothing new."""

MAX_CELL: Final = 32_767
"""Characters of a cell, which are as many as Excel holds."""

_QUALTRICS: Final = '{"ImportId"'
"""How the cells of the third line of an export of Qualtrics begin; the first three are all of heads."""

MAX_CELLS: Final = 10_000_000
"""Cells of a sheet that is read cell by cell; a few bytes can claim a million rows of sixteen thousand."""

MOST_NAMED: Final = 5
"""Columns without a head that are named in one message."""

MOST_TITLES: Final = 30
"""As far down a header is looked for that does not stand in the first line."""

BETWEEN_HEADS: Final = " / "
"""Between the parts of a head that takes several lines."""

BLOCK: Final = 1000

Part = Literal["dataset", "structure", "labels", "rows"]

Coded = tuple[Codes, list[str]]
"""For each row the index of its cell among the distinct ones; and these, in the order of the rows."""


class Cells(Protocol):
    """One column."""

    @property
    def coded(self) -> Coded: ...

    @property
    def seems_to_tell(self) -> bool:
        """Whether its cells may tell the rows apart, as far as it is seen without looking at all."""
        ...

    def texts(self) -> list[str]: ...

    def last(self) -> str: ...


@dataclass(frozen=True)
class Listed:
    """A column as texts; `many`: its codes are held in arrays, as those of the other columns of its sheet are."""

    cells: list[str]
    many: bool

    @cached_property
    def coded(self) -> Coded:
        return of_cells(self.cells, self.many)

    @property
    def seems_to_tell(self) -> bool:
        return True

    def texts(self) -> list[str]:
        return self.cells

    def last(self) -> str:
        return self.cells[-1]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns of text under a header. `lines` are the rows' numbers in the file, `head_line` the header's.

    `file` is the path inside the content folder; `shown` is the path as diagnostics name it; `name` is the sheet's
    own where its file holds several. `labels` are what the file says of its columns, where its form can say anything.
    """

    file: str
    shown: str
    header: tuple[str, ...]
    head_line: int
    columns: tuple[Cells, ...]
    lines: Any
    name: str = ""
    labels: Labels = field(default_factory=Labels)

    def coded(self, head: str) -> Coded:
        """The cells under a head that is there."""
        return self.columns[self.header.index(head)].coded

    @property
    def rows(self) -> Iterator[tuple[str, ...]]:
        return zip(*(column.texts() for column in self.columns), strict=True)

    @property
    def head(self) -> Span:
        """The header's row."""
        return Span(self.shown, self.head_line)

    def without_last(self) -> Sheet:
        """The same without its last row."""
        columns = tuple(Listed(one.texts()[:-1], many=False) for one in self.columns)
        return replace(self, columns=columns, lines=self.lines[:-1])

    def place(self, row: int, head: str) -> Span:
        """The cell of a row (counted from 0) under a head."""
        return Span(self.shown, int(self.lines[row]), self.header.index(head) + 1, in_cells=True)


@dataclass(frozen=True, slots=True)
class Origin:
    """Which file a sheet comes from: inside the content folder, and as diagnostics name it; `style` is of its cells.

    `part` is what it holds: labels have no header, so columns are called by their numbers, and so have rows of which
    nothing is known yet, however long each is; in a structure, some rows end in one more delimiter than its header.
    `sheet` is its name in a file of several; empty: the first that is visible. `delimiter` is what stands between the
    cells of a text, where that is known. The heads stand in the line `header_row` and, where they take several, in
    the `header_rows` from there; the `skip_rows` lines below are no answers. `read` are the heads that something is
    read under, each with what means no answer there; None where all are.
    """

    file: str
    shown: str
    style: CellStyle
    part: Part = "dataset"
    sheet: str = ""
    delimiter: str = ""
    header_row: int = 1
    header_rows: int = 1
    skip_rows: int = 0
    read: Mapping[str, frozenset[str]] | None = None

    def reads(self, head: str) -> bool:
        """Whether anything is read under a head."""
        return bool(head) and (self.read is None or head in self.read)

    @property
    def is_plain(self) -> bool:
        """Whether the heads stand in the first line alone and the answers right below it."""
        return self.header_row == 1 and self.header_rows == 1 and not self.skip_rows


def sheet_of(origin: Origin, rows: list[list[str]], lines: list[int], diagnostics: Diagnostics) -> Sheet | None:
    """The row of heads over the others; None where heads are double or a row has more or fewer cells.

    A last cell that is empty in every row comes from a delimiter at the line's end, and is dropped.
    """
    if origin.part == "rows":
        width = max(map(len, rows), default=0)
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
    rows, lines = _from_header(origin, rows, lines)
    if rows and origin.part in ("labels", "rows"):
        rows, lines = [[str(number) for number, _ in enumerate(rows[0], start=1)], *rows], [1, *lines]
    if not rows:
        diagnostics.error(
            "data-empty", "the file has no header", Span(origin.shown), "the first row names the columns"
        )
        return None
    header = [on_one_line(head) for head in rows[0]]
    if _is_below(origin, header, rows, lines, diagnostics):
        return None
    rows = _without_last(header, rows, origin.part == "structure")
    wrong = Diagnostics()
    for row, line in zip(rows[1:], lines[1:], strict=True):
        if len(row) != len(header):
            _ragged(origin, len(row), len(header), line, wrong)
        elif len(max(row, key=len)) > MAX_CELL:
            _too_long(origin, row, line, wrong)
    columns = () if wrong.has_errors else _columns(rows, len(header))
    header_problems(origin, header, columns, lines[0], wrong)
    diagnostics.extend(wrong)
    if wrong.has_errors:
        return None
    return Sheet(origin.file, origin.shown, tuple(header), lines[0], columns, line_numbers(lines[1:]))


def line_numbers(lines: list[int]) -> Any:
    """The numbers of rows, as codes of so many are held: in a list, or in an array."""
    if len(lines) <= FEW:
        return lines
    import numpy

    return numpy.asarray(lines, dtype=int)


def _from_header(origin: Origin, rows: list[list[str]], lines: list[int]) -> tuple[list[list[str]], list[int]]:
    """The rows from the one of heads on, without the lines right below it that are no answers."""
    if origin.is_plain:
        return rows, lines
    first = next((at for at, line in enumerate(lines) if line >= origin.header_row), len(lines))
    below = first + origin.header_rows
    answers = below + origin.skip_rows
    heads = [joined_heads(rows[first:below])] if rows[first:below] else []
    return [*heads, *rows[answers:]], [*lines[first : first + 1], *lines[answers:]]


def joined_heads(rows: Sequence[Sequence[str]]) -> list[str]:
    """The heads that stand in several rows, as one: a blank one above another is that of the column to its left."""
    above = [""] * max(map(len, rows))
    for row in rows[:-1]:
        last = ""
        for at, cell in enumerate(map(str.strip, row)):
            last = cell or (last if rows[-1][at : at + 1] != [""] else "")
            above[at] = _together(above[at], last)
    return [
        _together(on_one_line(lead), on_one_line(cell))
        for lead, cell in itertools.zip_longest(above, rows[-1], fillvalue="")
    ]


def _together(lead: str, head: str) -> str:
    return lead if lead == head else BETWEEN_HEADS.join(filter(None, (lead, head)))


def _is_below(
    origin: Origin, header: list[str], rows: list[list[str]], lines: list[int], diagnostics: Diagnostics
) -> bool:
    """Whether heads stand below the first row: that has none of those that are read, or is of three."""
    wanted = frozenset(origin.read or ())
    if not wanted:
        return False
    if len(rows) > 2 and any(cell.startswith(_QUALTRICS) for cell in rows[2]):
        message, hint = "this line and the next belong to the heads", "write `skip-rows: 2` on the dataset"
        diagnostics.error("header-below", message, Span(origin.shown, lines[1]), hint)
        return True
    if wanted.intersection(header):
        return False
    for row, line in zip(rows[1:MOST_TITLES], lines[1:MOST_TITLES], strict=False):
        if found := wanted.intersection(map(on_one_line, row)):
            message = f"line {lines[0]} has none of the heads, and this one has `{min(found)}`"
            hint = f"write `header-row: {line}` on the dataset, or delete the lines above"
            diagnostics.error("header-below", message, Span(origin.shown, line), hint)
            return True
    return False


def _too_long(origin: Origin, row: list[str], line: int, diagnostics: Diagnostics) -> None:
    at = next(at for at, cell in enumerate(row) if len(cell) > MAX_CELL)
    if len(diagnostics) < MOST_FAULTS:
        span = Span(origin.shown, line, at + 1, in_cells=True)
        message = f"the cell has {len(row[at])} characters; at most {MAX_CELL} are read"
        diagnostics.error("data-too-large", message, span, "a quote may stay open; if not, shorten the text")


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


def is_blank(column: Cells) -> bool:
    """Whether nothing stands in any cell of it."""
    return not any(cell.strip() for cell in column.coded[1])


def header_problems(
    origin: Origin, header: list[str], columns: Sequence[Cells], line: int, diagnostics: Diagnostics
) -> None:
    """Report heads that stand twice, of those that anything is read under, and cells that stand under none."""
    seen: dict[str, Span] = {}
    unnamed = [
        number
        for number, (head, column) in enumerate(zip(header, columns, strict=False), start=1)
        if not head and not is_blank(column)
    ]
    if unnamed:
        listed = ", ".join(map(str, unnamed[:MOST_NAMED])) + ("…" if len(unnamed) > MOST_NAMED else "")
        which = f"column {listed} has" if len(unnamed) == 1 else f"columns {listed} have"
        message, hint = f"{which} no head and cannot be read", "name it, or delete the column"
        diagnostics.warning("column-unnamed", message, Span(origin.shown, line, unnamed[0], in_cells=True), hint)
    for number, head in enumerate(header, start=1):
        span = Span(origin.shown, line, number, in_cells=True)
        if head in seen and origin.reads(head):
            message, related = f"two columns are called `{head}`", (Related(seen[head], "the first of them"),)
            diagnostics.error("column-twice", message, span, "give one of them another name", related)
        seen.setdefault(head, span)
