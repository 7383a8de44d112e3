"""Speaker notes: a notes slide with the slide's picture above and whole paragraphs below.

In: the notes of a frame. Out: the XML of a notes slide.
"""

from __future__ import annotations

from deckgen.powerpoint.ooxml.xml import DECLARATION, A, P, R, clean, escape

_OPENING = (
    f'{DECLARATION}<p:notes xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"><p:cSld><p:spTree>'
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
)
_CLOSING = "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"


def notes_slide(paragraphs: tuple[str, ...], language: str) -> bytes:
    return f"{_OPENING}{''.join([_paragraph(text, language) for text in paragraphs])}{_CLOSING}".encode()


def _paragraph(text: str, language: str) -> str:
    properties = f'lang="{language}"'
    lines = [
        f"<a:r><a:rPr {properties}/><a:t>{escape(line)}</a:t></a:r>" if line else ""
        for line in clean(text).split("\n")
    ]
    inside = f"<a:br><a:rPr {properties}/></a:br>".join(lines)
    return f"<a:p>{inside}<a:endParaRPr {properties}/></a:p>"
