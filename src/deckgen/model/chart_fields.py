"""The fields that every kind with a chart shares. In: typed YAML. Out: ChartData, an alt text, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from deckgen.diagnostics import Fault, Related, Span
from deckgen.model.annotation import LevelLine
from deckgen.model.annotation_fields import Annotated, Annotation, is_hidden, plain, problems
from deckgen.model.blocks import ChartBlock
from deckgen.model.chart_data import Category, ChartData, Label
from deckgen.model.chart_type import ChartOption
from deckgen.model.date_style import DateStyle
from deckgen.model.kind import Context, described
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.names import ChartTypeName
from deckgen.model.text import MISSING, NOWHERE, PlottedValue, Text, Value

MOST_ROWS, MOST_GIVEN = 20, 200
"""Rows that a chart shows, and that content may give where the small ones are added up."""

ADD_UP = "write `top: 8` and `rest: …` to add the small ones up, or `continues: true` on a bar chart"
"""What to do where rows are too many."""
MOST_ANNOTATIONS = 8


@dataclass(frozen=True)
class ChartRow:
    label: Text = described("What the value belongs to; a date, where rows stand along time.")
    value: tuple[PlottedValue, ...] = described(
        "The value; a list of one per series where there are several; – where it is missing.", minimum=1
    )
    emphasis: bool = described("True on the finding.", default=False)
    total: bool = described("True on a row of a waterfall that says what the steps come to.", default=False)
    total_span: Span = described("No key: its place.", default=NOWHERE)
    n: Value | None = described("How many it rests on, shown behind the label.", default=None)

    @property
    def name(self) -> str:
        """The label on one line, with what it rests on."""
        return f"{_line(self.label)} (n\u00a0=\u00a0{self.n.shown})" if self.n else _line(self.label)

    @property
    def called(self) -> str:
        """What annotations call it: its label, also where a word behind that says that a value is hidden."""
        label = plain(self.label.plain)
        return label.rpartition(" (")[0] if any(map(is_hidden, self.value)) else label


@dataclass(frozen=True, slots=True)
class ChartSeries:
    text: Text = described("What the values of the series are.")
    emphasis: bool = described("True on the finding; rows that are sorted stand in its order.", default=False)
    apart: bool = described("True on an answer off the scale, such as 'ved ikke', in a Likert chart.", default=False)
    apart_span: Span = described("No key: its place.", default=NOWHERE)
    unit: str = described("Its unit, such as `%`, where a combination chart has two.", default="")
    unit_span: Span = described("No key: its place.", default=NOWHERE)


@dataclass(frozen=True, kw_only=True)
class ChartFields:
    chart: ChartTypeName = described(
        "The chart type: a file in charts/; left out, what is compared says which.", default=""
    )
    counted: Text = described("What is counted, the unit and the base: 'Antal klynger, n = 12'.")
    data: tuple[ChartRow, ...] = described(
        "The rows of the chart; more than 20 with `top` or `continues` alone.", minimum=1, maximum=MOST_GIVEN
    )
    series: tuple[ChartSeries, ...] = described(
        "A name for each value of a row, where there are several.", default=()
    )
    ordered: bool = described("True where the order of the rows means something and is kept.", default=False)
    top: int = described("How many rows stand for themselves; the others are added up.", default=0)
    rest: Text | None = described("What the others are called together, with `top`: 'Andre'.", default=None)
    baseline: Literal["zero", "free"] = described(
        "Where the axis of a line begins: at zero, or `free`, near the values, and it is then seen.", default="zero"
    )
    annotate: tuple[Annotation, ...] = described(
        "What is said over the chart of what its numbers come to: differences, growth, averages, totals, remarks.",
        maximum=MOST_ANNOTATIONS,
        default=(),
    )
    chart_span: Span = described("No key: the place of the chart type.", default=NOWHERE)
    top_span: Span = described("No key: its place.", default=NOWHERE)
    baseline_span: Span = described("No key: its place.", default=NOWHERE)

    def block(self, title: Text, context: Context | None = None) -> ChartBlock:
        """The chart for the slot `chart`, with an alt text that says title, what is counted and every value.

        By the `context` it is known which rows are dates, and what the deck's language calls what a chart computes.
        """
        data = self._data(context)
        shown = tuple(category.label for category in data.categories)
        annotated = replace(self.annotated, drawn=shown)
        annotations = tuple(found for one in self.annotate if (found := one.drawn(annotated)))
        levels = (f"{one.name}: {one.level.shown}" for one in annotations if isinstance(one, LevelLine))
        rows = (f"{name}: {self._values(row)}" for name, row in zip(shown, self.data, strict=True))
        alt = f"{title.plain}. {self.counted.plain}"
        told = (*rows, *levels)
        return ChartBlock(self.chart, data, alt, "chart", "chart", self.counted, annotations, told=told)

    @property
    def annotated(self) -> Annotated:
        """What annotations may name, and the values that they are about."""
        rows = tuple(row.called for row in self.data)
        series = tuple(_line(one.text) for one in self.series)
        return Annotated(rows, tuple(row.name for row in self.data), series, tuple(row.value for row in self.data))

    @property
    def most_rows(self) -> int:
        """How many rows may stand for themselves."""
        return MOST_ROWS

    @property
    def along(self) -> tuple[str, ...]:
        """The names of what stands side by side in the chart."""
        return tuple(row.label.plain for row in self.data)

    def problems(self) -> Iterator[Fault]:
        """Rows that do not fit the series, values that are no exact number, and labels that no chart can show."""
        yield from self._widths()
        levels = (one.line for one in self.annotate if one.line)
        for value in (*(value for row in self.data for value in row.value), *levels):
            if value.number and not value.number.is_exact and value.figure is not None:
                message = f"`{value.figure.name}` is known in words only, and a chart draws an exact number"
                hint = "show it with `kind: shares`, which draws an open end"
                yield Fault(message, value.span, hint, code="inexact-value")
        if all(value.shown == MISSING for row in self.data for value in row.value):
            yield Fault("all values are missing", self.data[0].value[0].span, "leave the slide out")
        yield from self._many()
        yield from _twice("rows", tuple(row.label for row in self.data))
        names = tuple(series.text for series in self.series)
        yield from _twice("series", names)
        if all(len(row.value) == (len(self.series) or 1) for row in self.data):
            yield from problems(self.annotate, self.annotated)
        for label in (*names, *(row.label for row in self.data)):
            if any(run.is_marked for part in label.paragraphs for run in part.runs):
                message = "a label of a chart is all in one style, and neither a link nor has it a footnote"
                hint = (
                    "write it without **, *, ^, ~ and [ ]( ); a footnote may stand where it is said what is counted"
                )
                yield Fault(message, label.span, hint, code="plain-label")

    def _widths(self) -> Iterator[Fault]:
        """Rows with other numbers of values than there are series; where all lack names alike, one is told."""
        width = len(self.series) or 1
        found = {len(row.value) for row in self.data}
        if not self.series and len(found) == 1 and found != {width}:
            message = f"each row has {found.pop()} values, and no series is named"
            yield Fault(message, self.data[0].value[0].span, "write `series:` with a name for each of them")
            return
        named = f"{width} series are named" if self.series else "no series is named"
        for row in self.data:
            if len(row.value) != width:
                message = f"`{row.label.plain}` has {_counted(len(row.value), 'value')}, and {named}"
                yield Fault(message, row.value[0].span, "give each row one value per name in `series`")

    def in_time(self, dates: DateStyle) -> bool:
        """Whether the rows are dates, whose order means something."""
        return all(dates.read(row.name) for row in self.data)

    def _many(self) -> Iterator[Fault]:
        """Rows that are more than are shown, and what is said of those that are added up."""
        count = len(self.data)
        if count > self.most_rows and not self.top:
            message = f"the chart has {count} rows; at most {MOST_ROWS} are shown"
            yield Fault(message, self.data[MOST_ROWS].label.span, ADD_UP)
        if not self.top and self.rest is None:
            return
        span = self.top_span if self.top else self.rest.span if self.rest else NOWHERE
        if not (0 < self.top < MOST_ROWS and self.rest):
            hint = "write `top: 8` for the largest eight, and `rest: Andre` for what the others are called"
            yield Fault(f"`top` is a number from 1 to {MOST_ROWS - 1} and stands beside `rest`", span, hint)
        if self.ordered:
            yield Fault("`top` shows the largest rows first, and `ordered` keeps their order", span, "leave one out")

    def _values(self, row: ChartRow) -> str:
        shown = [value.shown for value in row.value]
        named = zip(self.series, shown, strict=False)
        if len(self.series) < 2:
            return ", ".join(shown)
        return ", ".join(f"{_line(series.text)} {value}" for series, value in named)

    def _data(self, context: Context | None) -> ChartData:
        dates = context.dates if context else None
        rows = tuple(
            Category(
                dates.show(row.name) if dates else row.name,
                tuple(value.amount for value in row.value),
                tuple(Label(value.shown, value.number_format) for value in row.value),
                row.emphasis,
                row.total,
                base=row.n.amount if row.n else None,
                date=dates.read(row.name) if dates else None,
            )
            for row in self.data
        )
        series = tuple(_line(series.text) for series in self.series)
        findings = tuple(at for at, series in enumerate(self.series) if series.emphasis)
        apart = tuple(at for at, series in enumerate(self.series) if series.apart)
        rest = _line(self.rest) if self.rest else ""
        return ChartData(
            rows,
            series or (self.counted.plain,),
            not self.ordered,
            findings,
            apart,
            self.top,
            rest,
            self.baseline == "free",
            dates=dates,
            words=context.labels if context else None,
            units=tuple(self._unit(at) for at in range(len(self.series))),
        )

    def _unit(self, series: int) -> str:
        """What content says that the unit of a series is, else that of its figures."""
        numbers = (row.value[series].number for row in self.data if series < len(row.value))
        return self.series[series].unit or next((number.unit for number in numbers if number and number.unit), "")

    def asked(self) -> Iterator[tuple[ChartOption, Span]]:
        """What only some chart types can do and these fields ask for, with its place."""
        yield from (("apart", series.apart_span) for series in self.series if series.apart)
        yield from (("unit", series.unit_span) for series in self.series if series.unit)
        if self.top:
            yield "top", self.top_span
        if self.baseline == "free":
            yield "baseline", self.baseline_span
        yield from (("total", row.total_span) for row in self.data if row.total)
        yield from ((option, one.span) for one in self.annotate for option in one.options)
        yield from (("average", one.line_span) for one in self.annotate if one.line and one.line.statistic)


def _twice(what: str, labels: tuple[Text, ...]) -> Iterator[Fault]:
    """Labels of a chart that stand twice, be it in other letters: nobody could tell what they belong to apart."""
    first: dict[str, Text] = {}
    for label in labels:
        one = first.setdefault(_line(label).strip().casefold(), label)
        if one is not label:
            related = (Related(one.span, "the first of them"),)
            hint = "give each a label of its own, or add their values up"
            yield Fault(f"two {what} are called `{_line(label)}`", label.span, hint, None, "label-twice", related)


def _line(label: Text) -> str:
    """A label on one line, as charts and their sheets hold it."""
    return label.plain.replace("\n", " ")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
