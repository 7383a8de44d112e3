"""A chart's data as content gives it, and the plot that powerpoint draws.

In: kinds make ChartData. charts/ answers with a Plot. Out: powerpoint writes the Plot as a native chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from deckgen.model.chart_axis import Axis
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


@dataclass(frozen=True, slots=True)
class Labels:
    """How the values of a series are printed, as the format codes of a program, so that labels follow an edit.

    `points` holds the code of each value that is printed by another than `series`, else ""; empty where none is.
    `words` are the labels that no format can say; they stay as they are whatever happens to the value. `texts` are
    all labels as they read now, to be measured; "" where a value has none.
    """

    series: str = "General"
    points: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    def code(self, index: int) -> str:
        """The format code of a value."""
        return (self.points[index] if self.points else "") or self.series

    def word(self, index: int) -> str:
        """The label of a value that is said in words; empty where it is a number."""
        return self.words[index] if self.words else ""

    def text(self, index: int) -> str:
        """What the label of a value reads; empty where it has none."""
        return self.texts[index] if self.texts else ""


LabelPosition = Literal["outEnd", "inEnd", "inBase", "ctr", "t", "b", "l", "r"]
"""PowerPoint's names of where a label stands at its mark. Each element of a chart allows some of them only."""


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where a label stands that does not stand as those of its series do.

    At another `position`; or `moved` by a share of the chart's width and height; or nowhere, where it is `dropped`.
    With a field `behind` it, where a line across the chart would go through it.
    """

    position: LabelPosition | None = None
    moved: tuple[float, float] | None = None
    dropped: bool = False
    behind: Color | None = None


AS_THE_SERIES = LabelPlace()


NAMELESS = "\u00a0"
"""What a series is called that is not to be named; a program would make up a name for one without."""


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one series with its colour; `point_colors` differ where a point is emphasised.

    A `helper` only serves the others: it has no label, nobody reads its name, and in a stack it keeps room unseen.
    `formulas` are what the workbook computes the values by, so that they follow an edit of others: `{2}` is the cell
    of the series numbered 2 in the same row, `{2:above}` the one above it, and `{2:all}` all its cells.
    """

    name: str
    values: tuple[Decimal | None, ...]
    color: Color
    point_colors: tuple[Color, ...] = ()
    label_color: Color = "foreground"
    label_colors: tuple[Color, ...] = ()
    """Label colours per point, where `point_colors` call for different ones."""
    labels: Labels = Labels()
    places: tuple[LabelPlace, ...] = ()
    """Where the labels stand, when a chart type has settled them; empty: where the chart type puts them all."""
    helper: bool = False
    formulas: tuple[str, ...] = ()
    named: tuple[int, ...] = ()
    """The values whose labels begin with the name of the series."""

    def place(self, point: int) -> LabelPlace:
        """Where the label of a value stands."""
        return self.places[point] if self.places else AS_THE_SERIES

    def label(self, point: int) -> str:
        """What the label of a value reads; empty where it has none."""
        text = self.labels.text(point)
        return f"{self.name} {text}" if text and point in self.named else text


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


@dataclass(frozen=True, slots=True)
class Rect:
    """A box: inside a chart in points from its top left corner or as a share of its size, on a page in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    def touches(self, other: Rect) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Rect) -> bool:
        """Whether the other stands inside; what rounding puts over the edge counts for nothing."""
        return (
            other.left >= self.left - _ROUNDING
            and other.top >= self.top - _ROUNDING
            and other.right <= self.right + _ROUNDING
            and other.bottom <= self.bottom + _ROUNDING
        )


_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Legend:
    """Where the colours are named: what a legend says, and on which side of the plot it stands."""

    side: Literal["top", "right"]
    names: tuple[str, ...]
    unnamed: tuple[int, ...] = ()
    """The series that are drawn and have no entry."""
    box: Rect | None = None
    """Where it stands, as a share of the chart, in as many rows as that holds; None leaves it to the program."""
    has_lines: bool = False
    """Lines are named beside other marks: all keys are then as wide as that of a line."""


@dataclass(frozen=True, slots=True)
class Plot:
    """What a native chart draws. Series are in stack order; type in points.

    `inner` is the box between the axes, or that of a ring, as a share of the chart; `scale` are the two ends of the
    axis of values. None leaves either to the program that shows the chart. With a `unit`, of which both ends are
    multiples, the axis grows by one where somebody edits a value beyond them; without, it stays as it is.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    legend: Legend | None = None
    type_size: float = 14
    inner: Rect | None = None
    scale: tuple[float, float] | None = None
    unit: float | None = None
    axes: tuple[Axis, ...] = ()
    """The axes of numbers that are seen: across and up, or the one up beside categories; none where none is."""
    beside: tuple[Plot, ...] = ()
    """The other panels that share one scale with this one, until it is settled."""

    @property
    def together(self) -> tuple[Plot, ...]:
        """This plot and the panels beside it, in its type and with its axes."""
        return (self, *(replace(one, type_size=self.type_size, axes=self.axes) for one in self.beside))

    dates: DateAxis | None = None
    """The axis that the categories stand on where they are dates at uneven distances."""
    own_scale: tuple[float, float] | None = None
    """The ends of a second axis of values, for what is measured by itself; None where all is measured alike."""
    at_edges: bool = False
    """The first and the last category stand at the edges of the plot, and not half a category from them."""
    lying: bool = False
    """Its values go from left to right; else from below up."""
    over: float = 0
    """What stays free beyond the end of the axis of values, for annotations, in points."""
    aside: float = 0
    """What stays free behind the last category, or over the first of bars that lie, for names of levels."""
    filled: tuple[Rect, ...] = ()
    """What of the chart it fills, as shares; the rest is free for annotations. Empty: all of it."""
    levels: tuple[Series, ...] = ()
    """Lines across all categories, each of one value."""
    totals: Series | None = None
    """What the parts of each category come to, said over its stack."""

    @property
    def slot(self) -> float:
        """What one category has of their axis, or one unit where they are dates."""
        count = self.dates.count if self.dates else len(self.categories)
        return 1 / max(count - self.at_edges, 1)

    def across(self, point: int) -> float:
        """How far along the axis of categories one stands, as a share of it."""
        if self.dates:
            return self.dates.share(self.dates.dates[point], self.at_edges)
        return (point + (0 if self.at_edges else 0.5)) * self.slot

    @property
    def computed(self) -> tuple[Series, ...]:
        """What is drawn as series of their own, computed from the others: no series goes across bars that lie."""
        return (*(() if self.lying else self.levels), *((self.totals,) if self.totals else ()))

    @property
    def columns(self) -> tuple[Series, ...]:
        """All that the workbook holds beside the categories."""
        return (*self.series, *self.computed)

    @property
    def is_annotated(self) -> bool:
        """Whether something is drawn at the places of its values, which the file then has to say."""
        return bool(self.levels or self.totals or self.over)
