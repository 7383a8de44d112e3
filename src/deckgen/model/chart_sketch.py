"""What a chart looks like, for renderers that have no charts of their own.

In: a settled plot and the room that it stands in. Out: shapes and texts in points from the chart's top left corner,
at the places that the file says. Each chart type draws its own marks; what charts have in common is here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.model.blocks import Align, Anchor
from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_geometry import ChartMark, Room
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Commands
from deckgen.model.theme import Color

AXIS_WIDTH: Final = 0.75
"""Of the line of an axis, in points."""

AXIS_LABELS: Final = 6.8
"""Between an axis and the labels of its categories, as programs draw them, in points."""

_KEY: Final = 0.6
"""The side of the square that stands for a series in a legend, in ems."""
_KEY_GAP, _ENTRY_GAP = 0.22, 0.72
"""Between the square and its name, and before the next entry, in ems."""
_ABOVE, _ROW = 0.38, 1.2
"""Over a legend above the plot, and from one of its rows to the next, in ems."""
_BESIDE: Final = 26.6
"""What a legend beside the plot takes but for its names, in points."""
_SAFE: Final = 1.02
"""How much wider than it is drawn a ruler takes a text to be."""
_MOST_STEPS: Final = 10
"""Into so many steps programs part an axis that they end by themselves."""
_HEAD: Final = 1.05


@dataclass(frozen=True, slots=True)
class ChartPath:
    """A shape, filled, outlined, or both; `width` of its line in points, `rounded` at its ends and joins."""

    commands: Commands
    fill: Color | None = None
    line: Color | None = None
    width: float = 0
    rounded: bool = False


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
    """The names of the categories, each under its part of the axis."""
    pitch = inner.width / max(len(plot.categories), 1)
    for at, name in enumerate(plot.categories):
        yield ChartText(name, Rect(inner.left + at * pitch, top, pitch, plot.type_size), anchor="top")


def labels_beside(plot: Plot, inner: Rect, right: float) -> Iterator[ChartText]:
    """The names of the categories, each at the left of its part of the axis."""
    pitch = inner.height / max(len(plot.categories), 1)
    for at, name in enumerate(plot.categories):
        yield ChartText(name, Rect(0, inner.top + at * pitch, right, pitch), align="right")


def legend(plot: Plot, room: Room, colors: Sequence[Color]) -> Iterator[ChartShape]:
    """The names in the legend, each behind a square in its colour."""
    if plot.legend is None:
        return
    if plot.legend.side == "right":
        yield from _legend_beside(plot, room, colors)
    else:
        yield from _legend_above(plot, room, colors)


def _legend_beside(plot: Plot, room: Room, colors: Sequence[Color]) -> Iterator[ChartShape]:
    names = plot.legend.names if plot.legend else ()
    line = _ROW * plot.type_size
    left = room.width - max((_width(name, plot, room) for name in names), default=0) - _BESIDE
    top = (room.height - line * len(names)) / 2
    for at, (name, color) in enumerate(zip(names, colors, strict=True)):
        yield from _entry(name, color, left, top + at * line, plot, room)


def _legend_above(plot: Plot, room: Room, colors: Sequence[Color]) -> Iterator[ChartShape]:
    """In rows, each in the middle."""
    line = _ROW * plot.type_size
    for at, row in enumerate(_rows(plot, room)):
        left = (room.width - sum(width for _, width in row) + plot.type_size * _ENTRY_GAP) / 2
        for index, width in row:
            name = plot.legend.names[index] if plot.legend else ""
            yield from _entry(name, colors[index], left, at * line + plot.type_size * _ABOVE, plot, room)
            left += width


def _rows(plot: Plot, room: Room) -> list[list[tuple[int, float]]]:
    """The entries of each row with what they take, as many in a row as it holds."""
    rows: list[list[tuple[int, float]]] = [[]]
    for index, name in enumerate(plot.legend.names if plot.legend else ()):
        wide = _width(name, plot, room) + plot.type_size * (_KEY + _KEY_GAP + _ENTRY_GAP)
        if rows[-1] and sum(width for _, width in rows[-1]) + wide > room.width:
            rows.append([])
        rows[-1].append((index, wide))
    return rows


def _width(name: str, plot: Plot, room: Room) -> float:
    return room.ruler.width(name, plot.type_size) / _SAFE


def _entry(name: str, color: Color, left: float, top: float, plot: Plot, room: Room) -> Iterator[ChartShape]:
    side, line = plot.type_size * _KEY, plot.type_size * _ROW
    yield ChartPath(rectangle(Rect(left, top + (line - side) / 2, side, side)), color)
    text_left = left + side + plot.type_size * _KEY_GAP
    yield ChartText(name, Rect(text_left, top, 2 * room.width, line), align="left")


def open_end(high: float) -> float:
    """Where programs end an axis of values from zero that the file does not end: a step beyond the highest."""
    if high <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(high / _MOST_STEPS))
    step = next(power * times for times in (1, 2, 5, 10, 20) if high * _HEAD <= power * times * _MOST_STEPS)
    return math.ceil(high * _HEAD / step - 1e-9) * step
