"""The sign that stands for one of what is counted. In: named by a slide. Out: settled by content, drawn by kinds."""

from __future__ import annotations

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE
from deckgen.model.theme import SignShape


@dataclass(frozen=True, slots=True)
class Sign:
    """`name` is one that the project declares under `signs`, or the shape's own."""

    name: str = "square"
    shape: SignShape = "square"
    span: Span = NOWHERE
