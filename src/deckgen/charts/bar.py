"""Horizontal bars, longest on top: which is most, with labels long enough to be read.

In: one series. Out: muted bars with the finding in the accent and the value at the end of each.
"""

from __future__ import annotations

from deckgen.model.chart import ChartData, Plot

EXAMPLE = """\
chart: bar
counted: Antal klynger
data:
  - label: Har medlemmer
    value: 12
    emphasis: true
  - label: Er til stede
    value: 7
"""


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a bar chart").sorted_rows()
    return Plot(
        "bar", "clustered", tuple(row.label for row in rows), (data.emphasised(rows),), "outEnd", reverse=True
    )
