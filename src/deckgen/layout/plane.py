"""Drawings by data. In: a plane and its box. Out: a shape for each mark, a text for each label, what did not fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from deckgen.layout.apart import apart
from deckgen.layout.draw import contained
from deckgen.layout.excess import too_high
from deckgen.layout.measure import natural
from deckgen.layout.placement import PlaceBlock, Placed, text_path
from deckgen.layout.plane_labels import Set, kept, touching
from deckgen.layout.plane_names import Shape, place_names, straight
from deckgen.layout.scales import Axis, axes, plane_height
from deckgen.layout.setting import ROUNDING, Misfit, Setting
from deckgen.layout.text import line_width, paragraphs
from deckgen.layout.widths import POINTING
from deckgen.model.blocks import TextBlock
from deckgen.model.frames import ShapeItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.outline import Outline
from deckgen.model.plane import Area, Label, Plane, PlaneMark, Point, Segment
from deckgen.model.shapes import Geometry
from deckgen.model.styled import Align
from deckgen.model.units import EMU_PER_POINT, Box, Emu, points

HEXAGON = 3**0.5 / 2
"""Width of a regular hexagon that stands on a point, as a share of its height."""

_PIN_EDGES = (0.15, 0.07)
"""What a number leaves free at the sides of its pin and over it: the diagonal of the rest is less than APART."""

FOOT = 6.0
"""What a leader ends with, in points."""


def place_plane(block: Plane, box: Box, setting: Setting, place: PlaceBlock) -> Placed:
    """All marks at the places of their values, then what they hold and their labels, in the same order."""
    across, down = axes(block, box)
    whole = Box(box.x, box.y, box.width, max(box.height, plane_height(block, box.width)))
    shapes = _apart([(mark, _shape(mark, across, down)) for mark in block.marks], whole)
    held = Placed()
    labels: list[Set] = []
    for mark, shape in shapes:
        if isinstance(mark, Area) and mark.holds:
            held += place(mark.holds, shape.box, setting)
        if mark.label and mark.label.side != "around":
            labels.append(_labelled(mark.label, _ground(mark, shape.box), whole, setting, place))
    stays = kept(labels)
    for one in stays:
        held += one.placed
    names, left_out = place_names(shapes, [one.ink for one in stays], whole, setting, place)
    drawn = [(mark, shape) for mark, shape in shapes if mark not in left_out]
    return (
        Placed(tuple(_seen(drawn, across, down)))
        + held
        + names
        + Placed(misfits=(*touching(stays), *_too_high(block, box, setting)))
    )


def _ground(mark: PlaneMark, box: Box) -> Box:
    """What a label inside a mark stands on: of pins that are apart each has its own, however aslant."""
    if not (isinstance(mark, Point) and mark.leader and mark.label and mark.label.side == "inside"):
        return box
    across, down = (round(share * box.width) for share in _PIN_EDGES)
    return box.inset(across, down, across, down)


def _too_high(block: Plane, box: Box, setting: Setting) -> Iterator[Misfit]:
    over = plane_height(block, box.width) - box.height
    if over > ROUNDING:
        yield too_high(block, box.width, over, setting)


def _seen(shapes: list[Shape], across: Axis, down: Axis) -> Iterator[ShapeItem]:
    """What is drawn, the leaders of signs that were moved behind the first of them."""
    signs = [(mark, shape) for mark, shape in shapes if isinstance(mark, Point) and mark.leader]
    for mark, shape in shapes:
        if signs and mark is signs[0][0]:
            for sign, stands in signs:
                yield from _leader(sign, stands.box, _shape(sign, across, down).box)
        if not _is_unseen(mark):
            yield shape


def _apart(shapes: list[Shape], room: Box) -> list[Shape]:
    """The same, those with a leader moved apart from each other."""
    signs = [number for number, (mark, _) in enumerate(shapes) if isinstance(mark, Point) and mark.leader]
    moved = dict(zip(signs, apart([shapes[number][1].box for number in signs], room), strict=True))
    return [
        (mark, replace(shape, box=moved[number]) if number in moved else shape)
        for number, (mark, shape) in enumerate(shapes)
    ]


def _leader(sign: Point, stands: Box, belongs: Box) -> Iterator[ShapeItem]:
    """A line from where a sign stands to where it belongs, with a foot there, if it was moved."""
    if sign.leader is None or stands == belongs:
        return
    start, end = (_middle(stands), _middle(belongs))
    line = replace(sign.leader, fill=None)
    yield straight(f"{sign.name} leader", line, start, end)
    size = points(FOOT)
    yield ShapeItem(
        f"{sign.name} foot", Box(end[0] - size // 2, end[1] - size // 2, size, size), "ellipse", line.line
    )


def _middle(box: Box) -> tuple[Emu, Emu]:
    return box.x + box.width // 2, box.y + box.height // 2


def _is_unseen(mark: PlaneMark) -> bool:
    return not (mark.paint.fill or mark.paint.line) or (isinstance(mark, Point) and not mark.size)


def _shape(mark: PlaneMark, across: Axis, down: Axis) -> ShapeItem:
    match mark:
        case Area():
            (x, width), (y, height) = across.span(mark.x), down.span(mark.y)
            return _painted(mark, Box(x, y, width, height))
        case Point():
            size = points(mark.size)
            x, y = across.at(mark.x) - size // 2, down.at(mark.y) - (size if mark.stands else size // 2)
            return _painted(mark, Box(x, y, size, size))
        case Segment():
            return _line(mark, across, down)
        case _:
            assert_never(mark)


def _painted(mark: Area | Point, box: Box) -> ShapeItem:
    stretched = isinstance(mark, Area) and mark.stretched
    own, paint = box if stretched else _in_proportion(mark.geometry, box), mark.paint
    look = (mark.geometry, paint.fill, paint.line, paint.width, paint.dashed)
    if isinstance(mark, Point):
        return ShapeItem(mark.name, own, *look)
    tip = round(abs(mark.taper) * own.width) or tip_of(mark.geometry, own, mark.tip)
    return ShapeItem(mark.name, own, *look, rising=mark.taper < 0, tip=tip)


def tip_of(geometry: Geometry | Outline, box: Box, tip: float) -> Emu:
    """How far a shape of that box points that is to point by `tip`, in points."""
    return min(points(tip), box.width // 2, box.height // 2) if geometry in POINTING else 0


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
    back = (right, last) < (left, first)
    arrow: Literal["", "left", "right"] = "" if not mark.arrow else "left" if back else "right"
    return replace(straight(mark.name, mark.paint, (left, first), (right, last)), arrow=arrow)


def _labelled(label: Label, mark: Box, whole: Box, setting: Setting, place: PlaceBlock) -> Set:
    block = TextBlock(label.parts, anchor="middle")
    box = _label_box(label, block, mark, whole, setting)
    placed = place(block, box, setting)
    line = line_width(paragraphs(block.parts, setting), setting)
    if label.otherwise and (placed.misfits or (label.side != "inside" and line > box.width)):
        align: Align = "right" if label.otherwise == "left" else "left"
        parts = tuple(replace(part, color="foreground", align=align) for part in label.parts)
        beside = replace(label, parts=parts, side=label.otherwise, otherwise="", width=line / EMU_PER_POINT + 1)
        return _labelled(beside, mark, whole, setting, place)
    if not placed.misfits:
        placed += Placed(misfits=tuple(_beyond(block, box, whole)))
    return Set(label, block, box, placed, line)


def _label_box(label: Label, block: TextBlock, mark: Box, whole: Box, setting: Setting) -> Box:
    """Where a label stands: on its mark, or beside it at its natural height."""
    gap = points(label.gap)
    if label.side == "inside":
        return mark.inset(gap, 0, gap, 0)
    beside = {"left": mark.x - gap - whole.x, "right": whole.right - mark.right - gap}
    width = points(label.width) or beside.get(label.side, mark.width)
    free = not width and label.side in ("above", "below")
    if free:
        width = min(whole.width, line_width(paragraphs(label.parts, setting), setting) + EMU_PER_POINT)
    height = natural(block, max(width, 1), setting)
    middle = mark.y + (mark.height - height) // 2
    left = _aligned(label, mark, width)
    if free:
        left = max(whole.x, min(left, whole.right - width))
    match label.side:
        case "left":
            return Box(mark.x - gap - width, middle, width, height)
        case "right":
            return Box(mark.right + gap, middle, width, height)
        case "above":
            return Box(left, mark.y - gap - height, width, height)
        case "below":
            return Box(left, mark.bottom + gap, width, height)
        case "around":
            raise AssertionError("a label around its mark is set after the others")
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
