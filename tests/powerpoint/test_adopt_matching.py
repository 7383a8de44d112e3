"""Which slide layouts of unusual templates serve which of ours: what they are called, hold and draw decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from adopted import Taken
from test_adopt_places import ALONE, CONTENT, COVER, SECTION, TWO, made, name

from deckgen.model.units import inches
from templates.building.parts import Holder, Layout, Levels, Shape

OURS = ("Statement and Diagram", "Title and Body", "Two Lists", "Diagram", "Chart", "Table")
ASIDE = ("Agenda", "Dagsorden", "Table of contents", "Indholdsfortegnelse", "Quote", "Citat", "Color and Typography")


def serving(one: Taken) -> set[str]:
    return {name(one, ours) for ours in OURS}


@pytest.mark.parametrize("called", [*ASIDE, "Section divider", "Afsnit"])
def test_content_is_on_no_slide_layout_that_is_called_something_else(called: str) -> None:
    """It has all that content wants and stands first; the others have a small text more, which would stay empty."""
    tempting = replace(CONTENT, name=called, kind="")
    extra = Holder("body", 30, (0.6, 1.35, 12.1, 0.2), "Manchet")
    content, alone = (replace(one, kind="", holders=(*one.holders, extra)) for one in (CONTENT, ALONE))
    assert called not in serving(made(COVER, tempting, content, alone))
    assert tempting.name in serving(made(COVER, tempting))


@pytest.mark.parametrize("called", [*ASIDE])
def test_no_deck_ends_on_an_agenda_or_a_quotation(called: str) -> None:
    head, text = Holder("title", 0, (2, 2.2, 9, 1.4)), Holder("body", 1, (2, 3.8, 9, 2.8))
    one = made(COVER, CONTENT, Layout(called, (head, text)), ALONE)
    assert called not in {name(one, ours) for ours in ("Cover", "Section", "Contact")}


@pytest.mark.parametrize("called", ["Table of content", "Typography"])
def test_what_is_no_table_or_chart_is_not_called_one(called: str) -> None:
    plain = replace(CONTENT, name=called, kind="")
    assert not {name(made(COVER, ALONE, plain, CONTENT), ours) for ours in ("Table", "Chart")} & {called}


def test_content_is_on_no_slide_layout_that_is_full_of_samples() -> None:
    swatches = tuple(
        Shape((0.9 + 1.2 * x, 2.2 + 0.8 * y, 1.0, 0.7), fill=f"accent{1 + (x + y) % 6}")
        for x in range(10) for y in range(4)
    )  # fmt: skip
    samples = replace(ALONE, name="Farver", drawn=swatches)
    assert "Farver" not in serving(made(COVER, samples, CONTENT))


def test_a_contact_page_is_no_two_lines_of_a_cover() -> None:
    """A cover whose two texts have room for a line each: its own texts stand there, a contact page is composed."""
    lines = (Holder("subTitle", 1, (0.8, 5.4, 11.8, 0.4)), Holder("body", 11, (0.8, 6.3, 11.8, 0.4)))
    third = Holder("body", 12, (0.8, 5.85, 11.8, 0.4))
    cover = Layout("Title Slide", (Holder("ctrTitle", 0, (0.8, 4.2, 11.8, 1.0)), *lines, third), "title")
    layouts = made(cover, CONTENT, ALONE).layouts
    assert len({layouts["Cover"].slots[each].box for each in ("subtitle", "meeting", "client")}) == 3
    contact = layouts["Contact"]
    assert contact.slots["title"].drawn and contact.slots["title"].size >= 40
    assert contact.slots["body"].box.height >= inches(3)


def test_the_title_of_a_cover_is_in_the_place_of_its_largest_text() -> None:
    """The title's own place is a line in small type over a rule, as for the name of a series."""
    small, large = Levels((16,), ("-",)), Levels((36,), ("-",))
    head = Holder("title", 0, (1.4, 1.9, 8.2, 0.35), levels=small)
    texts = (Holder("body", 21, (1.4, 2.5, 8.2, 2.0), levels=large), Holder("body", 22, (1.4, 5.0, 8.2, 1.3)))
    slots = made(Layout("Forside", (head, *texts), "title"), CONTENT, ALONE).layouts["Cover"].slots
    title = slots["title"]
    assert (title.index, title.type, title.size, title.own_box) == (0, "title", 36, True)
    assert inches(2.5) <= title.box.y < slots["subtitle"].box.y
    own = replace(head, levels=Levels((28,), ("-",)))
    kept = made(Layout("Forside", (own, *texts), "title"), CONTENT, ALONE).layouts["Cover"].slots
    assert kept["title"].box.y < inches(2.5)


def test_a_subtitle_may_stand_over_the_title_of_a_cover_and_of_nothing_else() -> None:
    over = Holder("subTitle", 1, (2.4, 3.6, 10, 1.2), anchor="b")
    cover = Layout("Title Slide", (Holder("ctrTitle", 0, (2.4, 4.9, 10, 1.8)), over), "title")
    layouts = made(cover, CONTENT, ALONE).layouts
    slots = layouts["Cover"].slots
    assert slots["subtitle"].index == 1 and slots["subtitle"].box.bottom <= slots["title"].box.y
    assert layouts["Contact"].slots["title"].drawn


def test_small_text_of_a_client_that_is_hard_to_read_is_painted_quietly() -> None:
    """Grey at 3.5 to 1: read in the 32 points of a template, and not in ours."""
    pale = Levels((32,), ("-",), color="bg2")
    holders = tuple(replace(one, levels=pale) if one.type == "subTitle" else one for one in COVER.holders)
    one = made(replace(COVER, holders=holders), CONTENT, SECTION, TWO, ALONE)
    assert one.layouts["Cover"].slots["subtitle"].paint == "muted"
    assert one.layouts["Cover"].slots["title"].paint is None
