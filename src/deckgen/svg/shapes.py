"""Drawn shapes, lines and groups. In: items of a frame. Out: elements; shapes are decoration, groups have a name."""

from __future__ import annotations

from typing import Final, assert_never

from deckgen.model.chart import Rect
from deckgen.model.frames import GroupItem, ShapeItem
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.shapes import Geometry
from deckgen.model.units import EMU_PER_POINT, Box
from deckgen.svg import geometry
from deckgen.svg.markup import element, number
from deckgen.svg.stage import Scope
from deckgen.xml_text import attribute, escape

_DASH, _GAP = 4, 3
"""Of a dashed line, in widths of it."""
_HEAD: Final = 5.0
"""How long and how wide the head of an arrow is, in widths of its line; thin lines count as of two points."""
_THINNEST: Final = 2.0


@dataclass(frozen=True, slots=True)
class Form:
    """What a shape is like beside its place: `tip` and `corner` in points, as ShapeItem has them."""

    geometry: Geometry | Outline
    rising: bool = False
    corner: float = 0
    tip: float = 0


def shape_item(item: ShapeItem, scope: Scope) -> str:
    form = Form(item.geometry, item.rising, item.corner, item.tip / EMU_PER_POINT)
    fill = scope.color(item.fill) if item.fill else "none"
    paint = f' fill="{fill}"'
    if item.line:
        paint += stroke(scope.color(item.line), item.line_width, item.dashed)
    place = scope.place(item.name)
    if item.arrow:
        return element("g", f'{place} fill="{fill}"', _arrow(item, paint, scope))
    return drawn(form, item.box, paint, place)


def stroke(color: str, width: float, dashed: bool = False, opacity: str = "") -> str:
    """How a line looks, as attributes."""
    dashes = f' stroke-dasharray="{number(_DASH * width)} {number(_GAP * width)}"' if dashed else ""
    return f' stroke="{color}" stroke-width="{number(width)}"{dashes}{opacity}'


def place_of(box: Box) -> Rect:
    return Rect(*(value / EMU_PER_POINT for value in (box.x, box.y, box.width, box.height)))


def drawn(form: Form, box: Box, paint: str, attributes: str = "") -> str:
    """A shape in its box, with how it is painted and whatever else is to be said of it."""
    place = place_of(box)
    if isinstance(form.geometry, Outline):
        return _outlined(form.geometry, place, paint, attributes)
    match form.geometry:
        case "rect":
            return element("rect", f"{attributes}{_rectangle(place, form.corner)}{paint}")
        case "ellipse":
            (x, y), across, down = place.middle, place.width / 2, place.height / 2
            size = f' cx="{number(x)}" cy="{number(y)}" rx="{number(across)}" ry="{number(down)}"'
            return element("ellipse", f"{attributes}{size}{paint}")
        case "line":
            return element("path", f'{attributes} d="{_straight(place, form.rising)}"{paint}')
        case "hexagon":
            data = geometry.hexagon(place)
        case "homePlate":
            data = geometry.home_plate(place, form.tip)
        case "chevron":
            data = geometry.chevron(place, form.tip)
        case "rightArrow":
            data = geometry.broad_arrow(place)
        case "trapezoid":
            data = geometry.trapezoid(place, form.tip, form.rising)
        case "diamond":
            data = geometry.diamond(place)
        case _:
            assert_never(form.geometry)
    return element("path", f'{attributes} d="{data}"{paint}')


def group_item(item: GroupItem, inside: str, scope: Scope) -> str:
    """A diagram, told to readers of the screen by its alt text."""
    named = f"<title>{escape(item.alt)}</title>" if item.alt else ""
    role = f' role="img" aria-label="{attribute(item.alt)}"' if item.alt else ""
    return element("g", f"{scope.place(item.name)}{role}", named + inside)


def _rectangle(place: Rect, corner: float) -> str:
    size = f' x="{number(place.left)}" y="{number(place.top)}" width="{number(place.width)}"'
    rounded = f' rx="{number(min(corner, place.width / 2, place.height / 2))}"' if corner else ""
    return f'{size} height="{number(place.height)}"{rounded}'


def _straight(place: Rect, rising: bool) -> str:
    top, bottom = (place.bottom, place.top) if rising else (place.top, place.bottom)
    return f"M{number(place.left)} {number(top)}L{number(place.right)} {number(bottom)}"


def _outlined(outline: Outline, place: Rect, paint: str, attributes: str) -> str:
    """One element for each path; a path says whether it takes the fill, and the line."""
    paths = []
    for data, filled, lined in geometry.outline_paths(outline, place.width, place.height):
        unfilled, unlined = "" if filled else ' fill="none"', "" if lined else ' stroke="none"'
        paths.append(f'<path d="{data}"{unfilled}{unlined}/>')
    moved = f' transform="translate({number(place.left)} {number(place.top)})"'
    ends = ' stroke-linecap="round" stroke-linejoin="round" fill-rule="evenodd"'
    return element("g", f"{attributes}{moved}{paint}{ends}", "".join(paths))


def _arrow(item: ShapeItem, paint: str, scope: Scope) -> str:
    """A line that ends under the head at one of its ends."""
    place = place_of(item.box)
    left, right = (place.left, place.top), (place.right, place.bottom)
    if item.rising:
        left, right = (place.left, place.bottom), (place.right, place.top)
    start, end = (right, left) if item.arrow == "left" else (left, right)
    size = _HEAD * max(item.line_width, _THINNEST)
    across, down = end[0] - start[0], end[1] - start[1]
    whole = max((across**2 + down**2) ** 0.5, 0.01)
    x, y = across / whole, down / whole
    foot = (end[0] - x * size, end[1] - y * size)
    half = size / 2
    head = geometry.polygon((end, (foot[0] - y * half, foot[1] + x * half), (foot[0] + y * half, foot[1] - x * half)))
    line = f"M{number(start[0])} {number(start[1])}L{number(foot[0])} {number(foot[1])}"
    color = scope.color(item.line) if item.line else "none"
    return f'<path d="{line}"{paint}/><path d="{head}" fill="{color}"/>'
