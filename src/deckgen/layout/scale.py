"""In: a frame set on a page whose shorter side is 7.5 in. Out: the same on a page of the template's real size."""

from __future__ import annotations

import math
from typing import assert_never

from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameCell,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.units import Box, Emu


def scaled(frame: Frame, factor: float) -> Frame:
    if factor == 1:
        return frame
    return replace(frame, items=tuple(scaled_item(item, factor) for item in frame.items))


def scaled_item(item: Item, factor: float) -> Item:
    """The item at its place on a page that is so many times as large."""
    box = _box(item.box, factor)
    match item:
        case TextItem():
            return replace(item, box=box, paragraphs=_paragraphs(item.paragraphs, factor))
        case ShapeItem():
            lines, tip = round(item.line_width * factor, 2), round(item.tip * factor)
            return replace(item, box=box, line_width=lines, corner=round(item.corner * factor, 2), tip=tip)
        case ChartItem():
            free, beside = item.plot.over * factor, item.plot.aside * factor
            plot = replace(item.plot, type_size=_type(item.plot.type_size * factor), over=free, aside=beside)
            return replace(item, box=box, plot=plot)
        case TableItem():
            return _table(item, box, factor)
        case PictureItem():
            return replace(item, box=box)
        case GroupItem():
            return replace(item, box=box, children=tuple(scaled_item(child, factor) for child in item.children))
        case _:
            assert_never(item)


def _table(item: TableItem, box: Box, factor: float) -> TableItem:
    widths, heights = _lengths(item.widths, factor), _lengths(item.heights, factor)
    rows = tuple(tuple(_cell(cell, factor) for cell in row) for row in item.rows)
    across, down = _lengths((item.padding_x, item.padding_y), factor)
    return replace(item, box=box, widths=widths, heights=heights, rows=rows, padding_x=across, padding_y=down)


def _cell(cell: FrameCell, factor: float) -> FrameCell:
    before, inset = _lengths((cell.before, cell.inset), factor)
    return replace(cell, paragraphs=_paragraphs(cell.paragraphs, factor), before=before, inset=inset)


def _paragraphs(written: tuple[FrameParagraph, ...], factor: float) -> tuple[FrameParagraph, ...]:
    return tuple(
        replace(
            one,
            size=_type(one.size * factor),
            indent=round(one.indent * factor),
            margin=round(one.margin * factor),
            space_before=round(one.space_before * factor, 1),
            leading=round(one.leading * factor, 2),
        )
        for one in written
    )


def _type(points: float) -> float:
    """Rounded down, so that no word takes more of its line than was measured."""
    return math.floor(points * 10 + 1e-6) / 10


def _box(box: Box, factor: float) -> Box:
    return Box(*_lengths((box.x, box.y, box.width, box.height), factor))


def _lengths(values: tuple[Emu, ...], factor: float) -> tuple[Emu, ...]:
    return tuple(round(value * factor) for value in values)
