"""Areas that stand on each other over time: how a total moves, and what each part has of it.

In: rows in time order and one to eight series, of which one may be the finding; no value is missing or below zero.
Out: areas in stack order, each with its first value before it and its name and last value behind it, at the height
of its middle there. Labels that would touch move apart up and down. Where the names are too long to stand behind
their areas, a legend above has them.

Rows whose labels are dates stand as far apart as they are. The labels are those of lines that are not seen and stand
on each other as the areas do; the workbook takes their values from the areas, so that they follow an edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from deckgen.model.chart import LabelPlace, LabelPosition, Legend, Plot, Rect, Series
from deckgen.model.chart_data import ChartData, labels
from deckgen.model.chart_geometry import (
    ChartMark,
    Room,
    date_width,
    dated,
    growing,
    height_below,
    label_size,
    legend_height,
    spread,
)
from deckgen.model.chart_levels import level_values
from deckgen.model.chart_lines import MOST_NAMED
from deckgen.model.chart_sketch import (
    AXIS_LABELS,
    ChartPath,
    ChartShape,
    labels_below,
    legend,
    rule,
    value_labels,
)
from deckgen.model.chart_tones import MOST_TONES
from deckgen.model.chart_type import IN_TIME, ChartOption, ChartXml, Shows, room_below
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.line_labels import BARE_REACH, Place, label_box
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "change over time"
TAKES: Final[frozenset[ChartOption]] = IN_TIME
WHOLE_ROWS: Final = True

EXAMPLE = """\
title: Projekterne er vokset fra en fjerdedel til over halvdelen
chart: area
counted: Indtægter i mio. kr. i en opdigtet klynge, i de år hvor der blev lavet regnskab
series:
  - Kontingenter
  - Tilskud
  - {text: Projekter, emphasis: true}
data:
  - {label: "2012", value: [4, 5, 3]}
  - {label: "2016", value: [4, 6, 5]}
  - {label: "2018", value: [5, 5, 8]}
  - {label: "2019", value: [5, 4, 12]}
  - {label: "2023", value: [6, 5, 14]}
annotate:
  - growth-per-year: {from: "2012", to: "2023"}
"""

LEAST = 2
"""Points in time."""

EDGE = 1.5
"""The line of the ground around an area, in points, which parts it from the next."""

BESIDE = 8.0
"""How far labels are moved away from the ends of areas, in points."""

label_room = room_below


def plot(data: ChartData) -> Plot:
    rows = data.several("an area chart", 1, MOST_TONES).parts("an area chart").categories
    if len(rows) < LEAST:
        raise ValueError(f"an area wants at least {LEAST} points in time; here is one")
    stacked = [replace(area, helper=True) for area in data.stacked(rows)]
    told = (_told(data, index) for index in range(len(stacked)))
    names = tuple(row.label for row in rows)
    return Plot(names, (*stacked, *told), dates=data.over_time(), at_edges=True)


def _told(data: ChartData, index: int) -> Series:
    """The line along the top of an area, which has its labels: at both ends alone."""
    rows, last = data.categories, len(data.categories) - 1
    values, told = tuple(row.values[index] for row in rows), labels(data.categories, index)
    texts = tuple(text if at in (0, last) else "" for at, text in enumerate(told.texts))
    ink: Color = "foreground" if not data.findings else "accent" if index in data.findings else "muted"
    return Series(
        data.series[index],
        values,
        "background",
        label_color=ink,
        labels=replace(told, texts=texts),
        formulas=(f"{{{index}}}",) * len(rows),
        named=(last,) if len(data.series) > 1 else (),
    )


def write(plot: Plot, xml: ChartXml) -> str:
    areas = range(len(plot.series) // 2)
    drawn = "".join(_area(plot, index, xml) for index in areas)
    lines = "".join(_line(len(areas) + index, xml) for index in areas)
    return (
        f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{drawn}{xml.axis_ids}</c:areaChart>'
        f'<c:lineChart><c:grouping val="stacked"/><c:varyColors val="0"/>{lines}<c:marker val="1"/>{xml.axis_ids}'
        f"</c:lineChart>{xml.category_axis('b')}{xml.value_axis('l')}"
    )


def _area(plot: Plot, index: int, xml: ChartXml) -> str:
    look = f"<c:spPr>{xml.fill(plot.series[index].color)}{xml.line('background', EDGE)}</c:spPr>"
    return xml.series(index, look, xml.labels(index, None), xml.categories(), xml.values(index))


def _line(index: int, xml: ChartXml) -> str:
    return xml.series(
        index,
        f"<c:spPr>{xml.line(None)}</c:spPr>",
        '<c:marker><c:symbol val="none"/></c:marker>',
        xml.labels(index, "r"),
        xml.categories(),
        xml.values(index),
        '<c:smooth val="0"/>',
    )


def settle(plot: Plot, room: Room) -> Plot:
    """The plot between its labels, and these beside the middles of their areas."""
    plot = _inside(_legible(plot, room), room)
    told = [_placed(plot, room, index) for index in _told_in(plot)]
    return replace(plot, series=(*plot.series[: len(told)], *told))


def _told_in(plot: Plot) -> range:
    """The series that have the labels."""
    return range(len(plot.series) // 2, len(plot.series))


def _legible(plot: Plot, room: Room) -> Plot:
    """The plot with the names of its areas in a legend, where they are too long to stand behind them."""
    last = len(plot.categories) - 1
    if all(label_size(plot, index, last, room)[0] <= room.width * MOST_NAMED for index in _told_in(plot)):
        return plot
    count = len(plot.series) // 2
    names = tuple(area.name for area in plot.series[:count])
    series = tuple(replace(one, named=()) for one in plot.series)
    return replace(plot, series=series, legend=Legend("top", names, tuple(_told_in(plot))))


def _inside(plot: Plot, room: Room) -> Plot:
    """The plot with its inner box and the ends of its scale."""
    last = len(plot.categories) - 1
    left, right = (
        max(label_size(plot, index, point, room)[0] for index in _told_in(plot)) + BARE_REACH + BESIDE
        for point in (0, last)
    )
    under = max(date_width(plot, room), 0.0 if plot.dates else _end_names(plot, room)) / 2
    left, right, top = max(left, under), max(right, under) + plot.aside, legend_height(plot, room) + plot.over
    width = max(room.width - left - right, 1.0)
    plot, below = dated(plot, room, width), height_below(plot, room, width * plot.slot)
    inner = Rect(left, top, width, max(room.height - top - below, 1.0))
    totals = (float(total) for total in map(sum, zip(*_values(plot), strict=True)))
    high = max((*totals, *level_values(plot))) or 1.0
    scale, unit = growing(0.0, high, 0.0, 0.0)
    return replace(plot, inner=room.share(inner), scale=scale, unit=unit)


def _end_names(plot: Plot, room: Room) -> float:
    """What the wider of the first and the last name under the axis takes, which stands on lines of a slot's width."""
    most = room.width * plot.slot * (1 - MOST_NAMED)
    return max(
        min(room.ruler.width(name, plot.type_size), most) for name in (plot.categories[0], plot.categories[-1])
    )


