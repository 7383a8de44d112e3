"""Saves are done, taken back and done again, and never over what somebody else wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.edits.journal import CHANGED, NOT_THERE, Journal, read_value

SAID = "title: Vi er her # kort\nmore: to\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    target = tmp_path / "a.yaml"
    target.write_text(SAID, encoding="utf-8")
    return target


def save(journal: Journal, file: Path, value: str) -> bool:
    found = read_value(file, 1, 8)
    assert found is not None
    return journal.save(file, 1, 8, value, found.digest).file == file


def test_a_save_is_taken_back_and_done_again(file: Path) -> None:
    journal = Journal()
    assert not journal.can_undo
    assert save(journal, file, "Alle er her")
    assert file.read_text(encoding="utf-8") == SAID.replace("Vi", "Alle")
    assert journal.undo().file == file
    assert file.read_text(encoding="utf-8") == SAID
    assert (journal.can_undo, journal.can_redo) == (False, True)
    assert journal.redo().file == file
    assert file.read_text(encoding="utf-8") == SAID.replace("Vi", "Alle")


@settings(max_examples=15)
@given(st.lists(st.sampled_from("abc↶↷"), max_size=12))
def test_it_is_a_history(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    """Against a list of states, and where one stands in it."""
    target = tmp_path_factory.mktemp("history") / "a.yaml"
    target.write_text(SAID, encoding="utf-8")
    journal, states, at = Journal(), ["Vi er her"], 0
    for number, step in enumerate(steps):
        if step == "↶":
            assert (journal.undo().file is not None) == (at > 0)
            at = max(0, at - 1)
        elif step == "↷":
            assert (journal.redo().file is not None) == (at < len(states) - 1)
            at = min(len(states) - 1, at + 1)
        else:
            assert save(journal, target, f"{step}{number}")
            states, at = [*states[: at + 1], f"{step}{number}"], at + 1
        found = read_value(target, 1, 8)
        assert found is not None
        assert found.text == states[at]
        assert (journal.can_undo, journal.can_redo) == (at > 0, at < len(states) - 1)


def test_what_changed_meanwhile_is_not_written_over(file: Path) -> None:
    journal, found = Journal(), read_value(file, 1, 8)
    assert found is not None
    file.write_text(SAID + "# en linje til\n", encoding="utf-8")
    assert journal.save(file, 1, 8, "x", found.digest).why == CHANGED
    assert save(journal, file, "Alle")
    theirs = file.read_text(encoding="utf-8") + "# og en til\n"
    file.write_text(theirs, encoding="utf-8")
    assert journal.undo().why == CHANGED
    assert file.read_text(encoding="utf-8") == theirs
    file.unlink()
    assert journal.undo().why == CHANGED
    assert not file.exists()


def test_ends_of_lines_and_marks_stay(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + SAID.replace("\n", "\r\n").encode())
    assert save(Journal(), file, "Alle")
    assert file.read_bytes() == b"\xef\xbb\xbf" + SAID.replace("Vi er her", "Alle").replace("\n", "\r\n").encode()


def test_what_cannot_be_written_there_is_said(file: Path) -> None:
    found = read_value(file, 1, 8)
    assert found is not None
    assert Journal().save(file, 1, 21, "x", found.digest).why == NOT_THERE
    file.write_bytes(SAID.replace("\n", "\r\n", 1).encode())
    assert read_value(file, 1, 8) is None
    file.write_bytes(b"title: \xff\n")
    assert read_value(file, 1, 8) is None
