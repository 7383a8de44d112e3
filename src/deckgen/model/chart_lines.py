"""What every chart type with lines shares: the element, its axes, and the room that lines and their labels want.

In: the data of a chart of lines. Out: the element as text, and where each point and its label stand. Several lines
are named behind their ends and not in a legend, unless their names would take too much of the width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.model.axis_sketch import numbers_beside, widest
from deckgen.model.chart import LabelPlace, LabelPosition, Legend, Plot, Rect, Series
from deckgen.model.chart_axis import axis_of
from deckgen.model.chart_data import ChartData, labels
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
from deckgen.model.chart_type import ChartXml
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.line_labels import LINE_WIDTH, MARKER_SIZE, At, at_ends, is_known, label_box, placed, points
from deckgen.model.theme import Color

QUIET: Color = "tint3"
"""Of a line that is not the finding."""

QUIET_MARKER = 5
"""Of a point on it, in points."""

DOT = 13
"""Of a dot that no line leads to, in points."""

SPAN: Color = "tint2"
SPAN_WIDTH = 4.0
"""Of the line that joins two dots, in points, unless a chart type has another."""

TONES: tuple[Color, ...] = ("primary", "data3", "muted", "tint3")
"""Of lines of which none is the finding."""

MOST_LABELLED = 2
"""Lines of which none is the finding, and that have a label at each point."""

MOST_FREE = 0.25
"""Of the axis of values, at each end of it, for labels."""

_SETTLED = 3
"""What is left on one side narrows the other: after so many rounds neither moves any more."""

MOST_NAMED = 0.35
"""Of the width, for the names of lines behind their ends."""


def lines(data: ChartData, most: int, everywhere: bool = False) -> tuple[Series, ...]:
    """The series of a chart of lines, the finding last, so that it lies over the others; else ValueError.

    A line that is not the finding has its last value, or with `everywhere` all of them.
    """
    count = len(data.series)
    if count > most:
        raise ValueError(f"a chart of lines wants at most {most} series; here are {count}")
    if count > len(TONES) and not data.findings:
        raise ValueError(f"of {count} lines one is the finding: write `emphasis: true` on it")
    order = [at for at in range(count) if at not in data.findings] + list(data.findings)
    return tuple(_series(data, at, everywhere) for at in order)


def _series(data: ChartData, index: int, everywhere: bool) -> Series:
    rows, alone = data.categories, len(data.series) == 1
    values = tuple(row.values[index] for row in rows)
    told = labels(rows, index)
    if index in data.findings or (alone and not data.beside):
        color: Color = "accent"
    else:
        color = QUIET if data.findings else TONES[index]
    made = Series(data.series[index], values, color, label_color=_ink(data, index), labels=told)
    if alone:
        return made
    known = [at for at in range(len(rows)) if is_known(made, at)]
    few = index in data.findings or (not data.findings and len(data.series) <= MOST_LABELLED)
    shown = known if few or everywhere else known[-1:]
    texts = tuple(text if at in shown else "" for at, text in enumerate(told.texts))
    return replace(made, labels=replace(told, texts=texts), named=tuple(known[-1:]))


def _ink(data: ChartData, index: int) -> Color:
    if not data.findings:
        return "foreground"
    return "accent" if index in data.findings else "muted"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over categories. `both`: their values stand beside both ends, as where there are no more than two.

    `spans`: what is seen are dots, and a line joins those of a category: from what the first series has, which is a
    helper, so far up as the last has, which is another.
    """

    both: bool = False
    spans: bool = False
    span_width: float = SPAN_WIDTH

    def write(self, plot: Plot, xml: ChartXml) -> str:
        series = "".join(self._line(plot, index, xml) for index in _seen(plot))
        if self.spans:
            series = _spanning(len(plot.series) - 1, self.span_width, xml) + series
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
            f"{xml.axis_ids}</c:lineChart>{xml.category_axis('b', lined=not self.both)}{xml.value_axis('l')}"
        )

    def settle(self, plot: Plot, room: Room) -> Plot:
        """The plot with a scale that leaves room for labels, and these where they cover least.

        Where not all of them have room, those have that stand in nobody's way, of lines that are named, else those of
        the ends; so have those of panels in any case, to be alike.
        """
        plot = _legible(plot, room)
        plot = self._inside(_between_said_ends(plot, room) if plot.axes else plot, room)
        if self.spans:
            return placed(plot, room, (), _over_and_under(plot))
        fixed = at_ends(plot, room, self._ends(plot))
        every = {(index, point) for index in range(len(plot.series)) for point in range(len(plot.categories))}
        everywhere = placed(plot, room, every, fixed)
        if fixed:
            clear = every - self._in_the_way(everywhere, room)
            tried = [everywhere, placed(plot, room, clear, fixed), placed(plot, room, (), fixed)]
        else:
            at_outer = placed(plot, room, {at for at in every if at[1] in _outer(plot)}, fixed)
            tried = [at_outer] if plot.beside else [everywhere, at_outer]
        return next((one for one in tried if not self._in_the_way(one, room)), tried[-1 if fixed else 0])

    def marks(self, plot: Plot, room: Room) -> tuple[ChartMark, ...]:
        """Each point with its label; series after series."""
        found = []
        for index in _seen(plot):
            series = plot.series[index]
            for point, middle in points(plot, room, index).items():
                place, text = series.place(point), series.label(point)
                shown = text and not place.dropped
                label = label_box(plot, room, (index, point), middle, place) if shown else None
                size = self._size(series)
                found.append(ChartMark(index, point, centred(middle, (size, size)), text, label))
        return tuple(found)

    def draw(self, plot: Plot, room: Room) -> tuple[ChartShape, ...]:
        """Lines, their points, the axis, all labels and the legend."""
        inner, found = room.inner(plot), self.marks(plot, room)
        return (
            *(() if self.both else _axes(plot, room)),
            *(_spans(plot, room, self.span_width) if self.spans else ()),
            *(path for index in _seen(plot) for path in self._drawn(plot, room, index, found)),
            *labels_below(plot, inner, inner.bottom + AXIS_LABELS),
            *value_labels(plot, found),
            *legend(plot, room, [plot.series[index].color for index in _seen(plot)]),
        )

    def _drawn(self, plot: Plot, room: Room, index: int, found: Sequence[ChartMark]) -> Iterator[ChartPath]:
        if not self.spans:
            yield from stretches(plot, room, index)
        yield from markers(plot.series[index], index, found)

    def _size(self, series: Series) -> float:
        """Of the marker of a point."""
        if self.spans:
            return DOT
        return QUIET_MARKER if series.color == QUIET else MARKER_SIZE

    def _line(self, plot: Plot, index: int, xml: ChartXml) -> str:
        """One series; of a point with a colour of its own the marker takes it."""
        series, size = plot.series[index], self._size(plot.series[index])
        look = xml.line(None) if self.spans else xml.line(series.color, LINE_WIDTH, rounded=True)
        return xml.series(
            index,
            f"<c:spPr>{look}</c:spPr>{marker(size, series.color, xml)}",
            xml.points(index, lambda own: f'{marker(size, own, xml)}<c:bubble3D val="0"/>{self._ink(own, xml)}'),
            xml.labels(index, "t"),
            xml.categories(),
            xml.values(index),
            '<c:smooth val="0"/>',
        )

    def _ink(self, own: Color, xml: ChartXml) -> str:
        """Where no line leads to a dot, one that is not seen: LibreOffice paints dots in the colour of theirs."""
        return f"<c:spPr>{xml.line(own, LINE_WIDTH, opacity=0)}</c:spPr>" if self.spans else ""

    def _ends(self, plot: Plot) -> dict[At, LabelPosition]:
        """The labels that stand beside the ends of lines."""
        ends: dict[At, LabelPosition] = {}
        for index, series in enumerate(plot.series):
            ends |= {(index, point): "r" for point in series.named}
            if self.both:
                ends |= {(index, 0): "l", (index, len(series.values) - 1): "r"}
        return {at: side for at, side in ends.items() if plot.series[at[0]].label(at[1])}

    def _inside(self, plot: Plot, room: Room) -> Plot:
        """The plot with its inner box over the labels of the categories, and with the ends of its scale."""
        top = _top(plot, room)
        narrow = replace(room, width=room.width - plot.aside)
        left, right = map(max, zip(*(self._beside(one, narrow) for one in plot.together), strict=True))
        width = max(room.width - left - right - plot.aside, 1.0)
        plot, below = dated(plot, room, width), height_below(plot, room, width / len(plot.categories))
        inner = Rect(left, top, width, max(room.height - top - below, 1.0))
        if plot.axes:
            return replace(plot, inner=room.share(inner))
        seen = [*(one.series[index] for one in plot.together for index in _seen(one)), *plot.levels]
        known = [float(value) for one in seen for value in one.values if value is not None and value.is_finite()]
        low, high = min([0.0, *known]), max([0.0, *known])
        high = high if low < high else 1.0
        pad = _label_height(plot, room)
        point = (high - low) / max(inner.height - pad, 1.0)
        if low == 0 and _crowds(plot, pad * point):
            point = high / max(inner.height - 2 * pad, 1.0)
            return replace(plot, inner=room.share(inner), scale=(-pad * point, high + pad * point))
        free = min(pad / inner.height, MOST_FREE)
        scale, unit = growing(low, high, free, free)
        return replace(plot, inner=room.share(inner), scale=scale, unit=None if plot.beside else unit)

    def _beside(self, plot: Plot, room: Room) -> tuple[float, float]:
        """What is left on both sides, so that labels at and beside the ends of the lines stand in the chart."""
        ends, count = self._ends(plot), len(plot.categories)
        outer = {(index, point) for index in range(len(plot.series)) for point in (0, count - 1)}
        left, right = max([widest(axis, plot, room) + AXIS_GAP for axis in plot.axes], default=0.0), 0.0
        dates = date_width(plot, room)
        for _ in range(_SETTLED):
            for at in outer | ends.keys():
                across, wide = plot.across(at[1]), max(label_size(plot, *at, room)[0], dates * (at not in ends))
                beside, over = wide + MARKER_SIZE / 2 + LABEL_GAP, 0.0 if at in ends else wide / 2
                before, behind = (beside if ends.get(at) == side else over for side in ("l", "r"))
                left = max(left, (before - across * (room.width - right)) / (1 - across))
                right = max(right, (behind - (1 - across) * (room.width - left)) / across)
        return left, right

    def _in_the_way(self, plot: Plot, room: Room) -> set[At]:
        """The labels that touch each other, stand out of the chart, or cover a point of another."""
        found = self.marks(plot, room)
        pairs = (one for pair in touching(found) for one in pair)
        return {(mark.series, mark.point) for mark in (*pairs, *outside(found, room), *_covering(found))}


