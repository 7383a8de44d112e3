"""Columns for a few things that are compared, the largest in the accent.

In: one series. Out: a column for each row, in the order of the content.
"""

from __future__ import annotations

from typing import Final

from deckgen.extend import ChartData, ChartXml, Color, LabelRoom, Plot, Room, Series, Shows, labels, room_below

SHOWS: Final[Shows] = "comparison"

EXAMPLE = """\
chart: leader
counted: Antal klynger
data:
  - {label: Nord, value: 7}
  - {label: Syd, value: 5}
"""

GAP_WIDTH = 30


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a chart of the leader").categories
    values = tuple(row.values[0] for row in rows)
    most = max((value for value in values if value is not None), default=None)
    colors: tuple[Color, ...] = tuple("accent" if value == most else "data5" for value in values)
    return Plot(
        tuple(row.label for row in rows),
        (Series(data.series[0], values, "data5", colors, labels=labels(rows, 0)),),
    )


def write(plot: Plot, xml: ChartXml) -> str:
    columns = xml.series(
        0,
        _look(plot.series[0].color, xml),
        xml.points(0, lambda color: '<c:invertIfNegative val="0"/><c:bubble3D val="0"/>' + _look(color, xml)),
        xml.labels(0, "outEnd"),
        xml.categories(),
        xml.values(0),
    )
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{columns}'
        f'<c:gapWidth val="{GAP_WIDTH}"/>{xml.axis_ids}</c:barChart>{xml.category_axis("b")}{xml.value_axis("l")}'
    )


def _look(color: Color, xml: ChartXml) -> str:
    return f"<c:spPr>{xml.fill(color)}{xml.line(None)}</c:spPr>"


def label_room(plot: Plot, room: Room) -> LabelRoom:
    return room_below(plot, room)
