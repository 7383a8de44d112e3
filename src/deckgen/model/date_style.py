"""Dates as a language writes them. In: a date as written. Out: `30. november 2023`, or the day that is meant."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Final, Literal

from deckgen.model.lazy_dataclasses import dataclass

TimeUnit = Literal["days", "months", "years"]
"""What a date names, and what an axis of dates counts in."""

_WRITTEN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date that somebody wrote: its first day, and what it names."""

    day: datetime.date
    names: TimeUnit


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a language says dates, and how data in that language writes them in digits.

    `in_day` is the form of a day, with `{day}`, `{month}` and `{year}`; `in_month` that of a month. `day_first`: in
    digits, 01-02-2026 is the first of February.
    """

    months: tuple[str, ...]
    in_day: str
    in_month: str = "{month} {year}"
    day_first: bool = True

    def short_month(self, month: int) -> str:
        """A month from 1 to 12 as it stands over a narrow column: its first three letters."""
        return self.months[month - 1][:3]

    def show(self, written: str) -> str:
        """A year, a month or a day ("2023", "2023-11", "2023-11-30") in words; all else comes back as written."""
        match = _WRITTEN.match(written)
        if match is None:
            return written
        year, month, day = (int(part) if part else 0 for part in match.groups())
        try:
            datetime.date(year, month or 1, day or 1)
        except ValueError:
            return written
        if not month:
            return written
        return (self.in_day if day else self.in_month).format(day=day, month=self.months[month - 1], year=year)

    def read(self, written: str) -> WrittenDate | None:
        """The date that a text is, written as content writes dates or as `show` says them; None where it is none."""
        if match := _WRITTEN.match(written):
            year, month, day = match.groups()
        elif match := _said(self, "days").match(written) or _said(self, "months").match(written):
            year, month, day = _parts(match, self.months)
        else:
            return None
        names: TimeUnit = "days" if day else "months" if month else "years"
        try:
            return WrittenDate(datetime.date(int(year), int(month or 1), int(day or 1)), names)
        except ValueError:
            return None


def _parts(match: re.Match[str], months: tuple[str, ...]) -> tuple[str, str, str | None]:
    """Year, month and day of a date in words, each in digits."""
    named = match.groupdict()
    month = [one.casefold() for one in months].index(named["month"].casefold()) + 1
    return named["year"], str(month), named.get("day")


@lru_cache(maxsize=16)
def _said(style: DateStyle, names: TimeUnit) -> re.Pattern[str]:
    """What a day or a month in words looks like; any blank may stand between its parts."""
    holes = {"day": "[0-9]{1,2}", "month": "|".join(map(re.escape, style.months)), "year": "[0-9]{4}"}
    pattern = re.escape(style.in_day if names == "days" else style.in_month).replace(r"\ ", r"\s")
    for hole, inside in holes.items():
        pattern = pattern.replace(re.escape(f"{{{hole}}}"), f"(?P<{hole}>{inside})")
    return re.compile(rf"{pattern}\Z", re.IGNORECASE)
