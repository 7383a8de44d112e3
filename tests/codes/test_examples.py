"""Each example of a page brings about the code that the page is about, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.codes.table import all_codes
from projects import GOOD, laid_over, reported, write

SHOWN = [code.name for code in all_codes().values() if code.files]


@pytest.mark.parametrize("name", SHOWN)
def test_an_example_brings_about_its_code_alone(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = all_codes()[name]
    monkeypatch.chdir(write(tmp_path, laid_over(code.files)))
    assert reported("check") == {(name, code.severity)}


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
