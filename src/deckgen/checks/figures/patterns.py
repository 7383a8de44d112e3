"""In: a pattern of a language, and a text. Out: where it stands; and what rules say of a claim that does not hold."""

from __future__ import annotations

import re
from functools import cache

from deckgen.model.lazy_dataclasses import dataclass

Column = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A claim that does not hold: what is said, and what is shown instead."""

    said: str
    shown: str


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def found(pattern: str, said: str) -> re.Match[str] | None:
    """Where a pattern of a language is said; None where the language has none."""
    return _pattern(pattern).search(said) if pattern else None
