"""How large a number that is not shown can be. In: sums that are known, of unknown counts. Out: one that is small.

Counts are not negative, and whatever comes to the sums that are known may be so. The most that some of them can come
to is what a linear program tells: where sums overlap in part, no rule for cells of one table says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

_Unknown = TypeVar("_Unknown")
Sum = Mapping[_Unknown, int]
"""How often each unknown is counted in a sum."""
_ROUNDING: Final = 1e-6
ENOUGH: Final = 1000
"""What no `least` goes beyond: so much more than all together no count is taken to be."""


class Bounds(Generic[_Unknown]):
    """The counts that may be behind sums of them; `real` has what they are, and so what the sums come to."""

    def __init__(self, real: Sum[_Unknown], sums: Iterable[Sum[_Unknown]]) -> None:
        self._real = real
        self._places = {one: at for at, one in enumerate(real)}
        self._sums = list({frozenset(one.items()): one for one in sums if one}.values())

    def small(
        self, wanted: Iterable[Sum[_Unknown]], least: int, roomy: set[frozenset[tuple[_Unknown, int]]]
    ) -> Sum[_Unknown] | None:
        """The first of `wanted` that is known to come to less than `least`; None where there is none.

        `roomy` gathers those that can be as large, and are not asked again: the fewer sums are known, the larger.
        """
        every = [(frozenset(one.items()), one) for one in wanted]
        for key, one in every:
            if key in roomy:
                continue
            found = self._largest(one)
            if self._come_to(one, found) < least - _ROUNDING:
                return one
            roomy |= {key for key, one in every if self._come_to(one, found) >= least - _ROUNDING}
        return None

    def _come_to(self, one: Sum[_Unknown], counts: Any) -> float:
        return float(sum(times * counts[self._places[at]] for at, times in one.items()))

    def _largest(self, wanted: Sum[_Unknown]) -> Any:
        """Counts that come to the sums that are known, `wanted` as large as can be; the real ones where none do."""
        from scipy.optimize import linprog

        aim = [0.0] * len(self._real)
        for one, times in wanted.items():
            aim[self._places[one]] = -times
        most = sum(map(abs, self._real.values())) + ENOUGH
        solved = linprog(aim, A_eq=self._matrix, b_eq=self._totals, bounds=(0, most), method="highs")
        return list(self._real.values()) if solved.x is None else solved.x

    @cached_property
    def _matrix(self) -> Any:
        from scipy.sparse import coo_array

        cells = [
            (row, self._places[one], times) for row, each in enumerate(self._sums) for one, times in each.items()
        ]
        rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
        return coo_array((values, (rows, columns)), shape=(len(self._sums), len(self._real))).tocsr()

    @cached_property
    def _totals(self) -> list[int]:
        return [sum(times * self._real[one] for one, times in each.items()) for each in self._sums]
