"""What a file says of its codes by itself is taken over when it is declared, and loads at once."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

import pandas
import pyreadstat
import pytest
from test_exports import added, column, content, left_out, types

import deckgen
from deckgen.data.cell_values import CellStyle
from deckgen.data.labels import Labels
from deckgen.guessing.dataset import guess_dataset
from deckgen.guessing.table import Table

DANISH = CellStyle("da", ",", ".", day_first=True)
AGREE = {1: "Uenig", 2: "Hverken eller", 3: "Enig", 8: "Ved ikke", 9: "Ubesvaret"}


def sav(columns: dict[str, list[Any]], **said: Any) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.sav"
        pyreadstat.write_sav(pandas.DataFrame(columns), str(path), **said)
        return path.read_bytes()


def guessed(folder: Path, columns: dict[str, list[Any]], **said: Any) -> Any:
    return added(folder, sav(columns, **said), "svar.sav")


def test_named_codes_are_options_that_are_not_written_again(tmp_path: Path) -> None:
    held = [1.0, 2.0, 3.0, 8.0, 9.0, None]
    guess = guessed(
        tmp_path,
        {"respid": [*range(6)], "q1": held},
        column_labels=["Nummer", "Er I enige?"],
        variable_value_labels={"q1": AGREE},
        missing_ranges={"q1": [{"lo": 8, "hi": 9}]},
    )
    said = column(guess, "q1")
    assert (said.type, said.label, said.options, said.dont_know) == ("scale", "Er I enige?", {}, ("8",))
    assert "9 (Ubesvaret)" in said.why


def test_a_measure_that_is_ordinal_makes_a_scale_of_words_that_nobody_knows(tmp_path: Path) -> None:
    codes, names = {"q": [1.0, 2.0, 3.0] * 4, "r": [1.0, 2.0, 3.0] * 4}, {1: "Gul", 2: "Grøn", 3: "Blå"}
    guess = guessed(
        tmp_path, codes, variable_value_labels={"q": names, "r": names}, variable_measure={"q": "ordinal"}
    )
    assert types(guess) == {"q": "scale", "r": "single"}


def test_a_scale_whose_ends_have_names_has_all_its_steps(tmp_path: Path) -> None:
    guess = guessed(
        tmp_path,
        {"q": [0.0, 4.0, 10.0, 7.0, 99.0] * 3},
        variable_value_labels={"q": {0: "Slet ikke", 10: "Helt sikkert", 99: "Ved ikke"}},
    )
    said = column(guess, "q")
    assert (said.type, said.dont_know, len(said.options)) == ("scale", ("99",), 12)
    assert (said.options["0"], said.options["5"], said.options["10"]) == ("Slet ikke", "5", "Helt sikkert")


def test_numbers_of_which_a_code_means_no_answer_are_numbers(tmp_path: Path) -> None:
    guess = guessed(
        tmp_path,
        {"age": [23.0, 45.0, 999.0, 67.0], "size": [1.0, 200.0, 37.0, 52.0], "open": [31.0, -9.0, 77.0, 12.0]},
        variable_value_labels={"age": {999: "Vil ikke svare"}, "size": {1: "1 eller færre"}},
        missing_ranges={"age": [999], "open": [-9]},
    )
    assert types(guess) == {"age": "integer", "size": "integer", "open": "integer"}
    assert "999 (Vil ikke svare)" in column(guess, "age").why
    assert "1 (1 eller færre)" in column(guess, "size").doubt
    assert "-9" in column(guess, "open").why


def test_codes_of_texts_that_have_no_name_are_called_as_they_stand(tmp_path: Path) -> None:
    guess = guessed(
        tmp_path, {"q": ["k", "k", "m", "x", "x"]}, variable_value_labels={"q": {"k": "Kran", "m": "Mole"}}
    )
    said = column(guess, "q")
    assert (said.options, "x" in said.doubt) == ({"k": "Kran", "m": "Mole", "x": "x"}, True)


def test_options_in_variables_are_one_question_by_their_marks_or_by_their_names(tmp_path: Path) -> None:
    guess = guessed(
        tmp_path,
        {
            "q1_1": [1.0, 2.0, 2.0, 1.0],
            "q1_2": [2.0, 2.0, 1.0, 1.0],
            "q2_1": [1.0, None, 1.0, None],
            "q2_2": [None, 2.0, 2.0, None],
        },
        column_labels=["Hvad deler I? Kran", "Hvad deler I? Kaj", "Hvem er med?", "Hvem er med?"],
        variable_value_labels={
            "q1_1": {1: "Valgt", 2: "Ikke valgt"},
            "q1_2": {1: "Valgt", 2: "Ikke valgt"},
            "q2_1": {1: "Havnen"},
            "q2_2": {2: "Kommunen"},
        },
    )
    first, second = column(guess, "q1"), column(guess, "q2")
    assert (first.type, first.label, first.chosen, first.not_chosen) == ("multiple", "Hvad deler I?", ("1",), ("2",))
    assert list(first.options.values()) == ["Kran", "Kaj"]
    assert (second.type, second.label, list(second.options.values())) == (
        "multiple",
        "Hvem er med?",
        ["Havnen", "Kommunen"],
    )


def test_a_missing_code_is_no_step_of_a_scale(tmp_path: Path) -> None:
    guess = guessed(
        tmp_path,
        {"q": [1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 9.0]},
        variable_value_labels={"q": {1: "Lidt", 5: "Meget", 9: "Ved ikke"}},
        missing_ranges={"q": [{"lo": 8, "hi": 9}]},
    )
    assert list(column(guess, "q").options) == ["1", "2", "3", "4", "5", "9"]


def test_numbers_of_which_some_have_names_and_fractions_are_numbers(tmp_path: Path) -> None:
    guess = guessed(tmp_path, {"q": [1.0, 2.5, 10.0, 7.0]}, variable_value_labels={"q": {1: "Lavest", 10: "Højest"}})
    assert types(guess) == {"q": "decimal"}


def test_what_the_file_calls_one_question_is_one(tmp_path: Path) -> None:
    labels = Labels(
        questions=dict.fromkeys(("a", "b"), "Hvad deler I?"),
        choices={"a": "Kran", "b": "Kaj"},
        counted={"a": "2", "b": "2"},
    )
    table = Table(("a", "b"), ("Hvad deler I?",) * 2, (("2", "1", "1"), ("1", "2", "2")), labels=labels)
    (said,) = guess_dataset(table, DANISH).columns
    assert (said.type, said.label, said.options) == ("multiple", "Hvad deler I?", {"a": "Kran", "b": "Kaj"})
    assert (said.chosen, said.not_chosen) == (("2",), ("1",))


def test_weights_and_names_of_people_are_left_out_of_any_file(tmp_path: Path) -> None:
    guess = guessed(
        tmp_path,
        {"q": [1.0, 2.0] * 3, "weight": [0.5, 1.5] * 3, "navn": ["Ada", "Bo", "Carl"] * 2},
        variable_value_labels={"q": {1: "Ja", 2: "Nej"}},
    )
    assert left_out(guess) == {"weight": "weights", "navn": "names somebody"}
    assert any("weights" in doubt for doubt in guess.doubts)


def test_stata_and_parquet_are_declared_as_they_say(tmp_path: Path) -> None:
    held = io.BytesIO()
    frame = pandas.DataFrame(
        {"q": pandas.Categorical(["Nej", "Ja", "Ja"], categories=["Nej", "Ja"]), "n": [1.5, 2, 3]}
    )
    frame.to_stata(held, write_index=False)
    assert types(added(tmp_path, held.getvalue(), "svar.dta")) == {"q": "single", "n": "decimal"}
    held = io.BytesIO()
    steps = pandas.Categorical(["Lidt", "Meget", "Lidt"], categories=["Lidt", "Meget"], ordered=True)
    pandas.DataFrame({"q": steps, "m": [["Kran", "Kaj"], ["Kaj"], ["Kran"]]}).to_parquet(held)
    (tmp_path / "two").mkdir()
    guess = added(tmp_path / "two", held.getvalue(), "svar.parquet")
    assert types(guess)["q"] == "scale"


@pytest.mark.parametrize("name", ["svar.sav", "svar.parquet"])
def test_a_file_without_respondents_is_refused(tmp_path: Path, name: str) -> None:

    held = io.BytesIO()
    pandas.DataFrame({"q": pandas.Series([], dtype=float)}).to_parquet(held)
    data = sav({"q": []}) if name.endswith(".sav") else held.getvalue()
    (tmp_path / name).write_bytes(data)
    result = deckgen.add_data(tmp_path / name, content(tmp_path))
    assert [one.code for one in result.diagnostics] == ["data-without-rows"]
