"""What a chart computes from its series, as a chart of lines on the same axes: levels across it, totals over stacks.

In: a plot. Out: `c:lineChart` as text. A level is drawn by a line of trend, which goes on to both edges of the plot
where a line would end in the middle of the outer categories; totals are labels of a line that is not seen.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.chart import LabelPosition, Plot
from deckgen.model.chart_levels import LEVEL_WIDTH
from deckgen.model.units import points
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.writer.chart_xml import PlotXml

_AXES: Final = ("<c:catAx>", "<c:dateAx>", "<c:valAx>")
_TO_THE_EDGES: Final = '<c:forward val="0.5"/><c:backward val="0.5"/>'
"""Half a category, which the outer ones stand from the edges where they do not stand at these."""
_NOTHING_SAID: Final = '<c:dispRSqr val="0"/><c:dispEq val="0"/>'


def with_computed(drawn: str, plot: Plot, style: Style) -> str:
    """What a chart type has written, with what is computed between its chart and its axes."""
    if not plot.computed:
        return drawn
    at = min(place for place in map(drawn.find, _AXES) if place >= 0)
    return drawn[:at] + _lines(plot, PlotXml(plot, style)) + drawn[at:]


def _lines(plot: Plot, xml: PlotXml) -> str:
    first = len(plot.series)
    levels = "".join(_line(first + at, "r", _across(plot, at, xml), xml) for at in range(len(plot.levels)))
    totals = _line(len(plot.columns) - 1, "t", "", xml) if plot.totals else ""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{levels}{totals}<c:marker val="1"/>'
        f"{xml.axis_ids}</c:lineChart>"
    )


def _line(index: int, position: LabelPosition, trend: str, xml: PlotXml) -> str:
    return xml.series(
        index,
        f"<c:spPr>{xml.line(None)}</c:spPr>",
        '<c:marker><c:symbol val="none"/></c:marker>',
        xml.labels(index, position),
        trend,
        xml.categories(),
        xml.values(index),
        '<c:smooth val="0"/>',
    )


def _across(plot: Plot, at: int, xml: PlotXml) -> str:
    look = f'<a:ln w="{points(LEVEL_WIDTH)}">{xml.fill(plot.levels[at].color)}<a:prstDash val="dash"/></a:ln>'
    reach = "" if plot.at_edges else _TO_THE_EDGES
    return f'<c:trendline><c:spPr>{look}</c:spPr><c:trendlineType val="linear"/>{reach}{_NOTHING_SAID}</c:trendline>'
