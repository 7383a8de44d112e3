"""What a slide layout shows behind a slide. In: a backdrop. Out: its ground and its marks, as decoration."""

from __future__ import annotations

import math
from typing import assert_never

from deckgen.layout.typeset import typeset
from deckgen.model.backdrop import Backdrop, BackdropMark, BackdropPicture, BackdropShape, BackdropText, Gradient, Ink
from deckgen.model.frames import TextItem
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.units import Box
from deckgen.svg.markup import element, length, number
from deckgen.svg.pictures import data_uri, image
from deckgen.svg.shapes import Form, drawn, place_of, stroke
from deckgen.svg.stage import Scope
from deckgen.svg.text import set_lines


def backdrop_group(backdrop: Backdrop, width: int, height: int, scope: Scope) -> str:
    """The whole backdrop of a page of that size."""
    page = Box(0, 0, width, height)
    marks = "".join([_mark(one, scope) for one in backdrop.marks])
    return element("g", ' aria-hidden="true"', _ground(backdrop.ground, page, scope) + marks)


def text_panel(item: TextItem, scope: Scope) -> str:
    """What the placeholder of a text draws behind it, wherever that stands; empty where it draws nothing."""
    panel = scope.backdrop.text_panels.get(item.slot.index) if item.slot else None
    if panel is None:
        return ""
    shown = replace(panel, box=item.box) if item.own_box else panel
    return element("g", ' aria-hidden="true"', _shape(shown, scope))


def _ground(ground: Ink | Gradient | BackdropPicture, page: Box, scope: Scope) -> str:
    if isinstance(ground, BackdropPicture):
        return _ground(Ink("FFFFFF"), page, scope) + _picture(ground, scope)
    defined, paint = _filled(ground, scope)
    return f'{defined}<rect width="{length(page.width)}" height="{length(page.height)}"{paint}/>'


def _mark(mark: BackdropMark, scope: Scope) -> str:
    match mark:
        case BackdropShape():
            return _shape(mark, scope)
        case BackdropPicture():
            return _picture(mark, scope)
        case BackdropText():
            lines = typeset(mark.paragraphs, mark.box, mark.anchor, scope.setting)
            return set_lines(lines, scope, f"#{mark.ink.color}")
        case _:
            assert_never(mark)


def _shape(mark: BackdropShape, scope: Scope) -> str:
    defined, paint = _filled(mark.fill, scope)
    if mark.line and mark.line_width:
        paint += stroke(f"#{mark.line.color}", mark.line_width, opacity=_opacity(mark.line, "stroke"))
    x, y = place_of(mark.box).middle
    shape = drawn(Form(mark.geometry, mark.rising, mark.corner), mark.box, paint)
    if mark.turned:
        shape = element("g", f' transform="rotate({number(mark.turned)} {number(x)} {number(y)})"', shape)
    return defined + shape


def _filled(fill: Ink | Gradient | None, scope: Scope) -> tuple[str, str]:
    """What has to be defined for a fill, and the fill as attributes."""
    match fill:
        case None:
            return "", ' fill="none"'
        case Ink():
            return "", f' fill="#{fill.color}"{_opacity(fill, "fill")}'
        case Gradient():
            id = scope.new_id()
            return _gradient(fill, id), f' fill="url(#{id})"'
        case _:
            assert_never(fill)


def _gradient(gradient: Gradient, id: str) -> str:
    across, down = math.cos(math.radians(gradient.angle)) / 2, math.sin(math.radians(gradient.angle)) / 2
    ends = (0.5 - across, 0.5 - down, 0.5 + across, 0.5 + down)
    along = "".join(f' {name}="{number(value)}"' for name, value in zip(("x1", "y1", "x2", "y2"), ends, strict=True))
    stops = "".join(
        f'<stop offset="{number(place)}" stop-color="#{ink.color}"{_opacity(ink, "stop")}/>'
        for place, ink in gradient.stops
    )
    return f'<linearGradient id="{id}"{along}>{stops}</linearGradient>'


def _opacity(ink: Ink, what: str) -> str:
    return f' {what}-opacity="{number(ink.opacity / 100)}"' if ink.opacity != 100 else ""


def _picture(picture: BackdropPicture, scope: Scope) -> str:
    shown = image(data_uri(picture.data, picture.content_type), picture.box, picture.crop, scope)
    sheer = f' opacity="{number(picture.opacity / 100)}"' if picture.opacity != 100 else ""
    look = sheer + _placed(picture)
    return element("g", look, shown) if look else shown


def _placed(picture: BackdropPicture) -> str:
    """How it is turned and flipped about the middle of its box; empty where it is neither."""
    x, y = place_of(picture.box).middle
    right, low = (2 * x if picture.across else 0), (2 * y if picture.down else 0)
    steps = [f"rotate({number(picture.turned)} {number(x)} {number(y)})"] if picture.turned else []
    if picture.across or picture.down:
        steps.append(f"translate({number(right)} {number(low)})")
        steps.append(f"scale({1 - 2 * picture.across} {1 - 2 * picture.down})")
    return f' transform="{" ".join(steps)}"' if steps else ""
