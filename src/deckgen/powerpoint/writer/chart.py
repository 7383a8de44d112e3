"""Native charts: labels on the marks, no value axis, no gridlines, elements in the order the schema wants.

In: ChartItem. Out: a graphic frame as text; a chart part and its workbook are attached to the deck.
"""

from __future__ import annotations

from deckgen.model.chart import Labels, Plot, Series
from deckgen.model.frames import ChartItem
from deckgen.model.theme import Color
from deckgen.model.units import points
from deckgen.powerpoint.ooxml.package import Part, Relation
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.xml import DECLARATION, A, C, R, attribute, xstring
from deckgen.powerpoint.writer.chart_labels import labels, text_properties
from deckgen.powerpoint.writer.chart_workbook import name_reference, number, values_reference, workbook
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_AXES = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
_LINE_WIDTH, _MARKER_SIZE, _RULE = 2.25, 7, 0.75
_SLICE_GAP, _STACK_GAP = 1.5, 0.75


def chart(item: ChartItem, scope: Scope) -> str:
    """The frame on the slide; place and size are its own, in a placeholder too."""
    data = chart_space(item.plot, scope.style)
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


def chart_space(plot: Plot, style: Style) -> bytes:
    """The chart part. Its relationship rId1 is the workbook."""
    drawn = _doughnut(plot, style) if plot.form == "doughnut" else _on_axes(plot, style)
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{style.language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{drawn}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f'{_legend(plot, style)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text_properties(plot, style)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _on_axes(plot: Plot, style: Style) -> str:
    every = "".join(_series(plot, index, style) for index in range(len(plot.series)))
    if plot.form == "line":
        body = f'<c:grouping val="standard"/><c:varyColors val="0"/>{every}<c:marker val="1"/>{_AXES}'
        return f"<c:lineChart>{body}</c:lineChart>{_category_axis(plot, style)}{_value_axis(plot)}"
    stacked = plot.grouping == "stacked"
    body = (
        f'<c:barDir val="{"bar" if plot.form == "bar" else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{every}'
        f'<c:gapWidth val="{plot.gap_width}"/><c:overlap val="{100 if stacked else plot.overlap}"/>{_AXES}'
    )
    return f"<c:barChart>{body}</c:barChart>{_category_axis(plot, style)}{_value_axis(plot)}"


def _doughnut(plot: Plot, style: Style) -> str:
    every = "".join(_series(plot, index, style) for index in range(len(plot.series)))
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{every}<c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{plot.hole}"/></c:doughnutChart>'
    )


def _series(plot: Plot, index: int, style: Style) -> str:
    """One series; the order of its children differs by form where an element exists in that form alone."""
    series = plot.series[index]
    name = _cached_text(name_reference(index), (series.name,))
    solid = _look(plot, series.color, style)
    middle = {
        "line": _marker(series.color, style),
        "doughnut": "",
        "bar": '<c:invertIfNegative val="0"/>',
        "column": '<c:invertIfNegative val="0"/>',
    }[plot.form]
    count = len(plot.categories)
    end = '<c:smooth val="0"/>' if plot.form == "line" else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{name}</c:tx>{solid}{middle}'
        f"{_points(plot, series, style)}{labels(plot, series, style)}"
        f"<c:cat>{_cached_text(values_reference(-1, count), plot.categories)}</c:cat>"
        f"<c:val>{_cached_numbers(values_reference(index, count), series)}</c:val>{end}</c:ser>"
    )


def _look(plot: Plot, color: Color, style: Style) -> str:
    if plot.form == "line":
        line = f'<a:ln w="{points(_LINE_WIDTH)}" cap="rnd">{style.fill(color)}<a:round/></a:ln>'
        return f"<c:spPr>{line}</c:spPr>"
    gap = _SLICE_GAP if plot.form == "doughnut" else _STACK_GAP if plot.grouping == "stacked" else 0
    line = f'<a:ln w="{points(gap)}">{style.fill("background")}</a:ln>' if gap else "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{style.fill(color)}{line}</c:spPr>"


def _marker(color: Color, style: Style) -> str:
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{_MARKER_SIZE}"/>'
        f"<c:spPr>{style.fill(color)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )


def _points(plot: Plot, series: Series, style: Style) -> str:
    """The points that have a colour of their own; on a line only the marker takes it."""
    found = []
    for index, color in enumerate(series.point_colors[: len(plot.categories)]):
        if color == series.color and plot.form != "doughnut":
            continue
        flat = '<c:bubble3D val="0"/>'
        inside = {
            "line": _marker(color, style) + flat,
            "doughnut": flat + _look(plot, color, style),
            "bar": '<c:invertIfNegative val="0"/>' + flat + _look(plot, color, style),
            "column": '<c:invertIfNegative val="0"/>' + flat + _look(plot, color, style),
        }[plot.form]
        found.append(f'<c:dPt><c:idx val="{index}"/>{inside}</c:dPt>')
    return "".join(found)


def _cached_text(reference: str, texts: tuple[str, ...]) -> str:
    cells = "".join(f'<c:pt idx="{index}"><c:v>{xstring(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return (
        f'<c:strRef><c:f>{reference}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{cells}</c:strCache></c:strRef>'
    )


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


def _category_axis(plot: Plot, style: Style) -> str:
    order = "maxMin" if plot.form == "bar" and plot.reverse else "minMax"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if plot.form == "bar" else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr><a:ln w="{points(_RULE)}">{style.fill("rule")}</a:ln></c:spPr>'
        f'{text_properties(plot, style)}<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(plot: Plot) -> str:
    """Hidden, for its labels stand on the marks; it starts at zero where nothing lies below."""
    below = any(number(value).startswith("-") for series in plot.series for value in series.values)
    most = f'<c:max val="{number(plot.maximum)}"/>' if number(plot.maximum) else ""
    least = "" if below else '<c:min val="0"/>'
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{most}{least}</c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"b" if plot.form == "bar" else "l"}"/>'
        f'<c:numFmt formatCode="{attribute(plot.series[0].labels.series)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _legend(plot: Plot, style: Style) -> str:
    if plot.legend == "none":
        return ""
    side = "t" if plot.legend == "top" else "r"
    return f'<c:legend><c:legendPos val="{side}"/><c:overlay val="0"/>{text_properties(plot, style)}</c:legend>'
