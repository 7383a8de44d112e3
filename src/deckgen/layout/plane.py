"""Drawings by data. In: a plane and its box. Out: a shape for each mark, a text for each label, what did not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from deckgen.layout.draw import contained
from deckgen.layout.measure import natural
from deckgen.layout.placement import Placed, text_path
from deckgen.layout.scales import Axis, axes, plane_height
from deckgen.layout.setting import ROUNDING, Misfit, Setting
from deckgen.model.blocks import Area, Geometry, Label, Paint, Plane, PlaneMark, Point, Segment, TextBlock
from deckgen.model.frames import ShapeItem
from deckgen.model.outline import Outline
from deckgen.model.units import EMU_PER_POINT, Box, Emu, points

HEXAGON = 3**0.5 / 2
"""Width of a regular hexagon that stands on a point, as a share of its height."""

PlaceText = Callable[[TextBlock, Box, Setting], Placed]


def place_plane(block: Plane, box: Box, setting: Setting, place_text: PlaceText) -> Placed:
    """All marks at the places of their values, then their labels in the same order."""
    across, down = axes(block, box)
    whole = Box(box.x, box.y, box.width, max(box.height, plane_height(block, box.width)))
    shapes = [(mark, _shape(mark, across, down)) for mark in block.marks]
    placed = Placed(tuple(shape for mark, shape in shapes if not _is_unseen(mark)))
    for mark, shape in shapes:
        if mark.label:
            placed += _labelled(mark.label, shape.box, whole, setting, place_text)
    return placed + Placed(misfits=tuple(_too_high(block, box)))


def _too_high(block: Plane, box: Box) -> Iterator[Misfit]:
    over = plane_height(block, box.width) - box.height
    if over > ROUNDING:
        yield Misfit("drawing", f"it stands {over / EMU_PER_POINT:.0f} pt over its region", over=over)


def _is_unseen(mark: PlaneMark) -> bool:
    return isinstance(mark, Point) and not mark.size


def _shape(mark: PlaneMark, across: Axis, down: Axis) -> ShapeItem:
    match mark:
        case Area():
            (x, width), (y, height) = across.span(mark.x), down.span(mark.y)
            return _painted(mark, Box(x, y, width, height), mark.paint)
        case Point():
            size = points(mark.size)
            x, y = across.at(mark.x) - size // 2, down.at(mark.y) - (size if mark.stands else size // 2)
            return _painted(mark, Box(x, y, size, size), mark.paint)
        case Segment():
            return _line(mark, across, down)
        case _:
            assert_never(mark)


def _painted(mark: Area | Point, box: Box, paint: Paint) -> ShapeItem:
    own = _in_proportion(mark.geometry, box)
    return ShapeItem(mark.name, own, mark.geometry, paint.fill, paint.line, paint.width, paint.dashed)


def _in_proportion(geometry: Geometry | Outline, box: Box) -> Box:
    if isinstance(geometry, Outline):
        return contained((geometry.width, geometry.height), box, "center")
    return _regular(box) if geometry == "hexagon" else box


def _regular(box: Box) -> Box:
    """The largest hexagon that stands in a box, in the middle of it."""
    height = min(box.height, round(box.width / HEXAGON))
    width = min(box.width, round(height * HEXAGON))
    return Box(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)


def _line(mark: Segment, across: Axis, down: Axis) -> ShapeItem:
    (left, right), (first, last) = (tuple(map(across.at, mark.x)), tuple(map(down.at, mark.y)))
    box = Box(min(left, right), min(first, last), abs(right - left), abs(last - first))
    rising = (right - left) * (last - first) < 0
    paint = mark.paint
    return ShapeItem(mark.name, box, "line", None, paint.line, paint.width, paint.dashed, rising)


def _labelled(label: Label, mark: Box, whole: Box, setting: Setting, place_text: PlaceText) -> Placed:
    block = TextBlock(label.parts, anchor="middle")
    box = _label_box(label, block, mark, whole, setting)
    placed = place_text(block, box, setting)
    return placed if placed.misfits else placed + Placed(misfits=tuple(_beyond(block, box, whole)))


def _label_box(label: Label, block: TextBlock, mark: Box, whole: Box, setting: Setting) -> Box:
    """Where a label stands: on its mark, or beside it at its natural height."""
    gap = points(label.gap)
    if label.side == "inside":
        return mark.inset(gap, 0, gap, 0)
    beside = {"left": mark.x - gap - whole.x, "right": whole.right - mark.right - gap}
    width = points(label.width) or beside.get(label.side, mark.width)
    height = natural(block, max(width, 1), setting)
    middle = mark.y + (mark.height - height) // 2
    match label.side:
        case "left":
            return Box(mark.x - gap - width, middle, width, height)
        case "right":
            return Box(mark.right + gap, middle, width, height)
        case "above":
            return Box(_aligned(label, mark, width), mark.y - gap - height, width, height)
        case "below":
            return Box(_aligned(label, mark, width), mark.bottom + gap, width, height)
        case _:
            assert_never(label.side)


def _aligned(label: Label, mark: Box, width: Emu) -> Emu:
    """The left edge of a label over or under its mark."""
    spare = mark.width - width
    return mark.x + {"left": 0, "center": spare // 2, "right": spare}[label.parts[0].align]


def _beyond(block: TextBlock, box: Box, whole: Box) -> Iterator[Misfit]:
    """A label that stands out of the drawing, into what stands beside it."""
    over = max(whole.x - box.x, whole.y - box.y, box.right - whole.right, box.bottom - whole.bottom)
    if over > ROUNDING:
        excess = f"its label stands {over / EMU_PER_POINT:.0f} pt out of the drawing"
        yield Misfit(text_path(block), excess, block.parts[0].text.span, over=over)
