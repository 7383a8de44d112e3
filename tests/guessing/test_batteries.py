"""A battery is one whichever side of the brackets its question stands on."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports import AGREE, text, turned
from test_exports import added, column, types

import deckgen
from commands import invoked
from deckgen.guessing.groups import Split, splits

QUESTION = "Hvor enig er du i, at I samarbejder?"
ITEMS = ("Kommunen", "Regionen", "Den lokale erhvervsforening")


def exported(*heads: str) -> bytes:
    """A file in which each of these is answered on one scale, between a question before and one behind."""
    rows = [
        (f"r{at}", turned(("Lille", "Stor"), at), *(turned(AGREE, at + n) for n in range(len(heads))), at % 4)
        for at in range(40)
    ]
    return text([("Id", "Størrelse", *heads, "Antal projekter"), *rows])


@pytest.mark.parametrize(
    "form",
    [
        "{question} [{item}]",
        "{item} [{question}]",
        "{question}[{item}]",
        "{item}  [{question}] ",
        "{question} - {item}",
    ],
)
def test_a_battery_is_found_whichever_stands_in_brackets(form: str, tmp_path: Path) -> None:
    guess = added(tmp_path, exported(*(form.format(question=QUESTION, item=item) for item in ITEMS)))
    (battery,) = guess.batteries
    assert battery.label == QUESTION
    assert [column(guess, name).label for name in battery.questions] == list(ITEMS)
    assert [types(guess)[name] for name in battery.questions] == ["scale"] * 3
    assert battery.questions[:2] == ("kommunen", "regionen")


def test_a_question_that_alone_was_given_every_answer_keeps_them_all(tmp_path: Path) -> None:
    heads = [f"Hvor enig er du? [{item}]" for item in ITEMS]
    scale = ("Helt uenig", "Uenig", "Hverken eller", "Enig", "Helt enig")
    rows = [(f"r{at}", turned(scale[1:], at), turned(scale, at), turned(scale[2:], at)) for at in range(40)]
    guess = added(tmp_path, text([("Id", *heads), *rows]))
    (battery,) = guess.batteries
    assert {tuple(column(guess, name).options.values()) for name in battery.questions} == {scale}
    assert set(types(guess).values()) == {"scale"}


def test_two_batteries_beside_each_other_are_two(tmp_path: Path) -> None:
    heads = [f"{item} [Hvor {how} er du?]" for how in ("enig", "tryg") for item in ITEMS[:2]]
    guess = added(tmp_path, exported(*heads))
    assert [(one.label, len(one.questions)) for one in guess.batteries] == [
        ("Hvor enig er du?", 2),
        ("Hvor tryg er du?", 2),
    ]


def test_options_whose_question_stands_behind_them_are_one_question(tmp_path: Path) -> None:
    rows = [(at, "Ja" if at % 2 else "", "Ja" if at % 3 else "") for at in range(20)]
    guess = added(tmp_path, text([("Id", "Kran [Hvad deler I?]", "Kaj [Hvad deler I?]"), *rows]))
    (asked,) = guess.columns
    assert (asked.label, asked.type, list(asked.options.values())) == ("Hvad deler I?", "multiple", ["Kran", "Kaj"])


@pytest.mark.parametrize(
    "heads",
    [
        ("Højde [cm]", "Bredde [cm]"),  # a unit is no question
        ("Hvad deler I? [Kran og kaj]", "Hvad deler I? [Kran og kaj]"),  # what stands before is shared
        ("Kommunen [Hvor enig er du?]", "Noget helt andet"),  # nobody shares it
        ("Kommunen [Hvor enig er du?]", "Alder", "Regionen [Hvor enig er du?]"),  # not beside each other
    ],
)
def test_brackets_that_hold_no_shared_question_stay_as_they_are_read(heads: tuple[str, ...]) -> None:
    assert Split("Hvor enig er du?", "Kommunen") not in splits(heads, heads)
    assert all(
        one.stem in ("", "Højde", "Bredde", "Hvad deler I?", "Kommunen", "Regionen") for one in splits(heads, heads)
    )


def test_an_engagement_begins_with_its_data(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_bytes(exported(*(f"{item} [{QUESTION}]" for item in ITEMS)))
    result = deckgen.new_project(tmp_path / "new", data=tmp_path / "svar.csv")
    assert result.ok
    assert result.dataset is not None
    assert (tmp_path / "new/content/data/svar.csv").exists()
    assert [len(one.questions) for one in result.dataset.guess.batteries] == [3]
    ended = invoked("new", "more", "--data", "svar.csv", "--messages", "da", cwd=tmp_path)
    assert "40 respondenter" in ended.stdout
    assert not deckgen.new_project(tmp_path / "bad", data=tmp_path / "new/content/project.yaml").ok
    assert (tmp_path / "bad/content/project.yaml").exists()
