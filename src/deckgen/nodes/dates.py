"""In: a date as written. Out: whether there is such a day."""

from __future__ import annotations

import datetime
import re

from deckgen.diagnostics import Diagnostics
from deckgen.nodes.node import Scalar

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z")
_DATE_LIKE = re.compile(r"[0-9]+(?:[-./][0-9]+)*\.?\Z")


def check_date(written: Scalar, diagnostics: Diagnostics) -> bool:
    """Report what is no year, month or day such as 2023, 2023-11 or 2023-11-30."""
    match = _DATE.match(written.text)
    try:
        if match is not None:
            datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return True
        reason = f"`{written.text}` is not written as a date"
    except ValueError:
        reason = f"there is no day {written.text}"
    diagnostics.error("bad-date", reason, written.span, "write 2023, 2023-11 or 2023-11-30")
    return False


def check_as_of(written: Scalar, diagnostics: Diagnostics) -> bool:
    """As `check_date`, but words such as `autumn 2023` may stand as well."""
    return not _DATE_LIKE.match(written.text) or check_date(written, diagnostics)
