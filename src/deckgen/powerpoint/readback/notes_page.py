"""What the notes of a slide say. In: a notes slide and what its relationships lead to. Out: a fingerprint, texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckgen.powerpoint.ooxml.xml import A, P
from deckgen.powerpoint.readback.fingerprint import tree, tree_fingerprint

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


def notes_fingerprint(data: bytes, targets: Mapping[str, str]) -> str:
    """The fingerprint of a notes slide; "" where it says nothing, for PowerPoint makes such a one by itself."""
    root = notes_root(data)
    return "" if root is None else tree_fingerprint(root, targets)


def _trimmed(shape: Any) -> bool:
    """Drop empty paragraphs at the end; whether any text is left."""
    for paragraph in reversed(list(shape.iter(_PARAGRAPH))):
        if any(text.text for text in paragraph.iter(_TEXT)):
            return True
        paragraph.getparent().remove(paragraph)
    return False
