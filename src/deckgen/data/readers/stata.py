"""In: the bytes of a file of Stata. Out: its variables as cells, with their labels and the codes that are no answers.

A blank number is `.`, and `.a` to `.z` are others that the file may give a label each ("Ved ikke"). Days are counted
from 1960, moments in thousandths of a second; a time of day is a text.
"""

from __future__ import annotations

import datetime
import re
from typing import Any, Final

from deckgen.data import statistics_files
from deckgen.data.sheet import Origin, Sheet
from deckgen.data.statistics_files import Form, Variable, read_statistics
from deckgen.diagnostics import Diagnostics

SUFFIXES: Final = (".dta",)
LIBRARY: Final = statistics_files.LIBRARY
EXTRA: Final = statistics_files.EXTRA

_BEGINNING: Final = datetime.datetime(1960, 1, 1)
_DAY: Final = re.compile(r"%-?t?d")
_MOMENT: Final = re.compile(r"%-?t[cC](?P<shown>.*)")
_OF_DAY: Final = re.compile(r"[CYDdJjNn]|[Mm]on")
"""What of a format shows a day; without any, it shows the time alone."""


def read(data: bytes, origin: Origin, diagnostics: Diagnostics) -> Sheet | None:
    """The variables of a file; None (and diagnostics) where it cannot be read."""
    return read_statistics(Form("Stata", "read_dta", _value, _is_missing), data, origin, diagnostics)


def _value(value: Any, variable: Variable) -> object:
    if variable.is_text or value is None:
        return value and value.strip()
    if isinstance(value, str):
        return f".{value}"
    try:
        if _DAY.match(variable.format):
            return _BEGINNING + datetime.timedelta(days=value)
        moment = _MOMENT.match(variable.format)
        if moment:
            time = _BEGINNING + datetime.timedelta(milliseconds=value)
            return time if not moment["shown"] or _OF_DAY.search(moment["shown"]) else f"{time:%H:%M:%S}"
    except OverflowError:  # no such day: the number stands for itself
        pass
    # A float has seven digits; the others are what is left of its binary form.
    return float(format(value, ".7g")) if variable.stored == "float" else value


def _is_missing(value: Any, variable: Variable) -> bool:
    return isinstance(value, str) and not variable.is_text
