"""Tabulations that count the same respondents in other ways: what all decks with both of them tell, solved for.

Numbers that are shown are equations over how many of each town and size gave each answer. A small number must not be
the same in every solution; one that is hidden in a single tabulation must also not be known to be small, which a
linear program tells: how much can it be, with nothing below zero?
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from deckgen.data import Data, read_data
from deckgen.data.parts import Parts, divided
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Tabulation
from deckgen.model.members import Member, Membership
from deckgen.nodes.reader import read_text

LEAST = 3
ANSWERS = ("a", "b", "c")
SIZES = ("s", "l")
DECLARED = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      town: {type: text}
      size: {type: single, options: {s: S, l: L}}
      said: {type: single, options: {a: a, b: b, c: c}}
tabulations:
  said: {data: answers, question: said, statistic: count}
"""
SMALL = "  small: {data: answers, question: said, statistic: count, where: {size: [s]}}\n"
LARGE = "  large: {data: answers, question: said, statistic: share, where: {size: [l]}}\n"
SHARE = "  share: {data: answers, question: said, statistic: share}\n"
ENDS = "  ends: {data: answers, question: said, statistic: count, gather: {ends: [a, c]}}\n"
Counts = list[list[int]]
"""Of each town, how many of each size gave each answer; the last town is nobody's."""
Unknown = tuple[int, str, str]


def read(folder: Path, counts: Counts, declared: str) -> Data:
    cells = list(product(SIZES, ANSWERS))
    lines = [
        f"t{at};{size};{answer}"
        for at, row in enumerate(counts)
        for (size, answer), count in zip(cells, row, strict=True)
        for _ in range(count)
    ]
    (folder / "answers.csv").write_text("\n".join(("town;size;said", *lines, "")), encoding="utf-8")
    node, found = read_text(declared, "data.yaml", Diagnostics()), Diagnostics()
    assert node is not None
    data = read_data(node, folder, "en", found)
    assert not found.has_errors, list(found)
    return data


def membership(counts: Counts, groups: int) -> Membership:
    towns = (f"t{at}" for at in range(len(counts) - 1))
    members = (Member(town, town, f"g{at % groups}" if groups else "") for at, town in enumerate(towns))
    return Membership(tuple(members), {"answers": "town"})


def equations(data: Data, parts: Parts, members: Membership, counts: Counts) -> numpy.ndarray:
    """A row for each number that is shown anywhere: which unknowns it is the sum of."""
    unknowns = list(product(range(len(counts)), SIZES, ANSWERS))
    told: list[tuple[set[int], Tabulation]] = []
    everybody = set(range(len(counts)))
    told += [(everybody, table) for table in data.tabulations.values()]
    told += [({int(key[1:])}, table) for key, tables in parts.members.items() for table in tables.values()]
    told += [
        ({int(key[1:]) for key in members.groups[name]}, table)
        for name, tables in parts.groups.items()
        for table in tables.values()
    ]
    rows = [row for who, table in told for row in _shown(who, table, unknowns)]
    return numpy.array(rows, dtype=float).reshape(len(rows), len(unknowns))


def _shown(who: set[int], table: Tabulation, unknowns: list[Unknown]) -> Iterator[list[int]]:
    sizes = {"small": ("s",), "large": ("l",)}.get(table.name, SIZES)
    seen = [row.key for row in table.rows if not row.hidden]
    answers: list[tuple[str, ...]] = [("a", "c") if key == "ends" else (key,) for key in seen]
    if seen and table.name != "ends":
        answers.append(ANSWERS)
    for those in answers:
        yield [int(town in who and size in sizes and answer in those) for town, size, answer in unknowns]


def follows(place: int, known: numpy.ndarray) -> bool:
    unit = numpy.eye(known.shape[1])[place]
    return bool(numpy.linalg.matrix_rank(numpy.vstack([known, unit])) == numpy.linalg.matrix_rank(known))


def most(places: list[int], known: numpy.ndarray, counts: Counts) -> float:
    """The most that some unknowns can come to, by all that is known."""
    real = numpy.array([count for row in counts for count in row], dtype=float)
    wanted = numpy.zeros(known.shape[1])
    wanted[places] = -1
    solved = linprog(wanted, A_eq=known, b_eq=known @ real, bounds=[(0, real.sum() + LEAST)] * known.shape[1])
    assert solved.success, solved.message
    return float(-solved.fun)


tables = (
    st.integers(2, 6)
    .flatmap(lambda many: st.lists(st.lists(st.integers(0, 9), min_size=6, max_size=6), min_size=many, max_size=many))
    .filter(lambda counts: all(any(row) for row in counts[:-1]))
)


@pytest.mark.parametrize("others", [SMALL, LARGE + SHARE, SMALL + LARGE, ENDS, SMALL + ENDS])
@settings(max_examples=8, deadline=None)
@given(counts=tables, groups=st.integers(0, 2))
def test_no_small_number_follows_from_tabulations_that_overlap(
    tmp_path_factory: pytest.TempPathFactory, others: str, counts: Counts, groups: int
) -> None:
    data = read(tmp_path_factory.mktemp("overlaps"), counts, DECLARED + others)
    members = membership(counts, groups)
    parts = divided(data, members)
    known = equations(data, parts, members, counts)
    for at, (town, size, answer) in enumerate(product(range(len(counts)), SIZES, ANSWERS)):
        if town < len(counts) - 1 and 0 < counts[town][at % 6] < LEAST:
            assert not follows(at, known), (town, size, answer)


@pytest.mark.parametrize("others", ["", SMALL, LARGE + SHARE, SMALL + LARGE, ENDS, SMALL + ENDS])
@settings(max_examples=6, deadline=None)
@given(counts=tables, groups=st.integers(0, 2))
@example(counts=[[0, 0, 0, 3, 0, 0], [1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]], groups=0)
def test_no_hidden_number_is_known_to_be_small(
    tmp_path_factory: pytest.TempPathFactory, others: str, counts: Counts, groups: int
) -> None:
    data = read(tmp_path_factory.mktemp("bounds"), counts, DECLARED + others)
    members = membership(counts, groups)
    parts = divided(data, members)
    known = equations(data, parts, members, counts)
    of_everybody = equations(data, Parts({}, {}), members, counts)
    for key, tables in parts.members.items():
        for table in tables.values():
            for row in table.rows:
                sizes = {"small": (0,), "large": (1,)}.get(table.name, (0, 1))
                answers = [0, 2] if row.key == "ends" else [ANSWERS.index(row.key)]
                places = [6 * int(key[1:]) + 3 * size + answer for size in sizes for answer in answers]
                is_told = most(places, of_everybody, counts) < LEAST  # which no member's numbers take back
                if row.hidden and 0 < row.count < LEAST and not is_told:
                    assert most(places, known, counts) >= LEAST - 1e-6, (key, table.name, row.key)
