"""In: a line of text. Out: the same with spaces where a number stands that is no finding: years, dates, names.

Each sort is read narrowly: what is let through here drifts unseen, and what is not costs an editor one mark. What
each language writes in words of its own (`kl. 14`, `side 4`) comes from the language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_S: Final = "[ \u00a0]"
_ADDRESS: Final = r"https?://\S+|\S+@\S+"
_YEAR: Final = r"(?<![\d.,])(?:19|20)\d\d(?:\s?[–/-]\s?(?:(?:19|20)\d\d|\d\d))?(?![\d.,]?\d)"
_DATE: Final = r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
_ALWAYS_OPEN: Final = r"\b24/7\b"
_LISTED: Final = r"^\s*\d{1,2}[.)]\s"
_PHONE: Final = rf"\+\d{{1,3}}{_S}?\d[\d \u00a0]{{6,}}\d|\b\d\d(?:{_S}\d\d){{3}}\b|(?<![\d.,])\d{{8}}(?![\d.,]?\d)"
_CAPITAL: Final = f"[{''.join(letter for letter in map(chr, range(0x530)) if letter.isupper())}]"
_NAME: Final = (
    rf"\b[^\W\d_]+-?\d+(?:\.\d+)?[^\W_]*|(?-i:\b\d{{1,2}}{_CAPITAL}{{1,3}}\b)"
    rf"|(?-i:\b{_CAPITAL}\w+){_S}\d\.\d(?![\d.,])"
)


def without_known(line: str, patterns: tuple[str, ...]) -> str:
    """The line, as long as it was, with a space for each character of a known number; `patterns` of its language."""
    return _known(patterns).sub(lambda match: " " * len(match[0]), line)


@lru_cache(maxsize=8)
def _known(patterns: tuple[str, ...]) -> re.Pattern[str]:
    known = (_ADDRESS, *patterns, _ALWAYS_OPEN, _DATE, _PHONE, _NAME, _LISTED, _YEAR)
    return re.compile("|".join(known), re.IGNORECASE)
