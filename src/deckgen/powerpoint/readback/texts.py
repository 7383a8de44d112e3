"""The texts of a slide by themselves, which every program keeps whatever else it drops.

In: the trees of a slide, its charts and its notes. Out: their texts, and a digest of them that does not depend on
shapes, names or looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from deckgen.powerpoint.ooxml.xml import A, C
from deckgen.powerpoint.readback.fingerprint import one_spelling

_PARAGRAPH, _TEXT, _FIELD, _VALUE = f"{{{A}}}p", f"{{{A}}}t", f"{{{A}}}fld", f"{{{C}}}v"


def texts_digest(said: Iterable[str], spoken: Iterable[str]) -> str:
    """16 hexadecimal digits of what is written on a slide and in its notes, each in any order."""
    whole = "\x1f".join(sorted(said)) + "\x1e" + "\x1f".join(sorted(spoken))
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def paragraphs(root: Any) -> tuple[str, ...]:
    """Each paragraph that holds anything, without its spaces, breaks and fields."""
    found: list[list[str]] = []
    for element in root.iter(_PARAGRAPH, _TEXT):
        if element.tag == _PARAGRAPH:
            found.append([])
        elif found and element.text and element.getparent().tag != _FIELD:
            found[-1] += element.text.split()
    return tuple("".join(words) for words in found if words)


def values(chart: Any) -> tuple[str, ...]:
    """The names and numbers of a chart, each number in one spelling."""
    return tuple("".join(one_spelling(value.text or "").split()) for value in chart.iter(_VALUE))
