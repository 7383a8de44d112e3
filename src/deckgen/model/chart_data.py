"""A chart's data as content gives it: rows with a value for each series, and the series that are drawn of them.

In: kinds make ChartData. Out: charts/ asks it for its rows in their order and for series, and answers with a Plot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from deckgen.model.chart import Labels, Series
from deckgen.model.chart_dates import DateAxis, date_axis
from deckgen.model.chart_tones import Tone, tones
from deckgen.model.date_style import DateStyle, WrittenDate
from deckgen.model.language import Labels as Words
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number_format import NumberFormat
from deckgen.model.theme import Color


@dataclass(frozen=True, slots=True)
class Label:
    """How a value is printed: as text, and by the format that says the same; None where it is said in words."""

    text: str
    number_format: NumberFormat | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """One row of chart data: its label and a value per series (None: no answer, drawn as nothing)."""

    label: str
    values: tuple[Decimal | None, ...]
    shown: tuple[Label, ...]
    emphasis: bool = False
    total: bool = False
    """It says what the rows before it come to."""
    rest: bool = False
    """It is made of all rows that are too small to stand for themselves."""
    base: Decimal | None = None
    """How many it rests on, where content says it."""
    date: WrittenDate | None = None
    """The date that its label is, where it is one."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """`series` names each value column; `sort` false keeps the order of the content, which then means something.

    `findings` are the series to see first, and `apart` those that stand by themselves, by their numbers.
    """

    categories: tuple[Category, ...]
    series: tuple[str, ...]
    sort: bool = True
    findings: tuple[int, ...] = ()
    apart: tuple[int, ...] = ()
    top: int = 0
    """How many rows stand for themselves; 0: all."""
    rest: str = ""
    """What the others are called together."""
    free: bool = False
    """The axis of values need not begin at zero, and says where it does."""
    beside: tuple[ChartData, ...] = ()
    """Those of the other panels, of the same rows, that share one scale with this one."""
    dates: DateStyle | None = None
    """How the deck's language says dates, where rows may be dates."""
    words: Words | None = None
    """What the engine says in it."""
    units: tuple[str, ...] = ()
    """The unit of each series; "" where it has none; empty: none has."""

    def in_time(self) -> ChartData:
        """These data in the order of time, which is then kept, where all rows are dates of one sort."""
        days = [row.date.day for row in self.categories if row.date]
        names = {row.date.names if row.date else None for row in self.categories}
        if len(names) > 1 or None in names or self.top:
            return self
        rows = [row for _, row in sorted(zip(days, self.categories, strict=True), key=lambda one: one[0])]
        return replace(self, categories=tuple(rows), sort=False)

    def over_time(self) -> DateAxis | None:
        """The axis of the rows' dates, where they stand unevenly; else None.

        ValueError where one of them is not later than the one before it.
        """
        for before, row in pairwise(self.categories):
            if before.date and row.date and before.date.names == row.date.names and row.date.day <= before.date.day:
                raise ValueError(f"time goes forward along the axis, and `{row.label}` is not after `{before.label}`")
        forms = (label.number_format for row in self.categories for label in row.shown)
        tag = next((form.separators.tag for form in forms if form), "")
        return date_axis([row.date for row in self.categories], self.dates, tag) if self.dates else None

    def one_series(self, form: str) -> ChartData:
        """These data, where they are one series; else ValueError."""
        if len(self.series) != 1:
            raise ValueError(f"{form} wants one series; here are {len(self.series)}")
        return self

    def several(self, form: str, least: int, most: int) -> ChartData:
        """These data, where they are so many series; else ValueError."""
        if not least <= len(self.series) <= most:
            wanted = f"{least}" if least == most else f"{least} to {most}"
            raise ValueError(f"{form} wants {wanted} series; here are {len(self.series)}")
        return self

    def parts(self, form: str) -> ChartData:
        """These data, where all values are parts that can stand on each other; else ValueError."""
        for row in self.categories:
            if any(value is None or value < 0 for value in row.values):
                raise ValueError(f"the parts of {form} cannot be missing or negative: see `{row.label}`")
        return self

    def wholes(self, form: str) -> ChartData:
        """These data, where each row is a whole of parts that are all known; else ValueError."""
        for row in self.parts(form).categories:
            if not any(row.values):
                raise ValueError(f"the parts of {form} are all nothing in `{row.label}`: there is no whole to show")
        return self

    def sorted_rows(self) -> tuple[Category, ...]:
        """The rows by what the finding comes to in them, or all series where none is; largest first.

        They stay as they are where their own order means something.
        """
        return self.rows_by(self.findings or range(len(self.series)))

    def rows_by_part(self) -> tuple[Category, ...]:
        """The same of wholes, which all come to the same: by the finding, else by the first part."""
        return self.rows_by(self.findings or (0,))

    def rows_by(self, series: Iterable[int]) -> tuple[Category, ...]:
        """The rows by what these series come to in them, largest first, unless their own order means something.

        Panels have one order: by what all of them come to.
        """
        if not self.sort:
            return self.categories
        known, every = tuple(series), (self, *self.beside)
        sums = [
            sum(row.values[at] or 0 for row in rows for at in known)
            for rows in zip(*(one.categories for one in every), strict=True)
        ]
        rows = [self.categories[at] for at in sorted(range(len(sums)), key=lambda at: -sums[at])]
        return self._gathered(rows) if 0 < self.top < len(rows) - 1 else tuple(rows)

    def _gathered(self, rows: list[Category]) -> tuple[Category, ...]:
        """The largest rows, and those that are emphasised, with all others as one; else ValueError."""
        kept = [row for at, row in enumerate(rows) if at < self.top or row.emphasis]
        others = [row for row in rows if row not in kept]
        sums = [_added(self.rest, [row.values[at] for row in others]) for at in range(len(self.series))]
        shown = [_printed(self.rest, one, at, others) for at, one in enumerate(sums)]
        return (*kept, Category(self.rest, tuple(sums), tuple(shown), rest=True))

    def panels(self) -> tuple[ChartData, ...]:
        """Data of a chart for each row, of which the series are the rows; all of them on one scale."""
        alone = [self._panel(row) for row in self.categories]
        return tuple(replace(one, beside=(*alone[:at], *alone[at + 1 :])) for at, one in enumerate(alone))

    def _panel(self, row: Category) -> ChartData:
        parts = zip(self.series, row.values, row.shown, strict=True)
        rows = tuple(
            Category(name, (value,), (label,), row.emphasis or at in self.findings)
            for at, (name, value, label) in enumerate(parts)
        )
        return ChartData(rows, (row.label,), self.sort, (0,) if row.emphasis else (), free=self.free)

    def emphasised(self, rows: tuple[Category, ...]) -> Series:
        """The one series of `rows`: emphasised rows in the accent, the others as marks."""
        colors: tuple[Color, ...] = ()
        if any(row.emphasis or row.rest for row in rows):
            colors = tuple("accent" if row.emphasis else "tint3" if row.rest else "mark" for row in rows)
        return Series(
            self.series[0],
            tuple(row.values[0] for row in rows),
            "mark",
            colors,
            labels=labels(rows, 0),
        )

    def side_by_side(self, rows: tuple[Category, ...], hide_zero: bool = False) -> tuple[Series, ...]:
        """All series of `rows`: the finding in the accent, the others in tints; the labels stand on the ground.

        Where rows are emphasised too, the finding is their marks alone.
        """
        toned = tones(len(self.series), self.findings)
        return tuple(self._toned(rows, index, tone, hide_zero) for index, tone in enumerate(toned))

    def stacked(self, rows: tuple[Category, ...]) -> tuple[Series, ...]:
        """The same as parts, with their labels on them."""
        toned = tones(len(self.series), self.findings)
        parts = self.side_by_side(rows, hide_zero=True)
        return tuple(replace(part, label_color=tone.label) for part, tone in zip(parts, toned, strict=True))

    def _toned(self, rows: tuple[Category, ...], index: int, tone: Tone, hide_zero: bool) -> Series:
        marked = index in self.findings and any(row.emphasis for row in rows)
        colors: tuple[Color, ...] = tuple("accent" if row.emphasis else "mark" for row in rows) if marked else ()
        values = tuple(row.values[index] for row in rows)
        color = "mark" if marked else tone.fill
        return Series(self.series[index], values, color, colors, labels=labels(rows, index, hide_zero))


