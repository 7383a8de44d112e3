"""Sibling cards whose parts stand on common levels: heads that take as many lines, texts that begin on one height.

In: a row or grid of columns, maybe on panels or in groups, and the widths of its cells. Out: the same, each part of a
column at least as high as the highest part of its siblings at that place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.layout.memory import remembered
from deckgen.layout.setting import Setting
from deckgen.model.blocks import Block, Column, Grid, Group, Panel, Row
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.units import EMU_PER_POINT, Emu

Natural = Callable[[Block, Emu, Setting], Emu]
Inner = Callable[[Panel, Emu], Emu]
"""The width that a panel of a width leaves to what stands on it."""


@remembered
def levelled(
    block: Row | Grid, setting: Setting, widths: tuple[Emu, ...], natural: Natural, inner: Inner
) -> Row | Grid:
    """`widths` of the children, in order."""
    heights = [
        _heights(child, width, setting, natural, inner) for child, width in zip(block.children, widths, strict=True)
    ]
    places = max(map(len, heights), default=0)
    least = tuple(max(one[at] for one in heights if at < len(one)) / EMU_PER_POINT for at in range(places))
    return replace(block, levels=False, children=tuple(_raised(child, least) for child in block.children))


def _heights(block: Block, width: Emu, setting: Setting, natural: Natural, inner: Inner) -> Sequence[Emu]:
    """The natural heights of the parts of a column, however it is wrapped; none of anything else."""
    match block:
        case Group():
            return _heights(block.child, width, setting, natural, inner)
        case Panel():
            return _heights(block.child, inner(block, width), setting, natural, inner)
        case Column():
            return [natural(child, width, setting) for child in block.children]
        case _:
            return ()


def _raised(block: Block, least: tuple[float, ...]) -> Block:
    match block:
        case Group() | Panel():
            return replace(block, child=_raised(block.child, least))
        case Column():
            return replace(block, least=least[: len(block.children)])
        case _:
            return block
