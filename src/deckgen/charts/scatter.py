"""Points between two axes: whether two numbers go together, and who stands apart.

In: two series, whose names are the titles of the axes: one across, one up. Out: a point for each row with its name
beside it, the finding in the accent. The axes have round ticks and begin at zero only where the values lie near it.

A name stands where it touches no other, covers no point and leaves the plot nowhere. Rows that are emphasised choose
first, then always the one with the fewest places left; a name without any is dropped.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.axis_sketch import axes_around, axis_lines, drawn_axes, plane
from deckgen.model.chart import Plot, Rect, Series
from deckgen.model.chart_axis import Axis, axis_of
from deckgen.model.chart_data import Category, ChartData, labels
from deckgen.model.chart_geometry import ChartMark, Room, centred
from deckgen.model.chart_levels import reaching_levels
from deckgen.model.chart_points import drawn_point, point_labels, point_look, series_look
from deckgen.model.chart_sketch import ChartShape
from deckgen.model.chart_type import ChartOption, ChartXml, Shows
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.point_labels import label_at, labelled
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "correlation"
TAKES: Final[frozenset[ChartOption]] = frozenset(("average", "callout", "line"))
WHOLE_ROWS: Final = True

EXAMPLE = """\
title: Jo flere medlemmer, jo flere ansatte – undtagen i Maritim
chart: scatter
counted: Ni opdigtede klynger
series: [Medlemmer, Ansatte]
data:
  - {label: Energi, value: [412, 31]}
  - {label: Byggeri, value: [375, 27]}
  - {label: Fødevarer, value: [338, 29]}
  - {label: Maritim, value: [290, 9], emphasis: true}
  - {label: Robotter, value: [264, 21]}
  - {label: Life science, value: [231, 18]}
  - {label: Design, value: [176, 12]}
  - {label: Lyd, value: [142, 13]}
  - {label: Rumfart, value: [118, 8]}
annotate:
  - {callout: Maritim, text: Har udliciteret sin drift}
"""

ACROSS, UP = 0, 1
"""The series by what they say of a point. Points and their names are those of the second."""
LEVELS_OF: Final = UP

POINT: Final = 9
"""Of a point, in points."""


def plot(data: ChartData) -> Plot:
    """A point of which a number is missing is not drawn."""
    given = data.several("a scatter chart", 2, 2).categories
    rows = [row if _is_known(row) else replace(row, values=(None, None)) for row in given]
    across, up = (
        Series(name, tuple(row.values[at] for row in rows), "mark", labels=labels(tuple(rows), at))
        for at, name in enumerate(data.series)
    )
    names = tuple(row.label if _is_known(row) else "" for row in rows)
    up = replace(up, labels=replace(up.labels, words=(), texts=names, say="rows"))
    if any(row.emphasis for row in rows):
        colors: tuple[Color, ...] = tuple("accent" if row.emphasis else "mark" for row in rows)
        inks: tuple[Color, ...] = tuple("foreground" if row.emphasis else "muted" for row in rows)
        up = replace(up, point_colors=colors, label_colors=inks)
    return Plot(tuple(row.label for row in rows), (across, up), axes=(_axis(rows, ACROSS), _axis(rows, UP)))


def _is_known(row: Category) -> bool:
    return all(value is not None and value.is_finite() for value in row.values)


def _axis(rows: list[Category], at: int) -> Axis:
    known = [row for row in rows if _is_known(row)]
    return axis_of([row.values[at] for row in known], [row.shown[at].number_format for row in known])


def write(plot: Plot, xml: ChartXml) -> str:
    points = xml.series(
        UP,
        series_look(plot.series[UP].color, POINT, xml),
        xml.points(UP, lambda color: point_look(color, POINT, xml)),
        xml.labels(UP, "r"),
        xml.values(ACROSS, "c:xVal"),
        xml.values(UP, "c:yVal"),
        '<c:smooth val="0"/>',
    )
    return (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{points}{xml.axis_ids}'
        f"</c:scatterChart>{xml.number_axes(ACROSS, UP)}"
    )


def settle(plot: Plot, room: Room) -> Plot:
    """The plot in the largest type in which each name has room, else in the smallest."""
    settled = plot = reaching_levels(plot, plot.series[UP].values)
    for size in room.sizes or (plot.type_size,):
        settled = _named(axes_around(replace(plot, type_size=size), room), room)
        names = settled.series[UP]
        if not any(place.dropped and names.label(point) for point, place in enumerate(names.places)):
            break
    return settled


def _named(plot: Plot, room: Room) -> Plot:
    """The plot with its scale up, and the names of its points where they have room."""
    plot = replace(plot, scale=(float(plot.axes[UP].low), float(plot.axes[UP].high)))
    colors, boxes = plot.series[UP].point_colors, _boxes(plot, room)
    points = {(UP, point): box for point, box in boxes.items()}
    first = [at for at in points if colors and colors[at[1]] == "accent"]
    return labelled(plot, room, points, first, plane(plot, room), axis_lines(plot, room))


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each point with its name."""
    return tuple(
        ChartMark(UP, point, box, plot.series[UP].label(point), label_at(plot, room, (UP, point), box))
        for point, box in _boxes(plot, room).items()
    )


def _boxes(plot: Plot, room: Room) -> dict[int, Rect]:
    """The box around each point that is drawn."""
    inner, (across, up) = room.inner(plot), plot.axes
    boxes = {}
    for point, (x, y) in enumerate(zip(plot.series[ACROSS].values, plot.series[UP].values, strict=True)):
        if x is not None and y is not None:
            middle = inner.left + across.share(x) * inner.width, inner.bottom - up.share(y) * inner.height
            boxes[point] = centred(middle, (POINT, POINT))
    return boxes


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """Axes with their ticks and titles, points and names."""
    found, series = marks(plot, room), plot.series[UP]
    colors = series.point_colors or (series.color,) * len(series.values)
    points = (drawn_point(mark.box, colors[mark.point]) for mark in found)
    return (*drawn_axes(plot, room), *points, *point_labels(plot, found))
