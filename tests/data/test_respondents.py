"""Rows that repeat others whole are told where a column numbers the respondents, of few rows as of many."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from surveys import tabulated

from deckgen.data import codes, sheet
from deckgen.data.readers import csv
from deckgen.data.sheet import MOST_FAULTS

ROW = st.tuples(st.integers(1, 12).map(str), st.sampled_from("ab"), st.sampled_from(["", "x"]))


def told(folder: Path, rows: list[tuple[str, ...]], few: int) -> list[int]:
    """The rows, counted from 0, that are said to stand twice."""
    text = "\n".join(";".join(row) for row in [("sent", "p", "q"), *rows]) + "\n"
    with pytest.MonkeyPatch.context() as patch:
        for module in (codes, csv, sheet):
            patch.setattr(module, "FEW", few)
        found = tabulated(folder, text, "q: {type: text}")[1]
    assert {each.code for each in found} <= {"respondent-twice"}
    return [each.span.line - 2 for each in found]


def meant(rows: list[tuple[str, ...]]) -> list[int]:
    """The same by what it means: rows of which most are others, told apart by one cell of them alone."""
    distinct = len(set(rows))
    apart = any(len({row[at] for row in rows}) == distinct for at in range(3))
    twice = [at for at, row in enumerate(rows) if row in rows[:at]]
    return twice[:MOST_FAULTS] if apart and distinct > max(len(rows) // 2 - 1, 4) else []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROW, min_size=1, max_size=12), st.lists(st.integers(0, 11), max_size=6), st.sampled_from([0, 1000]))
def test_rows_that_stand_twice_are_those_that_one_column_tells_apart(
    tmp_path: Path, rows: list[tuple[str, ...]], again: list[int], few: int
) -> None:
    rows += [rows[at] for at in again if at < len(rows)]
    assert told(tmp_path, rows, few) == meant(rows)


@pytest.mark.parametrize("few", [0, 1000])
def test_a_file_that_was_pasted_twice_is_told_of(tmp_path: Path, few: int) -> None:
    rows: list[tuple[str, ...]] = [(f"{at}", "a", "x") for at in range(9)]
    assert told(tmp_path, rows * 2, few) == list(range(9, 18))


def test_a_column_called_respondent_that_tells_nobody_apart_is_no_number(tmp_path: Path) -> None:
    rows = "".join(f"Skole {at % 3};{at}\n" for at in range(9))
    assert len(tabulated(tmp_path, f"respondent;q\n{rows}", "q: {type: integer}")[1]) == 0
