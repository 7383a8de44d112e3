"""When a deck says it was made. In: its date, and SOURCE_DATE_EPOCH. Out: a time, the same for the same input."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from typing import Final

UNDATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Creation date of a deck that has no date: a constant, so that the same input gives the same bytes."""

_LATEST: Final = 253_402_300_799
"""The last second of the year 9999, as SOURCE_DATE_EPOCH counts."""


class WrongEpochError(ValueError):
    """SOURCE_DATE_EPOCH is no number of seconds since 1970."""


def created(date: str) -> str:
    """When the deck says it was made: SOURCE_DATE_EPOCH, else the deck's own date, else a constant.

    Raises WrongEpochError.
    """
    when = epoch() or _dated(date)
    return f"{when.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def epoch() -> datetime | None:
    """SOURCE_DATE_EPOCH, or None where it is not set. Raises WrongEpochError where it is no time."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said:
        return None
    if not re.fullmatch("[0-9]{1,12}", said) or int(said) > _LATEST:
        raise WrongEpochError(f"SOURCE_DATE_EPOCH is '{said[:40]}', which is no number of seconds since 1970")
    return datetime.fromtimestamp(int(said), UTC)


def _dated(date: str) -> datetime:
    """The first day that a deck's date, which content has checked, may mean."""
    parts = [int(part) for part in re.findall("[0-9]+", date)]
    year, month, day = (*parts, 1, 1, 1)[:3]
    try:
        return datetime(year, month, day, tzinfo=UTC) if parts else UNDATED
    except ValueError:
        return UNDATED
