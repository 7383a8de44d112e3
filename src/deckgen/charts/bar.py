"""Horizontal bars, longest on top: which is most, with labels long enough to be read.

In: one series. Out: muted bars with the finding in the accent and the value at the end of each.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Plot
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_type import ANNOTATIONS, ChartOption, Shows

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = ANNOTATIONS | {"axis-break", "panels", "top", "continues"}

EXAMPLE = """\
title: Otte af tolv klynger har et kontor i landsdelen
chart: bar
counted: Antal klynger, n = 12
data:
  - label: Har medlemmer i landsdelen
    value: 12
  - label: Holder arrangementer her
    value: 10
  - label: Har et kontor her
    value: 8
    emphasis: true
  - label: Deler kontor med Erhvervshuset
    value: 5
  - label: Har en aftale med en kommune
    value: 4
annotate:
  - bracket: [Har medlemmer i landsdelen, Holder arrangementer her]
    text: Kræver ikke et kontor
"""


BARS: Final = Bars(lying=True, stacked=False, labels="outEnd")
write, label_room, most_height = BARS.write, BARS.label_room, BARS.most_height
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a bar chart").sorted_rows()
    return Plot(tuple(row.label for row in rows), (data.emphasised(rows),))
