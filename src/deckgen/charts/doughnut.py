"""A ring of two to five parts that make a whole.

In: one series. Out: a ring in the data palette, the finding in the accent, the parts named beside it.
"""

from __future__ import annotations

from deckgen.model.chart import FINDING, PALETTE, QUIET, ChartData, Plot, Series, labels

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
    return Plot("doughnut", "standard", tuple(row.label for row in rows), (series,), "none", legend="right")
