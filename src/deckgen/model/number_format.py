"""One number as text, and the same as a number format that PowerPoint and Excel print it by.

In: how a language writes numbers, and what stands around one. Out: `mindst 1.740`, and a format code that says so.

A program puts its own user's separators into a format: `#,##0` is 12,345 to an English reader of a Danish deck. So
whole numbers of zero or more have the language's separators as literals, in sections by size. Decimals, and numbers
with a sign, cannot: there the code carries the language's tag, which LibreOffice obeys and Excel does not. What an
edit puts below zero has the program's own minus.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass

_GROUP: Final = 3
_SECTIONS: Final = 2
"""As many sections of a code may have a condition; one more takes all else."""


@dataclass(frozen=True, slots=True)
class Separators:
    """What a language writes inside of a number; `tag` is its hexadecimal number in format codes, as in `[$-406]`."""

    decimal: str
    group: str
    minus: str
    plus: str
    tag: str


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What stands before and behind the digits of a number, and how they are written."""

    separators: Separators
    before: str = ""
    after: str = ""
    decimals: int = 0
    signed: bool = False
    """A positive number has its sign too, and zero has none."""

    def text(self, value: Decimal) -> str:
        """The value, which has no more decimals than the format."""
        marks = self.separators
        sign = marks.minus if value < 0 else marks.plus if self.signed and value else ""
        digits = f"{value.copy_abs():,.{self.decimals}f}".translate({ord(","): marks.group, ord("."): marks.decimal})
        return f"{self.before}{sign}{digits}{self.after}"

    def code(self, values: Sequence[Decimal], hide_zero: bool = False, hide_negative: bool = False) -> str:
        """The format code for a series of these values, as files hold it.

        With `hide_zero`, zero has no label; with `hide_negative`, what lies below it.
        """
        is_whole = not self.decimals and not self.signed
        if hide_negative:
            return self._from_zero(max(values), is_whole)
        if is_whole and all(value >= 0 for value in values):
            largest = max(values, default=Decimal(0))
            return self._by_size_above_zero(largest) if hide_zero else self._by_size(largest)
        return self._by_sign(hide_zero)

    def _by_size(self, largest: Decimal) -> str:
        """A section for each number of groups, the smallest first: there alone LibreOffice keeps a minus."""
        groups = max(_groups(largest), _SECTIONS)
        tag = "" if groups == _SECTIONS else self._tag
        below = self._below(groups - 1, f"{self._tag}{self._around('#,##0')}")
        between = self._below(groups, f"{tag}{self._around(self._grouped(groups - 1))}")
        return f"{below};{between};{tag}{self._around(self._grouped(groups))}"

    def _by_size_above_zero(self, largest: Decimal) -> str:
        """The same with no label for zero, nor for what is put below it; the largest first, nothing last."""
        groups = max(_groups(largest), 1)
        tag, below = ("", "0") if groups == 1 else (self._tag, "#,##0")
        above = f"[>={_rounds_up_to(groups)}]{tag}{self._around(self._grouped(groups))}"
        return f"{above};[>=0.5]{tag}{self._around(below)};"

    def _from_zero(self, largest: Decimal, is_whole: bool) -> str:
        """Nothing below zero. A section is left for one separator: with more, the program has its user's own."""
        if is_whole and _groups(largest) < _SECTIONS:
            return f"[<0];{self._below(1, self._around('0'))};{self._around(self._grouped(1))}"
        shown = f"{self._tag}{self._around(self._digits)}"
        return f"{shown};;{shown}"

    def _below(self, groups: int, section: str) -> str:
        return f"[<{_rounds_up_to(groups)}]{section}"

    def _by_sign(self, hide_zero: bool) -> str:
        marks, digits = self.separators, self._digits
        positive, negative = (self._around(digits, sign) for sign in (marks.plus if self.signed else "", marks.minus))
        zero = "" if hide_zero else self._around(digits)
        sections = [positive, negative, *([zero] if hide_zero or self.signed else [])]
        return ";".join(f"{self._tag}{section}" if section else "" for section in sections)

    @property
    def _digits(self) -> str:
        return "#,##0" + (f".{'0' * self.decimals}" if self.decimals else "")

    @property
    def _tag(self) -> str:
        return f"[$-{self.separators.tag}]"

    def _grouped(self, many: int) -> str:
        return _quoted(self.separators.group).join(["#", *["000"] * many])

    def _around(self, digits: str, sign: str = "") -> str:
        return f"{_quoted(self.before + sign)}{digits}{_quoted(self.after)}"


def _groups(value: Decimal) -> int:
    """How many separators stand in a number."""
    return (len(f"{value:.0f}") - 1) // _GROUP


def _rounds_up_to(groups: int) -> Decimal:
    """From where on a number is shown with so many separators."""
    return Decimal(10) ** (_GROUP * groups) - Decimal("0.5")


def _quoted(literal: str) -> str:
    """A literal of a format code, which holds no quotation mark."""
    return f'"{literal}"' if literal else ""
