"""Upright columns side by side: two to four series over a few categories, in an order that means something.

In: two to four series, one of which may be the finding. Out: a cluster of columns for each category, the finding in
the accent and the others in tints, the value above each.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Legend, Plot
from deckgen.model.chart_bars import MOST_ABREAST, Bars, time_axis
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_type import IN_TIME, ChartOption, Shows

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = IN_TIME | {"axis-break", "top"}

EXAMPLE = """\
title: Kun om sommeren kommer der flere skibe end året før
chart: clustered_column
counted: Skibsanløb pr. kvartal i to opdigtede år
ordered: true
series:
  - "2022"
  - {text: "2023", emphasis: true}
data:
  - label: 1. kvartal
    value: [310, 295]
  - label: 2. kvartal
    value: [345, 330]
  - label: 3. kvartal
    value: [420, 1465]
  - label: 4. kvartal
    value: [290, 270]
annotate:
  - axis-break: {from: 500, to: 1200}
  - callout: 3. kvartal
    series: "2023"
    text: Sejlskibe besøger byen i to uger
"""

BARS: Final = Bars(lying=False, stacked=False, labels="outEnd")
write, label_room = BARS.write, BARS.label_room
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    data = data.several("a clustered column chart", 2, MOST_ABREAST).in_time()
    rows, legend = data.sorted_rows(), Legend("top", data.series)
    return Plot(
        tuple(row.label for row in rows), data.side_by_side(rows), legend, dates=time_axis(data, len(data.series))
    )