def _values(plot: Plot) -> list[list[float]]:
    """The values of each area."""
    return [[float(value or 0) for value in area.values] for area in plot.series[: len(plot.series) // 2]]


def _tops(plot: Plot, room: Room) -> list[list[Place]]:
    """Where the upper edge of each area goes, the lowest first; before them, along the axis."""
    inner, (_, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    xs = [inner.left + plot.across(point) * inner.width for point in range(len(plot.categories))]
    nothing = [0.0] * len(xs)
    reached = accumulate(_values(plot), lambda one, other: [a + b for a, b in zip(one, other, strict=True)])
    return [
        [(x, inner.bottom - height / high * inner.height) for x, height in zip(xs, heights, strict=True)]
        for heights in (nothing, *reached)
    ]


def _placed(plot: Plot, room: Room, index: int) -> Series:
    """A line with the places of its labels: at the heights of the middles of the areas, moved apart."""
    series, tops, at = plot.series[index], _tops(plot, room), index - len(plot.series) // 2
    places = [LabelPlace(dropped=True)] * len(plot.categories)
    for point, side in _ends(plot):
        middles = [(below[point][1] + above[point][1]) / 2 for below, above in pairwise(tops)]
        inner, sizes = room.inner(plot), [room.ruler.line(plot.type_size)] * len(middles)
        heights = spread(middles[::-1], sizes, (inner.top, inner.bottom))[::-1]
        down = (heights[at] - tops[at + 1][point][1]) / room.height
        away = BESIDE if side == "r" else -BESIDE
        places[point] = LabelPlace(side, (away / room.width, down))
    return replace(series, places=tuple(places))


def _ends(plot: Plot) -> tuple[tuple[int, LabelPosition], ...]:
    return ((0, "l"), (len(plot.categories) - 1, "r"))


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each area at each point in time, with its label where it begins and where it ends."""
    tops, found = _tops(plot, room), []
    for at, index in enumerate(_told_in(plot)):
        series = plot.series[index]
        for point in range(len(plot.categories)):
            (x, bottom), (_, top) = tops[at][point], tops[at + 1][point]
            label = label_box(plot, room, (index, point), (x, top), series.place(point), BARE_REACH)
            text = series.label(point)
            found.append(ChartMark(index, point, Rect(x, top, 0.0, bottom - top), text, label if text else None))
    return tuple(found)


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """Areas, the axis, names or dates under it, all labels and the legend."""
    inner, areas = room.inner(plot), plot.series[: len(plot.series) // 2]
    return (
        *_drawn(plot, room),
        rule((inner.left, inner.bottom), (inner.right, inner.bottom)),
        *labels_below(plot, inner, inner.bottom + AXIS_LABELS),
        *value_labels(plot, marks(plot, room)),
        *legend(plot, room, [area.color for area in areas]),
    )


def _drawn(plot: Plot, room: Room) -> Iterator[ChartPath]:
    tops = _tops(plot, room)
    for area, below, above in zip(plot.series, tops, tops[1:], strict=False):
        outline = (*above, *below[::-1])
        commands = (("M", outline[0]), *(("L", place) for place in outline[1:]), ("Z", ()))
        yield ChartPath(commands, area.color, "background", EDGE)
