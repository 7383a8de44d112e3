"""What the workbook of a chart holds: the values of its cells, however a program writes them.

In: the bytes of an .xlsx. Out: a fingerprint of its cells. Shared and inline strings are one, a formula is its value;
styles, formats, empty cells, tables and what Excel notes for itself do not count.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from deckgen.powerpoint.ooxml.archive import UnreadableFileError, read_parts
from deckgen.powerpoint.ooxml.package import PACKAGE_RELATIONS
from deckgen.powerpoint.ooxml.xml import R
from deckgen.powerpoint.readback.fingerprint import bytes_fingerprint, one_spelling, parsed

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BOOK: Final = "xl/workbook.xml"

_Cell = tuple[str, str, str]


def workbook_fingerprint(data: bytes) -> str:
    """The fingerprint of all cells with a value; of the bytes where this is no workbook that can be read."""
    try:
        parts = read_parts(BytesIO(data), lambda name: name.startswith("xl/"))
        cells = sorted(_cells(parts))
    except (UnreadableFileError, ValueError, KeyError, IndexError):
        return bytes_fingerprint(data)
    return bytes_fingerprint("\x1e".join("\x1f".join(cell) for cell in cells).encode("utf-8", "surrogatepass"))


def _cells(parts: dict[str, bytes]) -> Iterator[_Cell]:
    """Each value with its sheet and its cell."""
    shared = _shared(parts)
    related = {found.get("Id"): found.get("Target", "") for found in _relations(parts)}
    for sheet in parsed(parts[_BOOK]).iter(f"{_MAIN}sheet"):
        target = related[sheet.get(f"{{{R}}}id")]
        name = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        for cell in parsed(parts[name]).iter(f"{_MAIN}c"):
            value = _value(cell, shared)
            if value:
                yield sheet.get("name", ""), cell.get("r", ""), value


def _relations(parts: dict[str, bytes]) -> Iterator[Any]:
    yield from parsed(parts["xl/_rels/workbook.xml.rels"]).iter(f"{{{PACKAGE_RELATIONS}}}Relationship")


def _shared(parts: dict[str, bytes]) -> list[str]:
    table = parts.get("xl/sharedStrings.xml")
    return [] if table is None else [_text(entry) for entry in parsed(table).iter(f"{_MAIN}si")]


def _value(cell: Any, shared: list[str]) -> str:
    """A number in one spelling, a text after a quote, so that "1" is not 1; "" for an empty cell."""
    kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
    if kind in ("inlineStr", "s", "str"):
        text = _text(cell) if kind == "inlineStr" else shared[int(value)] if kind == "s" else value
        return f"'{text}" if text else ""
    return one_spelling(value)


def _text(element: Any) -> str:
    """The text of a cell or a shared string, without what helps to read it aloud."""
    phonetic = f"{_MAIN}rPh"
    return "".join(text.text or "" for text in element.iter(f"{_MAIN}t") if text.getparent().tag != phonetic)
