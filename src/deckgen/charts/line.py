"""A line over time: how a number moves.

In: rows in time order and one to four series. Out: lines with values at their points, the first in the accent.

A label stands above or below its point, at the ends of a line also before or behind it: where it covers no other
label and no point, stands in the order of the values, and is crossed by as few lines as can be. Where that cannot be
for all, only the ends of the lines are labelled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product
from typing import Final

from deckgen.model.chart import ChartData, LabelPlace, LabelPosition, Legend, Plot, Rect, Series, labels
from deckgen.model.chart_geometry import (
    LABEL_GAP,
    ChartMark,
    Room,
    centred,
    growing,
    height_below,
    label_size,
    legend_height,
    outside,
    touching,
)
from deckgen.model.chart_sketch import (
    AXIS_LABELS,
    ChartPath,
    ChartShape,
    circle,
    labels_below,
    legend,
    rule,
    value_labels,
)
from deckgen.model.chart_type import ChartXml, Shows, room_below
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "change over time"

EXAMPLE = """\
title: Medlemstallet er vokset hvert år siden sammenlægningen
chart: line
counted: Antal medlemmer i en opdigtet klynge
data:
  - label: "2019"
    value: 210
  - label: "2020"
    value: 235
  - label: "2021"
    value: 310
  - label: "2022"
    value: 345
  - label: "2023"
    value: 375
