"""One page system: statements half way up, a bar of one height, and key words and marks in their own colour."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

import gallery
from deckgen.checks.text.frame_text import field, flat
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import Frame, ShapeItem, TextItem
from deckgen.model.units import inches

TRACK = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50" fill="none" stroke="#000">
  <path d="M5 45C5 0 35 0 35 45"/>
  <path data-role="accent" d="M15 45C15 20 25 20 25 45"/>
</svg>
"""
SHORT = "Giv det tid"
LONG = "Giv det tid, og gør det konkret for alle dem, der er med ved bordet, når planen lægges i år, og også bagefter"
CARRIED = "title: Spørgsmålet er ikke om, men hvordan\nbody: Det tager fire til fem år."


@cache
def frame(kind: str, body: str) -> Frame:
    with tempfile.TemporaryDirectory() as made:
        slide = f"id: example.page\nkind: {kind}\n{body}\nminutes: 30\n"
        content = gallery.write(Path(made) / "content", {"example.page": slide})
        (content / "spor.svg").write_text(TRACK, encoding="utf-8")
        diagnostics = Diagnostics()
        deck = gallery.frames(content, diagnostics)
        assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return next(one for one in deck.frames if one.id == "example.page")


def named(page: Frame, name: str) -> TextItem:
    (found,) = (one for one in flat(page.items) if isinstance(one, TextItem) and field(one) == name)
    return found


def bar(page: Frame) -> ShapeItem:
    (found,) = (one for one in page.items if isinstance(one, ShapeItem) and field(one) == "so_what bar")
    return found


@pytest.mark.parametrize("said", [SHORT, LONG])
def test_the_bar_stands_in_one_place_on_every_page(said: str) -> None:
    pages = (
        frame("statement", f"{CARRIED}\nso-what: {said}"),
        frame("bullets", f"title: Tre forhold skal være på plads\nitems: [Et, To]\nso-what: {SHORT}"),
    )
    assert len({bar(page).box for page in pages}) == 1


def test_a_statement_and_what_carries_it_stand_half_way_up() -> None:
    page = frame("statement", f"{CARRIED}\nso-what: {SHORT}")
    title, body = named(page, "title"), named(page, "body")
    assert title.own_box and body.own_box
    above, below = title.box.y - inches(0.63), bar(page).box.y - body.box.bottom
    assert 0 < body.box.y - title.box.bottom < inches(0.5)
    assert 0.5 < above / below < 2


def test_bold_words_of_a_vision_are_in_the_accent_and_no_others() -> None:
    page = frame("vision", "title: Visionen åbner for en fælles havn\nvision: Fem havne som **én havn** for alle")
    runs = [run for one in named(page, "vision").paragraphs for run in one.runs]
    assert {run.text.strip(): run.color for run in runs if run.text.strip()} == {
        "Fem havne som": None,
        "én havn": "accent",
        "for alle": None,
    }


def test_a_drawing_beside_a_question_has_the_path_that_its_file_sets_apart_in_the_accent() -> None:
    page = frame("question", "title: Hvad skal der til?\ndrawing: spor.svg\nalt: To spor")
    drawn = [one for one in flat(page.items) if isinstance(one, ShapeItem) and one.name == "line"]
    assert [one.line for one in drawn] == ["tint3", "accent"]
    outer, inner = (one.box for one in drawn)
    assert outer.contains(inner)
