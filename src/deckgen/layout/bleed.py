"""A picture that runs off the page. In: a slide layout, and the side of the picture. Out: both, beside each other.

Whatever the template, its title, body and foot are set in the part of the page that the picture leaves: so a client's
slide layouts serve too.
"""

from __future__ import annotations

from deckgen.layout.draw import place_picture
from deckgen.layout.placement import Placed
from deckgen.model.blocks import Bleed
from deckgen.model.frames import ShapeItem
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.units import Box, Emu, inches

GAP: Emu = inches(0.42)
"""Between the picture and what stands beside it, and around what stands on a band."""
BAND: Emu = inches(5.9)
MARK: Emu = inches(0.24)
"""Room for the square before the name of the section, where a template's own slide layout leaves none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The size of a page."""

    width: Emu
    height: Emu


def beside(bleed: Bleed, layout: SlideLayout, page: Page) -> SlideLayout:
    """The slide layout with all that it has in the part that the picture leaves, its title as a statement.

    A cover keeps its title as it is, and what stands under it in its places.
    """
    margin = layout.slots["title"].box.x
    left, right = _free(bleed, layout.slots["title"].box, page)
    number = layout.slots.get("number")
    foot_right = right - number.box.width - GAP // 2 if number else right

    def placed(name: str, slot: Slot) -> Slot:
        box = slot.box
        if name == "number":
            own = Box(right - box.width, box.y, box.width, box.height)
        elif name == "tracker":
            x = left + (box.x - margin if layout.flows else MARK)
            own = Box(x, box.y, right - x, box.height)
        else:
            own = Box(left, box.y, (foot_right if name == "foot" else right) - left, box.height)
        return replace(slot, box=own, own_box=not slot.drawn)

    slots = {name: placed(name, slot) for name, slot in layout.slots.items()}
    title = slots["title"]
    if opens(layout):
        return replace(layout, slots=slots)
    slots["title"] = replace(title, role="statement", steps=(), anchor="top")
    canvas = Box(left, layout.canvas.y, right - left, layout.canvas.height)
    return replace(layout, slots=slots, canvas=canvas, flows=True, narrow=True)


def opens(layout: SlideLayout) -> bool:
    """Whether the slide layout is a cover by its title's own type."""
    return layout.slots["title"].type == "ctrTitle"


def _free(bleed: Bleed, title: Box, page: Page) -> tuple[Emu, Emu]:
    """Left and right edge of what the picture leaves of the page that the title may take."""
    half = page.width // 2
    if bleed.side == "right":
        return title.x, half - GAP
    if bleed.side == "left":
        return half + GAP, title.right
    return title.x + GAP, title.x + BAND - GAP


def bled(bleed: Bleed, layout: SlideLayout, page: Page) -> Placed:
    """The picture at its side of the template's own slide layout.

    One over the whole page lies behind all, with a band for what is said on it. Lines that a client's slide layout
    has under its title would run through a statement: a ground covers them.
    """
    half, title = page.width // 2, layout.slots["title"].box
    if bleed.side == "full":
        picture = place_picture(bleed.picture, Box(0, 0, page.width, page.height), None)
        return Placed(behind=(*picture.items, _ground("band", Box(title.x, 0, BAND, page.height))))
    left, right = (title.x, half) if bleed.side == "right" else (half, title.right)
    covered = Box(left, title.y, right - left, layout.canvas.bottom - title.y)
    x = half if bleed.side == "right" else 0
    placed = place_picture(bleed.picture, Box(x, 0, page.width - half if x else half, page.height), None)
    return placed + Placed(behind=() if layout.flows or opens(layout) else (_ground("ground", covered),))


def _ground(name: str, box: Box) -> ShapeItem:
    return ShapeItem(name, box, "rect", "background")
