"""Lists of two levels: the second stands further in, is smaller, and stays with the item that it is under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from test_text import SETTING

from deckgen.layout.metrics import face
from deckgen.layout.slots import in_slot
from deckgen.layout.split import item_count, part
from deckgen.layout.text import measure, open_up, paragraphs, widest_word
from deckgen.model.blocks import Arrangement, Flow, TextBlock
from deckgen.model.frames import FrameParagraph
from deckgen.model.list_item import ListItem, listed
from deckgen.model.styled import Styled
from deckgen.model.template import Slot
from deckgen.model.text import Paragraph, Run, Text, text
from deckgen.model.units import Box, points

ITEMS = (
    ListItem(text("Klyngerne er selvstændige")),
    ListItem(text("De lever af"), (text("projekter"), text("kontingenter"))),
    ListItem(text("De er åbne for alle")),
)


def written() -> tuple[FrameParagraph, ...]:
    return paragraphs(listed(ITEMS), SETTING)


def test_the_second_level_is_a_step_smaller_with_a_dash_under_the_words_of_its_item() -> None:
    one, two, *under, three = written()
    assert [part.plain for part in under] == ["projekter", "kontingenter"]
    assert {(part.level, part.marker) for part in under} == {(1, "dash")}
    assert {(part.level, part.marker) for part in (one, two, three)} == {(0, "bullet")}
    assert all(part.margin == two.indent and part.size < two.size for part in under)
    assert all(part.space_before < two.space_before for part in under)


def test_at_the_floor_the_second_level_is_as_large_as_the_first() -> None:
    floor = replace(SETTING, step=20)
    sizes = {part.size for part in paragraphs(listed(ITEMS), floor)}
    assert len(sizes) == 1


def test_spare_height_opens_between_items_and_not_within_one() -> None:
    opened = open_up(written(), points(200))
    more = [after.space_before - before.space_before for before, after in zip(written(), opened, strict=True)]
    assert more[0] == more[2] == more[3] == 0
    assert more[1] == more[4] > 0


def test_in_a_placeholder_with_a_bullet_of_its_own_the_second_level_stands_under_its_words() -> None:
    slot = Slot("body", 1, "body", Box(0, 0, points(400), points(300)), hang=points(30))
    _, two, first, *_ = in_slot(written(), slot)
    assert (two.marker, two.indent) == ("own", points(30))
    assert (first.marker, first.margin) == ("dash", points(30))


def test_what_is_measured_is_what_margin_and_indent_leave() -> None:
    (under,) = paragraphs((Styled(text(""), marker="bullet", under=(text("ord " * 40),)),), SETTING)
    flat = replace(under, margin=0, indent=0, marker="none")
    width = points(120)
    lines = measure((under,), SETTING, width).most
    assert lines == measure((flat,), SETTING, width - under.margin - under.indent).most
    assert lines > measure((flat,), SETTING, width).most


@pytest.mark.parametrize("flows", [True, False])
def test_an_item_is_never_parted_from_what_is_under_it(flows: bool) -> None:
    parts = listed(ITEMS)
    block = Flow(parts, ("left", "right")) if flows else TextBlock(parts, slot="body", splits=True)
    arrangement = Arrangement("Title and Body", (block,))
    assert item_count(arrangement) == 3
    (second,) = part(arrangement, 1, 2).slots
    assert isinstance(second, Flow | TextBlock)
    assert [one.text.plain for one in second.parts] == ["De lever af"] and len(second.parts[0].under) == 2


def said(runs: Iterable[Run]) -> FrameParagraph:
    (only,) = paragraphs(
        (
            Styled(
                Text((Paragraph(tuple(runs)),)),
            ),
        ),
        SETTING,
    )
    return only


def test_italics_are_measured_by_the_italic_of_the_face() -> None:
    upright, italic = (face("Calibri").style(False, slanted) for slanted in (False, True))
    assert italic.drawn("foreninger", 16) != upright.drawn("foreninger", 16)
    unknown = face("Verdana")
    assert unknown.style(True, True).safe("foreninger") > 0
    assert face("Calibri").style(True, True).safe("a") != face("Calibri").style(True).safe("a")


def test_small_type_takes_less_of_its_line_and_below_it_may_push_the_next_one_down() -> None:
    plain, above, below = (said((Run("m"), Run("22", script=script))) for script in ("", "super", "sub"))
    assert widest_word((above,), SETTING) < widest_word((plain,), SETTING)
    heights = [measure((one,), SETTING, points(300)).height for one in (plain, above, below)]
    assert heights[0] == heights[1] < heights[2]


def test_a_sign_that_was_meant_as_such_goes_on_in_its_word() -> None:
    only = said((Run("snake"), Run("_", typed=True), Run("case"), Run("*", typed=True)))
    assert [run.text for run in only.runs] == ["snake_case*"]
