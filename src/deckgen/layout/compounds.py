"""In: a text, the compounds of its language, and what fits a line. Out: the text, hyphens in what does not.

A word is broken only where the language's list says that its parts meet, and a name never.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from deckgen.model.language import Compounds

_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:]\W*|\n)\W*\Z")
MOST_ENDING = 5
"""Letters that inflection may add to a compound of the list: strategi, strategierne."""


def hyphenated(text: str, before: str, compounds: Compounds, fits: Callable[[str], bool]) -> str:
    """`before` is what stands before the text in its paragraph: a capital within a sentence begins a name."""

    def mended(met: re.Match[str]) -> str:
        word = met[0]
        if fits(word) or (word[0].isupper() and not _SENTENCE_END.search(before + text[: met.start()])):
            return word
        return _divided(word, parts(word, compounds), fits)

    return _WORD.sub(mended, text)


def parts(word: str, compounds: Compounds) -> tuple[str, ...]:
    """The parts of a word as it is written, its ending with the last; the word alone where the list has it not."""
    small = word.lower()
    for stem in (small[:end] for end in range(len(small), max(0, len(small) - MOST_ENDING - 1), -1)):
        if stem in compounds:
            cuts = [0]
            for part in compounds[stem][:-1]:
                cuts.append(cuts[-1] + len(part))
            return tuple(word[start:end] for start, end in zip(cuts, [*cuts[1:], len(word)], strict=True))
    return (word,)


def _divided(word: str, found: tuple[str, ...], fits: Callable[[str], bool]) -> str:
    """The word with a hyphen where it has to have one: as much as fits on each line."""
    if len(found) < 2:
        return word
    for count in range(len(found) - 1, 0, -1):
        head = "".join(found[:count]) + "-"
        if fits(head):
            rest = found[count:]
            tail = "".join(rest)
            return head + (tail if fits(tail) else _divided(tail, rest, fits))
    return word
