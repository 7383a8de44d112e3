"""In: a block and the box it is given. Out: frame items at fixed places, and what did not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from deckgen.layout.chart import place_chart
from deckgen.layout.draw import place_drawing, place_picture, place_table
from deckgen.layout.excess import too_high, word_too_wide
from deckgen.layout.measure import column_heights, grid_shape, natural, on_levels
from deckgen.layout.placement import Placed, bounds, text_path
from deckgen.layout.plane import place_plane, tip_of
from deckgen.layout.setting import ROUNDING, Misfit, Setting
from deckgen.layout.slots import in_slot, slot_ref
from deckgen.layout.table_rows import opened, side_by_side
from deckgen.layout.text import TextMeasure, divided, measure, open_up, paragraphs, tidy
from deckgen.layout.widths import panel_insets, row_widths, sunken
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
from deckgen.model.frames import (
    ChartItem,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plane import Plane
from deckgen.model.shapes import Drawing, Mark
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.units import Box, Emu, points

LEFT_RULE, OUTLINE = 3.0, 1.25


def place(block: Block, box: Box, setting: Setting) -> Placed:
    """Set `block` into `box`: it may use all of the box, and says what of it stands out."""
    match block:
        case TextBlock():
            return place_text(block, box, setting)
        case Panel():
            return _panel(block, box, setting)
        case Row():
            return _row(block, box, setting)
        case Column():
            return _column(block, box, setting)
        case Group():
            return _group(block, box, setting)
        case Grid():
            return _grid(block, box, setting)
        case TableBlock():
            return place_table(block, box, setting, place)
        case SideBySide():
            return place(opened(side_by_side(block, box.width, setting), box, setting), box, setting)
        case Mark():
            return Placed((_mark(block, box),))
        case Drawing():
            return place_drawing(block, box)
        case Space():
            return Placed()
        case Layered():
            return _layered(block, box, setting)
        case Plane():
            return place_plane(block, box, setting, place)
        case ChartBlock():
            return place_chart(block, box, setting)
        case PictureBlock():
            return place_picture(block, box, None, setting.sizes("chart"))
        case _:
            assert_never(block)


def place_slot(block: SlotBlock, slot: Slot, setting: Setting) -> Placed:
    """Set a block into a slot of the slide layout."""
    ref = slot_ref(slot)
    match block:
        case TextBlock():
            return place_text(replace(block, anchor=slot.anchor), slot.box, setting, slot)
        case TableBlock():
            return place_table(block, slot.box, setting, place, ref)
        case ChartBlock():
            return place_chart(block, slot.box, setting, ref)
        case PictureBlock():
            return place_picture(block, slot.box, ref, setting.sizes("chart"))
        case _:
            assert_never(block)


def flowed(arrangement: Arrangement, layout: SlideLayout, setting: Setting) -> tuple[SlotBlock, ...]:
    """What fills slots, with each list that flows over two placeholders as two lists, one for each."""
    slots: list[SlotBlock] = []
    for block in arrangement.slots:
        slots += _halves(block, layout, setting) if isinstance(block, Flow) else [block]
    return tuple(slots)


def _halves(block: Flow, layout: SlideLayout, setting: Setting) -> tuple[TextBlock, TextBlock]:
    """The two lists, the second beginning where the higher of the two is lowest."""
    left, right = block.slots
    count = len(block.parts)
    cuts = range(count, -1, -1)
    halves = [(_listed(block.parts, left, 0, cut), _listed(block.parts, right, cut, count)) for cut in cuts]
    return min(halves, key=lambda pair: max(_high(one, layout.slots[one.slot], setting) for one in pair))


def _listed(parts: tuple[Styled, ...], slot: str, start: int, end: int) -> TextBlock:
    return TextBlock(tuple(replace(part, number=part.number + start) for part in parts[start:end]), slot=slot)


def _high(block: TextBlock, slot: Slot, setting: Setting) -> Emu:
    return natural(block, slot.box.width, setting) - slot.box.height


def place_text(block: TextBlock, box: Box, setting: Setting, slot: Slot | None = None) -> Placed:
    written = divided(_written(block.parts, setting, slot), setting, box.width)
    if not written:
        return Placed()
    measured = measure(written, setting, box.width)
    if block.spread:
        written = open_up(written, box.height - measured.height)
    name = block.name or text_path(block)
    span = block.parts[0].text.span
    ref, moved = (slot_ref(slot), slot.own_box) if slot else (None, False)
    item = TextItem(name, box, written, ref, block.anchor, block.link, measured.lines, moved, span)
    return Placed((item,), tuple(_text_misfits(block, measured, box, setting, slot)))


def _written(parts: Sequence[Styled], setting: Setting, slot: Slot | None) -> tuple[FrameParagraph, ...]:
    written = paragraphs(parts, setting)
    return in_slot(written, slot) if slot else written


def tidied(item: Item, setting: Setting) -> Item:
    """The item with its texts in boxes that break them better; they take no more lines, so nothing else moves.

    Those in the cells of a table use the width of their column: an edge of its own for each looks like none.
    """
    match item:
        case GroupItem():
            children = tuple(tidied(child, setting) for child in item.children)
            return replace(item, box=bounds(children), children=children)
        case TextItem():
            return item if item.slot and item.slot.still else _tidied_text(item, setting)
        case TableItem() | ShapeItem() | ChartItem() | PictureItem():
            return item
        case _:
            assert_never(item)


def _tidied_text(item: TextItem, setting: Setting) -> TextItem:
    own = tidy(item.paragraphs, setting, item.box)
    if own == item.box:
        return item
    lines = measure(item.paragraphs, setting, own.width).lines
    return replace(item, box=own, lines=lines, own_box=item.slot is not None)


def _text_misfits(
    block: TextBlock, measured: TextMeasure, box: Box, setting: Setting, slot: Slot | None
) -> list[Misfit]:
    if measured.too_wide:
        each = ((part, _written((part,), setting, slot)) for part in block.parts)
        words = ((part, measure(written, setting, box.width).too_wide) for part, written in each)
        return [_too_wide(part, word) for part, word in words if word]
    over = measured.height - box.height
    return [too_high(block, box.width, over, setting, text_path(block))] if over > ROUNDING else []


def _too_wide(part: Styled, word: str) -> Misfit:
    return word_too_wide(part.text.path or "text", word, part.text.span)


def _row(block: Row, box: Box, setting: Setting) -> Placed:
    if block.levels:
        return place(on_levels(block, box.width, setting), box, setting)
    placed, x = Placed(), box.x
    widths, sunk = row_widths(block, box.width, setting), sunken(block, setting)
    for child, width, below in zip(block.children, widths, sunk, strict=True):
        own = replace(child, anchor="bottom") if block.baseline and isinstance(child, TextBlock) else child
        placed += place(own, Box(x, box.y, width, box.height - below), setting)
        x += width + points(block.gap)
    return placed


def _column(block: Column, box: Box, setting: Setting) -> Placed:
    heights = column_heights(block, box.width, setting)
    gap, top = points(block.gap), box.y
    spare = box.height - sum(heights) - gap * (len(heights) - 1)
    if spare > 0:
        heights, gap, top = _justified(block, heights, gap, top, spare)
    placed = Placed()
    for child, height in zip(block.children, heights, strict=True):
        placed += place(child, Box(box.x, top, box.width, height), setting)
        top += height + gap
    if spare < -ROUNDING and not placed.misfits:
        placed += Placed(misfits=(too_high(block, box.width, -spare, setting),))
    return placed


def _justified(block: Column, heights: list[Emu], gap: Emu, top: Emu, spare: Emu) -> tuple[list[Emu], Emu, Emu]:
    """Heights, gap and top with the spare height put where the column wants it."""
    if block.justify == "middle":
        return heights, gap, top + spare // 2
    if block.justify == "upper":
        return heights, gap, top + spare * 2 // 5
    if block.justify == "grow" and heights:
        grows = set(block.grows or range(len(heights)))
        each = spare // len(grows)
        if block.grows_most:
            each = min(each, points(block.grows_most))
        rest = spare - each * len(grows)
        grown = [height + each if number in grows else height for number, height in enumerate(heights)]
        return grown, gap, top + rest * 2 // 5
    if block.justify == "spread" and len(heights) > 1:
        more = min(points(block.most), spare // (len(heights) - 1))
        rest = spare - more * (len(heights) - 1)
        return heights, gap + more, top + rest // 2
    return heights, gap, top


def _grid(block: Grid, box: Box, setting: Setting) -> Placed:
    if block.levels:
        return place(on_levels(block, box.width, setting), box, setting)
    rows, width = grid_shape(block, box.width)
    gap = points(block.gap)
    height = max(natural(child, width, setting) for child in block.children)
    if block.fill:
        height = max(height, (box.height - gap * (rows - 1)) // rows)
    placed = Placed()
    for number, child in enumerate(block.children):
        column, row = divmod(number, rows) if block.down else (number % block.columns, number // block.columns)
        cell = Box(box.x + column * (width + gap), box.y + row * (height + gap), width, height)
        placed += place(child, cell, setting)
    over = rows * height + gap * (rows - 1) - box.height
    if over > ROUNDING and not placed.misfits:
        placed += Placed(misfits=(too_high(block, box.width, over, setting),))
    return placed


def _panel(block: Panel, box: Box, setting: Setting) -> Placed:
    left, top, right, bottom = panel_insets(block)
    form = setting.theme.form
    back: list[Item] = []
    if block.fill or block.line:
        corner = form.corner if block.rule == "none" else 0
        look = (block.geometry, block.fill, block.line, OUTLINE)
        tip = tip_of(block.geometry, box, block.tip)
        back.append(ShapeItem(block.name or "panel", box, *look, corner=corner, tip=tip))
    thick = points(block.rule_width or form.rule)
    if block.rule == "left":
        bar = Box(box.x, box.y, points(block.rule_width or LEFT_RULE), box.height)
        back.append(ShapeItem("rule", bar, "rect", block.rule_color))
    elif block.rule == "top":
        back.append(ShapeItem("rule", Box(box.x, box.y, box.width, thick), "rect", block.rule_color))
    elif block.rule == "bottom":
        under = Box(box.x, box.bottom - thick, box.width, thick)
        back.append(ShapeItem("rule", under, "rect", block.rule_color))
    return Placed(tuple(back)) + place(block.child, box.inset(left, top, right, bottom), setting)


def _mark(block: Mark, box: Box) -> ShapeItem:
    width, height = points(block.width) or box.width, points(block.height)
    if not block.height and block.geometry != "line":
        height = box.height
    spare = box.width - width
    x = box.x + {"left": 0, "center": spare // 2, "right": spare}[block.align]
    y = box.y + (max(0, box.height - height) // 2)
    own = Box(x, y, width, height)
    if block.geometry == "line":
        return ShapeItem("line", own, "line", line=block.color, line_width=1.5)
    return ShapeItem("mark", own, block.geometry, block.color)


def _group(block: Group, box: Box, setting: Setting) -> Placed:
    inner = place(block.child, box, setting)
    return Placed((GroupItem(block.name, bounds(inner.items), inner.items, block.alt),), inner.misfits)


def _layered(block: Layered, box: Box, setting: Setting) -> Placed:
    placed = Placed()
    for child in block.children:
        placed += place(child, box, setting)
    return placed
