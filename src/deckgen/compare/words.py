"""Two texts word by word. In: a text before and after. Out: what stayed, went and came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

from deckgen.model.lazy_dataclasses import dataclass

_WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both have, or only the one before, or only the one after."""

    what: Literal["same", "removed", "added"]
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in order: joined without the added ones they are `before`, without the removed ones `after`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece("removed", "".join(old[a:b])))
        if d > c:
            pieces.append(Piece("added", "".join(new[c:d])))
    return tuple(pieces)


def marked(pieces: tuple[Piece, ...]) -> str:
    """The pieces as one line for people: `[-gone-]` and `{+new+}`."""
    forms = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(forms[piece.what].format(piece.text) for piece in pieces).replace("\n", " / ")
