"""`deckgen explain`: the page of a code, the nearest one for a code that is none, a line for each without a code."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.checks import all_rules
from deckgen.cli import deckgen
from deckgen.codes.page import page
from deckgen.codes.table import all_codes


@pytest.mark.parametrize("code", ["bare-number", "unknown-figure", "template-encrypted"])
def test_the_page_of_a_code_is_printed(code: str) -> None:
    done = CliRunner().invoke(deckgen, ["explain", code])
    assert (done.exit_code, done.stdout) == (0, page(all_codes()[code]))


def test_a_code_that_is_none_is_met_with_the_nearest() -> None:
    done = CliRunner().invoke(deckgen, ["explain", "unknown-figur"])
    assert done.exit_code == 2
    assert "There is no code 'unknown-figur'. Did you mean 'unknown-figure'?" in done.stderr
    assert "lists them" in CliRunner().invoke(deckgen, ["explain", "æøå"]).stderr


def test_without_a_code_each_has_a_line() -> None:
    lines = CliRunner().invoke(deckgen, ["explain"]).stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(all_codes())
    assert all(len(line.split()) > 3 for line in lines)


def test_a_rule_of_another_package_is_explained_by_its_docstring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "noting-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: noting\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[deckgen.rules]\nnotes-short = noting_rule\n")
    constants = 'CODE = "notes-short"\nSEVERITY = "warning"\nSTAGE = "plan"\nHINT = "write more"\n'
    (tmp_path / "noting_rule.py").write_text(f'"""Notes of one word."""\n{constants}\ndef check(subject): ...\n')
    monkeypatch.syspath_prepend(str(tmp_path))
    all_rules.cache_clear()
    try:
        done = CliRunner().invoke(deckgen, ["explain", "notes-short"])
    finally:
        all_rules.cache_clear()
        sys.modules.pop("noting_rule", None)
    assert done.stdout == "# `notes-short`\n\nNotes of one word.\n\nwarning; a rule over the plan\n"
