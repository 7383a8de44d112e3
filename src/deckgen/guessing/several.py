"""Several answers in one cell. In: cells. Out: what stands between answers, these, and how many are in own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from deckgen.guessing.words import Words
from deckgen.model.lazy_dataclasses import dataclass

SEPARATORS: Final = (";", "|", "\n", " / ", ",")
"""What survey tools write between answers, the surest first."""
COVERED: Final = 0.8
"""Of all answers, those that several respondents gave."""
FEWEST: Final = 2
"""Ways in which options are combined, options, and answers in own words, of which one alone is none."""
MOST_OPTIONS: Final = 25
MOST_PARTS: Final = 8 * MOST_OPTIONS
"""Parts that stand in several cells; where there are more, cells are in own words."""
WITHIN: Final = frozenset(";|,")
"""Separators that may stand in an option too."""

Parted = dict[tuple[str, ...], int]
"""The parts of a cell, and in how many cells they stand so."""


@dataclass(frozen=True, slots=True)
class InOneCell:
    """`options` has how often each was chosen; `own_words` is how many answers are none of them."""

    separator: str
    options: Mapping[str, int]
    own_words: int = 0


def in_one_cell(cells: Iterable[str], words: Words) -> InOneCell | None:
    """How several answers stand in one cell; None where they do not."""
    given = Counter(cells)
    for separator in SEPARATORS:
        found = _split(given, separator, words)
        if found is not None:
            return found
    return None


def _split(cells: Mapping[str, int], separator: str, words: Words) -> InOneCell | None:
    parted = _parted(cells, separator)
    ended = all(cell.endswith(separator) for cell in cells)
    if not ended:
        if sum(count > 1 for count in _counted(parted).values()) > MOST_PARTS:
            return None
        parted = _grown(parted, separator) if separator in WITHIN else parted
    counted = _counted(parted)
    repeated = {part: count for part, count in counted.items() if count > 1}
    alone = counted.total() - sum(repeated.values())
    if not (ended or _are_combined(parted, separator, repeated, alone)) or len(repeated) < FEWEST:
        return None
    if len(repeated) > MOST_OPTIONS or any(len(parts) != len(set(parts)) for parts in parted):
        return None
    if alone < FEWEST and not any(words.is_other(part) for part in repeated):
        return InOneCell(separator, counted)
    return InOneCell(separator, repeated, alone)


def _parted(cells: Mapping[str, int], separator: str) -> Parted:
    """What stands between separators in each cell, and how many cells say so."""
    parted: Parted = {}
    for cell, count in cells.items():
        parts = tuple(" ".join(part.split()) for part in cell.split(separator) if part.strip())
        parted[parts] = parted.get(parts, 0) + count
    return parted


def _counted(parted: Parted) -> Counter[str]:
    counted = Counter[str]()
    for parts, count in parted.items():
        for part in parts:
            counted[part] += count
    return counted


def _are_combined(parted: Parted, separator: str, repeated: Mapping[str, int], alone: int) -> bool:
    """Whether cells combine options: most of their parts stand in several cells, and in more than a few ways."""
    combined = [parts for parts in parted if len(parts) > 1]
    if len(combined) < FEWEST or alone > (1 - COVERED) * (alone + sum(repeated.values())):
        return False
    # "Ja, i høj grad" and "Ja, lidt" are no combinations: there are as many parts as cells that differ.
    return separator != "," or len(parted) > len(repeated)


def _grown(parted: Parted, separator: str) -> Parted:
    """The parts of each cell, two of which are one where they only ever stand behind each other.

    An option may hold the separator: "Mad, drikke".
    """
    while True:
        counted, pairs = _counted(parted), Counter[tuple[str, str]]()
        for parts, count in parted.items():
            for pair in pairwise(parts):
                pairs[pair] += count
        together = (pair for pair, count in pairs.items() if count == counted[pair[0]] == counted[pair[1]] > 1)
        bound = next(together, None)
        if bound is None:
            return parted
        parted = {_joined(parts, bound, separator): count for parts, count in parted.items()}


def _joined(parts: Sequence[str], bound: tuple[str, str], separator: str) -> tuple[str, ...]:
    made: list[str] = []
    for part in parts:
        if made and (made[-1], part) == bound:
            made[-1] = f"{separator} ".join(bound)
        else:
            made.append(part)
    return tuple(made)
