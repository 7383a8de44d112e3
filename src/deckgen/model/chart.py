"""The plot of a chart: what of its data is drawn, in which order, colours and places.

In: charts/ makes it of ChartData, and layout has it settled. Out: powerpoint writes it as a native chart.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from deckgen.model.chart_axis import Axis
from deckgen.model.chart_dates import DateAxis
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.theme import Color


@dataclass(frozen=True, slots=True)
class Labels:
    """How the values of a series are printed, as the format codes of a program, so that labels follow an edit.

    `points` holds the code of each value that is printed by another than `series`, else ""; empty where none is.
    `words` are the labels that no format can say; they stay as they are whatever happens to the value. `texts` are
    all labels as they read now, to be measured; "" where a value has none. `say` is what of the data labels print:
    values, or the names of their rows or of the series, which follow an edit too.
    """

    series: str = "General"
    points: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    say: Literal["values", "rows", "series"] = "values"

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
    of the series numbered 2 in the same row, `{2:above}` and `{2:below}` those above and below it, and `{2:all}` all
    its cells.
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
    called: str = ""
    """What content calls it, where its name says more."""

    def place(self, point: int) -> LabelPlace:
        """Where the label of a value stands."""
        return self.places[point] if self.places else AS_THE_SERIES

    def label(self, point: int) -> str:
        """What the label of a value reads; empty where it has none."""
        text = self.labels.text(point)
        return f"{self.name} {text}" if text and point in self.named else text


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


_ROUNDING, _BOTH_AXES = 1e-6, 2


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
class Break:
    """From where to where the axis is left out; `skip` is what a bar beyond it is shorter by."""

    low: Decimal
    high: Decimal
    skip: Decimal

    def shortened(self, value: Decimal) -> Decimal:
        return value - self.skip if value >= self.high else value

    @property
    def sign(self) -> float:
        """The value at which the sign stands."""
        return float(self.low + (self.high - self.low - self.skip) / 2)


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
        """This plot and the panels beside it, in its type and with its axes and levels."""
        size, axes, levels = self.type_size, self.axes, self.levels
        alike = (replace(one, type_size=size, axes=axes, levels=levels, aside=self.aside) for one in self.beside)
        return (self, *alike)

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
    broken: Break | None = None
    """What of the axis of values is left out."""
    shortened: tuple[Series, ...] = ()
    """The bars that are drawn on an axis that is broken; the series have their labels alone."""

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
    def has_level_series(self) -> bool:
        """Whether lines across are series: none goes across bars that lie, or over points between two axes."""
        return not self.lying and len(self.axes) < _BOTH_AXES

    @property
    def computed(self) -> tuple[Series, ...]:
        """What is drawn as series of their own, computed from the others."""
        return (*(self.levels if self.has_level_series else ()), *((self.totals,) if self.totals else ()))

    @property
    def columns(self) -> tuple[Series, ...]:
        """All that the workbook holds beside the categories."""
        return (*self.series, *self.computed, *self.shortened)

    @property
    def is_annotated(self) -> bool:
        """Whether something is drawn at the places of its values, which the file then has to say."""
        return bool(self.levels or self.totals or self.over)
