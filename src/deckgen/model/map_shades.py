"""The numbers of a map as steps of shade. In: places with their numbers. Out: the steps, and who has each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.map_fields import MOST_STEPS, MapFields, PlaceValue

_CHOSEN: Final = {1: (3,), 2: (0, 3), 3: (0, 2, 3), 4: (0, 1, 2, 3)}
"""The depths of so many steps: of few, those at both ends are kept apart."""


@dataclass(frozen=True, slots=True)
class Shade:
    """One step: how deep it is, from 0 on, the places that have it, and the numbers that it goes from and to."""

    depth: int
    values: tuple[PlaceValue, ...]

    @property
    def said(self) -> str:
        low, high = self.values[0].value.shown, self.values[-1].value.shown
        return low if low == high else f"{low}–{high}"


def shades(fields: MapFields) -> tuple[Shade, ...]:
    """The steps that hold a place, the lowest first."""
    known = [one for one in fields.values if one.value.amount is not None]
    ordered = sorted(known, key=lambda one: one.value.amount or Decimal(0))
    amounts = [one.value.amount or Decimal(0) for one in ordered]
    starts = list(fields.steps) or _starts(amounts)
    groups: list[list[PlaceValue]] = [[] for _ in range(len(starts) + 1)]
    for one, amount in zip(ordered, amounts, strict=True):
        groups[bisect_right(starts, amount)].append(one)
    filled = [number for number, group in enumerate(groups) if group]
    # Steps that an editor gave keep their shades, whichever of them hold a place.
    of = (
        {number: number for number in range(len(groups))}
        if fields.steps
        else dict(zip(filled, range(4), strict=False))
    )
    chosen = _CHOSEN[len(groups) if fields.steps else max(len(filled), 1)]
    return tuple(Shade(chosen[of[number]], tuple(groups[number])) for number in filled)


def _starts(amounts: Sequence[Decimal]) -> list[Decimal]:
    """Where steps after the first begin: at each number where they are few, else so that each holds as many."""
    distinct = sorted(set(amounts))
    if len(distinct) <= MOST_STEPS:
        return distinct[1:]
    return sorted({amounts[len(amounts) * step // MOST_STEPS] for step in range(1, MOST_STEPS)} - {distinct[0]})
