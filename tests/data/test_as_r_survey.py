"""What is weighed comes to what R's package `survey` makes of the same answers."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from survey_of_r import WAYS, numbers, same, tables

from deckgen.model.data import Tabulation

TABULATIONS = """
q: {data: s, question: q, statistic: share, confidence: 95}
q-count: {data: s, question: q, statistic: count}
q-by: {data: s, question: q, statistic: share, by: region, confidence: 95}
top: {data: s, question: scale, statistic: share, gather: {Enig: top-2}, confidence: 95}
several: {data: s, question: several, statistic: share, confidence: 95}
nps: {data: s, question: nps, statistic: nps, confidence: 95}
scale-mean: {data: s, question: scale, statistic: mean, confidence: 95}
scale-quantile: {data: s, question: scale, statistic: quantile, at: [10, 25, 50, 75, 90]}
scale-median: {data: s, question: scale, statistic: median}
hours-mean: {data: s, question: hours, statistic: mean, confidence: 95}
hours-sum: {data: s, question: hours, statistic: sum}
hours-quantile: {data: s, question: hours, statistic: quantile, at: [10, 25, 50, 75, 90]}
hours-median: {data: s, question: hours, statistic: median}
hours-by: {data: s, question: hours, statistic: mean, by: region, confidence: 95}
hours-quantile-by: {data: s, question: hours, statistic: quantile, at: [10, 25, 50, 75, 90], by: region}
r: {data: s, question: scale, with: [hours], statistic: pearson}
rho: {data: s, question: scale, with: [hours], statistic: spearman}
"""
PLACES = ("nord", "midt", "syd")
PARTS = ("10", "25", "50", "75", "90")
CELLS = {
    **{f"q/{code}": ("q", code) for code in "123"},
    **{f"q/{code}/sum": ("q-count", code) for code in "123"},
    **{f"{place}/q/{code}": ("q-by", f"{place}/{code}") for place in PLACES for code in "123"},
    **{f"{place}/hours/mean": ("hours-by", place) for place in PLACES},
    **{f"{place}/hours/{part}": ("hours-quantile-by", f"{place}/{part}") for place in PLACES for part in PARTS},
    **{f"{name}/mean": (f"{name}-mean", "all") for name in ("scale", "hours")},
    **{f"{name}/50": (f"{name}-median", "all") for name in ("scale", "hours")},
    **{f"{name}/{part}": (f"{name}-quantile", part) for name in ("scale", "hours") for part in PARTS},
    "hours/sum": ("hours-sum", "all"),
    "nps": ("nps", "all"),
    "top/1": ("top", "Enig"),
    "a/1": ("several", "a"),
    "pearson": ("r", "hours/scale"),
    "spearman": ("rho", "hours/scale"),
}
"""The row of a tabulation for each of R's names."""

AROUND = [name for name in CELLS if f"plain/{name}/low" in numbers()]
"""Those that an interval is told around."""


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


@pytest.mark.parametrize("name", AROUND)
def test_an_interval_is_that_of_r_to_six_digits(weighed: tuple[str, dict[str, Tabulation]], name: str) -> None:
    way, made = weighed
    table, key = CELLS[name]
    row = made[table].row(key)
    assert row is not None
    for end, ours in zip(("low", "high"), row.interval, strict=True):
        assert same(ours, numbers()[f"{way}/{name}/{end}"]), (end, ours, numbers()[f"{way}/{name}/{end}"])


def test_ranks_of_who_is_not_weighed_are_those_of_every_program() -> None:
    assert same(Decimal(numbers()["plain/cor"]), numbers()["plain/spearman"])


def test_n_is_told_as_it_is_and_what_it_is_worth_beside_it(tmp_path: Path) -> None:
    table = tables(tmp_path, "weight", "t: {data: s, question: q, statistic: share}")["t"]
    plain = tables(tmp_path, "plain", "t: {data: s, question: q, statistic: share}")["t"]
    assert table.base == plain.base and [row.count for row in table.rows] == [row.count for row in plain.rows]
    assert {row.effective for row in plain.rows} == {None}
    assert all(same(row.effective, numbers()["weight/effective"]) for row in table.rows)
    assert numbers()["weight/effective"] < numbers()["plain/effective"] == table.base
