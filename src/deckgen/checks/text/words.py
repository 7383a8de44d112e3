"""In: what somebody wrote, and a language's reading. Out: the words that say what it is about.

Words are the same where they differ by their inflection alone: "bookes" and "booking", "well" and "wells".
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from deckgen.model.reading import Reading

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 3
_TAIL: Final = 3
"""Letters by which a word may be longer than one that it begins with, as `ventetid` and `ventetiden`."""

Words = frozenset[str]


@lru_cache(maxsize=8192)
def content_words(said: str, reading: Reading) -> Words:
    """The words of a text that say what it is about, each without its inflection."""
    found = (word for word in _WORD.findall(said.casefold()) if len(word) >= _SHORTEST)
    return frozenset(_root(word, reading) for word in found if word not in reading.small_words)


@lru_cache(maxsize=8192)
def _root(word: str, reading: Reading) -> str:
    for ending in reading.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _single(word.removesuffix(ending))
    return _single(word)


def _single(root: str) -> str:
    """A root with one letter at its end, where its inflection has doubled it: `gas` and `gassen`."""
    return root[:-1] if len(root) > _SHORTEST and root[-1] == root[-2] else root


def shared(said: Collection[str], label: Collection[str]) -> int:
    """How many words of a label a text says."""
    return sum(any(_same(one, other) for other in said) for one in label)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > _SHORTEST and long.startswith(short) and len(long) - len(short) <= _TAIL
