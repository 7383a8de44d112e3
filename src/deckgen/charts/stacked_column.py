"""Upright columns in parts: how a total is put together, and how it changes.

In: two to eight series. Out: stacked columns, the finding in the accent and the other parts in tints, named beside
them as they stand on each other.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Legend, Plot
from deckgen.model.chart_bars import Bars, time_axis
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_tones import MOST_TONES
from deckgen.model.chart_type import IN_TIME, ChartOption, Shows

SHOWS: Final[Shows] = "parts of several wholes"
TAKES: Final[frozenset[ChartOption]] = IN_TIME | {"totals"}

EXAMPLE = """\
title: Projekterne er det, som får indtægterne til at vokse
chart: stacked_column
counted: Indtægter i mio. kr. i en opdigtet klynge
ordered: true
series:
  - Kontingenter
  - Tilskud
  - {text: Projekter, emphasis: true}
data:
  - label: "2020"
    value: [4, 5, 3]
  - label: "2021"
    value: [4, 5, 6]
  - label: "2022"
    value: [5, 4, 9]
  - label: "2023"
    value: [5, 5, 12]
annotate:
  - totals: true
"""

BARS: Final = Bars(lying=False, stacked=True, labels="ctr")
write, label_room = BARS.write, BARS.label_room
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    data = data.several("a stacked column chart", 2, MOST_TONES).in_time()
    rows, legend = data.sorted_rows(), Legend("right", data.series)
    return Plot(tuple(row.label for row in rows), data.stacked(rows), legend, dates=time_axis(data))
