"""How values spread in each row: the middle half as a box around the median, and lines to the lowest and the highest.

In: five series, lowest, lower quartile, median, upper quartile and highest. Out: a box for each row in two tones that
meet at the median, over an axis with round ticks, which begins at zero only where the values lie near it. Rows stand
in the order of their medians. A median stands beside its box where it has room there, else the axis alone says it.

The workbook computes the lengths that are drawn from the five numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, Literal

from deckgen.model.axis_sketch import numbers_beside, widest
from deckgen.model.chart import NAMELESS, LabelPlace, Plot, Rect, Series
from deckgen.model.chart_axis import axis_of
from deckgen.model.chart_data import Category, ChartData, labels
from deckgen.model.chart_geometry import AXIS_GAP, LABEL_GAP, ChartMark, Room, centred, height_below, label_size
from deckgen.model.chart_levels import reaching_levels
from deckgen.model.chart_sketch import AXIS_LABELS, ChartPath, ChartShape, labels_below, rectangle, rule, value_labels
from deckgen.model.chart_type import REMARKS, ChartOption, ChartXml, Shows, room_below
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "distribution"
TAKES: Final[frozenset[ChartOption]] = REMARKS | {"line"}
WHOLE_ROWS: Final = True

EXAMPLE = """\
title: Halvdelen af medlemmerne i Energi har over 40 ansatte
chart: box
counted: Antal ansatte i medlemsvirksomhederne i fire opdigtede klynger
series: [Færrest, Nedre kvartil, Median, Øvre kvartil, Flest]
data:
  - {label: Energi, value: [4, 22, 41, 68, 110], emphasis: true}
  - {label: Fødevarer, value: [3, 14, 29, 47, 96]}
  - {label: Byggeri, value: [2, 9, 18, 33, 71]}
  - {label: Design, value: [1, 3, 6, 14, 38]}
annotate:
  - {bracket: [Fødevarer, Byggeri], text: Ligner hinanden}
