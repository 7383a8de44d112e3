"""In: one cell as text, the type its column is declared with, and the language of the data. Out: its value.

It is read strictly as that language writes it: in Danish `1.740` is 1740 and `1,5` is one and a half, and `1.5` is
neither; in English it is the other way round. A day as in 2026-02-01 is read in any. A time behind a day is passed
over: questions are about days.
"""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from deckgen.diagnostics import listed
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.grammar import composed

_ZONE: Final = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_CLOCK: Final = r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]{1,9})?)?(?: ?[AaPp][Mm])?"
_TIME: Final = rf"(?:[T ] ?{_CLOCK}{_ZONE})?\Z"
ANY_ORDER: Final = re.compile(rf"([0-9]{{1,2}})([-./])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}")
"""A day as people write it: the first two numbers are a day and a month, or the other way round."""
_YEAR_FIRST: Final = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}}){_TIME}")
MISSING_WORDS: Final = frozenset(
    ("nan", "na", "n/a", "#n/a", "null", "none", "<na>", "nil", "missing", "-", ".", "–")
)
"""What programs write, in small letters, where there is no answer."""

THOUSANDS: Final = 3
"""Digits of a group of thousands."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How data in a language, known by its code, write numbers and dates. `day_first`: 01-02-2026 is in February.

    `stated`: the content says that the data are in that language; else it is only the project's own.
    """

    language: str
    decimal: str
    group: str
    day_first: bool
    stated: bool = False

    def number(self, value: Decimal) -> str:
        """The number as such data would hold it, with a fourth decimal where three could be thousands."""
        whole, _, decimals = f"{value:f}".partition(".")
        if not decimals:
            return whole
        return f"{whole}{self.decimal}{decimals}{'0' if len(decimals) == THOUSANDS else ''}"

    def date(self, day: datetime.date) -> str:
        """The day, in the form that is read in every language."""
        return day.isoformat()

    def as_text(self, value: object) -> str:
        """A value of a file that knows what its values are, as the text that such data would hold."""
        match value:
            case None:
                return ""
            case bool():
                return "1" if value else "0"
            case int():
                return str(value)
            case float():
                return self._fraction(value)
            case Decimal():
                return self.number(value.normalize())
            case datetime.datetime():
                return self.date(value.date())
            case datetime.date():
                return self.date(value)
            case _:
                return composed(str(value))

    def _fraction(self, value: float) -> str:
        if not math.isfinite(value):
            return ""
        # 15 digits are what Excel keeps: 0.1 + 0.2 is 0.3 there.
        return self.number(Decimal(format(value, ".15g")).normalize())

    def example(self, day: datetime.date) -> str:
        """The day as people write it in such data."""
        return day.strftime("%d-%m-%Y" if self.day_first else "%m-%d-%Y")


