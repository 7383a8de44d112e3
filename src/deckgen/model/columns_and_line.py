"""Columns and a line over the same categories: the elements, and where both and their labels stand.

In: a plot of columns and, behind them, the series of a line, measured alike or by itself. Out: the elements as text,
and where each mark and each label stands. What is measured by itself goes over the columns, so that nobody reads one
by the other.

A label of a column stands over it, else in it, at its base or at its end; one of the line over its point, else under
or beside it. None stands on the line, on a point, on another label or across the edge of a column; one that finds no
place is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final

from deckgen.model.chart import LabelPlace, LabelPosition, Plot, Rect, Series
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_geometry import (
    LABEL_GAP,
    ChartMark,
    Room,
    centred,
    date_width,
    dated,
    growing,
    height_below,
    label_size,
    legend_height,
)
from deckgen.model.chart_levels import level_values
from deckgen.model.chart_lines import marker, markers, stretches
from deckgen.model.chart_sketch import (
    AXIS_LABELS,
    ChartPath,
    ChartShape,
    circle,
    labels_below,
    legend,
    rectangle,
    rule,
    value_labels,
)
from deckgen.model.chart_tones import tone
from deckgen.model.chart_type import ChartXml
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.line_labels import BARE_REACH, LINE_WIDTH, MARKER_SIZE, REACH, crosses, label_box, points
from deckgen.model.theme import Color

THIN: Final = 1.0
"""Of a line without points, in points."""

MOST_LABEL: Final = 0.2
"""Of the height, for a label: a chart that is lower than that has no room for them all."""

BAND: Final = 0.28
"""Of the height, for a line that is measured by itself, over the columns."""

OVER_COLUMNS: Final[tuple[LabelPosition, ...]] = ("outEnd", "inBase", "inEnd")
BESIDE_POINTS: Final[tuple[LabelPosition, ...]] = ("t", "b", "r", "l")
"""Where labels may stand, in the order in which the places are tried."""

COLUMNS: Final = Bars(lying=False, stacked=False, labels="outEnd")


def by_itself(plot: Plot) -> Plot:
    """The plot on the scale of its line."""
    return replace(plot, scale=plot.own_scale or plot.scale)


@dataclass(frozen=True, slots=True)
class ColumnsAndLine:
    """`line` is the place of the line's series among those of the plot: all before it are columns, and what stands
    behind it are thin lines on its scale, whose labels a chart type has placed.

    `measured` gives a plot its scales; it is told the share of the height that a label takes.
    """

    line: int
    measured: Callable[[Plot, float], Plot]

    def write(self, plot: Plot, xml: ChartXml) -> str:
        line, ids = self.line_of(plot), xml.own_axis_ids if plot.own_scale else xml.axis_ids
        columns, lines = _columns(plot, line), range(line, len(plot.series))
        return (
            f'{COLUMNS.element(columns, xml)}<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{"".join(_line(plot, index, index == line, xml) for index in lines)}<c:marker val="1"/>{ids}'
            f"</c:lineChart>{COLUMNS.axes(columns, xml)}{xml.own_axes() if plot.own_scale else ''}"
        )

    def settle(self, plot: Plot, room: Room) -> Plot:
        """The plot in the largest type in which each label has a place, else in the smallest."""
        settled = plot
        for size in room.sizes or (plot.type_size,):
            settled = _inside(replace(plot, type_size=size), room, self.measured)
            settled = _Places(settled, room, self.line_of(plot)).settled()
            if not any(
                place.dropped and one.label(at) for one in settled.series for at, place in enumerate(one.places)
            ):
                break
        return settled

    def marks(self, plot: Plot, room: Room) -> tuple[ChartMark, ...]:
        """Each column and each point of the lines with its label; series after series."""
        return tuple(_marks(plot, room, self.line_of(plot)))

    def draw(self, plot: Plot, room: Room) -> tuple[ChartShape, ...]:
        """Columns, their axis, the lines, all labels and the legend."""
        inner, (low, high), line = room.inner(plot), plot.scale or (0.0, 1.0), self.line_of(plot)
        found, base = self.marks(plot, room), inner.bottom + low / (high - low) * inner.height
        thin = (one for at in range(line + 1, len(plot.series)) for one in stretches(by_itself(plot), room, at))
        return (
            *(ChartPath(rectangle(mark.box), _fill(plot, mark)) for mark in found if mark.series < line),
            rule((inner.left, base), (inner.right, base)),
            *(replace(one, width=THIN) for one in thin),
            *stretches(by_itself(plot), room, line),
            *markers(plot.series[line], line, found),
            *labels_below(plot, inner, inner.bottom + AXIS_LABELS),
            *value_labels(plot, found),
            *_with_line_key(legend(plot, room, [series.color for series in plot.series[: line + 1]])),
        )

    def line_of(self, plot: Plot) -> int:
        return self.line % len(plot.series)


def _columns(plot: Plot, line: int) -> Plot:
    return replace(plot, series=plot.series[:line])


def _inside(plot: Plot, room: Room, measured: Callable[[Plot, float], Plot]) -> Plot:
    """The plot with its inner box and its scales."""
    aside = max(date_width(plot, room) - room.width * plot.slot, 0.0) / 2
    width, top = max(room.width - 2 * aside - plot.aside, 1.0), legend_height(plot, room) + plot.over
    plot, below = dated(plot, room, width), height_below(plot, room, width * plot.slot)
    inner = Rect(aside, top, width, max(room.height - top - below, 1.0))
    label = (room.ruler.line(plot.type_size) + 2 * LABEL_GAP + MARKER_SIZE / 2) / inner.height
    return measured(replace(plot, inner=room.share(inner)), min(label, MOST_LABEL))


def _with_line_key(shapes: Iterable[ChartShape]) -> Iterator[ChartShape]:
    """A legend whose last key is a line with a point."""
    every = list(shapes)
    last = max((at for at, shape in enumerate(every) if isinstance(shape, ChartPath)), default=-1)
    for at, shape in enumerate(every):
        if at != last or not isinstance(shape, ChartPath):
            yield shape
            continue
        (_, (left, top)), _, (_, (right, bottom)), *_ = shape.commands
        middle, side = (top + bottom) / 2, bottom - top
        yield ChartPath(
            (("M", (left, middle)), ("L", (right, middle))), line=shape.fill, width=LINE_WIDTH, rounded=True
        )
        yield ChartPath(circle(centred(((left + right) / 2, middle), (side, side))), shape.fill)


def over_columns(plot: Plot, line: int, label: float) -> Plot:
    """The plot with scales with room for labels: one for all, or two on which the line goes over the columns."""
    columns, own = list(known(plot.series[:line])), list(known(plot.series[line : line + 1]))
    measured = [*columns, *level_values(plot), *(() if plot.own_scale else own)]
    low, high = min([0.0, *measured]), max([0.0, *measured])
    over = 2 * label + BAND if plot.own_scale else label
    scale, unit = _scale(low, high if low < high else 1.0, label, over)
    return replace(plot, scale=scale, unit=unit, own_scale=_in_band(own, label) if plot.own_scale else None)


def known(series: Iterable[Series]) -> Iterator[float]:
    """All values that are drawn."""
    return (float(value) for one in series for value in one.values if value is not None and value.is_finite())


def _scale(low: float, high: float, under: float, over: float) -> tuple[tuple[float, float], float | None]:
    """The ends of the axis of the columns; it grows by an edit but where much stays free over values below zero."""
    if low >= 0 or over < BAND:
        return growing(low, high, under, over)
    length = (high - low) / (1 - under - over)
    return (low - under * length, high + over * length), None


def _in_band(values: list[float], label: float) -> tuple[float, float]:
    """The ends of a scale on which these values fill the band under the room for a label at the top."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    span = high - low or abs(high) or 1.0
    middle = (low + high) / 2
    top = middle + span / 2 + span / BAND * label
    return top - span / BAND, top


