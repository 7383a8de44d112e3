"""A line over time: how a number moves.

In: rows in time order and one to four series. Out: lines with values at their points, the first in the accent.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import ChartData, Legend, Plot, Series, labels
from deckgen.model.chart_type import ChartXml, Shows, room_below
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "change over time"

EXAMPLE = """\
chart: line
counted: Antal medlemmer
data:
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
