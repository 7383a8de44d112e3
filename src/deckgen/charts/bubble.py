"""Bubbles between two axes: whether two numbers go together, and how much weight each row has.

In: three series: one across, one up, and what the area of a bubble stands for. The names of the first two are the
titles of the axes, that of the third stands in a legend. Out: a bubble for each row, the finding in the accent, with
its name on it, where it holds that, else beside it. The largest is drawn first, so that none hides a smaller one.

The axes have round ticks and leave room for whole bubbles. A name stands where it touches no other, lies on no other
bubble and leaves the plot nowhere; one without any such place is dropped, those of the finding last.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Final

from deckgen.model.axis_sketch import axes_around, axis_lines, drawn_axes, plane
from deckgen.model.chart import Legend, Plot, Rect, Series
from deckgen.model.chart_axis import axis_around, axis_of
from deckgen.model.chart_data import Category, ChartData, labels
from deckgen.model.chart_geometry import ChartMark, Room, centred, placed_legend
from deckgen.model.chart_points import POINT_EDGE, drawn_point, point_labels
from deckgen.model.chart_sketch import ChartShape, legend
from deckgen.model.chart_tones import tone
from deckgen.model.chart_type import ChartOption, ChartXml, Shows
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.point_labels import ON_IT, label_at, labelled
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "correlation"
TAKES: Final[frozenset[ChartOption]] = frozenset(("average", "callout", "line"))
WHOLE_ROWS: Final = True

EXAMPLE = """\
title: De klynger, der vokser mest, er ikke dem med flest penge
chart: bubble
counted: Ni opdigtede klynger
series: [Medlemmer, Vækst i procent, Omsætning i mio. kr.]
data:
  - {label: Energi, value: [412, 4, 31]}
  - {label: Byggeri, value: [375, 9, 27]}
  - {label: Fødevarer, value: [338, 6, 12]}
  - {label: Maritim, value: [290, 17, 9], emphasis: true}
  - {label: Robotter, value: [264, 11, 21]}
  - {label: Life science, value: [231, 7, 18]}
  - {label: Design, value: [176, 3, 4]}
  - {label: Lyd, value: [142, 13, 3]}
  - {label: Rumfart, value: [118, 8, 2]}
annotate:
  - {callout: Energi, text: Voksede mest i året}
