"""Every made template taken over: each of our slide layouts is served, and every slot stands where it may."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from adopted import drawings, holders, master_part, masters, sheet, taken

from deckgen.model.template import LAYOUT_NAMES, SlideLayout
from deckgen.model.units import Box, inches
from templates import NAMES

every_template = pytest.mark.parametrize("name", NAMES)
FEW = inches(0.02)
"""Rounding, and lines that are a hair high."""


def places(layout: SlideLayout) -> Iterator[tuple[str, Box]]:
    """Each place once, and the canvas where the slide layout has no text beside title, lead and foot."""
    boxes = {slot.box: name for name, slot in layout.slots.items()}
    yield from ((name, box) for box, name in boxes.items())
    if open_canvas(layout):
        yield "canvas", layout.canvas


def open_canvas(layout: SlideLayout) -> bool:
    """Whether diagrams are drawn there."""
    return (
        set(layout.slots) <= {"title", "tracker", "sticker", "lead", "foot", "number"} and layout.name not in OPENINGS
    )


OPENINGS = ("Cover", "Section", "Contact")


def overlapping(one: Box, other: Box) -> bool:
    return one.inset(FEW, FEW, FEW, FEW).overlaps(other)


def share_a_line(layout: SlideLayout, one: str, other: str) -> bool:
    """The section's name ends where a sticker begins, which is at the end of its line, as wide as its word.

    So does a title that has no room over it or under it.
    """
    if {one, other} == {"title", "sticker"}:
        return layout.slots["sticker"].box.right == layout.slots["title"].box.right
    if {one, other} != {"tracker", "sticker"}:
        return False
    sticker, tracker = layout.slots["sticker"], layout.slots["tracker"]
    return sticker.align == "right" and sticker.box.right >= tracker.box.x + inches(4)


@every_template
def test_every_slide_layout_of_ours_is_served(name: str) -> None:
    assert tuple(taken(name).layouts) == LAYOUT_NAMES


@every_template
def test_every_bound_placeholder_is_there_and_is_bound_to_one_thing(name: str) -> None:
    one = taken(name)
    for layout in one.layouts.values():
        known = [(kind, index) for kind, index, _ in holders(sheet(one, layout))]
        bound = {(slot.type, slot.index): slot.box for slot in layout.slots.values() if not slot.drawn}
        assert set(bound) <= set(known), layout.name
        for slot in layout.slots.values():
            assert slot.drawn or bound[slot.type, slot.index] == slot.box, (layout.name, slot.name)


@every_template
def test_every_place_is_on_the_page_and_has_a_size(name: str) -> None:
    one = taken(name)
    for layout in one.layouts.values():
        assert one.page.contains(layout.canvas, FEW), layout.name
        for said, box in places(layout):
            assert one.page.contains(box, FEW), (layout.name, said)
            assert min(box.width, box.height) > inches(0.1), (layout.name, said)


@every_template
def test_every_place_is_clear_of_logos_bands_and_lines(name: str) -> None:
    one = taken(name)
    across = []
    for layout in one.layouts.values():
        for said, box in places(layout):
            for drawn in drawings(one, layout):
                if overlapping(box, drawn) and not drawn.contains(box, FEW):
                    across.append(f"{layout.name}/{said}: {box} across {drawn}")
    assert not across


@every_template
def test_no_two_places_lie_over_each_other(name: str) -> None:
    over = []
    for layout in taken(name).layouts.values():
        found = list(places(layout))
        for at, (said, box) in enumerate(found):
            over += [
                f"{layout.name}: {said} and {other}"
                for other, it in found[at + 1 :]
                if overlapping(box, it) and not share_a_line(layout, said, other)
            ]
    assert not over


@every_template
def test_content_has_room(name: str) -> None:
    one = taken(name)
    for layout in one.layouts.values():
        if open_canvas(layout):
            assert layout.canvas.width > 0.4 * one.page.width, layout.name
            assert layout.canvas.height > 0.35 * one.page.height, layout.name


@every_template
def test_every_slide_layout_has_a_title(name: str) -> None:
    for layout in taken(name).layouts.values():
        assert layout.slots["title"].type in ("title", "ctrTitle"), layout.name


@every_template
def test_one_master_is_used(name: str) -> None:
    """Another one in the same colours may lend what opens and closes a deck."""
    one = taken(name)
    openings = ("Cover", "Section", "Statement", "Contact")
    used = {master_part(one, layout) for ours, layout in one.layouts.items() if ours not in openings}
    assert used == {masters(one)[one.adoption.master.number]}
