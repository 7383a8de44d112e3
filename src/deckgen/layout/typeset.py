"""Texts as they stand: each line at its place, so that who draws them breaks and measures nothing.

In: paragraphs of a frame, their box, the faces. Out: lines of pieces in points, from the top left corner of the page.

Lines break where layout counted them (`TextItem.lines`) and are as wide as the face draws them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from deckgen.layout.lines import SMALL_DRAWN
from deckgen.layout.setting import Setting
from deckgen.layout.text import cased, drawn_lines
from deckgen.model.blocks import Anchor
from deckgen.model.frames import FrameParagraph, FrameRun
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.markers import BULLETS
from deckgen.model.text import Script
from deckgen.model.units import EMU_PER_POINT, Box


class Leading(NamedTuple):
    """From the top of a line to its base line, and to the next line, in ems."""

    ascent: float
    line: float


TEXT: Final = Leading(1.0, 1.2)
"""Of texts on a slide, whatever the face: so LibreOffice sets those of a .pptx, and PowerPoint nearly so."""
CELL: Final = Leading(0.95, 1.2)
"""Of cells and charts, where the face's own measures count: PowerPoint's, in the mean of the faces that we know.

LibreOffice leaves out the gap that a face wants between its lines."""
_RISE: Final[dict[Script, float]] = {"": 0.0, "super": 0.3, "sub": -0.25}
"""How far above the base line small type stands, in ems of the type around it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one style: `x` is its left edge, `rise` how far it stands above the base line."""

    text: str
    run: FrameRun
    x: float
    width: float
    size: float
    rise: float = 0


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a paragraph on its base line, with the sign of a list before the first; `x` is where that stands."""

    paragraph: FrameParagraph
    x: float
    y: float
    pieces: tuple[Piece, ...]
    marker: str = ""


def typeset(
    written: Sequence[FrameParagraph], box: Box, anchor: Anchor, setting: Setting, leading: Leading = TEXT
) -> tuple[SetLine, ...]:
    """Every line of the paragraphs in their box."""
    broken = [drawn_lines(paragraph, setting, box.width) for paragraph in written]
    heights = [
        len(lines) * leading.line * one.size + (one.space_before if at else 0)
        for at, (one, lines) in enumerate(zip(written, broken, strict=True))
    ]
    y = box.y / EMU_PER_POINT + _spare(box, sum(heights), anchor)
    found: list[SetLine] = []
    for at, (paragraph, lines, marker) in enumerate(zip(written, broken, _markers(written), strict=True)):
        y += paragraph.space_before if at else 0
        found += _paragraph(paragraph, _Broken(lines, marker, y), box, setting, leading)
        y += len(lines) * leading.line * paragraph.size
    return tuple(found)


def _spare(box: Box, height: float, anchor: Anchor) -> float:
    """What is free over the text."""
    spare = box.height / EMU_PER_POINT - height
    return {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]


def _markers(written: Sequence[FrameParagraph]) -> Iterator[str]:
    """The sign before each paragraph. Numbers go on over items of the second level; any other begins anew."""
    count, began = 0, 0
    for paragraph in written:
        if paragraph.marker == "number":
            count, began = (count + 1, began) if count and began == paragraph.number else (1, paragraph.number)
            yield f"{began + count - 1}."
            continue
        count = count if paragraph.level else 0
        yield "" if paragraph.marker == "none" else BULLETS.get(paragraph.marker, BULLETS["bullet"])


class _Broken(NamedTuple):
    """A paragraph in lines, the sign before it, and where it begins."""

    lines: Sequence[str]
    marker: str
    top: float


def _paragraph(
    paragraph: FrameParagraph, broken: _Broken, box: Box, setting: Setting, leading: Leading
) -> Iterator[SetLine]:
    runs = [(cased(run.text, paragraph), run) for run in paragraph.runs]
    said, at = "".join([text for text, _ in runs]), 0
    margin = paragraph.margin / EMU_PER_POINT
    indent = 0.0 if paragraph.marker == "none" else paragraph.indent / EMU_PER_POINT
    left, right = box.x / EMU_PER_POINT + margin + indent, box.right / EMU_PER_POINT
    for number, line in enumerate(broken.lines):
        at = said.index(line, at)
        pieces = _pieces(runs, at, at + len(line), paragraph, setting)
        at += len(line)
        start = _start(paragraph, left, right, sum([piece.width for piece in pieces]))
        base = broken.top + (number * leading.line + leading.ascent) * paragraph.size
        marker = "" if number else broken.marker
        yield SetLine(paragraph, left - indent, base, tuple(_beside(pieces, start)), marker)


def _start(paragraph: FrameParagraph, left: float, right: float, width: float) -> float:
    """Where a line begins. What is written from the right begins there, unless it stands elsewhere by choice."""
    align = "right" if paragraph.right_to_left and paragraph.align == "left" else paragraph.align
    return {"left": left, "center": (left + right - width) / 2, "right": right - width}[align]


def _pieces(
    runs: Sequence[tuple[str, FrameRun]], start: int, end: int, paragraph: FrameParagraph, setting: Setting
) -> list[Piece]:
    """The stretches of a line that goes from `start` to `end` of the paragraph's characters, not yet side by side."""
    found, at = [], 0
    for text, run in runs:
        part = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if part:
            style = setting.face_for(paragraph).style(run.bold or paragraph.bold, run.italic)
            size = paragraph.size * (SMALL_DRAWN if run.script else 1)
            rise = _RISE[run.script] * paragraph.size
            found.append(Piece(part, run, 0, style.drawn(part, size), size, rise))
    return found


def _beside(pieces: Sequence[Piece], x: float) -> Iterator[Piece]:
    for piece in pieces:
        yield Piece(piece.text, piece.run, x, piece.width, piece.size, piece.rise)
        x += piece.width
