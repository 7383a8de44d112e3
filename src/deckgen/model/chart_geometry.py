"""Where the marks of a chart and their labels stand, in points from the chart's top left corner.

In: a settled plot, the room that it stands in. Out: a box for each mark and each label, and what of them collides.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, zip_longest
from typing import Final, Protocol

from deckgen.model.chart import Legend, Plot, Rect
from deckgen.model.chart_dates import LONGEST_STEP, DateAxis
from deckgen.model.lazy_dataclasses import dataclass, replace

LEGEND_KEY: Final = 24.0
"""Room for the key and the gap of one entry of a legend beside a plot."""

KEY: Final = 0.6
"""The side of the square that stands for a series in a legend, in ems."""

LINE_KEY: Final = 1.26
"""How wide the key of a line is, in ems."""

WIDE_KEY: Final = 3.0
"""The same in a chart that has lines too, which some programs make room for in every entry."""

KEY_GAP, ENTRY_GAP = 0.22, 1.1
"""Between the square and its name, and around each entry of a legend above, in ems."""

_LEGEND_ROW, _LEGEND_AROUND, _LEGEND_UNDER = 3.0, 16.0, 6.0
"""Between the rows of a legend, above and below all of them, and of that what is left under its box."""

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
        return self.box(plot.inner or Rect(0, 0, 1, 1))

    def box(self, share: Rect) -> Rect:
        """A box that is given as a share of the chart."""
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
    text = plot.series[series].label(point)
    return room.ruler.width(text, plot.type_size), room.ruler.line(plot.type_size)


def spread(middles: Sequence[float], sizes: Sequence[float], within: tuple[float, float]) -> list[float]:
    """Middles in their order, moved as little as gives each its size, and kept within two ends."""
    before = [sum(sizes[:at]) for at in range(len(sizes) + 1)]
    groups: list[tuple[float, int]] = []
    for at, middle in enumerate(middles):
        sum_, count = middle - sizes[at] / 2 - before[at], 1
        while groups and groups[-1][0] / groups[-1][1] > sum_ / count:
            sum_, count = sum_ + groups[-1][0], count + groups[-1][1]
            groups.pop()
        groups.append((sum_, count))
    first, last = within[0], within[1] - before[-1]
    starts = [max(first, min(last, sum_ / count)) for sum_, count in groups for _ in range(count)]
    return [start + before[at] + sizes[at] / 2 for at, start in enumerate(starts)]


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
    wider = (_key_room(plot) - KEY) * plot.type_size
    return max((room.ruler.width(name, plot.type_size) + LEGEND_KEY + wider for name in legend.names), default=0.0)


def legend_height(plot: Plot, room: Room) -> float:
    """What a legend above the plot takes, in as many rows as its entries fill; nothing where there is none there."""
    if plot.legend is None or plot.legend.side != "top":
        return 0.0
    rows = len(legend_rows(plot.legend, plot, room))
    return rows * (room.ruler.line(plot.type_size) + _LEGEND_ROW) + _LEGEND_AROUND


def legend_rows(legend: Legend, plot: Plot, room: Room) -> list[list[str]]:
    """The names of a legend above the plot in rows, of which the columns stand under each other."""
    count = len(legend.names)
    for columns in range(count, 0, -1):
        rows = [list(legend.names[start : start + columns]) for start in range(0, count, columns)]
        if sum(legend_columns(rows, plot, room)) + _entry_gap(plot) <= room.width:
            break
    return rows


def legend_columns(rows: list[list[str]], plot: Plot, room: Room) -> list[float]:
    """What each column of a legend takes, with what is before the next."""
    around = plot.type_size * (_key_room(plot) + KEY_GAP) + _entry_gap(plot)
    columns = zip_longest(*rows, fillvalue="")
    return [max(room.ruler.width(name, plot.type_size) for name in column) + around for column in columns]


def key_width(plot: Plot) -> float:
    """Of the keys in a legend, in ems."""
    return LINE_KEY if plot.legend and plot.legend.has_lines else KEY


def _key_room(plot: Plot) -> float:
    return WIDE_KEY if plot.computed else key_width(plot)


def _entry_gap(plot: Plot) -> float:
    return plot.type_size * ENTRY_GAP


def placed_legend(plot: Plot, room: Room) -> Plot:
    """The plot with its legend, where that is above, in a box of its own: programs part the rest of it evenly.

    One that a chart type has placed stays there.
    """
    legend = plot.legend
    if legend is None or legend.side != "top" or legend.box:
        return plot
    rows = legend_rows(legend, plot, room)
    width = sum(legend_columns(rows, plot, room)) + _entry_gap(plot)
    height = legend_height(plot, room) - _LEGEND_UNDER
    box = Rect(max(room.width - width, 0) / 2, 0, min(width, room.width), height)
    return replace(plot, legend=replace(legend, box=room.share(box)))


def legend_beside(plot: Plot, room: Room) -> float:
    """What a legend beside the plot takes of the width, with what keeps the two apart; nothing where none is."""
    if plot.legend is None or plot.legend.side != "right":
        return 0.0
    return legend_width(plot.legend, plot, room) + 2 * LABEL_GAP


DATE_ROOM: Final = 1.2
"""How much more room than it takes a date under the axis has; where it has not, there are fewer."""


def dated(plot: Plot, room: Room, width: float) -> Plot:
    """The plot with as many dates under its axis as have room there, where it has an axis of dates."""
    if plot.dates is None:
        return plot
    fits = (axis for axis in plot.dates.stepped() if _has_room(axis, plot, room, width))
    return replace(plot, dates=next(fits, replace(plot.dates, step=LONGEST_STEP)))


def _has_room(axis: DateAxis, plot: Plot, room: Room, width: float) -> bool:
    """Whether each date stands clear of the next; most steps are too short, which the first two dates tell."""

    def placed(tick: datetime.date) -> tuple[float, float]:
        middle = axis.share(tick, plot.at_edges) * width
        return middle, room.ruler.width(axis.text(tick), plot.type_size) * DATE_ROOM

    return all(after[0] - at[0] >= (at[1] + after[1]) / 2 for at, after in pairwise(map(placed, axis.ticks)))


def date_width(plot: Plot, room: Room) -> float:
    """What the wider of the first and the last date takes under its axis; nothing where it has none."""
    if plot.dates is None:
        return 0.0
    ends = (plot.dates.text(day) for day in (plot.dates.dates[0], plot.dates.dates[-1]))
    return max(room.ruler.width(text, plot.type_size) for text in ends)


def height_below(plot: Plot, room: Room, width: float) -> float:
    """What the labels of categories take under the plot, each in that width; dates stand on one line."""
    if plot.dates:
        return AXIS_GAP + room.ruler.line(plot.type_size)
    lines = max((room.ruler.lines(name, plot.type_size, width) for name in plot.categories), default=1.0)
    return AXIS_GAP + room.ruler.line(plot.type_size) * (lines if math.isfinite(lines) else 1.0)
