"""The lines of a table: a rule between rows, stronger ones under the header and at the end, frames around cells.

In: a table and a cell of it. Out: the line at each of its sides, which every renderer draws.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from deckgen.model.frames import CELL_GAP, TableItem
from deckgen.model.theme import Color

_RULE, _STRONG_RULE = 0.75, 1.0


class Edge(NamedTuple):
    """A line of a width in points; without a colour there is none."""

    color: Color | None = None
    width: float = 0


_NONE: Final = Edge()
_FRAME: Final = Edge("accent", 2.25)
_FRAMED_TOGETHER: Final = Edge("background", 0.75)
"""Between neighbours in one frame: so thin that it does not cut the frame where it meets it."""


class Edges(NamedTuple):
    """The lines around a cell. An edge belongs to the cells at both of its sides, and both say the same."""

    left: Edge
    right: Edge
    top: Edge
    bottom: Edge


def edges(item: TableItem, row: int, column: int) -> Edges:
    """The lines around a cell; both count from 0."""
    return Edges(
        _beside(item, row, column - 1),
        _beside(item, row, column),
        _under(item, row - 1, column),
        _under(item, row, column),
    )


def is_covered(item: TableItem, row: int, column: int) -> bool:
    """Whether a cell is covered by one before it."""
    return any(other.across > column - at for at, other in enumerate(item.rows[row][:column]))


def _beside(item: TableItem, row: int, left: int) -> Edge:
    """The edge at the right of the cell `left`; -1 is the left edge of the table."""
    cells = item.rows[row]
    if left in (-1, len(cells) - 1):
        return _FRAME if cells[0].edge == "framed" else _NONE
    return Edge("background", CELL_GAP) if item.apart else _NONE


def _under(item: TableItem, above: int, column: int) -> Edge:
    """The edge under the row `above`; -1 is the upper edge of the table. One frame is around neighbours."""
    rows = [item.rows[one] for one in (above, above + 1) if 0 <= one < len(item.rows)]
    framed = [row[column].edge == "framed" for row in rows]
    if all(framed) and len(framed) > 1:
        return _FRAMED_TOGETHER
    if any(framed):
        return _FRAME
    if above < 0:
        return _NONE
    if item.apart:
        return Edge("background", CELL_GAP) if above + 1 < len(item.rows) else _NONE
    below = item.rows[above + 1][column] if above + 1 < len(item.rows) else None
    if below is None or above == 0 or below.edge == "total":
        return Edge("primary", _STRONG_RULE)
    if below.edge == "open":
        return _NONE
    return Edge("rule", _RULE)
