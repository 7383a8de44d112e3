"""The annotations of a chart as content writes them. In: typed YAML. Out: what blocks carry, and what is wrong.

What an annotation is about it calls by the names of the chart's own rows and series, so that it stays with them
however the chart sorts them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from deckgen.diagnostics import Fault, Related, Span, listed
from deckgen.model.annotation import (
    Arrow,
    AxisBreak,
    Band,
    Bracket,
    Callout,
    ChartAnnotation,
    ChartName,
    Level,
    LevelLine,
    Totals,
)
from deckgen.model.chart_type import ChartOption
from deckgen.model.kind import described
from deckgen.model.language import NO_BREAK, NumberStyle
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import Number
from deckgen.model.text import EMPTY, MISSING, NOWHERE, PlottedValue, Text, Value

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHAT: Final = "`line`, `difference`, `growth-per-year`, `totals`, `bracket`, `callout`, `band` or `axis-break`"


@dataclass(frozen=True, slots=True)
class Stretch:
    from_: ChartName = described("The row that it begins at.")
    to: ChartName = described("The row that it ends at.")

    @property
    def names(self) -> tuple[ChartName, ChartName]:
        return self.from_, self.to


@dataclass(frozen=True, slots=True)
class Gap:
    from_: Value = described("Up to where the axis goes before it.")
    to: Value = described("From where on the axis goes behind it.")

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """Nothing where a number of it is not known."""
        low, high = self.from_.amount, self.to.amount
        return (low, high) if low is not None and high is not None else (Decimal(), Decimal())


@dataclass(frozen=True)
class Annotation:
    line: Level | None = described(
        "A line across the chart: `average` or `median` of its values, or a number or figure.", default=None
    )
    difference: Stretch | None = described("An arrow that says what two rows differ by.", default=None)
    growth_per_year: Stretch | None = described("The same with the growth of each year between them.", default=None)
    totals: bool = described("True: what the parts of each stack come to, over it.", default=False)
    bracket: tuple[ChartName, ...] = described("The rows that something is true of together.", default=())
    sum: bool = described("True on a bracket that says what its rows come to.", default=False)
    callout: ChartName | None = described("The row that a remark points at.", default=None)
    band: Stretch | None = described("The rows that stand out, from the first to the last.", default=None)
    axis_break: Gap | None = described("What the axis of values leaves out, with a sign where it does.", default=None)
    text: Text = described("What it says, behind the number where it has one.", default=EMPTY)
    series: ChartName | None = described("The series that it is about, where there are several.", default=None)
    line_span: Span = described("No key: its place.", default=NOWHERE)
    sum_span: Span = described("No key: its place.", default=NOWHERE)
    span: Span = NOWHERE

    @property
    def options(self) -> tuple[ChartOption, ...]:
        """What it draws; exactly one where it is well-formed."""
        asked: tuple[tuple[ChartOption, bool], ...] = (
            ("line", self.line is not None),
            ("difference", self.difference is not None),
            ("growth-per-year", self.growth_per_year is not None),
            ("totals", self.totals),
            ("bracket", bool(self.bracket)),
            ("callout", self.callout is not None),
            ("band", self.band is not None),
            ("axis-break", self.axis_break is not None),
        )
        return tuple(option for option, wanted in asked if wanted)

    @property
    def ends(self) -> Stretch | None:
        """The two rows whose values it compares."""
        return self.difference or self.growth_per_year

    @property
    def rows(self) -> tuple[ChartName, ...]:
        """Every row that it names."""
        stretch = self.ends or self.band
        return (*(stretch.names if stretch else ()), *self.bracket, *((self.callout,) if self.callout else ()))

    @property
    def compares(self) -> bool:
        """Whether it is about values, of which a row has one for each series."""
        return self.ends is not None or self.sum or bool(self.line and self.line.statistic)

    def drawn(self, data: Annotated) -> ChartAnnotation | None:
        """What a block carries of it; None of one that says nothing."""
        series = data.series_name(self.series) if self.series else ""
        rows = tuple(data.row_name(name) for name in self.rows)
        if self.line:
            return LevelLine(self.text.plain, self.line, series, self.span) if self.line.number else None
        if self.totals:
            return Totals(self.text.plain, self.span)
        if self.ends:
            return Arrow((rows[0], rows[1]), series, self.text, self.span)
        if self.axis_break:
            return AxisBreak(*self.axis_break.ends, self.text, self.span)
        if self.bracket:
            return Bracket(rows, self.text, self.span)
        if self.callout:
            return Callout(rows[0], series, self.text, self.span)
        return Band((rows[0], rows[1]), self.text, self.span)


@dataclass(frozen=True, slots=True)
class Annotated:
    """The rows and series of a chart that annotations name, and the values in them; `drawn` is what a row is called
    in the chart."""

    rows: tuple[str, ...]
    drawn: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[PlottedValue, ...], ...]

    def row_name(self, name: ChartName) -> str:
        return self.drawn[self.rows.index(plain(name.name))]

    def series_name(self, name: ChartName) -> str:
        return self.series[[plain(one) for one in self.series].index(plain(name.name))]

    def parts(self, row: int, series: ChartName | None) -> tuple[PlottedValue, ...]:
        """The values of a row that an annotation is about: that of a series, or all of them."""
        if series is None:
            return self.values[row]
        return (self.values[row][self.series.index(self.series_name(series))],)

    def named(self, name: ChartName, series: ChartName | None) -> tuple[PlottedValue, ...]:
        return self.parts(self.rows.index(plain(name.name)), series)

    def years(self, stretch: Stretch) -> int:
        """The years between two rows that are each called by one; 0 where they are not."""
        found = [_YEAR.findall(name.name) for name in stretch.names]
        first, last = (int(years[0]) if len(years) == 1 else 0 for years in found)
        return last - first if first and last else 0


def plain(name: str) -> str:
    """A name as names are compared: on one line, with plain spaces."""
    return name.replace(NO_BREAK, " ").replace("\n", " ")


def come_to(parts: Sequence[PlottedValue]) -> Number | None:
    """What the parts of a row come to; None where one is not known."""
    known = [one.number for one in parts if one.number]
    if len(known) < len(parts) or not known:
        return None
    units = {one.unit for one in known}
    return Number(
        sum((one.value for one in known), Decimal()),
        max(one.decimals for one in known),
        units.pop() if len(units) == 1 else "",
    )


def is_hidden(value: PlottedValue) -> bool:
    """Whether a value may not be told."""
    return value.number is None and value.figure is None and value.shown != MISSING


def problems(every: Sequence[Annotation], data: Annotated) -> Iterator[Fault]:
    """What of annotations is about nothing that the chart has, or about what nothing can be computed of."""
    for one in every:
        faults = tuple(_shape(one)) or tuple(_names(one, data))
        yield from faults or _values(one, data)
    for option in ("totals", "axis-break"):
        found = [one for one in every if option in one.options]
        for again in found[1:]:
            related = (Related(found[0].span, "the first of them"),)
            yield Fault(f"`{option}` stands twice", again.span, "leave one out", related=related)
    lines = [one for one in every if one.line]
    if lines and any(one.axis_break for one in every):
        yield Fault("a line has no place on an axis that is broken", lines[0].span, "leave one of the two out")


def _shape(one: Annotation) -> Iterator[Fault]:
    """Exactly one thing to draw, and beside it only what belongs to it."""
    if len(one.options) != 1:
        said = "an annotation draws one thing" if one.options else "an annotation draws something"
        yield Fault(said, one.span, f"write one of {_WHAT} in each item of `annotate`")
        return
    if (one.callout or (one.bracket and not one.sum)) and not one.text:
        yield Fault(f"`{one.options[0]}` says something", one.span, "write `text: …` beside it")
    if len(one.bracket) == 1:
        yield Fault("a bracket is over two rows or more", one.bracket[0].span, "use `callout` for one row")
    if one.sum and not one.bracket:
        yield Fault("`sum` stands beside `bracket`", one.sum_span, "leave it out")
    if one.series and not (one.compares or one.callout):
        yield Fault(f"`series` means nothing beside `{one.options[0]}`", one.series.span, "leave it out")


def _names(one: Annotation, data: Annotated) -> Iterator[Fault]:
    for name in one.rows:
        if plain(name.name) not in data.rows:
            message = f"the chart has no row `{name.name}`"
            yield Fault(message, name.span, _meant(name, data.rows), code="unknown-mark")
    if one.series and plain(one.series.name) not in map(plain, data.series):
        message = f"the chart has no series `{one.series.name}`"
        yield Fault(message, one.series.span, _meant(one.series, data.series), code="unknown-mark")
    for at, name in enumerate(one.rows):
        if not one.band and name.name in (before.name for before in one.rows[:at]):
            yield Fault(f"`{name.name}` is named twice", name.span, "name each row once")


def _meant(name: ChartName, known: tuple[str, ...]) -> str:
    if not known:
        return "leave it out"
    near = difflib.get_close_matches(name.name, known, 1)
    return f"did you mean `{near[0]}`?" if near else f"write it as it stands in the chart: {listed(known)}"


def _values(one: Annotation, data: Annotated) -> Iterator[Fault]:
    """Two values that can be compared; a line has two rows to go across; an axis is broken between values."""
    if one.axis_break:
        yield from _broken(one, data, *one.axis_break.ends)
    if one.line and len(data.rows) < 2:
        yield Fault("a line across one row is none", one.line_span, "show more rows, or leave it out")
    for name in one.rows if one.ends or one.sum else ():
        if any(value.shown == MISSING for value in data.named(name, one.series)):
            yield Fault(f"the value of `{name.name}` is missing", name.span, "name rows that have one")
            return
    if not one.ends:
        return
    numbers = [come_to(data.named(name, one.series)) for name in one.ends.names]
    first, last = numbers
    if not one.growth_per_year or first is None or last is None:
        return
    if data.years(one.ends) < 1:
        hint = "name both rows by their years, the earlier one first: `from: 2020`, `to: 2024`"
        yield Fault("growth per year is from one year to a later one", one.ends.from_.span, hint)
    elif first.value <= 0 or last.value <= 0:
        yield Fault("growth per year is of numbers above zero", one.ends.from_.span, "use `difference`")


def _broken(one: Annotation, data: Annotated, low: Decimal, high: Decimal) -> Iterator[Fault]:
    """An axis is broken above zero, where no value is hidden by it, and for a bar that goes beyond."""
    if not 0 < low < high:
        yield Fault(
            "an axis is broken from a number above zero to a larger one", one.span, "write `from` and `to` so"
        )
        return
    amounts = [(name, value.amount) for name, row in zip(data.rows, data.values, strict=True) for value in row]
    known = [(name, amount) for name, amount in amounts if amount is not None]
    inside = next((name for name, amount in known if amount < 0 or low < amount < high), None)
    if inside is not None:
        said = f"`{inside}` lies below zero, or in what the axis leaves out"
        yield Fault(said, one.span, "leave out a stretch that holds no value")
    elif not any(amount >= high for _, amount in known) or not any(amount <= low for _, amount in known):
        said = "a broken axis has bars that the break cuts, and others that end before it"
        yield Fault(said, one.span, "break it between the short bars and the long ones, or leave it out")


def of_shares(every: Sequence[Annotation], data: Annotated, numbers: NumberStyle, counted: str) -> Iterator[Fault]:
    """Of shares an axis tells the whole, which a broken one does not."""
    units = {value.number.unit for row in data.values for value in row if value.number}
    if numbers.says_per_cent(counted) or units & set(numbers.per_cent):
        for one in every:
            if one.axis_break:
                yield Fault("an axis of shares is not broken: it would hide the whole", one.span, "leave it out")


def of_form(
    every: Sequence[Annotation], series: tuple[str, ...], whole_rows: bool, levels_of: int | None = None
) -> Iterator[Fault]:
    """What annotations that compare values of several series must say of them, unless they are about whole rows.

    Of points between two axes an average is one of the axis that goes up.
    """
    for one in every if len(series) > 1 else ():
        if levels_of is not None and one.line and one.line.statistic:
            if one.series is None or plain(one.series.name) != plain(series[levels_of]):
                said = "a line across goes at values of the axis that goes up"
                yield Fault(said, one.line_span, f"write `series: {series[levels_of]}` beside it")
        elif whole_rows and one.series and (one.compares or one.callout):
            said = "annotations of this chart are about whole rows"
            yield Fault(said, one.series.span, "leave `series` out")
        elif not whole_rows and not one.series and (one.compares or one.callout):
            yield Fault("the chart has several series", one.span, "write `series: …`: which one it is about")
