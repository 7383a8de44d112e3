"""A line over time: how a number moves.

In: rows in time order and one to four series. Out: lines with values at their points, the first in the accent.
"""

from __future__ import annotations

from typing import Literal

from deckgen.model.chart import ChartData, Plot, Series, labels
from deckgen.model.theme import Color

EXAMPLE = """\
chart: line
counted: Antal medlemmer
data:
  - label: "2021"
    value: 310
  - label: "2022"
    value: 345
  - label: "2023"
    value: 375
"""

COLORS: tuple[Color, ...] = ("accent", "primary", "data3", "muted")


def plot(data: ChartData) -> Plot:
    if len(data.categories) < 2:
        raise ValueError("a line wants at least 2 points in time")
    if len(data.series) > len(COLORS):
        raise ValueError(f"a line chart wants at most {len(COLORS)} series; here are {len(data.series)}")
    series = tuple(_series(data, index, name) for index, name in enumerate(data.series))
    legend: Literal["top", "none"] = "top" if len(series) > 1 else "none"
    return Plot("line", "standard", tuple(row.label for row in data.categories), series, "t", legend=legend)


def _series(data: ChartData, index: int, name: str) -> Series:
    values = tuple(row.values[index] for row in data.categories)
    return Series(name, values, COLORS[index], labels=labels(data.categories, index))
