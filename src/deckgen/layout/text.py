"""In: styled texts and a width in EMU. Out: frame paragraphs and their measured height.

Paragraphs stay whole: only breaks that the content asks for are written to the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.layout.lines import Lines, break_lines
from deckgen.layout.setting import Setting
from deckgen.model.blocks import Styled
from deckgen.model.frames import FrameParagraph, FrameRun
from deckgen.model.text import Paragraph, Run
from deckgen.model.theme import HEADING_ROLES
from deckgen.model.units import EMU_PER_POINT, Emu, points

INDENTS = {"none": 0.0, "bullet": 1.0, "number": 1.5}
"""Hanging indent per marker, in ems."""

ITEM_SPACE = 0.4
"""Room between the items of a list, in ems."""

OPEN_MOST = 1.4
"""How far a list may open to fill its slot, in ems between items."""

PARAGRAPH_SPACE = 0.4
"""Room between the paragraphs of one text, in ems."""


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """`height` in EMU; `lines` in all; `too_wide` names a word that is wider than the box, or is empty."""

    height: Emu
    lines: int
    too_wide: str


def paragraphs(parts: Sequence[Styled], setting: Setting) -> tuple[FrameParagraph, ...]:
    """The parts as frame paragraphs with explicit sizes, colours and spacing."""
    made: list[FrameParagraph] = []
    for part in parts:
        size = setting.size(part.role)
        for number, paragraph in enumerate(part.text.paragraphs):
            space = 0.0
            if made:
                listed = ITEM_SPACE * size if part.marker != "none" else 0.0
                space = PARAGRAPH_SPACE * size if number else max(part.space, listed)
            made.append(_paragraph(part, paragraph, size, space))
    return tuple(made)


def _paragraph(part: Styled, paragraph: Paragraph, size: float, space: float) -> FrameParagraph:
    runs = tuple(
        FrameRun(run.text, bold=run.bold, link=run.link, figure=run.figure.name if run.figure else "")
        for run in paragraph.runs
        if run.text
    )
    return FrameParagraph(
        runs,
        size,
        part.color,
        part.role in HEADING_ROLES,
        part.bold,
        part.align,
        part.marker,
        points(INDENTS[part.marker] * size),
        space,
        part.number,
    )


def measure(written: Sequence[FrameParagraph], setting: Setting, width: Emu) -> TextMeasure:
    """Height of the paragraphs set in `width`, by the faces' own line heights."""
    height, count, too_wide = 0.0, 0, ""
    for paragraph, lines in _set(written, setting, width):
        line = setting.face_of(paragraph.heading).line * paragraph.size
        height += lines.count * line + paragraph.space_before
        count += lines.count
        if lines.widest > _room(paragraph, width):
            too_wide = lines.widest_word
    return TextMeasure(points(height), count, too_wide)


def _set(written: Sequence[FrameParagraph], setting: Setting, width: Emu) -> Iterator[tuple[FrameParagraph, Lines]]:
    for paragraph in written:
        runs = (Run(run.text, bold=run.bold or paragraph.bold) for run in paragraph.runs)
        face = setting.face_of(paragraph.heading)
        yield paragraph, break_lines(runs, face, paragraph.size, _room(paragraph, width))


def _room(paragraph: FrameParagraph, width: Emu) -> float:
    return (width - paragraph.indent) / EMU_PER_POINT


def open_up(written: tuple[FrameParagraph, ...], spare: Emu) -> tuple[FrameParagraph, ...]:
    """The paragraphs with part of the spare height put between them, calmly: at most `OPEN_MOST` ems before each."""
    gaps = len(written) - 1
    if gaps < 1 or spare <= 0:
        return written
    share = spare / EMU_PER_POINT / gaps * 0.8
    return written[:1] + tuple(
        replace(paragraph, space_before=round(paragraph.space_before + min(share, OPEN_MOST * paragraph.size), 1))
        for paragraph in written[1:]
    )
