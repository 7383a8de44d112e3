"""One grammar of names, in every script and however a name was typed."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from content_folders import DECK, FIGURES, SLIDES, clean, codes, loaded
from deckgen.nodes.grammar import is_name, is_part, is_slide_id, slug


@pytest.mark.parametrize("name", ["members", "members.large-firms", "2023", "større.å", "münchen", "año", "हिन्दी.१"])
def test_a_name_is_small_letters_of_any_script(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "text", ["", "Members", "a b", "a_b", ".a", "a.", "a..b", "-a", "a-", "a/b", "a\n", "\u0301"]
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_dots_part_a_name() -> None:
    assert (is_part("board"), is_part("board.en")) == (True, False)
    assert (is_slide_id("survey"), is_slide_id("survey.å")) == (False, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Ja, større", "ja-større"), ("100–499 ansatte", "100-499-ansatte"), ("Groß / Ñ", "groß-ñ"), ("–", "")],
)
def test_a_name_is_made_of_any_text(text: str, name: str) -> None:
    assert slug(text) == name
    assert not name or is_name(name)


def test_a_name_typed_on_a_mac_is_found(tmp_path: Path) -> None:
    def typed(text: str) -> str:
        return unicodedata.normalize("NFD", text)

    figures = FIGURES + typed("større.å: {value: 7, label: Større, source: survey}\n")
    slides = SLIDES.replace("${answered}", "${større.å}").replace("survey.rate", typed("survey.rå"))
    deck = DECK.replace("survey.rate", "survey.rå")
    contents = clean(tmp_path, figures=figures, slides=slides, decks__board=deck)
    assert "survey.rå" in contents["board"].slides


def test_one_name_typed_in_two_ways_is_one_name(tmp_path: Path) -> None:
    one = "å: {value: 1, label: x, source: survey}\n"
    _, found = loaded(tmp_path, figures=FIGURES + one + unicodedata.normalize("NFD", one))
    assert codes(found) == ["duplicate-key"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_files_and_their_columns_are_found_however_they_were_typed(
    form: Literal["NFC", "NFD"], tmp_path: Path
) -> None:
    def typed(text: str) -> str:
        return unicodedata.normalize(form, text)

    (tmp_path / typed("måling.csv")).write_text(typed("id;på\n1;å\n"), encoding="utf-8")
    data = """\
    datasets:
      s: {file: måling.csv, source: survey, named: false, columns: {på: {type: single, options: {å: På}}}}
    tabulations:
      t: {data: s, question: på, statistic: count}
    """
    figures = FIGURES + "x: {from: t/På, label: x, source: survey}\n"
    assert clean(tmp_path, data=data, figures=figures)["board"].figures["x"].value == 1


@pytest.mark.parametrize("name", ["Board", "9th", "two words", "a.b"])
def test_an_audience_has_one_word_that_begins_with_a_letter(name: str, tmp_path: Path) -> None:
    _, found = loaded(tmp_path, project=f"language: da\naudiences: [board, '{name}']\norganisation: {{name: x}}\n")
    assert "bad-name" in codes(found)
