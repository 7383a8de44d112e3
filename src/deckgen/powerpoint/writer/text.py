"""Paragraphs and runs: explicit in size, colour, spacing and language, so that nothing depends on what is inherited.

In: FrameParagraph. Out: `a:p` elements as text.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model.frames import FrameParagraph, FrameRun
from deckgen.model.link import link_target
from deckgen.model.text import Script
from deckgen.powerpoint.ooxml.bullets import PAGE_NUMBER, marker
from deckgen.powerpoint.ooxml.package import Relations
from deckgen.powerpoint.ooxml.units import hundredths
from deckgen.powerpoint.writer.scope import Scope
from deckgen.xml_text import clean, escape

ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_BASELINES: dict[Script, str] = {"": "", "super": ' baseline="30000"', "sub": ' baseline="-25000"'}
ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}

_LINK_KEEPS_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


def paragraphs(texts: Sequence[FrameParagraph], scope: Scope, inherited: str = "") -> str:
    """All paragraphs of a text body, at least one; `inherited` is the theme's face that the placeholder gives."""
    if not texts:
        return f'<a:p><a:endParaRPr lang="{scope.style.language}"/></a:p>'
    return "".join([_paragraph(text, scope, inherited) for text in texts])


def _paragraph(text: FrameParagraph, scope: Scope, inherited: str) -> str:
    size = hundredths(text.size)
    face = inherited if text.face else "+mj-lt" if text.heading else "+mn-lt"
    latin = "" if face == inherited else f'<a:latin typeface="{face}"/>'
    opening = f'lang="{scope.style.language}" sz="{size}"'
    runs = "".join(
        [_run(run, opening, text.bold or run.bold, _filled(run, text, scope) + latin, scope) for run in text.runs]
    )
    return f"<a:p>{_properties(text, scope)}{runs}<a:endParaRPr {opening}/></a:p>"


def _filled(run: FrameRun, text: FrameParagraph, scope: Scope) -> str:
    color = run.color or text.color
    return scope.style.fill(color) if color else ""


def _properties(text: FrameParagraph, scope: Scope) -> str:
    indent = 0 if text.marker == "none" else text.indent
    level = f' lvl="{text.level}"' if text.level else ""
    rtl = text.right_to_left
    # Such a paragraph begins at its right edge; what is centred, or stands at the right by choice, stays there.
    align, direction = ("r", ' rtl="1"') if rtl and text.align == "left" else (ALIGN[text.align], ' rtl="1"' * rtl)
    return (
        f'<a:pPr marL="{text.margin + indent}"{level} indent="{-indent}" algn="{align}"{direction}>'
        f"<a:lnSpc>{_leading(text.leading)}</a:lnSpc>"
        f'<a:spcBef><a:spcPts val="{hundredths(text.space_before)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{marker(text.marker, scope.style.paints, text.number, text.color)}'
        "</a:pPr>"
    )


def _leading(size: float) -> str:
    return f'<a:spcPts val="{hundredths(size)}"/>' if size else '<a:spcPct val="100000"/>'


def look(run: FrameRun, bold: bool) -> str:
    """What sets a run apart from the paragraph around it, as attributes."""
    return "".join((' b="1"' * bold, ' i="1"' * run.italic, _BASELINES[run.script]))


def web_link(link: str, relations: Relations) -> str:
    """A link to an address; nothing where `link` is empty."""
    target = link_target(link) if link else ""
    if not target:
        return ""
    id = relations.add("hyperlink", target, external=True)
    return f'<a:hlinkClick r:id="{id}">{_LINK_KEEPS_COLOR}</a:hlinkClick>'


def jump(slide: str, scope: Scope, inside: str = "") -> str:
    """A link to a slide of the deck; nothing where `slide` is empty."""
    if not slide:
        return ""
    if slide not in scope.slides:
        raise ValueError(f"a link goes to the slide {slide!r}, which is not in this deck")
    target = scope.relations.add("slide", scope.slides[slide])
    opening = f'<a:hlinkClick r:id="{target}" action="ppaction://hlinksldjump"'
    return f"{opening}>{inside}</a:hlinkClick>" if inside else f"{opening}/>"


def _run(run: FrameRun, opening: str, bold: bool, inside: str, scope: Scope) -> str:
    attributes = f"{opening}{look(run, bold)}"
    inside += web_link(run.link, scope.relations) + jump(run.slide, scope, _LINK_KEEPS_COLOR)
    if run.field == "slidenum":
        properties = f"<a:rPr {attributes}>{inside}</a:rPr>"
        return f'<a:fld id="{PAGE_NUMBER}" type="slidenum">{properties}<a:t>{escape(run.text)}</a:t></a:fld>'
    return text_run(run.text, attributes, inside)


def text_run(text: str, attributes: str, inside: str = "") -> str:
    """A stretch of text in one style, and its breaks."""
    properties = f"<a:rPr {attributes}>{inside}</a:rPr>" if inside else f"<a:rPr {attributes}/>"
    if "\n" not in text and "\r" not in text:
        return f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>"
    lines = [f"<a:r>{properties}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in clean(text).split("\n")]
    return f"<a:br><a:rPr {attributes}/></a:br>".join(lines)
