"""In: an arrangement and a stretch of its items. Out: the same arrangement with that stretch alone.

What may be split: a text block between its parts, a row, column or grid between its children, a table between its
rows (the header is repeated). All of them are split at the same places, so that what belongs together stays together;
one with fewer items than the others gives its share of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.measure import table_widths
from deckgen.layout.setting import Setting
from deckgen.model.blocks import (
    Arrangement,
    Block,
    Column,
    Flow,
    Grid,
    Group,
    Layered,
    Panel,
    Row,
    TableBlock,
    TextBlock,
)
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
    slots = tuple(_part(block, stretch) for block in arrangement.slots)
    canvas = _part(arrangement.canvas, stretch) if arrangement.canvas else None
    return replace(arrangement, slots=slots, canvas=canvas)


def _count(block: Block) -> int:
    if isinstance(block, TableBlock):
        return len(block.rows)
    if isinstance(block, Flow) or (isinstance(block, TextBlock) and block.splits):
        return len(block.parts)
    if isinstance(block, Row | Column | Grid) and block.splits:
        return len(block.children)
    return 0


def _counts(block: Block) -> Iterator[int]:
    yield _count(block)
    if not _count(block):
        for child in _inside(block):
            yield from _counts(child)


def _inside(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Row | Column | Grid | Layered):
        return block.children
    return (block.child,) if isinstance(block, Panel | Group) else ()


def _part(block: Block, stretch: Stretch) -> Block:
    if _count(block):
        return _cut(block, *stretch.of(_count(block)))
    if isinstance(block, Panel | Group):
        return replace(block, child=_part(block.child, stretch))
    if isinstance(block, Column) and block.closes and stretch.end < stretch.total:
        return replace(block, children=tuple(_part(child, stretch) for child in block.children[:-1]))
    if isinstance(block, Row | Column | Grid | Layered):
        return replace(block, children=tuple(_part(child, stretch) for child in block.children))
    return block


def _cut(block: Block, start: int, end: int) -> Block:
    if isinstance(block, TableBlock):
        return replace(block, rows=block.rows[start:end])
    if isinstance(block, TextBlock | Flow):
        return replace(
            block, parts=tuple(replace(part, number=part.number + start) for part in block.parts[start:end])
        )
    if isinstance(block, Row):
        return replace(
            block, children=block.children[start:end], weights=block.weights[start:end], fixed=block.fixed[start:end]
        )
    return replace(block, children=block.children[start:end]) if isinstance(block, Column | Grid) else block


def columned(arrangement: Arrangement, layout: SlideLayout, setting: Setting) -> Arrangement:
    """The arrangement with the columns of its table settled, before the table is split."""
    slots = tuple(
        _columned(block, layout.slots[block.slot].box.width, setting) if isinstance(block, TableBlock) else block
        for block in arrangement.slots
    )
    canvas = arrangement.canvas
    if isinstance(canvas, TableBlock):
        canvas = _columned(canvas, layout.canvas.width, setting)
    return replace(arrangement, slots=slots, canvas=canvas)


def _columned(block: TableBlock, width: Emu, setting: Setting) -> TableBlock:
    return replace(block, weights=tuple(map(float, table_widths(block, width, setting))), settled=True)
