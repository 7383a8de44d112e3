"""Upright columns: few values side by side, in an order that means something or by size.

In: one series. Out: muted columns with the finding in the accent and the value above each.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import ChartData, Plot
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_type import Shows

SHOWS: Final[Shows] = "comparison"

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


BARS: Final = Bars(lying=False, stacked=False, labels="outEnd")
write, label_room, settle, marks = BARS.write, BARS.label_room, BARS.settle, BARS.marks


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a column chart").sorted_rows()
    return Plot(tuple(row.label for row in rows), (data.emphasised(rows),))
