"""What a slide layout draws for itself: grounds, thin lines, the compass dial and the wordmark.

In: ornaments of the slide layouts and the theme's wordmark. Out: shapes as text, marked as decoration.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from deckgen.model.template import OWN_PAINTS
from deckgen.model.theme import Color, Layer, Wordmark
from deckgen.model.units import EMU_PER_POINT, Box, Emu, inches, points
from deckgen.powerpoint.ooxml.freeform import CLOSE, Point, curve, freeform, geometry, line_to, move, path
from deckgen.powerpoint.ooxml.paint import Paints, fill
from deckgen.powerpoint.ooxml.xml import attribute
from deckgen.powerpoint.own_template.layouts import Dial, Field, Name, Ornament

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_TICK_STEP, _TICK_LONG, _TICK_LONGEST = 2, 10, 30
_ARC_STEP = 2
_DOT = 0.05
_INCH = inches(1)


def ornament(drawn: Ornament, wordmark: Wordmark | None, ids: Iterator[int], paints: Paints = OWN_PAINTS) -> str:
    """One ornament; a wordmark that the theme lacks is left out."""
    match drawn:
        case Field(name, x, y, width, height, color):
            box = Box(inches(x), inches(y), inches(width), inches(height))
            look = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' + fill(color, paints) + _NO_LINE
            return _shape(name, box, look, ids)
        case Dial():
            return _dial(drawn, ids)
        case Name(x, y, width, color):
            return _name(wordmark, inches(x), inches(y), inches(width), color, ids, paints) if wordmark else ""


_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def _line(color: Color, width: float) -> str:
    return f'<a:noFill/><a:ln w="{points(width)}" cap="flat">{fill(color)}<a:round/></a:ln>'


def _shape(name: str, box: Box, look: str, ids: Iterator[int]) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(ids)}" name="{attribute(name)}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>{look}</p:spPr></p:sp>'
    )


def _name(
    wordmark: Wordmark, x: Emu, y: Emu, width: Emu, color: Color | None, ids: Iterator[int], paints: Paints
) -> str:
    """The wordmark as one group: a shape for each of its layers, all over the same view."""
    box = Box(x, y, width, round(width * wordmark.height / wordmark.width))
    frame = f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>'
    inner = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/>'
    opening = (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{next(ids)}" name="wordmark" descr="{attribute(wordmark.name)}"/>'
        f'<p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}{inner}</a:xfrm></p:grpSpPr>'
    )
    scale = width / wordmark.width / EMU_PER_POINT
    shapes = (_shape("outline", box, _painted(layer, color, scale, paints), ids) for layer in wordmark.layers)
    return opening + "".join(shapes) + "</p:grpSp>"


def _painted(layer: Layer, color: Color | None, scale: float, paints: Paints) -> str:
    """A layer of the wordmark, in a colour other than its own where one is given; `scale` is points a unit."""
    paint = fill(color or layer.color, paints)
    stroke = layer.outline.paths[0].stroke
    line = f'<a:ln w="{points(stroke * scale)}">{paint}</a:ln>' if stroke else _NO_LINE
    return freeform(layer.outline) + paint + line


def _dial(dial: Dial, ids: Iterator[int]) -> str:
    box = Box(*(inches(side) for side in dial.region))
    return "".join(_shape(name, box, look, ids) for name, look in _dial_looks(dial, box.width, box.height))


@lru_cache(maxsize=8)
def _dial_looks(dial: Dial, width: Emu, height: Emu) -> tuple[tuple[str, str], ...]:
    """The parts of a dial by name, each with its geometry and paint."""
    rings = "".join(_ring(dial, radius) for radius in dial.rings)
    needle, dot = _bearing(dial), _dot(dial)
    looks = (
        ("rings", [rings], _line(dial.ring_color, 0.75), False),
        ("degrees", list(_ticks(dial)), _line(dial.tick_color, 0.75), False),
        ("bearing", [needle], _line(dial.tick_color, 1), False),
        ("position", [dot], fill(dial.tick_color) + _NO_LINE, True),
    )
    return tuple(
        (name, geometry([path(width, height, commands, filled, stroked=True)]) + look)
        for name, commands, look, filled in looks
    )


def _at(dial: Dial, degrees: float, radius: float) -> Point:
    """A point of the dial within its region, in EMU; degrees clockwise from north."""
    turned = math.radians(degrees)
    x = dial.center[0] + radius * math.sin(turned) - dial.region[0]
    y = dial.center[1] - radius * math.cos(turned) - dial.region[1]
    return x * _INCH, y * _INCH


def _inside(dial: Dial, degrees: float, radius: float) -> bool:
    x, y = _at(dial, degrees, radius)
    return -1 <= x <= dial.region[2] * _INCH + 1 and -1 <= y <= dial.region[3] * _INCH + 1


def _ring(dial: Dial, radius: float) -> str:
    """The arcs of a ring that lie within the region, as curves of a few degrees each."""
    drawn, joined = [], False
    for start in range(0, 360, _ARC_STEP):
        stop = start + _ARC_STEP
        if not (_inside(dial, start, radius) and _inside(dial, stop, radius)):
            joined = False
            continue
        if not joined:
            drawn.append(move(_at(dial, start, radius)))
        drawn.append(_arc(dial, start, stop, radius))
        joined = True
    return "".join(drawn)


def _arc(dial: Dial, start: float, stop: float, radius: float) -> str:
    half = math.radians(stop - start)
    reach = radius * math.hypot(1, 4 / 3 * math.tan(half / 4))
    lean = math.degrees(math.atan(4 / 3 * math.tan(half / 4)))
    return curve(
        _at(dial, start + lean, reach),
        _at(dial, stop - lean, reach),
        _at(dial, stop, radius),
    )


def _ticks(dial: Dial) -> Iterator[str]:
    for degrees in range(0, 360, _TICK_STEP):
        length = 0.26 if degrees % _TICK_LONGEST == 0 else 0.16 if degrees % _TICK_LONG == 0 else 0.07
        outer, inner = (degrees, dial.ticks), (degrees, dial.ticks - length)
        if _inside(dial, *outer) and _inside(dial, *inner):
            yield move(_at(dial, *inner)) + line_to(_at(dial, *outer))


def _bearing(dial: Dial) -> str:
    return move(_at(dial, 0, 0)) + line_to(_at(dial, dial.bearing, dial.ticks))


def _dot(dial: Dial) -> str:
    x, y = _at(dial, dial.bearing, dial.ticks)
    r, c = _DOT * inches(1), 0.5523 * _DOT * inches(1)
    return (
        move((x, y - r))
        + curve((x + c, y - r), (x + r, y - c), (x + r, y))
        + curve((x + r, y + c), (x + c, y + r), (x, y + r))
        + curve((x - c, y + r), (x - r, y + c), (x - r, y))
        + curve((x - r, y - c), (x - c, y - r), (x, y - r))
        + CLOSE
    )
