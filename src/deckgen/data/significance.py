"""Whether two numbers differ by more than chance. In: two counts or estimates. Out: how likely it is by chance.

Shares of respondents who are not weighed are tested by z with a correction for continuity, or by Fisher's exact test
where fewer than five are expected in a cell; means by Welch's t. Where respondents are weighed, both are tested by t
of their standard errors, as R's package `survey` does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from deckgen.data.distributions import two_sided

FEW_EXPECTED: Final = 5
"""Of fewer that are expected in a cell a share is tested exactly."""


def of_counts(part: int, n: int, other_part: int, other_n: int) -> float:
    """Two shares, as how many of how many."""
    together, everybody = part + other_part, n + other_n
    if together in (0, everybody):
        return 1.0
    expected = min(together, everybody - together) * min(n, other_n) / everybody
    if expected < FEW_EXPECTED:
        return _fisher(part, n, other_part, other_n)
    share = together / everybody
    apart, spread = abs(part / n - other_part / other_n), 1 / n + 1 / other_n
    apart -= min(spread / 2, apart)
    return math.erfc(apart / math.sqrt(2 * share * (1 - share) * spread))


def _fisher(part: int, n: int, other_part: int, other_n: int) -> float:
    """How likely all tables with these totals are that are no likelier than this one."""
    together = part + other_part
    chances = {
        each: math.comb(n, each) * math.comb(other_n, together - each)
        for each in range(max(0, together - other_n), min(n, together) + 1)
    }
    as_likely = sum(chance for chance in chances.values() if chance <= chances[part])
    return as_likely / math.comb(n + other_n, together)


def of_means(apart: float, errors: tuple[float, float], n: tuple[int, int]) -> float:
    """Two means that lie so far apart, by their standard errors (Welch)."""
    squares = [error**2 for error in errors]
    if not sum(squares):
        return 1.0 if not apart else 0.0
    freedom = sum(squares) ** 2 / sum(square**2 / (each - 1) for square, each in zip(squares, n, strict=True))
    return two_sided(apart / math.sqrt(sum(squares)), freedom)


def of_weighed(apart: float, errors: tuple[float, float], n: tuple[int, int]) -> float:
    """Two numbers of respondents who are weighed, by their standard errors."""
    squares = sum(error**2 for error in errors)
    if not squares:
        return 1.0 if not apart else 0.0
    return two_sided(apart / math.sqrt(squares), sum(n) - 2)


def corrected(chances: Sequence[float], correction: str) -> list[float]:
    """The chances of several comparisons as one of many: by Bonferroni or by Holm, or as they are."""
    many = len(chances)
    if correction == "bonferroni":
        return [min(1.0, chance * many) for chance in chances]
    if correction != "holm":
        return list(chances)
    made, worst = [0.0] * many, 0.0
    for rank, at in enumerate(sorted(range(many), key=chances.__getitem__)):
        worst = max(worst, min(1.0, chances[at] * (many - rank)))
        made[at] = worst
    return made
