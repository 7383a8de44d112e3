"""Horizontal bars in parts: how a total is put together.

In: two to eight series. Out: stacked bars, the finding in the accent and the other parts in tints, named in stack
order. Rows stand in the order of the finding, else of their sum.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Legend, Plot
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_tones import MOST_TONES
from deckgen.model.chart_type import ANNOTATIONS, ChartOption, Shows

SHOWS: Final[Shows] = "parts of several wholes"
TAKES: Final[frozenset[ChartOption]] = ANNOTATIONS | {"continues"}

EXAMPLE = """\
title: De mindre virksomheder fylder mest i alle tre klynger
chart: stacked_bar
counted: Antal medlemmer
series:
  - Mindre virksomheder
  - Større virksomheder
data:
  - label: Byggeri
    value: [252, 123]
  - label: Energi
    value: [198, 140]
  - label: Fødevarer
    value: [85, 60]
"""

BARS: Final = Bars(lying=True, stacked=True, labels="ctr")
write, label_room, most_height = BARS.write, BARS.label_room, BARS.most_height
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    rows = data.several("a stacked bar", 2, MOST_TONES).sorted_rows()
    return Plot(tuple(row.label for row in rows), data.stacked(rows), Legend("top", data.series))