"""

LOWEST, LOWER, MEDIAN, UPPER, HIGHEST = range(5)
DOWN, UP = 5, 6
"""The series of how far the lines go from the box."""
STACK = 7
"""The first of those that are stacked: what the box stands on or hangs from, and its parts over and under zero."""

LINE, CAP = 1.0, 7.0
"""Of the lines from a box, and across their ends, in points."""

WIDEST, NARROWEST, ALL_GAPS = 500, 100, 1500
"""Room between boxes, in per cent of one: more where they are few, so that they do not turn into slabs."""

UNDER: Final[Color] = "tint3"
OVER: Final[Color] = "tint2"
REACHED: Final[Color] = "muted"
"""The parts of a box under and over the median, and the lines from it."""

_FORMULAS: Final[tuple[tuple[Color, str], ...]] = (
    ("background", "MAX(0,{1})+MIN(0,{3})"),
    (UNDER, "MAX(0,{2})-MAX(0,{1})"),
    (OVER, "MAX(0,{3})-MAX(0,{2})"),
    (OVER, "MIN(0,{2})-MIN(0,{3})"),
    (UNDER, "MIN(0,{1})-MIN(0,{2})"),
)
"""What is stacked, from zero outwards: up, and then down."""

label_room = room_below


def plot(data: ChartData) -> Plot:
    rows = data.several("a box chart", 5, 5).rows_by((MEDIAN,))
    for row in rows:
        _refuse_disorder(row)
    values = [value for row in rows for value in row.values]
    axis = axis_of(values, [label.number_format for row in rows for label in row.shown])
    given = tuple(_given(data, rows, at) for at in range(len(data.series)))
    down = _helper([_less(row, LOWER, LOWEST) for row in rows], "{1}-{0}", REACHED)
    up = _helper([_less(row, HIGHEST, UPPER) for row in rows], "{4}-{3}", REACHED)
    stacks = [_stack(row) for row in rows]
    stacked = (
        _helper([stack[at] if stack else None for stack in stacks], formula, color)
        for at, (color, formula) in enumerate(_FORMULAS)
    )
    return Plot(tuple(row.label for row in rows), (*given, down, up, *stacked), axes=(axis,))


def _less(row: Category, end: int, start: int) -> Decimal | None:
    first, last = row.values[start], row.values[end]
    return last - first if first is not None and last is not None else None


def _stack(row: Category) -> tuple[Decimal, ...]:
    """What is stacked in a row, as the workbook computes it; nothing where its numbers are missing."""
    zero, known = Decimal(), [value for value in row.values if value is not None]
    if not known:
        return ()
    low, middle, high = known[LOWER], known[MEDIAN], known[UPPER]
    return (
        max(zero, low) + min(zero, high),
        max(zero, middle) - max(zero, low),
        max(zero, high) - max(zero, middle),
        min(zero, middle) - min(zero, high),
        min(zero, low) - min(zero, middle),
    )


def _helper(values: Sequence[Decimal | None], formula: str, color: Color) -> Series:
    formulas = tuple(formula if value is not None else "" for value in values)
    return Series(NAMELESS, tuple(values), color, helper=True, formulas=formulas)


def _refuse_disorder(row: Category) -> None:
    known = [value for value in row.values if value is not None]
    if known and (len(known) < len(row.values) or known != sorted(known)):
        raise ValueError(
            f"the numbers of `{row.label}` are not lowest, lower quartile, median, upper quartile and highest"
        )


def _given(data: ChartData, rows: tuple[Category, ...], at: int) -> Series:
    told = labels(rows, at)
    values = tuple(row.values[at] for row in rows)
    if at != MEDIAN:
        return Series(data.series[at], values, REACHED, labels=replace(told, texts=()), helper=True)
    inks: tuple[Color, ...] = tuple("accent" if row.emphasis else "foreground" for row in rows)
    return Series(data.series[at], values, REACHED, labels=told, label_colors=inks)


def write(plot: Plot, xml: ChartXml) -> str:
    """Boxes are stacked columns; the medians, and the lines to both ends, are those of lines that are not seen."""
    parts = "".join(_part(plot, STACK + at, xml) for at in range(len(_FORMULAS)))
    lines = (
        _points(LOWER, xml, _bars("minus", DOWN, xml)),
        _points(MEDIAN, xml),
        _points(UPPER, xml, _bars("plus", UP, xml)),
    )
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>{parts}'
        f'<c:gapWidth val="{_gap(plot)}"/><c:overlap val="100"/>{xml.axis_ids}</c:barChart>'
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(lines)}<c:marker val="1"/>'
        f"{xml.axis_ids}</c:lineChart>{xml.category_axis('b')}{xml.value_axis('l')}"
    )


def _part(plot: Plot, index: int, xml: ChartXml) -> str:
    fill = xml.fill(plot.series[index].color if index > STACK else None)
    return xml.series(
        index,
        f'<c:spPr>{fill}{xml.line(None)}</c:spPr><c:invertIfNegative val="0"/>',
        xml.labels(index, "ctr"),
        xml.categories(),
        xml.values(index),
    )


def _points(index: int, xml: ChartXml, bars: str = "") -> str:
    return xml.series(
        index,
        f"<c:spPr>{xml.line(None)}</c:spPr>",
        '<c:marker><c:symbol val="none"/></c:marker>',
        xml.labels(index, "r"),
        bars,
        xml.categories(),
        xml.values(index),
        '<c:smooth val="0"/>',
    )


def _bars(side: Literal["minus", "plus"], length: int, xml: ChartXml) -> str:
    return (
        f'<c:errBars><c:errDir val="y"/><c:errBarType val="{side}"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"{xml.values(length, f'c:{side}')}<c:spPr>{xml.line(REACHED, LINE)}</c:spPr></c:errBars>"
    )


def _gap(plot: Plot) -> int:
    return max(NARROWEST, min(WIDEST, ALL_GAPS // len(plot.categories)))


def _width(plot: Plot, room: Room) -> float:
    """Across a box."""
    return room.inner(plot).width / len(plot.categories) / (1 + _gap(plot) / 100)


def settle(plot: Plot, room: Room) -> Plot:
    """The plot beside the numbers of its axis, and the medians beside their boxes where all of them have room."""
    values = [value for one in plot.series[: HIGHEST + 1] for value in one.values]
    (axis,), line = reaching_levels(plot, values).axes, room.ruler.line(plot.type_size)
    left, top = widest(axis, plot, room) + AXIS_GAP, plot.over + line / 2
    width = max(room.width - left - plot.aside, 1.0)
    below = height_below(plot, room, width / len(plot.categories))
    inner = Rect(left, top, width, max(room.height - top - below, 1.0))
    plot = replace(plot, inner=room.share(inner), scale=(float(axis.low), float(axis.high)), axes=(axis,))
    box, points = _width(plot, room), range(len(plot.categories))
    beside = (width / len(plot.categories) - box) / 2 - 2 * LABEL_GAP
    held = all(label_size(plot, MEDIAN, point, room)[0] <= beside for point in points)
    place = LabelPlace("r", (box / 2 / room.width, 0.0)) if held else LabelPlace(dropped=True)
    medians = replace(plot.series[MEDIAN], places=(place,) * len(points))
    return replace(plot, series=(*plot.series[:MEDIAN], medians, *plot.series[MEDIAN + 1 :]))


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each box with its median, and how far the lines from it go."""
    found = []
    for point, text in enumerate(plot.series[MEDIAN].labels.texts):
        box = _between(plot, room, point, (LOWER, UPPER), _width(plot, room))
        if box is None:
            continue
        wide, high = label_size(plot, MEDIAN, point, room)
        y = _height(plot, room, plot.series[MEDIAN].values[point] or Decimal())
        label = centred((box.right + LABEL_GAP + wide / 2, y), (wide, high))
        shown = text and not plot.series[MEDIAN].place(point).dropped
        found.append(ChartMark(MEDIAN, point, box, text, label if shown else None))
        if reach := _between(plot, room, point, (LOWEST, HIGHEST), CAP):
            found.append(ChartMark(HIGHEST, point, reach, "", None))
    return tuple(found)


