"""In: one cell as text and the type its column is declared with. Out: its value, read strictly the Danish way.

`1.740` is 1740 and `1,5` is one and a half; `1.5` is neither. A day stands before its month.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any, Final

_WHOLE: Final = r"[-−]?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}|[1-9][0-9]{0,14})"
_INTEGER: Final = re.compile(rf"{_WHOLE}\Z")
_DECIMAL: Final = re.compile(rf"{_WHOLE}(?:,[0-9]{{1,15}})?\Z")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})\Z")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")


class UnreadableError(ValueError):
    """A cell that is not of its type; `hint` says how it could be written."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def number(text: str, whole: bool) -> Decimal:
    """A number; raises UnreadableError where the text is none."""
    if (_INTEGER if whole else _DECIMAL).match(text):
        return Decimal(text.replace(".", "").replace("−", "-").replace(",", "."))
    kind = "a whole number" if whole else "a number"
    hint = "write 1740 or 1.740" if whole else "write 1740, 1.740 or 1,5"
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
        hint = f"a dot groups thousands: write {text.replace('.', ',')} if a fraction is meant"
    elif re.fullmatch(r"-?0[0-9]+", text):
        hint = "a code that begins with 0 is text: declare the column as text"
    raise UnreadableError(f"`{clip(text)}` is not {kind} in Danish", hint)


def date(text: str) -> datetime.date:
    """A day, day first or as in 2026-02-01; raises UnreadableError where there is no such day."""
    first, year_first = _DAY_FIRST.match(text), _YEAR_FIRST.match(text)
    try:
        if first:
            return datetime.date(int(first[4]), int(first[3]), int(first[1]))
        if year_first:
            return datetime.date(int(year_first[1]), int(year_first[2]), int(year_first[3]))
    except ValueError:
        raise UnreadableError(
            f"there is no day {clip(text)}", "the day stands before the month: 01-02-2026"
        ) from None
    raise UnreadableError(f"`{clip(text)}` is not a date", "write 01-02-2026, day first, or 2026-02-01")


def choice(text: str, options: dict[str, str]) -> str:
    """The code of an answer that is written as code or as label; raises UnreadableError where it is no option."""
    if text in options:
        return text
    codes = [code for code, label in options.items() if label == text]
    if len(codes) == 1:
        return codes[0]
    raise UnreadableError(f"`{clip(text)}` is no option of the question", _listed(options))


def choices(text: str, options: dict[str, str], separator: str) -> frozenset[str]:
    """The codes of several answers in one cell: `A;B;`."""
    parts = (part.strip() for part in text.split(separator))
    return frozenset(choice(part, options) for part in parts if part)


def ticked(text: str) -> bool:
    """Whether a 0/1 cell that is not blank is 1; raises UnreadableError for anything else."""
    if text not in ("0", "1"):
        raise UnreadableError(f"`{clip(text)}` is neither 0 nor 1", "1 is chosen, 0 is not, blank is no answer")
    return text == "1"


def value(text: str, type: str, options: dict[str, str], separator: str) -> Any:
    """The value of a cell that is not blank; raises UnreadableError."""
    match type:
        case "integer":
            return number(text, whole=True)
        case "decimal":
            return number(text, whole=False)
        case "date":
            return date(text)
        case "single" | "scale":
            return choice(text, options)
        case "multiple":
            return choices(text, options, separator)
        case _:
            return text


def clip(text: str) -> str:
    """A text as a message can hold it."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def _listed(options: dict[str, str]) -> str:
    return "possible: " + ", ".join(f"{code} ({label})" for code, label in list(options.items())[:12])
