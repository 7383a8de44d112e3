"""In: what an editor wrote for an icon, in any language. Out: the icon's name; or icons and names that come near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from deckgen.extensions import BrokenExtensionError
from deckgen.icons import icon_set
from deckgen.locale import language, languages
from deckgen.model.lazy_dataclasses import dataclass

NEAR = 6
"""How many names that come near are told."""


@dataclass(frozen=True, slots=True)
class FoundIcon:
    """An icon by its name, with the words that content may call it by, and others that go with it."""

    name: str
    words: tuple[str, ...]
    tags: tuple[str, ...]


def icon_name(written: str) -> str:
    """The name of the icon that is meant: written itself, or a word for it; empty where there is none."""
    name = _plain(written)
    if icon_set.outline(name):
        return name
    return next((icon for icon, words in _words().items() if name in map(_plain, words)), "")


def near_names(written: str) -> tuple[str, ...]:
    """Names and words that were perhaps meant, the nearest first."""
    import difflib

    name = _plain(written)
    holding = [one for one in icon_set.names() if name in one.split("-")]
    known = [*icon_set.names(), *(_plain(word) for words in _words().values() for word in words)]
    close = difflib.get_close_matches(name, known, NEAR, 0.7) if len(name) < 40 else []
    return tuple(dict.fromkeys((*close, *holding)))[:NEAR]


def find(word: str) -> tuple[FoundIcon, ...]:
    """Every icon that a word goes with, the surest first; for an empty text, those that a language has words for."""
    wanted = _plain(word)
    if not wanted:
        return tuple(_found(name) for name in sorted(_words()))
    ranked = ((_distance(wanted, icon), icon) for icon in map(_found, icon_set.names()))
    return tuple(icon for _, icon in sorted(((at, one) for at, one in ranked if at is not None), key=_order))


def _order(ranked: tuple[int, FoundIcon]) -> tuple[int, str]:
    return ranked[0], ranked[1].name


def _distance(wanted: str, icon: FoundIcon) -> int | None:
    """0 where the icon is called so, up to 4 where a tag holds the word; None where nothing of it does."""
    words, tags = [_plain(one) for one in icon.words], [_plain(one) for one in icon.tags]
    name = icon.name.replace("-", " ")
    hits = (
        wanted in (icon.name, name, *words),
        wanted in name.split() or any(wanted in word.split() for word in words),
        wanted in tags,
        any(word.startswith(wanted) for word in (*name.split(), *words)),
        any(wanted in tag.split() for tag in tags),
    )
    return next((at for at, hit in enumerate(hits) if hit), None)


def _found(name: str) -> FoundIcon:
    return FoundIcon(name, _words().get(name, ()), icon_set.tags().get(name, ()))


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    """Each icon that a language has words for, with those of every language."""
    words: dict[str, tuple[str, ...]] = {}
    for icons in _of_languages():
        for icon, said in icons:
            words[icon] = tuple(dict.fromkeys((*words.get(icon, ()), *said)))
    return words


def _of_languages() -> Iterator[Iterable[tuple[str, tuple[str, ...]]]]:
    """The words of each language; one of a broken package has none."""
    for code in languages():
        try:
            found = language(code)
        except BrokenExtensionError:
            continue
        if found:
            yield found.icons.items()


def _plain(written: str) -> str:
    return written.strip().casefold()
