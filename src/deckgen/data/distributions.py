"""Student's t distribution. In: degrees of freedom. Out: quantiles, and how likely a larger value is by chance.

Written out, since the two functions that are wanted of it would bring a library as large as all the rest.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

_TINY: Final = 1e-300
_EXACT: Final = 1e-15
_MOST_STEPS: Final = 500
_HALVINGS: Final = 200
_MANY: Final = 1000
"""Degrees of freedom from which on the t distribution is reckoned from the normal one, to ten digits."""


def two_sided(t: float, freedom: float) -> float:
    """How likely a value as far from 0 is by chance alone."""
    if freedom < _MANY:
        return _incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5)
    return math.erfc(_as_normal(t, freedom) / math.sqrt(2))


def _as_normal(t: float, freedom: float) -> float:
    """The value of the normal distribution that is as likely as `t` (Hill's expansion, ACM algorithm 395)."""
    near = freedom - 0.5
    y, b = near * math.log1p(t * t / freedom), 48 * near * near
    beyond = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b)
    return math.sqrt(y) * ((beyond + y + 3) / b + 1)


@lru_cache(maxsize=1024)
def t_within(level: float, freedom: float) -> float:
    """The value that the part `level` of all lies within, on both sides of 0."""
    low, high = 0.0, 1.0
    while 1 - two_sided(high, freedom) < level:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if 1 - two_sided(middle, freedom) < level else (low, middle)
    return (low + high) / 2


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by the continued fraction that converges on its side of the mean."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    logarithm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    front = math.exp(logarithm)
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function (Lentz's way to sum it up)."""
    above, below = 1.0, 1 / _kept(1 - (a + b) * x / (a + 1))
    sum_of_it = below
    for step in range(1, _MOST_STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        for part in (even, odd):
            below = 1 / _kept(1 + part * below)
            above = _kept(1 + part / above)
            sum_of_it *= above * below
        if abs(above * below - 1) < _EXACT:
            break
    return sum_of_it


def _kept(value: float) -> float:
    """The value, kept away from 0."""
    return value if abs(value) > _TINY else _TINY
