"""Namespaces and declarations of the format, and texts of its type ST_Xstring.

In: any Unicode text. Out: text that is read as it was meant where `_x0041_` would be read as `A`.
"""

from __future__ import annotations

import re

from deckgen.xml_text import attribute, escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SERIALIZED = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
"""The same as lxml spells it: a sheet that is read and written again stays the same bytes."""

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def xstring(text: str) -> str:
    """Text for an element of type ST_Xstring (sheets, chart caches), where `_x0041_` would be read as `A`."""
    return escape(_LOOKS_ESCAPED.sub("_x005F_", text))


def xstring_attribute(text: str) -> str:
    """Text for an attribute of type ST_Xstring, in double quotes."""
    return attribute(_LOOKS_ESCAPED.sub("_x005F_", text))
