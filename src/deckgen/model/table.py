"""Native tables: their cells, groups of rows, and what is to be kept when they are set.

In: kinds. Out: a block; layout gives columns their widths, rows their heights, and cuts it where it continues.
"""

from __future__ import annotations

from typing import Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plane import Plane
from deckgen.model.shapes import Drawing
from deckgen.model.styled import Styled
from deckgen.model.theme import Color
from deckgen.model.units import Emu

CellEdge = Literal["none", "open", "total", "framed"]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a native table. `sign` is drawn in the middle of one that says nothing.

    `badge` stands before what the cell says, half way up. An `outlined` cell is a field with a dashed line round it.
    """

    parts: tuple[Styled, ...]
    fill: Color | None = None
    across: int = 1
    """How many columns it takes; the cells that it covers are there, and say nothing."""
    sign: Drawing | None = None
    badge: Plane | None = None
    outlined: bool = False
    tail: str | None = None
    """Of a number, what stands behind its whole part, so that decimals of a column stand under each other."""
    edge: CellEdge = "none"
    """No rule over a row that belongs to that above it, a strong one over a total, or a frame in the accent around
    all cells of a row. Where the row above is on another page, the first cell says again what it says there."""


@dataclass(frozen=True, slots=True)
class TableGroup:
    """A group of rows: where in the rows its head stands, and the row that heads what of it is on a next page."""

    at: int
    again: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A native table: a header row and body rows; `weights` of the columns, or none where their texts decide.

    Rows continue on a next slide. They open to fill the slot in a calm way; those of a `compact` one are close, and
    open by a little.
    """

    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    weights: tuple[float, ...]
    alt: str
    name: str
    slot: str = ""
    compact: bool = False
    settled: bool = False
    """Its weights are widths that were settled for the whole table, so that columns are the same on every page."""
    named_rows: bool = False
    """Whether its first column names the rows, so that whoever hears the table is told it with each cell."""
    apart: bool = False
    """Its columns stand apart and its filled cells are fields, so that what is empty is seen."""
    even: bool = False
    """All rows under its header are as high as the highest of them."""
    stretch: tuple[int, int, int] | None = None
    """The first and the last of its rows that stand on this page, and how many there are; None: all of them."""
    groups: tuple[TableGroup, ...] = ()
    """The heads among its rows: none is the last of a page, and one is repeated where its rows go on."""
    opens: Emu | None = None
    """By how much each row of a compact one is higher than its texts; None: as its room allows."""
    hugs: tuple[int, ...] = ()
    """Columns that are as wide as their widest text on one line, or on two, where that leaves the others enough."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A table as two, side by side, divided where the higher of them is lowest; as one, where a page is narrow.

    Where its header says nothing, the head of the first group of each is the header. Rows of both open by as much.
    """

    table: TableBlock
