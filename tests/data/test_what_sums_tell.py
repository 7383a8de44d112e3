"""What sums tell beside counts: how few did not give one of several answers, and a mean beside hidden answers.

Of all members, all groups and everybody every number that is shown is an equation over the counts of each town. None
of them may give a small number, nor tell that one is small, which a linear program finds.
"""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from deckgen.data import Data, read_data
from deckgen.data.parts import Parts, divided
from deckgen.diagnostics import Diagnostics
from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.members import Member, Membership
from deckgen.nodes.reader import read_text

LEAST = 3
SCALE = ("1", "2", "3")
DECLARED = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      town: {type: text}
      wants: {type: multiple, separator: "|", options: {a: A, b: B}}
      said: {type: scale, options: {1: Lidt, 2: Noget, 3: Meget}}
tabulations:
"""
WANTS = "  wants: {data: answers, question: wants, statistic: count}\n"
SAID = "  said: {data: answers, question: said, statistic: count}\n"
MEAN = "  mean: {data: answers, question: said, statistic: mean}\n"
MEDIAN = "  median: {data: answers, question: said, statistic: median}\n"
Counts = list[list[int]]
"""Of each town how many gave each answer; the last town is nobody's."""


def told(folder: Path, lines: list[str], declared: str, towns: int, groups: int) -> tuple[Data, Parts, Membership]:
    (folder / "answers.csv").write_text("\n".join(("town;wants;said", *lines, "")), encoding="utf-8")
    node, found = read_text(DECLARED + declared, "data.yaml", Diagnostics()), Diagnostics()
    assert node is not None
    data = read_data(node, folder, "en", found)
    assert not found.has_errors, list(found)
    members = tuple(Member(f"t{at}", f"T{at}", f"g{at % groups}" if groups else "") for at in range(towns - 1))
    membership = Membership(members, {"answers": "town"})
    return data, divided(data, membership), membership


def seen(data: Data, parts: Parts, membership: Membership, towns: int) -> list[tuple[list[int], Tabulation]]:
    """Every tabulation of anybody, with the towns that it is of."""
    whole = [(list(range(towns)), table) for table in data.tabulations.values()]
    own = [([int(key[1:])], table) for key, tables in parts.members.items() for table in tables.values()]
    of_groups = [
        ([int(key[1:]) for key in membership.groups[name]], table)
        for name, tables in parts.groups.items()
        for table in tables.values()
    ]
    return [*whole, *own, *of_groups]


def largest(place: int, known: numpy.ndarray, real: numpy.ndarray, most: numpy.ndarray) -> float:
    """The most that an unknown can be, by all that is known and none beyond `most`."""
    aim = numpy.zeros(len(real))
    aim[place] = -1
    solved = linprog(aim, A_eq=known, b_eq=known @ real, bounds=list(zip([0] * len(real), most, strict=True)))
    assert solved.success, solved.message
    return float(-solved.fun)


@settings(max_examples=25, deadline=None)
@given(
    counts=st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=3, max_size=6),
    groups=st.integers(0, 2),
)
@example(counts=[[18, 2], [6, 0], [20, 9], [9, 9]], groups=0)
def test_how_few_did_not_give_an_answer_follows_from_no_sums(
    tmp_path_factory: pytest.TempPathFactory, counts: Counts, groups: int
) -> None:
    assume(all(map(any, counts)))
    lines = [
        f"t{at};{wants};1"
        for at, row in enumerate(counts)
        for wants, many in zip(("a|b", "b"), row, strict=True)
        for _ in range(many)
    ]
    data, parts, membership = told(tmp_path_factory.mktemp("wants"), lines, WANTS, len(counts), groups)
    rows, of_everybody = list[list[int]](), list[list[int]]()
    for who, table in seen(data, parts, membership, len(counts)):
        if not _row(table, "a").hidden:
            rows.append([int(at in who) for at in range(len(counts))])
            of_everybody += rows[-1:] if len(who) == len(counts) else []
    others, bases = (numpy.array(those, dtype=float) for those in ([row[1] for row in counts], [*map(sum, counts)]))
    known, alone = (numpy.array(those, dtype=float).reshape(-1, len(counts)) for those in (rows, of_everybody))
    for at, (_, few) in enumerate(counts[:-1]):
        if 0 < few < LEAST <= bases[at] and largest(at, alone, others, bases) >= LEAST:
            assert largest(at, known, others, bases) >= LEAST - 1e-6, f"t{at}"


@pytest.mark.parametrize("groups", [0, 1, 2])
@settings(max_examples=10, deadline=None)
@given(counts=st.lists(st.lists(st.integers(0, 7), min_size=3, max_size=3), min_size=3, max_size=5))
@example(counts=[[9, 2, 4], [4, 1, 7], [5, 5, 5], [6, 6, 6]])
def test_no_hidden_answer_follows_from_means(
    tmp_path_factory: pytest.TempPathFactory, counts: Counts, groups: int
) -> None:
    assume(all(map(any, counts)) and all(sum(many) >= LEAST for many in zip(*counts, strict=True)))
    data, parts, membership = told(tmp_path_factory.mktemp("means"), _said(counts), SAID + MEAN, len(counts), groups)
    rows = [
        [times if town in who else 0 for town in range(len(counts)) for times in each]
        for who, table in seen(data, parts, membership, len(counts))
        for each in _sums(table)
    ]
    real = numpy.array([many for row in counts for many in row], dtype=float)
    known, most = numpy.array(rows, dtype=float), numpy.full(len(real), real.sum() + LEAST)
    for at, count in enumerate(real[:-3]):
        if 0 < count < LEAST:
            assert largest(at, known, real, most) >= LEAST - 1e-6, divmod(at, 3)


def _said(counts: Counts) -> list[str]:
    return [
        f"t{at};a;{code}"
        for at, row in enumerate(counts)
        for code, many in zip(SCALE, row, strict=True)
        for _ in range(many)
    ]


def _row(table: Tabulation, key: str) -> TabulationRow:
    return next(row for row in table.rows if row.key == key)


def _sums(table: Tabulation) -> list[list[int]]:
    """How often each answer counts in each number that a tabulation shows; n stands with all of them."""
    shown = [row for row in table.rows if not row.hidden]
    sums = [[int(row.key == code) for code in SCALE] if table.name == "said" else [1, 2, 3] for row in shown]
    return [*sums, [1, 1, 1]] if shown else []


def test_a_mean_and_a_median_are_hidden_where_an_answer_of_the_member_is(tmp_path: Path) -> None:
    counts = [[9, 2, 4], [4, 1, 7], [5, 5, 5], [6, 6, 6], [9, 9, 9]]
    parts = told(tmp_path, _said(counts), SAID + MEAN + MEDIAN, len(counts), 0)[1]
    gaps = {}
    for key, tables in parts.members.items():
        gaps[key] = any(row.hidden for row in tables["said"].rows)
        assert [tables[name].rows[0].hidden for name in ("mean", "median")] == [gaps[key]] * 2, key
    assert set(gaps.values()) == {True, False}
