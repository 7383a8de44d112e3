"""In: tabulated figures. Out: the cell behind each, and what several leave over of another or of their base."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.figure import Figure, Tabulated
from deckgen.model.lazy_dataclasses import dataclass

SMALLEST: Final = 3
"""Respondents behind a cell that nobody can be told by."""

MOST_STEPS: Final = 20_000
"""As many combinations of parts are tried for one total."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A tabulated figure with its row of a table. `behind` has a bit for each line of data that it rests on."""

    figure: Figure
    table: Tabulation
    row: TabulationRow
    behind: int

    @property
    def count(self) -> int:
        return self.behind.bit_count()

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


def cells(figures: Sequence[Figure], tables: Mapping[str, Tabulation]) -> list[Cell]:
    """The cells of the figures that are tabulated, each with the table that it comes from."""
    places: dict[str, int] = {}
    made = []
    for figure in figures:
        if not isinstance(figure.provenance, Tabulated):
            continue
        table = tables.get(figure.provenance.table)
        row = table.row(figure.provenance.key) if table else None
        if table and row:
            made.append(Cell(figure, table, row, _bits(figure.rows, places)))
    return made


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
        questions.setdefault((cell.table.dataset, cell.table.question), []).append(cell)
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
