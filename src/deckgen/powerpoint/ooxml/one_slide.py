"""A deck that shows one of its slides alone, for programs that draw the first. In: a written deck. Out: its bytes.

The other slides stay in the package, so that links still lead somewhere. The page number is the one that the slide
has in the deck, as text, since programs would count it anew.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final

from deckgen.powerpoint.ooxml.archive import read_parts, zipped

_PRESENTATION: Final = "ppt/presentation.xml"
_LISTED: Final = re.compile(rb"<p:sldId [^>]*/>")
_NUMBER: Final = re.compile(
    rb'<a:fld [^>]*type="slidenum"[^>]*>(<a:rPr\b.*?)(?:<a:pPr\b.*?)?(<a:t>.*?</a:t>)</a:fld>',
    re.DOTALL,
)


def slide_alone(data: bytes, number: int) -> bytes:
    """The deck with the slide of a number, from 1 on. Raises UnreadableFileError, or IndexError for no such slide."""
    parts = read_parts(BytesIO(data), lambda name: True)
    listed = _LISTED.findall(parts.get(_PRESENTATION, b""))
    if not 0 < number <= len(listed):
        raise IndexError(number)
    kept = listed[number - 1]
    entries = ((name, _without(part, kept) if name == _PRESENTATION else part) for name, part in parts.items())
    return zipped((name, _numbered(part) if name.startswith("ppt/slides/slide") else part) for name, part in entries)


def _without(presentation: bytes, kept: bytes) -> bytes:
    return _LISTED.sub(lambda one: one[0] if one[0] == kept else b"", presentation)


def _numbered(slide: bytes) -> bytes:
    return _NUMBER.sub(lambda one: b"<a:r>" + one[1] + one[2] + b"</a:r>", slide)
