"""The numbers of a map as steps of shade. In: places with their numbers. Out: the steps, and who has each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass

MOST_STEPS: Final = 4
"""Steps of shade that are told apart."""
_CHOSEN: Final = {1: (3,), 2: (0, 3), 3: (0, 2, 3), 4: (0, 1, 2, 3)}
"""The depths of so many steps: of few, those at both ends are kept apart."""

_UNIT: Final = re.compile(r"\D*\Z")


@dataclass(frozen=True, slots=True)
class Shaded:
    """A place with its number, and the number as it is written."""

    name: str
    amount: Decimal
    shown: str


@dataclass(frozen=True, slots=True)
class Shade:
    """One step: how deep it is, from 0 on, and the places that have it, the lowest number first."""

    depth: int
    places: tuple[Shaded, ...]

    @property
    def said(self) -> str:
        """The numbers that it goes from and to, with their unit once."""
        low, high = self.places[0].shown, self.places[-1].shown
        if low == high:
            return low
        unit = _UNIT.findall(low)[0]
        bare = low.removesuffix(unit) if high.endswith(unit) else low
        dash = "–" if self.places[0].amount >= 0 else " – "
        return f"{bare}{dash}{high}"


def shades(places: Sequence[Shaded], steps: Sequence[Decimal] = ()) -> tuple[Shade, ...]:
    """The steps that hold a place, the lowest first; `steps` are the numbers at which a next one begins."""
    ordered = sorted(places, key=lambda one: one.amount)
    starts = list(steps) or _starts([one.amount for one in ordered])
    groups: list[list[Shaded]] = [[] for _ in range(len(starts) + 1)]
    for one in ordered:
        groups[bisect_right(starts, one.amount)].append(one)
    filled = [number for number, group in enumerate(groups) if group]
    # Steps that an editor gave keep their shades, whichever of them hold a place.
    of = {number: number for number in range(len(groups))} if steps else dict(zip(filled, range(4), strict=False))
    chosen = _CHOSEN[len(groups) if steps else max(len(filled), 1)]
    return tuple(Shade(chosen[of[number]], tuple(groups[number])) for number in filled)


def _starts(amounts: Sequence[Decimal]) -> list[Decimal]:
    """Where steps after the first begin: at each number where they are few, else so that each holds as many."""
    distinct = sorted(set(amounts))
    if len(distinct) <= MOST_STEPS:
        return distinct[1:]
    return sorted({amounts[len(amounts) * step // MOST_STEPS] for step in range(1, MOST_STEPS)} - {distinct[0]})
