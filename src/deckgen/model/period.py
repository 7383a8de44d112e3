"""Periods of time as content writes them: 2024, 2024-Q2, 2024-03, 2024-03-15.

In: one as written. Out: where it begins and ends, counted in months, so that periods can be drawn on one scale.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Final

_WRITTEN: Final = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?\Z")
YEAR, QUARTER = 12, 3
"""Months in each."""


def months(written: str) -> tuple[float, float] | None:
    """The first and the last moment of a period, in months since the year 0; None where it is no period."""
    match = _WRITTEN.match(written)
    if match is None:
        return None
    year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    begins = float(year * YEAR)
    if quarter:
        begins += QUARTER * (quarter - 1)
        return begins, begins + QUARTER
    if not match.group(3):
        return begins, begins + YEAR
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    begins += month - 1
    if not day:
        return begins, begins + 1
    days = calendar.monthrange(year, month)[1]
    return begins + (day - 1) / days, begins + day / days
