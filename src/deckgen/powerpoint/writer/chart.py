"""Native charts: the frame on the slide, the chart space around what a chart type writes, the workbook.

In: ChartItem. Out: a graphic frame as text; a chart part and its workbook are attached to the deck.
"""

from __future__ import annotations

from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_type import ChartType
from deckgen.model.frames import ChartItem
from deckgen.powerpoint.ooxml.package import Part, Relation
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.units import share
from deckgen.powerpoint.ooxml.xml import DECLARATION, A, C, R
from deckgen.powerpoint.writer.chart_computed import with_computed
from deckgen.powerpoint.writer.chart_labels import text_properties
from deckgen.powerpoint.writer.chart_workbook import workbook
from deckgen.powerpoint.writer.chart_xml import PlotXml
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def chart(item: ChartItem, scope: Scope) -> str:
    """The frame on the slide; place and size are its own, in a placeholder too."""
    data = chart_space(item.type, item.plot, scope.style)
    embedded = scope.relations.add("chart", _attach(item.plot, data, scope))
    named = properties(scope, item.name, item.alt)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{named}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr>{placeholder(item.slot)}</p:nvGraphicFramePr>{transform(item.box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{embedded}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def _attach(plot: Plot, data: bytes, scope: Scope) -> str:
    attachments = scope.attachments
    attachments.charts += 1
    name = f"/ppt/charts/chart{attachments.charts}.xml"
    sheet = f"/ppt/embeddings/Microsoft_Excel_Sheet{attachments.charts}.xlsx"
    attachments.parts.append(Part(name, _CHART_TYPE, data, (Relation("rId1", f"{R}/package", sheet),)))
    attachments.parts.append(Part(sheet, _WORKBOOK_TYPE, workbook(plot)))
    return name


def chart_space(chart_type: ChartType, plot: Plot, style: Style) -> bytes:
    """The chart part. Its relationship rId1 is the workbook."""
    drawn = with_computed(chart_type.write(plot, PlotXml(plot, style)), plot, style)
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{style.language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_inner(plot)}{drawn}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f'{_legend(plot, style)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text_properties(plot, style)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _inner(plot: Plot) -> str:
    """The place of the plot's inner box, which does not count the labels of the axes."""
    if plot.inner is None:
        return "<c:layout/>"
    return _placed(plot.inner, '<c:layoutTarget val="inner"/>')


def _placed(box: Rect, target: str = "") -> str:
    sides = (("x", box.left), ("y", box.top), ("w", box.width), ("h", box.height))
    places = "".join(f'<c:{name} val="{share(value)}"/>' for name, value in sides)
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )


def _unnamed(plot: Plot) -> tuple[int, ...]:
    """The entries that a legend would have and has not: what is computed, and behind all the lines of trend.

    A legend names what has a scale of its own behind all else.
    """
    named, every = len(plot.series), len(plot.columns)
    first = named - 1 if plot.own_scale and plot.computed else named
    computed = range(first, first + every - named)
    trends = range(every, every + len(plot.levels) if plot.computed else every)
    return (*(plot.legend.unnamed if plot.legend else ()), *computed, *trends)


def _legend(plot: Plot, style: Style) -> str:
    if plot.legend is None:
        return ""
    side = "t" if plot.legend.side == "top" else "r"
    unnamed = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>' for at in _unnamed(plot)
    )
    place = _placed(plot.legend.box) if plot.legend.box else ""
    look = text_properties(plot, style)
    return f'<c:legend><c:legendPos val="{side}"/>{unnamed}{place}<c:overlay val="0"/>{look}</c:legend>'
