"""Text that stands out too little from its ground.

Why: a projector washes out what a screen still shows. WCAG 2 asks for 4.5 to 1, and for 3 to 1 from
18 points (14 in bold). The ground is the shape or cell behind the text, else what the slide
layout's own text colour tells: light text stands on the primary colour.

Example: `rule` grey on white.

Mend: choose another role in the kind, or another colour in the brand file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.brand.contrast import TEXT_CONTRAST, contrast
from deckgen.checks.seen import flat, place
from deckgen.checks.subject import Finding, Stage, Subject
from deckgen.diagnostics import Severity
from deckgen.model.deck import PlannedSlide
from deckgen.model.frames import FrameParagraph, Item, ShapeItem, TableItem, TextItem
from deckgen.model.theme import Color

CODE: Final = "contrast"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "choose another colour role for the text or its ground"


LARGE, LARGE_BOLD = 18, 14
DARK: Final[frozenset[Color]] = frozenset(("background", "panel"))
"""Colours that a slide layout gives to text on its dark pages and panels."""


def check(subject: Subject) -> Iterator[Finding]:
    for slide, frame in subject.framed:
        layout = subject.template.slide_layouts.get(frame.slide_layout)
        defaults = {slot.index: slot.color for slot in layout.slots.values()} if layout else {}
        behind: list[ShapeItem] = []
        for item in flat(frame.items):
            if isinstance(item, ShapeItem):
                behind.append(item)
            for paragraph, ground in _grounds(item, behind, defaults):
                yield from _compared(paragraph, ground, item, slide, subject)


def _grounds(
    item: Item, behind: list[ShapeItem], defaults: dict[int, Color | None]
) -> Iterator[tuple[FrameParagraph, Color]]:
    """Each paragraph that has a colour of its own, with what it stands on."""
    if isinstance(item, TextItem):
        default = defaults.get(item.slot.index) if item.slot else None
        under = next((shape.fill for shape in reversed(behind) if shape.fill and shape.box.contains(item.box)), None)
        ground: Color = under or ("primary" if default in DARK else "background")
        yield from ((paragraph, ground) for paragraph in item.paragraphs)
    elif isinstance(item, TableItem):
        for row in item.rows:
            for cell in row:
                yield from ((paragraph, cell.fill or "background") for paragraph in cell.paragraphs)


def _compared(
    paragraph: FrameParagraph, ground: Color, item: Item, slide: PlannedSlide, subject: Subject
) -> Iterator[Finding]:
    colors = subject.theme.colors
    if paragraph.color is None or paragraph.color not in colors or ground not in colors:
        return
    wanted = LARGE_CONTRAST if paragraph.size >= (LARGE_BOLD if paragraph.bold else LARGE) else TEXT_CONTRAST
    ratio = contrast(colors[paragraph.color], colors[ground])
    if ratio < wanted:
        said = f"{paragraph.color} on {ground} is {int(ratio * 10) / 10:g} to 1"
        yield Finding(f"`{item.name}` is hard to read: {said}; {wanted:g} is wanted", place(item, slide))


LARGE_CONTRAST: Final = 3.0