"""

ACROSS, UP, SIZE = 0, 1, 2
"""The series by what they say of a bubble. Bubbles and their names are those of the last."""
LEVELS_OF: Final = UP

LARGEST: Final = 0.25
"""The largest bubble as a share of the shorter side of the plot: what programs draw by themselves, all alike."""


def plot(data: ChartData) -> Plot:
    """A bubble of which a number is missing is not drawn."""
    rows = tuple(_whole(row) for row in data.several("a bubble chart", 3, 3).rows_by((SIZE,)))
    across, up, size = (
        Series(name, tuple(row.values[at] for row in rows), "mark", labels=labels(rows, at))
        for at, name in enumerate(data.series)
    )
    names = tuple(row.label if row.values[SIZE] is not None else "" for row in rows)
    size = replace(size, labels=replace(size.labels, words=(), texts=names, say="rows"))
    if any(row.emphasis for row in rows):
        size = replace(size, point_colors=tuple("accent" if row.emphasis else "mark" for row in rows))
    formats = ([row.shown[at].number_format for row in rows] for at in (ACROSS, UP))
    axes = tuple(axis_of(one.values, form) for one, form in zip((across, up), formats, strict=True))
    return Plot(tuple(row.label for row in rows), (across, up, size), Legend("top", (size.name,)), axes=axes)


def _whole(row: Category) -> Category:
    """The row with all of its numbers, or with none; ValueError where it has no area."""
    known = [value for value in row.values if value is not None and value.is_finite()]
    if len(known) < len(row.values):
        return replace(row, values=(None,) * len(row.values))
    if known[SIZE] <= 0:
        raise ValueError(f"the area of a bubble is more than nothing: see `{row.label}`")
    return row


def write(plot: Plot, xml: ChartXml) -> str:
    flat = '<c:invertIfNegative val="0"/>'
    bubbles = xml.series(
        SIZE,
        _look(plot.series[SIZE].color, xml) + flat,
        xml.points(SIZE, lambda color: f'{flat}<c:bubble3D val="0"/>{_look(color, xml)}'),
        xml.labels(SIZE, "r"),
        xml.values(ACROSS, "c:xVal"),
        xml.values(UP, "c:yVal"),
        xml.values(SIZE, "c:bubbleSize"),
        '<c:bubble3D val="0"/>',
    )
    return (
        f'<c:bubbleChart><c:varyColors val="0"/>{bubbles}<c:bubbleScale val="100"/><c:showNegBubbles val="0"/>'
        f'<c:sizeRepresents val="area"/>{xml.axis_ids}</c:bubbleChart>{xml.number_axes(ACROSS, UP)}'
    )


def _look(color: Color, xml: ChartXml) -> str:
    return f"<c:spPr>{xml.fill(color)}{xml.line('background', POINT_EDGE)}</c:spPr>"


def settle(plot: Plot, room: Room) -> Plot:
    """The plot in the largest type in which each name has room, else in the smallest."""
    settled = plot
    for size in room.sizes or (plot.type_size,):
        begun = axes_around(_beside_title(replace(plot, type_size=size), room), room)
        settled = _named(_padded(begun, room), room)
        names = settled.series[SIZE]
        if not any(place.dropped and names.label(point) for point, place in enumerate(names.places)):
            break
    return settled


def _beside_title(plot: Plot, room: Room) -> Plot:
    """The plot with its legend at the right edge, beside the title of the axis that goes up, where both have room
    and nothing is said over the plot."""
    made = placed_legend(plot, room)
    if plot.over or not (made.legend and made.legend.box):
        return plot
    box, title = room.box(made.legend.box), room.ruler.width(plot.series[UP].name, plot.type_size)
    if title + box.width > room.width:
        return plot
    right = Rect(room.width - box.width, 0, box.width, room.ruler.line(plot.type_size))
    return replace(plot, legend=replace(made.legend, box=room.share(right)))


def _padded(plot: Plot, room: Room) -> Plot:
    """The plot with axes that have room for whole bubbles."""
    inner, found = room.inner(plot), _bubbles(plot, room)
    axes = []
    for at, axis, length in zip((ACROSS, UP), plot.axes, (inner.width, inner.height), strict=True):
        stand = [(where[at], reach / length) for where, reach in found.values()]
        levels = [(value, 0.0) for one in plot.levels for value in one.values[:1] if value is not None]
        values, reach = zip(*stand, *(levels if at == UP else ()), strict=True)
        axes.append(axis_around(values, (axis.format,), reach))
    return axes_around(replace(plot, axes=tuple(axes)), room)


def _named(plot: Plot, room: Room) -> Plot:
    """The plot with its scale up, and the names of its bubbles where they have room, in a colour read there."""
    plot = replace(plot, scale=(float(plot.axes[UP].low), float(plot.axes[UP].high)))
    series, boxes = plot.series[SIZE], _boxes(plot, room)
    bubbles = {(SIZE, point): box for point, box in boxes.items()}
    first = [at for at in bubbles if _color(series, at[1]) == "accent"]
    made = labelled(plot, room, bubbles, first, plane(plot, room), axis_lines(plot, room))
    inks = tuple(_ink(made.series[SIZE], point) for point in range(len(series.values)))
    return replace(made, series=(*plot.series[:SIZE], replace(made.series[SIZE], label_colors=inks)))


def _color(series: Series, point: int) -> Color:
    return series.point_colors[point] if series.point_colors else series.color


def _ink(series: Series, point: int) -> Color:
    """Of a name on its bubble, or on the ground: there the finding stands out."""
    color = _color(series, point)
    if series.place(point).position == ON_IT[0]:
        return tone(color).label
    return "muted" if series.point_colors and color != "accent" else "foreground"


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each bubble with its name, in the order in which they are drawn."""
    return tuple(
        ChartMark(SIZE, point, box, plot.series[SIZE].label(point), label_at(plot, room, (SIZE, point), box))
        for point, box in _boxes(plot, room).items()
    )


def _boxes(plot: Plot, room: Room) -> dict[int, Rect]:
    """The box around each bubble that is drawn."""
    inner, (across, up) = room.inner(plot), plot.axes
    boxes = {}
    for point, ((x, y), reach) in _bubbles(plot, room).items():
        middle = inner.left + across.share(x) * inner.width, inner.bottom - up.share(y) * inner.height
        boxes[point] = centred(middle, (2 * reach, 2 * reach))
    return boxes


def _bubbles(plot: Plot, room: Room) -> dict[int, tuple[tuple[Decimal, Decimal], float]]:
    """The numbers of each bubble that is drawn, across and up, and its radius."""
    inner = room.inner(plot)
    widest = LARGEST * min(inner.width, inner.height) / 2
    values = zip(*(one.values for one in plot.series), strict=True)
    known = {
        point: (x, y, size)
        for point, (x, y, size) in enumerate(values)
        if x is not None and y is not None and size is not None
    }
    largest = max(size for _, _, size in known.values())
    return {point: ((x, y), widest * math.sqrt(size / largest)) for point, (x, y, size) in known.items()}


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """Axes with their ticks and titles, bubbles and names, and what their areas stand for."""
    found, series = marks(plot, room), plot.series[SIZE]
    bubbles = (drawn_point(mark.box, _color(series, mark.point)) for mark in found)
    named = legend(plot, room, (series.color,))
    return (*drawn_axes(plot, room), *bubbles, *point_labels(plot, found), *named)
