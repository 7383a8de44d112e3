"""How British English writes dates. In: nothing. Out: months and forms: `30 November 2023`."""

from __future__ import annotations

from typing import Final

from deckgen.model.date_style import DateStyle

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DATES: Final = DateStyle(MONTHS, "{day} {month} {year}")
