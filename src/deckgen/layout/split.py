"""In: an arrangement and a stretch of its items. Out: the same arrangement with that stretch alone.

What may be split: a text block between its parts, a row, column or grid between its children, a table between its
rows (the header is repeated), a chart between its rows (the scale stays). All of them are split at the same places,
so that what belongs together stays together; one with fewer items than the others gives its share of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import assert_never

from deckgen.layout.setting import Setting
from deckgen.layout.table_rows import own_width, rows_of
from deckgen.layout.table_size import table_widths
from deckgen.model.blocks import (
    Arrangement,
    Block,
    ChartBlock,
    Column,
    Flow,
    Grid,
    Group,
    Layered,
    Panel,
    PictureBlock,
    Row,
    SlotBlock,
    Space,
    TextBlock,
)
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.plane import Plane
from deckgen.model.shapes import Drawing, Mark
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock
from deckgen.model.template import SlideLayout
from deckgen.model.units import Emu


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items `start` to `end` of `total`."""

    start: int
    end: int
    total: int

    def of(self, count: int) -> tuple[int, int]:
        """The same stretch of `count` items."""
        return -(-self.start * count // self.total), -(-self.end * count // self.total)


def item_count(arrangement: Arrangement) -> int:
    """How many items what may be split holds; 0 where there is nothing of the kind."""
    blocks = (*arrangement.slots, *((arrangement.canvas,) if arrangement.canvas else ()))
    return max((count for block in blocks for count in _counts(block)), default=0)


def part(arrangement: Arrangement, start: int, end: int) -> Arrangement:
    """The arrangement with items `start` to `end` of what may be split."""
    stretch = Stretch(start, end, item_count(arrangement))
    slots = tuple(
        replace(block, parts=_numbered(block.parts, stretch))
        if isinstance(block, Flow)
        else _slot_part(block, stretch)
        for block in arrangement.slots
    )
    canvas = _part(arrangement.canvas, stretch) if arrangement.canvas else None
    return replace(arrangement, slots=slots, canvas=canvas)


def _count(block: Block | Flow) -> int:
    """How many items a block has that it may be split between."""
    match block:
        case TableBlock():
            return len(block.rows)
        case Flow():
            return len(block.parts)
        case TextBlock():
            return len(block.parts) if block.splits else 0
        case Row() | Column() | Grid():
            return len(block.children) if block.splits else 0
        case ChartBlock():
            return len(block.data.categories) if block.splits else 0
        case Panel() | Group() | Layered() | SideBySide() | Mark() | Drawing() | Space() | Plane() | PictureBlock():
            return 0
        case _:
            assert_never(block)


def _counts(block: Block | Flow) -> Iterator[int]:
    yield _count(block)
    if not _count(block):
        for child in _inside(block):
            yield from _counts(child)


def _inside(block: Block | Flow) -> tuple[Block, ...]:
    match block:
        case Row() | Column() | Grid() | Layered():
            return block.children
        case Panel() | Group():
            return (block.child,)
        case SideBySide():
            return (block.table,)
        case (
            TextBlock()
            | Flow()
            | TableBlock()
            | Mark()
            | Drawing()
            | Space()
            | Plane()
            | ChartBlock()
            | PictureBlock()
        ):
            return ()
        case _:
            assert_never(block)


def _part(block: Block, stretch: Stretch) -> Block:
    """The block with that stretch of what may be split, wherever in it that is."""
    match block:
        case TextBlock() | TableBlock() | ChartBlock() | PictureBlock():
            return _slot_part(block, stretch)
        case Panel() | Group():
            return replace(block, child=_part(block.child, stretch))
        case SideBySide():
            return replace(block, table=_rows_of(block.table, stretch))
        case Row() | Column() | Grid() if block.splits:
            return _cut(block, *stretch.of(len(block.children)))
        case Row() | Column() | Grid() | Layered():
            closing = isinstance(block, Column) and block.closes and stretch.end < stretch.total
            children = block.children[:-1] if closing else block.children
            return replace(block, children=tuple(_part(child, stretch) for child in children))
        case Mark() | Drawing() | Space() | Plane():
            return block
        case _:
            assert_never(block)


def _slot_part(block: SlotBlock, stretch: Stretch) -> SlotBlock:
    match block:
        case TextBlock():
            return replace(block, parts=_numbered(block.parts, stretch)) if block.splits else block
        case TableBlock():
            return _rows_of(block, stretch)
        case ChartBlock():
            return _rows_of_chart(block, stretch) if block.splits else block
        case PictureBlock():
            return block
        case _:
            assert_never(block)


def _rows_of_chart(block: ChartBlock, stretch: Stretch) -> ChartBlock:
    """The chart of a stretch of its rows, measured as the others are: beside as many as the longest page has."""
    rows = block.data.categories
    start, end = stretch.of(len(rows))
    longest = math.ceil(len(rows) / max(round(len(rows) / (end - start)), 1))
    pages = (one[at : at + longest] for one in (rows[:start], rows[end:]) for at in range(0, len(one), longest))
    beside = tuple(replace(block.data, categories=one) for one in pages)
    data = replace(block.data, categories=rows[start:end], beside=beside)
    return replace(block, data=data, told=block.told[start:end])


def _rows_of(block: TableBlock, stretch: Stretch) -> TableBlock:
    return rows_of(block, *stretch.of(len(block.rows)))


def _numbered(parts: tuple[Styled, ...], stretch: Stretch) -> tuple[Styled, ...]:
    """The stretch of a list, which goes on counting where the page before ended."""
    start, end = stretch.of(len(parts))
    return tuple(replace(part, number=part.number + start) for part in parts[start:end])


def _cut(block: Row | Column | Grid, start: int, end: int) -> Block:
    children = block.children[start:end]
    if isinstance(block, Row):
        return replace(
            block,
            children=children,
            weights=block.weights[start:end],
            fixed=block.fixed[start:end],
            hugs=block.hugs[start:end],
        )
    if isinstance(block, Column):
        return replace(block, children=children, least=block.least[start:end])
    return replace(block, children=children)


def ready(arrangement: Arrangement, layout: SlideLayout, setting: Setting) -> Arrangement:
    """The arrangement before it is split: the columns of its table settled, and the rows of its chart in the order in
    which they are drawn."""
    slots = tuple(
        _columned(block, layout.slots[block.slot].box.width, setting)
        if isinstance(block, TableBlock)
        else _in_order(block, setting)
        if isinstance(block, ChartBlock) and block.splits
        else block
        for block in arrangement.slots
    )
    canvas = arrangement.canvas
    if isinstance(canvas, TableBlock):
        canvas = _columned(canvas, layout.canvas.width, setting)
    elif isinstance(canvas, SideBySide):
        own = own_width(canvas, layout.canvas.width, setting)
        canvas = replace(canvas, table=_columned(canvas.table, own, setting))
    return replace(arrangement, slots=slots, canvas=canvas)


def _in_order(block: ChartBlock, setting: Setting) -> ChartBlock:
    rows = {row.label: (row, said) for row, said in zip(block.data.categories, block.told, strict=True)}
    try:
        names = setting.charts[block.type].plot(block.data).categories
    except (KeyError, ValueError):
        return block  # where it is placed, it is told what is wrong
    data = replace(block.data, categories=tuple(rows[name][0] for name in names), sort=False)
    return replace(block, data=data, told=tuple(rows[name][1] for name in names))


def _columned(block: TableBlock, width: Emu, setting: Setting) -> TableBlock:
    return replace(block, weights=tuple(map(float, table_widths(block, width, setting))), settled=True)
