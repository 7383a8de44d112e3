"""In: a paragraph's runs, a face, a size and a width in points. Out: its lines, and its widest word.

Breaks are greedy, as PowerPoint and LibreOffice set them: at a space, or after a hyphen or dash inside a word.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from deckgen.layout.metrics import Face
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import Run

_WORD: Final = re.compile(r"\n| +|[^ \n]+")
_SAFE_BREAK: Final = re.compile(r"(?<=[-–])(?=\w)")
"""Where every program breaks inside a word: after a hyphen or a dash."""
_DRAWN_BREAK: Final = re.compile(r"(?<=[-–—])(?=[^-–—])|(?<=[…!?|\\])(?=[^\W\d_])")
"""Where LibreOffice breaks inside a word. A link it moves to the next line whole, or cuts where it is too wide."""


@dataclass(frozen=True, slots=True)
class Lines:
    """`texts` are the lines without the spaces at their ends; `widest` is the widest unbreakable piece, in points.

    In any width down to `same_from` points the lines are the same; it is infinite where that is not known.
    """

    texts: tuple[str, ...]
    widest: float
    widest_word: str
    same_from: float

    @property
    def count(self) -> int:
        return len(self.texts)

    @property
    def ends_alone(self) -> bool:
        """Whether the last of several lines holds a single word."""
        return len(self.texts) > 1 and len(self.texts[-1].split()) == 1


LINK_SLACK: Final = 1.005
"""A link that only just fits costs LibreOffice a line where it does not: such a one is counted as too wide."""

SMALL_SAFE, SMALL_DRAWN = 0.67, 0.58
"""How large type above or below the line is: PowerPoint draws two thirds of the size, LibreOffice 58 %."""


class Part(NamedTuple):
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    is_link: bool = False
    italic: bool = False
    is_small: bool = False
    """It stands above or below the line."""


def break_lines(runs: Iterable[Run], face: Face, size: float, width: float, drawn: bool = False) -> Lines:
    """Set the runs in lines of `width` points; a word wider than the line counts as one line of its own.

    Widths and breaks are the safe ones, or with `drawn` those of LibreOffice.
    """
    parts = [Part(run.text, run.bold, run.is_link, run.italic, run.script != "") for run in runs if run.text]
    return set_parts(tuple(parts), face, size, width, drawn)


@dataclass(frozen=True, slots=True)
class _Measure:
    face: Face
    size: float
    drawn: bool

    def width(self, piece: tuple[Part, ...]) -> float:
        if piece[0].text == "\n":
            return 0.0
        part = self._drawn if self.drawn else self._safe
        return part(piece[0]) if len(piece) == 1 else sum(map(part, piece))

    def _drawn(self, part: Part) -> float:
        size = self.size * SMALL_DRAWN if part.is_small else self.size
        return self.face.style(part.bold, part.italic).drawn(part.text, size) * (LINK_SLACK if part.is_link else 1.0)

    def _safe(self, part: Part) -> float:
        size = self.size * SMALL_SAFE if part.is_small else self.size
        return self.face.style(part.bold, part.italic).safe(part.text) * size

    def kern(self, left: Part | None, right: Part) -> float:
        """What kerning puts between two pieces; the safe measures leave it to their slack."""
        if not self.drawn or left is None or left[1:] != right[1:]:
            return 0.0
        size = self.size * SMALL_DRAWN if left.is_small else self.size
        return self.face.style(left.bold, left.italic).kern(left.text[-1], right.text[0]) * size


def line_length(runs: tuple[Part, ...], face: Face, size: float) -> float:
    """The width in points that the runs take where nothing breaks them but their own breaks, on the safe side."""
    measure = _Measure(face, size, False)
    longest = used = 0.0
    for piece in _pieces(runs, False):
        used = 0.0 if piece[0][0] == "\n" else used + measure.width(piece)
        longest = max(longest, used)
    return longest


@lru_cache(maxsize=16384)
def set_parts(runs: tuple[Part, ...], face: Face, size: float, width: float, drawn: bool) -> Lines:
    """`break_lines` of stretches of text; what was set once is remembered, since layout asks again and again."""
    pieces = _measured(runs, face, size, drawn)
    texts, line, used = [], "", 0.0
    spaces, waiting = "", 0.0
    same_from = 0.0
    for text, advance, kern, is_blank, link in pieces.all:
        if text == "\n":
            texts.append(line)
            line, used, spaces, waiting = "", 0.0, "", 0.0
            continue
        if is_blank:
            spaces, waiting = spaces + text, waiting + kern + advance
            continue
        if link is not None and advance > width:
            texts += [line] if line else []
            *whole, line = _by_character(link, _Measure(face, size, drawn), width)
            texts += whole
            used = same_from = math.inf  # what follows a link that was cut begins a line, with its space
        elif line and used + waiting + kern + advance > width:
            texts.append(line)
            line, used = text, advance + (waiting if math.isinf(used) else 0.0)
        else:
            if line:
                same_from = max(same_from, used + waiting + kern + advance)
            line, used = line + spaces + text, used + waiting + kern + advance
        if link is not None:
            same_from = max(same_from, advance)
        spaces, waiting = "", 0.0
    return Lines((*texts, line), pieces.widest, pieces.widest_word, same_from)


_Piece = tuple[str, float, float, bool, Part | None]
"""A text that stays together, its width, the kerning before it, whether it is blank, and the link that may be cut."""


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What a text is made of, measured: all of it that does not depend on the width of its lines."""

    all: tuple[_Piece, ...]
    widest: float
    widest_word: str


