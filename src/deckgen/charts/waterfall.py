"""From one total to another in steps: what adds to it, and what takes from it.

In: one series in its own order; a row with `total: true` says what all before it come to. Out: columns for totals and
floating ones for steps, joined by lines, each with its number and its sign: over it, or under it where it goes down.
The finding is in the accent.

The workbook has the numbers of the content in one column, and computes all that is drawn from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.chart import NAMELESS, LabelPlace, Plot, Rect, Series
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import Category, ChartData, Label, labels
from deckgen.model.chart_geometry import LABEL_GAP, ChartMark, Room
from deckgen.model.chart_sketch import ChartPath, ChartShape
from deckgen.model.chart_type import REMARKS, ChartOption, ChartXml, LabelRoom, Shows
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "steps to a total"
TAKES: Final[frozenset[ChartOption]] = REMARKS | {"total", "difference"}

EXAMPLE = """\
title: Projekterne vokser mere, end tilskuddet falder
chart: waterfall
counted: Indtægter i mio. kr. i en opdigtet klynge
data:
  - label: "2022"
    value: 24
    total: true
  - label: Projekter
    value: 9
    emphasis: true
  - label: Kontingenter
    value: 2
  - label: Tilskud
    value: -6
  - label: "2023"
    value: 29
    total: true
