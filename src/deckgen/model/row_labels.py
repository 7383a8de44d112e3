"""What the labels of rows say of their order: points in time, or classes of a number.

In: labels, and the language that they are in. Out: whether all are times; the classes, each from where to where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from deckgen.model.language import NO_BREAK, Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.period import months

_YEAR: Final = r"(?:1[89]|20)\d\d"
_YEARS: Final = re.compile(rf"{_YEAR}(?:\s?[/–-]\s?(?:{_YEAR}|\d\d))?\Z")
_QUARTER: Final = rf"[QK][1-4](?:\s?{_YEAR})?"
_CLASS: Final = re.compile(r"([\d.,]+)\s?[–-]\s?([\d.,]+)(?:\s\D*)?\Z")
_BEHIND: Final = re.compile(r"\s*\([^()]*\)\Z")
"""What a label says behind itself: what it rests on, or that something is hidden."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes of a number, from the lowest to the highest; the ends of those that have both."""

    closed: tuple[tuple[Decimal, Decimal], ...]

    @property
    def are_equal(self) -> bool:
        """Whether they are of one width: what is at the end may be open, and begins another."""
        return len({high - low for low, high in self.closed}) == 1


def are_times(labels: Sequence[str], language: Language) -> bool:
    """Whether each label is a year, a quarter, a month or a day."""
    return bool(labels) and all(_is_time(label, language) for label in map(_bare, labels))


def classes(labels: Sequence[str], language: Language) -> Classes | None:
    """The classes that labels name, where they stand in their order; an open one at either end is none to count."""
    bare = [_bare(label) for label in labels]
    found = [_class(label, language) for label in bare]
    closed = [one for one in found if one]
    open_ones = [label for label, one in zip(bare, found, strict=True) if one is None]
    inner_open = any(one is None for one in found[1:-1])
    if len(closed) < 2 or inner_open or not all(re.search(r"\d", label) for label in open_ones):
        return None
    ends = [end for one in closed for end in one]
    return Classes(tuple(closed)) if ends == sorted(ends) else None


def _bare(label: str) -> str:
    return _BEHIND.sub("", label.replace(NO_BREAK, " ")).strip()


def _is_time(label: str, language: Language) -> bool:
    return bool(months(label) or _YEARS.match(label) or _said_times(language).match(label))


@lru_cache(maxsize=8)
def _times(names: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    month = "|".join(f"{re.escape(name)}|{re.escape(name[:3])}\\.?" for name in names)
    unit = "|".join(map(re.escape, units)) or r"(?!)"
    year = rf"(?:,? {_YEAR})?"
    said = rf"{_QUARTER}|(?:\d{{1,2}}\.? )?(?:{month}){year}|\d{{1,2}}\.? (?:{unit}){year}|(?:{unit}) \d{{1,2}}{year}"
    return re.compile(rf"(?:{said})\Z", re.IGNORECASE)


def _said_times(language: Language) -> re.Pattern[str]:
    units = tuple(one for one in language.prose.reading.claims.months if " " not in one)
    return _times(language.dates.months, units)


def _class(label: str, language: Language) -> tuple[Decimal, Decimal] | None:
    match = _CLASS.match(label)
    if match is None:
        return None
    read = [number for end in match.groups() for number in language.numbers.read(end)]
    return (read[0], read[1]) if len(read) == 2 and read[0] < read[1] else None
