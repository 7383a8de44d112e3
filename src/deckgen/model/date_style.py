"""Dates as a language writes them. In: a date as content writes it. Out: `30. november 2023`."""

from __future__ import annotations

import datetime
import re
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass

_WRITTEN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


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
