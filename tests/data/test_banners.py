"""One question by several others: each groups for itself, all of them may stand before, and nobody is told of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from operator import mul
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from surveys import faults, tabulated

from deckgen.data.disclosure import untold_sizes
from deckgen.model.data import Tabulation, TabulationRow

COLUMNS = (
    "q: {type: single, label: Er I med?, options: {1: Ja, 2: Nej, 3: Måske}}, "
    "g: {type: single, label: Køn, options: {m: Mænd, k: Kvinder}}, "
    "h: {type: single, label: Landsdel, options: {n: Nord, s: Syd, v: Vest}}, "
    "x: {type: single, label: Sted, options: {n: Nord, o: Øst}}, t: {type: text}"
)
ROWS = [(q, g, h) for q in "123" for g in "mk" for h in "nsv" for _ in range(4)]
DATA = "id;q;g;h;x;t\n" + "".join(f"{at};{q};{g};{h};n;\n" for at, (q, g, h) in enumerate(ROWS))


def table(folder: Path, said: str, data: str = DATA, more: str = "named: false") -> Tabulation:
    tables, found = tabulated(folder, data, COLUMNS, f"t: {{data: s, question: q, {said}}}", more=more)
    assert [str(each) for each in found] == []
    return tables["t"]


def test_a_banner_has_the_groups_of_each_question_after_all_of_them(tmp_path: Path) -> None:
    made = table(tmp_path, "statistic: count, by: [g, h], total: Alle")
    assert [(row.key, row.label, row.by, row.base) for row in made.rows[::3]] == [
        ("Alle/1", "Alle/Ja", "", 72),
        ("g.m/1", "Mænd/Ja", "Køn", 36),
        ("g.k/1", "Kvinder/Ja", "Køn", 36),
        ("h.n/1", "Nord/Ja", "Landsdel", 24),
        ("h.s/1", "Syd/Ja", "Landsdel", 24),
        ("h.v/1", "Vest/Ja", "Landsdel", 24),
    ]
    assert (made.base, made.by, made.declared.by) == (72, ("Køn", "Landsdel"), "g and h")


def test_all_may_stand_before_the_groups_of_one_question_or_alone(tmp_path: Path) -> None:
    assert [row.key for row in table(tmp_path, "statistic: count, by: g, total: Alle").rows[::3]] == [
        "Alle/1",
        "m/1",
        "k/1",
    ]
    assert table(tmp_path, "statistic: count, by: [g, h]").rows[0].key == "g.m/1"


def test_groups_with_one_label_say_their_question(tmp_path: Path) -> None:
    groups = dict.fromkeys(row.group for row in table(tmp_path, "statistic: count, by: [h, x]").rows)
    assert list(groups) == ["Landsdel: Nord", "Syd", "Vest", "Sted: Nord", "Øst"]


@pytest.mark.parametrize(
    "said", ["by: [g, t]", "by: [g, g]", "by: [g, h], total: Nord", "by: g, total: m", "by: [g, y]"]
)
def test_what_makes_no_banner_is_told_where_it_stands(tmp_path: Path, said: str) -> None:
    (found,) = faults(tmp_path, DATA, COLUMNS, tabulations=f"t: {{data: s, question: q, statistic: count, {said}}}")
    assert found.startswith(("group-impossible data.yaml:4:", "unknown-question data.yaml:4:"))


def test_who_is_in_no_group_is_not_told_of_by_what_all_answered(tmp_path: Path) -> None:
    few = DATA + "98;1;;n;n;\n99;1;;n;n;\n"
    kept = table(tmp_path, "statistic: count, by: g, total: Alle", few, "named: true")
    assert any(row.hidden for row in kept.rows if row.answer == "Ja")
    assert not any(
        row.hidden for row in table(tmp_path, "statistic: count, by: g, total: Alle", more="named: true").rows
    )


ANSWERS = st.lists(
    st.tuples(st.sampled_from("123"), st.sampled_from(["m", "k", ""]), st.sampled_from("nsv")),
    min_size=6,
    max_size=45,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(ANSWERS)
def test_no_small_cell_follows_from_a_banner_and_all_its_totals(
    tmp_path: Path, rows: list[tuple[str, str, str]]
) -> None:
    data = "id;q;g;h;x;t\n" + "".join(f"{at};{q};{g};{h};n;\n" for at, (q, g, h) in enumerate(rows))
    made = table(tmp_path, "statistic: count, by: [g, h], total: Alle", data, "named: true").rows
    cells = [row for row in made if row.hidden]
    assert not [row for row in made if 0 < row.count < 3 and not row.hidden]
    exposed = [cells[at] for at in follows(len(cells), list(equations(made, cells)))]
    assert all(row.count == 0 or row.count >= 3 or nothing_beside(row, made) for row in exposed)


KNOWN_TO_BE_SMALL = (
    "2ks 2ks 1ms 1ms 3mv 3mv 3mv 1ks 1ks 1ks 3ms 3ms 3ks 3ks 3ks 3ks 3mn 3mn 3mn 3kv 2kv 2ms 2ms 2ms 2ms 1kn"
)
"""Answers of which one in Nord is known to be small by both questions together, and by neither alone."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(ANSWERS)
@example([tuple(one) for one in KNOWN_TO_BE_SMALL.split()])
def test_no_small_cell_of_a_banner_is_known_to_be_small(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    data = "id;q;g;h;x;t\n" + "".join(f"{at};{q};{g};{h};n;\n" for at, (q, g, h) in enumerate(rows))
    made = table(tmp_path, "statistic: count, by: [g, h], total: Alle", data, "named: true").rows
    cells = [row for row in made if row.hidden]
    answers = list(equations(made, cells))[len({row.group for row in made}) :]
    sums = [line for line in (*told(made, cells), *answers) if any(line)]
    for at, cell in enumerate(cells):
        if 0 < cell.count < 3 and len(cells) < len(made):
            assert most(at, sums, [one.count for one in cells]) >= 3 - 1e-6, cell.key


def told(rows: tuple[TabulationRow, ...], cells: list[TabulationRow]) -> Iterator[list[int]]:
    """The n of each group; of groups whose n is not told, that of all of a question in which everybody is."""
    untold = {group for group, _ in untold_sizes(rows, 3)}
    for by in dict.fromkeys(row.by for row in rows):
        if sum(row.base for row in rows if row.by == by and row.answer == "Ja") == rows[0].base:
            yield [int(cell.by == by and cell.group in untold) for cell in cells]
    for group in {row.group for row in rows} - untold:
        yield [int(cell.group == group) for cell in cells]


def most(at: int, sums: list[list[int]], counts: list[int]) -> float:
    """How much a hidden cell can be, by sums that are known and with none below zero."""
    aim = [-float(place == at) for place in range(len(counts))]
    totals = [sum(map(mul, line, counts)) for line in sums]
    solved = linprog(aim, A_eq=sums or None, b_eq=totals or None, bounds=(0, 1000))
    assert solved.success, solved.message
    return float(-solved.fun)


def equations(rows: tuple[TabulationRow, ...], cells: list[TabulationRow]) -> Iterator[list[int]]:
    """What is known of hidden cells: those of a group come to its n, those of an answer to what all gave."""
    for group in {row.group for row in rows}:
        yield [int(cell.group == group) for cell in cells]
    for by in ("Køn", "Landsdel"):
        asked = sum(row.base for row in rows if row.by == by and row.answer == "Ja")
        for answer in ("Ja", "Nej", "Måske") if asked == rows[0].base else ():
            yield [
                int(cell.answer == answer and cell.by == by) - int(cell.answer == answer and not cell.by)
                for cell in cells
            ]


def follows(many: int, lines: list[list[int]]) -> list[int]:
    left = [[Fraction(one) for one in line] for line in lines]
    done = 0
    for column in range(many):
        pivot = next((at for at in range(done, len(left)) if left[at][column]), None)
        if pivot is None:
            continue
        left[done], left[pivot] = left[pivot], left[done]
        left[done] = [one / left[done][column] for one in left[done]]
        for at, line in enumerate(left):
            if at != done and line[column]:
                left[at] = [one - line[column] * other for one, other in zip(line, left[done], strict=True)]
        done += 1
    return [line.index(Fraction(1)) for line in left if sum(map(bool, line)) == 1]


def nothing_beside(cell: TabulationRow, rows: tuple[TabulationRow, ...]) -> bool:
    """Whether all that could be hidden with a cell is hidden, or nothing."""
    beside = [
        row for row in rows if row.group == cell.group or (row.answer == cell.answer and row.by in ("", cell.by))
    ]
    return all(row.hidden or not row.count for row in beside)
