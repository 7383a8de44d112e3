"""Speaker notes: a notes slide with the slide's picture above and whole paragraphs below.

In: the notes of a frame. Out: the XML of a notes slide.
"""

from __future__ import annotations

from deckgen.model.frames import FrameRun
from deckgen.powerpoint.ooxml.package import Relations
from deckgen.powerpoint.ooxml.xml import DECLARATION, A, P, R
from deckgen.powerpoint.writer.text import look, text_run, web_link

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


def notes_slide(paragraphs: tuple[tuple[FrameRun, ...], ...], language: str, relations: Relations) -> bytes:
    """The notes, in the styles of their runs. A link leads to an address; one to a slide is its words alone."""
    said = "".join([_paragraph(runs, language, relations) for runs in paragraphs])
    return f"{_OPENING}{said}{_CLOSING}".encode()


def _paragraph(runs: tuple[FrameRun, ...], language: str, relations: Relations) -> str:
    properties = f'lang="{language}"'
    inside = "".join([_run(run, properties, relations) for run in runs])
    return f"<a:p>{inside}<a:endParaRPr {properties}/></a:p>"


def _run(run: FrameRun, properties: str, relations: Relations) -> str:
    return text_run(run.text, f"{properties}{look(run, run.bold)}", web_link(run.link, relations))
