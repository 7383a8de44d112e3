"""`deckgen diff --since --pictures`: a page for each slide that changed, and none for the others."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

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


def test_the_page_of_a_slide_that_changed_is_in_the_language_of_messages(folder: Path, tmp_path: Path) -> None:
    edit(folder, "slides", "title: Klyngerne i tal", "title: Klyngerne i store tal")
    told = {}
    for name in ("en", "da"):
        deckgen.diff(folder, "board", since="HEAD", pictures=tmp_path / name, brand=BRAND, messages=name)
        page = (tmp_path / name / "survey.facts.html").read_text(encoding="utf-8")
        told[name] = re.sub('data:[^"]*', "", page)
    assert '<html lang="da">' in told["da"] and "<h2>Før</h2>" in told["da"] and "Tekster" in told["da"]
    assert "<h2>Before</h2>" in told["en"] and "Texts" in told["en"]


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


REVIEW = Path(__file__).parents[2] / "docs/review"


def test_the_hook_of_the_documents_draws_what_a_commit_changes_and_stops_at_an_error(
    folder: Path, tmp_path: Path
) -> None:
    """With the command of this tree as `deckgen`, and the brand where an engagement has it."""
    programs = tmp_path / "programs"
    command = programs / "deckgen"
    write_text(command, f'#!/bin/sh\nexec "{sys.executable}" -m deckgen "$@" --brand "{BRAND}"\n')
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}

    def hook() -> int:
        words = ["sh", str(REVIEW / "pre-commit")]
        return subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, check=False).returncode

    edit(folder, "slides", "title: Klyngerne i tal", "title: Klyngerne i store tal")
    assert hook() == 0
    assert (tmp_path / "changed/board/survey.facts.html").exists()
    edit(folder, "slides", "kind: bullets", "kind: bulets")
    assert hook() == 1


def test_the_workflow_of_the_documents_runs_commands_that_there_are(folder: Path) -> None:
    steps = yaml.safe_load((REVIEW / "pictures.yml").read_text(encoding="utf-8"))["jobs"]["pictures"]["steps"]
    run = "\n".join(step.get("run", "") for step in steps)
    assert "deckgen check --format github" in run and "--since" in run and "--pictures" in run
    assert asked(folder, "check", "--format", "github").exit_code == 0


def write_text(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