def _added(name: str, values: list[Decimal | None]) -> Decimal:
    if any(value is None for value in values):
        raise ValueError(f"what is missing cannot be added up to `{name}`")
    return sum((value for value in values if value is not None), Decimal())


def _printed(name: str, value: Decimal, series: int, rows: list[Category]) -> Label:
    """A sum as the numbers that it is made of are printed."""
    formats = {row.shown[series].number_format for row in rows}
    form = formats.pop()
    if formats or form is None:
        raise ValueError(f"what is printed in words, or in several ways, cannot be added up to `{name}`")
    return Label(form.text(value), form)


def labels(rows: tuple[Category, ...], series: int, hide_zero: bool = False) -> Labels:
    """Labels of a series: most of its values share a format.

    With `hide_zero`, as for the parts of a whole, a part of nothing has no label.
    """
    values = [row.values[series] for row in rows]
    shown = [None if row.values[series] is None else row.shown[series] for row in rows]
    known = [value for value in values if value is not None]
    formats = [one.number_format if one else None for one in shown]
    codes = {one: one.code(known, hide_zero) for one in formats if one}
    texts = tuple(
        one.text if one and not (hide_zero and value == 0 and one.number_format) else ""
        for one, value in zip(shown, values, strict=True)
    )
    if not codes:
        return Labels(words=tuple(one.text if one else "" for one in shown), texts=texts)
    most = Counter(one for one in formats if one).most_common(1)[0][0]
    points = tuple(codes[one] if one and one != most else "" for one in formats)
    words = tuple(one.text if one and not one.number_format else "" for one in shown)
    return Labels(codes[most], points if any(points) else (), words if any(words) else (), texts)
