"""`deckgen data` tells what was read, and nobody's own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import exports
from click.testing import CliRunner
from test_exports import content

import deckgen
from deckgen.cli import deckgen as command


def listed(folder: Path, *more: str) -> str:
    done = CliRunner().invoke(command, ["data", "--content", str(folder), *more])
    assert done.exit_code == 0, done.output
    return done.output


def forms(folder: Path) -> Path:
    (folder / "forms.xlsx").write_bytes(exports.FORMS)
    made = content(folder)
    assert deckgen.add_data(folder / "forms.xlsx", made).ok
    return made


def test_questions_with_n_missing_and_answers(tmp_path: Path) -> None:
    told = listed(forms(tmp_path))
    assert "forms: 30 respondents, data/forms.xlsx; key Id, not shown, 3 columns not declared" in told
    assert "multiple  n   30  missing   0  Kran (18), Vagt (18), Is (12)" in told
    assert "vi-er-hørt, vi-er-klar, vi-er-trygge" in told


def test_nobody_is_named_and_no_own_words_are_told(tmp_path: Path) -> None:
    made = forms(tmp_path)
    for told in (listed(made), listed(made, "--format", "json")):
        assert "Kommentar 1" not in told and "firma.dk" not in told and "Person" not in told


def test_the_same_as_json(tmp_path: Path) -> None:
    (dataset,) = json.loads(listed(forms(tmp_path), "--format", "json"))["datasets"]
    by_name: dict[str, Any] = {one["name"]: one for one in dataset["questions"]}
    assert (dataset["respondents"], dataset["asked"], dataset["undeclared"]) == (30, 0, 3)
    assert by_name["vi-er-hørt"]["dont_know"] == 4 and by_name["vi-er-hørt"]["n"] == 30
    assert by_name["andre-kommentarer"] | {"label": ""} == {
        "name": "andre-kommentarer",
        "label": "",
        "type": "text",
        "n": 20,
        "missing": 10,
        "dont_know": 0,
        "answers": [],
        "ends": [],
        "least": 0,
    }


def test_ends_of_numbers_are_none_that_few_gave(tmp_path: Path) -> None:
    rows = [("Id", "Hvor mange er ansat?"), *((at, at if at < 20 else 9000) for at in range(1, 21))]
    (tmp_path / "a.csv").write_bytes(exports.text(rows))
    made = content(tmp_path)
    assert deckgen.add_data(tmp_path / "a.csv", made).ok
    ((question,),) = (one.questions for one in deckgen.list_data(made).datasets)
    assert question.ends == ("3", "18")


def test_ends_are_written_as_the_language_does_and_say_which_they_are(tmp_path: Path) -> None:
    """The list said "2.2 til 25.6" of numbers from 1,5 to 29,8, without a word on the two that it left out."""
    rows = [("Id", "Hvor langt er der?"), *((at, f"{at},5") for at in range(1, 21))]
    (tmp_path / "a.csv").write_bytes(exports.text(rows))
    made = content(tmp_path)
    assert deckgen.add_data(tmp_path / "a.csv", made).ok
    assert "3,5 to 18,5 (number 3 from each end, so that no single answer is told)" in listed(made)
    declared = made / "data.yaml"
    declared.write_text(
        declared.read_text(encoding="utf-8").replace("    source:", "    named: false\n    source:", 1)
    )
    told = listed(made)
    assert "1,5 to 20,5" in told and "from each end" not in told
