"""What the notes of a slide say. In: the bytes of a notes slide. Out: its tree, without what says nothing."""

from __future__ import annotations

from typing import Any

from deckgen.powerpoint.ooxml.xml import A, P
from deckgen.powerpoint.readback.fingerprint import tree

_SHAPE, _PLACE = f"{{{P}}}sp", f"{{{P}}}ph"
_PARAGRAPH, _TEXT = f"{{{A}}}p", f"{{{A}}}t"
_FURNITURE = ("sldImg", "sldNum", "hdr", "ftr", "dt")


def notes_root(data: bytes) -> Any | None:
    """The tree of a notes slide without what PowerPoint puts there by itself; None where nothing else is left.

    Raises ValueError for XML that is broken or carries a document type.
    """
    root = tree(data)
    said = False
    for shape in list(root.iter(_SHAPE)):
        place = next(shape.iter(_PLACE), None)
        kind = "" if place is None else place.get("type", "obj")
        if kind in _FURNITURE or (kind == "body" and not _trimmed(shape)):
            shape.getparent().remove(shape)
        else:
            said = True
    return root if said else None


def _trimmed(shape: Any) -> bool:
    """Drop empty paragraphs at the end; whether any text is left."""
    for paragraph in reversed(list(shape.iter(_PARAGRAPH))):
        if any(text.text for text in paragraph.iter(_TEXT)):
            return True
        paragraph.getparent().remove(paragraph)
    return False
