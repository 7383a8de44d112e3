"""What a chart type is, and the building blocks of XML that it is lent.

In: declared by one file each in charts/. Out: kinds name it, layout plots and measures it, powerpoint has it written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, Protocol

from deckgen.model.chart import LabelPosition, Plot, Rect
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_geometry import ChartMark, Room
from deckgen.model.chart_sketch import ChartShape
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.theme import Color

Shows = Literal[
    "comparison",
    "parts of a whole",
    "parts of several wholes",
    "change over time",
    "steps to a total",
    "correlation",
    "distribution",
]
"""What data a drawing shows. Rules ask this and never the name of a chart type or a kind."""

ChartOption = Literal[
    "apart",
    "baseline",
    "panels",
    "top",
    "total",
    "continues",
    "unit",
    "line",
    "average",
    "difference",
    "growth-per-year",
    "totals",
    "bracket",
    "callout",
    "band",
    "axis-break",
]
"""What content may ask of some chart types only: answers off the scale, an axis that need not begin at zero, panels
on one scale, small rows added up, rows that are totals or go on on a next slide, series of different units; and
annotations, a line at a statistic of the values among them."""

REMARKS: Final[frozenset[ChartOption]] = frozenset(("bracket", "callout", "band"))
"""What any chart can carry that settles where its marks stand."""

ANNOTATIONS: Final[frozenset[ChartOption]] = REMARKS | {"line", "average", "difference"}
"""What one can carry that has the values of its rows on one scale."""

IN_TIME: Final[frozenset[ChartOption]] = ANNOTATIONS | {"growth-per-year"}
"""What one can carry of which the rows may follow each other in time."""

AxisSide = Literal["l", "b", "r", "t"]


class ChartXml(Protocol):
    """What the writer lends a chart type, for one plot: elements as text, ready to stand as they are.

    Series count from 0. There are two axes at most; the first is the one of categories, where there is one. What is
    measured by itself has two more, which are not seen.
    """

    @property
    def axis_ids(self) -> str:
        """The two `c:axId` that close the element of a chart on axes."""

    @property
    def own_axis_ids(self) -> str:
        """The same for what is measured on the scale `own_scale` of the plot."""

    def fill(self, color: Color | None) -> str:
        """`a:solidFill`; without a colour an explicit none."""

    def line(self, color: Color | None, width: float = 0, *, rounded: bool = False, opacity: int = 100) -> str:
        """`a:ln` of a width in points, with `rounded` ends and joins; without a colour an explicit none.

        One of no `opacity` is not seen, and still has a colour, by which some programs paint what lies along it.
        """

    def series(self, index: int, *inside: str) -> str:
        """`c:ser` with its number and its name, and what the chart type puts inside, in the order of the schema."""

    def points(self, index: int, inside: Callable[[Color], str], every: bool = False) -> str:
        """`c:dPt` for each mark with a colour of its own, or for `every` one; `inside` gives its look."""

    def labels(self, index: int, position: LabelPosition | None) -> str:
        """`c:dLbls`, where no label has a place of its own; None where the chart type may name no position.

        A helper has none.
        """

    def categories(self) -> str:
        """`c:cat`, bound to the workbook."""

    def values(self, index: int, tag: str = "c:val") -> str:
        """The numbers of a series, bound to the workbook, as `c:val`, `c:xVal`, `c:yVal` …"""

    def category_axis(self, side: AxisSide, reverse: bool = False, lined: bool = True, named: bool = True) -> str:
        """The first axis, with the labels of the categories if `named`; `reverse` begins at the other end."""

    def own_axes(self) -> str:
        """The two axes of what is measured by itself."""

    def value_axis(self, side: AxisSide) -> str:
        """The second axis, for the values of all series; hidden, for labels on the marks say more.

        Where the plot has settled it among its `axes`, it is seen.
        """

    def number_axes(self, across: int, up: int) -> str:
        """Two axes of numbers that are seen: one across for the values of one series, one up for those of another."""


@dataclass(frozen=True, slots=True)
class LabelRoom:
    """What the label of one category may take: points across and lines. `hint` is for one that takes more."""

    width: float
    lines: float
    hint: str


LINES_BELOW = 3
"""How many lines a label may take under its mark."""

BETWEEN_LABELS = 0.5
"""Between two labels beside each other under their marks, in ems at the least."""


def room_below(plot: Plot, room: Room) -> LabelRoom:
    """What the label of a category may take where each stands under its mark; dates have the room that they need."""
    hint = "shorten it, or use a bar chart"
    if plot.dates:
        return LabelRoom(room.width, LINES_BELOW, hint)
    pitch = room.width / max(len(plot.categories), 1)
    return LabelRoom(pitch - BETWEEN_LABELS * plot.type_size, LINES_BELOW, hint)


@dataclass(frozen=True, slots=True)
class ChartType:
    """A native chart type.

    `plot` turns data into what is drawn, and raises ValueError, with a sentence for the editor, where it cannot.
    `write` gives the element of the chart and its axes. `label_room` says what the label of a category may take, and
    is None where no category is labelled on an axis. `most_height` says how high a plot is at most, in points, and is
    None where it fills its place. `settle` gives the plot its inner box and its labels their places, and `marks` says
    what then stands where; None where both are left to the program that shows the chart. `takes` are the options
    that it understands. With `whole_rows`, what is said over it is about all of a row, and names no series, but for a
    line at a statistic where it says with `levels_of` of which series that is. `hole` is where a total stands inside.
    """

    name: str
    shows: Shows
    plot: Callable[[ChartData], Plot]
    write: Callable[[Plot, ChartXml], str]
    example: str
    doc: str
    label_room: Callable[[Plot, Room], LabelRoom] | None = None
    most_height: Callable[[Plot], float] | None = None
    settle: Callable[[Plot, Room], Plot] | None = None
    marks: Callable[[Plot, Room], tuple[ChartMark, ...]] | None = None
    draw: Callable[[Plot, Room], tuple[ChartShape, ...]] | None = None
    takes: frozenset[ChartOption] = frozenset()
    whole_rows: bool = False
    levels_of: int | None = None
    hole: Callable[[Plot, Room], Rect] | None = None
