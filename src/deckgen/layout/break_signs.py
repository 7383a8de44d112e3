"""The sign of an axis of values that is broken: on each bar that the break cuts, and where the axis would be.

In: the chart's box and its settled plot. Out: strokes in the colour of the ground between two thin lines, a little
aslant, as shapes over the chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.layout.remark_shapes import LINE, Canvas
from deckgen.model.chart import Rect
from deckgen.model.chart_break import is_cut
from deckgen.model.chart_levels import place_of
from deckgen.model.frames import ShapeItem
from deckgen.model.theme import Color

ACROSS: Final = 5.0
"""Of the stroke of the ground, in points; the sign has room for it."""

SLANT: Final = 6.0
"""By how much one end of a stroke is higher than the other, in points."""

BEYOND: Final = 3.0
"""How far a sign reaches over the edges of a bar, in points."""

AT_AXIS: Final = 14.0
"""How long the sign is where the axis would be, in points."""

EDGE: Final = 1.0
"""Of the lines beside a stroke, in points."""

GROUND: Final[Color] = "background"


def break_signs(canvas: Canvas) -> Iterator[ShapeItem]:
    """Nothing where the axis is whole."""
    seen, plot = canvas.seen, canvas.seen.plot
    if plot.broken is None:
        return
    at, inner = place_of(plot, seen.room, plot.broken.sign), seen.room.inner(plot)
    start = inner.bottom - AT_AXIS if plot.lying else inner.left
    yield from _sign(canvas, at, (start, start + AT_AXIS), plot.lying)
    for mark in seen.marks:
        if is_cut(plot, plot.series[mark.series], mark.point):
            low, high = seen.across(mark.box)
            yield from _sign(canvas, at, (low - BEYOND, high + BEYOND), plot.lying)


def _sign(canvas: Canvas, at: float, reach: tuple[float, float], lying: bool) -> Iterator[ShapeItem]:
    low, high = reach
    for off, color, width in ((0.0, GROUND, ACROSS), (-ACROSS / 2, LINE, EDGE), (ACROSS / 2, LINE, EDGE)):
        middle = at + off
        box = (
            Rect(middle - SLANT / 2, low, SLANT, high - low)
            if lying
            else Rect(low, middle - SLANT / 2, high - low, SLANT)
        )
        yield ShapeItem("annotate break", canvas.rect(box), "line", None, color, width, rising=True)
