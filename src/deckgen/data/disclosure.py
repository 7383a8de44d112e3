"""Cells that would tell what single respondents answered. In: the rows of a tabulation. Out: the same, these hidden.

A cell is small where fewer than `least` respondents stand behind it, and more than none. It is hidden, and with it
the smallest of those that would give it back: of what adds up to a total that is known (the answers of a group to its
base, an answer over the groups to its sum, the groups to everybody), at least two cells are hidden, with `least` or
more respondents behind them together, and none is left that all totals together give back or tell to be small. A
group that is small itself is hidden as a whole; so are, where a row of all stands beside groups, cells that give back
what those answered who are in none of them. In a multiple response, where answers do not add up, a cell is small too
where fewer than `least` did not give the answer, and those who did not give it add up over the groups too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.data.bounds import bounded_cell
from deckgen.model.data import TabulationRow
from deckgen.model.lazy_dataclasses import replace

Line = list[int]
"""Places of rows that add up to something that is known."""

_PRIME: Final = 2**61 - 1


def with_hidden(
    rows: tuple[TabulationRow, ...], least: int, adds_up: bool, overlaps: bool
) -> tuple[TabulationRow, ...]:
    """The rows, hidden where they must be; what is hidden already stays so, and is no gap to subtract by.

    Shares of answers come to a whole though respondents gave several.

    `adds_up`: respondents of several rows are no respondents of another (not so for a median or a maximum, where the
    rows of a group tell nothing of others). `overlaps`: one respondent may have given several answers.
    """
    known = (*rows, *_of_no_group(rows))
    hidden = {at for at, row in enumerate(known) if row.hidden or _is_small(row, least, overlaps)}
    if adds_up:
        groups = _lines(known, "group")
        whole = {name for table in _tables(known) for name in _small_groups(known, table, least)}
        hidden.update(at for name in whole for at in groups[name])
        across = _across(known)
        come_to_all = not overlaps or any(row.answers for row in rows)
        lines = [*(groups.values() if come_to_all else ()), *across]
        given, others = [row.count for row in known], [row.base - row.count for row in known]
        sums = [*((line, given) for line in lines), *((line, others) for line in across if overlaps)]
        _hide_more(sums, hidden, least)
        while len(across) > 1 and (
            _hide_one_that_follows(known, hidden, lines)
            or (come_to_all and _make_room(bounded_cell(known, hidden, whole, least), known, hidden, lines))
        ):
            _hide_more(sums, hidden, least)
    return tuple(replace(row, hidden=True) if at in hidden else row for at, row in enumerate(rows))


def _of_no_group(rows: tuple[TabulationRow, ...]) -> Iterator[TabulationRow]:
    """What those answered who are in no group of a question, which all of them less the groups give back."""
    together = {row.answer: row for row in rows if not row.by}
    for table in _tables(rows):
        line = [rows[at] for at in (at for line in table.values() for at in line)]
        for answer, all_of_it in together.items() if line and line[0].by else ():
            told = [row for row in line if row.answer == answer]
            count, base = (
                all_of_it.count - sum(row.count for row in told),
                all_of_it.base - sum(row.base for row in told),
            )
            named = f"{line[0].by}/"
            yield replace(told[0], key=named + answer, group=named, count=count, base=base, value=None, hidden=False)


def untold_sizes(rows: tuple[TabulationRow, ...], least: int) -> frozenset[tuple[str, str]]:
    """The groups of which n is not told: small ones, and those that would give their size back from that of all.

    Each is named with the part of it that is meant, where it is a wave of several.
    """
    if not any(row.within for row in rows):
        return frozenset((name, "") for table in _tables(rows) for name in _small_groups(rows, table, least))
    waves = {row.group: tuple(_apart(one) for one in rows if one.group == row.group) for row in rows}
    return frozenset((wave, name) for wave, own in waves.items() for name, _ in untold_sizes(own, least))


def _apart(row: TabulationRow) -> TabulationRow:
    """A row of a wave as it is in a tabulation of that wave alone."""
    by = next((question for question, _ in row.within), "")
    return replace(row, group=row.part, by=by, within=())


def _tables(rows: tuple[TabulationRow, ...]) -> list[dict[str, Line]]:
    """The groups of each question that respondents are grouped by, without the one of all that may stand before."""
    asked = dict.fromkeys(row.by for row in rows if row.by) or {"": None}
    groups = _lines(rows, "group")
    return [{name: line for name, line in groups.items() if rows[line[0]].by == by} for by in asked]


def _across(rows: tuple[TabulationRow, ...]) -> list[Line]:
    """Each answer over the groups of a question, with the cell of all where that is in the table too."""
    found: list[Line] = []
    for groups in _tables(rows):
        answers: dict[str, Line] = {}
        for at in (at for line in groups.values() for at in line) if len(groups) > 1 else ():
            answers.setdefault(rows[at].answer, []).append(at)
        for answer, line in answers.items():
            together = [at for at, row in enumerate(rows) if row.answer == answer and row.by != rows[line[0]].by]
            found.append([*line, *(at for at in together if not rows[at].by)])
    return found


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


def _hide_more(sums: list[tuple[Line, list[int]]], hidden: set[int], least: int) -> None:
    """Hide cells until no line gives one back; each line stands with how many respondents each cell is of."""
    changed = True
    while changed:
        changed = False
        for line, counted in sums:
            counts = {str(at): counted[at] for at in line}
            while name := _next(counts, {str(at) for at in line if at in hidden}, least):
                hidden.add(int(name))
                changed = True


def _hide_one_that_follows(rows: tuple[TabulationRow, ...], hidden: set[int], lines: list[Line]) -> bool:
    """Hide one more cell where all totals together give one back; whether there was any."""
    follows = sorted(_following(hidden, lines, rows))
    return any(rows[at].count and _hide_beside(at, rows, hidden, lines) for at in follows)


def _hide_beside(at: int, rows: tuple[TabulationRow, ...], hidden: set[int], lines: list[Line]) -> bool:
    """Hide the smallest cell beside one; whether there was any."""
    beside = [other for line in lines if at in line for other in line if other not in hidden]
    if beside:
        hidden.add(min(beside, key=lambda other: rows[other].count))
    return bool(beside)


def _make_room(at: int | None, rows: tuple[TabulationRow, ...], hidden: set[int], lines: list[Line]) -> bool:
    """Hide the smallest cell beside one that is known to be small, else of all; whether there was any."""
    left = [other for other in range(len(rows)) if other not in hidden]
    if at is None or not left:
        return False
    if not _hide_beside(at, rows, hidden, lines):
        hidden.add(min(left, key=lambda other: rows[other].count))
    return True


def _following(hidden: set[int], lines: list[Line], rows: tuple[TabulationRow, ...]) -> set[int]:
    """The hidden cells that follow from the totals: those that are left alone when all others are eliminated.

    The cell of all is what those of its line come to. Numbers are reckoned by their rest of a large prime, which
    keeps them small.
    """
    solved: dict[int, dict[int, int]] = {}
    for line in lines:
        grouped = any(rows[at].by for at in line)
        left = {at: _PRIME - 1 if grouped and not rows[at].by else 1 for at in line if at in hidden}
        for at, known in solved.items():
            _take(left, known, left.get(at, 0))
        if left:
            first = min(left)
            inverse = pow(left[first], -1, _PRIME)
            left = {at: factor * inverse % _PRIME for at, factor in left.items()}
            for known in solved.values():
                _take(known, left, known.get(first, 0))
            solved[first] = left
    return {at for at, known in solved.items() if len(known) == 1}


def _take(line: dict[int, int], other: dict[int, int], times: int) -> None:
    """Take a line from another, so many times; what comes to nothing is left out."""
    for at, factor in other.items() if times else ():
        left = (line.get(at, 0) - times * factor) % _PRIME
        if left:
            line[at] = left
        else:
            line.pop(at, None)
