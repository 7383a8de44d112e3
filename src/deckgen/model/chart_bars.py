"""What every chart type with bars shares: the element, its axes, and the room that bars and their labels want.

In: the data of a bar chart, whichever way it lies. Out: a plot of one series, the element as text, room in points.
"""

from __future__ import annotations

from deckgen.model.chart import Plot
from deckgen.model.chart_type import ChartXml, LabelPosition, LabelRoom, Room, room_below
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.theme import Color

GAP_WIDTH = 50
"""Room between bars, in per cent of a bar."""

STACK_GAP = 0.75
"""The line of the ground between the parts of a bar, in points."""

BAR_MOST = 84.0
"""Room for one bar at most, in points, so that few bars do not turn into slabs."""

STACK_STRETCH = 1.9
"""How much more room one or two stacked bars get: they are all that there is to see."""

LEGEND_HEIGHT = 36.0
"""What a legend above the bars takes, in points."""

LABELS_BESIDE = 0.45
"""How much of the width labels beside lying bars may take: PowerPoint gives them about half at most."""

_INVERT, _FLAT = '<c:invertIfNegative val="0"/>', '<c:bubble3D val="0"/>'


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that lie, the first category on top, or stand; each for itself, or its parts in one line."""

    lying: bool
    stacked: bool
    labels: LabelPosition

    def write(self, plot: Plot, xml: ChartXml) -> str:
        series = "".join(self._series(plot, index, xml) for index in range(len(plot.series)))
        return (
            f'<c:barChart><c:barDir val="{"bar" if self.lying else "col"}"/>'
            f'<c:grouping val="{"stacked" if self.stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
            f'<c:gapWidth val="{GAP_WIDTH}"/><c:overlap val="{100 if self.stacked else 0}"/>{xml.axis_ids}'
            f"</c:barChart>{xml.category_axis('l' if self.lying else 'b', reverse=self.lying)}"
            f"{xml.value_axis('b' if self.lying else 'l')}"
        )

    def _series(self, plot: Plot, index: int, xml: ChartXml) -> str:
        return xml.series(
            index,
            self._look(plot.series[index].color, xml) + _INVERT,
            xml.points(index, lambda color: _INVERT + _FLAT + self._look(color, xml)),
            xml.labels(index, self.labels),
            xml.categories(),
            xml.values(index),
        )

    def _look(self, color: Color, xml: ChartXml) -> str:
        line = xml.line("background", STACK_GAP) if self.stacked else xml.line(None)
        return f"<c:spPr>{xml.fill(color)}{line}</c:spPr>"

    def label_room(self, plot: Plot, room: Room) -> LabelRoom:
        if not self.lying:
            return room_below(plot, room)
        lines = room.height / max(len(plot.categories), 1) / room.line
        return LabelRoom(room.width * LABELS_BESIDE, lines, "shorten it, or show fewer rows")

    def most_height(self, plot: Plot) -> float:
        """Of bars that lie."""
        stretch = STACK_STRETCH if self.stacked and len(plot.categories) < 3 else 1
        return BAR_MOST * stretch * len(plot.categories) + (LEGEND_HEIGHT if plot.legend else 0)
