"""What every chart type with points between two axes of numbers shares: points, axes and the names beside points.

In: two series or three: what a point has across, up, and as its area; and the names of the rows. Out: a plot, and
where its points and their names stand. `point_labels` says which names have room.
"""

from __future__ import annotations

import math
from typing import Final

from deckgen.model.axis_sketch import axes_around, axis_lines, drawn_axes, plane
from deckgen.model.chart import Category, ChartData, LabelPlace, Plot, Rect, Series, labels
from deckgen.model.chart_axis import Axis, axis_of
from deckgen.model.chart_geometry import ChartMark, Room, centred, label_size
from deckgen.model.chart_sketch import ChartPath, ChartShape, circle, value_labels
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.point_labels import beside, chosen, down, lower
from deckgen.model.theme import Color

ACROSS, UP, AREA = 0, 1, 2
"""The series by what they say of a point. Points and their names are those of the second."""

POINT: Final = 9
"""Of a point without an area of its own, in points."""

POINT_EDGE: Final = 0.75
"""The line of the ground around a point, in points, which tells those apart that lie on each other."""

LARGEST: Final = 0.25
"""Of the shorter side of a chart, the largest of points with areas."""


def pointed(data: ChartData, free: float = 0) -> Plot:
    """All series, with the names of the rows as labels of the second, between the axes of the first two.

    A point of which a number is missing is not drawn. `free` is the share of their span that axes have at each end.
    """
    rows = tuple(row if _is_known(row) else replace(row, values=(None,) * len(row.values)) for row in data.categories)
    series = [
        Series(name, tuple(row.values[at] for row in rows), "mark", labels=labels(rows, at))
        for at, name in enumerate(data.series)
    ]
    words = tuple(row.label if _is_known(row) else "" for row in rows)
    series[UP] = replace(series[UP], labels=replace(series[UP].labels, words=words, texts=words))
    if any(row.emphasis for row in rows):
        colors: tuple[Color, ...] = tuple("accent" if row.emphasis else "mark" for row in rows)
        inks: tuple[Color, ...] = tuple("foreground" if row.emphasis else "muted" for row in rows)
        series[UP] = replace(series[UP], point_colors=colors, label_colors=inks)
    axes = tuple(_axis(data, at, free) for at in (ACROSS, UP))
    return Plot(tuple(row.label for row in rows), tuple(series), axes=axes)


def _is_known(row: Category) -> bool:
    return all(value is not None and value.is_finite() for value in row.values)


def _axis(data: ChartData, at: int, free: float) -> Axis:
    rows = [row for row in data.categories if _is_known(row)]
    return axis_of([row.values[at] for row in rows], [row.shown[at].number_format for row in rows], free)


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one size, or, where they are `areas`, as large as the numbers of the third series."""

    areas: bool = False

    def settle(self, plot: Plot, room: Room) -> Plot:
        """The plot in the largest type in which each name has room, else in the smallest."""
        settled = plot
        for size in room.sizes or (plot.type_size,):
            settled = self._named(axes_around(replace(plot, type_size=size), room), room)
            if not any(place.dropped for place in settled.series[UP].places):
                break
        return settled

    def marks(self, plot: Plot, room: Room) -> tuple[ChartMark, ...]:
        """Each point with its name."""
        series, found = plot.series[UP], []
        for point, box in self._boxes(plot, room).items():
            place, text = series.place(point), series.label(point)
            size = label_size(plot, UP, point, room)
            label = None
            if not place.dropped:
                moved = place.moved[1] * room.height if place.moved else 0.0
                label = down(beside(box, size, place.position or "r"), moved)
            found.append(ChartMark(UP, point, box, text, label))
        return tuple(found)

    def draw(self, plot: Plot, room: Room) -> tuple[ChartShape, ...]:
        """Axes with their ticks and titles, points and names."""
        found, series = self.marks(plot, room), plot.series[UP]
        colors = series.point_colors or (series.color,) * len(series.values)
        return (
            *drawn_axes(plot, room),
            *(ChartPath(circle(mark.box), colors[mark.point], "background", POINT_EDGE) for mark in found),
            *value_labels(plot, found),
        )

    def _named(self, plot: Plot, room: Room) -> Plot:
        """The plot with the names of its points where they have room."""
        series, boxes = plot.series[UP], self._boxes(plot, room)
        sizes = {point: label_size(plot, UP, point, room) for point in boxes}
        first = [point for point in boxes if series.point_colors and series.point_colors[point] == "accent"]
        found = chosen(boxes, sizes, first, plane(plot, room), axis_lines(plot, room))
        placed = {
            at: LabelPlace(place[0], (0.0, lower(place, sizes[at]) / room.height) if place[1] else None)
            for at, place in found.items()
        }
        places = tuple(placed.get(at, LabelPlace(dropped=True)) for at in range(len(series.values)))
        return replace(plot, series=(*plot.series[:UP], replace(series, places=places), *plot.series[UP + 1 :]))

    def _boxes(self, plot: Plot, room: Room) -> dict[int, Rect]:
        """The box around each point that is drawn."""
        inner, (across, up) = room.inner(plot), plot.axes
        boxes = {}
        for point, (x, y) in enumerate(zip(plot.series[ACROSS].values, plot.series[UP].values, strict=True)):
            if x is not None and y is not None:
                middle = inner.left + across.share(x) * inner.width, inner.bottom - up.share(y) * inner.height
                size = self._size(plot, room, point)
                boxes[point] = centred(middle, (size, size))
        return boxes

    def _size(self, plot: Plot, room: Room, point: int) -> float:
        if not self.areas:
            return POINT
        areas = [float(value or 0) for value in plot.series[AREA].values]
        return math.sqrt(areas[point] / max(areas)) * LARGEST * min(room.width, room.height)
