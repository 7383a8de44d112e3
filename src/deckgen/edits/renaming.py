"""A slide called otherwise in a content file. In: the file's text, its id, another. Out: the text.

An id stands on its slide, under `supports`, where a deck lists slides, and in links, `[text](#id)`. The rest of the
file stays as it is, and the outcome is read again before it is given, as with every edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from deckgen.edits import spelling
from deckgen.edits.tree import LOADER, LOADERS, Mapping, Scalar, Sequence, TornError, Tree, tree_of

_SLIDES: Final = "slides"
_LISTS: Final = ("slides", "opening")
"""Keys of a deck under which slides are listed."""

Path = tuple[str, ...]
"""The keys that lead to a value; an item of a list adds an empty one."""


def renamed(text: str, old: str, new: str) -> str | None:
    """The text with `new` wherever it names the slide `old`; None where it cannot be read as it names it."""
    if old not in text:
        return text
    try:
        pieces, at = list[str](), 0
        for path, one in _scalars(tree_of(text), ()):
            pieces += [text[at : one.start], _respelt(path, one, text[one.start : one.stop], old, new)]
            at = one.stop
        made = "".join([*pieces, text[at:]])
        expected = [_meant(path, one, old, new) for path, one in _scalars(tree_of(text), ())]
        return made if all(_said(made, loader) == expected for loader in LOADERS) else None
    except TornError:
        return None


def _respelt(path: Path, one: Scalar, written: str, old: str, new: str) -> str:
    if _names_slide(path) and one.text == old:
        return spelling.like(written, one.style, new, flow=True)
    return written.replace(_link(old), _link(new))


def _meant(path: Path, one: Scalar, old: str, new: str) -> str:
    return new if _names_slide(path) and one.text == old else spelling.plain(one).replace(_link(old), _link(new))


def _said(text: str, loader: Any = LOADER) -> list[str]:
    return [spelling.plain(one) for _, one in _scalars(tree_of(text, loader), ())]


def _link(id: str) -> str:
    return f"](#{id})"


def _names_slide(path: Path) -> bool:
    """Whether a value at a path is the id of a slide: in a file of slides, or where a deck lists them."""
    if path[:2] == (_SLIDES, ""):
        return path[2:] == ("id",) or path[2:3] == ("supports",)
    return path[-1:] == ("",) and path[-2:-1] != () and path[-2] in _LISTS


def _scalars(tree: Tree, path: Path) -> Iterator[tuple[Path, Scalar]]:
    """Every value with its path, in the order of the text."""
    match tree:
        case Scalar():
            yield path, tree
        case Sequence():
            for item in tree.items:
                yield from _scalars(item, (*path, ""))
        case Mapping():
            for key, value in zip(tree.keys, tree.items, strict=True):
                yield from _scalars(value, (*path, key.text))
