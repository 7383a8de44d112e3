"""What a sentence says in words of the rows of a table. In: an amount, its line, a grid. Out: the rows that it
belies.

A share may be of a column's total, of another number of its row, or a per cent that stands there; of several rows
that are named, of what they come to. Where no row is named, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise, permutations
from typing import Final

from deckgen.checks.figures.grid import Grid, tokens
from deckgen.checks.text.amounts import Amount
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.words import content_words, shared
from deckgen.model.language import Language
from deckgen.model.reading import Reading

_WORD: Final = re.compile(r"[^\W\d_]+")
PAIR: Final = 2
MOST_ROWS: Final = 4
"""Rows of one sentence that are added up in every way."""


def against_rows(amount: Amount, line: str, grid: Grid, language: Language) -> str:
    """The labels of the rows that say otherwise; empty where the amount holds, or is of no row."""
    sentence = next((one for one in sentences(line, language) if amount.said in one), "")
    near = next((part for part in sentence.split(", ") if amount.said in part), "").replace(amount.said, " ")
    reading = language.prose.reading
    nearest, all_named = grid.named_rows(tokens(near, reading)), grid.named_rows(tokens(sentence, reading))
    rows = nearest or all_named
    if not grid.is_table and len(nearest) != PAIR:
        return ""  # of a drawing, only two rows that are named are known to be compared
    if amount.sort == "count" or not rows or len(rows) > MOST_ROWS:
        return ""
    columns = grid.likely_columns(amount.words)
    held = tuple(_shares(grid, rows, columns) if amount.sort == "share" else factors_of_rows(grid, rows))
    if not held or any(map(amount.holds, held)):
        return ""
    if amount.sort == "growth":
        # The other row may be named in the clause before.
        others = list(factors_of_rows(grid, all_named)) if len(nearest) < PAIR else []
        if reading.claims.per and re.search(reading.claims.per, sentence):
            others += _each(grid, rows)
        if any(map(amount.holds, others)):
            return ""
    return " and ".join(grid.rows[at].label for at in rows)


def against_a_label(amount: Amount, line: str, grid: Grid, language: Language) -> str:
    """The rows whose whole labels a sentence says, where a share is said of them and they have another.

    It is asked where one label stands within another, as `tilfreds` in `meget tilfreds`: words do not tell them.
    """
    reading = language.prose.reading
    sentence = next((one for one in sentences(line, language) if amount.said in one), "").replace(amount.said, " ")
    labels = [tuple(_WORD.findall(row.label.casefold())) for row in grid.rows]
    spoken = [one or "" for one in _WORD.findall(sentence)]
    rows = []
    for at in sorted(range(len(labels)), key=lambda at: -len(labels[at])):
        place = _place(labels[at], spoken, reading)
        if place is not None:
            spoken[place : place + len(labels[at])] = [""] * len(labels[at])
            rows.append(at)
    inside = any(
        len(label) < len(labels[at]) and _place(label, list(labels[at]), reading) is not None
        for at in rows
        for label in labels
    )
    parts = grid.column(0)
    whole = 100.0 if 0 in grid.shares else _sum(parts)
    if (
        amount.sort != "share"
        or amount.negated
        or len(grid.columns) > 1
        or not inside
        or not whole
        or (grid.in_order and not grid.shows)
    ):
        return ""
    share = _sum(tuple(parts[at] for at in rows)) / whole
    return "" if amount.holds(share) else " and ".join(grid.rows[at].label for at in sorted(rows))


def _place(label: tuple[str, ...], spoken: list[str], reading: Reading) -> int | None:
    """Where the words of a label stand behind each other, inflected or not."""
    for start in range(len(spoken) - len(label) + 1 if label else 0):
        if all(_is_word(one, other, reading) for one, other in zip(label, spoken[start:], strict=False)):
            return start
    return None


def _is_word(one: str, other: str, reading: Reading) -> bool:
    return one == other or bool(shared(content_words(one, reading), content_words(other, reading)))


def against_a_moment(amount: Amount, line: str, grid: Grid, language: Language) -> bool:
    """Whether a share that is said of what has changed since a moment that is drawn is another than that."""
    reading = language.prose.reading
    sentence = next((one for one in sentences(line, language) if amount.said in one), "")
    rows = grid.named_rows(tokens(sentence, reading))
    is_since = reading.claims.since and re.search(reading.claims.since, sentence)
    if amount.sort != "share" or not (is_since and grid.in_order and len(rows) == len(grid.columns) == 1):
        return False
    column = grid.column(0)
    first, last = column[rows[0]], column[-1]
    return bool(first and last and not any(map(amount.holds, (last / first, abs(1 - last / first), first / last))))


def is_average(grid: Grid, language: Language) -> bool:
    """Whether a drawing is of averages: nobody is a share of them."""
    average = language.prose.reading.claims.average
    return bool(average and not grid.is_table and re.search(average, grid.counted.casefold()))


def against_steps(amount: Amount, line: str, grid: Grid, language: Language) -> bool:
    """Whether a share of one step of a funnel is none that it has of a step before, or the next one of it."""
    sentence = next((one for one in sentences(line, language) if amount.said in one), "")
    near = next((part for part in sentence.split(", ") if amount.said in part), "").replace(amount.said, " ")
    said = tokens(near, language.prose.reading)
    # What several steps are called names each of them; another clause is asked where this one names none.
    rows = grid.named_rows(said) or tuple(at for at, one in enumerate(grid.rows) if shared(said, one.words))
    rows = rows or grid.named_rows(tokens(sentence.replace(amount.said, " "), language.prose.reading))
    column = [one for one in grid.column(0) if one]
    falls = len(column) == len(grid.rows) and all(one > other for one, other in pairwise(column))
    if amount.sort != "share" or not falls or not rows:
        return False
    shares = [column[at] / one for at in rows for one in column[:at]]
    shares += [one / column[at] for at in rows for one in column[at + 1 : at + 2]]
    return not any(amount.holds(value) for share in shares for value in (share, 1 - share))


def shares_of_rows(grid: Grid, rows: tuple[int, ...]) -> Iterator[float]:
    """What two rows or more are together of each total, or of another number of theirs; and what they leave."""
    yield from _shares(grid, rows, tuple(range(len(grid.columns))), fewest=2)


def _shares(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...], fewest: int = 1) -> Iterator[float]:
    for count in range(fewest, len(rows) + 1):
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


def factors_of_rows(grid: Grid, rows: tuple[int, ...]) -> Iterator[float]:
    """How many times one row is another, also in all its columns, and one number of a row another.

    What a single row is compared with may be any other.
    """
    wide = [(*row, _sum(row)) for row in grid.numbers]
    others = rows if len(rows) > 1 else tuple(range(len(wide)))
    pairs = [
        pair
        for one in rows
        for other in others
        if one != other
        for pair in (*zip(wide[one], wide[other], strict=True), *zip(wide[other], wide[one], strict=True))
    ]
    pairs += [pair for at in rows for pair in permutations(grid.numbers[at], 2)]
    yield from (one / other for one, other in pairs if one and other)


def _each(grid: Grid, rows: tuple[int, ...]) -> Iterator[float]:
    """The same of what each of two rows has for one of another column: energy per cubic metre."""
    if len(rows) == PAIR:
        each = [[one / other for one, other in permutations(grid.numbers[at], 2) if one and other] for at in rows]
        yield from (quotient for one, other in zip(*each, strict=False) for quotient in (one / other, other / one))


def _sum(numbers: tuple[float | None, ...]) -> float:
    return sum(one for one in numbers if one is not None)
