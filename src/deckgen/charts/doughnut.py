"""A ring of two to five parts that make a whole.

In: one series. Out: a ring in the data palette, the finding in the accent, the parts named beside it.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import FINDING, PALETTE, QUIET, ChartData, Legend, Plot, Series, labels
from deckgen.model.chart_type import ChartXml, Shows
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "parts of a whole"

EXAMPLE = """\
chart: doughnut
counted: Antal klynger
data:
  - label: Er til stede
    value: 7
    emphasis: true
  - label: Er ikke til stede
    value: 5
"""

HOLE = 62
"""Of the ring, in per cent of its diameter."""

SLICE_GAP = 1.5
"""The line of the ground between parts, in points."""


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a doughnut").sorted_rows()
    if not 2 <= len(rows) <= 5:
        raise ValueError(f"a doughnut wants 2 to 5 parts; here are {len(rows)}: use a bar chart")
    if any(value is None or value < 0 for row in rows for value in row.values):
        raise ValueError("the parts of a doughnut cannot be missing or negative")
    if not any(value for row in rows for value in row.values):
        raise ValueError("the parts of a doughnut are all nothing: there is no whole to show")
    marked = any(row.emphasis for row in rows)
    rest = iter(QUIET if marked else PALETTE)
    tones = [FINDING if row.emphasis else next(rest) for row in rows]
    series = Series(
        data.series[0],
        tuple(row.values[0] for row in rows),
        "primary",
        tuple(tone.fill for tone in tones),
        label_colors=tuple(tone.label for tone in tones),
        labels=labels(rows, 0, hide_zero=True),
    )
    names = tuple(row.label for row in rows)
    return Plot(names, (series,), Legend("right", names))


def write(plot: Plot, xml: ChartXml) -> str:
    """PowerPoint calls a file broken where the labels of a ring name a position."""
    ring = xml.series(
        0,
        _look(plot.series[0].color, xml),
        xml.points(0, lambda color: '<c:bubble3D val="0"/>' + _look(color, xml), every=True),
        xml.labels(0, None),
        xml.categories(),
        xml.values(0),
    )
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{ring}<c:firstSliceAng val="0"/><c:holeSize val="{HOLE}"/>'
        "</c:doughnutChart>"
    )


def _look(color: Color, xml: ChartXml) -> str:
    return f"<c:spPr>{xml.fill(color)}{xml.line('background', SLICE_GAP)}</c:spPr>"
