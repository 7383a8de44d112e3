"""The texts of a slide by themselves, which every program keeps whatever else it drops.

In: the trees of a slide, its charts and its notes. Out: a digest that does not depend on shapes, names or looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from deckgen.powerpoint.ooxml.xml import A, C
from deckgen.powerpoint.readback.fingerprint import one_spelling

_PARAGRAPH, _TEXT, _FIELD, _VALUE = f"{{{A}}}p", f"{{{A}}}t", f"{{{A}}}fld", f"{{{C}}}v"


def texts_digest(slide: Any, charts: Iterable[Any], notes: Any | None) -> str:
    """16 hexadecimal digits of what is written: paragraphs without fields, values of charts, notes; in any order."""
    said = [*_paragraphs(slide), *(value for chart in charts for value in _values(chart))]
    spoken = () if notes is None else _paragraphs(notes)
    whole = "\x1f".join(sorted(said)) + "\x1e" + "\x1f".join(sorted(spoken))
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _paragraphs(root: Any) -> Iterator[str]:
    """Each paragraph that holds anything, without its spaces and breaks."""
    for paragraph in root.iter(_PARAGRAPH):
        text = "".join(piece.text or "" for piece in paragraph.iter(_TEXT) if piece.getparent().tag != _FIELD)
        if text := "".join(text.split()):
            yield text


def _values(chart: Any) -> Iterator[str]:
    for value in chart.iter(_VALUE):
        yield "".join(one_spelling(value.text or "").split())
