"""Points between two axes: whether two numbers go together, and who stands apart.

In: two series, whose names are the titles of the axes: one across, one up. Out: a point for each row with its name
beside it, the finding in the accent. The axes have round ticks and begin at zero only where the values lie near it.

A name stands where it touches no other, covers no point and leaves the plot nowhere. Rows that are emphasised choose
first, then always the one with the fewest places left; a name without any is dropped.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import ChartData, Plot
from deckgen.model.chart_points import ACROSS, POINT, POINT_EDGE, UP, Points, pointed
from deckgen.model.chart_type import ChartXml, Shows
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "correlation"

EXAMPLE = """\
title: Jo flere medlemmer, jo flere ansatte – undtagen i Maritim
chart: scatter
counted: Ni opdigtede klynger
series: [Medlemmer, Ansatte]
data:
  - {label: Energi, value: [412, 31]}
  - {label: Byggeri, value: [375, 27]}
  - {label: Fødevarer, value: [338, 29]}
  - {label: Maritim, value: [290, 9], emphasis: true}
  - {label: Robotter, value: [264, 21]}
  - {label: Life science, value: [231, 18]}
  - {label: Design, value: [176, 12]}
  - {label: Lyd, value: [142, 13]}
  - {label: Rumfart, value: [118, 8]}
"""

POINTS: Final = Points()
settle, marks, draw = POINTS.settle, POINTS.marks, POINTS.draw


def plot(data: ChartData) -> Plot:
    return pointed(data.several("a scatter chart", 2, 2))


def write(plot: Plot, xml: ChartXml) -> str:
    points = xml.series(
        UP,
        _unseen(plot.series[UP].color, xml) + _marker(plot.series[UP].color, xml),
        xml.points(UP, lambda color: _marker(color, xml) + '<c:bubble3D val="0"/>' + _unseen(color, xml)),
        xml.labels(UP, "r"),
        xml.values(ACROSS, "c:xVal"),
        xml.values(UP, "c:yVal"),
        '<c:smooth val="0"/>',
    )
    return (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{points}{xml.axis_ids}'
        f"</c:scatterChart>{xml.number_axes(ACROSS, UP)}"
    )


def _marker(color: Color, xml: ChartXml) -> str:
    look = f"<c:spPr>{xml.fill(color)}{xml.line('background', POINT_EDGE)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{POINT}"/>{look}</c:marker>'


def _unseen(color: Color, xml: ChartXml) -> str:
    """A line between points that is not seen: LibreOffice paints points in the colour of theirs."""
    return f"<c:spPr>{xml.line(color, POINT_EDGE, opacity=0)}</c:spPr>"
