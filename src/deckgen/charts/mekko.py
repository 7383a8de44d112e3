"""Columns of parts, each as wide as what it comes to: where the large parts of the large things lie.

In: two to eight series of parts, of which none is missing or below zero. Out: columns that fill the height, each part
its share of it, and the width by all parts of the row together; with `n:` on every row by that. The widest stands
first, unless the order of the rows means something. A value stands in its part, where that holds it.

Drawn as areas over an axis of days, on which a column takes as many days as it is wide: at its beginning, in its
middle and at its end, where the middle is what is given and the workbook computes the others. Between columns stands
an area in the colour of the ground. The labels are those of lines that are not seen. Values follow an edit of the
workbook; the names under the columns stand in no cell of it, and are changed where they stand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final

from deckgen.model.chart import NAMELESS, LabelPlace, Labels, Legend, Plot, Rect, Series
from deckgen.model.chart_bars import IN_A_PART, NUMBER_HEIGHT, STACK_GAP
from deckgen.model.chart_data import Category, ChartData
from deckgen.model.chart_dates import FIRST_DAY, DateAxis
from deckgen.model.chart_geometry import (
    AXIS_GAP,
    ChartMark,
    Room,
    centred,
    label_size,
    legend_height,
    outside,
    touching,
)
from deckgen.model.chart_sketch import ChartPath, ChartShape, legend, rectangle, rule, value_labels
from deckgen.model.chart_tones import MOST_TONES
from deckgen.model.chart_type import ChartOption, ChartXml, Shows
from deckgen.model.date_style import DateStyle
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.line_labels import BARE_REACH
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "parts of several wholes"
TAKES: Final[frozenset[ChartOption]] = frozenset(("bracket", "callout"))

EXAMPLE = """\
title: Energi fylder mest, og dér kommer pengene fra projekter
chart: mekko
counted: Indtægter i mio. kr. i fire opdigtede klynger; bredden er alle indtægter
series:
  - Kontingenter
  - Tilskud
  - {text: Projekter, emphasis: true}
data:
  - {label: Energi, value: [9, 14, 31]}
  - {label: Fødevarer, value: [11, 12, 9]}
  - {label: Byggeri, value: [10, 7, 5]}
  - {label: Design, value: [6, 3, 2]}
annotate:
  - {callout: Energi, text: To store EU-projekter}
