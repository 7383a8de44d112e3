"""In: a block and the width it is given. Out: its natural height, in EMU."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from deckgen.layout.levels import levelled
from deckgen.layout.memory import remembered
from deckgen.layout.scales import plane_height
from deckgen.layout.setting import Setting
from deckgen.layout.text import divided, line_width, measure, paragraphs, widest_word
from deckgen.model.blocks import (
    TIP,
    Block,
    ChartBlock,
    Column,
    Grid,
    Group,
    Layered,
    Mark,
    Panel,
    PictureBlock,
    Plane,
    Row,
    Space,
    TableBlock,
    TableCell,
    TextBlock,
)
from deckgen.model.units import Emu, points

TABLE_PADDING_X = points(6)
TABLE_PADDING_Y = points(5)
COMPACT_PADDING_Y = points(2.5)
CHART_LEAST = 140.0
POINTING = ("homePlate", "chevron")
"""What points to the right; a text may stand in half of the tip, whose slant leaves a corner free."""


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
        case Mark() | Space():
            return points(block.height)
        case Layered():
            return max(natural(child, width, setting) for child in block.children)
        case Plane():
            return plane_height(block, width)
        case ChartBlock() | PictureBlock():
            return points(CHART_LEAST)
        case _:
            assert_never(block)


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
    return max(natural(child, each, setting) for child, each in zip(block.children, widths, strict=True))


def row_widths(block: Row, width: Emu, setting: Setting) -> tuple[Emu, ...]:
    """Widths of a row's children: the fixed ones first, the rest by weight, or by their texts where it is fitted."""
    count = len(block.children)
    if block.fitted:
        return _fitted_widths([_own_width(child, setting) for child in block.children], width, points(block.gap))
    fixed = [points(value) for value in block.fixed] or [0] * count
    weights = list(block.weights) or [1.0] * count
    free = width - points(block.gap) * (count - 1) - sum(fixed)
    total = sum(weight for weight, own in zip(weights, fixed, strict=True) if not own)
    return tuple(own or round(free * weight / total) for weight, own in zip(weights, fixed, strict=True))


def _own_width(block: Block, setting: Setting) -> Emu:
    """What a text takes on one line, its panel and what stands beside it included."""
    match block:
        case TextBlock():
            return line_width(paragraphs(block.parts, setting), setting)
        case Panel():
            left, _, right, _ = panel_insets(block)
            return _own_width(block.child, setting) + left + right
        case Row():
            fixed = [points(one) for one in block.fixed] or [0] * len(block.children)
            own = (at or _own_width(child, setting) for at, child in zip(fixed, block.children, strict=True))
            return sum(own) + points(block.gap) * (len(block.children) - 1)
        case _:
            return 0


def _fitted_widths(own: Sequence[Emu], width: Emu, gap: Emu) -> tuple[Emu, ...]:
    """Each its own with an equal share of what is spare; by its own where there is not room for all."""
    free = width - gap * (len(own) - 1)
    spare = free - sum(own)
    return tuple(one + spare // len(own) for one in own) if spare >= 0 else _by_weight(own, free)


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


def panel_insets(block: Panel) -> tuple[Emu, Emu, Emu, Emu]:
    """Left, top, right, bottom: all round in a fill, else only on the side of the rule, so that edges align."""
    pad = points(block.padding)
    if block.geometry in POINTING:
        return pad + (points(TIP) if block.geometry == "chevron" else 0), pad, pad + points(TIP) // 2, pad
    if block.fill:
        return pad, pad, pad, pad
    if block.rule == "left":
        return pad, 0, 0, 0
    if block.rule == "top":
        return 0, pad, 0, 0
    return (0, pad, 0, pad) if block.rule == "bottom" else (pad, pad, pad, pad)


def _panel(block: Panel, width: Emu, setting: Setting) -> Emu:
    left, top, right, bottom = panel_insets(block)
    return natural(block.child, width - left - right, setting) + top + bottom


def table_widths(block: TableBlock, width: Emu, setting: Setting) -> tuple[Emu, ...]:
    """Column widths by weight; a column that a word of it does not fit takes from the others what it needs.

    Where there is not room for all, compounds are divided first; then the weights hold, and the words are misfits.
    """
    plain = _by_weight(block.weights, width)
    if block.settled:
        return plain
    whole = _least_widths(block, setting)
    if all(own >= need for own, need in zip(plain, whole, strict=True)):
        return plain
    for least in (whole, _least_widths(block, setting, _by_weight(whole, width))):
        if sum(least) <= width:
            return _at_least(block.weights, least, width)
    return plain


def _by_weight(weights: Sequence[float], width: Emu) -> tuple[Emu, ...]:
    """The last takes what rounding left."""
    total = sum(weights)
    widths = [int(width * weight / total) for weight in weights]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def _least_widths(block: TableBlock, setting: Setting, widths: Sequence[Emu] = ()) -> tuple[Emu, ...]:
    """What the widest word of each column takes; with `widths`, after compounds were divided to stand in those."""
    columns = list(zip(block.header, *block.rows, strict=True))
    rooms = [width - 2 * TABLE_PADDING_X for width in widths] or [0] * len(columns)
    return tuple(
        max(_widest(cell, room, setting) for cell in column) + 2 * TABLE_PADDING_X
        for column, room in zip(columns, rooms, strict=True)
    )


def _widest(cell: TableCell, room: Emu, setting: Setting) -> Emu:
    """`room` 0: as it is written."""
    written = paragraphs(cell.parts, setting)
    return widest_word(divided(written, setting, room) if room else written, setting)


def _at_least(weights: Sequence[float], least: Sequence[Emu], width: Emu) -> tuple[Emu, ...]:
    """The width shared by weight among the columns that then get what they need; the others get just that."""
    held: dict[int, Emu] = {}
    while True:
        free = [at for at in range(len(weights)) if at not in held]
        shares = dict(zip(free, _by_weight([weights[at] for at in free], width - sum(held.values())), strict=True))
        short = {at: least[at] for at, share in shares.items() if share < least[at]}
        if not short:
            return tuple(held[at] if at in held else shares[at] for at in range(len(weights)))
        held |= short


def table_heights(block: TableBlock, widths: tuple[Emu, ...], setting: Setting) -> tuple[Emu, ...]:
    """Natural heights of the header and the rows, in columns of these widths."""
    padding = table_padding(block)
    return tuple(_row_height(row, setting, widths, padding) for row in (block.header, *block.rows))


def table_padding(block: TableBlock) -> Emu:
    return COMPACT_PADDING_Y if block.compact else TABLE_PADDING_Y


@remembered
def _row_height(row: tuple[TableCell, ...], setting: Setting, widths: tuple[Emu, ...], padding: Emu) -> Emu:
    heights = (
        measure(paragraphs(cell.parts, setting), setting, width - 2 * TABLE_PADDING_X).height
        for cell, width in zip(row, widths, strict=True)
    )
    return max(heights) + 2 * padding