"""

COLORS: tuple[Color, ...] = ("accent", "primary", "data3", "muted")
LINE_WIDTH, MARKER_SIZE = 2.25, 7
"""Of a line and of the marker of a point, in points."""

MOST_FREE = 0.25
"""Of the axis of values, at each end of it, for labels."""

BETWEEN = 1.0
"""At least so much stands between a label and what it may not cover, in points."""

label_room = room_below


def plot(data: ChartData) -> Plot:
    if len(data.categories) < 2:
        raise ValueError("a line wants at least 2 points in time")
    if len(data.series) > len(COLORS):
        raise ValueError(f"a line chart wants at most {len(COLORS)} series; here are {len(data.series)}")
    series = tuple(_series(data, index, name) for index, name in enumerate(data.series))
    legend = Legend("top", data.series) if len(series) > 1 else None
    return Plot(tuple(row.label for row in data.categories), series, legend)


def _series(data: ChartData, index: int, name: str) -> Series:
    values = tuple(row.values[index] for row in data.categories)
    return Series(name, values, COLORS[index], labels=labels(data.categories, index))


def write(plot: Plot, xml: ChartXml) -> str:
    series = "".join(_line(plot, index, xml) for index in range(len(plot.series)))
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{xml.axis_ids}'
        f"</c:lineChart>{xml.category_axis('b')}{xml.value_axis('l')}"
    )


def _line(plot: Plot, index: int, xml: ChartXml) -> str:
    """One series; of a point with a colour of its own the marker takes it."""
    color = plot.series[index].color
    return xml.series(
        index,
        f"<c:spPr>{xml.line(color, LINE_WIDTH, rounded=True)}</c:spPr>{_marker(color, xml)}",
        xml.points(index, lambda own: _marker(own, xml) + '<c:bubble3D val="0"/>'),
        xml.labels(index, "t"),
        xml.categories(),
        xml.values(index),
        '<c:smooth val="0"/>',
    )


def _marker(color: Color, xml: ChartXml) -> str:
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{MARKER_SIZE}"/>'
        f"<c:spPr>{xml.fill(color)}{xml.line(None)}</c:spPr></c:marker>"
    )


Place = tuple[float, float]


def settle(plot: Plot, room: Room) -> Plot:
    """The plot with a scale that leaves room over and under the lines, and its labels where they cover least."""
    plot = _inside(plot, room)
    everywhere = _placed(plot, room, range(len(plot.categories)))
    if not _collides(everywhere, room):
        return everywhere
    ends = _placed(plot, room, _ends(plot))
    return everywhere if _collides(ends, room) else ends


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each point with its label; series after series."""
    found = []
    for index, series in enumerate(plot.series):
        for point, middle in _points(plot, room, index).items():
            label = None
            place = series.place(point)
            if series.labels.text(point) and not place.dropped:
                label = _label(plot, room, (index, point), middle, place.position or "t")
            box = centred(middle, (MARKER_SIZE, MARKER_SIZE))
            found.append(ChartMark(index, point, box, series.labels.text(point), label))
    return tuple(found)


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """Lines, their points, the axis, all labels and the legend."""
    inner, (low, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    zero = inner.bottom + low / (high - low) * inner.height
    found = marks(plot, room)
    return (
        rule((inner.left, zero), (inner.right, zero)),
        *(path for index in range(len(plot.series)) for path in _stretches(plot, room, index)),
        *(ChartPath(circle(mark.box), _color_of(plot, mark)) for mark in found),
        *labels_below(plot, inner, inner.bottom + AXIS_LABELS),
        *value_labels(plot, found),
        *legend(plot, room, [series.color for series in plot.series]),
    )


def _stretches(plot: Plot, room: Room, index: int) -> Iterator[ChartPath]:
    """A series, in pieces where values are missing."""
    points, commands = _points(plot, room, index), list[tuple[str, tuple[float, ...]]]()
    for at, place in sorted(points.items()):
        commands.append(("L" if at - 1 in points else "M", place))
    if commands:
        yield ChartPath(tuple(commands), None, plot.series[index].color, LINE_WIDTH, rounded=True)


def _color_of(plot: Plot, mark: ChartMark) -> Color:
    series = plot.series[mark.series]
    return series.point_colors[mark.point] if series.point_colors else series.color


def _collides(plot: Plot, room: Room) -> bool:
    found = marks(plot, room)
    return any(touching(found)) or any(outside(found, room)) or any(_covered(found))


def _covered(found: Sequence[ChartMark]) -> Iterator[ChartMark]:
    """The points that a label of another one stands on."""
    shown = [mark for mark in found if mark.label]
    return (mark for mark in found for one in shown if one is not mark and one.label and one.label.touches(mark.box))


def _ends(plot: Plot) -> tuple[int, ...]:
    """The first and the last place that a line of the plot has a value at."""
    known = [at for at in range(len(plot.categories)) if any(_known(one, at) for one in plot.series)]
    return tuple(dict.fromkeys((*known[:1], *known[-1:])))


def _known(series: Series, point: int) -> bool:
    value = series.values[point]
    return value is not None and value.is_finite()


def _inside(plot: Plot, room: Room) -> Plot:
    """The plot with its inner box over the labels of the categories, and with the ends of its scale."""
    top = legend_height(plot, room)
    side = _beside(plot, room)
    width = max(room.width - 2 * side, 1.0)
    below = height_below(plot, room, width / len(plot.categories))
    inner = Rect(side, top, width, max(room.height - top - below, 1.0))
    values = [float(value) for one in plot.series for value in one.values if value is not None and value.is_finite()]
    low, high = min([0.0, *values]), max([0.0, *values])
    high = high if low < high else 1.0
    pad = room.ruler.line(plot.type_size) + MARKER_SIZE / 2 + LABEL_GAP
    point = (high - low) / max(inner.height - pad, 1.0)
    if low == 0 and _crowds(plot, pad * point):
        point = high / max(inner.height - 2 * pad, 1.0)
        return replace(plot, inner=room.share(inner), scale=(-pad * point, high + pad * point))
    free = min(pad / inner.height, MOST_FREE)
    scale, unit = growing(low, high, free, free)
    return replace(plot, inner=room.share(inner), scale=scale, unit=unit)


def _beside(plot: Plot, room: Room) -> float:
    """What is left on both sides, so that labels over the ends of the lines stand in the chart."""
    count = len(plot.categories)
    ends = [(index, point) for index in range(len(plot.series)) for point in (0, count - 1)]
    wide = max((label_size(plot, *at, room)[0] for at in ends), default=0.0)
    return max(0.0, (wide - room.width / count) / 2 / (1 - 1 / count))


def _crowds(plot: Plot, height: float) -> bool:
    """Whether a value lies so low, and another so near it, that its label has to stand under the axis."""
    for place in zip(*(one.values for one in plot.series), strict=True):
        known = sorted(float(value) for value in place if value is not None)
        if len(known) > 1 and known[0] < height and known[1] < known[0] + 2 * height:
            return True
    return False


def _points(plot: Plot, room: Room, index: int) -> dict[int, Place]:
    """Where the points of a series stand that have a value."""
    inner, (low, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    pitch = inner.width / len(plot.categories)
    return {
        point: (
            inner.left + (point + 0.5) * pitch,
            inner.bottom - (float(value) - low) / (high - low) * inner.height,
        )
        for point, value in enumerate(plot.series[index].values)
        if value is not None and value.is_finite()
    }


def _label(plot: Plot, room: Room, at: tuple[int, int], middle: Place, position: LabelPosition) -> Rect:
    wide, high = size = label_size(plot, *at, room)
    x, y = middle
    reach = MARKER_SIZE / 2 + LABEL_GAP
    match position:
        case "b":
            return centred((x, y + reach + high / 2), size)
        case "l":
            return centred((x - reach - wide / 2, y), size)
        case "r":
            return centred((x + reach + wide / 2, y), size)
        case _:
            return centred((x, y - reach - high / 2), size)


def _placed(plot: Plot, room: Room, shown: Sequence[int]) -> Plot:
    """The plot with the labels of the places in `shown` where they cover least, from the left on, and no others."""
    drawn = _Drawn.of(plot, room)
    chosen: dict[tuple[int, int], LabelPosition] = {}
    before: tuple[Rect, ...] = ()
    for point in shown:
        here = [index for index in range(len(plot.series)) if drawn.is_labelled(index, point)]
        tries = (_Try(drawn, point, here, tried) for tried in product(_allowed(shown, point), repeat=len(here)))
        best = min(tries, key=lambda one: one.cost(before))
        chosen.update({(index, point): position for index, position in best.positions})
        before += best.boxes
    series = tuple(
        replace(one, places=tuple(_place(chosen, index, point) for point in range(len(one.values))))
        for index, one in enumerate(plot.series)
    )
    return replace(plot, series=series)


def _place(chosen: dict[tuple[int, int], LabelPosition], index: int, point: int) -> LabelPlace:
    if (index, point) in chosen:
        return LabelPlace(chosen[index, point])
    return LabelPlace(dropped=True)


def _allowed(shown: Sequence[int], point: int) -> tuple[LabelPosition, ...]:
    """The last of the positions may stand where no line goes on, or no other label of it stands."""
    first, last = point == shown[0], point == shown[-1]
    return ("t", "b", *(("l",) if first else ()), *(("r",) if last else ()))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The lines of a plot as they are drawn, to weigh where labels may stand."""

    plot: Plot
    room: Room
    points: tuple[dict[int, Place], ...]

    @staticmethod
    def of(plot: Plot, room: Room) -> _Drawn:
        return _Drawn(plot, room, tuple(_points(plot, room, index) for index in range(len(plot.series))))

    def is_labelled(self, index: int, point: int) -> bool:
        return point in self.points[index] and bool(self.plot.series[index].labels.text(point))

    def crossed(self, box: Rect) -> Iterator[int]:
        """The series whose lines cross a box, once for each stretch, and -1 for the axis where that stands in it."""
        for series, points in enumerate(self.points):
            for (left, start), (right, end) in pairwise(sorted(points.items())):
                if right == left + 1 and _crosses(box, start, end):
                    yield series
        inner, (low, high) = self.room.inner(self.plot), self.plot.scale or (0.0, 1.0)
        zero = inner.bottom + low / (high - low) * inner.height
        if box.top < zero < box.bottom:
            yield -1

    def liked(self, index: int, point: int) -> LabelPosition:
        """Below a point that the line falls to and rises from; else above it."""
        points = self.points[index]
        beside = [points[at] for at in (point - 1, point + 1) if at in points]
        return "b" if beside and all(y < points[point][1] for _, y in beside) else "t"

    def others(self, index: int, point: int) -> Iterator[Rect]:
        """The points that the label of one may not cover."""
        for series, points in enumerate(self.points):
            for at, middle in points.items():
                if (series, at) != (index, point):
                    yield centred(middle, (MARKER_SIZE, MARKER_SIZE))


@dataclass(frozen=True, slots=True)
class _Try:
    """The labels of the series in `here` at one place of the axis, each at a position."""

    drawn: _Drawn
    point: int
    here: Sequence[int]
    tried: Sequence[LabelPosition]

    @property
    def positions(self) -> tuple[tuple[int, LabelPosition], ...]:
        return tuple(zip(self.here, self.tried, strict=True))

    @property
    def boxes(self) -> tuple[Rect, ...]:
        plot, room, points = self.drawn.plot, self.drawn.room, self.drawn.points
        return tuple(
            _label(plot, room, (index, self.point), points[index][self.point], position)
            for index, position in self.positions
        )

    def cost(self, before: tuple[Rect, ...]) -> tuple[int, int, int, int]:
        """What is covered that may not be; labels of lower values over others; crossings, by the own line twice;
        positions against the slope."""
        found, inner = self.boxes, self.drawn.room.inner(self.drawn.plot)
        own = Rect(0, inner.top, self.drawn.room.width, inner.height)
        wide = [_widened(box) for box in found]
        covered = sum(box.touches(other) for at, box in enumerate(wide) for other in (*found[:at], *before))
        covered += sum(not own.holds(box) for box in found)
        crossed = against = 0
        middles = [
            (self.drawn.points[index][self.point][1], box.top) for index, box in zip(self.here, found, strict=True)
        ]
        swapped = sum((one[0] - two[0]) * (one[1] - two[1]) < 0 for one, two in combinations(middles, 2))
        for (index, position), box, around in zip(self.positions, found, wide, strict=True):
            covered += sum(around.touches(other) for other in self.drawn.others(index, self.point))
            crossed += sum(2 if series == index else 1 for series in self.drawn.crossed(box))
            against += position != self.drawn.liked(index, self.point)
        return covered, swapped, crossed, against


def _widened(box: Rect) -> Rect:
    return Rect(box.left - BETWEEN, box.top, box.width + 2 * BETWEEN, box.height)


def _crosses(box: Rect, start: Place, end: Place) -> bool:
    """Whether a stretch of a line goes through a box: what of it is over the box's width is at its height too."""
    left, right = max(start[0], box.left), min(end[0], box.right)
    if left >= right:
        return False
    slope = (end[1] - start[1]) / (end[0] - start[0])
    heights = sorted(start[1] + slope * (x - start[0]) for x in (left, right))
    half = LINE_WIDTH / 2
    return heights[0] - half < box.bottom and heights[1] + half > box.top
