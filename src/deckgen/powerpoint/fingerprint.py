"""What a slide says and where, as one short text: the same after PowerPoint saves it again, another after an edit.

In: the bytes of a slide, of its notes and of its charts. Out: a digest.

Counted: shape names and alt texts in order, places and sizes, texts by paragraph with bold and colour, fills and line
colours, whether the slide is hidden, the notes' text, the values and label texts of charts. Not counted, because
PowerPoint writes them as it likes: ids, spelling marks, how a text is cut into runs, extension lists, the number that
a page number field shows, the height of a table. Where a link goes and the bytes of a picture are not counted either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any

from lxml import etree

from deckgen.powerpoint.xml import A, C, P

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)

_EXTENSIONS = (f"{{{P}}}extLst", f"{{{A}}}extLst", f"{{{C}}}extLst")
_TEXT, _PARAGRAPH, _RUN, _BREAK, _FIELD = (f"{{{A}}}{tag}" for tag in ("t", "p", "r", "br", "fld"))
_RUN_PROPERTIES, _END = f"{{{A}}}rPr", f"{{{A}}}endParaRPr"
_OFFSET, _EXTENT, _COLUMN = f"{{{A}}}off", f"{{{A}}}ext", f"{{{A}}}gridCol"
_CELL, _CELL_PROPERTIES = f"{{{A}}}tc", f"{{{A}}}tcPr"
_COLORS = (f"{{{A}}}schemeClr", f"{{{A}}}srgbClr", f"{{{A}}}sysClr", f"{{{A}}}prstClr")
_SHAPE, _FRAME, _PLACE = f"{{{P}}}cNvPr", f"{{{P}}}graphicFrame", f"{{{P}}}ph"
_NOTES_SHAPE = f"{{{P}}}sp"
_VALUE = f"{{{C}}}v"


def fingerprint(slide: bytes, notes: bytes = b"", charts: Sequence[bytes] = ()) -> str:
    """32 hexadecimal digits. Raises ValueError for XML that is broken or carries a document type."""
    return fingerprint_of(parsed(slide), notes, charts)


def fingerprint_of(slide: Any, notes: bytes, charts: Sequence[bytes]) -> str:
    """The fingerprint of a slide that was parsed already."""
    said = [*_slide_tokens(slide), "notes", *(_notes_tokens(parsed(notes)) if notes else ())]
    for data in charts:
        said += ("chart", *_chart_tokens(parsed(data)))
    return blake2b("\x1f".join(said).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def parsed(data: bytes) -> Any:
    """The root element, without extension lists; entities are never resolved."""
    try:
        root: Any = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as broken:
        raise ValueError(str(broken)) from broken
    if data.find(b"<!DOCTYPE") >= 0 or root.getroottree().docinfo.doctype:
        raise ValueError("a part of a package carries no document type")
    if b"extLst" in data:
        etree.strip_elements(root, *_EXTENSIONS, with_tail=False)
    return root


class _Reader:
    """Walks a slide once. Neighbouring runs of one look count as one, however often they were cut."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.bold = self.color = ""
        self.in_run = self.in_field = self.past_text = self.in_table = False

    def shape(self, element: Any) -> None:
        self.past_text = self.in_run = False
        self.in_table = element.getparent().getparent().tag == _FRAME
        self.said += ("shape", element.get("name") or "", element.get("descr") or "")

    def place(self, element: Any) -> None:
        self.said += (element.get("x") or "", element.get("y") or "")

    def extent(self, element: Any) -> None:
        self.said += (element.get("cx") or "", "" if self.in_table else element.get("cy") or "")

    def paragraph(self, _: Any) -> None:
        self.said.append("paragraph")
        self.past_text = self.in_run = False

    def run(self, element: Any) -> None:
        self.in_run, self.past_text = True, False
        self.in_field = element.tag == _FIELD and element.get("type") == "slidenum"
        self.bold = self.color = ""

    def run_properties(self, element: Any) -> None:
        self.bold = "bold" if element.get("b") in ("1", "true") else ""

    def text(self, element: Any) -> None:
        self.in_run = False
        if self.in_field:
            self.said.append("page number")
            return
        text = element.text
        if not text:
            return
        look = f"run {self.bold} {self.color}"
        if len(self.said) > 1 and self.said[-2] == look:
            self.said[-1] += text
        else:
            self.said += (look, text)

    def line_break(self, _: Any) -> None:
        self.said.append("break")
        self.past_text = True

    def end(self, _: Any) -> None:
        self.past_text = True

    def cell(self, element: Any) -> None:
        self.past_text = False
        self.said.append(element.tag[-4:])

    def column(self, element: Any) -> None:
        self.said.append(element.get("w") or "")

    def solid(self, element: Any) -> None:
        if self.past_text:
            return
        value = element.get("val") or ""
        if self.in_run:
            self.color += value
        else:
            self.said.append(value)


_READS: dict[str, Callable[[_Reader, Any], None]] = {
    _SHAPE: _Reader.shape,
    _OFFSET: _Reader.place,
    _EXTENT: _Reader.extent,
    _PARAGRAPH: _Reader.paragraph,
    _RUN: _Reader.run,
    _FIELD: _Reader.run,
    _RUN_PROPERTIES: _Reader.run_properties,
    _TEXT: _Reader.text,
    _BREAK: _Reader.line_break,
    _END: _Reader.end,
    _CELL: _Reader.cell,
    _CELL_PROPERTIES: _Reader.cell,
    _COLUMN: _Reader.column,
    **dict.fromkeys(_COLORS, _Reader.solid),
}
_READ_TAGS = tuple(_READS)


def _slide_tokens(root: Any) -> list[str]:
    reader = _Reader()
    reader.said.append("hidden" if root.get("show") in ("0", "false") else "")
    for element in root.iter(*_READ_TAGS):
        _READS[element.tag](reader, element)
    return reader.said


def _notes_tokens(root: Any) -> list[str]:
    """The paragraphs of the body; a page number that PowerPoint adds to a notes slide is no edit."""
    said: list[str] = []
    for shape in root.iter(_NOTES_SHAPE):
        place = next(shape.iter(_PLACE), None)
        if place is not None and place.get("type") == "body":
            for paragraph in shape.iter(_PARAGRAPH):
                said.append(
                    "".join(
                        piece.text or "" if piece.tag == _TEXT else "\n" for piece in paragraph.iter(_TEXT, _BREAK)
                    )
                )
    while said and not said[-1]:
        said.pop()
    return said


def _chart_tokens(root: Any) -> list[str]:
    return [_number(element.text or "") for element in root.iter(_VALUE, _TEXT)]


def _number(text: str) -> str:
    """Numbers as one spelling: a value may be written 0.5 or 0.50000000000000000."""
    try:
        return repr(float(text))
    except ValueError:
        return text
