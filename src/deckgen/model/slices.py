"""A figure cut across into slices, such as a pyramid or a funnel, with a line from each to what is said beside it.

In: how wide the figure is at each cut, from the top on. Out: a drawing with slices as high as the rows beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckgen.model.plane import Area, Bands, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Geometry, Paint
from deckgen.model.theme import Color

LEAST = 34.0
"""The least height of a slice, in points."""


def slices(widths: Sequence[float], fills: Sequence[Color], gap: float) -> Plane:
    """A slice between each width and the next, of 0 to 1; `gap` is that of the rows beside it, in points."""
    marks: list[PlaneMark] = []
    for at, ((upper, lower), fill) in enumerate(zip(pairwise(widths), fills, strict=True)):
        wide = max(upper, lower)
        taper = (wide - min(upper, lower)) / 2 / wide * (1 if upper < lower else -1)
        sides = ((1 - wide) / 2, (1 + wide) / 2)
        middle = (1 + (upper + lower) / 2) / 2
        line = Segment("leader", Paint(line="rule"), x=(middle, 1.06), y=(at + 0.5, at + 0.5))
        geometry: Geometry = "trapezoid" if taper else "rect"
        shape = Area("slice", Paint(fill), x=sides, y=(at, at + 1), geometry=geometry, taper=taper)
        marks += [line, shape]
    count = len(fills)
    return Plane(Linear(0, 1.06), Bands(count, gap), tuple(marks), height=LEAST * count + gap * (count - 1))
