"""Axes of numbers that are seen: from where to where they go, and where their ticks stand.

In: the values along an axis, and how they are printed. Out: an axis with round ticks, of which the first and the last
are its ends. It begins at zero only where its ticks come to do so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.number_format import NumberFormat

MOST_STEPS: Final = 6
"""Into so many steps an axis is parted at most."""

_ROUND: Final = (Decimal(1), Decimal(2), Decimal(5))


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis with a tick at each multiple of `unit` from `low` to `high`, which are two of them.

    `title` is where its title begins, as a share of the chart; None where it has none. A `padded` axis begins below
    zero for room alone: no number stands there, and the other axis stands at its beginning.
    """

    low: Decimal
    high: Decimal
    unit: Decimal
    format: NumberFormat
    title: tuple[float, float] | None = None
    padded: bool = False

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        return tuple(self.low + step * self.unit for step in range(int((self.high - self.low) / self.unit) + 1))

    @property
    def has_zero(self) -> bool:
        return self.low <= 0 <= self.high and not self.padded

    @property
    def code(self) -> str:
        return self.format.code(self.ticks, hide_negative=self.padded)

    def text(self, tick: Decimal) -> str:
        return "" if self.padded and tick < 0 else self.format.text(tick)

    def coarser(self) -> Axis:
        """The axis with longer steps, and with ends that are multiples of them."""
        unit = next(unit for unit in _units(self.unit, self.unit) if unit > self.unit)
        printed = replace(self.format, decimals=_decimals(unit))
        low, high = _down(self.low, unit) * unit, _up(self.high, unit) * unit
        return replace(self, low=low, high=high, unit=unit, format=printed)

    def share(self, value: Decimal | float) -> float:
        """How far along the axis a value stands."""
        return (float(value) - float(self.low)) / float(self.high - self.low)


def axis_of(values: Iterable[Decimal | None], formats: Iterable[NumberFormat | None], free: float = 0) -> Axis:
    """The shortest axis with round ticks over these values; `free` is the share of their span that stays at its ends.

    ValueError where none of them is a number that a program can print.
    """
    known = [value for value in values if value is not None and value.is_finite()]
    printed = Counter(one for one in formats if one)
    if not known or not printed:
        raise ValueError("an axis of numbers wants values in digits; here are none")
    form = printed.most_common(1)[0][0]
    low, high = _ends(min(known), max(known), Decimal(str(free)))
    least = Decimal(1).scaleb(-form.decimals)
    unit = next(unit for unit in _units(high - low, least) if _steps(low, high, unit) <= MOST_STEPS)
    first, last = _down(low, unit) * unit, _up(high, unit) * unit
    if first == last:
        last += unit
    return Axis(first, last, unit, replace(form, before="", decimals=_decimals(unit), signed=False))


def axis_around(values: Sequence[Decimal], formats: Sequence[NumberFormat | None], reach: Sequence[float]) -> Axis:
    """The shortest such axis on which each value has so much room on both sides, as a share of the axis.

    Where none of them lies below zero, what the axis has there is room alone.
    """
    axis = axis_of(values, formats)
    while True:
        span = axis.high - axis.low
        rooms = [Decimal(str(share)) * span for share in reach]
        low = min(value - room for value, room in zip(values, rooms, strict=True))
        high = max(value + room for value, room in zip(values, rooms, strict=True))
        if axis.low <= low and high <= axis.high:
            return replace(axis, padded=axis.low < 0 <= min(values))
        axis = axis_of((min(low, axis.low), max(high, axis.high)), formats)


def _decimals(unit: Decimal) -> int:
    return max(0, -int(unit.normalize().as_tuple().exponent))


def _ends(low: Decimal, high: Decimal, free: Decimal) -> tuple[Decimal, Decimal]:
    """The values with what stays free, which never goes beyond zero where they do not; one alone is in the middle."""
    room = (high - low) * free or (abs(high) / 2 or 1) * (low == high)
    first, last = low - room, high + room
    return first if low < 0 else max(first, Decimal()), last if high > 0 else min(last, Decimal())


def _units(span: Decimal, least: Decimal) -> Iterator[Decimal]:
    """Round steps from too short ones on, none shorter than `least`: whole numbers have whole steps."""
    power = Decimal(1).scaleb(max(span / 100, least).adjusted())
    while True:
        yield from (power * times for times in _ROUND if power * times >= least)
        power *= 10


def _steps(low: Decimal, high: Decimal, unit: Decimal) -> Decimal:
    return _up(high, unit) - _down(low, unit)


def _down(value: Decimal, unit: Decimal) -> Decimal:
    return (value / unit).to_integral_value(ROUND_FLOOR)


def _up(value: Decimal, unit: Decimal) -> Decimal:
    return (value / unit).to_integral_value(ROUND_CEILING)
