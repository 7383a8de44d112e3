"""Which files are watched, and a build that is made again after each save."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.live.watching import Watched
from projects import GOOD, reported, write

PATIENCE = 30.0
"""Seconds that a child may take on a busy machine."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path, GOOD)


@pytest.mark.parametrize(
    ("file", "meant"),
    [
        ("content/members.yaml", True),
        ("content/data/answers.csv", True),
        ("assets/wordmark.svg", True),
        ("client/template.potx", True),
        ("client/template.map.yml", True),
        ("client/letter.docx", False),
        ("content/.schema/slides.json", False),
        ("content/.members.yaml.swp", False),
        ("content/members.yaml~", False),
        ("content/data/~$answers.xlsx", False),
        ("assets/output/board.pptx", False),
        ("readme.md", False),
    ],
)
def test_what_a_deck_is_made_of_is_watched(file: str, meant: bool, tmp_path: Path) -> None:
    template = tmp_path / "client/template.potx"
    watched = Watched(tmp_path / "content", tmp_path / "assets/_brand.yml", template, tmp_path / "assets/output")
    assert watched(None, str((tmp_path / file).resolve())) is meant


def until(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def hear_interrupts() -> None:
    """A shell that runs the tests in the background has them ignore Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_watching_build_builds_after_each_save_and_outlives_errors(project: Path) -> None:
    command = [sys.executable, "-m", "deckgen", "build", "board", "--watch"]
    deck, members = project / "output/board.pptx", project / "content/members.yaml"
    said = members.read_text(encoding="utf-8")
    with (project / "said").open("w+", encoding="utf-8") as out:
        child = subprocess.Popen(command, cwd=project, stdout=out, stderr=out, preexec_fn=hear_interrupts)
        try:
            assert until(deck.exists)
            first = deck.read_bytes()
            members.write_text(said.replace("kind: bullets", "kind: bulets"), encoding="utf-8")
            assert until(lambda: "1 error; nothing was written." in (project / "said").read_text(encoding="utf-8"))
            assert deck.read_bytes() == first
            members.write_text(said.replace("De fleste er små", "De er små"), encoding="utf-8")
            assert until(lambda: deck.read_bytes() != first)
            child.send_signal(signal.SIGINT)
            assert child.wait(PATIENCE) == 0
        finally:
            child.kill()
    assert "Traceback" not in (project / "said").read_text(encoding="utf-8")


def test_watching_is_for_people(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert reported("build", "--watch", "--format", "json") == set()
    assert not (project / "output").exists()
