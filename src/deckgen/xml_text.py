"""Escaping, in one place: every text that goes into XML passes here.

In: any Unicode text. Out: text that is well-formed XML 1.0, ready to stand in an element or in a quoted attribute.
"""

from __future__ import annotations

import re

# What XML 1.0 forbids, lone surrogates and U+FFFE among it, and the C1 controls, which it allows but nobody reads.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_SPECIAL = re.compile('[&<>"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')


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
