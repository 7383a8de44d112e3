"""The messages of a language. In: its files and a text in English. Out: the text in that language.

A file has an English template on one line and after it, behind an arrow, that of the language:

    `{key}` has no colour
    → `{key}` har ingen farve

`…` at the beginning stands for what it follows on. What stands in a hole is looked up too, unless it stands in
quotes: a reason, a list of what is possible, a word of the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from deckgen.messages.template import Template

_ARROW: Final = "→ "
_FOLLOWS: Final = "…"
_TAIL: Final = " .,;:("
"""With what begins that follows on something else."""
_NONE: Final = "(?!)"
"""What matches nothing."""
_BETWEEN: Final = (" or ", " and ")
_QUOTED: Final = re.compile(r"`[^`]*`|\"[^\"]*\"|'[^']*'")
_LISTED: Final = re.compile(r"(?:`[^`]*`|\"[^\"]*\"|(?!, | or | and ).)+|, | or | and ", re.DOTALL)


class _Found(NamedTuple):
    """A text in the language, and how many signs of the English one the catalogue has: the more, the likelier."""

    known: int
    said: str


class Catalogue:
    """The templates of one language, by those in English."""

    def __init__(self, written: Mapping[str, str]) -> None:
        pairs = [(Template(english), Template(own)) for english, own in written.items()]
        self._exact = {english.filled(str): own.filled(str) for english, own in pairs if not english.holes}
        self._open = sorted((pair for pair in pairs if pair[0].holes), key=lambda pair: -pair[0].weight)
        tails = "|".join(english.pattern("(?:") for english, _ in pairs if english.written[0] in _TAIL)
        self._with_tail = re.compile(f"(.+?)({tails or _NONE})", re.DOTALL)
        self._known: dict[str, _Found] = {}

    def said(self, text: str) -> str:
        """The text in this language; as it is where nothing here says it."""
        found = self._found(text)
        if not found.known and text.endswith("."):  # a sentence of what elsewhere is part of one
            inner = self._found(text[0].lower() + text[1:-1])
            found = _Found(inner.known, f"{inner.said[0].upper()}{inner.said[1:]}." if inner.known else text)
        return found.said

    def _found(self, text: str) -> _Found:
        if text not in self._known:
            self._known[text] = max(self._ways(text), key=lambda way: way.known)
        return self._known[text]

    def _ways(self, text: str) -> Iterator[_Found]:
        """All ways in which the text may have been made, and last that it was made elsewhere."""
        if not any(map(str.isalpha, text)):
            yield _Found(0, text)
            return
        if text in self._exact:
            yield _Found(len(text), self._exact[text])
            return
        for english, own in self._open:
            values = english.values(text)
            if values is not None:
                yield self._filled(english, own, values)
        if tailed := self._with_tail.fullmatch(text):
            yield self._joined([self._found(piece) for piece in tailed.groups()])
        yield self._listed(text)

    def _filled(self, english: Template, own: Template, values: Mapping[str, str]) -> _Found:
        inside = {name: self._held(english, name, value) for name, value in values.items()}
        known = english.weight + sum(one.known for one in inside.values())
        return _Found(known, own.filled(lambda name: inside[name].said))

    def _held(self, english: Template, name: str, value: str) -> _Found:
        """What stands in a hole: the editor's own words, names, or what is said in the language too."""
        if name in english.quoted:
            return _Found(0, value)
        if name not in english.names:
            return self._found(value)
        if tailed := self._with_tail.fullmatch(value):
            return self._joined([self._held(english, name, tailed[1]), self._found(tailed[2])])
        pieces = _LISTED.findall(value) if name in english.joined else [value]
        names, _, _ = value.partition("; ")  # what follows that is no name
        return _Found(len(names), "".join(map(self._between, pieces)))

    def _listed(self, text: str) -> _Found:
        """A list of what is known, or of single words and echoes; anything else is as it was made elsewhere."""
        pieces = _LISTED.findall(text)
        if len(pieces) < 3:
            return _Found(0, text)
        found = [_Found(0, self._between(piece)) if at % 2 else self._found(piece) for at, piece in enumerate(pieces)]
        if not all(one.known or " " not in _QUOTED.sub("", one.said) for one in found[::2]):
            return _Found(0, text)
        listed = self._joined(found)
        return listed if all(one.known for one in found[::2]) else _Found(0, listed.said)

    def _between(self, piece: str) -> str:
        """What stands between the items of a list; an item as it is."""
        return f" {self._exact[piece.strip()]} " if piece in _BETWEEN else piece

    def _joined(self, found: Sequence[_Found]) -> _Found:
        return _Found(sum(one.known for one in found), "".join(one.said for one in found))


@cache
def catalogue(language: str, part: str = "") -> Catalogue:
    """The catalogue of a language, or a part of it, read once."""
    return Catalogue(written(language, part))


def written(language: str, part: str = "") -> dict[str, str]:
    """Each template in English and in a language, as its files have them.

    A `part` is a folder of texts that no message holds, with words of its own.
    """
    files = sorted((Path(__file__).parent / language / part).glob("*.txt"))
    return dict(pair for file in files for pair in entries(file.read_text(encoding="utf-8")))


def entries(text: str) -> Iterator[tuple[str, str]]:
    """The pairs of a file."""
    english = ""
    for line in text.splitlines():
        if line.startswith(_ARROW):
            yield english, line.removeprefix(_ARROW).removeprefix(_FOLLOWS)
        elif line and not line.startswith("#"):
            english = line.removeprefix(_FOLLOWS)
