"""How many gave an answer, and what they weigh. In: codes, a mask, weights. Out: a Tally for each answer.

Everything that is computed of answers is made of these sums, which are whole numbers, so that nothing is rounded
before the end. Where nobody is weighed, each respondent weighs one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from deckgen.data.codes import Codes, Mask
from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each respondent weighs, in whole numbers of `unit`.

    `amounts` and `squares` have one for each row, in what codes take; `weighing` masks the rows that weigh anything,
    which are `respondents`, or is None where all do.
    """

    amounts: Any
    squares: Any
    unit: Decimal
    respondents: int
    weighing: Mask | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """Who is counted, of `respondents` in all: those that `kept` masks (None: everybody), as `weights` weigh them.

    `least` is how many must stand behind a cell that is shown.
    """

    kept: Mask | None
    weights: Weights | None
    respondents: int
    least: int


@dataclass(frozen=True, slots=True)
class Tally:
    """`n` respondents, what they weigh together, and the sum of the squares of what each weighs."""

    n: int = 0
    weight: int = 0
    square: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.n + other.n, self.weight + other.weight, self.square + other.square)

    def __sub__(self, other: Tally) -> Tally:
        return Tally(self.n - other.n, self.weight - other.weight, self.square - other.square)

    @property
    def effective(self) -> Decimal:
        """The n that would tell as much if nobody were weighed (Kish): n where all weigh alike, less where not."""
        return Decimal(self.weight) ** 2 / Decimal(self.square) if self.square else Decimal(0)


def total(tallies: Iterable[Tally]) -> Tally:
    n = weight = square = 0
    for one in tallies:
        n, weight, square = n + one.n, weight + one.weight, square + one.square
    return Tally(n, weight, square)


def tallied(codes: Codes, kept: Mask | None, weights: Weights | None) -> Mapping[int, Tally]:
    """The tally of each answer that the rows kept gave, in the order of the answers."""
    counts = codes.counted(kept)
    if weights is None:
        return {at: Tally(n, n, n) for at, n in counts.items()}
    amounts, squares = codes.weighed(kept, weights.amounts), codes.weighed(kept, weights.squares)
    return {at: Tally(n, amounts[at], squares[at]) for at, n in counts.items()}


def sample(kept: Mask | None, weights: Weights | None, respondents: int, least: int) -> Sample:
    """Those kept of a dataset's respondents of which each weighs something."""
    if weights is None:
        return Sample(kept, None, respondents, least)
    weighing = weights.weighing
    both = weighing if kept is None else kept if weighing is None else kept.both(weighing)
    return Sample(both, weights, weights.respondents, least)
