"""What stands at the top right of a page: where the meeting is, which option the page is about, how final it is.

In: a planned slide and the box of its title. Out: a stepper and a sticker, else the progress rail, as items.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.layout.setting import Setting
from deckgen.layout.text import line_width, paragraphs
from deckgen.model.frames import GroupItem, Item, ShapeItem, TextItem
from deckgen.model.language import Labels
from deckgen.model.plan import AgendaEntry, PlannedSlide
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Ground
from deckgen.model.units import Box, Emu, inches, points

RAIL: Emu = inches(3)
RAIL_TOP, RAIL_HEIGHT, RAIL_GAP = inches(0.46), inches(0.08), inches(0.05)
PARTS: Mapping[Ground, tuple[Color, Color]] = {
    "white": ("tint3", "tint2"),
    "panel": ("tint3", "tint2"),
    "primary": ("muted", "rule"),
}
"""What is past and what is to come, on each ground: apart from it, and from each other."""
STEP, STEP_TOP, STEP_GAP = inches(0.36), inches(0.29), inches(0.08)
STICKER_PADDING: Emu = points(9)
LEAST_CHAPTERS = 2


def at_top_right(
    slide: PlannedSlide, right: Emu, setting: Setting, labels: Labels, ground: Ground, rail: bool = True
) -> tuple[Item, ...]:
    """A stepper, a sticker, or both; where nothing else is to be said, the rail if the chapters have minutes."""
    items: list[Item] = []
    edge = right
    if slide.furniture.badges:
        items.append(_stepper(slide, right, setting, labels))
        edge = items[0].box.x - 2 * STEP_GAP
    if slide.furniture.sticker:
        items += sticker(slide.furniture.sticker, Box(0, STEP_TOP, edge, STEP), setting)
        edge = items[-1].box.x - 2 * STEP_GAP
    return tuple(items) or (_rail(slide.agenda, right, labels, ground) if rail else ())


def _rail(agenda: tuple[AgendaEntry, ...], right: Emu, labels: Labels, ground: Ground) -> tuple[Item, ...]:
    """A segment for each chapter, as long as its minutes; what is past, where we are, what is to come."""
    here = next((entry for entry in agenda if entry.current), None)
    if here is None or len(agenda) < LEAST_CHAPTERS or not all(entry.duration for entry in agenda):
        return ()
    total = sum(entry.duration for entry in agenda)
    free = RAIL - RAIL_GAP * (len(agenda) - 1)
    past, coming = PARTS[ground]
    segments: list[Item] = []
    x = right - RAIL
    for entry in agenda:
        width = int(free * entry.duration / total)
        color: Color = "primary" if entry.current else past if entry.past else coming
        segments.append(ShapeItem(f"part {entry.number}", Box(x, RAIL_TOP, width, RAIL_HEIGHT), "rect", color))
        x += width + RAIL_GAP
    alt = labels.progress.format(number=here.number, count=len(agenda), title=here.title.plain)
    return (GroupItem("progress", Box(right - RAIL, RAIL_TOP, RAIL, RAIL_HEIGHT), tuple(segments), alt),)


def _stepper(slide: PlannedSlide, right: Emu, setting: Setting, labels: Labels) -> GroupItem:
    """A numbered circle for each option; those that the page is about are filled."""
    count, badges = slide.steps, slide.furniture.badges
    left = right - count * STEP - (count - 1) * STEP_GAP
    items: list[Item] = []
    for number in range(1, count + 1):
        box = Box(left + (number - 1) * (STEP + STEP_GAP), STEP_TOP, STEP, STEP)
        items += _step(f"{slide.id}/steps/{number}", number, box, number in badges, setting)
    said = ", ".join(map(str, badges))
    alt = labels.option.format(numbers=said, count=count)
    return GroupItem("stepper", Box(left, STEP_TOP, right - left, STEP), tuple(items), alt)


def _step(name: str, number: int, box: Box, here: bool, setting: Setting) -> tuple[Item, Item]:
    ring = ShapeItem(f"step {number}", box, "ellipse", "primary" if here else None, None if here else "tint3", 1.25)
    color: Color = "background" if here else "muted"
    said = Styled(text(str(number), f"steps/{number}"), "tracker", color, bold=True, align="center")
    return ring, TextItem(name, box, paragraphs((said,), setting), anchor="middle", lines=1)


def sticker(said: Text, place: Box, setting: Setting, color: Color = "primary") -> tuple[ShapeItem, TextItem]:
    """An outlined box as wide as its words, at the right end of a place and as high as it."""
    written = paragraphs((Styled(said, "tracker", color, bold=True, align="center"),), setting)
    width = line_width(written, setting) + 2 * STICKER_PADDING
    box = Box(place.right - width, place.y, width, place.height)
    frame = ShapeItem("sticker box", box, "rect", None, color, 1.25)
    return frame, TextItem("sticker", box, written, anchor="middle", lines=1, span=said.span)
