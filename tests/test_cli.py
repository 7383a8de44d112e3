"""The command as its user runs it: exit codes, messages, and what survives a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation

ROOT = Path(__file__).parent.parent
BRAND = str(ROOT / "assets/_brand.yml")


def run(*words: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    command = [sys.executable, "-m", "deckgen", *words]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may spoil."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    return tmp_path


def spoil(project: Path, file: str, old: str, new: str) -> None:
    path = project / "content" / file
    said = path.read_text(encoding="utf-8")
    assert old in said
    path.write_text(said.replace(old, new, 1), encoding="utf-8")


def test_build_says_file_slides_minutes_and_warnings(project: Path) -> None:
    done = run("build", "board", cwd=project)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("output/board.pptx: ")
    assert ", 30 minutes, 0 warnings" in done.stdout
    assert not (project / "output/directorate.pptx").exists()


def test_build_without_a_name_builds_all(project: Path) -> None:
    assert run("build", cwd=project).returncode == 0
    assert {file.name for file in (project / "output").iterdir()} == {"board.pptx", "directorate.pptx"}


def test_all_errors_at_once_with_place_and_hint_and_the_last_deck_survives(project: Path) -> None:
    run("build", "board", cwd=project)
    before = (project / "output/board.pptx").read_bytes()
    spoil(project, "history.yaml", "kind: timeline", "kind: timelime")
    spoil(project, "survey.yaml", "${survey.answered}", "${survey.answerd}")
    done = run("build", "board", cwd=project)
    assert done.returncode == 1
    assert "content/history.yaml:" in done.stderr
    assert "content/survey.yaml:" in done.stderr
    assert "did you mean `timeline`" in done.stderr
    assert "hint:" in done.stderr
    assert (project / "output/board.pptx").read_bytes() == before


@pytest.mark.parametrize(
    "words", [("build", "bord"), ("plan",), ("build", "--colour"), ("build", "--content", "nowhere")]
)
def test_wrong_use_is_exit_2_with_a_hint(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr


def test_a_changed_figure_changes_every_mention_in_both_decks(project: Path) -> None:
    _replace(project / "content/data/survey.csv", (";54;19;35;", ";60;25;35;"))
    _replace(
        project / "content/figures.yaml", ("published: 375", "published: 381"), ("published: 123", "published: 129")
    )
    assert run("build", cwd=project).returncode == 0
    for name in ("board", "directorate"):
        text = "\n".join(
            shape.text_frame.text
            for slide in Presentation(str(project / f"output/{name}.pptx")).slides
            for shape in (*slide.shapes, *(slide.notes_slide.shapes if slide.has_notes_slide else ()))
            if shape.has_text_frame
        )
        assert "381" in text
        assert "375" not in text


def _replace(file: Path, *changes: tuple[str, str]) -> None:
    said = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in said
        said = said.replace(old, new)
    file.write_text(said, encoding="utf-8")


def test_a_deck_that_somebody_edited_is_not_overwritten_without_force(project: Path) -> None:
    run("build", "board", cwd=project)
    target = project / "output/board.pptx"
    deck = Presentation(str(target))
    deck.slides[3].shapes.title.text_frame.paragraphs[0].runs[0].text = "Rettet i hånden"
    deck.save(str(target))
    done = run("build", "board", cwd=project)
    assert done.returncode == 1
    assert "history.path" in done.stderr
    assert "--force" in done.stderr
    assert Presentation(str(target)).slides[3].shapes.title.text_frame.text.startswith("Rettet i hånden")
    assert run("build", "board", "--force", cwd=project).returncode == 0
    assert "Rettet" not in Presentation(str(target)).slides[3].shapes.title.text_frame.text


def test_an_untouched_deck_is_built_again_without_force(project: Path) -> None:
    assert run("build", "board", cwd=project).returncode == 0
    assert run("build", "board", cwd=project).returncode == 0


def test_a_file_that_is_not_a_deck_of_ours_is_not_overwritten(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output/board.pptx").write_bytes(b"somebody's notes")
    assert run("build", "board", cwd=project).returncode == 1
    assert (project / "output/board.pptx").read_bytes() == b"somebody's notes"


def test_the_same_input_gives_the_same_bytes_everywhere(project: Path, tmp_path: Path) -> None:
    run("build", "board", cwd=project, PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    first = (project / "output/board.pptx").read_bytes()
    other = tmp_path / "a b æ"
    shutil.copytree(project / "content", other / "content")
    shutil.copytree(project / "assets", other / "assets")
    absolute = ("--content", str(other / "content"), "--brand", str(other / "assets/_brand.yml"))
    run("build", "board", *absolute, cwd=other, PYTHONHASHSEED="2", TZ="Europe/Copenhagen", LC_ALL="da_DK.UTF-8")
    assert (other / "output/board.pptx").read_bytes() == first


def test_source_date_epoch_dates_the_deck(project: Path) -> None:
    run("build", "board", cwd=project, SOURCE_DATE_EPOCH="1700000000")
    assert (
        Presentation(str(project / "output/board.pptx")).core_properties.created.isoformat().startswith("2023-11-14")
    )


def test_plan_prints_sections_minutes_and_what_was_left_out() -> None:
    done = run("plan", "directorate")
    assert done.returncode == 0
    assert "60 of 60 minutes" in done.stdout
    assert "meeting.ask: " in run("plan", "directorate").stdout or "Left out" not in done.stdout
    board = run("plan", "board")
    assert "30 of 30 minutes" in board.stdout
    assert "survey.presence: " in board.stdout


def test_a_brand_change_reaches_the_theme_and_the_charts(project: Path) -> None:
    import zipfile

    brand = project / "assets/_brand.yml"
    said = brand.read_text(encoding="utf-8")
    primary = next(line.split('"')[1] for line in said.splitlines() if line.strip().startswith("deep-sea:"))
    brand.write_text(said.replace(primary, "#5A1E6B"), encoding="utf-8")
    assert run("build", "board", cwd=project).returncode == 0
    with zipfile.ZipFile(project / "output/board.pptx") as archive:
        theme = next(archive.read(name).decode() for name in archive.namelist() if name.endswith("theme1.xml"))
        everything = "".join(
            archive.read(n).decode("utf-8", "ignore") for n in archive.namelist() if n.endswith(".xml")
        )
    assert "5A1E6B" in theme
    assert primary.lstrip("#").lower() not in everything.lower()
