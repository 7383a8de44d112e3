"""How German writes dates. In: nothing. Out: months and forms: `30. November 2023`."""

from __future__ import annotations

from typing import Final

from deckgen.model.date_style import DateStyle

MONTHS: Final = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
DATES: Final = DateStyle(MONTHS, "{day}. {month} {year}")
