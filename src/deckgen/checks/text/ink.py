"""How much of the body of a page carries something. In: a frame and the page's edges. Out: a share from 0 to 1.

The body is laid out in a grid; a cell counts where a line of text, a drawn line, the edge of a shape, a table, a
chart or a picture is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from deckgen.checks.text.frame_text import AROUND, field, flat
from deckgen.model.frames import ChartItem, Frame, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem
from deckgen.model.outline import Outline
from deckgen.model.units import Box, Emu, points

COLUMNS, ROWS = 24, 14
_HEAD: Final = frozenset(("title", "subtitle", "section mark", "progress", "stepper", "sticker box"))
_LETTER: Final = 0.5
"""About how wide a letter is, in ems, and how high a line."""
_LINE: Final = 1.2
_EDGE: Final = points(2)


def ink(frame: Frame, body: Box) -> float:
    """The share of the cells of `body` that something stands in."""
    rows = [0] * ROWS  # a bit for each cell
    for item in flat(frame.items):
        if not _is_around(item):
            for box in _marks(item):
                _fill(rows, box, body)
    return sum(row.bit_count() for row in rows) / (COLUMNS * ROWS)


def head_bottom(frame: Frame) -> Emu:
    """Where the title, or a subtitle under it, ends; 0 where there is none."""
    return max((item.box.bottom for item in frame.items if field(item) in ("title", "subtitle")), default=0)


def _is_around(item: Item) -> bool:
    name = field(item)
    return name in _HEAD or name.partition("/")[0] in AROUND or name.startswith(("part ", "step "))


def _marks(item: Item) -> Iterator[Box]:
    match item:
        case TextItem():
            yield from _lines(item)
        case ShapeItem():
            yield from _drawn(item)
        case TableItem() | ChartItem() | PictureItem():
            yield item.box
        case GroupItem():
            return
        case _:
            assert_never(item)


def _lines(item: TextItem) -> Iterator[Box]:
    """The lines of a text as one box: as wide as its longest line may be, as high as it takes."""
    said = [paragraph for paragraph in item.paragraphs if paragraph.plain.strip()]
    if not said:
        return
    high = points(max(1, item.lines) * max(one.size for one in said) * _LINE)
    wide = max(points(len(one.plain) * one.size * _LETTER) for one in said)
    width, height = min(wide, item.box.width), min(high, item.box.height)
    spare = item.box.height - height
    y = item.box.y + {"top": 0, "middle": spare // 2, "bottom": spare}[item.anchor]
    left = {"left": 0, "center": (item.box.width - width) // 2, "right": item.box.width - width}[said[0].align]
    yield Box(item.box.x + left, y, width, height)


def _drawn(item: ShapeItem) -> Iterator[Box]:
    """A line or an outline such as an icon; of another shape its edges, since a flat ground says nothing."""
    box = item.box
    if item.geometry == "line" or isinstance(item.geometry, Outline):
        yield box
    elif item.fill or item.line:
        yield Box(box.x, box.y, box.width, _EDGE)
        yield Box(box.x, box.bottom - _EDGE, box.width, _EDGE)
        yield Box(box.x, box.y, _EDGE, box.height)
        yield Box(box.right - _EDGE, box.y, _EDGE, box.height)


def _fill(rows: list[int], box: Box, body: Box) -> None:
    """Set the cells that a box reaches into."""
    across, down = body.width / COLUMNS, body.height / ROWS
    left, top = int((box.x - body.x) // across), int((box.y - body.y) // down)
    right, bottom = int((box.right - 1 - body.x) // across), int((box.bottom - 1 - body.y) // down)
    left, right = max(0, left), min(COLUMNS - 1, right)
    cells = (1 << right + 1) - (1 << left) if left <= right else 0
    for row in range(max(0, top), min(ROWS - 1, bottom) + 1):
        rows[row] |= cells
