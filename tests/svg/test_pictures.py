"""`deckgen pictures` as its user runs it and as a program calls it: which files come of it, and what can go wrong."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

import deckgen
from asked import BRAND, asked, edit, run, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


def test_every_page_of_every_deck_is_a_file_under_its_id(folder: Path, tmp_path: Path) -> None:
    result = deckgen.pictures(folder, brand=BRAND, output=tmp_path / "seen")
    assert result.ok
    for name, deck in result.decks.items():
        assert list(deck.pictures) == [frame.id for frame in deck.frames.frames]
        assert all(file == tmp_path / "seen" / name / f"{id}.svg" for id, file in deck.pictures.items())
    assert result.files == tuple(file for deck in result.decks.values() for file in deck.pictures.values())


def test_a_picture_is_well_formed_and_leads_back_to_the_content(folder: Path, tmp_path: Path) -> None:
    result = deckgen.pictures(folder, decks=["board"], slides=["survey.answers"], brand=BRAND, output=tmp_path)
    (file,) = result.files
    root = ElementTree.parse(file).getroot()
    assert root.get("data-slide") == "survey.answers"
    placed = [one for one in root.iter() if one.get("data-path")]
    assert {one.get("data-slide") for one in placed} == {"survey.answers"}
    assert {"title", "chart"} <= {one.get("data-path") for one in placed}


def test_two_runs_draw_the_same(folder: Path, tmp_path: Path) -> None:
    first, second = (deckgen.pictures(folder, brand=BRAND, output=tmp_path / run) for run in ("one", "two"))
    assert [one.read_bytes() for one in first.files] == [one.read_bytes() for one in second.files]


def test_a_png_is_as_wide_as_it_is_asked_for(folder: Path, tmp_path: Path) -> None:
    words = ("--slides", "survey.facts", "--format", "png", "--format", "json", "--width", "320")
    done = asked(folder, "pictures", "board", *words, "--output", str(tmp_path / "seen"))
    (found,) = json.loads(done.stdout)["files"]
    assert (found["deck"], found["slide"]) == ("board", "survey.facts")
    with Image.open(BytesIO(Path(found["file"]).read_bytes())) as image:
        assert (image.format, image.size) == ("PNG", (320, 180))


def test_a_slide_that_is_not_there_is_named_with_those_that_come_near(folder: Path) -> None:
    with pytest.raises(deckgen.UsageError, match=r"Did you mean 'survey\.answers'\?"):
        deckgen.pictures(folder, slides=["survey.answer"], brand=BRAND)
    done = run("pictures", "board", "--slides", "survey.answer", "--content", str(folder), "--brand", str(BRAND))
    assert done.exit_code == 2


def test_errors_in_the_content_leave_no_picture(folder: Path, tmp_path: Path) -> None:
    edit(folder, "slides", "kind: table", "kind: tabel")
    result = deckgen.pictures(folder, brand=BRAND, output=tmp_path / "seen")
    assert not result.ok and not result.files and not (tmp_path / "seen").exists()
