"""The labels on the marks of a chart, where its type puts them.

In: a plot, one of its series and a position. Out: `c:dLbls` and text properties as text.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from deckgen.model.chart import AS_THE_SERIES, LabelPlace, LabelPosition, Plot, Series
from deckgen.model.theme import Color
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.units import hundredths, share
from deckgen.powerpoint.ooxml.xml import xstring
from deckgen.powerpoint.writer.chart_workbook import number, values_reference
from deckgen.xml_text import attribute, clean, escape

_SHOWN, _SHOWN_NAMED, _NAME_SHOWN, _NOTHING_SHOWN = (
    "".join(
        f'<c:show{what} val="{int(what in shown)}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    for shown in (("Val",), ("Val", "SerName"), ("SerName",), ())
)
_SHOWN_NAMED += "<c:separator> </c:separator>"
_LABELS, _SERIES = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"
"""Of what programs since 2013 know of labels, and of series."""
_NO_LEADERS = '<c15:showLeaderLines val="0"/>'
"""To labels that stand beside the ends of lines, and were moved; programs draw them unless they are told."""
_OF_CELLS = '<c15:showDataLabelsRange val="1"/>'


_ON_ONE_LINE = ' wrap="none"'


def text_properties(plot: Plot, style: Style, color: Color = "foreground", turned: str = "") -> str:
    """`c:txPr` in the body face of the theme and the plot's type size; `turned` says how the text may be."""
    default = f"<a:pPr><a:defRPr {_type(plot, style)}>{_look(style, color)}</a:defRPr></a:pPr>"
    end = f'<a:endParaRPr lang="{style.language}"/>'
    return f"<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p>{default}{end}</a:p></c:txPr>"


def _since_2013(about: str, inside: str) -> str:
    return (
        f'<c:extLst><c:ext uri="{about}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        f"{inside}</c:ext></c:extLst>"
    )


def labelled_cells(plot: Plot, series: Series) -> str:
    """The cells with the names of rows, where labels say these; nothing elsewhere. It closes a `c:ser`."""
    if series.labels.say != "rows":
        return ""
    names = plot.categories
    cells = "".join(f'<c:pt idx="{at}"><c:v>{xstring(name)}</c:v></c:pt>' for at, name in enumerate(names))
    return _since_2013(
        _SERIES,
        f"<c15:datalabelsRange><c15:f>{values_reference(-1, len(names))}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(names)}"/>{cells}</c15:dlblRangeCache></c15:datalabelsRange>',
    )


def labels(plot: Plot, series: Series, position: LabelPosition | None, style: Style) -> str:
    """The number of each mark, or the words that stand in its place.

    A chart type that may name no position, such as a ring, has its labels on the marks, where no line leads to them.
    What is not seen has none.
    """
    if series.helper:
        return '<c:dLbls><c:delete val="1"/></c:dLbls>'
    own = "".join([_own_label(index, plot, series, position, style) for index in range(len(series.values))])
    moved = any(place.moved for place in series.places)
    leaders = (_since_2013(_LABELS, _NO_LEADERS) if moved else "") if position else '<c:showLeaderLines val="0"/>'
    every = _numeric(plot, series, series.labels.series, position, series.label_color, style)
    return f"<c:dLbls>{own}{every}{leaders}</c:dLbls>"


def _own_label(index: int, plot: Plot, series: Series, position: LabelPosition | None, style: Style) -> str:
    """The label of one mark, where its place, format, words or colour are not the series'; else nothing."""
    if not number(series.values[index]):
        return ""
    place = series.place(index)
    if place.dropped:
        return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
    moved, position = _moved(place), place.position or position
    color = series.label_colors[index] if index < len(series.label_colors) else series.label_color
    word, code = series.labels.word(index), series.labels.code(index)
    if series.labels.say == "rows":
        inside = _row_name(index, plot, position, color, style)
    elif word:
        said = f"{series.name} {word}" if index in series.named else word
        field = f"<c:spPr>{style.fill(place.behind)}</c:spPr>" if place.behind else ""
        inside = f"{_rich(said, plot, color, style)}{field}{_position(position)}{_SHOWN}"
    elif index in series.named:
        inside = _numeric(plot, series, code, position, color, style, named=True, behind=place.behind)
    elif place != AS_THE_SERIES or color != series.label_color or code != series.labels.series:
        inside = _numeric(plot, series, code, position, color, style, behind=place.behind)
    else:
        return ""
    return f'<c:dLbl><c:idx val="{index}"/>{moved}{inside}</c:dLbl>'


def _numeric(
    plot: Plot,
    series: Series,
    code: str,
    position: LabelPosition | None,
    color: Color,
    style: Style,
    named: bool = False,
    behind: Color | None = None,
) -> str:
    """A label by a format, maybe behind the name of its series, or that name alone. It stays on one line, as it was
    measured."""
    shown = {"values": _SHOWN_NAMED if named else _SHOWN, "series": _NAME_SHOWN, "rows": _NOTHING_SHOWN}
    return (
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        f"<c:spPr>{style.fill(behind) if behind else '<a:noFill/>'}<a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, color, _ON_ONE_LINE)}{_position(position)}"
        f"{shown[series.labels.say]}"
    )


def _row_name(index: int, plot: Plot, position: LabelPosition | None, color: Color, style: Style) -> str:
    """The name of a row as a field of its cell; programs that know no such field show the text in it."""
    properties, look = _type(plot, style), _look(style, color)
    field = str(uuid5(NAMESPACE_URL, f"{plot.categories[index]}/{index}")).upper()
    return (
        f"<c:tx><c:rich><a:bodyPr{_ON_ONE_LINE}/><a:lstStyle/><a:p><a:pPr><a:defRPr {properties}>{look}</a:defRPr>"
        f'</a:pPr><a:fld id="{{{field}}}" type="CELLRANGE"><a:rPr {properties}>{look}</a:rPr>'
        f"<a:t>{escape(clean(plot.categories[index]))}</a:t></a:fld></a:p></c:rich></c:tx>"
        f"{_position(position)}{_NOTHING_SHOWN}{_since_2013(_LABELS, _OF_CELLS)}"
    )


def _rich(text: str, plot: Plot, color: Color, style: Style) -> str:
    properties, look = _type(plot, style), _look(style, color)
    lines = "".join(
        f"<a:p><a:pPr><a:defRPr {properties}>{look}</a:defRPr></a:pPr>"
        f"<a:r><a:rPr {properties}>{look}</a:rPr><a:t>{escape(line)}</a:t></a:r></a:p>"
        for line in clean(text).split("\n")
    )
    return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{lines}</c:rich></c:tx>'


def _moved(place: LabelPlace) -> str:
    """How far a label stands from where the program would put it."""
    if place.moved is None:
        return ""
    x, y = (share(value) for value in place.moved)
    return f'<c:layout><c:manualLayout><c:x val="{x}"/><c:y val="{y}"/></c:manualLayout></c:layout>'


def _position(position: LabelPosition | None) -> str:
    return f'<c:dLblPos val="{position}"/>' if position else ""


def _type(plot: Plot, style: Style) -> str:
    return f'lang="{style.language}" sz="{hundredths(plot.type_size)}" b="0"'


def _look(style: Style, color: Color) -> str:
    return f'{style.fill(color)}<a:latin typeface="+mn-lt"/>'
