"""In: tabulated and computed figures. Out: the cell behind each, and what several leave of another or of a base."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.figure import Computed, Figure, Tabulated
from deckgen.model.formula import FigureTerm, Operation, Share, Sum, Term
from deckgen.model.lazy_dataclasses import dataclass, replace

SMALLEST: Final = 3
"""Respondents behind a cell that nobody can be told by."""

MOST_STEPS: Final = 20_000
"""As many combinations of parts are tried for one total."""

_ADDED_UP: Final = ("count", "share", "sum")
"""Statistics of which those of two parts make that of both."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its row of a table. `behind` has a bit for each line of data that it rests on.

    Where cells of one question are computed together, the table is the strictest of theirs, and the row has their
    answer only where they share a base.
    """

    figure: Figure
    table: Tabulation
    row: TabulationRow
    behind: int

    @property
    def count(self) -> int:
        return self.behind.bit_count()

    @property
    def question(self) -> tuple[str, str]:
        """The question that is counted, with its data file: two datasets may be of one, and a series of several."""
        return self.row.file or self.table.file, self.table.question_of(self.row)

    @property
    def is_exempt(self) -> bool:
        """Whether it may be shown whatever it tells: it was published, or its table discloses it."""
        return self.figure.published is not None or bool(self.table.disclose)


@dataclass(frozen=True, slots=True)
class Rest:
    """What some cells leave over of `whole`: of another cell, or (None) of the base that they share."""

    whole: Cell | None
    parts: tuple[Cell, ...]
    count: int

    @property
    def is_exempt(self) -> bool:
        return all(cell.is_exempt for cell in (*self.parts, *([self.whole] if self.whole else ())))


def cells(shown: Sequence[Figure], tables: Mapping[str, Tabulation], figures: Mapping[str, Figure]) -> list[Cell]:
    """The cells that figures tell: those that are tabulated, and those that add such up or take them from each other.

    `figures` are all there are, since what a formula names need not be shown.
    """
    found = _Cells(tables, figures)
    return [cell for figure in shown if (cell := found.of(figure))]


class _Cells:
    """Finds the cell of a figure; each line of data has the same bit in all of them."""

    def __init__(self, tables: Mapping[str, Tabulation], figures: Mapping[str, Figure]) -> None:
        self._tables = tables
        self._figures = figures
        self._places: dict[str, int] = {}
        self._named: dict[str, Cell | None] = {}

    def of(self, figure: Figure) -> Cell | None:
        match figure.provenance:
            case Tabulated(table=name, key=key):
                table = self._tables.get(name)
                row = table.row(key) if table else None
                return Cell(figure, table, row, _bits(figure.rows, self._places)) if table and row else None
            case Computed(formula=formula):
                parts = {name: self._called(name) for name in formula.names}
                return _together(figure, formula.term, {name: part for name, part in parts.items() if part})
            case _:
                return None

    def _called(self, name: str) -> Cell | None:
        if name not in self._named:
            self._named[name] = self.of(self._figures[name]) if name in self._figures else None
        return self._named[name]


def _together(figure: Figure, term: Term, parts: Mapping[str, Cell]) -> Cell | None:
    """The cell of a figure that is computed from cells of one question; None where they do not add up."""
    of_one_question = len({part.question for part in parts.values()}) == 1
    behind = _behind(term, parts) if of_one_question else None
    if behind is None:
        return None
    cells_of_it = parts.values()
    table = max((part.table for part in cells_of_it), key=lambda table: (not table.disclose, table.min_n))
    shared = len({(part.table.name, part.row.group, part.row.base) for part in cells_of_it}) == 1
    base, group, answer = max((part.row.base, part.row.group, part.row.answer) for part in cells_of_it)
    row = TabulationRow(
        figure.name, figure.label, figure.value, behind.bit_count(), base, (), group, answer if shared else ""
    )
    row = replace(row, file=next(part.row.file for part in cells_of_it))
    return Cell(figure, table, row, behind)


def _behind(term: Term, parts: Mapping[str, Cell]) -> int | None:
    """The lines of data behind a term, where it joins cells that share none, or takes one out of what holds it.

    Who knows a share of a whole knows its part.
    """
    match term:
        case FigureTerm(name):
            part = parts.get(name)
            return part.behind if part and part.table.statistic in _ADDED_UP else None
        case Operation("+", left, right):
            return _joined((left, right), parts)
        case Sum(terms):
            return _joined(terms, parts)
        case Operation("-", left, right):
            whole, less = _behind(left, parts), _behind(right, parts)
            return None if whole is None or less is None or less & ~whole else whole & ~less
        case Share(part=part):
            return _behind(part, parts)
        case _:
            return None


def _joined(terms: tuple[Term, ...], parts: Mapping[str, Cell]) -> int | None:
    joined = 0
    for term in terms:
        behind = _behind(term, parts)
        if behind is None or behind & joined:
            return None
        joined |= behind
    return joined


def _bits(rows: tuple[str, ...], places: dict[str, int]) -> int:
    at = [places.setdefault(row, len(places)) for row in rows]
    held = bytearray(max(at, default=0) // 8 + 1)
    for place in at:
        held[place // 8] |= 1 << place % 8
    return int.from_bytes(held, "little")


def by_subtraction(found: Sequence[Cell]) -> Iterator[Rest]:
    """Whatever cells of one question leave of each other, and of the n that is shown with them.

    Cells of two questions are not set against each other: that all of these are among those is nowhere said.
    """
    questions: dict[tuple[str, str], list[Cell]] = {}
    for cell in found:
        questions.setdefault(cell.question, []).append(cell)
    for cells_of_one in questions.values():
        yield from of_each_other(cells_of_one)
    yield from _of_bases(found)


def of_each_other(found: Sequence[Cell]) -> Iterator[Rest]:
    """What parts of a cell leave of it, where it is less than its table's limit, and more than nothing."""
    for whole in found:
        inside = [cell for cell in found if cell.count and cell.behind & ~whole.behind == 0]
        parts = [cell for cell in inside if cell.behind != whole.behind]
        for chosen, rest in _leaving(parts, whole.count, whole.table.min_n):
            yield Rest(whole, chosen, rest)


def _of_bases(found: Sequence[Cell]) -> Iterator[Rest]:
    groups: dict[tuple[str, str, int], list[Cell]] = {}
    for cell in found:
        if cell.count and cell.row.answer:
            groups.setdefault((cell.table.name, cell.row.group, cell.row.base), []).append(cell)
    for (_, _, base), inside in groups.items():
        for chosen, rest in _leaving(inside, base, inside[0].table.min_n):
            yield Rest(None, chosen, rest)


def _leaving(parts: list[Cell], total: int, least: int) -> Iterator[tuple[tuple[Cell, ...], int]]:
    """Parts that share no respondent, and how many they leave of `total`: one or more, and fewer than `least`.

    Few parts come before many.
    """
    ordered = sorted(parts, key=lambda part: -part.count)
    ahead: deque[tuple[int, int, tuple[Cell, ...]]] = deque([(0, 0, ())])
    steps = 0
    while ahead and steps < MOST_STEPS:
        first, behind, chosen = ahead.popleft()
        can_be = behind.bit_count() + sum(part.count for part in ordered[first:])
        for at in range(first, len(ordered)):
            if can_be <= total - least:
                break  # all that is left together leaves more
            part = ordered[at]
            steps += 1
            can_be -= part.count
            if not part.behind & behind:
                together = behind | part.behind
                rest = total - together.bit_count()
                if 0 < rest < least:
                    yield (*chosen, part), rest
                ahead.append((at + 1, together, (*chosen, part)))
