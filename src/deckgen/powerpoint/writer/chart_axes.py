"""Axes of numbers that are seen, with round ticks and a title bound to the workbook.

In: a plot whose chart type has settled its axes. Out: `c:valAx` as text.
"""

from __future__ import annotations

from typing import Literal

from deckgen.model.axis_sketch import TICK_INK
from deckgen.model.chart import Plot
from deckgen.model.chart_axis import Axis
from deckgen.model.chart_dates import DateAxis
from deckgen.model.chart_sketch import AXIS_WIDTH
from deckgen.model.chart_type import AxisSide
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.units import points
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.units import share
from deckgen.powerpoint.writer.chart_labels import text_properties
from deckgen.powerpoint.writer.chart_workbook import cached_text, name_reference, number
from deckgen.xml_text import attribute

_LEVEL = ' rot="0" vert="horz"'
"""No program may turn the text."""


@dataclass(frozen=True, slots=True)
class SeenAt:
    """Where an axis stands: its id and that of the other one, its side, and where the two cross each other.

    `title` is the series whose name is its title, where it has one. One that is `deleted` only measures, and one that
    is not `named` has no labels.
    """

    own: int
    other: int
    side: AxisSide
    between: Literal["between", "midCat"] = "between"
    crosses: str = "autoZero"
    title: int = 0
    deleted: bool = False
    named: bool = True

    @property
    def labels(self) -> str:
        """Where the names of categories stand along it."""
        return "low" if self.named else "none"


def crosses(axis: Axis | None = None) -> str:
    """Where another axis crosses this one: at its zero, or at its beginning where it has none."""
    return "autoZero" if axis is None or axis.has_zero else "min"


def seen_axis(plot: Plot, axis: Axis, at: SeenAt, style: Style) -> str:
    """An axis with its numbers at the edge of the plot. Both ends are said, so that every program draws the same."""
    return (
        f'<c:valAx><c:axId val="{at.own}"/><c:scaling><c:orientation val="minMax"/><c:max val="{number(axis.high)}"/>'
        f'<c:min val="{number(axis.low)}"/></c:scaling><c:delete val="0"/><c:axPos val="{at.side}"/>'
        f"{_title(plot, at.title, axis, style)}"
        f'<c:numFmt formatCode="{attribute(axis.code)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="{points(AXIS_WIDTH)}">{style.fill("rule")}</a:ln></c:spPr>'
        f"{text_properties(plot, style, TICK_INK, _LEVEL)}"
        f'<c:crossAx val="{at.other}"/><c:crosses val="{at.crosses}"/><c:crossBetween val="{at.between}"/>'
        f'<c:majorUnit val="{number(axis.unit)}"/></c:valAx>'
    )


def dates_axis(axis: DateAxis, at: SeenAt, look: str) -> str:
    """An axis on which dates stand as far apart as they are; it goes on where somebody adds a later one."""
    step, unit = axis.step
    return (
        f'<c:dateAx><c:axId val="{at.own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="{int(at.deleted)}"/><c:axPos val="{at.side}"/>'
        f'<c:numFmt formatCode="{attribute(axis.format_code)}" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{at.labels}"/>{look}'
        f'<c:crossAx val="{at.other}"/><c:crosses val="{at.crosses}"/><c:auto val="0"/><c:lblOffset val="100"/>'
        f'<c:baseTimeUnit val="{axis.unit}"/><c:majorUnit val="{step}"/><c:majorTimeUnit val="{unit}"/></c:dateAx>'
    )


def _title(plot: Plot, series: int, axis: Axis, style: Style) -> str:
    """The name of the series, which follows an edit of it."""
    if axis.title is None:
        return ""
    name = cached_text(name_reference(series), (plot.series[series].name,))
    x, y = (share(place) for place in axis.title)
    return (
        f'<c:title><c:tx>{name}</c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x}"/><c:y val="{y}"/></c:manualLayout></c:layout><c:overlay val="0"/>'
        f"{text_properties(plot, style, turned=_LEVEL)}</c:title>"
    )
