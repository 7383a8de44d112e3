"""What was reached against what was to be reached: a bar for each row, and a stroke across it at its target.

In: a first series of what was reached, a second of targets, and up to three more of where ranges end, such as poor,
fair and good, the lowest first. Out: lying bars, and behind their ends the ranges, which are light and named over the
first row where all names have room; behind each row its target. Rows stand in the order of what was reached; the
finding is in the accent.

What was reached stands in its bar where all bars hold their numbers, else all of them stand behind the rows. All that
is drawn are bars over each other, of one thickness, since not every program draws two. Those that leave of a target
no more than a stroke are computed by the workbook, so that it follows an edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.chart import NAMELESS, LabelPlace, Plot, Rect, Series
from deckgen.model.chart_bars import IN_A_PART, LABELS_BESIDE, NUMBER_HEIGHT
from deckgen.model.chart_data import Category, ChartData, labels
from deckgen.model.chart_geometry import (
    AXIS_GAP,
    LABEL_GAP,
    ChartMark,
    Room,
    centred,
    growing,
    label_size,
    outside,
    touching,
)
from deckgen.model.chart_sketch import (
    AXIS_LABELS,
    ChartPath,
    ChartShape,
    labels_beside,
    rectangle,
    rule,
    value_labels,
)
from deckgen.model.chart_tones import tone
from deckgen.model.chart_type import REMARKS, ChartOption, ChartXml, LabelRoom, Shows
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = REMARKS
WHOLE_ROWS: Final = True

EXAMPLE = """\
title: Kun eksporten har nået sit mål
chart: bullet
counted: Andel af årets mål i procent i en opdigtet klynge
series: [Nået, Mål, Svagt, Rimeligt, Godt]
data:
  - {label: Eksport, value: [92, 85, 50, 75, 100], emphasis: true}
  - {label: Nye medlemmer, value: [71, 80, 50, 75, 100]}
  - {label: Projekter med udlandet, value: [58, 70, 40, 60, 100]}
  - {label: Kvinder i bestyrelser, value: [34, 50, 30, 45, 100]}
annotate:
  - {callout: Eksport, text: Nået før tid}
