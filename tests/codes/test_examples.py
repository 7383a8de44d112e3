"""Each example of a page brings about the code that the page is about, and no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from deckgen.cli import deckgen
from deckgen.codes.table import all_codes
from goldens import Held
from projects import GOOD, laid_over, reported, reported_and_told, write

SHOWN = [code.name for code in all_codes().values() if code.files]


@pytest.mark.parametrize("name", SHOWN)
def test_an_example_brings_about_its_code_alone_and_is_told_as_in_its_golden_text(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Held
) -> None:
    code = all_codes()[name]
    monkeypatch.chdir(write(tmp_path, laid_over(code.files)))
    said, text = reported_and_told("check")
    held(f"messages/{name}.txt", text)
    # A fault is often planted in a page of one line.
    hollow = ("page-hollow", "warning")
    assert (said if name == "page-hollow" else said - {hollow}) == {(name, code.severity)}


RELATED = {
    "bad-cell": ["{type: date}"],
    "base-differs": ["{value: 13"],
    "broken-invariant": ["{value: 12", "{value: 13"],
    "column-twice": ["size;started"],
    "duplicate-audience": ["board, directorate"],
    "duplicate-chapter": ["findings, title: Fund"],
    "duplicate-key": ["survey: Spørgeskema, 2023"],
    "duplicate-slide": ["survey.members, kind: question"],
    "figure-circle": ["members - small"],
    "no-column": ["stoerrelse;"],
    "published-differs": ["asked + 362"],
    "rounded-differently": ["{value: 92.3"],
    "slide-id-taken": ["{id: findings.opening"],
    "slide-twice": ["survey.members]}"],
    "title-unique": ["De fleste klynger er til stede"],
}
"""What stands at the other places that a message names."""


@pytest.mark.parametrize("name", RELATED)
def test_the_other_place_that_belongs_to_a_mistake_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, laid_over(all_codes()[name].files)))
    said = CliRunner().invoke(deckgen, ["check", "board", "--format", "json"]).stdout
    found = next(one for one in json.loads(said)["diagnostics"] if one["code"] == name)
    places = zip(found["related"], RELATED[name], strict=True)
    assert [at(place)[: len(said)] for place, said in places] == RELATED[name]
    assert all(place["message"] for place in found["related"])
    text = CliRunner().invoke(deckgen, ["check", "board"]).stdout
    assert text.count("    note: ") == len(RELATED[name])


def at(place: dict[str, Any]) -> str:
    """What stands from a place to the end of its line; a column that is null is the whole line."""
    line, column = int(place["line"]), int(place["column"] or 1)
    return Path(place["file"]).read_text(encoding="utf-8").splitlines()[line - 1][column - 1 :]


def test_nothing_is_said_of_the_project_that_examples_are_laid_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, GOOD))
    assert reported("check") == set()


def test_keys_at_the_left_edge_are_taken_from_the_example_and_the_others_kept() -> None:
    made = laid_over({"content/sources.yaml": "survey: En anden\n"})["content/sources.yaml"]
    assert made == "plan: Handlingsplanen, 2022\nsurvey: En anden\n"
    assert "content/sources.yaml" not in laid_over({"content/sources.yaml": ""})
    assert laid_over({"content/sources.yaml": "# intet\n"})["content/sources.yaml"] == "# intet\n"