"""

LEAST, MOST = 2, 12
"""Columns."""

DAYS: Final = 3000
"""That all columns take together: a step from one to the next is one day wide, which nobody sees."""

GAP: Final = 12
"""Between two columns, in days."""

BEGIN, MIDDLE, END, AFTER, BEFORE = range(5)
"""The days of a column, and those of what stands between it and the next."""

EACH: Final = 5

_DAYS: Final = DateStyle(("",) * 12, "{day}")
"""No day is ever seen."""

MOST_LINES: Final = 3
"""Of the name under a column."""


def plot(data: ChartData) -> Plot:
    """Series: areas, what parts columns, the names under them, and lines with the labels."""
    data = data.several("a Mekko chart", 2, MOST_TONES).wholes("a Mekko chart")
    rows, count = _sorted(data), len(data.series)
    if not LEAST <= len(rows) <= MOST:
        raise ValueError(f"a Mekko chart wants {LEAST} to {MOST} columns; here are {len(rows)}")
    stacked = data.stacked(rows)
    areas = tuple(replace(_area(one, at), helper=True) for at, one in enumerate(stacked))
    told = tuple(_told(one, at) for at, one in enumerate(stacked))
    names = tuple(name for row in rows for name in (NAMELESS, row.label, *(NAMELESS,) * (EACH - 2)))[: -(EACH - 3)]
    series = (*areas, _between(len(rows)), _named(rows), *told)
    unnamed = tuple(range(count, len(series)))
    return Plot(names, series, Legend("top", data.series, unnamed), dates=_axis(rows), at_edges=True)


def _sorted(data: ChartData) -> tuple[Category, ...]:
    """The widest first, unless their own order means something."""
    return tuple(sorted(data.categories, key=lambda row: -_width(row))) if data.sort else data.categories


def _width(row: Category) -> Decimal:
    """What a column is as wide as."""
    return row.base or sum((value for value in row.values if value is not None), Decimal())


def _axis(rows: Sequence[Category]) -> DateAxis:
    """The days on which columns begin, are in their middle and end, and those between them."""
    if any(row.base is None for row in rows) and any(row.base is not None for row in rows):
        raise ValueError("columns are as wide as their `n`: write it on every row, or on none")
    widths = [float(_width(row)) for row in rows]
    reached = [round(one / sum(widths) * DAYS) for one in accumulate(widths, initial=0.0)]
    starts = [day + at * GAP for at, day in enumerate(reached[:-1])]
    ends = [day + at * GAP for at, day in enumerate(reached[1:])]
    days: list[int] = []
    for start, end, after in zip(starts, ends, [*starts[1:], None], strict=True):
        if end - start < EACH:
            raise ValueError(
                "a column of a Mekko chart is too narrow to be seen: add small ones up, or leave them out"
            )
        days += [start, (start + end) // 2, end, *([end + 1, after - 1] if after else [])]
    made = tuple(FIRST_DAY + datetime.timedelta(day) for day in days)
    return DateAxis(made, "days", _DAYS)


def _spread(values: Sequence[Decimal | None], between: Decimal | None) -> tuple[Decimal | None, ...]:
    """A value for each day: of the columns, and of what is between them."""
    every = [one for value in values for one in (value, value, value, between, between)]
    return tuple(every[: -(EACH - 3)])


def _area(series: Series, index: int) -> Series:
    """A part of all columns, in its colour, or in those of its marks."""
    count = len(series.values)
    formulas = (f"{{{index}:below}}", "", f"{{{index}:above}}", "", "") * count
    values = _spread(series.values, Decimal())
    told = replace(series.labels, points=(), words=(), texts=())
    return replace(series, values=values, formulas=formulas[: len(values)], labels=told, point_colors=())


def _between(count: int) -> Series:
    """What parts columns: it fills the height between them."""
    values = _spread((Decimal(),) * count, Decimal(1))
    return Series(NAMELESS, values, "background", helper=True)


def _named(rows: Sequence[Category]) -> Series:
    """The names under the columns, as labels of what lies on the axis; that of the finding is in the accent."""
    values = [Decimal() if at % EACH == MIDDLE else None for at in range(EACH * len(rows))][: -(EACH - 3)]
    words = tuple("" if value is None else rows[at // EACH].label for at, value in enumerate(values))
    inks: tuple[Color, ...] = tuple(
        "accent" if rows[at // EACH].emphasis else "foreground" for at in range(len(words))
    )
    said = Labels(words=words, texts=words)
    return Series(NAMELESS, tuple(values), "background", labels=said, label_colors=inks if "accent" in inks else ())


def _told(series: Series, index: int) -> Series:
    """The line along the top of a part, which has the labels in the middles of the columns."""
    every = range(EACH * len(series.values) - (EACH - 3))
    middles = [at // EACH if at % EACH == MIDDLE else None for at in every]
    own = series.labels
    said = Labels(
        own.series,
        tuple("" if at is None else own.points[at] for at in middles) if own.points else (),
        tuple("" if at is None else own.word(at) for at in middles) if own.words else (),
        tuple("" if at is None else own.text(at) for at in middles),
    )
    values = tuple(None if at is None else series.values[at] for at in middles)
    formulas = tuple("" if at is None else f"{{{index}}}" for at in middles)
    return replace(series, values=values, color="background", point_colors=(), labels=said, formulas=formulas)


def write(plot: Plot, xml: ChartXml) -> str:
    count = _count(plot)
    areas = "".join(_drawn(plot, index, xml) for index in range(count + 1))
    lines = "".join(_line(index, count + 1, xml) for index in range(count + 1, len(plot.series)))
    return (
        f'<c:areaChart><c:grouping val="percentStacked"/><c:varyColors val="0"/>{areas}{xml.axis_ids}</c:areaChart>'
        f'<c:lineChart><c:grouping val="percentStacked"/><c:varyColors val="0"/>{lines}<c:marker val="1"/>'
        f"{xml.axis_ids}</c:lineChart>{xml.category_axis('b', named=False)}{xml.value_axis('l')}"
    )


def _count(plot: Plot) -> int:
    """How many parts a column has."""
    return (len(plot.series) - 2) // 2


def _drawn(plot: Plot, index: int, xml: ChartXml) -> str:
    look = f"<c:spPr>{xml.fill(plot.series[index].color)}{xml.line('background', STACK_GAP)}</c:spPr>"
    return xml.series(index, look, xml.labels(index, None), xml.categories(), xml.values(index))


def _line(index: int, names: int, xml: ChartXml) -> str:
    return xml.series(
        index,
        f"<c:spPr>{xml.line(None)}</c:spPr>",
        '<c:marker><c:symbol val="none"/></c:marker>',
        xml.labels(index, "b" if index == names else "t"),
        xml.categories(),
        xml.values(index),
        '<c:smooth val="0"/>',
    )


def settle(plot: Plot, room: Room) -> Plot:
    """The plot in the largest type in which each column has its name under it, else in the smallest."""
    settled = plot
    for size in room.sizes or (plot.type_size,):
        settled = _placed(_inside(replace(plot, type_size=size), room), room)
        found = marks(settled, room)
        if not any((*touching(found), *outside(found, room))):
            break
    return settled


def _inside(plot: Plot, room: Room) -> Plot:
    """The plot with its inner box over the names of its columns, which are broken to stand under them."""
    index = _count(plot) + 1
    named = plot.series[index]
    words = tuple(
        _broken(word, column.width - 2 * IN_A_PART, plot, room) if word else ""
        for word, column in zip(named.labels.words, _columns(plot, room), strict=True)
    )
    lines = max(word.count("\n") + 1 for word in words)
    below = AXIS_GAP + lines * room.ruler.line(plot.type_size)
    top = legend_height(plot, room) + plot.over
    inner = Rect(0, top, room.width, max(room.height - top - below, 1.0))
    named = replace(named, labels=replace(named.labels, words=words))
    series = (*plot.series[:index], named, *plot.series[index + 1 :])
    return replace(plot, inner=room.share(inner), series=series)


def _broken(name: str, width: float, plot: Plot, room: Room) -> str:
    """A name in as many lines as it takes in that width."""
    lines = [""]
    for word in name.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < MOST_LINES and room.ruler.width(longer, plot.type_size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _columns(plot: Plot, room: Room) -> list[Rect]:
    """The column that each day belongs to, from the top of the plot to its bottom."""
    inner, found = room.inner(plot), []
    for at in range(len(plot.categories)):
        first = at - at % EACH
        left, right = (inner.left + plot.across(day) * inner.width for day in (first + BEGIN, first + END))
        found.append(Rect(left, inner.top, right - left, inner.height))
    return found


def _parts(plot: Plot, room: Room) -> Iterator[tuple[int, int, Rect]]:
    """Each part of each column by its number and the day of its middle."""
    count, columns = _count(plot), _columns(plot, room)
    for point in range(MIDDLE, len(plot.categories), EACH):
        values = [float(series.values[point] or 0) for series in plot.series[:count]]
        reached = [one / sum(values) for one in accumulate(values, initial=0.0)]
        column = columns[point]
        for part, (low, high) in enumerate(pairwise(reached)):
            top = column.bottom - high * column.height
            yield part, point, Rect(column.left, top, column.width, (high - low) * column.height)


def _placed(plot: Plot, room: Room) -> Plot:
    """The plot with its labels in the middles of their parts, where these hold them."""
    count = _count(plot)
    places = {index: [LabelPlace(dropped=True)] * len(plot.categories) for index in range(count)}
    for part, point, box in _parts(plot, room):
        label = _label(plot, room, part, point, box)
        if label and box.holds(_padded(label)):
            middle = (box.height / 2 + BARE_REACH + room.ruler.line(plot.type_size) / 2) / room.height
            places[part][point] = LabelPlace("t", (0.0, middle))
    told = (replace(plot.series[count + 2 + at], places=tuple(places[at])) for at in range(count))
    return replace(plot, series=(*plot.series[: count + 2], *told))


def _padded(label: Rect) -> Rect:
    return Rect(label.left - IN_A_PART, label.top, label.width + 2 * IN_A_PART, label.height)


def _label(plot: Plot, room: Room, part: int, point: int, box: Rect) -> Rect | None:
    index = _count(plot) + 2 + part
    if not plot.series[index].label(point):
        return None
    return centred(box.middle, (label_size(plot, index, point, room)[0], plot.type_size * NUMBER_HEIGHT))


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each part with its label, and under each column its name."""
    count, found = _count(plot), []
    for part, point, box in _parts(plot, room):
        series = plot.series[count + 2 + part]
        label = _label(plot, room, part, point, box)
        shown = None if not series.places or series.place(point).dropped else label
        found.append(ChartMark(count + 2 + part, point, box, series.label(point), shown))
    for point, column in enumerate(_columns(plot, room)):
        if word := plot.series[count + 1].labels.word(point):
            found.append(ChartMark(count + 1, point, column, word, _under(word, column, plot, room)))
    return tuple(found)


def _under(word: str, column: Rect, plot: Plot, room: Room) -> Rect:
    """Where the name of a column stands."""
    lines = word.split("\n")
    wide = max(room.ruler.width(line, plot.type_size) for line in lines)
    high = len(lines) * room.ruler.line(plot.type_size)
    return centred((column.middle[0], column.bottom + BARE_REACH + high / 2), (wide, high))


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """Parts, the axis, names under the columns, all labels and the legend."""
    inner, count = room.inner(plot), _count(plot)
    return (
        *(
            ChartPath(rectangle(box), plot.series[part].color, "background", STACK_GAP)
            for part, _, box in _parts(plot, room)
        ),
        rule((inner.left, inner.bottom), (inner.right, inner.bottom)),
        *value_labels(plot, marks(plot, room)),
        *legend(plot, room, [series.color for series in plot.series[:count]]),
    )