def _between_said_ends(plot: Plot, room: Room) -> Plot:
    """The plot with an axis from one round number to another, beyond the values and their labels.

    Where zero lies between them, the axis is the one that any line has, and need not be seen.
    """
    height = room.height - _top(plot, room) - height_below(plot, room, room.width / len(plot.categories))
    free = min(_label_height(plot, room) / max(height, 1.0), MOST_FREE)
    seen = (one.series[index] for one in plot.together for index in _seen(one))
    every = (*seen, *plot.levels)
    values = [value for series in every for value in series.values]
    axis = axis_of(values, (plot.axes[0].format,), free / (1 - 2 * free))
    if axis.has_zero:
        return replace(plot, axes=())
    return replace(plot, axes=(axis,), scale=(float(axis.low), float(axis.high)))


def _top(plot: Plot, room: Room) -> float:
    """What is over the plot: the legend, annotations, and half of the uppermost number of an axis that is seen."""
    return legend_height(plot, room) + plot.over + room.ruler.line(plot.type_size) / 2 * bool(plot.axes)


def _label_height(plot: Plot, room: Room) -> float:
    """What a label over a point takes, from the middle of the point on."""
    return room.ruler.line(plot.type_size) + MARKER_SIZE / 2 + LABEL_GAP


def _seen(plot: Plot) -> list[int]:
    return [index for index, series in enumerate(plot.series) if not series.helper]


