"""In: a block and the width it is given. Out: its natural height, in EMU."""

from __future__ import annotations

from typing import assert_never

from deckgen.layout.levels import levelled
from deckgen.layout.scales import plane_height
from deckgen.layout.setting import Setting
from deckgen.layout.table_rows import side_by_side
from deckgen.layout.table_size import table_heights, table_widths
from deckgen.layout.text import measure, paragraphs
from deckgen.layout.widths import panel_insets, row_widths, sunken
from deckgen.model.blocks import (
    Block,
    ChartBlock,
    Column,
    Grid,
    Group,
    Layered,
    Panel,
    PictureBlock,
    Row,
    Space,
    TextBlock,
)
from deckgen.model.plane import Plane
from deckgen.model.shapes import Drawing, Mark
from deckgen.model.table import SideBySide, TableBlock
from deckgen.model.units import Emu, points

PICTURE_LEAST = 140.0


def natural(block: Block, width: Emu, setting: Setting) -> Emu:
    """The height that `block` takes when it is `width` wide and nothing stretches it; the commonest blocks first."""
    match block:
        case TextBlock():
            return measure(paragraphs(block.parts, setting), setting, width).height
        case Panel():
            return _panel(block, width, setting)
        case Row():
            return _row(block, width, setting)
        case Column():
            return _column(block, width, setting)
        case Group():
            return natural(block.child, width, setting)
        case Grid():
            return _grid(block, width, setting)
        case TableBlock():
            return sum(table_heights(block, table_widths(block, width, setting), setting))
        case SideBySide():
            return natural(side_by_side(block, width, setting), width, setting)
        case Mark() | Space():
            return points(block.height)
        case Drawing():
            return drawing_height(block, width)
        case Layered():
            return max(natural(child, width, setting) for child in block.children)
        case Plane():
            return plane_height(block, width)
        case ChartBlock():
            return points(block.least)
        case PictureBlock():
            return points(PICTURE_LEAST)
        case _:
            assert_never(block)


def drawing_height(block: Drawing, width: Emu) -> Emu:
    """The height of a drawing: its own, or what its proportions ask for in its width."""
    if block.height:
        return points(block.height)
    around = 2 * points(block.padding)
    inside = (points(block.width) or width) - around
    return round(inside * block.outline.height / block.outline.width) + around


def on_levels(block: Row | Grid, width: Emu, setting: Setting) -> Row | Grid:
    """The row or grid with what its children share brought to common levels, where it asks for that."""
    if not block.levels:
        return block
    widths = (
        row_widths(block, width, setting)
        if isinstance(block, Row)
        else (grid_shape(block, width)[1],) * len(block.children)
    )
    return levelled(block, setting, widths, natural, _inside)


def _inside(block: Panel, width: Emu) -> Emu:
    left, _, right, _ = panel_insets(block)
    return width - left - right


def _row(block: Row, width: Emu, setting: Setting) -> Emu:
    if block.levels:
        return natural(on_levels(block, width, setting), width, setting)
    widths = row_widths(block, width, setting)
    sunk = sunken(block, setting)
    return max(
        natural(child, each, setting) + below for child, each, below in zip(block.children, widths, sunk, strict=True)
    )


def _column(block: Column, width: Emu, setting: Setting) -> Emu:
    gaps = points(block.gap) * (len(block.children) - 1)
    return sum(column_heights(block, width, setting)) + gaps


def column_heights(block: Column, width: Emu, setting: Setting) -> list[Emu]:
    """What each child takes, at least what the column says of it."""
    heights = [natural(child, width, setting) for child in block.children]
    least = [points(one) for one in block.least] or [0] * len(heights)
    return [max(pair) for pair in zip(heights, least, strict=True)]


def grid_shape(block: Grid, width: Emu) -> tuple[int, Emu]:
    """Rows of a grid, and the width of a cell."""
    rows = -(-len(block.children) // block.columns)
    return rows, (width - points(block.gap) * (block.columns - 1)) // block.columns


def _grid(block: Grid, width: Emu, setting: Setting) -> Emu:
    if block.levels:
        return natural(on_levels(block, width, setting), width, setting)
    rows, cell = grid_shape(block, width)
    return rows * max(natural(child, cell, setting) for child in block.children) + points(block.gap) * (rows - 1)


def _panel(block: Panel, width: Emu, setting: Setting) -> Emu:
    left, top, right, bottom = panel_insets(block)
    return natural(block.child, width - left - right, setting) + top + bottom
