"""Lines are broken as a greedy setter breaks them, by the faces' own metrics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.lines import break_lines
from deckgen.layout.metrics import face
from deckgen.model.text import Run

CALIBRI = face("Calibri")
WORDS = st.text("abcdefghijklmnopqrstuvwxyzæøåÆØÅ0123456789", min_size=1, max_size=14)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def lines(text: str, width: float, size: float = 16) -> int:
    return break_lines([Run(text)], CALIBRI, size, width).count


def test_widths_are_those_of_the_face() -> None:
    # Calibri's zero is 1038 of 2048 units wide; two per cent are slack.
    assert CALIBRI.advance("0", False) == pytest.approx(1038 / 2048 * 1.02)
    assert face("Cambria").line == pytest.approx(1.172, abs=0.001)


def test_a_break_of_the_content_starts_a_line() -> None:
    assert break_lines([Run("en"), Run("\n"), Run("to")], CALIBRI, 16, 500).count == 2


def test_no_break_space_holds_number_and_unit_together() -> None:
    width = CALIBRI.advance("svarprocent 92", False) * 16 + 1
    assert lines("svarprocent 92 %", width) == 2
    found = break_lines([Run("svarprocent 92\u00a0%")], CALIBRI, 16, width)
    assert found.count == 2
    assert found.longest == pytest.approx(CALIBRI.advance("svarprocent", False) * 16)


def test_a_compound_may_break_after_its_hyphen_and_nowhere_else() -> None:
    width = CALIBRI.advance("innovations-", False) * 16 + 1
    assert lines("innovations-netværk", width) == 2
    assert break_lines([Run("innovationsnetværk")], CALIBRI, 16, width).widest > width


def test_a_word_in_two_styles_is_one_word() -> None:
    split = break_lines([Run("klynge", bold=True), Run("samarbejde")], CALIBRI, 16, 60)
    assert split.count == 1
    assert split.widest_word == "klyngesamarbejde"


def test_an_unknown_face_is_measured_wider() -> None:
    assert face("Aptos").advance("samarbejde", False) > CALIBRI.advance("samarbejde", False)


@given(SENTENCES, st.floats(60, 400), st.floats(1, 200))
def test_a_wider_box_never_takes_more_lines(text: str, width: float, more: float) -> None:
    assert lines(text, width + more) <= lines(text, width)


@given(SENTENCES, st.floats(60, 400))
def test_smaller_type_never_takes_more_lines(text: str, width: float) -> None:
    assert lines(text, width, 14) <= lines(text, width, 16)


@given(SENTENCES, st.floats(200, 400))
def test_lines_hold_the_text(text: str, width: float) -> None:
    found = break_lines([Run(text)], CALIBRI, 16, width)
    total = CALIBRI.advance(text, False) * 16
    assert found.longest <= width
    assert found.count >= total / width - 1e-6
    assert found.count <= text.count(" ") + 1
