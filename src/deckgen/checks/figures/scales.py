"""The two ends of a scale of answers: `enig` and `uenig`, `satisfied` and `dissatisfied`, each with what lies there.

In: a grid whose columns are the answers. Out: what each row has at either end, or which end a text means.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import permutations
from typing import Final

from deckgen.checks.figures.grid import Grid, tokens
from deckgen.checks.figures.patterns import found
from deckgen.checks.text.amounts import Amount
from deckgen.checks.text.clauses import sentences
from deckgen.checks.text.words import Words, content_words, shared
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.reading import Reading

_ENDS: Final = 2
_RESTATED: Final = 2
"""So many words of a statement, and half of them, say that somebody agrees with it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What rows have at the upper and at the lower end of a scale, and the words by which each end is called."""

    upper: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper_words: Words
    lower_words: Words

    def meant(self, said: Collection[str]) -> tuple[float | None, ...]:
        """The end that a text means: the lower where it says so, or else the upper."""
        return self.lower if shared(said, self.lower_words) else self.upper


def is_opposite(word: str, other: str, reading: Reading) -> bool:
    """Whether the second of two words, without their inflections, is the other end of what the first says."""
    return any(
        word.startswith(end) and other.startswith(mark) if end else shared({f"{mark}{word}"}, {other})
        for end, mark in reading.comparing.opposites
    )


def scale_of(grid: Grid, language: Language) -> Scale | None:
    """The scale that the columns of a grid are; None where they are none, or not two of them are opposites."""
    reading = language.prose.reading
    each = [content_words(column.label, reading) for column in grid.columns]
    pairs = set(_opposites(each, reading))
    if not pairs or (grid.in_order and len(grid.columns) < _ENDS):
        return None
    upper, lower = (frozenset(pair[end] for pair in pairs) for end in (0, 1))
    return Scale(_sums(grid, each, upper, lower), _sums(grid, each, lower, upper), upper, lower)


def against_scale(amount: Amount, line: str, grid: Grid, language: Language) -> str:
    """What a row has at the end of the scale that a share is said of, where that is another; empty where it holds.

    It is known where a sentence names one row and either end, or says that the row is what somebody thinks.
    """
    reading = language.prose.reading
    scale = scale_of(grid, language) if amount.sort == "share" and len(grid.columns) > 1 else None
    sentence = next((one for one in sentences(line, language) if amount.said in one), "")
    said = tokens(sentence.replace(amount.said, " "), reading)
    rows = grid.named_rows(said) if scale else ()
    if scale is None or len(rows) != 1 or amount.negated or grid.named_columns(said):
        return ""
    ends = shared(said, scale.upper_words | scale.lower_words)
    (row,) = rows
    words = grid.rows[row].words
    is_restated = shared(said, words) >= max(_RESTATED, len(words) / 2)
    if not ends and not is_restated and not found(reading.comparing.thinks, sentence):
        return ""
    numbers, there = grid.numbers[row], scale.meant(said)[row]
    whole = sum(one for one in numbers if one is not None)
    each = [one / whole for one in (there, *numbers) if one is not None and whole]
    if not each or there is None or any(map(amount.holds, each[:1] if amount.is_side else each)):
        return ""
    return f"{grid.rows[row].label} {there:g}"


def _opposites(each: list[Words], reading: Reading) -> Iterator[tuple[str, str]]:
    for words, others in permutations(each, _ENDS):
        yield from ((one, other) for one in words for other in others if is_opposite(one, other, reading))


def _sums(grid: Grid, each: list[Words], at: Words, but: Words) -> tuple[float | None, ...]:
    columns = [to for to, words in enumerate(each) if words & at and not words & but]
    return tuple(_sum([row[to] for to in columns]) for row in grid.numbers)


def _sum(numbers: list[float | None]) -> float | None:
    known = [one for one in numbers if one is not None]
    return sum(known) if len(known) == len(numbers) and known else None
