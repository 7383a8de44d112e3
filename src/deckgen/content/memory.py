"""What was read of content before, kept from one load to the next: what did not change is not read again.

In: files and the nodes of slides. Out: what was made of the same before, diagnostics included, else what is now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Mapping, Node
from deckgen.nodes.reader import read_bytes, read_data

_Slide = TypeVar("_Slide")


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    node: Node | None
    found: Diagnostics


class KnownFiles:
    """The nodes of files, by name. What stands in a file tells whether it changed; its date does not."""

    def __init__(self) -> None:
        self._known: dict[str, _File] = {}

    def read(self, path: Path, shown: str, diagnostics: Diagnostics) -> Node | None:
        """As `nodes.reader.read`: the same object where the same stands in the file."""
        data = read_bytes(path, shown, diagnostics)
        if data is None:
            return None
        known = self._known.get(shown)
        if known is None or known.data != data:
            found = Diagnostics()
            known = self._known[shown] = _File(data, read_data(data, shown, found), found)
        diagnostics.extend(known.found)
        return known.node

    def keep(self, shown: Iterable[str]) -> None:
        """Forget all but these."""
        self._known = {name: self._known[name] for name in shown if name in self._known}


class KnownSlides(Generic[_Slide]):
    """What slides were read as, by their nodes, which are the same objects where their files did not change."""

    def __init__(self) -> None:
        self._with: tuple[object, ...] = ()
        self._known: dict[int, tuple[Mapping, _Slide]] = {}
        self._met: dict[int, tuple[Mapping, _Slide]] = {}

    def begin(self, *read_with: object) -> None:
        """Begin to read all slides: those that were not met the last time are forgotten.

        `read_with`: all else that a slide is read with; with another than before nothing is known.
        """
        self._known = self._met if read_with == self._with else {}
        self._with, self._met = read_with, {}

    def read(self, node: Mapping, made: Callable[[], _Slide]) -> _Slide:
        """What the slide was read as; the node is kept, so that no other can come to have its identity."""
        found = self._met[id(node)] = self._known.get(id(node)) or (node, made())
        return found[1]
