"""In: an arrangement and a stretch of its items. Out: the same arrangement with that stretch alone.

One block of an arrangement may be split: a text block between its parts, a column or grid between its children, a
table between its rows (the header is repeated).
"""

from __future__ import annotations

from dataclasses import replace

from deckgen.model.blocks import Arrangement, Block, Column, Grid, TableBlock, TextBlock


def item_count(arrangement: Arrangement) -> int:
    """How many items the block that may be split holds; 0 where there is none."""
    return max((_count(block) for block in _blocks(arrangement)), default=0)


def part(arrangement: Arrangement, start: int, end: int) -> Arrangement:
    """The arrangement with items `start` to `end` of the block that may be split."""
    slots = tuple(_part(block, start, end) for block in arrangement.slots)
    canvas = _part(arrangement.canvas, start, end) if arrangement.canvas else None
    return replace(arrangement, slots=slots, canvas=canvas)


def _blocks(arrangement: Arrangement) -> tuple[Block, ...]:
    return (*arrangement.slots, *((arrangement.canvas,) if arrangement.canvas else ()))


def _count(block: Block) -> int:
    if isinstance(block, TableBlock):
        return len(block.rows)
    if isinstance(block, TextBlock) and block.splits:
        return len(block.parts)
    if isinstance(block, Column | Grid) and block.splits:
        return len(block.children)
    return 0


def _part(block: Block, start: int, end: int) -> Block:
    if not _count(block):
        return block
    if isinstance(block, TableBlock):
        return replace(block, rows=block.rows[start:end])
    if isinstance(block, TextBlock):
        return replace(block, parts=block.parts[start:end])
    if isinstance(block, Column | Grid):
        return replace(block, children=block.children[start:end])
    return block
