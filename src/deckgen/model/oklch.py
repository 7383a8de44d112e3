"""Colours as the eye tells them apart: lightness, chroma and hue of OKLCH.

In: `RRGGBB`. Out: the three, and back again; the nearest colour that stands off from its grounds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import count
from typing import NamedTuple

from deckgen.model.contrast import contrast, from_linear, to_linear

Matrix = tuple[tuple[float, float, float], ...]

_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Matrix = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES: Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_STEP = 0.004
"""Of lightness, from one colour that is tried to the next: less than an eye sees."""


class Oklch(NamedTuple):
    """Lightness from 0 to 1, chroma from 0 (grey) to about 0.3, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def oklch(value: str) -> Oklch:
    linear = tuple(to_linear(int(value[at : at + 2], 16) / 255) for at in (0, 2, 4))
    lightness, a, b = _times(_TO_LAB, tuple(math.cbrt(cone) for cone in _times(_TO_CONES, linear)))
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def rgb(color: Oklch) -> str:
    """`RRGGBB`; of a colour that no screen shows, the one with as much chroma as there is."""
    chroma = max(0.0, color.chroma)
    while True:
        channels = _channels(color.lightness, chroma, color.hue)
        if chroma <= 0 or all(-0.0005 <= channel <= 1.0005 for channel in channels):
            break
        chroma = max(0.0, chroma - 0.004)
    return "".join(f"{round(from_linear(min(1.0, max(0.0, channel))) * 255):02X}" for channel in channels)


def hues_apart(one: str, other: str) -> float:
    """Degrees between two hues, up to 180."""
    distance = abs(oklch(one).hue - oklch(other).hue)
    return min(distance, 360 - distance)


def nearest(value: str, wanted: Mapping[str, float]) -> str:
    """The colour of the same hue, least lighter or darker, with at least these contrasts; itself where it has them.

    Where no lightness has them all, black or white, whichever misses less.
    """
    at = oklch(value)
    for distance in count():
        tried = (at.lightness - distance * _STEP, at.lightness + distance * _STEP)
        possible = [rgb(at._replace(lightness=lightness)) for lightness in tried if 0 <= lightness <= 1]
        if not distance:
            possible = [value]
        if not possible:
            break
        for one in possible:
            if falls_short(one, wanted) >= 1:
                return one
    return max(("000000", "FFFFFF"), key=lambda one: falls_short(one, wanted))


def falls_short(value: str, wanted: Mapping[str, float]) -> float:
    """The least contrast as a part of what is wanted; 1 or more where all are kept."""
    return min((contrast(value, ground) / least for ground, least in wanted.items()), default=1.0)


def _channels(lightness: float, chroma: float, hue: float) -> tuple[float, ...]:
    turned = math.radians(hue)
    roots = _times(_FROM_LAB, (lightness, chroma * math.cos(turned), chroma * math.sin(turned)))
    return _times(_FROM_CONES, tuple(root**3 for root in roots))


def _times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
