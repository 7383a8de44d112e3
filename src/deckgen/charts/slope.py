"""Lines between two points in time: who rose, who fell, and who changed places.

In: two rows and two to eight series, of which one may be the finding. Out: a line for each series with its value
beside both ends, named behind the second; the finding in the accent, the others in a tint. Values that stand close
move apart.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import Plot
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_lines import Lines, lines
from deckgen.model.chart_type import IN_TIME, ChartOption, Shows, room_below

SHOWS: Final[Shows] = "change over time"
TAKES: Final[frozenset[ChartOption]] = IN_TIME

EXAMPLE = """\
title: Fødevarer er gået fra sidst til først på fire år
chart: slope
counted: Antal projekter i fire opdigtede klynger
series:
  - Byggeri
  - Energi
  - Maritim
  - {text: Fødevarer, emphasis: true}
data:
  - label: "2019"
    value: [41, 33, 26, 14]
  - label: "2023"
    value: [38, 36, 29, 52]
"""

LEAST, MOST = 2, 8

LINES: Final = Lines(both=True)
label_room = room_below
write, settle, marks, draw = LINES.write, LINES.settle, LINES.marks, LINES.draw


def plot(data: ChartData) -> Plot:
    if len(data.categories) != 2:
        raise ValueError(f"a slope chart wants 2 rows, before and after; here are {len(data.categories)}")
    drawn = lines(data.several("a slope chart", LEAST, MOST), MOST, everywhere=True)
    return Plot(tuple(row.label for row in data.categories), drawn)