class UnreadableError(ValueError):
    """A cell that is not of its type; `hint` says how it could be written."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def number(text: str, whole: bool, style: CellStyle) -> Decimal:
    """A number; raises UnreadableError where the text is none."""
    if _numbers(style.decimal, style.group, whole).match(text):
        return Decimal(text.replace(style.group, "").replace("−", "-").replace(style.decimal, "."))
    kind = "a whole number" if whole else "a number"
    raise UnreadableError(
        f"`{clip(text)}` is not {kind} in data in `{style.language}`", _number_hint(text, whole, style)
    )


def _number_hint(text: str, whole: bool, style: CellStyle) -> str:
    grouped, fraction = f"1{style.group}740", f"1{style.decimal}5"
    if re.fullmatch(rf"-?[0-9]+{re.escape(style.group)}[0-9]+", text):
        meant = text.replace(style.group, style.decimal)
        return f"`{style.group}` groups thousands there: write {meant} if a fraction is meant"
    if re.fullmatch(r"-?0[0-9]+", text):
        return "a code that begins with 0 is text: declare the column as text"
    return f"write 1740 or {grouped}" if whole else f"write 1740, {grouped} or {fraction}"


@lru_cache(maxsize=16)
def _numbers(decimal: str, group: str, whole: bool) -> re.Pattern[str]:
    grouped = rf"[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}}){{1,4}}"
    fraction = "" if whole else rf"(?:{re.escape(decimal)}[0-9]{{1,15}})?"
    return re.compile(rf"[-−]?(?:0|{grouped}|[1-9][0-9]{{0,14}}){fraction}\Z")


def date(text: str, style: CellStyle) -> datetime.date:
    """A day, as the language orders it or as in 2026-02-01; raises UnreadableError where there is no such day."""
    digits, year_first = ANY_ORDER.match(text), _YEAR_FIRST.match(text)
    order = "day first" if style.day_first else "month first"
    shown = style.example(datetime.date(2026, 2, 1))
    try:
        if digits:
            day, month = (digits[1], digits[3]) if style.day_first else (digits[3], digits[1])
            return datetime.date(int(digits[4]), int(month), int(day))
        if year_first:
            return datetime.date(int(year_first[1]), int(year_first[2]), int(year_first[3]))
    except ValueError:
        raise UnreadableError(f"there is no day {clip(text)}", f"write {shown}, {order}") from None
    raise UnreadableError(f"`{clip(text)}` is not a date", f"write {shown}, {order}, or 2026-02-01")


def choice(text: str, options: dict[str, str], other: str = "") -> str:
    """The code of an answer that is written as code or as label.

    What is none is the option `other`; without it, raises UnreadableError.
    """
    if text in options:
        return text
    said = on_one_line(text)  # a cell may break its lines where the option has a space
    codes = [code for code, label in options.items() if said in (on_one_line(code), on_one_line(label))]
    if len(codes) == 1:
        return codes[0]
    if other:
        return other
    raise UnreadableError(f"`{clip(text)}` is no option of the question", _listed(options))


def on_one_line(text: str) -> str:
    """The text with one space for whatever blanks it holds, tabs and line ends among them."""
    return " ".join(text.split())


def choices(text: str, options: dict[str, str], separator: str, other: str = "") -> frozenset[str]:
    """The codes of several answers in one cell: `A;B;`. The separator may stand in an option too."""
    pieces = {
        part: code for code, label in options.items() for part in (_parts(code, separator), _parts(label, separator))
    }
    longest = max(map(len, pieces), default=1)
    parts = _parts(text, separator)
    found: list[str] = []
    at = 0
    while at < len(parts):
        ends = range(min(at + longest, len(parts)), at + 1, -1)
        end = next((end for end in ends if parts[at:end] in pieces), at + 1)
        whole = parts[at:end]
        found.append(pieces[whole] if len(whole) > 1 else choice(whole[0], options, other))
        at = end
    return frozenset(found)


def _parts(text: str, separator: str) -> tuple[str, ...]:
    """What stands between separators, each on one line."""
    return tuple(part for part in map(on_one_line, text.split(separator)) if part)


@dataclass(frozen=True, slots=True)
class Ticks:
    """What stands in a column of a multiple response where its option is chosen, and where it is not."""

    chosen: frozenset[str]
    not_chosen: frozenset[str]

    def ticked(self, text: str, own: tuple[str, ...], any_text: bool) -> bool:
        """Whether a cell that is not blank is chosen: `own` are the names of its option, of which it may say one.

        With `any_text` it is whatever it says. Raises UnreadableError where nothing says what it means.
        """
        if text in self.not_chosen:
            return False
        if any_text or text in self.chosen or on_one_line(text) in map(on_one_line, own):
            return True
        yes, no = (" or ".join(sorted(marks)) for marks in (self.chosen, self.not_chosen))
        hint = f"{yes} is chosen, {no} is not, blank is no answer; `chosen:` and `not-chosen:` say what else is"
        raise UnreadableError(f"`{clip(text)}` is neither {yes} nor {no}", hint)


def value(text: str, type: str, options: dict[str, str], separator: str, style: CellStyle, other: str = "") -> Any:
    """The value of a cell that is not blank; raises UnreadableError."""
    match type:
        case "integer":
            return number(text, True, style)
        case "decimal":
            return number(text, False, style)
        case "date":
            return date(text, style)
        case "single" | "scale":
            return choice(text, options, other)
        case "multiple":
            return choices(text, options, separator, other)
        case _:
            return text


def clip(text: str) -> str:
    """A text as a message can hold it."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def _listed(options: dict[str, str]) -> str:
    return f"possible: {listed(f'{code} ({label})' for code, label in options.items())}"
