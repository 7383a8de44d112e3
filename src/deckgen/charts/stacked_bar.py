"""Horizontal bars in parts: how a total is put together.

In: two to five series. Out: stacked bars in the data palette, the parts named in stack order.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import PALETTE, Category, ChartData, Legend, Plot, Series, labels
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_type import Shows

SHOWS: Final[Shows] = "parts of several wholes"

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
    count = len(data.series)
    if not 2 <= count <= len(PALETTE):
        raise ValueError(f"a stacked bar wants 2 to {len(PALETTE)} series; here are {count}")
    rows = data.sorted_rows()
    series = tuple(_series(rows, index, name) for index, name in enumerate(data.series))
    return Plot(tuple(row.label for row in rows), series, Legend("top", data.series))


def _series(rows: tuple[Category, ...], index: int, name: str) -> Series:
    tone = PALETTE[index]
    values = tuple(row.values[index] for row in rows)
    return Series(name, values, tone.fill, label_color=tone.label, labels=labels(rows, index, hide_zero=True))
