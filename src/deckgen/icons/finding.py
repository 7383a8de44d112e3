"""In: what an editor wrote for an icon, in any language. Out: the icon's name, or names that come near."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.extensions import BrokenExtensionError
from deckgen.icons import icon_set
from deckgen.locale import language, languages

NEAR = 6
"""How many names that come near are told."""


def icon_name(written: str) -> str:
    """The name of the icon that is meant: written itself, or a word for it; empty where there is none."""
    name = written.strip().casefold()
    if icon_set.outline(name):
        return name
    return next((icon for icon, word in _words() if word.casefold() == name), "")


def near_names(written: str) -> tuple[str, ...]:
    """Names and words that were perhaps meant, the nearest first."""
    import difflib

    name = written.strip().casefold()
    holding = [one for one in icon_set.names() if name in one.split("-")]
    known = {**dict.fromkeys(icon_set.names()), **{word.casefold(): None for _, word in _words()}}
    close = difflib.get_close_matches(name, known, NEAR, 0.7) if len(name) < 40 else []
    return tuple(dict.fromkeys((*close, *holding)))[:NEAR]


def _words() -> Iterator[tuple[str, str]]:
    """Each icon that a language has words for, with each of them; the language of a broken package has none."""
    for code in languages():
        try:
            found = language(code)
        except BrokenExtensionError:
            continue
        for icon, words in found.icons.items() if found else ():
            yield from ((icon, word) for word in words)