def _line(plot: Plot, index: int, has_points: bool, xml: ChartXml) -> str:
    color = plot.series[index].color
    look = xml.line(color, LINE_WIDTH, rounded=True) if has_points else xml.line(color, THIN)
    return xml.series(
        index,
        f"<c:spPr>{look}</c:spPr>",
        marker(MARKER_SIZE, color, xml) if has_points else '<c:marker><c:symbol val="none"/></c:marker>',
        xml.labels(index, "t"),
        xml.categories(),
        xml.values(index),
        '<c:smooth val="0"/>',
    )


def _fill(plot: Plot, mark: ChartMark) -> Color:
    series = plot.series[mark.series]
    return series.point_colors[mark.point] if series.point_colors else series.color


def _marks(plot: Plot, room: Room, line: int) -> Iterator[ChartMark]:
    for mark in COLUMNS.marks(_columns(plot, line), room):
        place = plot.series[mark.series].place(mark.point)
        box = _beside_column(plot, room, mark, place.position or "outEnd")
        yield replace(mark, label=box if mark.text and not place.dropped else None)
    measured = by_itself(plot)
    for index in range(line, len(plot.series)):
        for point, middle in points(measured, room, index).items():
            place, text = plot.series[index].place(point), plot.series[index].label(point)
            size, reach = (MARKER_SIZE, REACH) if index == line else (THIN, BARE_REACH)
            box = label_box(measured, room, (index, point), middle, place, reach)
            yield ChartMark(
                index, point, centred(middle, (size, size)), text, box if text and not place.dropped else None
            )


