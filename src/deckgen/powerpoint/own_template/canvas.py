"""In: the slots of a slide layout and the size of the page, or our own table. Out: where a diagram may be drawn."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.template import Slot
from deckgen.model.units import Box, Emu, inches
from deckgen.powerpoint.ooxml.placeholders import FOOTERS, TITLES
from deckgen.powerpoint.own_template.layouts import LayoutSpec

GAP: Emu = inches(0.24)
"""Between a title, or a lead under it, and the canvas."""
FOOT_GAP: Emu = inches(0.35)


def canvas(slots: Mapping[str, Slot], width: Emu, height: Emu) -> Box:
    """The part of a slide that a diagram may use.

    It lies under the title, or under a lead of the same width, and over the foot. Where the title stands in the left
    half only, it is what is free at its right, from the title's top, with twice the title's own margin between them.
    """
    title = next((slot.box for slot in slots.values() if slot.type in TITLES), None)
    if title is None:
        return Box(0, 0, width, height)
    feet = [slot.box.y for slot in slots.values() if slot.type in FOOTERS]
    bottom = min(feet, default=height - title.x) - FOOT_GAP
    if title.right <= width // 2:
        left, top, right = title.right + 2 * title.x, title.y, width - title.x
    else:
        lead = slots.get("lead")
        under = lead is not None and lead.box.width == title.width and lead.box.y >= title.bottom
        left, top, right = title.x, (lead.box if lead and under else title).bottom + GAP, title.right
    return Box(left, top, max(0, right - left), max(0, bottom - top))


def drawn_area(spec: LayoutSpec) -> Box | None:
    """The canvas that the table says; None where the slots leave it."""
    return Box(*map(inches, spec.canvas)) if spec.canvas else None
