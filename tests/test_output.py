"""The door to the file system: what may be overwritten, and what is said where nothing can be."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.output import check_target, write


def raising(number: int) -> Any:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def only(diagnostics: Diagnostics) -> Diagnostic:
    (one,) = diagnostics
    return one


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "board.pptx"
    path.write_bytes(b"before")
    return path


def test_a_file_that_cannot_be_read_is_a_diagnostic(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.powerpoint.readback.edits.read_parts", raising(errno.EACCES))
    diagnostics = Diagnostics()
    assert not check_target(target, "deck", False, diagnostics)
    assert only(diagnostics).code == "output-locked"


@pytest.mark.parametrize("force", [True, False])
def test_a_folder_at_the_target_is_a_diagnostic(tmp_path: Path, force: bool) -> None:
    diagnostics = Diagnostics()
    assert not check_target(tmp_path, "deck", force, diagnostics)
    assert only(diagnostics).code == "output-not-writable"


@pytest.mark.parametrize("force", [True, False])
def test_a_deck_that_powerpoint_shows_is_refused_even_with_force(target: Path, force: bool) -> None:
    target.with_name("~$board.pptx").write_bytes(b"user")
    diagnostics = Diagnostics()
    assert not check_target(target, "deck", force, diagnostics)
    assert only(diagnostics).code == "output-locked"
    assert "~$board.pptx" in only(diagnostics).hint


def test_a_full_disk_is_not_called_a_locked_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.output.os.fdopen", raising(errno.ENOSPC))
    diagnostics = Diagnostics()
    assert not write(b"after", target, diagnostics)
    assert only(diagnostics).code == "output-not-writable"
    assert "PowerPoint" not in str(only(diagnostics))
    assert [file.name for file in target.parent.iterdir()] == ["board.pptx"]
    assert target.read_bytes() == b"before"


def test_a_locked_file_is_kept_and_nothing_is_left_beside_it(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", raising(errno.EACCES))
    diagnostics = Diagnostics()
    assert not write(b"after", target, diagnostics)
    assert only(diagnostics).code == "output-locked"
    assert [file.name for file in target.parent.iterdir()] == ["board.pptx"]
    assert target.read_bytes() == b"before"


def test_a_file_where_the_folder_should_be_is_a_diagnostic(target: Path) -> None:
    diagnostics = Diagnostics()
    assert check_target(target / "deck.pptx", "deck", False, diagnostics)
    assert not write(b"after", target / "deck.pptx", diagnostics)
    assert only(diagnostics).code == "output-not-writable"


def test_a_written_file_is_alone_in_its_folder(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    assert write(b"after", tmp_path / "new" / "deck.pptx", diagnostics)
    assert not list(diagnostics)
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["deck.pptx"]