"""

TOTAL: Final[Color] = "primary"
RISE: Final[Color] = "tint3"
FALL: Final[Color] = "muted"
CONNECTOR: Final[Color] = "muted"
CONNECTOR_WIDTH = 0.75
"""Of the lines that join columns, in points."""

STACKED, LINES = 6, 3
"""How many series are stacked, and how many of lines join the columns in turn: between two of one is a gap."""
GIVEN, LEVEL = STACKED + LINES, STACKED + LINES + 1
"""The series of the numbers in the content, and of what they have come to at each row."""

BARS: Final = Bars(lying=False, stacked=True, labels="ctr")


def plot(data: ChartData) -> Plot:
    rows = data.one_series("a waterfall chart").categories
    steps = _steps(rows)
    given = Series(data.series[0], tuple(row.values[0] for row in rows), TOTAL, helper=True)
    sums = _by_row(steps, f"{_BEFORE}+{{{GIVEN}}}", f"{{{GIVEN}}}")
    levels = Series("=", tuple(step.end for step in steps), TOTAL, helper=True, formulas=sums)
    series = (_base(steps), _totals(rows, steps), *_moves(rows, steps), *_connectors(steps), given, levels)
    return Plot(tuple(row.label for row in rows), series)


def write(plot: Plot, xml: ChartXml) -> str:
    joined = "".join(_line(index, xml) for index in range(STACKED, STACKED + LINES))
    return (
        f"{BARS.element(_stacked(plot), xml)}"
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{joined}<c:marker val="1"/>{xml.axis_ids}'
        f"</c:lineChart>{BARS.axes(_stacked(plot), xml)}"
    )


def _line(index: int, xml: ChartXml) -> str:
    return xml.series(
        index,
        f"<c:spPr>{xml.line(CONNECTOR, CONNECTOR_WIDTH)}</c:spPr>",
        '<c:marker><c:symbol val="none"/></c:marker>',
        xml.labels(index, "t"),
        xml.categories(),
        xml.values(index),
        '<c:smooth val="0"/>',
    )


def label_room(plot: Plot, room: Room) -> LabelRoom:
    return BARS.label_room(_stacked(plot), room)


def settle(plot: Plot, room: Room) -> Plot:
    """The plot with room for a label over each column, and all labels outside of theirs."""
    line = room.ruler.line(max((*room.sizes[:1], plot.type_size))) + LABEL_GAP
    lower = replace(room, height=max(room.height - line, 1.0))
    settled = BARS.settle(_stacked(plot), lower)
    box = lower.inner(settled)
    inner = room.share(Rect(box.left, box.top + line, box.width, box.height))
    plot = replace(plot, inner=inner, scale=settled.scale, unit=settled.unit, type_size=settled.type_size)
    found = marks(plot, room)
    moved = {(mark.series, mark.point): _moved(mark, found, plot, room) for mark in found if mark.label}
    series = (
        replace(one, places=tuple(moved.get((at, point)) or _unmoved(one) for point in range(len(one.values))))
        for at, one in enumerate(plot.series)
    )
    return replace(plot, series=tuple(series))


def _moved(mark: ChartMark, every: Sequence[ChartMark], plot: Plot, room: Room) -> LabelPlace:
    """From the middle of its part to over the column; to under it where that goes down and has room there."""
    column = [one.box for one in every if one.point == mark.point]
    half = mark.label.height / 2 if mark.label else 0.0
    over, under = (
        min(box.top for box in column) - LABEL_GAP - half,
        max(box.bottom for box in column) + LABEL_GAP + half,
    )
    falls = mark.series >= STACKED - 2 and under + half <= room.inner(plot).bottom
    return LabelPlace(moved=(0.0, ((under if falls else over) - mark.box.middle[1]) / room.height))


def _unmoved(series: Series) -> LabelPlace:
    """Of a part of nothing: a format hides its label until an edit makes something of it; else it has none."""
    return LabelPlace(dropped=not series.helper and series.labels.series == "General")


def marks(plot: Plot, room: Room) -> tuple[ChartMark, ...]:
    """Each column, or its part over or under zero, with its label."""
    return tuple(mark for mark in BARS.marks(_stacked(plot), room) if plot.series[mark.series].values[mark.point])


def draw(plot: Plot, room: Room) -> tuple[ChartShape, ...]:
    """Columns with their labels and their axis, and the lines that join them."""
    inner, (low, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    pitch = inner.width / len(plot.categories)
    levels = [float(level or 0) for level in plot.series[LEVEL].values]
    heights = [inner.bottom - (level - low) / (high - low) * inner.height for level in levels]
    middles = [inner.left + (at + 0.5) * pitch for at in range(len(levels))]
    joined = (
        ChartPath((("M", (start, y)), ("L", (end, y))), line=CONNECTOR, width=CONNECTOR_WIDTH)
        for start, end, y in zip(middles, middles[1:], heights, strict=False)
    )
    return (*BARS.draw(_stacked(plot), room), *joined)


def _stacked(plot: Plot) -> Plot:
    return replace(plot, series=plot.series[:STACKED])


@dataclass(frozen=True, slots=True)
class _Step:
    """Where a column begins and ends on the axis of values."""

    start: Decimal
    end: Decimal
    is_total: bool

    @property
    def above(self) -> Decimal:
        """Its part over zero."""
        return max(Decimal(), self.start, self.end) - max(Decimal(), min(self.start, self.end))

    @property
    def below(self) -> Decimal:
        """Its part under zero, which is not more than that."""
        return min(Decimal(), self.start, self.end) - min(Decimal(), max(self.start, self.end))


def _steps(rows: tuple[Category, ...]) -> list[_Step]:
    """Raises ValueError where a step is missing, or a total is another than the steps come to, as they are shown."""
    steps: list[_Step] = []
    level = slack = Decimal()
    for row in rows:
        value = row.values[0]
        if value is None or not value.is_finite():
            raise ValueError(f"a waterfall wants every step; that of `{row.label}` is missing")
        slack += Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
        if row.total and steps and abs(value - level) > slack:
            raise ValueError(f"the steps to `{row.label}` come to {level:f}, and it says {value:f}")
        steps.append(_Step(Decimal(), value, True) if row.total else _Step(level, level + value, False))
        level, slack = steps[-1].end, Decimal() if row.total else slack
    return steps


_BEFORE: Final = f"{{{LEVEL}:above}}"
_LOW, _HIGH = (f"{end}({_BEFORE},{{{LEVEL}}})" for end in ("MIN", "MAX"))
_ABOVE, _BELOW = f"MAX(0,{_HIGH})-MAX(0,{_LOW})", f"MIN(0,{_LOW})-MIN(0,{_HIGH})"
"""How the workbook computes where a step begins, its ends, and its parts over and under zero."""


def _by_row(steps: Sequence[_Step], step: str, total: str = "") -> tuple[str, ...]:
    """A formula for each row; before the first stands nothing."""
    first = step.replace(_BEFORE, "0")
    return tuple(total if one.is_total else step if at else first for at, one in enumerate(steps))


def _base(steps: Sequence[_Step]) -> Series:
    """What steps stand on, or hang from where all is under zero."""
    ends = [(Decimal(), Decimal()) if step.is_total else (step.start, step.end) for step in steps]
    values = tuple(max(Decimal(), min(one)) + min(Decimal(), max(one)) for one in ends)
    return Series(NAMELESS, values, TOTAL, helper=True, formulas=_by_row(steps, f"MAX(0,{_LOW})+MIN(0,{_HIGH})"))


def _totals(rows: tuple[Category, ...], steps: Sequence[_Step]) -> Series:
    told = [
        _told(row, step.end if step.is_total else Decimal(), row.shown[0])
        for row, step in zip(rows, steps, strict=True)
    ]
    return _part("=", TOTAL, told, _by_row(steps, "", f"{{{GIVEN}}}"))


def _moves(rows: tuple[Category, ...], steps: Sequence[_Step]) -> tuple[Series, ...]:
    """Steps up and steps down, each in a part over zero and one under it, which has the label where it is alone."""
    made = []
    for name, color, up in (("+", RISE, True), ("\u2212", FALL, False)):
        test = f"{{{GIVEN}}}{'>=' if up else '<'}0"
        over: list[Category] = []
        under: list[Category] = []
        for row, step in zip(rows, steps, strict=True):
            own = not step.is_total and (step.end >= step.start) == up
            above, below = (step.above, step.below) if own else (Decimal(), Decimal())
            over.append(_told(row, above, _said(row) if below else _signed(row, up)))
            under.append(_told(row, below, Label("") if above else _said(row)))
        made.append(_part(name, color, over, _by_row(steps, f"IF({test},{_ABOVE},0)")))
        made.append(_part(name, color, under, _by_row(steps, f"IF({test},{_BELOW},0)")))
    return tuple(made)


def _told(row: Category, value: Decimal, label: Label) -> Category:
    """A row with the length of its part, and its label where it has any; by a format nothing has none anyway."""
    return replace(row, values=(value,), shown=(label if value or label.number_format else Label(""),))


def _part(name: str, color: Color, rows: Sequence[Category], formulas: tuple[str, ...]) -> Series:
    marked = any(row.emphasis and row.values[0] for row in rows)
    colors: tuple[Color, ...] = tuple("accent" if row.emphasis else color for row in rows) if marked else ()
    values, told = tuple(row.values[0] for row in rows), labels(tuple(rows), 0, hide_zero=True)
    return Series(name, values, color, colors, labels=told, formulas=formulas)


def _signed(row: Category, up: bool) -> Label:
    """How a step is printed: with its sign, where what is drawn is its length."""
    label, form = row.shown[0], row.shown[0].number_format
    if form is None:
        return label
    signed = replace(form, signed=True) if up else replace(form, before=form.before + form.separators.minus)
    return Label(signed.text(abs(row.values[0] or Decimal())), signed)


def _said(row: Category) -> Label:
    """The same in words, where the length of a part, or its sign, is not what the step comes to."""
    form = row.shown[0].number_format
    return Label(replace(form, signed=True).text(row.values[0] or Decimal()) if form else row.shown[0].text)


def _connectors(steps: Sequence[_Step]) -> tuple[Series, ...]:
    """Lines from the end of each column to the next, in turn."""
    made = []
    for turn in range(LINES):
        values: list[Decimal | None] = [None] * len(steps)
        formulas = [""] * len(steps)
        for at in range(turn, len(steps) - 1, LINES):
            values[at] = values[at + 1] = steps[at].end
            formulas[at], formulas[at + 1] = f"{{{LEVEL}}}", _BEFORE
        made.append(Series(NAMELESS, tuple(values), CONNECTOR, helper=True, formulas=tuple(formulas)))
    return tuple(made)
