"""Small cells are hidden, and with them the cells that would give them back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from surveys import faults, tabulated

from deckgen.data.disclosure import with_hidden
from deckgen.model.data import TabulationRow


def one_way(*counts: int) -> tuple[TabulationRow, ...]:
    return table({"": dict(zip("abcdefgh", counts, strict=False))})


def table(groups: dict[str, dict[str, int]]) -> tuple[TabulationRow, ...]:
    return tuple(
        TabulationRow(f"{group}/{answer}", "", Decimal(count), count, sum(counts.values()), (), group, answer)
        for group, counts in groups.items()
        for answer, count in counts.items()
    )


def hidden(rows: tuple[TabulationRow, ...], least: int = 3, adds_up: bool = True, overlaps: bool = False) -> str:
    made = with_hidden(rows, least, adds_up, overlaps)
    return "".join("x" if row.hidden else "." for row in made)


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        ((4, 5, 3), "..."),
        ((4, 5, 0), "..."),
        ((9, 4, 2), ".xx"),
        ((9, 4, 1, 1), ".xxx"),
        ((9, 4, 2, 1), "..xx"),
        ((11, 1, 0), "xx."),
        ((1, 1, 0), "xxx"),
        ((2, 0), "xx"),
        ((0, 0), ".."),
    ],
)
def test_a_small_cell_takes_the_smallest_that_would_give_it_back_with_it(
    counts: tuple[int, ...], wanted: str
) -> None:
    assert hidden(one_way(*counts)) == wanted


def test_nothing_is_hidden_where_any_cell_may_be_shown() -> None:
    assert hidden(one_way(1, 11), least=0) == hidden(one_way(1, 11), least=1) == ".."


def test_several_answers_do_not_add_up_and_few_may_be_those_who_did_not_give_one() -> None:
    rows = tuple(
        TabulationRow(key, "", Decimal(n), n, 12, (), "", key) for key, n in zip("abcd", (5, 1, 11, 12), strict=True)
    )
    assert hidden(rows, overlaps=True) == ".xx."


def test_a_median_of_few_is_hidden_and_tells_nothing_of_others() -> None:
    rows = tuple(TabulationRow(key, "", Decimal(n), n, n, (), key) for key, n in zip("ab", (2, 9), strict=True))
    assert hidden(rows, adds_up=False) == "x."
    assert hidden(rows) == "xx"


def test_over_groups_no_answer_can_be_found_from_its_sum() -> None:
    rows = table({"n": {"a": 2, "b": 9, "c": 8}, "s": {"a": 7, "b": 6, "c": 9}, "w": {"a": 9, "b": 9, "c": 9}})
    assert hidden(rows) == "x.xx.x..."


def test_a_small_group_is_hidden_as_a_whole_with_the_next_smallest() -> None:
    rows = table({"n": {"a": 1, "b": 1}, "s": {"a": 5, "b": 4}, "w": {"a": 9, "b": 9}})
    assert hidden(rows) == "xxxx.."


COUNTS = st.integers(0, 9)


@given(st.lists(COUNTS, min_size=1, max_size=8), st.integers(2, 5))
def test_what_is_hidden_of_one_question_cannot_be_found_by_subtraction(counts: list[int], least: int) -> None:
    rows = with_hidden(one_way(*counts), least, True, False)
    assert all(row.hidden for row in rows if 0 < row.count < least)
    behind = [row.count for row in rows if row.hidden]
    assert not behind or len(behind) == len(rows) or (len(behind) > 1 and sum(behind) >= least)


def follows(cells: list[int], totals: list[list[int]]) -> set[int]:
    """The unknown cells that totals of some of them determine, by elimination."""
    lines = [[Fraction(cell in total) for cell in cells] for total in totals]
    done = 0
    for column in range(len(cells)):
        pivot = next((at for at in range(done, len(lines)) if lines[at][column]), None)
        if pivot is None:
            continue
        lines[done], lines[pivot] = lines[pivot], lines[done]
        lines[done] = [value / lines[done][column] for value in lines[done]]
        for at, line in enumerate(lines):
            if at != done and line[column]:
                lines[at] = [one - line[column] * other for one, other in zip(line, lines[done], strict=True)]
        done += 1
    return {cells[line.index(Fraction(1))] for line in lines if sum(map(abs, line)) == 1 and 1 in line}


@given(st.lists(st.lists(COUNTS, min_size=3, max_size=3), min_size=2, max_size=5))
def test_what_is_hidden_over_groups_cannot_be_found_from_all_totals_together(grid: list[list[int]]) -> None:
    groups = {f"g{at}": dict(zip("abc", counts, strict=True)) for at, counts in enumerate(grid)}
    rows = with_hidden(table(groups), 3, True, False)
    unknown = [at for at, row in enumerate(rows) if row.hidden]
    shown_whole = [[at for at in unknown if rows[at].group == group] for group in groups]
    across = [[at for at in unknown if rows[at].answer == answer] for answer in "abc"]
    everything = sum(rows[at].count for at in unknown)
    exposed = {at for at in follows(unknown, [*shown_whole, *across]) if 0 < rows[at].count < 3}
    assert all(row.hidden for row in rows if 0 < row.count < 3)
    assert not exposed or len(unknown) == len(rows) or everything < 3 or _nothing_else(rows, exposed)


def _nothing_else(rows: tuple[TabulationRow, ...], exposed: set[int]) -> bool:
    """Whether all that stands beside an exposed cell is hidden or nothing, so that no further cell could help."""
    return all(
        row.hidden or not row.count
        for at in exposed
        for row in rows
        if row.group == rows[at].group or row.answer == rows[at].answer
    )


DATA = "id;q\n" + "".join(f"{at};{answer}\n" for at, answer in enumerate("11111111122223"))
COLUMN = "q: {type: single, options: {1: Ja, 2: Nej, 3: Ved ikke}}"


@pytest.mark.parametrize(
    ("table", "dataset", "wanted"),
    [
        ("", "", [False, True, True]),
        ("", "named: false", [False] * 3),
        ("", "min-n: 6", [True, True, True]),
        (", named: false", "", [False] * 3),
        (", named: true", "named: false", [False, True, True]),
        (", min-n: 1", "", [False] * 3),
        (", disclose: de har sagt ja til det", "", [False] * 3),
    ],
)
def test_how_few_are_too_few_is_declared(tmp_path: Path, table: str, dataset: str, wanted: list[bool]) -> None:
    tables, found = tabulated(
        tmp_path, DATA, COLUMN, f"t: {{data: s, question: q, statistic: share{table}}}", more=dataset
    )
    assert [str(each) for each in found] == []
    assert [row.hidden for row in tables["t"].rows] == wanted


def test_fewer_than_none_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, DATA, COLUMN, more="min-n: -1") == ["bad-min-n data.yaml:2:107"]
