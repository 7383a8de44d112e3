"""In: a table. Out: a stretch of its rows, their groups headed again where they go on; or two tables side by side."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable
from itertools import accumulate

from deckgen.layout.setting import Setting
from deckgen.layout.table_size import compact_room, table_heights, table_widths
from deckgen.model.blocks import GUTTER, Arrangement, Row, Space
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.table import SideBySide, TableBlock, TableCell, TableGroup
from deckgen.model.units import Box, Emu, points

TableRow = tuple[TableCell, ...]

LEAST_BESIDE = 23.0
"""What each of two tables side by side is wide at least, in ems of its type: in less, every text breaks."""

AROUND = 4
"""How many rows from half of its height a table may be divided: a head that is said again is high."""


def rows_of(block: TableBlock, start: int, end: int) -> TableBlock:
    """Rows `start` to `end`; a head of a group goes with its rows, and heads them again where they go on."""
    count = len(block.rows)
    heads = {group.at: group.again for group in block.groups}
    end -= end < count and end - 1 in heads and end - 1 > start - (start - 1 in heads)
    start -= start - 1 in heads
    above = max((at for at in heads if at < start), default=-1)
    again = (heads[above],) if above >= 0 and start not in heads else ()
    groups = [TableGroup(at - start + len(again), head) for at, head in heads.items() if start <= at < end]
    return replace(
        block,
        rows=(*again, *_begun(block, start, end)),
        stretch=_told(block, start, end) if end - start < count else block.stretch,
        groups=(*(TableGroup(0, head) for head in again), *groups),
    )


def _begun(block: TableBlock, start: int, end: int) -> tuple[TableRow, ...]:
    """Rows `start` to `end`; where the first belongs to one above, it says again what that one begins with."""
    rows = block.rows[start:end]
    if not rows or rows[0][0].edge != "open":
        return rows
    above = next(row for row in reversed(block.rows[:start]) if row[0].edge != "open")
    return ((above[0], *(replace(cell, edge="none") for cell in rows[0][1:])), *rows[1:])


def of_known_rows(arrangement: Arrangement, known: Callable[[TableRow], TableRow]) -> Arrangement:
    """The arrangement; rows of its tables are those objects of which something may be known."""

    def table(block: TableBlock) -> TableBlock:
        return replace(block, header=known(block.header), rows=tuple(map(known, block.rows)))

    canvas = arrangement.canvas
    if isinstance(canvas, SideBySide):
        canvas = replace(canvas, table=table(canvas.table))
    elif isinstance(canvas, TableBlock):
        canvas = table(canvas)
    slots = tuple(table(one) if isinstance(one, TableBlock) else one for one in arrangement.slots)
    return replace(arrangement, slots=slots, canvas=canvas)


def _told(block: TableBlock, start: int, end: int) -> tuple[int, int, int]:
    """The first and the last of these rows in the whole table, and how many it has, repeated heads not counted."""
    first, last, count = block.stretch or (1, len(block.rows), len(block.rows))
    before = first - (len(block.rows) - (last - first + 1))
    return max(first, before + start), before + end - 1, count


def own_width(block: SideBySide, width: Emu, setting: Setting) -> Emu:
    """The width of each of the two tables; all of it where there is one."""
    each = (width - points(GUTTER)) // 2
    return each if each >= points(LEAST_BESIDE * setting.size("table")) else width


def side_by_side(block: SideBySide, width: Emu, setting: Setting) -> Row | TableBlock:
    """The two tables, or the one that a narrow page has room for; their columns are the same."""
    own = own_width(block, width, setting)
    widths = table_widths(block.table, own, setting)
    if own == width:
        return _headed(block.table)
    table = replace(block.table, weights=tuple(map(float, widths)), settled=True)
    count, ends = len(table.rows), list(accumulate(table_heights(table, widths, setting)[1:]))
    middle = bisect(ends, ends[-1] // 2) + 1
    cuts = range(min(count, middle + AROUND), max(0, middle - AROUND), -1)
    pairs = [(rows_of(table, 0, cut), rows_of(table, cut, count)) for cut in cuts]
    left, right = min(pairs, key=lambda pair: max(sum(table_heights(one, widths, setting)) for one in pair))
    return Row((_headed(left), _headed(right) if right.rows else Space(0)))


def _headed(table: TableBlock) -> TableBlock:
    """The table with the head of its first group as its header, where that says nothing."""
    if any(part.text for cell in table.header for part in cell.parts):
        return table
    groups = tuple(TableGroup(one.at - 1, one.again) for one in table.groups if one.at)
    return replace(table, header=table.rows[0], rows=table.rows[1:], groups=groups)


def opened(pair: Row | TableBlock, box: Box, setting: Setting) -> Row | TableBlock:
    """Two tables in their box, the rows of both as much higher as the higher of them has room for."""
    if isinstance(pair, TableBlock):
        return pair
    tables = [one for one in pair.children if isinstance(one, TableBlock)]
    room = min(_room_of_each(one, box, setting) for one in tables)
    return replace(
        pair,
        children=tuple(replace(one, opens=room) if isinstance(one, TableBlock) else one for one in pair.children),
    )


def _room_of_each(table: TableBlock, box: Box, setting: Setting) -> Emu:
    """What each row may take more, where the table fills the height of the box."""
    width = own_width(SideBySide(table), box.width, setting)
    return compact_room(table_heights(table, table_widths(table, width, setting), setting), box.height)
