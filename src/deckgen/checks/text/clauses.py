"""Sentences and their clauses. In: a text. Out: its parts, in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from deckgen.model.language import NO_BREAK, Language

_HARD: Final = r"[;:!?()–«»“”\n]"


@lru_cache(maxsize=8192)
def sentences(said: str, language: Language) -> tuple[str, ...]:
    """The sentences of a text, in small letters; the full stop of `ca.`, of `3. marts` and of `1.050` ends none."""
    plain = said.casefold().replace(NO_BREAK, " ")
    return tuple(part for part in _ends(language).split(plain) if part.strip())


@cache
def _ends(language: Language) -> re.Pattern[str]:
    short = "".join(rf"(?<!\b{re.escape(word[:-1])})" for word in sorted(language.abbreviations) if word[-1:] == ".")
    return re.compile(rf"{_HARD}|(?<!\d){short}\.(?=\s|$)|(?<=\d)\.(?=\s+$|$)")


@cache
def _breaks(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def clauses(sentence: str, language: Language) -> Iterator[str]:
    """What stands between the commas and the conjunctions of a sentence."""
    pattern = language.prose.reading.clause_ends
    yield from (part for part in (_breaks(pattern).split(sentence) if pattern else (sentence,)) if part.strip())
