"""The files that were read before, kept from one load to the next: what did not change is not read again.

In: a file. Out: the node that was read of the same before, diagnostics included, else what is read now, in which
what stands as it stood is the same object.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.grammar import on_disk
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.one_item import with_item
from deckgen.nodes.reader import read_bytes, read_data, read_items
from deckgen.nodes.source import decoded, with_lines
from deckgen.paths import is_file

_Entry = tuple[Scalar, Node]


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    node: Node | None
    whole: bool
    found: Diagnostics


class KnownFiles:
    """The nodes of files, by name. What stands in a file tells whether it changed; its date does not."""

    def __init__(self) -> None:
        self._known: dict[str, _File] = {}

    def read(self, path: Path, shown: str, diagnostics: Diagnostics, items: bool) -> tuple[Node | None, bool]:
        """As `nodes.reader.read`: the same object where the same stands in the file; whether it was read as a whole.

        Of a file of `items` those that can be read are read.
        """
        data = read_bytes(path, shown, diagnostics)
        if data is None:
            return None, False
        known = self._known.get(shown)
        if known is None or known.data != data:
            found = Diagnostics()
            node = _edited(data, known, shown) if items and known else None
            whole = node is not None
            if node is None:
                node, whole = read_items(data, shown, found) if items else _read(data, shown, found)
            kept = _kept(node, known.node) if node and known else node
            known = self._known[shown] = _File(data, kept, whole, found)
        diagnostics.extend(known.found)
        return known.node, known.whole

    def keep(self, shown: Iterable[str]) -> None:
        """Forget all but these."""
        self._known = {name: self._known[name] for name in shown if name in self._known}


def _edited(data: bytes, known: _File, shown: str) -> Node | None:
    """What is read where one item of a file changed in which nothing was wrong; None where it was not that."""
    if known.node is None or not known.whole or len(known.found):
        return None
    now, before = (decoded(one, shown, Diagnostics()) for one in (data, known.data))
    return with_item(with_lines(now), with_lines(before), known.node, shown) if now and before else None


def _read(data: bytes, shown: str, diagnostics: Diagnostics) -> tuple[Node | None, bool]:
    node = read_data(data, shown, diagnostics)
    return node, node is not None


def stamp(path: Path, most: int) -> object:
    """Where a file lies and what stands in it; its size where that is over `most` bytes, or why it cannot be read.

    Whoever needs the file reports it.
    """
    try:
        place = on_disk(path).resolve()
        size = place.stat().st_size
        if not is_file(on_disk(path)) or size > most:
            return place, size
        return place, blake2b(place.read_bytes()).digest()
    except (OSError, RuntimeError, ValueError) as problem:
        return str(problem)


def _kept(new: Node, old: Node | None) -> Node:
    """The node; it or parts of it as they are in `old`, where they are the same at the same place."""
    if new is old:
        return old
    if isinstance(new, Scalar):
        return old if isinstance(old, Scalar) and _same(new, old) else new
    if isinstance(new, Sequence):
        if not isinstance(old, Sequence):
            return new
        items = tuple(_kept(*pair) for pair in zip_longest(new.items, old.items[: len(new.items)]))
        return old if _place(new) == _place(old) and _are(items, old.items) else Sequence(items, new.span)
    if not isinstance(old, Mapping):
        return new
    pairs = zip_longest(new.entries, old.entries[: len(new.entries)])
    entries = tuple(_kept_entry(*pair) for pair in pairs)
    return old if _place(new) == _place(old) and _are(entries, old.entries) else Mapping(entries, new.span)


def _kept_entry(new: _Entry, old: _Entry | None) -> _Entry:
    if old is None or not _same(new[0], old[0]):
        return new
    value = _kept(new[1], old[1])
    return old if value is old[1] else (new[0], value)


def _same(new: Scalar, old: Scalar) -> bool:
    return new == old and _place(new) == _place(old)


def _place(node: Node) -> tuple[Span, int, int]:
    """Where a node begins and ends; spans are equal where they begin at the same place."""
    return node.span, node.span.end_line, node.span.end_column


def _are(new: tuple[object, ...], old: tuple[object, ...]) -> bool:
    return len(new) == len(old) and all(one is other for one, other in zip(new, old, strict=True))
