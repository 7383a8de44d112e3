"""In: styled texts and a width in EMU. Out: frame paragraphs and their measured height.

Paragraphs stay whole: only breaks that the content asks for are written to the file.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from deckgen.layout.compounds import hyphenated
from deckgen.layout.lines import Lines, Part, line_length, set_parts
from deckgen.layout.memory import remembered
from deckgen.layout.metrics import Face, Style
from deckgen.layout.setting import References, Setting
from deckgen.model.frames import FrameParagraph, FrameRun
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.styled import Styled
from deckgen.model.text import Paragraph
from deckgen.model.theme import HEADING_ROLES, Color
from deckgen.model.units import EMU_PER_POINT, Box, Emu, points

INDENTS = {"none": 0.0, "bullet": 1.0, "number": 1.5, "dash": 0.9}
"""Hanging indent per marker, in ems."""

ITEM_SPACE, UNDER_SPACE = 0.4, 0.2
"""Room between the items of a list, and before one of the second level, in ems."""

BELOW_LINE = 0.17
"""How far type below the line may push the next line down, in ems."""

OPEN_MOST = 1.4
"""How far a list may open to fill its slot, in ems between items."""

PARAGRAPH_SPACE = 0.4
"""Room between the paragraphs of one text, in ems."""

NARROWEST, NARROWEST_SHARED = 0.6, 0.8
"""How much of its width a text keeps at least where a narrower box breaks it better: one paragraph, or several."""

NARROWING = points(3)
"""By how much a box is made narrower at a time."""


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """`height` in EMU and `most` lines are the most that any program takes; `lines` are those that LibreOffice draws.

    `too_wide` names a word that is wider than the box, or is empty; `lone` counts the paragraphs that end in a line
    of a single word. In any width down to `same_from` the measure is the same.
    """

    height: Emu
    lines: int
    most: int
    too_wide: str
    lone: int
    same_from: Emu


@remembered
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
            made.append(_paragraph(part, paragraph, setting, size, space))
        if part.aside:
            made[-1] = replace(made[-1], runs=(*made[-1].runs, *_aside(part, setting)))
        made += _under(part, setting)
    return tuple(made)


def _aside(part: Styled, setting: Setting) -> Iterator[FrameRun]:
    for paragraph in part.aside.paragraphs:
        yield from (replace(run, color="muted") for run in frame_runs(paragraph, setting.references))


def _under(part: Styled, setting: Setting) -> list[FrameParagraph]:
    """The second level of a list: a step smaller, where its role has one, and close to the item that it is under."""
    if not part.under:
        return []
    size = setting.size_under(part.role)
    margin, indent = (points(ems) for ems in (INDENTS[part.marker] * setting.size(part.role), INDENTS["dash"] * size))
    return [
        replace(one, marker="dash", bold=False, level=1, margin=margin, indent=indent)
        for text in part.under
        for one in (_paragraph(part, said, setting, size, UNDER_SPACE * size) for said in text.paragraphs)
    ]


def frame_runs(paragraph: Paragraph, references: References, key: Color | None = None) -> tuple[FrameRun, ...]:
    """The runs with what layout numbers in their place; signs that were meant as such go on in their surroundings.

    `key` is the colour of bold ones.
    """
    made: list[FrameRun] = []
    joins = False
    for run in paragraph.runs:
        text = references.shown(run)
        if not text:
            continue
        if run.footnote and made and made[-1].text[-1].isdigit():
            text = f"\u00a0{text}"  # 4² is another number
        own = FrameRun(
            text,
            bold=run.bold,
            link=run.link,
            figure=run.figure.name if run.figure else "",
            italic=run.italic,
            script=run.script,
            slide=run.slide.id if run.slide else "",
            footnote=run.footnote.name if run.footnote else "",
            color=key if run.bold else None,
        )
        if (
            made
            and (joins or run.typed)
            and "\n" not in (text, made[-1].text)
            and made[-1] == replace(own, text=made[-1].text)
        ):
            made[-1] = replace(own, text=made[-1].text + text)
        else:
            made.append(own)
        joins = run.typed
    return tuple(made)


def _paragraph(part: Styled, paragraph: Paragraph, setting: Setting, size: float, space: float) -> FrameParagraph:
    return FrameParagraph(
        frame_runs(paragraph, setting.references, part.key),
        size,
        part.color,
        part.role in HEADING_ROLES,
        part.bold,
        part.align,
        part.marker,
        points(INDENTS[part.marker] * size),
        space,
        number=part.number,
    )


@remembered
def measure(written: Sequence[FrameParagraph], setting: Setting, width: Emu) -> TextMeasure:
    """Height of the paragraphs set in `width`, by the faces' own line heights."""
    each = [_set(paragraph, setting, width) for paragraph in divided(written, setting, width)]
    return _together(each, width if _divides(setting) else 0)


