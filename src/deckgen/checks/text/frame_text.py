"""In: a frame. Out: what stands on it, flat: items, texts, words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from deckgen.diagnostics import Span
from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.plan import PlannedSlide
from deckgen.model.units import Box

AROUND: Final = frozenset(("tracker", "footnotes", "foot", "number", "steps", "sticker"))
"""Names of the items that a page carries around its body, in small type."""


def field(item: Item) -> str:
    """The field path that an item was made from, without the slide's id: `title`, `foot`, `items/1`."""
    return item.name.partition("/")[2]


def place(item: Item, slide: PlannedSlide) -> Span:
    """Where the text of an item is written; what has no such place stands at its slide."""
    return item.span if isinstance(item, TextItem) and item.span.line else slide.span


def flat(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item that is drawn, those of groups in their place; groups themselves are left out."""
    for item in items:
        if isinstance(item, GroupItem):
            yield from flat(item.children)
        else:
            yield item


def paragraphs(item: Item) -> Iterator[FrameParagraph]:
    """The paragraphs of a text or a table."""
    match item:
        case TextItem():
            yield from item.paragraphs
        case TableItem():
            for row in item.rows:
                for cell in row:
                    yield from cell.paragraphs
        case ShapeItem() | ChartItem() | PictureItem() | GroupItem():
            return
        case _:
            assert_never(item)


def boxes(item: Item) -> Iterator[Box]:
    """Where an item says something: in a table, all of each cell but the room that is kept before its text."""
    if isinstance(item, ChartItem):
        yield from item.filled
        return
    if not isinstance(item, TableItem):
        yield item.box
        return
    y = item.box.y
    for row, height in zip(item.rows, item.heights, strict=True):
        x = item.box.x
        for cell, width in zip(row, item.widths, strict=True):
            yield Box(x, y, width, height).inset(left=item.padding_x + cell.before if cell.before else 0)
            x += width
        y += height


def chart_texts(item: Item) -> Iterator[str]:
    """What a chart says beside its numbers: its categories and the names of its series."""
    if isinstance(item, ChartItem):
        yield from item.plot.categories
        yield from (series.name for series in (*item.plot.series, *item.plot.levels) if not series.helper)


def lines(frame: Frame) -> Iterator[str]:
    """Every text that can be read on the page: texts, tables, labels of charts."""
    for item in flat(frame.items):
        yield from chart_texts(item)
        yield from (paragraph.plain for paragraph in paragraphs(item))


def visible(frame: Frame) -> str:
    """All of it in one string, a line each."""
    return "\n".join(lines(frame))
