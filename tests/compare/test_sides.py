"""Two decks side by side: what only one says, other words, and what counts as a contradiction."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asked import claim, deck, edit, view, write
from deckgen.compare.claims import Claim
from deckgen.compare.sides import compare


def verdict(left: Claim, right: Claim) -> str:
    """What is said of two claims of one slide; "same" where they do not differ."""
    slide = compare(deck(("a", (left,))), deck(("a", (right,)), name="directorate")).sections[0].slides[0]
    return slide.differences[0].verdict if slide.differences else "same"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (claim("lead", "Alle 12 svarede"), claim("lead", "Alle 12 svarede"), "same"),
        (claim("lead", "Alle 12 svarede"), claim("lead", "Svar fra 12"), "other-words"),
        (claim("lead", "Alle 12 svarede"), claim("lead", "Alle svarede"), "other-words"),
        (claim("lead", "Alle 12 svarede"), claim("lead", "12 af 13 svarede"), "other-words"),
        (claim("lead", "375 medlemmer"), claim("lead", "378 medlemmer"), "contradiction"),
        (claim("lead", "1.740 medlemmer"), claim("lead", "1740 medlemmer"), "other-words"),
        (claim("lead", "Et fald på −3"), claim("lead", "Et fald på 3"), "contradiction"),
        (claim("lead", "Mellem 4–5 år"), claim("lead", "Mellem 4 og 5 år"), "other-words"),
        (claim("lead", "375 medlemmer", ("members", "375")), claim("lead", "378 medlemmer"), "contradiction"),
        # Two figures are two facts; one figure is answered for as a figure.
        (claim("lead", "375 m", ("members", "375")), claim("lead", "12 svar", ("answered", "12")), "other-words"),
        (claim("lead", "375 m", ("members", "375")), claim("lead", "378 m", ("members", "378")), "other-words"),
        (
            claim("data/1", "A: 3", number="3", label="A"),
            claim("data/2", "A: 4", number="4", label="A"),
            "contradiction",
        ),
        (
            claim("data/1", "A: 3", ("x", "3"), number="3", label="A"),
            claim("data/1", "A: 4", ("y", "4"), number="4", label="A"),
            "contradiction",
        ),
    ],
)
def test_what_two_claims_are_to_each_other(left: Claim, right: Claim, expected: str) -> None:
    assert verdict(left, right) == expected
    assert verdict(right, left) == expected


def test_one_figure_with_two_values_is_a_contradiction_and_says_where() -> None:
    left = deck(("a", (claim("title", "375 medlemmer", ("members", "375")),)), members="375")
    right = deck(("b", (claim("lead", "378 i alt", ("members", "378")),)), name="directorate", members="378")
    (found,) = compare(left, right).contradictions
    assert (found.place, found.left, found.right) == ("members", "375", "378")
    assert found.at == (("board", 1, "a", "title"), ("directorate", 1, "b", "lead"))


WORDS = st.sampled_from(["Alle 12 svarede", "Ingen", "375 medlemmer", ""])
DECK = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.lists(st.builds(claim, st.sampled_from(["title", "items/1", "items/2"]), WORDS), max_size=3).map(tuple),
    ),
    max_size=3,
    unique_by=lambda slide: slide[0],
).map(lambda slides: deck(*slides))


@given(DECK)
def test_a_deck_agrees_with_itself(one: object) -> None:
    sides = compare(one, one)  # type: ignore[arg-type]
    assert not sides.contradictions
    assert not any(slide.differences for section in sides.sections for slide in section.slides)


@given(DECK, DECK)
def test_who_is_named_first_makes_no_contradiction(left: object, right: object) -> None:
    one, other = compare(left, right), compare(right, left)  # type: ignore[arg-type]
    assert len(one.contradictions) == len(other.contradictions)


def test_decks_of_content_by_section_slide_claim_and_number(tmp_path: Path) -> None:
    folder = write(tmp_path)
    sides = compare(view(folder), view(folder, "directorate"))
    listed = {section.id: [slide.id for slide in section.slides] for section in sides.sections}
    assert listed == {
        "findings": ["survey.answers", "survey.facts", "meeting.board"],
        "more": ["meeting.said"],
        "appendix": ["meeting.sources"],
        "talk": [],
    }
    slides = {slide.id: slide for section in sides.sections for slide in section.slides}
    assert slides["survey.answers"].differences == slides["survey.facts"].differences == ()
    assert slides["meeting.board"].right is None
    (other,) = slides["meeting.said"].differences
    assert (other.verdict, other.path) == ("other-words", "items/2")
    assert [one.path for one in sides.facts] == ["subtitle"]
    assert all(not number.contradicts for number in sides.numbers)
    assert not sides.contradictions


def test_a_figure_that_audiences_see_differently_contradicts(tmp_path: Path) -> None:
    folder = write(tmp_path)
    edit(folder, "figures", "value: 375", "value: {board: 375, directorate: 378}")
    (found,) = compare(view(folder), view(folder, "directorate")).contradictions
    assert (found.place, found.left, found.right) == ("members", "mindst\u00a0375", "mindst\u00a0378")
    assert {(deck, slide) for deck, _, slide, _ in found.at} == {
        (name, slide) for name in ("board", "directorate") for slide in ("survey.answers", "survey.facts")
    }
