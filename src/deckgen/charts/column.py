"""Upright columns: few values side by side, in an order that means something or by size.

In: one series. Out: muted columns with the finding in the accent and the value above each.
"""

from __future__ import annotations

from deckgen.model.chart import ChartData, Plot

EXAMPLE = """\
chart: column
counted: Antal aftaler
data:
  - label: Første klynge
    value: 4
    emphasis: true
  - label: Anden klynge
    value: 2
"""


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a column chart").sorted_rows()
    return Plot("column", "clustered", tuple(row.label for row in rows), (data.emphasised(rows),), "outEnd")
