"""Programs that are opened on request: which command is run, and what is said where none can be."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from deckgen.preview.opening import open_file, open_in_editor


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that write down what they are called with; there are no others."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    for name in ("code", "gedit", "zed", "vim", "xdg-open", "open"):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/{name}.said\n', encoding="utf-8")
        program.chmod(0o755)
    return tmp_path


def said(file: Path) -> str:
    """What a program was called with, when it has come to write it."""
    for _ in range(3000):  # half a minute on a busy machine
        if file.exists() and file.read_text(encoding="utf-8"):
            break
        time.sleep(0.01)
    return file.read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    ("editor", "called"),
    [("code --wait", "--wait --goto a b.yaml:7"), ("gedit", "+7 a b.yaml"), ("zed", "a b.yaml:7")],
)
def test_an_editor_is_opened_at_the_line(
    editor: str, called: str, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert open_in_editor(Path("a b.yaml"), 7).started
    assert said(programs / f"{editor.split()[0]}.said") == called


def test_an_editor_that_needs_a_terminal_is_named_and_not_started(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "vim")
    opened = open_in_editor(Path("a b.yaml"), 7)
    assert (opened.started, opened.command) == (False, "vim +7 'a b.yaml'")
    assert not (programs / "vim.said").exists()


def test_an_editor_that_is_not_there_or_not_named_is_not_started(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not open_in_editor(Path("a.yaml"), 7).started
    monkeypatch.setenv("EDITOR", "kate")
    assert not open_in_editor(Path("a.yaml"), 7).started


def test_a_deck_is_opened_in_what_the_system_opens_it_in(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert open_file(Path("/decks/board.pptx")).started
    assert said(programs / "xdg-open.said") == "/decks/board.pptx"
    (programs / "xdg-open").write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    assert not open_file(Path("/decks/board.pptx")).started
    (programs / "xdg-open").unlink()
    assert not open_file(Path("/decks/board.pptx")).started
