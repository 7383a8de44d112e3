"""The largest first, and what they come to one after the other: how few make up most of all.

In: one series of parts of one total, of which none is missing or below zero. Out: columns from the largest to the
smallest, a line of the share that they come to together, and a mark at 80 %. Columns and line have one height: what
is all of the columns is 100 % of the line. Those that it takes to reach the mark are dark, unless others are
emphasised.

A label that finds no place clear of the lines, of the others and of the edges of columns is left out. The workbook
computes the shares, so that they follow an edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from deckgen.model.chart import LabelPlace, Labels, Legend, Plot, Series
from deckgen.model.chart_data import Category, ChartData
from deckgen.model.chart_geometry import growing
from deckgen.model.chart_type import REMARKS, ChartOption, Shows, room_below
from deckgen.model.columns_and_line import ColumnsAndLine, known
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import rounded
from deckgen.model.number_format import NumberFormat
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "comparison"
TAKES: Final[frozenset[ChartOption]] = REMARKS | {"top"}

EXAMPLE = """\
title: Tre årsager står for otte ud af ti forsinkelser
chart: pareto
counted: Antal forsinkelser efter årsag i en opdigtet havn, n = 240
data:
  - {label: Vejr, value: 86}
  - {label: Kø ved kran, value: 71}
  - {label: Papirer, value: 38}
  - {label: Mandskab, value: 19}
  - {label: Told, value: 14}
  - {label: Teknik, value: 8}
  - {label: Andet, value: 4}
annotate:
  - {bracket: [Vejr, Kø ved kran, Papirer], text: Tre af syv årsager}
"""

LEAST = 2
"""Rows."""

MOST_OF_ALL: Final = 80
"""Per cent, at which the mark stands."""

ALL: Final = 100

COLUMNS, TOGETHER, MARK = 0, 1, 2
"""The series by what they are."""


def _measured(plot: Plot, label: float) -> Plot:
    """The plot with scales on which all of the columns are as high as 100 %."""
    whole = sum(known(plot.series[:TOGETHER]))
    scale, unit = growing(0.0, whole, 0.0, label)
    return replace(plot, scale=scale, unit=unit, own_scale=(0.0, ALL * scale[1] / whole))


FORM: Final = ColumnsAndLine(line=TOGETHER, measured=_measured)
label_room = room_below
write, settle, marks, draw = FORM.write, FORM.settle, FORM.marks, FORM.draw


def plot(data: ChartData) -> Plot:
    data = data.one_series("a Pareto chart").parts("a Pareto chart")
    if not data.sort:
        raise ValueError("a Pareto chart sorts its rows: leave `ordered` out")
    rows = data.sorted_rows()
    values = [row.values[0] or Decimal() for row in rows]
    if len(rows) < LEAST or not any(values):
        raise ValueError(f"a Pareto chart wants at least {LEAST} rows, and something in one of them")
    form = _in_percent(data, rows)
    together = [Decimal(f"{ALL * one / sum(values):.6f}") for one in accumulate(values)]
    name = data.words.cumulated if data.words else form.text(Decimal(ALL))
    columns = replace(data.emphasised(rows), point_colors=_colors(rows, together))
    series = (columns, _line(name, together, form), _mark(len(rows), form))
    legend = Legend("top", (columns.name, name), unnamed=(MARK,), has_lines=True)
    return Plot(tuple(row.label for row in rows), series, legend, own_scale=(0.0, 1.0))


def _in_percent(data: ChartData, rows: Sequence[Category]) -> NumberFormat:
    """How shares are printed."""
    form = next((label.number_format for row in rows for label in row.shown if label.number_format), None)
    if form is None:
        raise ValueError("a Pareto chart wants values in digits; here are none")
    sign = data.words.in_percent.partition("{number}")[2] if data.words else "%"
    return NumberFormat(form.separators, after=sign)


def _colors(rows: Sequence[Category], together: Sequence[Decimal]) -> tuple[Color, ...]:
    """Dark up to the one that reaches the mark; where rows are emphasised, these are in the accent."""
    if any(row.emphasis for row in rows):
        return tuple("accent" if row.emphasis else "mark" for row in rows)
    before = (Decimal(), *together)
    return tuple("mark" if reached < MOST_OF_ALL else "tint3" for reached in before[: len(rows)])


def _line(name: str, together: Sequence[Decimal], form: NumberFormat) -> Series:
    texts = tuple(form.text(rounded(one, 0)) for one in together)
    share = f"{{{COLUMNS}}}/SUM({{{COLUMNS}:all}})*{ALL}"
    formulas = (share, *(f"{{{TOGETHER}:above}}+{share}" for _ in together[1:]))
    told = Labels(form.code(together), texts=texts)
    return Series(name, tuple(together), "accent", label_color="accent", labels=told, formulas=formulas)


def _mark(count: int, form: NumberFormat) -> Series:
    """The line at 80 %, which says so over its beginning."""
    value = Decimal(MOST_OF_ALL)
    told = Labels(form.code([value]), texts=(form.text(value), *("",) * (count - 1)))
    places = (LabelPlace("t"), *(LabelPlace(dropped=True),) * (count - 1))
    return Series(form.text(value), (value,) * count, "muted", label_color="muted", labels=told, places=places)
