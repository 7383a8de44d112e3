"""The labels on the marks of a chart, at positions that are legal for its type.

In: a plot and one of its series. Out: `c:dLbls` and text properties as text.
"""

from __future__ import annotations

from deckgen.model.chart import Plot, Series
from deckgen.model.theme import Color
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.units import hundredths
from deckgen.powerpoint.ooxml.xml import attribute, clean, escape
from deckgen.powerpoint.writer.chart_workbook import number

# PowerPoint calls a file broken where a position is not among these. A doughnut may not name one at all.
_LEGAL: dict[tuple[str, bool], tuple[str, ...]] = {
    ("bar", False): ("outEnd", "ctr", "inEnd", "inBase"),
    ("bar", True): ("ctr", "inEnd", "inBase"),
    ("column", False): ("outEnd", "ctr", "inEnd", "inBase"),
    ("column", True): ("ctr", "inEnd", "inBase"),
    ("line", False): ("t", "ctr", "b", "l", "r"),
    ("doughnut", False): (),
}
"""Form, stacked or not → the legal positions, the one to fall back on first."""

_HIDDEN = "".join(
    f'<c:show{what} val="0"/>' for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_SHOWN = _HIDDEN.replace('showVal val="0"', 'showVal val="1"')


def text_properties(plot: Plot, style: Style, color: Color = "foreground") -> str:
    """`c:txPr` in the body face of the theme and the plot's type size."""
    default = f"<a:pPr><a:defRPr {_type(plot, style)}>{_look(style, color)}</a:defRPr></a:pPr>"
    end = f'<a:endParaRPr lang="{style.language}"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p>{default}{end}</a:p></c:txPr>"


def labels(plot: Plot, series: Series, style: Style) -> str:
    """The number of each mark, or the words that stand in its place.

    A doughnut has one place for labels and nothing else to read it by: it carries them whatever its position says.
    """
    if plot.label_position == "none" and plot.form != "doughnut":
        return f"<c:dLbls>{_HIDDEN}</c:dLbls>"
    own = "".join([_own_label(index, plot, series, style) for index in range(len(series.values))])
    leaders = '<c:showLeaderLines val="0"/>' if plot.form == "doughnut" else ""
    return f"<c:dLbls>{own}{_numeric(plot, series.labels.series, series.label_color, style)}{leaders}</c:dLbls>"


def _own_label(index: int, plot: Plot, series: Series, style: Style) -> str:
    """The label of one mark, where its format, its words or its colour are not the series'; else nothing."""
    if not number(series.values[index]):
        return ""
    color = series.label_colors[index] if index < len(series.label_colors) else series.label_color
    word, code = series.labels.word(index), series.labels.code(index)
    if word:
        inside = f"{_rich(word, plot, color, style)}{_position(plot)}{_SHOWN}"
    elif color != series.label_color or code != series.labels.series:
        inside = _numeric(plot, code, color, style)
    else:
        return ""
    return f'<c:dLbl><c:idx val="{index}"/>{inside}</c:dLbl>'


def _numeric(plot: Plot, code: str, color: Color, style: Style) -> str:
    return (
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(plot, style, color)}{_position(plot)}{_SHOWN}"
    )


def _rich(text: str, plot: Plot, color: Color, style: Style) -> str:
    properties, look = _type(plot, style), _look(style, color)
    lines = "".join(
        f"<a:p><a:pPr><a:defRPr {properties}>{look}</a:defRPr></a:pPr>"
        f"<a:r><a:rPr {properties}>{look}</a:rPr><a:t>{escape(line)}</a:t></a:r></a:p>"
        for line in clean(text).split("\n")
    )
    return f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/>{lines}</c:rich></c:tx>"


def _position(plot: Plot) -> str:
    legal = _LEGAL[plot.form, plot.grouping == "stacked" and plot.form in ("bar", "column")]
    if not legal:
        return ""
    return f'<c:dLblPos val="{plot.label_position if plot.label_position in legal else legal[0]}"/>'


def _type(plot: Plot, style: Style) -> str:
    return f'lang="{style.language}" sz="{hundredths(plot.type_size)}" b="0"'


def _look(style: Style, color: Color) -> str:
    return f'{style.fill(color)}<a:latin typeface="+mn-lt"/>'