@lru_cache(maxsize=4096)
def _measured(runs: tuple[Part, ...], face: Face, size: float, drawn: bool) -> _Pieces:
    measure = _Measure(face, size, drawn)
    pieces: list[_Piece] = []
    widest, widest_word = 0.0, ""
    last: Part | None = None
    for piece in _pieces(runs, drawn):
        text = piece[0].text if len(piece) == 1 else "".join([part.text for part in piece])
        advance, is_blank = measure.width(piece), not text.strip(" ")
        if advance > widest and not is_blank:
            widest, widest_word = advance, text
        link = piece[0] if drawn and piece[0].is_link else None
        pieces.append((text, advance, measure.kern(last, piece[0]), is_blank, link))
        last = None if text == "\n" else piece[-1]
    return _Pieces(tuple(pieces), widest, widest_word)


def _by_character(link: Part, measure: _Measure, width: float) -> Iterator[str]:
    """A link that is wider than its line, as LibreOffice cuts it: anywhere."""
    line = ""
    for character in link.text:
        if line and measure.width((link._replace(text=line + character),)) > width:
            yield line
            line = ""
        line += character
    yield line


def _pieces(runs: tuple[Part, ...], drawn: bool) -> Iterator[tuple[Part, ...]]:
    """What stays together, each in its styles: words, or their parts up to a break; spaces; breaks."""
    breaks = _DRAWN_BREAK if drawn else _SAFE_BREAK
    text = "".join([run.text for run in runs])
    ends: set[int] = set()
    for found in _WORD.finditer(text):
        if found[0][0] not in " \n":
            ends.update(met.start() for met in breaks.finditer(text, found.start() + 1, found.end()))
        ends.add(found.end())
    if drawn:
        ends = _links_whole(runs, ends)
    if len(runs) == 1:
        style = runs[0][1:]
        return ((Part(text[start:end], *style),) for start, end in pairwise((0, *sorted(ends))))
    return _cut(runs, sorted(ends))


def _links_whole(runs: tuple[Part, ...], ends: set[int]) -> set[int]:
    at = 0
    for run in runs:
        if run.is_link:
            ends = {end for end in ends if not at < end < at + len(run.text)} | ({at} if at else set())
            ends.add(at + len(run.text))
        at += len(run.text)
    return ends


def _cut(runs: tuple[Part, ...], ends: list[int]) -> Iterator[tuple[Part, ...]]:
    """The runs cut into pieces that end where `ends` says, in characters from the beginning."""
    piece: list[Part] = []
    at, coming = 0, iter(ends)
    end = next(coming, 0)
    for run in runs:
        start = 0
        while start < len(run.text):
            stop = min(len(run.text), end - at)
            piece.append(Part(run.text[start:stop], *run[1:]))
            if at + stop == end:
                yield tuple(piece)
                piece, end = [], next(coming, 0)
            start = stop
        at += len(run.text)
