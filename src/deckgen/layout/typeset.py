"""Texts as they stand: each line at its place, so that who draws them breaks and measures nothing.

In: paragraphs of a frame, their box, the faces. Out: lines of pieces in points, from the top left corner of the page.

Lines break where layout counted them (`TextItem.lines`) and are as wide as the face draws them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from deckgen.layout.lines import SMALL_DRAWN
from deckgen.layout.metrics import Face
from deckgen.layout.setting import Setting
from deckgen.layout.text import BELOW_LINE, cased, drawn_lines
from deckgen.model.frames import FrameParagraph, FrameRun
from deckgen.model.markers import BULLETS
from deckgen.model.styled import Anchor
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


class Piece(NamedTuple):
    """A stretch of a line in one style: `x` is where it begins in the line, `rise` how far above the base line."""

    text: str
    run: FrameRun
    x: float
    width: float
    size: float
    rise: float


Pieces = tuple[Piece, ...]


class SetLine(NamedTuple):
    """A line of a paragraph on its base line: `x` is where it begins, `marker_x` where the sign before it stands.

    Only the first line of an item has a sign. What is written `from_right` begins at its right end.
    """

    paragraph: FrameParagraph
    x: float
    y: float
    pieces: Pieces
    marker: str
    marker_x: float
    from_right: bool


def typeset(
    written: Sequence[FrameParagraph], box: Box, anchor: Anchor, setting: Setting, leading: Leading = TEXT
) -> tuple[SetLine, ...]:
    """Every line of the paragraphs in their box."""
    broken = [(one, _broken(one, box, setting)) for one in written]
    height = _height(broken, leading)
    y = box.y / EMU_PER_POINT + _spare(box, height, anchor)
    found: list[SetLine] = []
    for at, ((paragraph, lines), marker) in enumerate(zip(broken, _markers(written), strict=True)):
        y += paragraph.space_before if at else 0
        for line in _placed(paragraph, lines, marker, box):
            found.append(line._replace(y=y + _ascent(paragraph, leading)))
            y += _advance(paragraph, leading) + _below(paragraph, line.pieces)
    return tuple(found)


def _height(broken: Sequence[tuple[FrameParagraph, Sequence[Pieces]]], leading: Leading) -> float:
    height = 0.0
    for at, (paragraph, lines) in enumerate(broken):
        below = sum([_below(paragraph, pieces) for pieces in lines])
        height += len(lines) * _advance(paragraph, leading) + below + (paragraph.space_before if at else 0)
    return height


def _advance(paragraph: FrameParagraph, leading: Leading) -> float:
    """From a line to the next one: what the paragraph says, else as the face has it."""
    return paragraph.leading or leading.line * paragraph.size


def _ascent(paragraph: FrameParagraph, leading: Leading) -> float:
    """From the top of a line to its base line; what lines are closer or wider apart by is over them."""
    return leading.ascent * paragraph.size + _advance(paragraph, leading) - leading.line * paragraph.size


def _spare(box: Box, height: float, anchor: Anchor) -> float:
    """What is free over the text."""
    spare = box.height / EMU_PER_POINT - height
    return {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]


def _below(paragraph: FrameParagraph, pieces: Pieces) -> float:
    """By how much type below the line pushes the next line down."""
    return BELOW_LINE * paragraph.size if any(one.rise < 0 for one in pieces) else 0.0


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


def _broken(paragraph: FrameParagraph, box: Box, setting: Setting) -> list[Pieces]:
    """The pieces of each line of a paragraph."""
    runs = [(cased(run.text, paragraph), run) for run in paragraph.runs]
    said, at = "".join([text for text, _ in runs]), 0
    face, found = setting.face_for(paragraph), list[Pieces]()
    for line in drawn_lines(paragraph, setting, box.width):
        at = said.index(line, at)
        found.append(tuple(_pieces(runs, at, at + len(line), paragraph, face)))
        at += len(line)
    return found


def _pieces(
    runs: Sequence[tuple[str, FrameRun]], start: int, end: int, paragraph: FrameParagraph, face: Face
) -> Iterator[Piece]:
    """The stretches of a line that goes from `start` to `end` of the paragraph's characters."""
    at, x = 0, 0.0
    for text, run in runs:
        part = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if part:
            size = paragraph.size * (SMALL_DRAWN if run.script else 1)
            width = face.style(run.bold or paragraph.bold, run.italic).drawn(part, size)
            yield Piece(part, run, x, width, size, _RISE[run.script] * paragraph.size)
            x += width


def _placed(paragraph: FrameParagraph, lines: Sequence[Pieces], marker: str, box: Box) -> Iterator[SetLine]:
    """The lines of a paragraph across the box, not yet under each other.

    What is written from the right stands there, unless it stands elsewhere by choice.
    """
    from_right = paragraph.right_to_left
    align = "right" if from_right and paragraph.align == "left" else paragraph.align
    indent = 0.0 if paragraph.marker == "none" else paragraph.indent / EMU_PER_POINT
    left, right = (box.x + paragraph.margin) / EMU_PER_POINT + indent, box.right / EMU_PER_POINT
    for number, pieces in enumerate(lines):
        spare = right - left - (pieces[-1].x + pieces[-1].width if pieces else 0)
        x = left + {"left": 0.0, "center": spare / 2, "right": spare}[align]
        yield SetLine(paragraph, x, 0, pieces, "" if number else marker, left - indent, from_right)