def _beside_column(plot: Plot, room: Room, mark: ChartMark, position: LabelPosition) -> Rect:
    """The label of a column at its end or at its base; below zero the end is the lower one."""
    size = label_size(plot, mark.series, mark.point, room)
    away, value = LABEL_GAP + size[1] / 2, plot.series[mark.series].values[mark.point] or 0
    end, base, down = (mark.box.top, mark.box.bottom, 1) if value >= 0 else (mark.box.bottom, mark.box.top, -1)
    heights = {"outEnd": end - down * away, "inEnd": end + down * away, "inBase": base - down * away}
    return centred((mark.box.middle[0], heights[position]), size)


class _Places:
    """Where the labels of a plot stand: those of columns choose first, from the left on, then those of the line."""

    def __init__(self, plot: Plot, room: Room, line: int) -> None:
        self._plot, self._room, self._line = plot, room, line
        marks = list(_marks(plot, room, line))
        self._bars = [mark for mark in marks if mark.series < line]
        self._points = [mark for mark in marks if mark.series == line]
        self._paths = [points(by_itself(plot), room, index) for index in range(line, len(plot.series))]
        self._taken = [mark.label for mark in marks if mark.series > line and mark.label]
        self._chosen: dict[tuple[int, int], tuple[LabelPlace, Color | None]] = {}

    def settled(self) -> Plot:
        """The plot with a place, and a colour that is read there, for each label."""
        for mark in self._bars:
            self._choose(mark, self._at_column(mark))
        for mark in self._points:
            self._choose(mark, self._at_point(mark))
        series = tuple(self._told(at, one) for at, one in enumerate(self._plot.series))
        return replace(self._plot, series=series)

    def _told(self, at: int, series: Series) -> Series:
        if at > self._line:
            return series
        nowhere = (LabelPlace(dropped=True), None)
        chosen = [self._chosen.get((at, point), nowhere) for point in range(len(series.values))]
        return replace(
            series,
            places=tuple(place for place, _ in chosen),
            label_colors=tuple(ink or series.label_color for _, ink in chosen),
        )

    def _choose(self, mark: ChartMark, tried: Iterator[tuple[LabelPosition, Rect, Color | None]]) -> None:
        """The first place of those that are tried which covers nothing."""
        whole = Rect(0, 0, self._room.width, self._room.height)
        for position, box, ink in tried if mark.text else ():
            if (
                whole.holds(box)
                and not any(box.touches(other) for other in self._taken)
                and not self._covers(box, mark)
            ):
                self._taken.append(box)
                self._chosen[mark.series, mark.point] = LabelPlace(position), ink
                return

    def _covers(self, box: Rect, mark: ChartMark) -> bool:
        """Whether a label lies on the line, or on a point of it that is not its own."""
        runs = (run for path in self._paths for run in pairwise(sorted(path.items())))
        crossed = any(after == before + 1 and crosses(box, start, end) for (before, start), (after, end) in runs)
        return crossed or any(box.touches(one.box) for one in self._points if one is not mark)

    def _at_column(self, mark: ChartMark) -> Iterator[tuple[LabelPosition, Rect, Color | None]]:
        for position in OVER_COLUMNS:
            box = _beside_column(self._plot, self._room, mark, position)
            if position != "outEnd":
                if mark.box.holds(_around(box)):
                    yield position, box, tone(_fill(self._plot, mark)).label
            elif not any(box.touches(one.box) for one in self._bars if one is not mark):
                yield position, box, None

    def _at_point(self, mark: ChartMark) -> Iterator[tuple[LabelPosition, Rect, Color | None]]:
        """A label stands wholly on one column, in a colour that is read on it, or on none."""
        measured = by_itself(self._plot)
        for position in BESIDE_POINTS:
            place = LabelPlace(position)
            box = label_box(measured, self._room, (mark.series, mark.point), mark.box.middle, place)
            under = [one for one in self._bars if one.box.touches(_around(box))]
            if not under:
                yield position, box, None
            elif len(under) == 1 and under[0].box.holds(_around(box)):
                yield position, box, tone(_fill(self._plot, under[0])).label


def _around(box: Rect) -> Rect:
    """A label with what keeps it off the edges of a column."""
    return Rect(box.left - 1, box.top, box.width + 2, box.height)
