"""Which groups differ by more than chance: as R finds it, marked with letters or arrows, and not of few."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from survey_of_r import WAYS, numbers, tables
from surveys import faults, tabulated

from deckgen.data import comparisons
from deckgen.data.comparisons import chance
from deckgen.data.significance import corrected, of_counts
from deckgen.model.data import Tabulation, TabulationRow

PAIRS = (("nord", "midt"), ("nord", "syd"), ("midt", "syd"))


def near(ours: float, theirs: float) -> bool:
    return abs(ours - theirs) <= 1e-6 * max(theirs, 1e-3)


@pytest.fixture(scope="module", params=WAYS)
def compared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, Tabulation]]:
    said = """
    q: {data: s, question: q, statistic: share, by: region, compare: {}}
    hours: {data: s, question: hours, statistic: mean, by: region, compare: {}}
    """
    return request.param, tables(tmp_path_factory.mktemp("survey"), request.param, said)


def cell(made: dict[str, Tabulation], asked: str, place: str) -> TabulationRow:
    row = made[asked].row(f"{place}/1" if asked == "q" else place)
    assert row is not None
    return row


@pytest.mark.parametrize("asked", ["q", "hours"])
@pytest.mark.parametrize("pair", PAIRS)
def test_two_groups_differ_by_chance_as_often_as_r_says(
    compared: tuple[str, dict[str, Tabulation]], asked: str, pair: tuple[str, str]
) -> None:
    way, made = compared
    one, other = (cell(made, asked, place) for place in pair)
    assert near(chance(one, other), numbers()[f"{way}/{asked}/{'/'.join(pair)}"])


@pytest.mark.parametrize("way", WAYS)
def test_a_group_differs_from_all_others_by_chance_as_often_as_r_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    said = "by: region, compare: {with: total, level: 99.9}"
    found: dict[str, float] = {}

    def told(row: TabulationRow, other: TabulationRow) -> float:
        return found.setdefault(row.key, chance(row, other))

    monkeypatch.setattr(comparisons, "chance", told)
    table = f"q: {{data: s, question: q, statistic: share, {said}}}\n"
    tables(tmp_path, way, f"{table}hours: {{data: s, question: hours, statistic: mean, {said}}}")
    for place in ("nord", "midt", "syd"):
        for asked, key in (("q", f"{place}/1"), ("hours", place)):
            assert near(found[key], numbers()[f"{way}/{asked}/{place}/others"]), (asked, place)


@pytest.mark.parametrize("part", [0, 1])
def test_few_are_tested_exactly(part: int) -> None:
    assert near(of_counts(part, 12, 9, 14), numbers()[f"fisher/{part}"])


@pytest.mark.parametrize("way", ["bonferroni", "holm"])
def test_many_comparisons_are_corrected(way: str) -> None:
    made = corrected([0.012, 0.04, 0.2, 0.013], way)
    assert all(near(one, numbers()[f"{way}/{at}"]) for at, one in enumerate(made, 1))
    assert corrected([0.2, 0.1], "none") == [0.2, 0.1]


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_how_likely_it_is_lies_between_never_and_always_whichever_is_first(
    n: int, m: int, one: int, other: int
) -> None:
    one, other = min(one, n), min(other, m)
    likely = of_counts(one, n, other, m)
    assert 0 <= likely <= 1 + 1e-12 and abs(likely - of_counts(other, m, one, n)) < 1e-9


COLUMNS = (
    "q: {type: single, options: {1: Ja, 2: Nej}}, g: {type: single, options: {a: A, b: B, c: C}}, n: {type: integer}"
)


def answered(**yes: tuple[int, int]) -> str:
    """So many of so many in each group."""
    rows = [("1" if at < part else "2", group) for group, (part, n) in yes.items() for at in range(n)]
    return "id;q;g;n\n" + "".join(f"{at};{q};{g};{q}\n" for at, (q, g) in enumerate(rows))


def marks(folder: Path, data: str, said: str, more: str = "named: false") -> dict[str, tuple[str, tuple[str, ...]]]:
    made, found = tabulated(folder, data, COLUMNS, f"t: {{data: s, question: q, by: g, {said}}}", more=more)
    assert [str(each) for each in found] == []
    return {row.key: (row.letter, row.marks) for row in made["t"].rows}


APART = answered(a=(40, 50), b=(20, 50), c=(22, 50))


def test_a_cell_has_the_letters_of_those_that_it_is_above(tmp_path: Path) -> None:
    found = marks(tmp_path, APART, "statistic: share, compare: {level: 95}")
    assert found["a/1"] == ("A", ("B", "C")) and found["b/1"] == ("B", ()) and found["b/2"] == ("B", ("A",))


def test_against_all_others_a_cell_has_an_arrow(tmp_path: Path) -> None:
    found = marks(tmp_path, APART, "statistic: share, compare: {with: total}")
    assert (found["a/1"], found["b/1"], found["a/2"]) == (("", ("↑",)), ("", ("↓",)), ("", ("↓",)))


def test_a_stricter_level_or_a_correction_leaves_fewer(tmp_path: Path) -> None:
    close = answered(a=(32, 50), b=(21, 50), c=(24, 50))
    assert marks(tmp_path, close, "statistic: share, compare: {}")["a/1"][1] == ("B",)
    for said in ("level: 99", "correction: bonferroni"):
        assert marks(tmp_path, close, f"statistic: share, compare: {{{said}}}")["a/1"][1] == ()


def test_groups_under_the_base_are_not_compared(tmp_path: Path) -> None:
    few = answered(a=(40, 50), b=(4, 20), c=(22, 50))
    assert marks(tmp_path, few, "statistic: share, compare: {}")["b/1"] == ("", ())
    assert marks(tmp_path, few, "statistic: share, compare: {least: 10}")["a/1"] == ("A", ("B", "C"))


def test_nothing_is_said_of_a_cell_that_is_hidden(tmp_path: Path) -> None:
    few = answered(a=(48, 50), b=(25, 50), c=(22, 50))
    found = marks(tmp_path, few, "statistic: share, compare: {}", more="min-n: 3")
    made, _ = tabulated(
        tmp_path, few, COLUMNS, "t: {data: s, question: q, by: g, statistic: share, compare: {}}", more="min-n: 3"
    )
    hidden = [row.key for row in made["t"].rows if row.hidden]
    assert hidden and all(found[key][1] == () for key in hidden)
    letters = {found[key][0] for key in hidden}
    assert all(not letters.intersection(told) for key, (_, told) in found.items() if key.endswith("/2"))


@pytest.mark.parametrize(
    "said",
    [
        "statistic: share, compare: {}",
        "statistic: median, by: g, compare: {}",
        "statistic: mean, by: g, compare: {level: 100}",
    ],
)
def test_what_cannot_be_compared_is_told_where_it_stands(tmp_path: Path, said: str) -> None:
    question = "q" if "share" in said else "n"
    tabulations = f"t: {{data: s, question: {question}, {said}}}"
    (found,) = faults(tmp_path, APART, COLUMNS, tabulations=tabulations)
    assert found.startswith("compare-unfit data.yaml:4:")
