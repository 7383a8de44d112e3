"""A statement beside a drawing: the fewest lines at large type, and a drawing that stays large."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.parting import GAP, LARGE, SHRINKS, TOP, parted, proportion
from deckgen.layout.setting import Setting
from deckgen.layout.text import measure
from deckgen.layout.titles import sized
from deckgen.model.blocks import Column, Group, Space
from deckgen.model.plane import Linear, Plane
from deckgen.model.template import SlideLayout, Slot
from deckgen.model.text import text
from deckgen.model.theme import TYPE_SCALES, Theme
from deckgen.model.units import Box, inches

SETTING = Setting(Theme("Test", "Cambria", "Calibri", {}, inches(13.333), inches(7.5)), {})
TITLE = Slot("title", 0, "title", Box(inches(0.6), inches(1.25), inches(5.6), inches(1)), role="statement", bold=True)
BODY = Slot("body", 1, "body", Box(inches(0.6), inches(2.6), inches(5.6), inches(4)))
CANVAS = Box(inches(7.4), inches(1.25), inches(5.33), inches(5.4))
LAYOUT = SlideLayout("Statement and Diagram", {"title": TITLE, "body": BODY}, CANVAS, flows=True)
END = inches(5.75)
WORDS = ["Klyngerne", "er", "sat", "i", "verden", "for", "at", "fremme", "samarbejde", "om", "innovation"]


def lines(said: str, size: float, width: int) -> int:
    return measure(sized(text(said), "statement", size, TITLE, SETTING), SETTING, width).most


def test_a_statement_takes_the_width_that_spares_it_a_line() -> None:
    said = " ".join(WORDS)
    own = parted(text(said), 1.0, LAYOUT, END, SETTING)
    width = own.layout.slots["title"].box.width
    assert lines(said, own.size, width) < lines(said, own.size, TITLE.box.width)
    assert own.layout.slots["body"].box.width == width
    assert own.size in TYPE_SCALES["chamber"]["statement"][:LARGE]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=16), st.floats(0.5, 1.2))
def test_the_drawing_stays_large_and_clear_of_the_statement(words: list[str], wide: float) -> None:
    own = parted(text(" ".join(words)), wide, LAYOUT, END, SETTING)
    canvas, title = own.layout.canvas, own.layout.slots["title"].box
    assert canvas.right == CANVAS.right and canvas.y == TOP
    assert canvas.x - title.right == GAP
    assert canvas.width >= SHRINKS * wide * (END - TOP) - 1


def test_what_is_no_drawing_and_a_template_that_does_not_flow_are_left_alone() -> None:
    still = replace(LAYOUT, flows=False)
    assert parted(text("Kort"), 0.0, LAYOUT, END, SETTING).layout is LAYOUT
    assert parted(text("Kort"), 1.0, still, END, SETTING).layout is still


def test_the_proportion_of_a_drawing_is_that_of_its_scales() -> None:
    drawn = Plane(Linear(-2, 2), Linear(0, 2), (), height=200, contained="center")
    assert proportion(Column((Group(drawn, "drawing", "seen"),))) == 2
    assert (
        proportion(replace(drawn, contained=None)) == proportion(Column((drawn, Space(4)))) == proportion(None) == 0
    )
