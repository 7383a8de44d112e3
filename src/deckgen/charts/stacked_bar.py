"""Horizontal bars in parts: how a total is put together.

In: two to five series. Out: stacked bars in the data palette, the parts named in stack order.
"""

from __future__ import annotations

from deckgen.model.chart import PALETTE, Category, ChartData, Plot, Series, labels

EXAMPLE = """\
chart: stacked_bar
counted: Antal medlemmer
series:
  - Mindre virksomheder
  - Større virksomheder
data:
  - label: Medlemmer
    value:
      - 252
      - 123
"""


def plot(data: ChartData) -> Plot:
    count = len(data.series)
    if not 2 <= count <= len(PALETTE):
        raise ValueError(f"a stacked bar wants 2 to {len(PALETTE)} series; here are {count}")
    rows = data.sorted_rows()
    series = tuple(_series(rows, index, name) for index, name in enumerate(data.series))
    names = tuple(row.label for row in rows)
    return Plot("bar", "stacked", names, series, "ctr", legend="top", overlap=100, reverse=True)


def _series(rows: tuple[Category, ...], index: int, name: str) -> Series:
    tone = PALETTE[index]
    values = tuple(row.values[index] for row in rows)
    return Series(name, values, tone.fill, label_color=tone.label, labels=labels(rows, index, hide_zero=True))
