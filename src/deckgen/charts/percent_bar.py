"""Horizontal bars of one length: the shares of several wholes, row by row.

In: two to eight series, of which each row is a whole. Out: bars in parts that are drawn as shares, whatever they come
to, the finding in the accent and the other parts in tints, named in their order. Rows stand in the order of the
finding, else of the first part.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Legend, Plot
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_tones import MOST_TONES
from deckgen.model.chart_type import REMARKS, ChartOption, Shows

SHOWS: Final[Shows] = "parts of several wholes"
TAKES: Final[frozenset[ChartOption]] = REMARKS | {"continues"}

EXAMPLE = """\
title: I byggeriet er to af tre medlemmer mindre virksomheder
chart: percent_bar
counted: Andel af medlemmerne i procent
series:
  - {text: Mindre virksomheder, emphasis: true}
  - Større virksomheder
  - Videninstitutioner
data:
  - label: Byggeri
    value: [66, 30, 4]
  - label: Energi
    value: [54, 38, 8]
  - label: Fødevarer
    value: [48, 37, 15]
"""

BARS: Final = Bars(lying=True, stacked=True, labels="ctr", whole=True)
write, label_room, most_height = BARS.write, BARS.label_room, BARS.most_height
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    rows = data.several("a 100 % bar chart", 2, MOST_TONES).wholes("a 100 % bar chart").rows_by_part()
    return Plot(tuple(row.label for row in rows), data.stacked(rows), Legend("top", data.series))