def _axes(plot: Plot, room: Room) -> Iterator[ChartShape]:
    """The axis of the categories at zero, or at the beginning of that of the values, and this where it is seen."""
    inner, (low, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    base = inner.bottom - (max(-low, 0.0) if high >= 0 else 0.0) / (high - low) * inner.height
    yield rule((inner.left, base), (inner.right, base))
    for axis in plot.axes:
        yield rule((inner.left, inner.top), (inner.left, inner.bottom))
        yield from numbers_beside(axis, inner, room.ruler.line(plot.type_size))


def _over_and_under(plot: Plot) -> dict[At, LabelPlace]:
    """The label of the larger value of each category over its dot, and that of the smaller one under it; one alone
    stands where no line leads to its dot."""
    found: dict[At, LabelPlace] = {}
    for point in range(len(plot.categories)):
        known = [index for index in _seen(plot) if is_known(plot.series[index], point)]
        ranked = sorted(known, key=lambda index: plot.series[index].values[point] or 0)
        found |= {(index, point): LabelPlace("b") for index in ranked[:-1]}
        hangs = len(_seen(plot)) == 1 and known and (plot.series[known[0]].values[point] or 0) < 0
        found |= {(index, point): LabelPlace("b" if hangs else "t") for index in ranked[-1:]}
    return found


def _spanning(length: int, width: float, xml: ChartXml) -> str:
    """The lines that join the dots of a category, as bars of error of a series under all others."""
    bars = (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"{xml.values(length, 'c:plus')}<c:spPr>{xml.line(SPAN, width)}</c:spPr></c:errBars>"
    )
    return xml.series(
        0,
        f"<c:spPr>{xml.line(None)}</c:spPr>",
        '<c:marker><c:symbol val="none"/></c:marker>',
        xml.labels(0, "t"),
        bars,
        xml.categories(),
        xml.values(0),
        '<c:smooth val="0"/>',
    )


def _spans(plot: Plot, room: Room, width: float) -> Iterator[ChartPath]:
    (low, high), lengths = plot.scale or (0.0, 1.0), plot.series[-1].values
    for point, (x, y) in points(plot, room, 0).items():
        up = float(lengths[point] or 0) / (high - low) * room.inner(plot).height
        yield ChartPath((("M", (x, y)), ("L", (x, y - up))), line=SPAN, width=width)


def _legible(plot: Plot, room: Room) -> Plot:
    """The plot with the names of its lines in a legend, where they are too long to stand behind their ends."""
    named = [(index, point) for index, series in enumerate(plot.series) for point in series.named]
    if all(label_size(plot, *at, room)[0] <= room.width * MOST_NAMED for at in named):
        return plot
    series = tuple(replace(one, named=()) for one in plot.series)
    return replace(plot, series=series, legend=Legend("top", tuple(one.name for one in series)))


def marker(size: float, color: Color, xml: ChartXml) -> str:
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>'
        f"<c:spPr>{xml.fill(color)}{xml.line(None)}</c:spPr></c:marker>"
    )


