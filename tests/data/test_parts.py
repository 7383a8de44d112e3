"""What decks for each of several members tell together: nobody's small number follows from all others and the whole.

The numbers that are shown are written down as equations over the unknown counts, as a reader of all decks could, and
a cell that must not be told is told if it is the same in every solution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.data import Data, read_data
from deckgen.data.parts import Parts, divided
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import TabulationRow
from deckgen.model.members import Member, Membership
from deckgen.nodes.reader import read_text

LEAST = 3
ANSWERS = ("a", "b", "c")
DECLARED = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      town: {type: text}
      said: {type: single, options: {a: A, b: B, c: C}}
      wants: {type: multiple, separator: "|", options: {a: A, b: B, c: C}}
tabulations:
  said: {data: answers, question: said, statistic: count}
  share: {data: answers, question: said, statistic: share}
  wants: {data: answers, question: wants, statistic: count}
  open: {data: answers, question: said, statistic: count, disclose: It is known who said what}
"""
Table = dict[str, list[int]]
"""How many of each town gave each answer."""


def read(folder: Path, table: Table) -> Data:
    lines = [f"{town};{answer};{answer}" for town, counts in table.items() for answer in _given(counts)]
    (folder / "answers.csv").write_text("\n".join(("town;said;wants", *lines, "")), encoding="utf-8")
    node = read_text(DECLARED, "data.yaml", Diagnostics())
    found = Diagnostics()
    assert node is not None
    data = read_data(node, folder, "en", found)
    assert not found.has_errors, list(found)
    return data


def _given(counts: list[int]) -> Iterator[str]:
    return (answer for answer, count in zip(ANSWERS, counts, strict=True) for _ in range(count))


def membership(table: Table, groups: int) -> Membership:
    """The towns but the last, which is nobody's, in so many groups."""
    towns = list(table)[:-1]
    members = (Member(town, town.upper(), f"group {at % groups}" if groups else "") for at, town in enumerate(towns))
    return Membership(tuple(members), {"answers": "town"})


def equations(data: Data, parts: Parts, members: Membership, towns: list[str]) -> list[list[int]]:
    """A row for each number that is shown anywhere: which unknown counts it is the sum of."""
    told = [(set(towns), data.tabulations["said"].rows)]
    told += [({key}, parts.members[key]["said"].rows) for key in parts.members]
    told += [(set(keys), parts.groups[name]["said"].rows) for name, keys in members.groups.items()]
    return [_unknowns(who, answers, towns) for who, rows in told for answers in _shown(rows)]


def _shown(rows: Iterable[TabulationRow]) -> Iterator[tuple[str, ...]]:
    """The answers whose counts are shown, each alone; and all together, since the base stands beside any of them."""
    seen = [row.key for row in rows if not row.hidden]
    yield from ((key,) for key in seen)
    if seen:
        yield ANSWERS


def _unknowns(who: set[str], answers: tuple[str, ...], towns: list[str]) -> list[int]:
    return [int(town in who and answer in answers) for town in towns for answer in ANSWERS]


def follows(place: int, known: list[list[int]]) -> bool:
    """Whether one unknown is the same in every solution: it is a combination of what is known."""
    if not known:
        return False
    matrix = numpy.array(known, dtype=float).reshape(len(known), -1)
    unit = numpy.eye(matrix.shape[1])[place]
    return bool(numpy.linalg.matrix_rank(numpy.vstack([matrix, unit])) == numpy.linalg.matrix_rank(matrix))


tables = (
    st.integers(3, 8)
    .flatmap(lambda many: st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=many, max_size=many))
    .filter(lambda counts: any(map(any, counts)))
)


@settings(max_examples=150, deadline=None)
@given(tables, st.integers(0, 3))
def test_no_small_number_follows_from_all_decks_together(
    tmp_path_factory: pytest.TempPathFactory, counts: list[list[int]], groups: int
) -> None:
    table = {f"t{at}": row for at, row in enumerate(counts)}
    data = read(tmp_path_factory.mktemp("parts"), table)
    members = membership(table, groups)
    parts = divided(data, members)
    known = equations(data, parts, members, list(table))
    for at, (town, row) in enumerate(table.items()):
        for answer, count in enumerate(row):
            if 0 < count < LEAST:
                assert not follows(len(ANSWERS) * at + answer, known), (town, ANSWERS[answer])


def test_a_member_with_many_answers_is_told_all_of_its_own(tmp_path: Path) -> None:
    table = {"x": [9, 8, 7], "y": [6, 5, 9], "z": [8, 8, 8], "": [0, 0, 0]}
    parts = divided(read(tmp_path, table), membership(table, 1))
    assert [row.count for row in parts.members["x"]["said"].rows] == [9, 8, 7]
    assert not any(row.hidden for tables in parts.members.values() for row in tables["said"].rows)
    assert parts.groups["group 0"]["said"].base == 24 + 20 + 24


def test_a_member_of_whom_hardly_anybody_answered_takes_another_with_it(tmp_path: Path) -> None:
    table = {"x": [9, 8, 7], "y": [6, 5, 9], "z": [1, 1, 0], "": [0, 0, 0]}
    parts = divided(read(tmp_path, table), membership(table, 1))
    hidden = {key: all(row.hidden for row in tables["said"].rows) for key, tables in parts.members.items()}
    assert hidden == {"x": False, "y": True, "z": True}


def test_what_the_rest_leaves_is_protected_too(tmp_path: Path) -> None:
    """One respondent is of no member: everybody's numbers less the members' would be that one's answer."""
    table = {"x": [9, 8, 7], "y": [6, 5, 9], "": [0, 1, 0]}
    data, members = read(tmp_path, table), membership(table, 0)
    parts = divided(data, members)
    known = equations(data, parts, members, list(table))
    assert not follows(len(ANSWERS) * 2 + 1, known)


def test_a_tabulation_that_is_disclosed_hides_nothing(tmp_path: Path) -> None:
    table = {"x": [1, 1, 0], "y": [6, 5, 9], "": [0, 0, 0]}
    parts = divided(read(tmp_path, table), membership(table, 0))
    assert not any(row.hidden for tables in parts.members.values() for row in tables["open"].rows)


def test_who_is_counted_is_said_with_the_tabulation(tmp_path: Path) -> None:
    table = {"x": [9, 8, 7], "y": [6, 5, 9], "": [0, 0, 0]}
    parts = divided(read(tmp_path, table), membership(table, 1))
    assert parts.members["x"]["said"].where == (("town", ("X",)),)
    assert parts.groups["group 0"]["said"].declared.where == (("town", ("x", "y")),)


def test_the_rest_of_the_data_is_as_it_was(tmp_path: Path) -> None:
    table = {"x": [9, 8, 7], "y": [1, 0, 0], "": [0, 0, 0]}
    data = read(tmp_path, table)
    before = data.tabulations["said"].rows
    divided(data, membership(table, 0))
    assert data.tabulations["said"].rows is before
