"""A dot on a line for each row: how far each has come, where the length of a bar would say too much.

In: one series. Out: a dot over each name, on a thin line from where the axis begins, with its value beyond it; the
largest first, and the finding in the accent. The axis need not begin at zero: with `baseline: free` it begins near
the values, and is seen. Lines stand, since no chart of dots lies in every program.

The workbook computes what the lines span, so that they follow an edit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from deckgen.model.chart import NAMELESS, Plot, Series
from deckgen.model.chart_axis import axis_of
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_geometry import Room
from deckgen.model.chart_lines import Lines
from deckgen.model.chart_type import ANNOTATIONS, ChartOption, Shows, room_below
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = ANNOTATIONS | {"baseline", "top"}

EXAMPLE = """\
title: De, der har en kontaktperson, er mest tilfredse
chart: dot
baseline: free
counted: Gennemsnit på en skala fra 1 til 5 i en opdigtet undersøgelse
data:
  - {label: Har en kontaktperson, value: 4.4, emphasis: true}
  - {label: Har været til et møde, value: 4.1}
  - {label: Får et nyhedsbrev, value: 3.6}
  - {label: Har kun en aftale, value: 3.3}
annotate:
  - {line: 3.8, text: Alle}
"""

START, DOT, LENGTH = range(3)
"""The series: where lines begin, what is given, and how long the lines are."""

LINE_WIDTH: Final = 1.5
"""In points."""

LINES: Final = Lines(spans=True, span_width=LINE_WIDTH)
label_room = room_below
write, marks, draw = LINES.write, LINES.marks, LINES.draw


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a dot chart").sorted_rows()
    dots = data.emphasised(rows)
    start = _helper([None if one is None else min(Decimal(), one) for one in dots.values], f"MIN(0,{{{DOT}}})")
    length = _helper([None if one is None else abs(one) for one in dots.values], f"ABS({{{DOT}}})")
    drawn = Plot(tuple(row.label for row in rows), (start, dots, length))
    if not data.free:
        return drawn
    return replace(drawn, axes=(axis_of(dots.values, [row.shown[0].number_format for row in rows]),))


def _helper(values: list[Decimal | None], formula: str) -> Series:
    color: Color = "primary"
    formulas = tuple("" if value is None else formula for value in values)
    return Series(NAMELESS, tuple(values), color, helper=True, formulas=formulas)


def settle(plot: Plot, room: Room) -> Plot:
    """The plot with its dots and labels in their places, and lines from the beginning of an axis that is seen."""
    settled = LINES.settle(plot, room)
    if not settled.axes:
        return settled
    low, given = settled.axes[0].low, settled.series[DOT]
    start = _helper([None if one is None else low for one in given.values], f"{low:f}")
    length = _helper([None if one is None else one - low for one in given.values], f"{{{DOT}}}-({low:f})")
    return replace(settled, series=(start, given, length))
