"""Escaping, in one place: every text that goes into a part passes here.

In: any Unicode text. Out: text that is well-formed XML 1.0, ready to stand in an element or in a quoted attribute.
"""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SERIALIZED = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
"""The same as lxml spells it: a sheet that is read and written again stays the same bytes."""

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# What XML 1.0 forbids, lone surrogates and U+FFFE among it, and the C1 controls, which it allows but nobody reads.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_SPECIAL = re.compile('[&<>"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """The text with `\\n` as its only line end and without characters that a part cannot hold."""
    return _UNWRITABLE.sub("", _LINE_END.sub("\n", text))


def escape(text: str) -> str:
    """Text for an element. A no-break space is kept; characters that XML cannot hold are dropped."""
    if not _SPECIAL.search(text):
        return text
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text for an attribute in double quotes; line ends and tabs survive as references."""
    if not _SPECIAL.search(text):
        return text
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def xstring(text: str) -> str:
    """Text for an element of type ST_Xstring (sheets, chart caches), where `_x0041_` would be read as `A`."""
    return escape(_LOOKS_ESCAPED.sub("_x005F_", text))


def xstring_attribute(text: str) -> str:
    """Text for an attribute of type ST_Xstring, in double quotes."""
    return attribute(_LOOKS_ESCAPED.sub("_x005F_", text))
