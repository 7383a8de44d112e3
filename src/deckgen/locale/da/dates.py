"""Danish dates. In: a date as content writes it. Out: `30. november 2023`."""

from __future__ import annotations

import datetime
import re
from typing import Final

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
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


def date(written: str) -> str:
    """A year, a month or a day in words; what is no such date comes back as written."""
    match = _DATE.match(written)
    if match is None:
        return written
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return written
    if not month:
        return written
    return f"{day}. {MONTHS[month - 1]} {year}" if day else f"{MONTHS[month - 1]} {year}"
