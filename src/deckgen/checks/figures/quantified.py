"""What a sentence says in digits of the rows of a grid. In: a sentence and a grid. Out: what is wrong.

How many lie over or under a number, what their average is, what a row that is named in full has, and which way they
go where `jo større` is said of one thing and `jo flere` of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from deckgen.checks.figures.grid import Grid, tokens
from deckgen.checks.figures.patterns import Wrong, found
from deckgen.checks.figures.restated import typed
from deckgen.checks.text.words import shared
from deckgen.model.language import Language

_NUMBER: Final = re.compile(r"\d+")
_NEAR: Final = 1e-9
_FEWEST: Final = 2
_SCALES: Final = (1, 1e3, 1e6)
"""A drawing may count in thousands or millions, and its text in ones."""


def wrong_quantities(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    """What is said of the grid in digits and is not so."""
    if not found(language.prose.reading.claims.perhaps, sentence):
        yield from _beyond(sentence, grid, language)
        yield from _average(sentence, grid, language)
    yield from _of_a_row(sentence, grid, language)
    yield from _together(sentence, grid, language)


def _beyond(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    """`alle fem er over 40`, over bars of which two are."""
    reading = language.prose.reading
    for pattern, above in ((reading.comparing.over, True), (reading.comparing.under, False)):
        match = found(pattern, sentence)
        limit = next((one for one in typed(match["limit"], language)), None) if match else None
        if match is None or limit is None or len(grid.columns) > 1:
            continue
        column = [one for one in grid.column(0) if one is not None]
        there = sum(one > limit.value if above else one < limit.value for one in column)
        every, none = (found(one, match["who"]) for one in (reading.comparing.every, reading.comparing.nobody))
        words = [reading.amounts.numbers.get(word, 0) for word in match["who"].split()]
        number = next((one for one in words if one), 0) or next(
            (int(one.value) for one in typed(match["who"], language)), 0
        )
        said = len(column) if every else 0 if none else number
        if (every or none or number) and min(column) <= limit.value <= max(column) and said != there:
            yield Wrong(match[0], f"that is {there}")


def _average(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    """An average that is beyond all that it is of."""
    match = found(language.prose.reading.claims.average, sentence)
    numbers = list(typed(sentence, language)) if match and len(grid.columns) == 1 else []
    column = [one for one in grid.column(0) if one is not None]
    if match and len(numbers) == 1 and column and not min(column) <= numbers[0].value <= max(column):
        yield Wrong(numbers[0].said, f"the numbers are {', '.join(f'{one:g}' for one in column)}")


def _of_a_row(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    """Another number than a row has all of whose label is said, in a sentence that gives no other."""
    reading = language.prose.reading
    said, numbers = tokens(sentence, reading), list(typed(sentence, language))
    if len(numbers) != 1 or not grid.is_table or len(grid.columns) > 1:
        return
    known = [one for row in (*grid.numbers, *grid.totals) for one in row if one is not None]
    rows = (*zip(grid.rows, grid.numbers, strict=True), *zip(grid.total_rows, grid.totals, strict=True))
    meant = [
        (line, row)
        for line, row in rows
        if len(line.words) >= _FEWEST and shared(said, line.words) == len(line.words)
    ]
    value = numbers[0].value
    if len(meant) == 1 and not any(abs(value - one * scale) <= _NEAR for one in known for scale in _SCALES):
        line, row = meant[0]
        yield Wrong(numbers[0].said, f"{line.label} {row[0]:g}" if row[0] is not None else line.label)


def _together(sentence: str, grid: Grid, language: Language) -> Iterator[Wrong]:
    """`jo større virksomhed, jo flere`, over rows in the order of their sizes that go the other way."""
    comparing = language.prose.reading.comparing
    match = found(comparing.the_more, sentence)
    sizes = [_NUMBER.search(line.label) for line in grid.rows]
    ordered = [int(one[0]) for one in sizes if one]
    if match is None or len(ordered) < len(sizes) or not all(one < other for one, other in pairwise(ordered)):
        return
    ways = [
        1 if found(comparing.grows, match[name]) else -1 if found(comparing.shrinks, match[name]) else 0
        for name in ("one", "other")
    ]
    named = grid.named_columns(tokens(match["other"], language.prose.reading))
    meant = sorted({*named, *grid.shares}) if named else range(len(grid.columns))
    columns = [[one for one in grid.column(at) if one is not None] for at in meant]
    rises = [all(a < b for a, b in pairwise(one)) for one in columns]
    falls = [all(a > b for a, b in pairwise(one)) for one in columns]
    way = ways[0] * ways[1]
    if way and any(falls if way > 0 else rises) and not any(rises if way > 0 else falls):
        against = next(one for one, is_it in zip(columns, falls if way > 0 else rises, strict=True) if is_it)
        yield Wrong(match[0], f"the numbers are {', '.join(f'{one:g}' for one in against)}")