@dataclass(frozen=True, slots=True)
class _Set:
    """One paragraph in a width; its `height` is in points, and the rest is as in TextMeasure."""

    height: float
    lines: int
    most: int
    too_wide: str
    lone: int
    same_from: Emu


def _set(paragraph: FrameParagraph, setting: Setting, width: Emu) -> _Set:
    face, size, room = setting.face_for(paragraph), paragraph.size, _room(paragraph, width)
    broken = _broken(_parts(paragraph), face, size, room)
    below = min(broken.most, sum([run.script == "sub" for run in paragraph.runs])) * BELOW_LINE * size
    return _Set(
        broken.most * face.line * size + paragraph.space_before + below,
        broken.drawn.count,
        broken.most,
        broken.too_wide,
        broken.lone,
        width if broken.same_from > room else points(broken.same_from) + 1 + _before_words(paragraph),
    )


@dataclass(frozen=True, slots=True)
class _Broken:
    """The lines of a paragraph as they are drawn, and what both measures come to; `same_from` is in points."""

    drawn: Lines
    most: int
    too_wide: str
    lone: int
    same_from: float


@lru_cache(maxsize=16384)
def _broken(parts: tuple[Part, ...], face: Face, size: float, room: float) -> _Broken:
    """The lines of a paragraph by the safe measures, and as they are drawn: many ask for the same, the rules last."""
    safe = drawn = set_parts(parts, face, size, room, False)
    if safe.count > 1 or any(part.is_link for part in parts):
        drawn = set_parts(parts, face, size, room, True)
    fits = safe.widest <= room
    return _Broken(
        drawn,
        max(safe.count, drawn.count),
        "" if fits else safe.widest_word,
        safe.ends_alone + drawn.ends_alone,
        max(safe.same_from, drawn.same_from, safe.widest if fits else 0.0),
    )


def _together(each: Sequence[_Set], same_from: Emu = 0) -> TextMeasure:
    """What paragraphs under each other come to, which are the same down to `same_from` at most."""
    height, lines, most, too_wide, lone = 0.0, 0, 0, "", 0
    for one in each:
        height += one.height
        lines, most, lone = lines + one.lines, most + one.most, lone + one.lone
        too_wide = one.too_wide or too_wide
        same_from = max(same_from, one.same_from)
    return TextMeasure(points(height), lines, most, too_wide, lone, same_from)


def drawn_lines(paragraph: FrameParagraph, setting: Setting, width: Emu) -> tuple[str, ...]:
    """The texts of the lines that a paragraph of a frame is drawn in, without the spaces that a line ends with."""
    parts, room = _parts(paragraph), _room(paragraph, width)
    return _broken(parts, setting.face_for(paragraph), paragraph.size, room).drawn.texts


@remembered
def widest_word(written: Sequence[FrameParagraph], setting: Setting) -> Emu:
    """The width in EMU that the widest word takes, indent included, on the safe side."""
    found = 0
    for paragraph in written:
        face, parts = setting.face_for(paragraph), _parts(paragraph)
        widest = set_parts(parts, face, paragraph.size, math.inf, False).widest
        found = max(found, points(widest) + 1 + _before_words(paragraph))
    return found


def _parts(paragraph: FrameParagraph) -> tuple[Part, ...]:
    return tuple([_part(run, paragraph) for run in paragraph.runs if run.text])


def _part(run: FrameRun, paragraph: FrameParagraph) -> Part:
    is_link = bool(run.link or run.slide)
    return Part(cased(run.text, paragraph), run.bold or paragraph.bold, is_link, run.italic, run.script != "")


def cased(text: str, paragraph: FrameParagraph) -> str:
    return text.upper() if paragraph.caps else text


