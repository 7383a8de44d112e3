"""In: the bytes of a file of SPSS. Out: its variables as cells, with their labels and the codes that are no answers.

Days and times are seconds since the first day of the Gregorian calendar, and a variable's format says that it has
them. A time of day is a text: questions are about days.
"""

from __future__ import annotations

import datetime
import re
from typing import Any, Final

from deckgen.data import statistics_files
from deckgen.data.sheet import Origin, Sheet
from deckgen.data.statistics_files import Form, Variable, read_statistics
from deckgen.diagnostics import Diagnostics

SUFFIXES: Final = (".sav", ".zsav")
LIBRARY: Final = statistics_files.LIBRARY
EXTRA: Final = statistics_files.EXTRA

_BEGINNING: Final = datetime.datetime(1582, 10, 14)
_DAY: Final = re.compile(r"(?:[AEJS]?DATE|DATETIME|YMDHMS|MOYR|QYR|WKYR)\d", re.IGNORECASE)
_TIME: Final = re.compile(r"(?:D?TIME|MTIME)\d", re.IGNORECASE)


def read(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    """The variables of a file; None (and diagnostics) where it cannot be read."""
    return read_statistics(Form("SPSS", "read_sav", _value, _is_missing), data, origin, diagnostics)


def _value(value: Any, variable: Variable) -> object:
    if variable.is_text or value is None:
        return value and value.strip()
    try:
        if _DAY.match(variable.format):
            return _BEGINNING + datetime.timedelta(seconds=value)
        if _TIME.match(variable.format):
            return str(datetime.timedelta(seconds=round(value)))
    except (OverflowError, ValueError):  # no such day: the number stands for itself
        pass
    return value


def _is_missing(value: Any, variable: Variable) -> bool:
    """Whether a value is one of those that the file says are no answers, or lies between two of them."""
    known = value.strip() if variable.is_text else value
    return any(between["lo"] <= known <= between["hi"] for between in variable.missing)
