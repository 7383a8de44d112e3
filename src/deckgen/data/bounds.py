"""Hidden cells of which the totals tell that they are small. In: rows of one question by another. Out: such a cell.

A hidden cell can be as large as the others that are hidden leave room for: whatever is added to it is taken from
others of its group and its answer, and given to others of theirs, so that every total stays as it is. How much can be
moved so is a flow between groups and answers. Of groups whose size is not told, only that of all of them is known,
and of answers that are small over all groups only what they come to with the smallest that hides them. Groups of
several questions are tied by all of them together, which is no flow, and is left to a linear program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from deckgen.data.linear_bounds import Bounds
from deckgen.model.data import TabulationRow
from deckgen.model.lazy_dataclasses import dataclass, replace

_UNTOLD: Final = "\0"
_Node = tuple[str, str]
"""A group or an answer, by its name."""


def bounded_cell(rows: tuple[TabulationRow, ...], hidden: set[int], untold: set[str], least: int) -> int | None:
    """A hidden cell that cannot be as large as `least`, by all totals; None where there is none."""
    gathered = _untold_answers(rows, least)
    known = [replace(row, answer=_UNTOLD) if row.answer in gathered else row for row in rows]
    if len({row.by for row in rows}) > 1:
        return _bounded_in_banner(rows, known, hidden, untold, least)
    table = _table([replace(row, group=_UNTOLD) if row.group in untold else row for row in known], hidden)
    for at in sorted(hidden):
        if 0 < rows[at].count < least and not table.has_room(at, least - rows[at].count):
            return at
    return None


def _bounded_in_banner(
    rows: tuple[TabulationRow, ...], known: list[TabulationRow], hidden: set[int], untold: set[str], least: int
) -> int | None:
    """The same where respondents are grouped by several questions, each beside the row of all."""
    small = [at for at in sorted(hidden) if 0 < rows[at].count < least]
    real = {at: rows[at].count for at in sorted(hidden)}
    sums: dict[tuple[str, str, str], dict[int, int]] = {}
    has_all = any(not row.by for row in rows)
    for at in real:
        row = rows[at]
        group = _UNTOLD if row.group in untold else row.group
        sums.setdefault(("group", row.by, group), {})[at] = 1
        for by in dict.fromkeys(one.by for one in rows if one.by and row.by in ("", one.by)):
            answer = row.answer if has_all else known[at].answer
            sums.setdefault(("answer", by, answer), {})[at] = 1 if row.by else -1
    found = Bounds(real, sums.values()).small([{at: 1} for at in small], least, set())
    return next(iter(found)) if found else None


def _untold_answers(rows: tuple[TabulationRow, ...], least: int) -> set[str]:
    """The answers whose sum over the groups is told to nobody, as it is small itself or hides one that is."""
    sums = Counter[str]()
    for row in rows:
        sums[row.answer] += row.count
    smallest = sorted(sums, key=lambda answer: sums[answer])
    small = [answer for answer in smallest if 0 < sums[answer] < least]
    hides = [answer for answer in smallest if sums[answer] >= least][:1]
    return {*small, *hides} if small else set()


@dataclass(frozen=True, slots=True)
class _Table:
    """The hidden cells: by group and by answer, each with the other and its place."""

    rows: list[TabulationRow]
    groups: dict[str, list[int]]
    answers: dict[str, list[int]]

    def has_room(self, cell: int, more: int) -> bool:
        """Whether a cell can be so much larger."""
        moved: dict[int, int] = {}
        return all(self._moved(cell, moved) for _ in range(more))

    def _moved(self, cell: int, moved: dict[int, int]) -> bool:
        """Move one respondent more on a way from the group of a cell to its answer; whether there was any."""
        group, answer = self.rows[cell].group, self.rows[cell].answer
        met = {("group", group)}
        path: list[tuple[int, Iterator[tuple[int, _Node]]]] = [(-1, self._ahead(("group", group), cell, moved))]
        while path:
            at, node = next(path[-1][1], (-1, ("", "")))
            if at < 0:
                path.pop()
            elif node not in met:
                met.add(node)
                path.append((at, self._ahead(node, cell, moved)))
                if node == ("answer", answer):
                    for taken, (other, _) in enumerate(path[1:]):
                        moved[other] = moved.get(other, 0) + (1 if taken % 2 else -1)
                    return True
        return False

    def _ahead(self, node: _Node, cell: int, moved: dict[int, int]) -> Iterator[tuple[int, _Node]]:
        """The cells by which a way goes on: in a group one that can be less, of an answer one that can be more."""
        sort, name = node
        for at in self.groups[name] if sort == "group" else self.answers[name]:
            if at == cell:
                continue
            if sort == "answer":
                yield at, ("group", self.rows[at].group)
            elif self.rows[at].count + moved.get(at, 0) > 0:
                yield at, ("answer", self.rows[at].answer)


def _table(rows: list[TabulationRow], hidden: set[int]) -> _Table:
    groups: dict[str, list[int]] = {}
    answers: dict[str, list[int]] = {}
    for at in sorted(hidden):
        groups.setdefault(rows[at].group, []).append(at)
        answers.setdefault(rows[at].answer, []).append(at)
    return _Table(rows, groups, answers)
