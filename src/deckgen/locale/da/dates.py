"""How Danish writes dates. In: nothing. Out: months and forms: `30. november 2023`."""

from __future__ import annotations

from typing import Final

from deckgen.model.date_style import DateStyle

MONTHS: Final = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
DATES: Final = DateStyle(MONTHS, "{day}. {month} {year}")
