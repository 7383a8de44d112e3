"""A data file that is declared is read beside the content first, and that may fail as any writing may."""

from __future__ import annotations

from pathlib import Path

import pytest

from asked import write
from deckgen import output
from deckgen.catalogue.data_file import declared_file
from deckgen.diagnostics import Diagnostics, Span


def test_no_room_for_a_look_at_the_data_is_told_and_nothing_is_declared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(data: bytes, target: Path, diagnostics: Diagnostics) -> bool:
        diagnostics.error("output-not-writable", "no space left on device", Span(target.as_posix()))
        return False

    answers = tmp_path / "answers.csv"
    answers.write_text("q\nJa\nNej\n", encoding="utf-8")
    content, found = write(tmp_path / "content"), Diagnostics()
    assert declared_file(answers, content, "", found) is not None and not found.has_errors
    monkeypatch.setattr(output, "write", full)
    assert declared_file(answers, content, "", found) is None
    assert [one.code for one in found] == ["output-not-writable"]
    assert not (content / "data.yaml").exists()
