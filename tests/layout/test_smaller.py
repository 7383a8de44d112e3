"""A body on a client's slide layout that leaves it too little room."""

from __future__ import annotations

import pytest

from deckgen.layout.scale import scaled, scaled_item
from deckgen.layout.smaller import SMALLER, grown
from deckgen.layout.titles import LINES_IN_A_COLUMN, TITLE_LINES, most_lines
from deckgen.model.frames import Frame, FrameParagraph, FrameRun, TextItem
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.units import Box, inches

PLACE = Box(inches(1), inches(2), inches(8), inches(4))
TITLE = Box(inches(1), inches(0.5), inches(8), inches(1))


@pytest.mark.parametrize("size", SMALLER)
def test_what_is_set_on_a_grown_layout_comes_back_to_its_place(size: float) -> None:
    layout = SlideLayout("Diagram", {"title": Slot("title", 0, "title", TITLE)}, PLACE)
    large = grown(layout, size)
    back = scaled_item(TextItem("body", large.canvas, ()), size)
    assert PLACE.contains(back.box, 2)
    assert abs(back.box.width - PLACE.width) <= 2 and abs(back.box.y - PLACE.y) <= 2


def test_slots_that_share_a_placeholder_share_it_still() -> None:
    slot = Slot("lead", 1, "body", PLACE, hang=inches(0.2))
    layout = SlideLayout("Contact", {"lead": slot, "body": slot}, PLACE)
    large = grown(layout, 0.5)
    assert large.slots["lead"] is large.slots["body"]
    assert large.slots["lead"].hang == inches(0.4)
    assert grown(layout, 1) is layout


def test_on_a_smaller_page_lines_stand_as_close_as_their_type_is_small() -> None:
    """Cells say the distance of their lines in points: on a page of ten inches it stayed that of a large one."""
    said = FrameParagraph((FrameRun("Kilde"),), 12, leading=14.6, space_before=6)
    frame = Frame("a", "Table", "", (TextItem("text", PLACE, (said,)),), (), "", ())
    [item] = scaled(frame, 0.75).items
    assert isinstance(item, TextItem)
    assert item.paragraphs[0].size == 9.0
    assert item.paragraphs[0].leading == pytest.approx(10.95)


def test_a_title_in_a_column_may_take_more_lines() -> None:
    assert most_lines(inches(4)) == LINES_IN_A_COLUMN
    assert most_lines(inches(9)) == TITLE_LINES
