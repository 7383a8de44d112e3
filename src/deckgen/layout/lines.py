"""In: a paragraph's runs, a face, a size and a width in points. Out: how many lines it takes, and its widest word.

Breaks are greedy, as PowerPoint and LibreOffice set them: at a space, or after a hyphen or dash inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckgen.layout.metrics import Face
from deckgen.model.text import Run

_WORD = re.compile(r"[^ ]+| +")
_PIECE = re.compile(r"[^-–]*[-–]+(?=\w)|[^-–]+|[-–]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """`widest` is the widest unbreakable piece, `longest` the longest line, both in points."""

    count: int
    widest: float
    longest: float
    widest_word: str


def _pieces(runs: Iterable[Run]) -> Iterator[tuple[str, bool]]:
    """Words, pieces of words after which a break is allowed, runs of spaces, and breaks."""
    for run in runs:
        if run.text == "\n":
            yield "\n", run.bold
            continue
        for found in _WORD.finditer(run.text):
            token = found.group()
            if token[0] == " " or ("-" not in token and "–" not in token):
                yield token, run.bold
            else:
                for piece in _PIECE.findall(token):
                    yield piece, run.bold


def _unbreakable(runs: Iterable[Run], face: Face, size: float) -> Iterator[tuple[str, float]]:
    """Pieces that stay together, with width: a word set in two styles is one piece."""
    word, width = "", 0.0
    for token, bold in _pieces(runs):
        if token == "\n" or token[0] == " ":
            if word:
                yield word, width
            yield token, 0.0 if token == "\n" else face.advance(token, bold) * size
            word, width = "", 0.0
            continue
        if word and word[-1] in "-–":
            yield word, width
            word, width = "", 0.0
        word, width = word + token, width + face.advance(token, bold) * size
    if word:
        yield word, width


def break_lines(runs: Iterable[Run], face: Face, size: float, width: float) -> Lines:
    """Set the runs in lines of `width` points; a word wider than the line counts as one line of its own."""
    count, used, pending = 1, 0.0, 0.0
    widest, longest, widest_word = 0.0, 0.0, ""
    for token, advance in _unbreakable(runs, face, size):
        if token == "\n":
            count, used, pending = count + 1, 0.0, 0.0
        elif token[0] == " ":
            pending += advance
        else:
            if advance > widest:
                widest, widest_word = advance, token
            if used and used + pending + advance > width:
                count, used = count + 1, advance
            else:
                used += pending + advance
            pending = 0.0
            longest = max(longest, used)
    return Lines(count, widest, longest, widest_word)
