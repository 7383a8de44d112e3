"""Several answers in one cell. In: cells. Out: what stands between answers, these, and how many are in own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from deckgen.guessing.words import Words
from deckgen.model.lazy_dataclasses import dataclass

SEPARATORS: Final = (";", "|", "\n", ",")
"""What survey tools write between answers, the surest first."""
COVERED: Final = 0.8
"""Of all answers, those that several respondents gave."""
FEWEST: Final = 2
"""Ways in which options are combined, options, and answers in own words, of which one alone is none."""
MOST_OPTIONS: Final = 25


@dataclass(frozen=True, slots=True)
class InOneCell:
    """`options` has how often each was chosen; `own_words` is how many answers are none of them."""

    separator: str
    options: Mapping[str, int]
    own_words: int = 0


def in_one_cell(cells: Iterable[str], words: Words) -> InOneCell | None:
    """How several answers stand in one cell; None where they do not."""
    given = list(cells)
    for separator in SEPARATORS:
        found = _split(given, separator, words)
        if found is not None:
            return found
    return None


def _split(cells: list[str], separator: str, words: Words) -> InOneCell | None:
    parted = [[" ".join(part.split()) for part in cell.split(separator) if part.strip()] for cell in cells]
    ended = all(cell.endswith(separator) for cell in cells)
    if separator == ",":
        parted = _grown(parted)
    counted = Counter(part for parts in parted for part in parts)
    repeated = {part: count for part, count in counted.items() if count > 1}
    alone = counted.total() - sum(repeated.values())
    if not (ended or _are_combined(parted, separator, repeated, alone)) or len(repeated) < FEWEST:
        return None
    if len(repeated) > MOST_OPTIONS or any(len(parts) != len(set(parts)) for parts in parted):
        return None
    if alone < FEWEST and not any(words.is_other(part) for part in repeated):
        return InOneCell(separator, counted)
    return InOneCell(separator, repeated, alone)


def _are_combined(parted: list[list[str]], separator: str, repeated: Mapping[str, int], alone: int) -> bool:
    """Whether cells combine options: most of their parts stand in several cells, and in more than a few ways."""
    combined = {tuple(parts) for parts in parted if len(parts) > 1}
    if len(combined) < FEWEST or alone > (1 - COVERED) * (alone + sum(repeated.values())):
        return False
    # "Ja, i høj grad" and "Ja, lidt" are no combinations: there are as many parts as cells that differ.
    return separator != "," or len({tuple(parts) for parts in parted}) > len(repeated)


def _grown(parted: list[list[str]]) -> list[list[str]]:
    """The parts of each cell between commas, two of which are one where they only ever stand behind each other.

    An option may hold a comma: "Mad, drikke".
    """
    while True:
        counted = Counter(part for parts in parted for part in parts)
        pairs = Counter(pair for parts in parted for pair in pairwise(parts))
        together = (pair for pair, count in pairs.items() if count == counted[pair[0]] == counted[pair[1]] > 1)
        bound = next(together, None)
        if bound is None:
            return parted
        parted = [_joined(parts, bound) for parts in parted]


def _joined(parts: list[str], bound: tuple[str, str]) -> list[str]:
    made: list[str] = []
    for part in parts:
        if made and (made[-1], part) == bound:
            made[-1] = ", ".join(bound)
        else:
            made.append(part)
    return made
