"""Where the marks of a chart and their labels stand, in points from the chart's top left corner.

In: a settled plot, the room that it stands in. Out: a box for each mark and each label, and what of them collides.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, Protocol

from deckgen.model.chart import Legend, Plot, Rect
from deckgen.model.lazy_dataclasses import dataclass

LEGEND_KEY: Final = 24.0
"""Room for the key and the gap of one entry of a legend."""

_LEGEND_ROW, _LEGEND_AROUND = 3.0, 16.0
"""Between the rows of a legend, and above and below all of them."""

AXIS_GAP: Final = 10.0
"""Between an axis and the labels of its categories."""

LABEL_GAP: Final = 4.0
"""Between a mark and a label beside it."""


HEAD_ROOM: Final = 0.06
"""Of the axis of values, beyond the values: an axis that PowerPoint ends by itself leaves 5 % there at the least."""

MOST_UNITS: Final = 6
"""Into so many units an axis is parted on each side of zero."""


class Ruler(Protocol):
    """Measures of the type of a chart; sizes and widths in points."""

    def line(self, size: float) -> float:
        """The height of a line."""

    def width(self, text: str, size: float) -> float:
        """A text on one line."""

    def lines(self, text: str, size: float, width: float) -> float:
        """How many lines a text takes in that width; infinite where a word of it is wider."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a plot stands: the chart's own size, and what measures its type."""

    width: float
    height: float
    ruler: Ruler
    sizes: tuple[float, ...] = ()
    """The sizes of type that may be tried, the preferred first; empty: only that of the plot."""

    def inner(self, plot: Plot) -> Rect:
        """The plot's inner box, which a settled plot has as a share of the chart."""
        share = plot.inner or Rect(0, 0, 1, 1)
        return Rect(
            share.left * self.width, share.top * self.height, share.width * self.width, share.height * self.height
        )

    def share(self, box: Rect) -> Rect:
        """A box as a share of the chart."""
        return Rect(box.left / self.width, box.top / self.height, box.width / self.width, box.height / self.height)


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A mark of a series with the box around it, what its label says, and where: None where it has none."""

    series: int
    point: int
    box: Rect
    text: str
    label: Rect | None


def growing(low: float, high: float, under: float, over: float) -> tuple[tuple[float, float], float]:
    """The ends of an axis of values from `low` to `high`, and the unit of which both hold whole numbers.

    Programs end an axis whose ends are not said at the first unit beyond its values, so that they draw it as it is
    here, and longer where somebody edits a value beyond it. `under` and `over` are the shares of its length that stay
    free at its ends; where no value is below zero, the axis begins there.
    """
    under, over = max(under, HEAD_ROOM), max(over, HEAD_ROOM)
    if low >= 0:
        end = high / (1 - over)
        return (0.0, end), end
    parted = [
        (max(-low / (below - under * (below + above)), high / (above - over * (below + above))), below, above)
        for below in range(1, MOST_UNITS + 1)
        for above in range(1, MOST_UNITS + 1)
        if below > under * (below + above) and above > over * (below + above)
    ]
    unit, below, above = min(parted, key=lambda one: one[0] * (one[1] + one[2]))
    return (-below * unit, above * unit), unit


def label_size(plot: Plot, series: int, point: int, room: Room) -> tuple[float, float]:
    """What the label of a value takes across and down."""
    text = plot.series[series].labels.text(point)
    return room.ruler.width(text, plot.type_size), room.ruler.line(plot.type_size)


def centred(middle: tuple[float, float], size: tuple[float, float]) -> Rect:
    return Rect(middle[0] - size[0] / 2, middle[1] - size[1] / 2, *size)


def touching(marks: Sequence[ChartMark]) -> Iterator[tuple[ChartMark, ChartMark]]:
    """The pairs of marks whose labels stand over each other."""
    for one, other in combinations(marks, 2):
        if one.label and other.label and one.label.touches(other.label):
            yield one, other


def outside(marks: Sequence[ChartMark], room: Room) -> Iterator[ChartMark]:
    """The marks whose labels stand out of the chart."""
    whole = Rect(0, 0, room.width, room.height)
    return (mark for mark in marks if mark.label and not whole.holds(mark.label))


def legend_width(legend: Legend, plot: Plot, room: Room) -> float:
    """What the widest entry of a legend takes."""
    return max((room.ruler.width(name, plot.type_size) + LEGEND_KEY for name in legend.names), default=0.0)


def legend_height(plot: Plot, room: Room) -> float:
    """What a legend above the plot takes, in as many rows as its entries fill; nothing where there is none there."""
    if plot.legend is None or plot.legend.side != "top":
        return 0.0
    rows, used = 1, 0.0
    for name in plot.legend.names:
        wide = room.ruler.width(name, plot.type_size) + LEGEND_KEY
        if used and used + wide > room.width:
            rows, used = rows + 1, 0.0
        used += wide
    return rows * (room.ruler.line(plot.type_size) + _LEGEND_ROW) + _LEGEND_AROUND


def legend_beside(plot: Plot, room: Room) -> float:
    """What a legend beside the plot takes of the width, with what keeps the two apart; nothing where none is."""
    if plot.legend is None or plot.legend.side != "right":
        return 0.0
    return legend_width(plot.legend, plot, room) + 2 * LABEL_GAP


def height_below(plot: Plot, room: Room, width: float) -> float:
    """What the labels of categories take under the plot, each in that width."""
    lines = max((room.ruler.lines(name, plot.type_size, width) for name in plot.categories), default=1.0)
    return AXIS_GAP + room.ruler.line(plot.type_size) * (lines if math.isfinite(lines) else 1.0)