"""

REACHED, TARGET = 0, 1
"""The series of the content by what they are; those of ranges go on from the third."""

LEAST, MOST = 2, 5
"""Series."""

TINTS: Final[tuple[tuple[Color, ...], ...]] = ((), ("tint1",), ("tint2", "tint1"), ("tint3", "tint2", "tint1"))
"""Of so many ranges, the lowest first."""

BAR: Final[Color] = "mark"

GAP: Final = 60
"""Room between rows, in per cent of a bar."""

ROW_MOST: Final = 52.0
"""A row takes at most so much of the height, in points."""

STROKE: Final = Decimal("0.007")
"""The width of a stroke, as a share of the largest value; it ends at the target."""

OVER_ROWS: Final = 24.0
"""What names of ranges take over the rows, in points."""

BESIDE: Final = 3.2
"""Between the end of a bar and its label, as programs draw it, in points."""

LEAST_WIDTH: Final = 0.25
"""Of the chart, for the bars."""


def plot(data: ChartData) -> Plot:
    """Series in the order in which they are drawn: ranges, the longest first, bars and targets; and over them what
    leaves strokes of the targets: the ground, and once more all that lies before a stroke."""
    data = data.several("a bullet chart", LEAST, MOST)
    rows = data.rows_by((REACHED,))
    for row in rows:
        _refuse(row)
    ends = range(TARGET + 1, len(data.series))
    tints = dict(zip(ends, TINTS[len(ends)], strict=True))
    ranges = tuple(_range(data, rows, at, tints[at]) for at in reversed(ends))
    given = (*ranges, _reached(data, rows), _target(data, rows))
    return Plot(tuple(row.label for row in rows), (*given, *_covers(given)), lying=True)


def _given(plot: Plot) -> tuple[int, int]:
    """The places of what was reached and of targets among the series; before them are ranges, behind them covers."""
    target = len(plot.series) // 2 - 1
    return target - 1, target


def _refuse(row: Category) -> None:
    """ValueError where a value is below zero, or ranges are not from the lowest to the highest."""
    if any(value is not None and value < 0 for value in row.values):
        raise ValueError(f"the bars of a bullet chart begin at zero; `{row.label}` has a value below it")
    ends = row.values[TARGET + 1 :]
    known = [value for value in ends if value is not None]
    if len(known) < len(ends) or known != sorted(known):
        raise ValueError(f"the ranges of `{row.label}` do not each end where the next begins")


def _reached(data: ChartData, rows: tuple[Category, ...]) -> Series:
    colors: tuple[Color, ...] = tuple("accent" if row.emphasis else BAR for row in rows)
    values, marked = tuple(row.values[REACHED] for row in rows), any(row.emphasis for row in rows)
    told = labels(rows, REACHED)
    return Series(data.series[REACHED], values, BAR, colors if marked else (), labels=told, named=(0,))


def _target(data: ChartData, rows: tuple[Category, ...]) -> Series:
    values, every = tuple(row.values[TARGET] for row in rows), tuple(range(len(rows)))
    told = labels(rows, TARGET)
    return Series(data.series[TARGET], values, "foreground", label_color="muted", labels=told, named=every)


def _range(data: ChartData, rows: tuple[Category, ...], index: int, tint: Color) -> Series:
    """A range, whose label is its name at the first row."""
    names = (data.series[index], *("",) * (len(rows) - 1))
    told = replace(labels(rows, index), words=(), texts=names, say="series")
    return Series(
        data.series[index], tuple(row.values[index] for row in rows), tint, label_color="muted", labels=told
    )


def _covers(given: Sequence[Series]) -> Iterator[Series]:
    """What lies over a target up to its stroke: the ground, then ranges and what was reached, as far as they go."""
    *under, targets = given
    largest = max((value for one in given for value in one.values if value is not None), default=Decimal())
    every = ",".join(f"{{{at}:all}}" for at in range(len(given)))
    target = f"{{{len(under)}}}"
    start = f"MAX(0,{target}-MAX({every})*{STROKE})"
    starts = [None if one is None else max(Decimal(), one - largest * STROKE) for one in targets.values]
    yield _cover(starts, [start] * len(starts), replace(targets, color="background"))
    for at, one in enumerate(under):
        values = [
            None if value is None or end is None else min(value, end)
            for value, end in zip(one.values, starts, strict=True)
        ]
        yield _cover(values, [f"MIN({{{at}}},{start})"] * len(values), one)


def _cover(values: Sequence[Decimal | None], formulas: Sequence[str], over: Series) -> Series:
    known = tuple("" if value is None else formula for value, formula in zip(values, formulas, strict=True))
    return Series(NAMELESS, tuple(values), over.color, over.point_colors, helper=True, formulas=known)


def write(plot: Plot, xml: ChartXml) -> str:
    bars = "".join(_bar(index, plot, xml) for index in range(len(plot.series)))
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
        f'<c:gapWidth val="{GAP}"/><c:overlap val="100"/>{xml.axis_ids}</c:barChart>'
        f"{xml.category_axis('l', reverse=True)}{xml.value_axis('b')}"
    )


def _bar(index: int, plot: Plot, xml: ChartXml) -> str:
    inverted = '<c:invertIfNegative val="0"/>'
    return xml.series(
        index,
        f"{_look(plot.series[index].color, xml)}{inverted}",
        xml.points(index, lambda own: f'{inverted}<c:bubble3D val="0"/>{_look(own, xml)}'),
        xml.labels(index, "outEnd"),
        xml.categories(),
        xml.values(index),
    )


def _look(color: Color, xml: ChartXml) -> str:
    return f"<c:spPr>{xml.fill(color)}{xml.line(None)}</c:spPr>"


def label_room(plot: Plot, room: Room) -> LabelRoom:
    lines = _pitch(plot, room) / room.ruler.line(plot.type_size)
    return LabelRoom(room.width * LABELS_BESIDE, lines, "shorten it, or show fewer rows")


def most_height(plot: Plot) -> float:
    return ROW_MOST * len(plot.categories) + OVER_ROWS


def settle(plot: Plot, room: Room) -> Plot:
    """The plot in the largest type in which each name has room and no labels touch, else in the smallest."""
    settled = plot
    for size in room.sizes or (plot.type_size,):
        settled = _named(_labelled(replace(plot, type_size=size), room), room)
        own, found = label_room(settled, room), marks(settled, room)
        lines = (room.ruler.lines(name, size, own.width) for name in plot.categories)
        if all(count <= own.lines for count in lines) and not any((*touching(found), *outside(found, room))):
            break
    return settled


def _labelled(plot: Plot, room: Room) -> Plot:
    """The plot with what was reached in the bars where they hold it, else behind the rows, before the targets."""
    reached, target = _given(plot)
    held = _at_base(_inside(plot, room, (target,)))
    bars = (mark for mark in marks(held, room) if mark.series == reached)
    if all(mark.label is None or mark.box.holds(_padded(mark.label)) for mark in bars):
        return _behind(held, room, (target,))
    return _behind(_inside(plot, room, (reached, target)), room, (reached, target))


def _at_base(plot: Plot) -> Plot:
    """The plot with what was reached in its bars, where they begin."""
    index, _ = _given(plot)
    series = plot.series[index]
    inks = tuple(tone(fill).label for fill in series.point_colors or (series.color,) * len(series.values))
    placed = replace(series, places=(LabelPlace("inBase"),) * len(series.values), label_colors=inks)
    return replace(plot, series=(*plot.series[:index], placed, *plot.series[index + 1 :]))


def _padded(label: Rect) -> Rect:
    return Rect(label.left - IN_A_PART, label.top, label.width + 2 * IN_A_PART, label.height)


def _column(plot: Plot, room: Room, index: int) -> float:
    """What the labels of a series take across, with what keeps them off the next."""
    points = range(len(plot.categories))
    return max(label_size(plot, index, point, room)[0] for point in points) + 2 * LABEL_GAP


def _inside(plot: Plot, room: Room, behind: tuple[int, ...]) -> Plot:
    """The plot with its inner box between the names of the rows and the labels behind them."""
    widest = max(room.ruler.width(name, plot.type_size) for name in plot.categories)
    left, top = min(widest, room.width * LABELS_BESIDE) + AXIS_GAP, OVER_ROWS * (_given(plot)[0] > 0)
    right = sum(_column(plot, room, index) for index in behind) + plot.over
    width = max(room.width - left - right, LEAST_WIDTH * room.width)
    high = max((float(value) for one in plot.series for value in one.values if value is not None), default=0.0)
    scale, unit = growing(0.0, high or 1.0, 0.0, 0.0)
    inner = room.share(Rect(left, top, width, max(room.height - top, 1.0)))
    return replace(plot, inner=inner, scale=scale, unit=unit)


def _behind(plot: Plot, room: Room, columns: tuple[int, ...]) -> Plot:
    """The plot with the labels of these series in columns behind the rows."""
    left, series = room.inner(plot).right, list(plot.series)
    for index in columns:
        left += 2 * LABEL_GAP
        places = []
        for point, value in enumerate(series[index].values):
            wide, _ = label_size(plot, index, point, room)
            end = _end(plot, room, float(value or 0)) + BESIDE + wide / 2
            places.append(LabelPlace("outEnd", ((left + wide / 2 - end) / room.width, 0.0)))
        left += _column(plot, room, index) - 2 * LABEL_GAP
        series[index] = replace(series[index], places=tuple(places))
    return replace(plot, series=tuple(series))


def _named(plot: Plot, room: Room) -> Plot:
    """The plot with the names of its ranges over the middles of what each adds in the first row, or without them."""
    count, _ = _given(plot)
    high = room.ruler.line(plot.type_size)
    start, moved, fits = room.inner(plot).left, dict[int, tuple[float, float]](), True
    for index in reversed(range(count)):
        box, (wide, _) = _box(plot, room, index, 0), label_size(plot, index, 0, room)
        fits = fits and wide + 2 * LABEL_GAP <= box.right - start
        away = (start + box.right) / 2 - (box.right + BESIDE + wide / 2)
        moved[index] = away / room.width, -(box.height / 2 + LABEL_GAP + high / 2) / room.height
        start = box.right
    ranges = (_at_first(plot.series[index], moved[index] if fits else None) for index in range(count))
    return replace(plot, series=(*ranges, *plot.series[count:]))


def _at_first(series: Series, moved: tuple[float, float] | None) -> Series:
    """A range with its name there, and nowhere else."""
    first = LabelPlace("outEnd", moved) if moved else LabelPlace(dropped=True)
    return replace(series, places=(first, *(LabelPlace(dropped=True),) * (len(series.values) - 1)))


def _end(plot: Plot, room: Room, value: float) -> float:
    """Where a bar of that value ends."""
    inner, (_, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    return inner.left + value / high * inner.width


def _pitch(plot: Plot, room: Room) -> float:
    return room.inner(plot).height / len(plot.categories)


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Ranges, the longest first, then bars and strokes with their labels."""
    return tuple(
        ChartMark(index, point, _box(plot, room, index, point), text, _label(plot, room, index, point))
        for index in range(len(plot.series) // 2)
        for point, value in enumerate(plot.series[index].values)
        for text in (plot.series[index].label(point),)
        if value is not None
    )


def _box(plot: Plot, room: Room, index: int, point: int) -> Rect:
    """A bar or a range from the axis on; of a target the stroke."""
    inner, pitch, (_, target) = room.inner(plot), _pitch(plot, room), _given(plot)
    high, end = pitch / (1 + GAP / 100), _end(plot, room, float(plot.series[index].values[point] or 0))
    start = _end(plot, room, float(plot.series[target + 1].values[point] or 0)) if index == target else inner.left
    return Rect(start, inner.top + (point + 0.5) * pitch - high / 2, end - start, high)


def _label(plot: Plot, room: Room, index: int, point: int) -> Rect | None:
    series = plot.series[index]
    if not series.label(point):
        return None
    box, (wide, _), place = _box(plot, room, index, point), label_size(plot, index, point, room), series.place(point)
    if place.dropped:
        return None
    across, down = place.moved or (0.0, 0.0)
    left = room.inner(plot).left if place.position == "inBase" else box.right + across * room.width
    middle = left + BESIDE + wide / 2, box.middle[1] + down * room.height
    is_name = index < _given(plot)[0]
    return centred(middle, (wide, room.ruler.line(plot.type_size) if is_name else plot.type_size * NUMBER_HEIGHT))


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """Ranges, bars, strokes, the axis, names, all labels and the legend."""
    inner, found = room.inner(plot), marks(plot, room)
    return (
        *_drawn(plot, room),
        rule((inner.left, inner.top), (inner.left, inner.bottom)),
        *labels_beside(plot, inner, inner.left - AXIS_LABELS),
        *value_labels(plot, found),
    )


def _drawn(plot: Plot, room: Room) -> Iterator[ChartPath]:
    """All bars as they lie over each other, of targets and what covers them too."""
    inner = room.inner(plot)
    for index, series in enumerate(plot.series):
        for point, value in enumerate(series.values):
            if value:
                box = _box(plot, room, index, point)
                whole = Rect(inner.left, box.top, box.right - inner.left, box.height)
                yield ChartPath(rectangle(whole), series.point_colors[point] if series.point_colors else series.color)
