"""Upright columns: few values side by side, in an order that means something or by size.

In: one series. Out: muted columns with the finding in the accent and the value above each.
Rows whose labels are dates stand in the order of time, and as far apart as they are.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Plot
from deckgen.model.chart_bars import Bars, time_axis
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_type import IN_TIME, ChartOption, Shows

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = IN_TIME | {"axis-break", "panels", "top"}

EXAMPLE = """\
title: Havnene håndterer mest gods i tredje kvartal
chart: column
counted: Skibsanløb pr. kvartal i et opdigtet år
ordered: true
data:
  - label: 1. kvartal
    value: 310
  - label: 2. kvartal
    value: 345
  - label: 3. kvartal
    value: 420
    emphasis: true
  - label: 4. kvartal
    value: 290
annotate:
  - line: average
  - difference: {from: 2. kvartal, to: 3. kvartal}
"""


BARS: Final = Bars(lying=False, stacked=False, labels="outEnd")
write, label_room = BARS.write, BARS.label_room
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    data = data.one_series("a column chart").in_time()
    rows = data.sorted_rows()
    return Plot(tuple(row.label for row in rows), (data.emphasised(rows),), dates=time_axis(data))