def stretches(plot: Plot, room: Room, index: int) -> Iterator[ChartPath]:
    """A series, in pieces where values are missing."""
    known, commands = points(plot, room, index), list[tuple[str, tuple[float, ...]]]()
    for at, place in sorted(known.items()):
        commands.append(("L" if at - 1 in known else "M", place))
    if commands:
        yield ChartPath(tuple(commands), None, plot.series[index].color, LINE_WIDTH, rounded=True)


def markers(series: Series, index: int, found: Sequence[ChartMark]) -> Iterator[ChartPath]:
    for mark in found:
        if mark.series == index:
            color = series.point_colors[mark.point] if series.point_colors else series.color
            yield ChartPath(circle(mark.box), color)


def _covering(found: Sequence[ChartMark]) -> Iterator[ChartMark]:
    """The points whose labels stand on another point."""
    shown = [mark for mark in found if mark.label]
    return (one for mark in found for one in shown if one is not mark and one.label and one.label.touches(mark.box))


def _outer(plot: Plot) -> tuple[int, ...]:
    """The first and the last place that a line of the plot has a value at."""
    known = [at for at in range(len(plot.categories)) if any(is_known(one, at) for one in plot.series)]
    return tuple(dict.fromkeys((*known[:1], *known[-1:])))


def _crowds(plot: Plot, height: float) -> bool:
    """Whether a value lies so low, and another so near it, that its label has to stand under the axis."""
    for place in zip(*(plot.series[index].values for index in _seen(plot)), strict=True):
        known = sorted(float(value) for value in place if value is not None)
        if len(known) > 1 and known[0] < height and known[1] < known[0] + 2 * height:
            return True
    return False
