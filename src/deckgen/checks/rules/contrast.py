"""Text that stands out too little from its ground.

Why: a projector washes out what a screen still shows. WCAG 2 asks for 4.5 to 1, and for 3 to 1 from
18 points (14 in bold). The ground is the shape, land or cell behind the text, else what the slide
layout's own text colour tells: light text stands on the primary colour.

Example: `rule` grey on white.

Mend: choose another role in the kind, or another colour in the brand file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final, assert_never

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.text.frame_text import field, flat, place
from deckgen.diagnostics import Fault, Severity
from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast
from deckgen.model.frames import (
    ChartItem,
    Frame,
    FrameParagraph,
    GroupItem,
    Item,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckgen.model.grounds import painted
from deckgen.model.land_grounds import land_ground, samples
from deckgen.model.outline import Outline
from deckgen.model.plan import PlannedSlide
from deckgen.model.template import Slot
from deckgen.model.theme import Color, Ground
from deckgen.model.units import Box

CODE: Final = "contrast"
SEVERITY: Final[Severity] = "warning"
STAGE: Final[Stage] = "frames"
HINT: Final = "choose another colour role for the text or its ground"


LARGE, LARGE_BOLD = 18, 14
DARK: Final[frozenset[Color]] = frozenset(("background", "panel"))
"""Colours that a slide layout gives to text on its dark pages and panels."""


def check(subject: Subject) -> Iterator[Fault]:
    painted_on = {ground: _colors(ground, subject) for ground in {frame.ground for _, frame in subject.framed}}
    for slide, frame in subject.framed:
        yield from subject.known.made(frame, partial(_on_page, slide, frame, painted_on[frame.ground], subject), CODE)


def _on_page(slide: PlannedSlide, frame: Frame, colors: Mapping[Color, str], subject: Subject) -> tuple[Fault, ...]:
    layout = subject.template.slide_layouts.get(frame.slide_layout)
    slots = tuple(layout.slots.values()) if layout else ()
    page = subject.theme.colors["panel"] if frame.ground == "panel" else "background"
    behind: list[ShapeItem] = []
    found: list[Fault] = []
    for item in flat(frame.items):
        if isinstance(item, ShapeItem):
            behind.append(item)
        for paragraph, ground in _grounds(item, behind, slots, page):
            found += _compared(paragraph, ground, item, slide, colors)
    return tuple(found)


def _colors(ground: Ground, subject: Subject) -> Mapping[Color, str]:
    """What the roles come to on a page's own ground."""
    paints = subject.template.grounds.get(ground)
    return subject.theme.colors if paints is None else painted(subject.theme, paints)


def _grounds(
    item: Item, behind: list[ShapeItem], slots: tuple[Slot, ...], page: Color | str
) -> Iterator[tuple[FrameParagraph, Color | str]]:
    """Each paragraph that has a colour of its own, with what it stands on: at last the page."""
    match item:
        case TextItem():
            yield from _text_grounds(item, behind, slots, page)
        case TableItem():
            for row in item.rows:
                for cell in row:
                    yield from ((paragraph, cell.fill or page) for paragraph in cell.paragraphs)
        case ShapeItem() | ChartItem() | PictureItem() | GroupItem():
            return
        case _:
            assert_never(item)


def _text_grounds(
    item: TextItem, behind: list[ShapeItem], slots: tuple[Slot, ...], page: Color | str
) -> Iterator[tuple[FrameParagraph, Color | str]]:
    slot = next((one for one in slots if _fills(item, one)), None)
    under = next((shape.fill for shape in reversed(behind) if shape.fill and _carries(shape, item.box)), None)
    dark = "primary" if slot and slot.color in DARK else page
    ground = (slot.ground if slot else "") or under or dark
    yield from ((paragraph, ground) for paragraph in item.paragraphs)


def _carries(shape: ShapeItem, box: Box) -> bool:
    """Whether all of a text stands on a shape: on an outline, within its coasts."""
    if not shape.box.contains(box):
        return False
    if not isinstance(shape.geometry, Outline):
        return True
    land = land_ground(shape.geometry, shape.box, shape.fill)
    return all(land.holds(x, y) for x, y in samples(box))


def _fills(item: TextItem, slot: Slot) -> bool:
    if item.slot is None or slot.drawn:
        return slot.drawn and field(item) == slot.name
    return (item.slot.index, item.slot.type) == (slot.index, slot.type)


def _compared(
    paragraph: FrameParagraph, ground: Color | str, item: Item, slide: PlannedSlide, colors: Mapping[Color, str]
) -> Iterator[Fault]:
    behind = next((value for role, value in colors.items() if role == ground), ground)
    wanted = LARGE_CONTRAST if paragraph.size >= (LARGE_BOLD if paragraph.bold else LARGE) else TEXT_CONTRAST
    for color in dict.fromkeys(run.color or paragraph.color for run in paragraph.runs):
        ratio = contrast(colors[color], behind) if color and color in colors else wanted
        if ratio < wanted:
            said = f"{color} on {ground} is {int(ratio * 10) / 10:g} to 1"
            yield Fault(f"`{item.name}` is hard to read: {said}; {wanted:g} is wanted", place(item, slide))
