"""Lines over time: how a number moves, and how it moves beside others.

In: rows in time order and one to eight series, of which one may be the finding. Out: lines, the finding in the accent
with a value at each point, the others in a tint with the last value, each named behind its end.

Rows whose labels are dates (days, months or years, as content writes dates or in the language's words) stand as far
apart as they are, over dates at even steps.

Where not all labels have room, only the ends of the lines are labelled. The axis of values begins at zero and is
hidden; with `baseline: free` it begins near the values, and is seen, with its ends and round ticks between
them, unless the values lie near zero.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Plot
from deckgen.model.chart_axis import axis_of
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_lines import Lines, lines
from deckgen.model.chart_type import IN_TIME, ChartOption, Shows, room_below
from deckgen.model.lazy_dataclasses import replace

SHOWS: Final[Shows] = "change over time"
TAKES: Final[frozenset[ChartOption]] = IN_TIME | {"baseline", "panels"}

EXAMPLE = """\
title: Medlemstallet er vokset hvert år siden sammenlægningen
chart: line
counted: Antal medlemmer i en opdigtet klynge
data:
  - label: "2019"
    value: 210
  - label: "2020"
    value: 235
  - label: "2021"
    value: 310
  - label: "2022"
    value: 345
  - label: "2023"
    value: 375
annotate:
  - growth-per-year: {from: "2019", to: "2023"}
  - band: {from: "2021", to: "2023"}
    text: Efter sammenlægningen
"""

MOST = 8
"""Lines that can be followed, where one of them is the finding."""

LINES: Final = Lines()
label_room = room_below
write, settle, marks, draw = LINES.write, LINES.settle, LINES.marks, LINES.draw


def plot(data: ChartData) -> Plot:
    if len(data.categories) < 2:
        raise ValueError("a line wants at least 2 points in time")
    drawn = Plot(tuple(row.label for row in data.categories), lines(data, MOST), dates=data.over_time())
    if not data.free:
        return drawn
    rows = [row for one in (data, *data.beside) for row in one.categories]
    values = (value for row in rows for value in row.values)
    formats = (label.number_format for row in rows for label in row.shown)
    return replace(drawn, axes=(axis_of(values, formats),))
