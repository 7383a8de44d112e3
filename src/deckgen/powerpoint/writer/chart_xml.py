"""The building blocks of a native chart: series with their caches, points, labels, axes.

In: a plot and a style. Out: elements as text, lent to a chart type, which says which it wants and in what order.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from deckgen.model.chart import LabelPosition, Labels, Plot, Series
from deckgen.model.chart_type import AxisSide
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.theme import Color
from deckgen.model.units import points
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.xml import xstring
from deckgen.powerpoint.writer.chart_axes import SeenAt, crosses, dates_axis, seen_axis
from deckgen.powerpoint.writer.chart_labels import labelled_cells, labels, text_properties
from deckgen.powerpoint.writer.chart_workbook import (
    cached_dates,
    cached_text,
    name_reference,
    number,
    values_reference,
)
from deckgen.xml_text import attribute

_FIRST_AXIS, _SECOND_AXIS = 111111111, 222222222
_OWN_AXES = 333333333, 444444444
_RULE = 0.75


@dataclass(frozen=True, slots=True)
class PlotXml:
    """What `ChartXml` promises a chart type, for one plot."""

    plot: Plot
    style: Style

    @property
    def axis_ids(self) -> str:
        return f'<c:axId val="{_FIRST_AXIS}"/><c:axId val="{_SECOND_AXIS}"/>'

    @property
    def own_axis_ids(self) -> str:
        first, second = _OWN_AXES
        return f'<c:axId val="{first}"/><c:axId val="{second}"/>'

    def fill(self, color: Color | None) -> str:
        return self.style.fill(color) if color else "<a:noFill/>"

    def line(self, color: Color | None, width: float = 0, *, rounded: bool = False, opacity: int = 100) -> str:
        if color is None:
            return "<a:ln><a:noFill/></a:ln>"
        cap, join = (' cap="rnd"', "<a:round/>") if rounded else ("", "")
        return f'<a:ln w="{points(width)}"{cap}>{self.style.fill(color, opacity)}{join}</a:ln>'

    def series(self, index: int, *inside: str) -> str:
        series = self.plot.columns[index]
        name = cached_text(name_reference(index), (series.name,))
        content = f"{''.join(inside)}{labelled_cells(self.plot, series)}"
        return f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{name}</c:tx>{content}</c:ser>'

    def points(self, index: int, inside: Callable[[Color], str], every: bool = False) -> str:
        series = self.plot.columns[index]
        return "".join(
            f'<c:dPt><c:idx val="{at}"/>{inside(color)}</c:dPt>'
            for at, color in enumerate(series.point_colors[: len(self.plot.categories)])
            if every or color != series.color
        )

    def labels(self, index: int, position: LabelPosition | None) -> str:
        return labels(self.plot, self.plot.columns[index], position, self.style)

    def categories(self) -> str:
        names = self.plot.categories
        reference = values_reference(-1, len(names))
        cells = cached_dates(reference, self.plot.dates) if self.plot.dates else cached_text(reference, names)
        return f"<c:cat>{cells}</c:cat>"

    def values(self, index: int, tag: str = "c:val") -> str:
        reference = values_reference(index, len(self.plot.categories))
        return f"<{tag}>{_cached_numbers(reference, self.plot.columns[index])}</{tag}>"

    def category_axis(self, side: AxisSide, reverse: bool = False, lined: bool = True, named: bool = True) -> str:
        at = SeenAt(_FIRST_AXIS, _SECOND_AXIS, side, crosses=crosses(*self.plot.axes[-1:]), named=named)
        return self._categories_axis(at, reverse, self._rule(lined))

    def own_axes(self) -> str:
        """LibreOffice measures by no deleted axis: that of the values is there, and nothing of it is seen."""
        (first, second), (low, high) = _OWN_AXES, self.plot.own_scale or (0.0, 1.0)
        lying = self.plot.lying
        along: AxisSide = "l" if lying else "b"
        side: AxisSide = "t" if lying else "r"
        categories = self._categories_axis(SeenAt(first, second, along, deleted=True), lying, "")
        return (
            f'{categories}<c:valAx><c:axId val="{second}"/><c:scaling><c:orientation val="minMax"/>'
            f'<c:max val="{_end(high)}"/><c:min val="{_end(low)}"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{side}"/>'
            '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
            '<c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
            f'<c:spPr>{self.line(None)}</c:spPr><c:crossAx val="{first}"/>'
            '<c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>'
        )

    def _categories_axis(self, at: SeenAt, reverse: bool, look: str) -> str:
        if self.plot.dates:
            return dates_axis(self.plot.dates, at, look)
        return (
            f'<c:catAx><c:axId val="{at.own}"/>'
            f'<c:scaling><c:orientation val="{"maxMin" if reverse else "minMax"}"/></c:scaling>'
            f'<c:delete val="{int(at.deleted)}"/><c:axPos val="{at.side}"/>'
            '<c:numFmt formatCode="General" sourceLinked="0"/>'
            f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{at.labels}"/>{look}'
            f'<c:crossAx val="{at.other}"/><c:crosses val="{at.crosses}"/>'
            '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        )

    def value_axis(self, side: AxisSide) -> str:
        if self.plot.axes:
            (axis,) = self.plot.axes
            return seen_axis(self.plot, axis, SeenAt(_SECOND_AXIS, _FIRST_AXIS, side), self.style)
        crossing = "midCat" if self.plot.at_edges else "between"
        return self._numbers(_SECOND_AXIS, _FIRST_AXIS, side, self.plot.series, "1", "", crossing)

    def number_axes(self, across: int, up: int) -> str:
        if self.plot.axes:
            level, upright = self.plot.axes
            first = SeenAt(_FIRST_AXIS, _SECOND_AXIS, "b", "midCat", crosses(upright), across)
            second = SeenAt(_SECOND_AXIS, _FIRST_AXIS, "l", "midCat", crosses(level), up)
            return seen_axis(self.plot, level, first, self.style) + seen_axis(self.plot, upright, second, self.style)
        x, y = self.plot.series[across], self.plot.series[up]
        return self._numbers(_FIRST_AXIS, _SECOND_AXIS, "b", (x,), "0", self._rule(), "midCat") + self._numbers(
            _SECOND_AXIS, _FIRST_AXIS, "l", (y,), "0", self._rule(), "midCat"
        )

    def _numbers(
        self, own: int, other: int, side: AxisSide, series: tuple[Series, ...], hidden: str, look: str, crossing: str
    ) -> str:
        return (
            f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>{self._ends(series)}</c:scaling>'
            f'<c:delete val="{hidden}"/><c:axPos val="{side}"/>'
            f'<c:numFmt formatCode="{attribute(series[0].labels.series)}" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
            f'{look}<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:crossBetween val="{crossing}"/>'
            f"{self._unit}</c:valAx>"
        )

    def _ends(self, series: tuple[Series, ...]) -> str:
        """The ends of an axis of numbers: the plot's; else it starts at zero where no value lies below.

        What has a unit is ended by it.
        """
        if self.plot.scale and not self.plot.unit:
            low, high = self.plot.scale
            return f'<c:max val="{_end(high)}"/><c:min val="{_end(low)}"/>'
        below = any(number(value).startswith("-") for one in series for value in one.values)
        return "" if below else '<c:min val="0"/>'

    @property
    def _unit(self) -> str:
        return f'<c:majorUnit val="{_end(self.plot.unit)}"/>' if self.plot.unit else ""

    def _rule(self, lined: bool = True) -> str:
        """The line of an axis that is seen, and the type of its labels, which no program may turn."""
        level = text_properties(self.plot, self.style, turned=' rot="0" vert="horz"')
        return f"<c:spPr>{self.line('rule' if lined else None, _RULE)}</c:spPr>{level}"


def _end(value: float) -> str:
    """The end of an axis, in as many digits as can be seen."""
    return format(Decimal(f"{value:.9g}"), "f")


def _cached_numbers(reference: str, series: Series) -> str:
    cells = "".join(
        f'<c:pt idx="{index}"{_own_format(series.labels, index)}><c:v>{shown}</c:v></c:pt>'
        for index, value in enumerate(series.values)
        if (shown := number(value))
    )
    return (
        f"<c:numRef><c:f>{reference}</c:f><c:numCache><c:formatCode>{xstring(series.labels.series)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{cells}</c:numCache></c:numRef>'
    )


def _own_format(labels: Labels, index: int) -> str:
    code = labels.code(index)
    return "" if code == labels.series else f' formatCode="{attribute(code)}"'
