"""What a YAML file says, with a place for everything, all values still text.

In: built by reader. Out: read by schema, content and brand.
"""

from __future__ import annotations

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as text. `plain` is true where it stands without quotes; `span` is its first character.

    `exact`: a position in `text` is a position in the file. `folded`: line ends were joined, so that a line end in
    `text` was a blank line in the file. `cut`: a comment follows on its line, which may have been meant as text.
    """

    text: str
    plain: bool
    span: Span
    exact: bool = True
    folded: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Gap(Scalar):
    """A value that is there and not shown; `text` stands in its place. No file says it: content makes it."""


@dataclass(frozen=True, slots=True)
class Verbatim(Scalar):
    """A text that is shown as it is: no mark in it means anything. No file says it: content makes it of data."""


@dataclass(frozen=True, slots=True)
class Unread(Scalar):
    """In the place of what could not be read, which was reported: nothing more is said of it. Content makes it."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; each key once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


Node = Scalar | Sequence | Mapping
