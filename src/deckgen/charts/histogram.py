"""How many fall into each class: columns that touch, so that the shape of the whole is seen.

In: one series of counts, a row for each class from the lowest to the highest, classes of one width. Out: columns side
by side without gaps, the class under each and its count over it, the finding in the accent.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Plot
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_type import REMARKS, ChartOption, Shows

SHOWS: Final[Shows] = "distribution"
TAKES: Final[frozenset[ChartOption]] = REMARKS | {"panels"}

EXAMPLE = """\
title: De fleste medlemmer er små, og få er meget store
chart: histogram
counted: Antal virksomheder efter antal ansatte, n = 240
data:
  - {label: 0–9, value: 96, emphasis: true}
  - {label: 10–19, value: 58}
  - {label: 20–29, value: 34}
  - {label: 30–39, value: 21}
  - {label: 40–49, value: 14}
  - {label: 50–59, value: 9}
  - {label: 60–69, value: 5}
  - {label: 70–79, value: 3}
"""

LEAST = 2

BARS: Final = Bars(lying=False, stacked=False, labels="outEnd", touching=True)
write, label_room = BARS.write, BARS.label_room
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    """Classes keep their order, which is that of what is measured."""
    rows = data.one_series("a histogram").categories
    if len(rows) < LEAST:
        raise ValueError(f"a histogram wants at least {LEAST} classes; here is one")
    for row in rows:
        value = row.values[0]
        if value is None or value < 0:
            raise ValueError(f"a histogram counts what is in each class, and 0 where it is empty: see `{row.label}`")
    return Plot(tuple(row.label for row in rows), (data.emphasised(rows),))
