"""In: a shape of SVG other than a path, by its attributes. Out: the commands of its outline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from deckgen.model.outline import Commands
from deckgen.outlines.arc import arc_curves
from deckgen.outlines.path import PathError

Attributes = Mapping[str, str]

_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(?:px)?\s*\Z")
_GAP = re.compile(r"[\s,]+")
_FARTHEST = 1e6


def shape_commands(name: str, attributes: Attributes) -> Commands:
    """The outline of a shape named in SHAPES; empty for one without extent. Raises PathError."""
    return SHAPES[name](attributes)


def length(attributes: Attributes, name: str, missing: float = 0) -> float:
    """A length in view units. Raises PathError for one in a unit, or in a share of something."""
    written = attributes.get(name)
    if written is None:
        return missing
    match = _LENGTH.match(written)
    number = float(match[1]) if match else _FARTHEST + 1
    if abs(number) > _FARTHEST:
        raise PathError(f"`{name}` is `{written}`", "write it as a number of view units")
    return number


def _rect(said: Attributes) -> Commands:
    x, y, width, height = (length(said, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ()
    right, bottom = x + width, y + height
    rx, ry = length(said, "rx", length(said, "ry")), length(said, "ry", length(said, "rx"))
    rx, ry = min(abs(rx), width / 2), min(abs(ry), height / 2)
    if not rx or not ry:
        return ("M", (x, y)), ("L", (right, y)), ("L", (right, bottom)), ("L", (x, bottom)), ("Z", ())
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        *_corner((right - rx, y), (right, y + ry), rx, ry),
        ("L", (right, bottom - ry)),
        *_corner((right, bottom - ry), (right - rx, bottom), rx, ry),
        ("L", (x + rx, bottom)),
        *_corner((x + rx, bottom), (x, bottom - ry), rx, ry),
        ("L", (x, y + ry)),
        *_corner((x, y + ry), (x + rx, y), rx, ry),
        ("Z", ()),
    )


def _corner(start: tuple[float, float], end: tuple[float, float], rx: float, ry: float) -> Commands:
    return tuple(("C", curve) for curve in arc_curves(start, (rx, ry, 0, 0, 1, *end)))


def _circle(said: Attributes) -> Commands:
    radius = length(said, "r")
    return _round(said, radius, radius)


def _ellipse(said: Attributes) -> Commands:
    return _round(said, length(said, "rx", length(said, "ry")), length(said, "ry", length(said, "rx")))


def _round(said: Attributes, rx: float, ry: float) -> Commands:
    x, y = length(said, "cx"), length(said, "cy")
    if rx <= 0 or ry <= 0:
        return ()
    right, left = (x + rx, y), (x - rx, y)
    return ("M", right), *_corner(right, left, rx, ry), *_corner(left, right, rx, ry), ("Z", ())


def _line(said: Attributes) -> Commands:
    start, end = (length(said, "x1"), length(said, "y1")), (length(said, "x2"), length(said, "y2"))
    return ("M", start), ("L", end)


def _polyline(said: Attributes) -> Commands:
    try:
        numbers = [float(number) for number in _GAP.split(said.get("points", "").strip()) if number]
    except ValueError:
        raise PathError(f"`points` is `{said['points']}`", "write pairs of numbers") from None
    if len(numbers) % 2 or any(not abs(number) <= _FARTHEST for number in numbers):
        raise PathError("`points` are not pairs of numbers", "write pairs of numbers")
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return tuple(("L" if at else "M", point) for at, point in enumerate(points)) if len(points) > 1 else ()


def _polygon(said: Attributes) -> Commands:
    drawn = _polyline(said)
    return (*drawn, ("Z", ())) if drawn else ()


SHAPES: Mapping[str, Callable[[Attributes], Commands]] = {
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
