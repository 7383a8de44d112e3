"""What gives way where there is little room: a statement to what carries it, a chamber's type on a client's pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.layout.head import DESCENT, STATEMENT_GAP, head
from deckgen.layout.setting import STEPS, Setting
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.text import Text, text
from deckgen.model.theme import TIGHT_SCALES, TYPE_SCALES, Room, Theme
from deckgen.model.units import Box, inches, points

THEME = Theme("Test", "Arial", "Calibri", {}, inches(13.333), inches(7.5))
COLUMN = Box(inches(0.6), inches(1.25), inches(5.6), inches(1))
BODY = Box(inches(0.6), inches(2.6), inches(5.6), inches(4.1))
LONG = "Nordjylland har tradition for samarbejde, netværk og klynger"


def statement(slots: dict[str, Slot]) -> SlideLayout:
    title = Slot("title", 0, "title", COLUMN, role="statement", bold=True)
    return SlideLayout("Statement and Diagram", {"title": title, **slots}, BODY, flows=True)


def test_a_statement_is_set_smaller_rather_than_leave_nothing_to_what_carries_it() -> None:
    setting = Setting(THEME, {})
    carried = statement({"body": Slot("body", 1, "body", BODY)})
    alone, over = (
        head(text(LONG), Text(()), text("Giv det tid"), layout, setting, 0) for layout in (statement({}), carried)
    )
    assert over.title.paragraphs[0].size < alone.title.paragraphs[0].size
    body = over.layout.slots["body"].box
    baseline = over.title.box.bottom - points(DESCENT * over.title.paragraphs[-1].size)
    assert body.y == baseline + STATEMENT_GAP
    assert body.height >= inches(0.8)


@pytest.mark.parametrize("room", ["chamber", "desk"])
def test_on_pages_with_less_room_type_goes_on_down_to_a_desks_and_no_further(room: Room) -> None:
    for role, sizes in TIGHT_SCALES[room].items():
        own = TYPE_SCALES[room][role]
        assert sizes[: len(own)] == own
        assert list(sizes) == sorted(set(sizes), reverse=True)
        assert sizes[-1] == min(own[-1], TYPE_SCALES["desk"][role][-1])
    tight = Setting(replace(THEME, tight=True), {}, STEPS - 1, room=room)
    assert tight.size("body") == TYPE_SCALES["desk"]["body"][-1]
    assert Setting(THEME, {}, STEPS - 1, room=room).size("body") == TYPE_SCALES[room]["body"][-1]
