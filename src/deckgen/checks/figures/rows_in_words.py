"""What a sentence says in words of the rows of a table. In: an amount, its line, a grid. Out: the rows that it
belies.

A share may be of a column's total, of another number of its row, or a per cent that stands there; of several rows
that are named, of what they come to. Where no row is named, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Final

from deckgen.checks.figures.grid import Grid, tokens
from deckgen.checks.text.amounts import Amount
from deckgen.checks.text.clauses import sentences
from deckgen.model.language import Language

MOST_ROWS: Final = 4
"""Rows of one sentence that are added up in every way."""


def against_rows(amount: Amount, line: str, grid: Grid, language: Language) -> str:
    """The labels of the rows that say otherwise; empty where the amount holds, or is of no row."""
    sentence = next((one for one in sentences(line, language) if amount.said in one), "")
    near = next((part for part in sentence.split(", ") if amount.said in part), "")
    reading = language.prose.reading
    rows = grid.named_rows(tokens(near, reading)) or grid.named_rows(tokens(sentence, reading))
    if amount.sort == "count" or not rows or len(rows) > MOST_ROWS:
        return ""
    held = tuple(
        _shares(grid, rows, grid.likely_columns(tokens(sentence, reading)))
        if amount.sort == "share"
        else _factors(grid, rows)
    )
    if not held or any(map(amount.holds, held)):
        return ""
    return " and ".join(grid.rows[at].label for at in rows)


def _shares(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...]) -> Iterator[float]:
    for count in range(1, len(rows) + 1):
        for some in combinations(rows, count):
            yield from _shares_of(grid, some, columns)


def _shares_of(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...]) -> Iterator[float]:
    """What rows together are of each total, and of their other columns; and what they leave of it."""
    wide = range(len(grid.columns))
    sums = [_sum(tuple(grid.numbers[at][to] for at in rows)) for to in wide]
    wholes = [_sum(grid.column(to)) for to in wide]
    for at in columns:
        if at in grid.shares:
            if len(rows) == 1:
                yield from (sums[at] / 100, 1 - sums[at] / 100)
            continue
        others = (sums[to] for to in wide if to != at and to not in grid.shares)
        totals = (total[to] for total in grid.totals for to in wide if to not in grid.shares)
        for whole in (wholes[at], *others, *totals):
            if whole and 0 < sums[at] <= whole:
                yield from (sums[at] / whole, 1 - sums[at] / whole)


def _factors(grid: Grid, rows: tuple[int, ...]) -> Iterator[float]:
    """How many times one of two rows is the other, and one number of a single row another."""
    if len(rows) == 2:
        pairs = [
            (grid.numbers[one][to], grid.numbers[other][to])
            for one, other in permutations(rows)
            for to in _wide(grid)
        ]
    else:
        pairs = [pair for at in rows for pair in permutations(grid.numbers[at], 2)]
    yield from (one / other for one, other in pairs if one and other)


def _wide(grid: Grid) -> range:
    return range(len(grid.columns))


def _sum(numbers: tuple[float | None, ...]) -> float:
    return sum(one for one in numbers if one is not None)
