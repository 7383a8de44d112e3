"""What every chart type with bars shares: the element, its axes, and the room that bars and their labels want.

In: the data of a bar chart, whichever way it lies. Out: a plot of one series, the element as text, and where each bar
and its label stand. A label stands at the end of its bar; in the part of a stacked bar, where that holds it, and is
left out where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.model.bar_lengths import ends, fills, is_spaced, lengths
from deckgen.model.chart import LabelPlace, LabelPosition, Plot, Rect, Series
from deckgen.model.chart_break import labelled, measured
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_dates import DateAxis
from deckgen.model.chart_geometry import (
    AXIS_GAP,
    LABEL_GAP,
    ChartMark,
    Room,
    centred,
    date_width,
    dated,
    growing,
    height_below,
    label_size,
    legend_beside,
    legend_height,
    outside,
    touching,
)
from deckgen.model.chart_sketch import (
    AXIS_LABELS,
    ChartPath,
    ChartShape,
    ChartText,
    labels_below,
    labels_beside,
    legend,
    open_end,
    rectangle,
    rule,
    value_labels,
)
from deckgen.model.chart_type import ChartXml, LabelRoom, room_below
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.theme import Color

GAP_WIDTH, CLUSTER_GAP = 50, 60
"""Room between bars, and between clusters of them, in per cent of a bar."""

STACK_GAP = 0.75
"""The line of the ground between the parts of a bar, in points."""

BAR_MOST = 84.0
"""Room for one bar at most, in points, so that few bars do not turn into slabs."""

COLUMN_MOST = 240.0
"""The same across for a column that stands."""

STACK_STRETCH = 1.9
"""How much more room one or two stacked bars get: they are all that there is to see."""

MOST_ABREAST = 4
"""Bars in a cluster."""

OVER_STACK = 8.0
"""What is left over columns of parts, in points: no label stands there."""

CLUSTER_STRETCH = 0.5
"""How much more room a cluster gets for each bar after the first."""

LEGEND_HEIGHT = 36.0
"""What a legend above the bars takes, in points."""

LABELS_BESIDE = 0.45
"""How much of the width labels beside lying bars may take: PowerPoint gives them about half at most."""


MOST_FREE = 0.4
"""Of the axis of values, for the labels of bars below zero."""

NUMBER_HEIGHT = 0.9
"""What a number takes down, from its top to under its comma, in ems: in a part, and over others in a cluster."""

IN_A_PART = 2.0
"""Between a label and the edges of the part of a bar that it stands in, in points."""

MOST_IN_TIME = 40
"""Columns that there is room for on an axis of dates, in each day, month or year of it: more would be threads."""

_INVERT, _FLAT = '<c:invertIfNegative val="0"/>', '<c:bubble3D val="0"/>'


def time_axis(data: ChartData, abreast: int = 1) -> DateAxis | None:
    """The axis of dates that columns stand on, where these stand unevenly; ValueError where it is too long."""
    axis = data.over_time()
    if axis and axis.count * abreast > MOST_IN_TIME:
        raise ValueError(f"columns on an axis that counts {axis.count} dates would be threads: use a line chart")
    return axis


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that lie, the first category on top, or stand; a cluster for each category, or parts in one line.

    Parts of a `whole` are drawn as shares of it, so that all bars are of one length. Bars that are `touching`
    have only a line of the ground between them.
    """

    lying: bool
    stacked: bool
    labels: LabelPosition
    whole: bool = False
    touching: bool = False

    def write(self, plot: Plot, xml: ChartXml) -> str:
        if plot.broken:
            behind = enumerate(plot.shortened, len(plot.series))
            shortened = "".join(self._part(index, one, True, xml) for index, one in behind)
            given = "".join(self._part(index, one, False, xml) for index, one in enumerate(plot.series))
            drawn = self._bars(shortened, plot, xml.axis_ids) + self._bars(given, plot, xml.own_axis_ids)
            return drawn + self.axes(plot, xml) + xml.own_axes()
        return self.element(plot, xml) + self.axes(plot, xml)

    def element(self, plot: Plot, xml: ChartXml) -> str:
        every = enumerate(plot.series)
        series = "".join(self._part(index, one, not one.helper, xml) for index, one in every)
        return self._bars(series, plot, xml.axis_ids)

    def _bars(self, series: str, plot: Plot, ids: str) -> str:
        grouping = "percentStacked" if fills(plot, self) else "stacked" if self.stacked else "clustered"
        return (
            f'<c:barChart><c:barDir val="{"bar" if self.lying else "col"}"/>'
            f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
            f'<c:gapWidth val="{self._gap(plot)}"/><c:overlap val="{100 if self.stacked else 0}"/>{ids}'
            "</c:barChart>"
        )

    def axes(self, plot: Plot, xml: ChartXml) -> str:
        categories = xml.category_axis("l" if self.lying else "b", self.lying, self._is_lined(plot))
        return categories + xml.value_axis("b" if self.lying else "l")

    def _is_lined(self, plot: Plot) -> bool:
        """Whether the axis is seen that bars begin at; lying ones may begin elsewhere."""
        return not (self.lying and is_spaced(plot))

    def _part(self, index: int, series: Series, seen: bool, xml: ChartXml) -> str:
        """What is not seen has the colour of its series in a legend, unless it only keeps room."""
        unseen = f"{_INVERT}{_FLAT}{self._look(None, xml)}</c:dPt>"
        every = (f'<c:dPt><c:idx val="{at}"/>{unseen}' for at in range(0 if series.helper else len(series.values)))
        return xml.series(
            index,
            self._look(None if series.helper and not seen else series.color, xml) + _INVERT,
            xml.points(index, lambda color: _INVERT + _FLAT + self._look(color, xml)) if seen else "".join(every),
            xml.labels(index, self.labels),
            xml.categories(),
            xml.values(index),
        )

    def _look(self, color: Color | None, xml: ChartXml) -> str:
        line = xml.line("background", STACK_GAP) if self._parted and color else xml.line(None)
        return f"<c:spPr>{xml.fill(color)}{line}</c:spPr>"

    def label_room(self, plot: Plot, room: Room) -> LabelRoom:
        if not self.lying:
            return room_below(plot, replace(room, width=self._across(plot, room)))
        height = room.inner(plot).height / max(len(plot.categories), 1)
        lines = height / room.ruler.line(plot.type_size)
        return LabelRoom(room.width * LABELS_BESIDE, lines, "shorten it, or show fewer rows")

    def most_height(self, plot: Plot) -> float:
        """Of bars that lie."""
        few = self.stacked and len(plot.categories) < 3
        stretch = STACK_STRETCH if few else 1 + CLUSTER_STRETCH * (self._abreast(plot) - 1)
        return BAR_MOST * stretch * len(plot.categories) + (LEGEND_HEIGHT if plot.legend else 0)

    def _across(self, plot: Plot, room: Room) -> float:
        """How wide all columns are that stand, with what is between them."""
        stretch = 1 + CLUSTER_STRETCH * (self._abreast(plot) - 1)
        most = COLUMN_MOST * stretch / plot.slot
        return min(room.width - legend_beside(plot, room) - plot.aside, most)

    def _abreast(self, plot: Plot) -> int:
        """How many bars of a category stand side by side."""
        return 1 if self.stacked else len(plot.series)

    @property
    def _parted(self) -> bool:
        """Whether a line of the ground tells bars or their parts apart."""
        return self.stacked or self.touching

    def _gap(self, plot: Plot) -> int:
        if self.touching:
            return 0
        return CLUSTER_GAP if self._abreast(plot) > 1 else GAP_WIDTH

    def settle(self, plot: Plot, room: Room) -> Plot:
        """The plot in the largest type in which each category has room and no two labels touch, else the smallest."""
        settled = plot = replace(plot, lying=self.lying)
        for size in room.sizes or (plot.type_size,):
            settled = self._settled(replace(plot, type_size=size), room)
            if self._fits(settled, room):
                break
        return labelled(settled, room) if plot.broken else settled

    def marks(self, plot: Plot, room: Room) -> tuple[ChartMark, ...]:
        """Each bar, or each part of one, with its label; series after series, so as they are drawn."""
        bottoms: dict[tuple[int, bool], float] = {}
        found = []
        for index, (series, reached) in enumerate(zip(plot.series, lengths(plot, self), strict=True)):
            for point, length in enumerate(reached):
                if length is None:
                    continue
                start = bottoms.get((point, length < 0), 0.0) if self.stacked else 0.0
                end = bottoms[point, length < 0] = start + length
                if series.helper:
                    continue
                box = self._bar(plot, room, (index, point), (start, end))
                label = self._label(plot, room, index, point, box)
                found.append(ChartMark(index, point, box, series.label(point), label))
        return tuple(found)

    def draw(self, plot: Plot, room: Room) -> tuple[ChartShape, ...]:
        """Bars, their axis, all labels and the legend."""
        inner = room.inner(plot)
        if plot.scale is None and not fills(plot, self):
            low, high = ends(plot, self)
            plot = replace(plot, scale=(low, open_end(high)))
        marks = self.marks(plot, room)
        return (
            *(self._drawn(plot, mark) for mark in marks if mark.box.width and mark.box.height),
            *((self._axis(plot, inner),) if self._is_lined(plot) else ()),
            *(labels_beside(plot, inner, inner.left - AXIS_LABELS) if self.lying else self._under(plot, inner)),
            *value_labels(plot, marks),
            *self.legend(plot, room),
        )

    def legend(self, plot: Plot, room: Room) -> Iterator[ChartShape]:
        """The names of the series in their order, from left to right; beside columns as they stand on each other."""
        colors = [None if series.helper else series.color for series in plot.series]
        if self.stacked and not self.lying and plot.legend and plot.legend.side == "right":
            plot = replace(plot, legend=replace(plot.legend, names=plot.legend.names[::-1]))
            colors.reverse()
        return legend(plot, room, colors)

    def _drawn(self, plot: Plot, mark: ChartMark) -> ChartPath:
        series = plot.series[mark.series]
        own = series.point_colors[mark.point : mark.point + 1]
        line: Color | None = "background" if self._parted else None
        return ChartPath(rectangle(mark.box), own[0] if own else series.color, line, STACK_GAP)

    def _axis(self, plot: Plot, inner: Rect) -> ChartPath:
        """The line where bars begin."""
        low, high = plot.scale or ends(plot, self)
        at = -low / (high - low)
        if self.lying:
            return rule((inner.left + at * inner.width, inner.top), (inner.left + at * inner.width, inner.bottom))
        return rule((inner.left, inner.bottom - at * inner.height), (inner.right, inner.bottom - at * inner.height))

    def _under(self, plot: Plot, inner: Rect) -> Iterator[ChartText]:
        return labels_below(plot, inner, inner.bottom + AXIS_LABELS)

    def _fits(self, plot: Plot, room: Room) -> bool:
        own = self.label_room(plot, room)
        lines = (room.ruler.lines(name, plot.type_size, own.width) for name in plot.categories)
        marks = self.marks(plot, room)
        return all(count <= own.lines for count in lines) and not any((*touching(marks), *outside(marks, room)))

    def _settled(self, plot: Plot, room: Room) -> Plot:
        plot = self._inside(plot, room)
        if not self.stacked:
            return plot
        dropped = {
            (mark.series, mark.point)
            for mark in self.marks(plot, room)
            if mark.label and not mark.box.holds(_padded(mark.label))
        }
        series = tuple(
            replace(one, places=tuple(LabelPlace(dropped=(at, point) in dropped) for point in range(len(one.values))))
            for at, one in enumerate(plot.series)
        )
        return replace(plot, series=series)

    def _inside(self, plot: Plot, room: Room) -> Plot:
        """The plot with its inner box beside the labels of the categories and of the longest bar."""
        beside, down = (plot.over, plot.aside) if self.lying else (plot.aside, plot.over)
        top, count = legend_height(plot, room) + down, max(len(plot.categories), 1)
        width, across = room.width - legend_beside(plot, room) - beside, self._across(plot, room)
        at_end = self._at_end(plot, room)
        if self.lying:
            ruler = room.ruler
            names = (name for one in plot.together for name in one.categories)
            widest = max((ruler.width(name, plot.type_size) for name in names), default=0.0)
            left = min(widest, room.width * LABELS_BESIDE) + AXIS_GAP
            inner = Rect(left, top, max(width - left - at_end, 1.0), max(room.height - top, 1.0))
        else:
            free = max(date_width(plot, room) - across * plot.slot, 0.0) / (1 - plot.slot) if plot.dates else 0.0
            across = max(across - free, 1.0)
            plot, below = dated(plot, room, across), height_below(plot, room, across / count)
            high = max(room.height - top - at_end - below, 1.0)
            inner = Rect((width - across) / 2, top + at_end, across, high)
        plot = replace(plot, inner=room.share(inner))
        if plot.broken:
            return measured(plot)
        scale, unit = self._scale(plot, inner.width if self.lying else inner.height, at_end)
        return replace(plot, scale=scale, unit=unit)

    def _at_end(self, plot: Plot, room: Room) -> float:
        """What the longest label at the end of a bar takes in the direction of the bars."""
        if self.stacked:
            over = room.ruler.line(plot.type_size) + 2 * LABEL_GAP if plot.totals else OVER_STACK
            return 0.0 if self.lying else over
        sizes = [
            label_size(one, index, point, room)
            for one in plot.together
            for index in range(len(one.series))
            for point in range(len(one.categories))
        ]
        return max((size[0 if self.lying else 1] for size in sizes), default=0.0) + 2 * LABEL_GAP

    def _scale(self, plot: Plot, length: float, at_end: float) -> tuple[tuple[float, float] | None, float | None]:
        """The ends of the axis of values and its unit, where they are settled.

        The parts of a bar are measured by it, but where all bars come to the same, each fills the axis. Bars that
        stand for themselves are not; but below zero a label stands between its bar and its category. That of panels
        stays as it is: one that grew would no longer be that of the others.
        """
        low, high = ends(plot, self)
        free = 0 if self.stacked else min(at_end / length, MOST_FREE)
        if fills(plot, self):
            return None, None
        if plot.beside:
            return growing(low, high, free, 0)[0], None
        if not self.stacked and low == 0 and not plot.is_annotated:
            return None, None
        return growing(low, high, free, 0)

    def _bar(self, plot: Plot, room: Room, at: tuple[int, int], reach: tuple[float, float]) -> Rect:
        """The box of a bar by its series and its point; an axis that is not settled ends with the longest bar."""
        inner = room.inner(plot)
        low, high = plot.scale or ends(plot, self)
        first, last = sorted((end - low) / (high - low) for end in reach)
        length, across = (inner.width, inner.height) if self.lying else (inner.height, inner.width)
        pitch, gap = across * plot.slot, self._gap(plot) / 100
        thick = pitch / (self._abreast(plot) + gap)
        begin = across * plot.across(at[1]) - pitch / 2
        side = begin + thick * (gap / 2 + (0 if self.stacked else at[0]))
        if self.lying:
            return Rect(inner.left + first * length, inner.top + side, (last - first) * length, thick)
        return Rect(inner.left + side, inner.bottom - last * length, thick, (last - first) * length)

    def _label(self, plot: Plot, room: Room, index: int, point: int, bar: Rect) -> Rect | None:
        series, value = plot.series[index], plot.series[index].values[point]
        if not series.label(point) or series.place(point).dropped or value is None:
            return None
        wide, high = label_size(plot, index, point, room)
        across, down = (0.0, 0.0) if plot.broken else series.place(point).moved or (0.0, 0.0)
        if self.stacked or (self.lying and self._abreast(plot) > 1):
            high = plot.type_size * NUMBER_HEIGHT
        x, y = bar.middle
        if not self.stacked and self.lying:
            x = bar.right + LABEL_GAP + wide / 2 if value >= 0 else bar.left - LABEL_GAP - wide / 2
        elif not self.stacked:
            y = bar.top - LABEL_GAP - high / 2 if value >= 0 else bar.bottom + LABEL_GAP + high / 2
        return centred((x + across * room.width, y + down * room.height), (wide, high))


def _padded(label: Rect) -> Rect:
    return Rect(label.left - IN_A_PART, label.top, label.width + 2 * IN_A_PART, label.height)
