"""Statistics of numbers. In: how many gave each number and what they weigh, the lowest first. Out: exact values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import accumulate
from typing import Final

from deckgen.data.tallies import Tally

Numbers = Mapping[Decimal, Tally]
"""The tally of each number, the lowest first."""

LEAST_SPREAD: Final = 8
"""Of fewer answers nobody can say how they are spread."""
MOST_QUANTILES: Final = 100
MOST_LIKELY: Final = 10
"""The highest answer that a Net Promoter Score is made of; the lowest is 0."""
PROMOTERS: Final = 9
DETRACTORS: Final = 6


def summed(numbers: Numbers) -> Decimal:
    """The sum, in the unit of the weights."""
    return sum((number * tally.weight for number, tally in numbers.items()), Decimal(0))


def mean(numbers: Numbers) -> Decimal:
    return summed(numbers) / sum(tally.weight for tally in numbers.values())


def median(numbers: Numbers) -> Decimal:
    return quantile(numbers, Decimal(50))


def quantile(numbers: Numbers, part: Decimal) -> Decimal:
    """The number below which `part` per cent lie; halfway to the next where they end right at one."""
    known, below = tuple(numbers), tuple(100 * held for held in accumulate(one.weight for one in numbers.values()))
    wanted = part * below[-1] / 100
    first, last = bisect_left(below, wanted), bisect_right(below, wanted)
    return (known[first] + known[min(last, len(known) - 1)]) / 2


def scores(numbers: Numbers) -> Numbers:
    """Answers from 0 to 10 as a Net Promoter Score counts them: 100 from 9 on, -100 up to 6, and 0 between."""
    told = dict.fromkeys((Decimal(-100), Decimal(0), Decimal(100)), Tally())
    for number, tally in numbers.items():
        told[Decimal(100 if number >= PROMOTERS else -100 if number <= DETRACTORS else 0)] += tally
    return {score: tally for score, tally in told.items() if tally.n}


def spread(numbers: Numbers, least: int) -> tuple[Decimal, ...]:
    """How the numbers are spread: quantiles at equal steps; none where they are too few to say it of.

    What lies beyond the `least` lowest or highest is told as if it stood at the last of them: an end of a
    distribution is what one respondent answered.
    """
    known, below = tuple(numbers), tuple(accumulate(tally.n for tally in numbers.values()))
    n = below[-1] if below else 0
    if n < max(LEAST_SPREAD, 2 * least):
        return ()
    weighed = tuple(accumulate(tally.weight for tally in numbers.values()))
    many = min(n, MOST_QUANTILES)
    first, last = (bisect_right(below, rank) for rank in (max(least - 1, 0), n - max(least, 1)))
    ranks = (bisect_right(weighed, (2 * at + 1) * weighed[-1] // (2 * many)) for at in range(many))
    return tuple(known[min(max(rank, first), last)] for rank in ranks)


STATISTICS: Final[dict[str, Callable[[Numbers], Decimal]]] = {
    "sum": summed,
    "mean": mean,
    "nps": mean,
    "median": median,
    "minimum": min,
    "maximum": max,
}
