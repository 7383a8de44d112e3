"""An axis of dates: what it counts in, where each date stands on it, and which dates are written under it.

In: dates in their order, which stand unevenly. Out: the place of each as a share of the axis, and ticks from the
first date on, as far apart as their labels have room. Days, months or years are counted: the longest of which all
dates are at the same place, so that the firsts of months stand evenly.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from deckgen.model.date_style import DateStyle, TimeUnit, WrittenDate
from deckgen.model.lazy_dataclasses import dataclass, replace

FIRST_DAY: Final = datetime.date(1900, 3, 1)
"""The first day that all programs have the same number for."""

_NUMBERED_FROM: Final = datetime.date(1899, 12, 30)

_UNITS: Final[tuple[TimeUnit, ...]] = ("years", "months", "days")
"""The longest first."""

_STEPS: Final[tuple[tuple[int, TimeUnit], ...]] = (
    *((step, "days") for step in (1, 2, 7, 14)),
    *((step, "months") for step in (1, 2, 3, 6)),
    *((step, "years") for step in (1, 2, 5, 10, 20, 50, 100, 200)),
)
"""From one tick to the next, the shortest first."""

_YEAR: Final = "{year}"
_PRINTED: Final = {"{day}": "d", "{month}": "mmm", _YEAR: "yyyy"}
"""The parts of a date, and how programs are told to print them."""

_HOLE: Final = re.compile(r"(\{[a-z]+\})")

LONGEST_STEP: Final = _STEPS[-1]


@dataclass(frozen=True, slots=True)
class DateAxis:
    """Dates on an axis that counts in `unit`, with a tick at each `step` from the first date on.

    `tag` is the language's number in format codes.
    """

    dates: tuple[datetime.date, ...]
    unit: TimeUnit
    style: DateStyle
    tag: str = ""
    step: tuple[int, TimeUnit] = (1, "days")

    @property
    def count(self) -> int:
        """How many units there are from the first date to the last, both counted."""
        return _number(self.dates[-1], self.unit) - _number(self.dates[0], self.unit) + 1

    def share(self, day: datetime.date, at_edges: bool) -> float:
        """How far along the axis a date stands, which goes from the first to the last, or half a unit beyond them."""
        passed = _number(day, self.unit) - _number(self.dates[0], self.unit)
        return passed / (self.count - 1) if at_edges else (passed + 0.5) / self.count

    @property
    def ticks(self) -> tuple[datetime.date, ...]:
        return tuple(_stepped(self.dates[0], self.dates[-1], self.step))

    def text(self, day: datetime.date) -> str:
        """A date as it stands under the axis: no more of it than the axis counts, its month in three letters."""
        return self._form.format(day=day.day, month=self.style.short_month(day.month), year=day.year)

    @property
    def format_code(self) -> str:
        """The format by which programs print the same."""
        known = "".join(_PRINTED.get(part, "".join(f"\\{sign}" for sign in part)) for part in _HOLE.split(self._form))
        return f"[$-{self.tag}]{known}" if self.tag and self.unit != "years" else known

    @property
    def _form(self) -> str:
        return {"days": self.style.in_day, "months": self.style.in_month, "years": _YEAR}[self.unit]

    def stepped(self) -> Iterator[DateAxis]:
        """The axis with each step that is no shorter than its unit, the shortest first."""
        longer = _UNITS[: _UNITS.index(self.unit) + 1]
        return (replace(self, step=step) for step in _STEPS if step[1] in longer)


def serial(day: datetime.date) -> int:
    """The number by which workbooks keep a day."""
    return (day - _NUMBERED_FROM).days


def date_axis(written: Sequence[WrittenDate | None], style: DateStyle, tag: str) -> DateAxis | None:
    """The axis of these dates; None where one is none, names another span than the others, or all stand evenly."""
    days = tuple(one.day for one in written if one)
    if len(days) < len(written) or len({one.names for one in written if one}) != 1 or min(days) < FIRST_DAY:
        return None
    unit = next(unit for unit in _UNITS if _are_alike(days, unit))
    numbers = [_number(day, unit) for day in days]
    gaps = {after - before for before, after in pairwise(numbers)}
    return DateAxis(days, unit, style, tag, (1, unit)) if len(gaps) > 1 else None


def _are_alike(days: Sequence[datetime.date], unit: TimeUnit) -> bool:
    """Whether all days are at the same place of their unit."""
    if unit == "days":
        return True
    return len({(day.day, day.month if unit == "years" else 0) for day in days}) == 1


def _number(day: datetime.date, unit: TimeUnit) -> int:
    """Which day, month or year it is, counted from one that is long gone."""
    if unit == "days":
        return day.toordinal()
    return day.year if unit == "years" else day.year * 12 + day.month


def _stepped(first: datetime.date, last: datetime.date, step: tuple[int, TimeUnit]) -> Iterator[datetime.date]:
    count, unit = step
    day, taken = first, 0
    while day <= last:
        yield day
        taken += count
        months = taken * 12 if unit == "years" else taken
        day = first + datetime.timedelta(taken) if unit == "days" else _later(first, months)


def _later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
