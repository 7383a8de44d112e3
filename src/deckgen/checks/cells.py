"""In: tabulated figures. Out: how many rows must stand behind each, and what several of them leave over."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from deckgen.model.deck import Content, Figure

SMALLEST: Final = 3
"""Rows behind a cell that nobody can be told by, where no table says how many they are."""

MOST_PARTS: Final = 3
"""Figures that somebody takes from a total to see what is left."""


def limit(figure: Figure, content: Content) -> int:
    """The least of rows, by the strictest table of the files that the figure rests on; 0 where tables want none."""
    files = {PurePosixPath(row.rpartition(":")[0]).name for row in figure.rows}
    said = [table.min_n for table in content.tabulations.values() if PurePosixPath(table.file).name in files]
    return max(said, default=SMALLEST)


def left_over(cells: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...], int]]:
    """A total, up to three parts of it that share no row, and how many rows they leave over: one or more."""
    behind = {cell.name: frozenset(cell.rows) for cell in cells}
    for whole in cells:
        parts = [cell for cell in cells if behind[cell.name] < behind[whole.name]]
        for count in range(1, MOST_PARTS + 1):
            for some in itertools.combinations(parts, count):
                together = frozenset[str]().union(*(behind[part.name] for part in some))
                apart = len(together) == sum(len(behind[part.name]) for part in some)
                if apart and together < behind[whole.name]:
                    yield whole, some, len(behind[whole.name]) - len(together)
