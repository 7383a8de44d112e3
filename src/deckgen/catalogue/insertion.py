"""A new slide in the content, from the example of its kind.

In: the nodes of a content folder, a kind, the slide that it comes after. Out: text to insert, by file; nothing is
written here, and all that stands there stays as it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.catalogue.pages import as_item
from deckgen.content.files import Files
from deckgen.diagnostics import Span
from deckgen.model.kind import Kind
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence

_LISTS: Final = ("slides", "opening")
"""Keys of a deck under which slides are listed."""
_WRITTEN: Final = re.compile(r""" "[^"]*" | '[^']*' | [^\s,\]]+ """, re.VERBOSE)
"""A name as it stands in a list, in quotes or without."""


class NoPlaceError(Exception):
    """Where the slide should stand cannot be said; the message names why."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text that comes into a line of a file behind so many characters; lines count from 1."""

    file: str
    line: int
    behind: int
    text: str


@dataclass(frozen=True, slots=True)
class NewSlide:
    """A slide to be: its id, where its first line will be, and what is to be inserted."""

    id: str
    place: Span
    insertions: tuple[Insertion, ...]


def new_slide(files: Files, texts: dict[str, str], kind: Kind, after: str) -> NewSlide:
    """A slide of `kind` after the slide `after`, in its file and in each deck that lists it.

    `texts` has what stands in each file, by the name in its nodes' spans. Without `after` the slide comes after the
    last of all chapters of the first deck. Raises NoPlaceError.
    """
    before = after or _last_listed(files.decks.values())
    slides = {id.text: id for id in _ids(files.slides)}
    if before not in slides:
        raise NoPlaceError(f"there is no slide `{before}`" if before else "no deck lists a slide")
    id = _free_id(before, kind.name, slides)
    own = _as_last_lines(slides[before], texts, kind, id)
    listed = [
        _in_list(one, id, texts) for deck in files.decks.values() for one in _listed(deck) if one.text == before
    ]
    return NewSlide(id, Span(own.file, own.line + 2, 1), (own, *listed))


def applied(text: str, insertions: Iterable[Insertion]) -> str:
    """The text of a file with these in it, in lines that end as its own."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    for one in sorted(insertions, key=lambda insertion: (-insertion.line, -insertion.behind)):
        line = lines[one.line - 1]
        lines[one.line - 1] = line[: one.behind] + one.text.replace("\n", end) + line[one.behind :]
    return end.join(lines) + end


def _ids(files: Iterable[Node]) -> Iterator[Scalar]:
    """The id of every slide."""
    for file in files:
        slides = file.get("slides") if isinstance(file, Mapping) else None
        for slide in slides.items if isinstance(slides, Sequence) else ():
            id = slide.get("id") if isinstance(slide, Mapping) else None
            if isinstance(id, Scalar):
                yield id


def _listed(node: Node, key: str = "") -> Iterator[Scalar]:
    """The places of a deck where a slide is listed."""
    if isinstance(node, Mapping):
        for name, value in node.entries:
            yield from _listed(value, name.text)
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar) and key in _LISTS:
                yield item
            else:
                yield from _listed(item)


def _last_listed(decks: Iterable[Node]) -> str:
    chapters = (deck.get("chapters") for deck in decks if isinstance(deck, Mapping))
    return next((listed[-1].text for one in chapters if one and (listed := list(_listed(one)))), "")


def _free_id(before: str, kind: str, taken: Iterable[str]) -> str:
    part, used = before.rpartition(".")[0] or before, set(taken)
    wanted = f"{part}.{kind.replace('_', '-')}"
    numbered = (f"{wanted}-{number}" for number in itertools.count(2))
    return next(name for name in itertools.chain([wanted], numbered) if name not in used)


def _as_last_lines(before: Scalar, texts: dict[str, str], kind: Kind, id: str) -> Insertion:
    """The slide below the one that it comes after, as far in as that."""
    lines = texts[before.span.file].splitlines()
    start = _first_line(lines, before)
    dash = lines[start - 1].index("-")
    example = as_item("\n".join([f"id: {id}", *kind.example.splitlines()[1:]])).splitlines()
    shifted = (f"{' ' * dash}{line[2:]}".rstrip() for line in example)
    end = end_of_block(lines, start, dash)
    return Insertion(before.span.file, end, len(lines[end - 1]), "\n".join(("", "", *shifted)))


def _first_line(lines: list[str], id: Scalar) -> int:
    """The line on which the slide begins, whose `id` need not be its first key."""
    inside = lines[id.span.line - 1].replace("- ", "  ", 1).index("id")
    for number in range(id.span.line, 0, -1):
        line = lines[number - 1]
        if line[:inside].strip() == "-" and not line[inside:].startswith("{"):
            return number
        if line[:inside].strip():
            break
    raise NoPlaceError(f"`{id.text}` is written in braces, and a slide below it could not be")


def end_of_block(lines: list[str], start: int, edge: int) -> int:
    """The last line of what begins on line `start`: all that is further in than its `edge` belongs to it."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() and len(line) - len(line.lstrip()) <= edge:
            break
        if line.strip():
            end = number
    return end


def _in_list(listed: Scalar, id: str, texts: dict[str, str]) -> Insertion:
    """On a line of its own below the other, or behind it in brackets."""
    span = listed.span
    line = texts[span.file].splitlines()[span.line - 1]
    lead = line[: span.column - 1]
    if lead.strip() == "-":
        return Insertion(span.file, span.line, len(line), f"\n{lead}{id}")
    written = _WRITTEN.match(line, span.column - 1)
    return Insertion(span.file, span.line, written.end() if written else len(line), f", {id}")
