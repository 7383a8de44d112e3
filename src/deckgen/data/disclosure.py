"""Cells that would tell what single respondents answered. In: the rows of a tabulation. Out: the same, these hidden.

A cell is small where fewer than `least` respondents stand behind it, and more than none. It is hidden, and with it
the smallest of those that would give it back: of what adds up to a total that is known (the answers of a group to its
base, an answer over the groups to its sum, the groups to everybody), at least two cells are hidden, with `least` or
more respondents behind them together. A group that is small itself is hidden as a whole. In a multiple response,
where answers do not add up, a cell is small too where fewer than `least` did not give the answer.
"""

from __future__ import annotations

from deckgen.model.data import TabulationRow
from deckgen.model.lazy_dataclasses import replace

Line = list[int]
"""Places of rows that add up to something that is known."""


def with_hidden(
    rows: tuple[TabulationRow, ...], least: int, adds_up: bool, overlaps: bool
) -> tuple[TabulationRow, ...]:
    """The rows, hidden where they must be; what is hidden already stays so, and is no gap to subtract by.

    `adds_up`: respondents of several rows are no respondents of another (not so for a median or a maximum, where the
    rows of a group tell nothing of others). `overlaps`: one respondent may have given several answers.
    """
    hidden = {at for at, row in enumerate(rows) if row.hidden or _is_small(row, least, overlaps)}
    if adds_up:
        groups = _lines(rows, "group")
        whole = _small_groups(rows, groups, least)
        hidden.update(at for name in whole for at in groups[name])
        across = _lines(rows, "answer") if len(groups) > 1 else {}
        lines = [*([] if overlaps else groups.values()), *across.values()]
        _hide_more(rows, lines, hidden, least)
        while len(across) > 1 and _hide_bridges(rows, hidden, lines):
            _hide_more(rows, lines, hidden, least)
    return tuple(replace(row, hidden=True) if at in hidden else row for at, row in enumerate(rows))


def untold_sizes(rows: tuple[TabulationRow, ...], least: int) -> frozenset[str]:
    """The groups of which n is not told: small ones, and those that would give their size back from that of all."""
    return frozenset(_small_groups(rows, _lines(rows, "group"), least))


def _is_small(row: TabulationRow, least: int, overlaps: bool) -> bool:
    return 0 < row.count < least or 0 < row.base < least or (overlaps and 0 < row.base - row.count < least)


def _lines(rows: tuple[TabulationRow, ...], by: str) -> dict[str, Line]:
    lines: dict[str, Line] = {}
    for at, row in enumerate(rows):
        lines.setdefault(getattr(row, by), []).append(at)
    return lines


def _small_groups(rows: tuple[TabulationRow, ...], groups: dict[str, Line], least: int) -> set[str]:
    """Groups of fewer than `least`, and those that would give their size back."""
    if len(groups) < 2:
        return set()
    sizes = {name: rows[line[0]].base for name, line in groups.items()}
    whole = {name for name, size in sizes.items() if 0 < size < least}
    while whole and (name := _next(sizes, whole, least)):
        whole.add(name)
    return whole


def _next(counts: dict[str, int], hidden: set[str], least: int) -> str:
    """The smallest that must be hidden too; empty where enough is hidden, or nothing is left."""
    behind = [counts[name] for name in hidden if counts[name]]
    if not behind or (len(behind) > 1 and sum(behind) >= least):
        return ""
    left = [name for name, count in counts.items() if count and name not in hidden]
    return min(left, key=counts.__getitem__, default="")


def _hide_more(rows: tuple[TabulationRow, ...], lines: list[Line], hidden: set[int], least: int) -> None:
    """Hide cells until no line gives one back."""
    changed = True
    while changed:
        changed = False
        for line in lines:
            counts = {str(at): rows[at].count for at in line}
            while name := _next(counts, {str(at) for at in line if at in hidden}, least):
                hidden.add(int(name))
                changed = True


def _hide_bridges(rows: tuple[TabulationRow, ...], hidden: set[int], lines: list[Line]) -> bool:
    """Hide one more cell where totals of groups and answers together give one back; whether there was any.

    Hidden cells tie groups to answers. One that lies on no circle of hidden cells follows from the totals.
    """
    for at in sorted(_bridges(rows, hidden)):
        if rows[at].count:
            beside = [other for line in lines if at in line for other in line if other not in hidden]
            if beside:
                hidden.add(min(beside, key=lambda other: rows[other].count))
                return True
    return False


_Node = tuple[str, str]
"""A group or an answer, by its name."""


def _bridges(rows: tuple[TabulationRow, ...], hidden: set[int]) -> set[int]:
    """The hidden cells without which their group and their answer would not be tied: they lie on no circle.

    Each group and answer is numbered as it is met, and `lowest` is the first that is reached from it by another way
    than the one that led there.
    """
    beside: dict[_Node, list[tuple[int, _Node]]] = {}
    for at in sorted(hidden):
        group, answer = ("group", rows[at].group), ("answer", rows[at].answer)
        beside.setdefault(group, []).append((at, answer))
        beside.setdefault(answer, []).append((at, group))
    met: dict[_Node, int] = {}
    lowest: dict[_Node, int] = {}
    found: set[int] = set()
    for start in beside:
        path = [] if start in met else [(start, -1, iter(beside[start]))]
        met.setdefault(start, len(met))
        lowest.setdefault(start, met[start])
        while path:
            node, by, ahead = path[-1]
            at, other = next(ahead, (-1, node))
            if at < 0:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                    found |= {by} if lowest[node] > met[above] else set()
            elif other not in met:
                met[other] = lowest[other] = len(met)
                path.append((other, at, iter(beside[other])))
            elif at != by:
                lowest[node] = min(lowest[node], met[other])
    return found
