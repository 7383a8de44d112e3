"""How sure a share or a mean is. In: tallies, and how many respondents there are in all. Out: intervals.

A weight is taken as given: what an interval says is how far chance in who answered may have moved the number, as R's
package `survey` computes it for respondents who were drawn each for themselves.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Final

from deckgen.data.distributions import t_within
from deckgen.data.measures import Numbers
from deckgen.data.tallies import Tally, total
from deckgen.model.lazy_dataclasses import dataclass

Interval = tuple[Decimal, ...]
"""The lower and the upper end; empty where there is none, of fewer than two respondents."""

FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number of `n` respondents that chance may have moved by `error`, its standard error."""

    value: float
    error: float
    n: int

    def within(self, level: float) -> tuple[float, float]:
        """The interval around the number at a level such as 0.95."""
        by = t_within(level, self.n - 1) * self.error
        return self.value - by, self.value + by


def of_share(part: Tally, whole: Tally, respondents: int) -> Estimate:
    """A share as a part of one; `respondents` are all of the dataset, whoever is counted here."""
    share = part.weight / whole.weight
    squares = (1 - share) ** 2 * part.square + share**2 * (whole.square - part.square)
    return Estimate(share, _error(squares, whole, respondents), whole.n)


def of_mean(numbers: Numbers, respondents: int) -> Estimate:
    whole = total(numbers.values())
    mean = sum(float(number) * tally.weight for number, tally in numbers.items()) / whole.weight
    squares = sum((float(number) - mean) ** 2 * tally.square for number, tally in numbers.items())
    return Estimate(mean, _error(squares, whole, respondents), whole.n)


def _error(squares: float, whole: Tally, respondents: int) -> float:
    return math.sqrt(squares * respondents / (respondents - 1)) / whole.weight


def share_interval(part: Tally, whole: Tally, respondents: int, level: float) -> Interval:
    """An interval of a share in per cent, made of its logit so that it stays between none and all.

    Of none or all of the answers, as many as could still be nobody or everybody by chance.
    """
    if whole.n < FEWEST:
        return ()
    if part.weight in (0, whole.weight):
        far = 100 * (1 - ((1 - level) / 2) ** (1 / float(whole.effective)))
        return (_exact(0), _exact(far)) if not part.weight else (_exact(100 - far), _exact(100))
    estimate = of_share(part, whole, respondents)
    share = estimate.value
    odds = math.log(share / (1 - share))
    by = t_within(level, whole.n - 1) * estimate.error / (share * (1 - share))
    low, high = (100 / (1 + math.exp(-end)) for end in (odds - by, odds + by))
    return _exact(low), _exact(high)


def mean_interval(numbers: Numbers, respondents: int, level: float) -> Interval:
    if total(numbers.values()).n < FEWEST:
        return ()
    low, high = of_mean(numbers, respondents).within(level)
    return _exact(low), _exact(high)


def _exact(value: float) -> Decimal:
    return Decimal(repr(float(value)))
