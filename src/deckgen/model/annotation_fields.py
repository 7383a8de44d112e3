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
from deckgen.model.language import NO_BREAK
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.number import Number
from deckgen.model.text import EMPTY, MISSING, NOWHERE, PlottedValue, Text

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHAT: Final = "`line`, `difference`, `growth-per-year`, `totals`, `bracket`, `callout` or `band`"


@dataclass(frozen=True, slots=True)
class Stretch:
    from_: ChartName = described("The row that it begins at.")
    to: ChartName = described("The row that it ends at.")

    @property
    def names(self) -> tuple[ChartName, ChartName]:
        return self.from_, self.to


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
        found = tuple(_shape(one)) or tuple(_names(one, data))
        yield from found or _values(one, data)
    lines = [one for one in every if one.totals]
    for again in lines[1:]:
        related = (Related(lines[0].span, "the first of them"),)
        yield Fault("`totals` stands twice", again.span, "leave one out", related=related)


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
    """Two values that can be compared; a line has two rows to go across."""
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


def of_form(every: Sequence[Annotation], series: int, stacked: bool) -> Iterator[Fault]:
    """What annotations that compare values of several series must say of them, in stacks and elsewhere."""
    for one in every if series > 1 else ():
        if stacked and one.series and (one.compares or one.callout):
            said = "in a stack, annotations are about what its parts come to"
            yield Fault(said, one.series.span, "leave `series` out")
        elif not stacked and not one.series and (one.compares or one.callout):
            yield Fault("the chart has several series", one.span, "write `series: …`: which one it is about")
