"""Columns for a few things that are compared, the largest in the accent.

In: one series. Out: a column for each row, in the order of the content.
"""

from __future__ import annotations

from deckgen.extend import ChartData, Color, Plot, Series

EXAMPLE = """\
chart: leader
counted: Antal klynger
data:
  - {label: Nord, value: 7}
  - {label: Syd, value: 5}
"""


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a chart of the leader").categories
    values = tuple(row.values[0] for row in rows)
    most = max((value for value in values if value is not None), default=None)
    colors: tuple[Color, ...] = tuple("accent" if value == most else "data5" for value in values)
    names = tuple(row.label for row in rows)
    return Plot("column", "clustered", names, (Series(data.series[0], values, "data5", colors),), "outEnd")
