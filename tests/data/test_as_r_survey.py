"""What is weighed comes to what R's package `survey` makes of the same answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from survey_of_r import WAYS, numbers, same, tables

from deckgen.model.data import Tabulation

TABULATIONS = """
q: {data: s, question: q, statistic: share}
q-count: {data: s, question: q, statistic: count}
q-by: {data: s, question: q, statistic: share, by: region}
top: {data: s, question: scale, statistic: share, gather: {D og E: [4, 5]}}
several: {data: s, question: several, statistic: share}
scale-mean: {data: s, question: scale, statistic: mean}
scale-median: {data: s, question: scale, statistic: median}
hours-mean: {data: s, question: hours, statistic: mean}
hours-sum: {data: s, question: hours, statistic: sum}
hours-median: {data: s, question: hours, statistic: median}
hours-by: {data: s, question: hours, statistic: mean, by: region}
r: {data: s, question: scale, with: [hours], statistic: pearson}
"""
CELLS = {
    **{f"q/{code}": ("q", code) for code in "123"},
    **{f"q/{code}/sum": ("q-count", code) for code in "123"},
    **{f"{place}/q/{code}": ("q-by", f"{place}/{code}") for place in ("nord", "midt", "syd") for code in "123"},
    **{f"{place}/hours/mean": ("hours-by", place) for place in ("nord", "midt", "syd")},
    **{f"{name}/mean": (f"{name}-mean", "all") for name in ("scale", "hours")},
    "hours/sum": ("hours-sum", "all"),
    **{f"{name}/50": (f"{name}-median", "all") for name in ("scale", "hours")},
    "top/1": ("top", "D og E"),
    "a/1": ("several", "a"),
    "pearson": ("r", "hours/scale"),
}
"""The row of a tabulation for each of R's names."""


@pytest.fixture(scope="module", params=WAYS)
def weighed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, Tabulation]]:
    return request.param, tables(tmp_path_factory.mktemp("survey"), request.param, TABULATIONS)


@pytest.mark.parametrize("name", CELLS)
def test_a_number_is_that_of_r_to_six_digits(weighed: tuple[str, dict[str, Tabulation]], name: str) -> None:
    way, made = weighed
    table, key = CELLS[name]
    row = made[table].row(key)
    assert row is not None and same(row.value, numbers()[f"{way}/{name}"]), (row, numbers()[f"{way}/{name}"])


def test_n_is_told_as_it_is_and_what_it_is_worth_beside_it(tmp_path: Path) -> None:
    table = tables(tmp_path, "weight", "t: {data: s, question: q, statistic: share}")["t"]
    plain = tables(tmp_path, "plain", "t: {data: s, question: q, statistic: share}")["t"]
    assert table.base == plain.base and [row.count for row in table.rows] == [row.count for row in plain.rows]
    assert {row.effective for row in plain.rows} == {None}
    assert all(same(row.effective, numbers()["weight/effective"]) for row in table.rows)
    assert numbers()["weight/effective"] < numbers()["plain/effective"] == table.base
