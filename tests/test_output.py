"""The door to the file system: what may be overwritten, and what is said where nothing can be."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deckgen import output
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.output import check_target, write


def raising(number: int) -> Any:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def only(diagnostics: Diagnostics) -> Diagnostic:
    (one,) = diagnostics
    return one


def writes(target: Path) -> bool:
    return write(b"after", target, Diagnostics())


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
    monkeypatch.setattr("deckgen.output.os.fsync", raising(errno.ENOSPC))
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


@pytest.mark.parametrize("force", [True, False])
def test_a_deck_that_libreoffice_shows_is_refused_even_with_force(target: Path, force: bool) -> None:
    target.with_name(".~lock.board.pptx#").write_text(",user,host,26.11.2026 10:00,file:///;")
    diagnostics = Diagnostics()
    assert not check_target(target, "deck", force, diagnostics)
    assert only(diagnostics).code == "output-locked"
    assert "LibreOffice" in only(diagnostics).message


@pytest.mark.parametrize("force", [True, False])
def test_a_pipe_at_the_target_is_refused_at_once(tmp_path: Path, force: bool) -> None:
    os.mkfifo(tmp_path / "board.pptx")
    diagnostics = Diagnostics()
    assert not check_target(tmp_path / "board.pptx", "deck", force, diagnostics)
    assert only(diagnostics).code == "output-not-writable"


def test_a_link_is_followed_and_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "away" / "today.pptx"
    link.parent.mkdir()
    link.symlink_to(target)
    assert write(b"after", link, Diagnostics())
    assert link.is_symlink()
    assert target.read_bytes() == b"after"
    assert [file.name for file in link.parent.iterdir()] == ["today.pptx"]


def test_a_program_that_shows_the_file_behind_a_link_is_heeded(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "away" / "today.pptx"
    link.parent.mkdir()
    link.symlink_to(target)
    target.with_name("~$board.pptx").write_bytes(b"user")
    diagnostics = Diagnostics()
    assert not check_target(link, "deck", True, diagnostics)
    assert only(diagnostics).code == "output-locked"


def test_links_that_lead_round_in_a_circle_are_a_diagnostic(tmp_path: Path) -> None:
    link = tmp_path / "board.pptx"
    link.symlink_to(link)
    asked, written = Diagnostics(), Diagnostics()
    assert not check_target(link, "deck", True, asked)
    assert not write(b"after", link, written)
    assert only(asked).code == only(written).code == "output-not-writable"


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_that_the_umask_says(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        assert write(b"after", tmp_path / "board.pptx", Diagnostics())
    finally:
        os.umask(before)
    assert (tmp_path / "board.pptx").stat().st_mode & 0o7777 == mode


def test_a_file_that_is_replaced_keeps_its_mode(target: Path) -> None:
    target.chmod(0o640)
    assert write(b"after", target, Diagnostics())
    assert target.stat().st_mode & 0o7777 == 0o640


def test_the_data_reach_the_disk_before_the_old_file_goes(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[bytes] = []
    monkeypatch.setattr("deckgen.output.os.fsync", lambda handle: done.append(target.read_bytes()))
    assert write(b"after", target, Diagnostics())
    assert done[0] == b"before"


def another_begins(target: Path) -> None:
    """Another process begins to write in the folder."""
    output._remove_unfinished.cache_clear()
    assert check_target(target.with_name("another.pptx"), "deck", True, Diagnostics())


@pytest.mark.parametrize("name", [".board.pptx.0badf00d.unfinished", ".03-survey.svg.0badf00d.unfinished"])
@pytest.mark.parametrize("begins", [lambda one: check_target(one, "deck", True, Diagnostics()), writes])
def test_what_a_killed_command_left_is_removed_by_the_next(
    target: Path, name: str, begins: Callable[[Path], bool]
) -> None:
    left = target.with_name(name)
    left.write_bytes(b"half")
    kept = target.with_name(".board.pptx.notes.unfinished")
    kept.write_bytes(b"somebody's own")
    assert begins(target)
    assert (left.exists(), kept.exists()) == (False, True)


def test_an_empty_file_that_a_killed_command_left_is_removed_too(target: Path) -> None:
    left = target.with_name(".directorate.pptx.0badf00d.unfinished")
    left.touch()
    assert writes(target)
    assert not left.exists()


def test_what_another_command_takes_for_left_before_it_is_held_is_begun_again(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file, begun = os.open, []

    def open_and_lose(file: Path, flags: int, mode: int = 0o777) -> int:
        handle = open_file(file, flags, mode)
        if str(file).endswith(".unfinished"):
            begun.append(file)
            if len(begun) == 1:
                another_begins(target)
        return handle

    monkeypatch.setattr(os, "open", open_and_lose)
    assert writes(target)
    assert len(set(begun)) == 2
    assert not any(file.exists() for file in begun)


def test_what_another_build_is_writing_is_left_alone(target: Path) -> None:
    busy = target.with_name(".board.pptx.0badf00d.unfinished")
    with busy.open("wb") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        another_begins(target)
        assert writes(target)
        assert busy.exists()


def test_what_another_build_is_putting_in_its_place_is_left_alone(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Path.replace

    def after_another_looked(file: Path, place: Path) -> Path:
        another_begins(target)
        return put(file, place)

    monkeypatch.setattr(Path, "replace", after_another_looked)
    found = Diagnostics()
    assert write(b"new", target, found), list(found)
    assert target.read_bytes() == b"new"