def _between(plot: Plot, room: Room, point: int, ends: tuple[int, int], width: float) -> Rect | None:
    """What stands over the name of a row from one of its numbers to another."""
    inner = room.inner(plot)
    low, high = (plot.series[at].values[point] for at in ends)
    if low is None or high is None:
        return None
    middle = inner.left + (point + 0.5) * inner.width / len(plot.categories)
    bottom, top = _height(plot, room, low), _height(plot, room, high)
    return Rect(middle - width / 2, top, width, bottom - top)


def _height(plot: Plot, room: Room, value: Decimal) -> float:
    inner = room.inner(plot)
    return inner.bottom - plot.axes[0].share(value) * inner.height


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """The axes, boxes with their lines, names and medians."""
    inner, (axis,), width = room.inner(plot), plot.axes, _width(plot, room)
    base = _height(plot, room, Decimal()) if axis.has_zero else inner.bottom
    points = range(len(plot.categories))
    parts = (
        (_between(plot, room, point, ends, width), color)
        for point in points
        for ends, color in (((LOWER, MEDIAN), UNDER), ((MEDIAN, UPPER), OVER))
    )
    return (
        rule((inner.left, base), (inner.right, base)),
        rule((inner.left, inner.top), (inner.left, inner.bottom)),
        *numbers_beside(axis, inner, room.ruler.line(plot.type_size)),
        *(ChartPath(rectangle(box), color) for box, color in parts if box),
        *(path for point in points for path in _lines(plot, room, point)),
        *labels_below(plot, inner, inner.bottom + AXIS_LABELS),
        *value_labels(plot, marks(plot, room)),
    )


def _lines(plot: Plot, room: Room, point: int) -> Iterator[ChartPath]:
    """From the box to the lowest and to the highest, with a stroke across each end."""
    for ends, at_top in (((LOWEST, LOWER), False), ((UPPER, HIGHEST), True)):
        if reach := _between(plot, room, point, ends, CAP):
            x, end = reach.middle[0], reach.top if at_top else reach.bottom
            yield ChartPath((("M", (x, reach.top)), ("L", (x, reach.bottom))), line=REACHED, width=LINE)
            yield ChartPath((("M", (reach.left, end)), ("L", (reach.right, end))), line=REACHED, width=LINE)
