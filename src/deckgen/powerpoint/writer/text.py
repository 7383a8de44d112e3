"""Paragraphs and runs: explicit in size, colour, spacing and language, so that nothing depends on what is inherited.

In: FrameParagraph. Out: `a:p` elements as text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from deckgen.model.frames import FrameParagraph, FrameRun
from deckgen.model.link import link_target
from deckgen.powerpoint.ooxml.bullets import PAGE_NUMBER, marker
from deckgen.powerpoint.ooxml.units import hundredths
from deckgen.powerpoint.ooxml.xml import clean, escape
from deckgen.powerpoint.writer.scope import Scope

ALIGN = {"left": "l", "center": "ctr", "right": "r"}
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
    inside = (scope.style.fill(text.color) if text.color else "") + (
        "" if face == inherited else f'<a:latin typeface="{face}"/>'
    )
    opening = f'lang="{scope.style.language}" sz="{size}"'
    runs = "".join([_run(run, opening, text.bold or run.bold, inside, scope) for run in text.runs])
    return f"<a:p>{_properties(text, scope)}{runs}<a:endParaRPr {opening}/></a:p>"


def _properties(text: FrameParagraph, scope: Scope) -> str:
    indent = 0 if text.marker == "none" else text.indent
    rtl = _is_right_to_left(text)
    # Such a paragraph begins at its right edge; what is centred, or stands at the right by choice, stays there.
    align, direction = ("r", ' rtl="1"') if rtl and text.align == "left" else (ALIGN[text.align], ' rtl="1"' * rtl)
    return (
        f'<a:pPr marL="{indent}" indent="{-indent}" algn="{align}"{direction}>'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{hundredths(text.space_before)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{marker(text.marker, scope.style.paints, text.number, text.color)}'
        "</a:pPr>"
    )


def _is_right_to_left(text: FrameParagraph) -> bool:
    """Whether the first letter of a paragraph is of a script that is written from the right."""
    if text.plain.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text.plain)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def _run(run: FrameRun, opening: str, bold: bool, inside: str, scope: Scope) -> str:
    attributes = f'{opening} b="1"' if bold else opening
    target = link_target(run.link) if run.link else ""
    if target:
        link = scope.relations.add("hyperlink", target, external=True)
        inside += f'<a:hlinkClick r:id="{link}">{_LINK_KEEPS_COLOR}</a:hlinkClick>'
    properties = f"<a:rPr {attributes}>{inside}</a:rPr>"
    if run.field == "slidenum":
        return f'<a:fld id="{PAGE_NUMBER}" type="slidenum">{properties}<a:t>{escape(run.text)}</a:t></a:fld>'
    if "\n" not in run.text and "\r" not in run.text:
        return f"<a:r>{properties}<a:t>{escape(run.text)}</a:t></a:r>"
    lines = [
        f"<a:r>{properties}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in clean(run.text).split("\n")
    ]
    return f"<a:br><a:rPr {attributes}/></a:br>".join(lines)
