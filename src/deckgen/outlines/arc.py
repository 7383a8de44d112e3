"""In: an elliptical arc as SVG writes it. Out: cubic curves, each of a quarter of the ellipse at most."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

Numbers = tuple[float, ...]
Point = tuple[float, float]

_FLAT = 1e-6
"""Half an axis, in view units, under which nobody sees that an arc is one."""


class _Ellipse(NamedTuple):
    """Half axes, turned by an angle, round a middle."""

    rx: float
    ry: float
    turn: float
    middle: Point

    def at(self, x: float, y: float) -> Point:
        """A point of the unit circle on the ellipse."""
        return _turned(x * self.rx, y * self.ry, self.turn, self.middle)


def arc_curves(start: Point, numbers: Numbers) -> Iterator[Numbers]:
    """The numbers of each `C` from `start` on; `numbers` are those of `A`, absolute. A flat one is straight."""
    rx, ry, degrees, large, sweep, *_ = numbers
    end = (numbers[5], numbers[6])
    if start == end:
        return
    if min(abs(rx), abs(ry)) < _FLAT:
        yield (*start, *end, *end)
        return
    ellipse, first, angle = _resolved(
        start, end, (abs(rx), abs(ry)), math.radians(degrees), large != sweep, bool(sweep)
    )
    count = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    for number in range(count):
        from_, to = (first + angle * (number + one) / count for one in (0, 1))
        curve = _quarter(ellipse, from_, to)
        yield (*curve[:4], *end) if number == count - 1 else curve


def _resolved(
    start: Point, end: Point, radii: Point, turn: float, left: bool, sweep: bool
) -> tuple[_Ellipse, float, float]:
    """The ellipse through both points, the angle where the arc begins on it, and how far it goes round."""
    x, y = _turned((start[0] - end[0]) / 2, (start[1] - end[1]) / 2, -turn, (0, 0))
    grown = max(1.0, math.hypot(x / radii[0], y / radii[1]))
    rx, ry = radii[0] * grown, radii[1] * grown
    off = (x / rx) ** 2 + (y / ry) ** 2
    reach = math.sqrt(max(0.0, 1 / off - 1)) * (1 if left else -1)
    half = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    across, down = reach * y / ry, -reach * x / rx
    ellipse = _Ellipse(rx, ry, turn, _turned(across * rx, down * ry, turn, half))
    first = math.atan2(y / ry - down, x / rx - across)
    last = math.atan2(-y / ry - down, -x / rx - across)
    angle = (last - first) % (2 * math.pi)
    return ellipse, first, angle if sweep else angle - 2 * math.pi


def _quarter(ellipse: _Ellipse, first: float, last: float) -> Numbers:
    reach = 4 / 3 * math.tan((last - first) / 4)
    from_, to = (math.cos(first), math.sin(first)), (math.cos(last), math.sin(last))
    return (
        *ellipse.at(from_[0] - reach * from_[1], from_[1] + reach * from_[0]),
        *ellipse.at(to[0] + reach * to[1], to[1] - reach * to[0]),
        *ellipse.at(*to),
    )


def _turned(x: float, y: float, turn: float, origin: Point) -> Point:
    cos, sin = math.cos(turn), math.sin(turn)
    return x * cos - y * sin + origin[0], x * sin + y * cos + origin[1]
