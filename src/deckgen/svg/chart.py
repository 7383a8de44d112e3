"""Native charts, drawn as their own type draws them. In: ChartItem. Out: a group at the chart's place.

A chart type that draws nothing, as those of other packages may, is shown by its alt text in its box.
"""

from __future__ import annotations

from typing import assert_never

from deckgen.layout.chart import FaceRuler
from deckgen.layout.typeset import CELL, typeset
from deckgen.model.chart import Rect
from deckgen.model.chart_geometry import Room
from deckgen.model.chart_levels import drawn
from deckgen.model.chart_sketch import ChartPath, ChartShape, ChartText
from deckgen.model.frames import ChartItem, FrameParagraph, FrameRun
from deckgen.model.units import EMU_PER_POINT, Box, points
from deckgen.svg.geometry import path_data
from deckgen.svg.markup import element, length
from deckgen.svg.shapes import stroke
from deckgen.svg.stage import Scope
from deckgen.svg.text import set_lines
from deckgen.xml_text import attribute, escape


def chart_item(item: ChartItem, scope: Scope) -> str:
    named = f"<title>{escape(item.alt)}</title>"
    about = f'{scope.place(item.name)} role="img" aria-label="{attribute(item.alt)}"'
    if item.type.draw is None:
        return element("g", about, named + _told(item, scope))
    room = Room(
        item.box.width / EMU_PER_POINT, item.box.height / EMU_PER_POINT, FaceRuler(scope.setting.face_of(False))
    )
    marks = item.type.marks(item.plot, room) if item.type.marks else ()
    every = (*item.type.draw(item.plot, room), *drawn(item.plot, room, marks))
    shapes = "".join([_shape(one, item.plot.type_size, scope) for one in every])
    moved = f' transform="translate({length(item.box.x)} {length(item.box.y)})"'
    return element("g", f"{about}{moved}", named + shapes)


def _shape(shape: ChartShape, size: float, scope: Scope) -> str:
    match shape:
        case ChartPath():
            return _path(shape, scope)
        case ChartText():
            return _text(shape, size, scope)
        case _:
            assert_never(shape)


def _path(path: ChartPath, scope: Scope) -> str:
    paint = f' fill="{scope.color(path.fill) if path.fill else "none"}"'
    if path.line:
        paint += stroke(scope.color(path.line), path.width, path.dashed)
    ends = ' stroke-linecap="round" stroke-linejoin="round"' if path.rounded else ""
    return f'<path d="{path_data(path.commands)}"{paint}{ends}/>'


def _text(text: ChartText, size: float, scope: Scope) -> str:
    lines = text.text.split("\n")
    written = tuple(FrameParagraph((FrameRun(line),), size, text.color, align=text.align) for line in lines)
    return set_lines(typeset(written, _box(text.box), text.anchor, scope.setting, CELL), scope)


def _box(box: Rect) -> Box:
    return Box(*(points(value) for value in (box.left, box.top, box.width, box.height)))


def _told(item: ChartItem, scope: Scope) -> str:
    """The alt text in the middle of the chart's place."""
    box = item.box
    place = f'x="{length(box.x)}" y="{length(box.y)}" width="{length(box.width)}" height="{length(box.height)}"'
    said = (FrameParagraph((FrameRun(item.alt),), item.plot.type_size, "muted", align="center"),)
    lines = set_lines(typeset(said, box, "middle", scope.setting), scope)
    return f'<rect {place} fill="none"{stroke(scope.color("rule"), 1)}/>{lines}'
