"""Horizontal bars side by side: two to four series compared row by row, with labels long enough to be read.

In: two to four series, one of which may be the finding. Out: a cluster of bars for each row, the finding in the
accent and the others in tints, the value at the end of each. Rows stand in the
order of the finding, else of their sum.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Legend, Plot
from deckgen.model.chart_bars import MOST_ABREAST, Bars
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_type import ANNOTATIONS, ChartOption, Shows

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = ANNOTATIONS | {"axis-break", "top", "continues"}

EXAMPLE = """\
title: Lærlinge er det, som flest vil dele og færrest deler
chart: clustered_bar
counted: Andel af virksomhederne i procent, n = 240
series:
  - Deler i dag
  - {text: Vil gerne dele, emphasis: true}
data:
  - label: Lærlinge
    value: [12, 61]
  - label: Kran
    value: [55, 43]
  - label: Isværk
    value: [31, 38]
  - label: Nattevagt
    value: [44, 19]
"""

BARS: Final = Bars(lying=True, stacked=False, labels="outEnd")
write, label_room, most_height = BARS.write, BARS.label_room, BARS.most_height
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    rows = data.several("a clustered bar chart", 2, MOST_ABREAST).sorted_rows()
    return Plot(tuple(row.label for row in rows), data.side_by_side(rows), Legend("top", data.series))
