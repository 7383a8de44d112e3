"""Two values of each row as dots that a line joins: how far apart they are, such as before and now.

In: two series, one of which may be the finding. Out: two dots over each name, the larger value over the upper one and
the smaller under the lower one. Rows stand in the order of the finding, else of their sum.

The workbook computes what the lines span, so that they follow an edit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from deckgen.model.chart import NAMELESS, Legend, Plot, Series
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_lines import Lines
from deckgen.model.chart_type import REMARKS, ChartOption, Shows, room_below

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = REMARKS

EXAMPLE = """\
title: Forskellen på store og små er størst, når det gælder eksport
chart: dumbbell
counted: Andel af virksomhederne i procent, i en opdigtet undersøgelse
series:
  - Små virksomheder
  - {text: Store virksomheder, emphasis: true}
data:
  - label: Eksport
    value: [18, 71]
  - label: Digitalisering
    value: [42, 66]
  - label: Grøn omstilling
    value: [37, 58]
  - label: Rekruttering
    value: [49, 45]
"""

LINES: Final = Lines(spans=True)
label_room = room_below
write, settle, marks, draw = LINES.write, LINES.settle, LINES.marks, LINES.draw


def plot(data: ChartData) -> Plot:
    rows = data.several("a dumbbell chart", 2, 2).sorted_rows()
    first, second = data.side_by_side(rows)
    pairs = list(zip(first.values, second.values, strict=True))
    low = _span([None if one is None or other is None else min(one, other) for one, other in pairs], "MIN({1},{2})")
    high = _span([None if one is None or other is None else abs(one - other) for one, other in pairs], "ABS({1}-{2})")
    legend = Legend("top", data.series, unnamed=(0,))
    return Plot(tuple(row.label for row in rows), (low, first, second, high), legend)


def _span(values: list[Decimal | None], formula: str) -> Series:
    return Series(NAMELESS, tuple(values), "primary", helper=True, formulas=(formula,) * len(values))
