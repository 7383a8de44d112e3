"""Openings on slide layouts that are not made for them: the title and its text drawn, large and placed.

In: a slide layout without a place for the text of a cover, a section or a contact page. Out: the slide layout of ours
on it: the title over the middle of the page and its text under it, or both side by side, with a bar in the accent.
"""

from __future__ import annotations

from deckgen.model.lazy_dataclasses import replace
from deckgen.model.template import Plate, SlideLayout, Slot
from deckgen.model.units import Box, Emu, inches
from deckgen.powerpoint.client_template.adopt.demands import Wish
from deckgen.powerpoint.client_template.adopt.painted import Ground, drawn
from deckgen.powerpoint.client_template.adopt.sheets import Master
from deckgen.powerpoint.client_template.adopt.slots import made, without_height
from deckgen.powerpoint.client_template.adopt.space import clear_of, down_from, obstacles, up_from
from deckgen.powerpoint.client_template.adopt.surroundings import around_content, is_panel, title_slot

_SIZE = 44.0
_STEPS = (44.0, 40.0, 36.0, 32.0, 28.0, 26.0, 24.0)
_BAR, _BAR_GAP = inches(0.09), inches(0.28)
_GAP = inches(0.22)
_FOOT, _HIGH = 0.52, 0.3
"""How far down its place the title of a cover ends, and one with more text under it."""
_TOP = 0.14
"""How far down a title begins that has its text beside it."""
_BESIDE, _TALL = 0.38, 0.6
"""How much of the width is then the title's, and how much of the height both take, level with each other."""
_LEAST, _ROOMY = inches(3), inches(7)
"""What a title and its text take at least, over each other and side by side."""


def composed(wish: Wish, ground: Ground, master: Master) -> SlideLayout | None:
    """None where art leaves it no room."""
    own = title_slot(ground)
    frame = around_content(ground, master, own, is_panel(own, ground.page))
    place = _place(ground, own, frame.region)
    if place.width < _LEAST or place.height < _LEAST:
        return None
    beside = wish.beside and place.width >= _ROOMY
    title, text = _beside(place) if beside else _over(place, _HIGH if wish.beside else _FOOT)
    heading = replace(drawn("title", title, ground), type="title", own_box=True, face="none", bold=own.bold)
    heading = replace(heading, size=_SIZE, steps=_STEPS, anchor="middle" if beside else "bottom", caps=own.caps)
    names = wish.columns[0].slots
    slots: dict[str, Slot] = {
        slot.name: slot for slot in frame.slots if slot.name == "number" and wish.name != "Cover"
    }
    written = replace(drawn(names[0], text, ground), anchor="middle" if beside else "top")
    slots |= {"title": heading} | dict.fromkeys(names, written)
    bar = Box(text.x - _BAR_GAP - _BAR, min(title.y, text.y), _BAR, text.bottom - min(title.y, text.y))
    if not beside:
        bar = Box(title.x, title.bottom + _GAP // 2, inches(1.1), _BAR)
    if obstacles(bar, ground.sheet.drawn):
        return made(wish, ground, slots, without_height(text))
    return replace(made(wish, ground, slots, without_height(text)), plates=(Plate(bar, "accent"),))


def _place(ground: Ground, title: Slot, region: Box) -> Box:
    """What a content slide leaves: the place of its title as well, where that stands on the ordinary ground."""
    top = title.box.y if ground.ordinary(title.box) and not title.still else region.y
    whole = Box(region.x, top, region.width, region.bottom - top)
    return clear_of(whole, ground.sheet.drawn)


def _over(place: Box, share: float) -> tuple[Box, Box]:
    middle: Emu = place.y + round(share * place.height)
    return up_from(place, middle), down_from(place, middle + _BAR + 2 * _GAP)


def _beside(place: Box) -> tuple[Box, Box]:
    low = down_from(place, place.y + round(_TOP * place.height))
    low = replace(low, height=min(low.height, round(_TALL * place.height)))
    left = replace(low, width=round(_BESIDE * low.width))
    start = left.right + 2 * _BAR_GAP + _BAR
    return left, replace(low, x=start, width=low.right - start)
