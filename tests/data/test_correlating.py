"""Coefficients of questions: as statistics has them, of one base, and none that tells of few respondents."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from surveys import faults, tabulated

from deckgen.data.correlations import LEAST_PAIRS
from deckgen.model.data import Tabulation

NUMBERS = "a: {type: integer}, b: {type: integer}, c: {type: integer}"
ANSWERS = st.lists(st.tuples(*[st.one_of(st.none(), st.integers(-3, 9))] * 3), min_size=1, max_size=40)


def told(folder: Path, data: str, columns: str, asked: str) -> Tabulation:
    tables, found = tabulated(folder, data, columns, f"t: {{data: s, {asked}}}")
    assert [str(one) for one in found] == []
    return tables["t"]


@pytest.mark.parametrize("statistic", ["pearson", "spearman"])
@given(answers=ANSWERS)
@settings(max_examples=60, deadline=None)
def test_a_coefficient_is_that_of_those_who_answered_all(
    statistic: str, answers: list[tuple[int | None, ...]]
) -> None:
    lines = (";".join("" if one is None else str(one) for one in row) for row in answers)
    data = "id;a;b;c\n" + "".join(f"{number};{line}\n" for number, line in enumerate(lines))
    with tempfile.TemporaryDirectory() as made:
        asked = f"question: a, with: [b, c], statistic: {statistic}"
        tables, found = tabulated(Path(made), data, NUMBERS, f"t: {{data: s, {asked}, named: false}}")
    columns = [*zip(*(row for row in answers if None not in row), strict=True)]
    if not columns or len(columns[0]) < LEAST_PAIRS or any(len(set(one)) == 1 for one in columns):
        assert not tables
        assert {one.code for one in found} == {"statistic-impossible"}
        return
    known = pandas.DataFrame(dict(zip("abc", columns, strict=True))).corr(statistic)
    wanted = [known[first][later] for later, first in ("ba", "ca", "cb")]
    rows = tables["t"].rows
    assert [row.key for row in rows] == ["b/a", "c/a", "c/b"]
    assert {row.base for row in rows} == {len(columns[0])} == {tables["t"].base}
    for row, value in zip(rows, wanted, strict=True):
        assert row.value is not None
        assert math.isclose(float(row.value), value, abs_tol=1e-9)
        assert abs(row.value) <= 1


def test_measures_that_are_the_same_come_to_one_exactly(tmp_path: Path) -> None:
    data = "a;b;c\n" + "".join(f"{one};{2 * one};{-one}\n" for one in range(1, 11))
    table = told(tmp_path, data, NUMBERS, "question: a, with: [b, c], statistic: pearson")
    assert [row.value for row in table.rows] == [1, -1, -1]


@pytest.mark.parametrize("asked", ["question: a, with: [b]", "question: both"])
def test_scales_go_together_by_the_numbers_of_their_codes_and_so_do_batteries(asked: str, tmp_path: Path) -> None:
    scale = "type: scale, options: {1: Lav, 2: Middel, 3: Høj, 9: Ved ikke}, dont-know: [9]"
    columns = f"a: {{{scale}, label: Tillid}}, b: {{{scale}, label: Vækst}}"
    data = "a;b\n" + "1;1\n2;2\n3;3\n1;2\n2;3\n3;3\n1;1\n2;1\n9;3\n" * 2
    asked = f"t: {{data: s, {asked}, statistic: spearman}}"
    tables, found = tabulated(tmp_path, data, columns, asked, more="batteries: {both: {questions: [a, b]}}")
    assert [str(one) for one in found] == []
    (row,) = tables["t"].rows
    assert (row.label, row.group, row.answer, row.base) == ("Vækst – Tillid", "Vækst", "Tillid", 16)


def test_what_tells_of_few_who_differ_is_hidden_and_all_may_be_disclosed(tmp_path: Path) -> None:
    data = "a;b;c\n" + "".join(f"{one};{one % 4};{int(one == 9)}\n" for one in range(1, 13))
    asked = "question: a, with: [b, c], statistic: pearson"
    for name in ("named", "open", "many"):
        (tmp_path / name).mkdir()
    assert [row.hidden for row in told(tmp_path / "named", data, NUMBERS, asked).rows] == [False, True, True]
    shown = told(tmp_path / "open", data, NUMBERS, f"{asked}, disclose: Alle har sagt ja")
    assert not any(row.hidden for row in shown.rows)
    many = told(tmp_path / "many", data, NUMBERS, f"{asked}, min-n: 20")
    assert all(row.hidden for row in many.rows)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("question: a, statistic: pearson", "statistic-impossible"),
        ("question: a, with: [a], statistic: pearson", "statistic-impossible"),
        ("question: a, with: [b], statistic: mean", "statistic-impossible"),
        ("question: a, with: [g], statistic: pearson", "statistic-impossible"),
        ("question: a, with: [b], statistic: pearson, by: g", "group-impossible"),
        ("question: a, with: [d], statistic: pearson", "unknown-question"),
        ("question: a, with: [e], statistic: pearson", "statistic-impossible"),
        ("question: a, with: [b], statistic: pearson, where: {g: [y]}", "statistic-impossible"),
    ],
)
def test_what_has_no_coefficient_is_said_at_its_place(asked: str, said: str, tmp_path: Path) -> None:
    columns = "a: {type: integer}, b: {type: integer}, e: {type: integer}, g: {type: single, options: {x: X, y: Y}}"
    data = "a;b;e;g\n" + "".join(f"{one};{one % 4};5;{'y' if one > 8 else 'x'}\n" for one in range(1, 13))
    (one,) = faults(tmp_path, data, columns, tabulations=f"t: {{data: s, {asked}}}")
    assert one.startswith(said)
