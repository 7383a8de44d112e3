"""What a chart looks like, for renderers that have no charts of their own.

In: a settled plot and the room that it stands in. Out: shapes and texts in points from the chart's top left corner,
at the places that the file says. Each chart type draws its own marks; what charts have in common is here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_dates import DateAxis
from deckgen.model.chart_geometry import KEY, KEY_GAP, ChartMark, Room, key_width, legend_rows
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Commands
from deckgen.model.styled import Align, Anchor
from deckgen.model.theme import Color

AXIS_WIDTH: Final = 0.75
"""Of the line of an axis, in points."""

AXIS_LABELS: Final = 6.8
"""Between an axis and the labels of its categories, as programs draw them, in points."""

_ROW = 1.2
"""From one row of a legend to the next, in ems."""
_AT_EDGES = 0.31
"""How much less stands at the edges of a legend than between its columns, in ems."""
_BESIDE: Final = 26.6
"""What a legend beside the plot takes but for its names, in points."""
_SAFE: Final = 1.02
"""How much wider than it is drawn a ruler takes a text to be."""
_MOST_STEPS: Final = 10
"""Into so many steps programs part an axis that they end by themselves."""
_HEAD: Final = 1.05


@dataclass(frozen=True, slots=True)
class ChartPath:
    """A shape, filled, outlined, or both; `width` of its line in points, `rounded` at its ends and joins.

    A `dashed` line is one that is not drawn of values.
    """

    commands: Commands
    fill: Color | None = None
    line: Color | None = None
    width: float = 0
    rounded: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ChartText:
    """A text in a box, broken into lines where it is wider; in the body face, at the size of the plot."""

    text: str
    box: Rect
    color: Color = "foreground"
    align: Align = "center"
    anchor: Anchor = "middle"


ChartShape = ChartPath | ChartText


def rectangle(box: Rect) -> Commands:
    return (
        ("M", (box.left, box.top)),
        ("L", (box.right, box.top)),
        ("L", (box.right, box.bottom)),
        ("L", (box.left, box.bottom)),
        ("Z", ()),
    )


def circle(box: Rect) -> Commands:
    """The circle or ellipse that fills a box."""
    (x, y), across, down = box.middle, box.width / 2, box.height / 2
    return (("M", (x, y - down)), *arc((x, y), across, down, 0, math.tau), ("Z", ()))


def arc(middle: tuple[float, float], across: float, down: float, start: float, end: float) -> Commands:
    """Curves along an ellipse; angles go clockwise from the top."""
    parts = max(1, math.ceil(abs(end - start) / (math.pi / 2) - 1e-9))
    step = (end - start) / parts
    reach = 4 / 3 * math.tan(step / 4)

    def at(angle: float, along: float) -> tuple[float, float]:
        """A point of the ellipse, moved along its tangent."""
        x, y = math.sin(angle) + along * math.cos(angle), -math.cos(angle) + along * math.sin(angle)
        return middle[0] + across * x, middle[1] + down * y

    return tuple(
        ("C", (*at(one, reach), *at(one + step, -reach), *at(one + step, 0)))
        for one in (start + step * part for part in range(parts))
    )


def rule(start: tuple[float, float], end: tuple[float, float]) -> ChartPath:
    """The line of an axis."""
    return ChartPath((("M", start), ("L", end)), line="rule", width=AXIS_WIDTH)


def value_labels(plot: Plot, marks: Sequence[ChartMark]) -> Iterator[ChartText]:
    """The labels on the marks, where the chart type has settled them."""
    for mark in marks:
        if mark.label:
            series = plot.series[mark.series]
            own = series.label_colors[mark.point : mark.point + 1]
            box = _widened(mark.label)
            anchor: Anchor = "bottom" if mark.label.bottom <= mark.box.top else "middle"
            anchor = "top" if mark.label.top >= mark.box.bottom else anchor
            yield ChartText(mark.text, box, own[0] if own else series.label_color, anchor=anchor)


def _widened(box: Rect) -> Rect:
    """A box that is wide enough for its text however it is measured."""
    return Rect(box.left - box.width, box.top, 3 * box.width, box.height)


def labels_below(plot: Plot, inner: Rect, top: float) -> Iterator[ChartText]:
    """The names of the categories, each under its part of the axis; or the dates that have room under theirs."""
    if plot.dates:
        yield from _dates_below(plot.dates, plot, inner, top)
        return
    pitch = inner.width * plot.slot
    for at, name in enumerate(plot.categories):
        left = inner.left + plot.across(at) * inner.width - pitch / 2
        yield ChartText(name, Rect(left, top, pitch, plot.type_size), anchor="top")


def _dates_below(axis: DateAxis, plot: Plot, inner: Rect, top: float) -> Iterator[ChartText]:
    for tick in axis.ticks:
        x = inner.left + axis.share(tick, plot.at_edges) * inner.width
        yield ChartText(axis.text(tick), Rect(x - inner.width / 2, top, inner.width, plot.type_size), anchor="top")


def labels_beside(plot: Plot, inner: Rect, right: float) -> Iterator[ChartText]:
    """The names of the categories, each at the left of its part of the axis."""
    pitch = inner.height / max(len(plot.categories), 1)
    for at, name in enumerate(plot.categories):
        yield ChartText(name, Rect(0, inner.top + at * pitch, right, pitch), align="right")


def legend(plot: Plot, room: Room, colors: Sequence[Color | None]) -> Iterator[ChartShape]:
    """The names in the legend, each behind a square in its colour."""
    if plot.legend is None:
        return
    if plot.legend.side == "right":
        yield from _legend_beside(plot, room, colors)
    else:
        yield from _legend_above(plot, room, colors)


def _legend_beside(plot: Plot, room: Room, colors: Sequence[Color | None]) -> Iterator[ChartShape]:
    names = plot.legend.names if plot.legend else ()
    line = _ROW * plot.type_size
    left = room.width - max((_width(name, plot, room) for name in names), default=0) - _BESIDE
    top = (room.height - line * len(names)) / 2
    for at, (name, color) in enumerate(zip(names, colors, strict=True)):
        yield from _entry(name, color, left, top + at * line, plot, room)


def _legend_above(plot: Plot, room: Room, colors: Sequence[Color | None]) -> Iterator[ChartShape]:
    """In rows of columns; what the box has more than they take is parted as programs do it."""
    legend = plot.legend
    if legend is None or legend.box is None:
        return
    rows, box, line = legend_rows(legend, plot, room), room.box(legend.box), _ROW * plot.type_size
    columns = [max(_width(name, plot, room) for name in column) for column in zip_longest(*rows, fillvalue="")]
    key = plot.type_size * (key_width(plot) + KEY_GAP)
    spare = box.width - sum(columns) - key * len(columns)
    edge = (spare - _AT_EDGES * plot.type_size * (len(columns) - 1)) / (len(columns) + 1)
    across = edge + _AT_EDGES * plot.type_size
    down = (box.height - line * len(rows)) / (len(rows) + 1)
    paints = iter(colors)
    for at, row in enumerate(rows):
        left = box.left + edge
        for name, width in zip(row, columns, strict=False):
            yield from _entry(name, next(paints), left, box.top + down + at * (line + down), plot, room)
            left += key + width + across


def _width(name: str, plot: Plot, room: Room) -> float:
    return room.ruler.width(name, plot.type_size) / _SAFE


def _entry(name: str, color: Color | None, left: float, top: float, plot: Plot, room: Room) -> Iterator[ChartShape]:
    """What is not seen in the chart has room in its legend too, and nothing else."""
    if color is None:
        return
    side, wide, line = plot.type_size * KEY, plot.type_size * key_width(plot), plot.type_size * _ROW
    yield ChartPath(rectangle(Rect(left, top + (line - side) / 2, wide, side)), color)
    text_left = left + wide + plot.type_size * KEY_GAP
    yield ChartText(name, Rect(text_left, top, 2 * room.width, line), align="left")


def open_end(high: float) -> float:
    """Where programs end an axis of values from zero that the file does not end: a step beyond the highest."""
    if high <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(high / _MOST_STEPS))
    step = next(power * times for times in (1, 2, 5, 10, 20) if high * _HEAD <= power * times * _MOST_STEPS)
    return math.ceil(high * _HEAD / step - 1e-9) * step