def _room(paragraph: FrameParagraph, width: Emu) -> float:
    return (width - _before_words(paragraph)) / EMU_PER_POINT


def _before_words(paragraph: FrameParagraph) -> Emu:
    """How far from the edge of the box its words begin."""
    return paragraph.margin + paragraph.indent


def open_up(written: tuple[FrameParagraph, ...], spare: Emu) -> tuple[FrameParagraph, ...]:
    """The paragraphs with part of the spare height put between them, calmly: at most `OPEN_MOST` ems before each.

    A list stays with the heading over it, and what is of the second level with its item.
    """
    opens = [at > 0 and not one.level and not _heads(written[at - 1], one) for at, one in enumerate(written)]
    if not any(opens) or spare <= 0:
        return written
    share = spare / EMU_PER_POINT / sum(opens) * 0.8
    return tuple(_opened(one, share) if opened else one for one, opened in zip(written, opens, strict=True))


def _heads(before: FrameParagraph, after: FrameParagraph) -> bool:
    return before.marker == "none" and before.bold and after.marker != "none"


def _opened(one: FrameParagraph, share: float) -> FrameParagraph:
    return replace(one, space_before=round(one.space_before + min(share, OPEN_MOST * one.size), 1))


@remembered
def line_width(written: Sequence[FrameParagraph], setting: Setting) -> Emu:
    """The width in EMU that the longest of the paragraphs takes on a line of its own, on the safe side."""
    return max((points(_line_length(one, setting)) + 1 + _before_words(one) for one in written), default=0)


def _line_length(paragraph: FrameParagraph, setting: Setting) -> float:
    return line_length(_parts(paragraph), setting.face_for(paragraph), paragraph.size)


def tidy(written: Sequence[FrameParagraph], setting: Setting, box: Box) -> Box:
    """The box, made narrower where that takes the lone word from a last line and costs no line.

    Several paragraphs share an edge, so that they may give less than one that stands alone.
    """
    if _divides(setting):  # what had to be divided is, and a narrower box divides no other word
        setting = replace(setting, compounds={})
    full = measure(written, setting, box.width)
    if not full.lone or full.too_wide or len({paragraph.align for paragraph in written}) > 1:
        return box
    best, lone = box.width, full.lone
    each = [_set(paragraph, setting, box.width) for paragraph in written]
    found = full
    for width in _narrower(box.width, NARROWEST if len(written) == 1 else NARROWEST_SHARED):
        if width >= found.same_from:
            continue
        each = [
            one if width >= one.same_from else _set(paragraph, setting, width)
            for one, paragraph in zip(each, written, strict=True)
        ]
        found = _together(each)
        if found.most > full.most or found.lines > full.lines or found.too_wide:
            break
        if found.lone < lone:
            best, lone = width, found.lone
    spare = box.width - best
    align = written[0].align
    left = {"left": 0, "center": spare // 2, "right": spare}[align]
    return box.inset(left=left, right=spare - left)


def _narrower(width: Emu, share: float) -> range:
    return range(width - NARROWING, round(width * share), -NARROWING)


@remembered
def divided(written: Sequence[FrameParagraph], setting: Setting, width: Emu) -> tuple[FrameParagraph, ...]:
    """The paragraphs; where type is at its floor, with a hyphen in the compounds that are wider than their line.

    Both programs break after a hyphen, so the text stays whole and needs no break of its own.
    """
    if not _divides(setting):
        return tuple(written)
    return tuple(_divided(paragraph, setting, width) for paragraph in written)


def _divides(setting: Setting) -> bool:
    return bool(setting.compounds) and setting.at_floor


def _divided(paragraph: FrameParagraph, setting: Setting, width: Emu) -> FrameParagraph:
    face, room = setting.face_for(paragraph), _room(paragraph, width)
    if set_parts(_parts(paragraph), face, paragraph.size, room, False).widest <= room:
        return paragraph
    runs, before = [], ""
    for run in paragraph.runs:
        style = face.style(run.bold or paragraph.bold, run.italic)
        fits = partial(_fits, style, room / paragraph.size)
        runs.append(replace(run, text=hyphenated(run.text, before, setting.compounds, fits)))
        before += run.text
    return replace(paragraph, runs=tuple(runs))


def _fits(style: Style, room: float, word: str) -> bool:
    return style.safe(word) <= room
