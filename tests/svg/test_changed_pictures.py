"""`deckgen diff --since --pictures`: a page for each slide that changed, and none for the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import deckgen
from asked import BRAND, asked, committed, edit, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write(tmp_path / "content")
    committed(tmp_path)
    return made


def test_a_slide_that_changed_is_shown_before_and_after_with_its_cause(folder: Path, tmp_path: Path) -> None:
    edit(folder, "figures", "value: 12", "value: 11")
    result = deckgen.diff(folder, "board", since="HEAD", pictures=tmp_path / "seen", brand=BRAND)
    page = (tmp_path / "seen/survey.answers.html").read_text(encoding="utf-8")
    assert tmp_path / "seen/survey.answers.html" in result.files
    assert page.count("data:image/svg+xml") == 2
    assert "answered" in page and "12" in page and "11" in page


def test_a_slide_that_did_not_change_has_no_page(folder: Path, tmp_path: Path) -> None:
    result = deckgen.diff(folder, "board", since="HEAD", pictures=tmp_path / "seen", brand=BRAND)
    assert result.ok and not result.files and not (tmp_path / "seen").exists()
    edit(folder, "slides", "title: Klyngerne i tal", "title: Klyngerne i store tal")
    result = deckgen.diff(folder, "board", since="HEAD", pictures=tmp_path / "seen", brand=BRAND)
    assert [file.name for file in result.files] == ["survey.facts.html"]


def test_the_command_tells_the_files(folder: Path, tmp_path: Path) -> None:
    edit(folder, "slides", "title: Klyngerne i tal", "title: Klyngerne i store tal")
    words = ("diff", "board", "--since", "HEAD", "--pictures", str(tmp_path / "seen"))
    target = (tmp_path / "seen/survey.facts.html").as_posix()
    assert f"drawn: {target}" in asked(folder, *words).stdout
    assert json.loads(asked(folder, *words, "--format", "json").stdout)["files"] == [target]


def test_pictures_want_a_revision(folder: Path) -> None:
    for other, since in (("directorate", ""), ("", "earlier.pptx")):
        with pytest.raises(deckgen.UsageError, match="since a git revision"):
            deckgen.diff(folder, "board", other, since=since, pictures="seen", brand=BRAND)
