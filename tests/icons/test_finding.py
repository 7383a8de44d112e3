"""An icon is found by its name or by a word for it, and every word that a language has leads to its icon."""

from __future__ import annotations

import pytest

from deckgen.icons import icon_set
from deckgen.icons.finding import icon_name, near_names
from deckgen.locale import language, languages


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("handshake", "handshake"),
        ("håndtryk", "handshake"),
        ("Rådhus", "landmark"),
        ("town hall", "landmark"),
        ("kolbe", "flask-conical"),
        ("penge", "coins"),
        ("rapport", "file-text"),
        (" target ", "target"),
    ],
)
def test_a_name_or_a_word_names_an_icon(written: str, name: str) -> None:
    assert icon_name(written) == name


def test_what_nobody_calls_an_icon_names_none() -> None:
    assert icon_name("uhørt ord") == ""


NEAR = [("handshaek", "handshake"), ("håndtrk", "håndtryk"), ("hat", "hard-hat")]


@pytest.mark.parametrize(("written", "near"), NEAR)
def test_what_was_probably_meant_is_near(written: str, near: str) -> None:
    assert near in near_names(written)


@pytest.mark.parametrize("code", languages())
def test_each_word_of_a_language_leads_to_its_icon(code: str) -> None:
    known = language(code)
    assert known is not None
    for icon, words in known.icons.items():
        assert icon in icon_set.names()
        assert {word: icon_name(word) for word in words} == dict.fromkeys(words, icon)


def test_danish_and_english_have_words_for_what_boards_speak_of() -> None:
    for code in ("da", "en"):
        known = language(code)
        assert known is not None
        assert len(known.icons) > 120


def test_every_icon_of_the_set_can_be_drawn() -> None:
    undrawn = [name for name in icon_set.names() if icon_set.outline(name) is None]
    assert undrawn == []
