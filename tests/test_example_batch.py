"""The invented municipalities of examples/: a deck for each, out of the box, and each says that it is invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

import deckgen
from commands import invoked

ROOT = Path(__file__).parent.parent
FEW = ("Månedal", "Rimskov")
"""Two whose own numbers are not shown: hardly anybody answered in one, and the other would give these back."""


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of each municipality by its name, as the command makes them."""
    output = tmp_path_factory.mktemp("municipalities")
    ran = invoked("batch", "run", "--content", "examples/municipalities", "--output", str(output), cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    return {line["name"]: Path(line["file"]) for line in map(json.loads, ran.stdout.splitlines())}


def said(file: Path) -> list[str]:
    """What each slide says."""
    slides = Presentation(str(file)).slides
    return [" ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in slides]


def test_each_municipality_has_a_deck_that_names_it_and_says_that_it_is_invented(decks: dict[str, Path]) -> None:
    assert len(decks) == 12
    for name, file in decks.items():
        cover, counting, *rest = said(file)
        assert f"{name}: virksomhederne" in cover and "opdigtet" in cover and "opdigtede" in counting
        assert all(name in one for one in rest if "Udeladt" not in one)
        assert name in Presentation(str(file)).core_properties.title


def test_where_too_few_answered_the_deck_says_what_it_leaves_out(decks: dict[str, Path]) -> None:
    for name, file in decks.items():
        is_told = [one for one in said(file) if "Udeladt:" in one]
        assert len(is_told) == (1 if name in (*FEW, "Lygtemark") else 0)
        assert len(said(file)) == (3 if name in FEW else 5 if name == "Lygtemark" else 6)


def test_the_folder_is_checked_and_built_like_any_other() -> None:
    assert deckgen.check(ROOT / "examples/municipalities", strict=True).diagnostics == ()


def test_the_open_xml_sdk_finds_nothing_wrong(decks: dict[str, Path], validate: Callable[[Path], list[str]]) -> None:
    assert validate(decks["Klokkeby"]) == []
