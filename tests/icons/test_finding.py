"""An icon is found by its name or by a word for it, and every word that a language has leads to its icon."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import deckgen
from deckgen.cli.icons import icons
from deckgen.icons import icon_set
from deckgen.icons.finding import find, icon_name, near_names
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


def found(word: str) -> list[str]:
    return [one.name for one in find(word)]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("havn", "anchor"),
        ("Agreement", "handshake"),
        ("town hall", "landmark"),
        ("flag", "flag"),
    ],
)
def test_what_is_called_by_a_word_comes_first(word: str, first: str) -> None:
    assert found(word)[0] == first


def test_what_a_tag_alone_says_comes_after_what_a_name_says() -> None:
    names = found("flag")
    assert names.index("flag-off") < names.index("land-plot")


def test_without_a_word_those_that_have_words_are_found() -> None:
    listed = find("")
    assert 150 < len(listed) < len(icon_set.names())
    assert all(one.words for one in listed)


def test_no_icon_goes_with_a_word_that_nobody_uses() -> None:
    with pytest.raises(deckgen.UsageError, match="no icon for 'uhørt ord'"):
        deckgen.find_icons("uhørt ord")


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icon_set, "_PACKAGE", "no_such_package")
    icon_set.names.cache_clear()
    icon_set.tags.cache_clear()
    with pytest.raises(deckgen.UsageError, match=r"deckgen\[icons\]"):
        deckgen.find_icons("havn")


def test_a_line_for_each_icon_tells_its_words() -> None:
    said = CliRunner().invoke(icons, ["håndtryk"]).output
    assert said.startswith("handshake  håndtryk, aftale, ")
    assert said.count("\n") == 1
