"""Lines are broken as a greedy setter breaks them, by the faces' own metrics."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.lines import Lines, break_lines
from deckgen.layout.metrics import face
from deckgen.model.text import Run

CALIBRI = face("Calibri")
WORDS = st.text("abcdefghijklmnopqrstuvwxyzæøåÆØÅ0123456789", min_size=1, max_size=14)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
RUNS = st.lists(
    st.builds(
        Run, st.text("abfitæÅ 0-–/.,%\u00a0", min_size=1, max_size=12), st.booleans(), st.sampled_from(["", "x"])
    ),
    min_size=1,
    max_size=8,
)


def lines(text: str, width: float, size: float = 16) -> int:
    return break_lines([Run(text)], CALIBRI, size, width).count


def test_widths_are_those_of_the_face() -> None:
    # Calibri's zero is 1038 of 2048 units wide; two per cent are slack.
    assert CALIBRI.advance("0", False) == pytest.approx(1038 / 2048 * 1.02)
    # Its own lines are 1.172 high; programs set no face closer than this.
    assert face("Cambria").line == pytest.approx(1.2)


def test_a_break_of_the_content_starts_a_line() -> None:
    assert break_lines([Run("en"), Run("\n"), Run("to")], CALIBRI, 16, 500).texts == ("en", "to")


def test_no_break_space_holds_number_and_unit_together() -> None:
    width = CALIBRI.advance("svarprocent 92", False) * 16 + 1
    assert lines("svarprocent 92 %", width) == 2
    found = break_lines([Run("svarprocent 92\u00a0%")], CALIBRI, 16, width)
    assert found.texts == ("svarprocent", "92\u00a0%")


def test_a_compound_may_break_after_its_hyphen_and_nowhere_else() -> None:
    width = CALIBRI.advance("innovations-", False) * 16 + 1
    assert lines("innovations-netværk", width) == 2
    assert break_lines([Run("innovationsnetværk")], CALIBRI, 16, width).widest > width


def test_a_word_in_two_styles_is_one_word() -> None:
    split = break_lines([Run("klynge", bold=True), Run("samarbejde")], CALIBRI, 16, 60)
    assert split.count == 1
    assert split.widest_word == "klyngesamarbejde"


def test_a_hyphen_at_the_end_of_a_run_may_break() -> None:
    width = CALIBRI.advance("innovations-", True) * 16 + 1
    split = break_lines([Run("innovations-", bold=True), Run("netværk")], CALIBRI, 16, width)
    assert split.texts == ("innovations-", "netværk")


def test_libreoffice_moves_a_link_to_the_next_line_as_a_whole() -> None:
    runs = [Run("læs "), Run("hele rapporten", link="https://x.dk"), Run(" nu")]
    width = CALIBRI.advance("læs hele", False) * 16 + 1
    assert break_lines(runs, CALIBRI, 16, width).texts == ("læs hele", "rapporten", "nu")
    whole = CALIBRI.advance("læs hele rapport", False) * 16
    assert break_lines(runs, CALIBRI, 16, whole, drawn=True).texts[1].startswith("hele rapporten")


def test_libreoffice_cuts_a_link_that_is_wider_than_its_line_and_then_begins_a_line() -> None:
    runs = [Run("Vi har "), Run("en meget lang rapport", link="https://x.dk"), Run(" nu")]
    width = CALIBRI.advance("en meget lang", False) * 16
    drawn = break_lines(runs, CALIBRI, 16, width, drawn=True).texts
    assert drawn[0] == "Vi har"
    assert "".join(drawn[1:-1]) == "en meget lang rapport"
    assert drawn[-1] == "nu"
    assert break_lines(runs, CALIBRI, 16, width).texts == ("Vi har en", "meget lang", "rapport nu")


@given(SENTENCES, st.floats(60, 400), st.floats(1, 200), st.booleans())
def test_a_wider_box_never_takes_more_lines(text: str, width: float, more: float, drawn: bool) -> None:
    narrow, wide = (break_lines([Run(text)], CALIBRI, 16, each, drawn).count for each in (width, width + more))
    assert wide <= narrow


@given(SENTENCES, st.floats(60, 400))
def test_smaller_type_never_takes_more_lines(text: str, width: float) -> None:
    assert lines(text, width, 14) <= lines(text, width, 16)


@given(SENTENCES, st.floats(60, 400))
def test_the_safe_measures_never_take_fewer_lines_than_those_drawn(text: str, width: float) -> None:
    assert break_lines([Run(text)], CALIBRI, 16, width, drawn=True).count <= lines(text, width)


@given(SENTENCES, st.floats(200, 400))
def test_lines_hold_the_text(text: str, width: float) -> None:
    found = break_lines([Run(text)], CALIBRI, 16, width)
    words = sum(CALIBRI.advance(word, False) for word in text.split(" ")) * 16  # a space at a break stands nowhere
    assert max(CALIBRI.advance(line, False) * 16 for line in found.texts) <= width
    assert found.count >= words / width - 1e-6
    assert found.count <= text.count(" ") + 1


@given(RUNS, st.floats(5, 400), st.booleans())
def test_breaking_loses_no_character(runs: list[Run], width: float, drawn: bool) -> None:
    found = break_lines(runs, CALIBRI, 16, width, drawn)
    assert "".join(found.texts).replace(" ", "") == "".join(run.text for run in runs).replace(" ", "")


@given(SENTENCES, st.floats(60, 400))
def test_no_other_setter_needs_fewer_lines(text: str, width: float) -> None:
    """Held against a setter that tries every way to break."""
    words = text.split(" ")

    @cache
    def fewest(start: int) -> int:
        if start == len(words):
            return 0
        ends = [end for end in range(start + 1, len(words) + 1) if end == start + 1 or fits(start, end)]
        return 1 + min(fewest(end) for end in ends)

    def fits(start: int, end: int) -> bool:
        spaces = (end - start - 1) * CALIBRI.advance(" ", False)
        return (sum(CALIBRI.advance(word, False) for word in words[start:end]) + spaces) * 16 <= width + 1e-6

    found: Lines = break_lines([Run(text)], CALIBRI, 16, width)
    assert found.count == fewest(0)
