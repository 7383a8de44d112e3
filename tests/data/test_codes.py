"""A few rows are counted in lists and many in arrays, and both come to the same."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from surveys import tabulated

from deckgen.data import codes, sheet
from deckgen.data.readers import csv

COLUMNS = (
    "sex: {type: single, options: {1: Kvinde, 2: Mand, 9: Ved ikke}, dont-know: [9]}, "
    "grade: {type: scale, options: {1: Dårlig, 2: God, 3: Bedst}, missing: [77]}, "
    "people: {type: integer}, "
    "used: {type: multiple, columns: [u_1, u_2]}, "
    "why: {type: text}"
)
TABLES = """\
    sexes: {data: s, question: sex, statistic: share, dont-know: in}
    grades: {data: s, question: grade, statistic: count, by: sex}
    median: {data: s, question: people, statistic: median, by: grade}
    most: {data: s, question: people, statistic: maximum, where: {sex: [1, 9]}}
    sum: {data: s, question: people, statistic: sum, where: {sex: [1], used: [u_1]}}
    used: {data: s, question: used, statistic: share, by: sex, where: {grade: [1, 2]}}
    reasons: {data: s, question: why, statistic: count}
"""
ROW = st.tuples(
    st.sampled_from(["1", "2", "9", "Mand", ""]),
    st.sampled_from(["1", "2", "3", "77", "", "4"]),
    st.sampled_from(["1", "12", "1.740", "", "x"]),
    st.sampled_from(["0", "1", ""]),
    st.sampled_from(["0", "1", "", "2"]),
    st.sampled_from(["", "tid", "penge, tid", "en lang begrundelse"]),
)


def counted(folder: Path, rows: list[tuple[str, ...]], few: int) -> tuple[Any, list[str]]:
    text = "\n".join(";".join(row) for row in [("sex", "grade", "people", "u_1", "u_2", "why"), *rows]) + "\n"
    with pytest.MonkeyPatch.context() as patch:
        for module in (codes, csv, sheet):
            patch.setattr(module, "FEW", few)
        tables, found = tabulated(folder, text, COLUMNS, TABLES)
        made = {name: asdict(table) for name, table in tables.items()}
        for table in made.values():
            for row in table["rows"]:
                row["rows"] = list(row["rows"])
    return made, [str(each) for each in found]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROW, max_size=25))
def test_lists_and_arrays_come_to_the_same(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    assert counted(tmp_path, rows, few=1000) == counted(tmp_path, rows, few=0)


def test_the_tables_of_that_test_hold_something(tmp_path: Path) -> None:
    made, found = counted(tmp_path, [("1", "2", "12", "1", "0", "tid"), ("2", "3", "1", "0", "1", "")], few=1000)
    assert not found
    assert [len(made[name]["rows"]) for name in sorted(made)] == [6, 3, 1, 1, 3, 1, 4]
    assert made["sum"]["rows"][0]["rows"] == [2]
