"""Upright columns of one height: how the shares of a whole change.

In: two to eight series, of which each row is a whole. Out: columns in parts that are drawn as shares, whatever they
come to, the finding in the accent and the other parts in tints, named beside them as they stand on each other.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Legend, Plot
from deckgen.model.chart_bars import Bars, time_axis
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_tones import MOST_TONES
from deckgen.model.chart_type import REMARKS, ChartOption, Shows

SHOWS: Final[Shows] = "parts of several wholes"
TAKES: Final[frozenset[ChartOption]] = REMARKS

EXAMPLE = """\
title: Projekterne er blevet til halvdelen af indtægterne
chart: percent_column
counted: Andel af indtægterne i procent i en opdigtet klynge
ordered: true
series:
  - Kontingenter
  - Tilskud
  - {text: Projekter, emphasis: true}
data:
  - label: "2020"
    value: [33, 42, 25]
  - label: "2021"
    value: [27, 33, 40]
  - label: "2022"
    value: [28, 22, 50]
  - label: "2023"
    value: [23, 23, 54]
"""

BARS: Final = Bars(lying=False, stacked=True, labels="ctr", whole=True)
write, label_room = BARS.write, BARS.label_room
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    data = data.several("a 100 % column chart", 2, MOST_TONES).wholes("a 100 % column chart").in_time()
    rows, legend = data.rows_by_part(), Legend("right", data.series)
    return Plot(tuple(row.label for row in rows), data.stacked(rows), legend, dates=time_axis(data))
