"""A text in a role, as a kind asks for it.

In: kinds. Out: what blocks hold; layout knows its size, its face and its place.
"""

from __future__ import annotations

from typing import Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import EMPTY, Text
from deckgen.model.theme import Color, Role

Anchor = Literal["top", "middle", "bottom"]
Align = Literal["left", "center", "right"]
Marker = Literal["none", "bullet", "number"]


@dataclass(frozen=True, slots=True)
class Styled:
    """A text in a role. `space` is extra room above it, in points, where it is not the first.

    `color` None leaves the colour to the placeholder that it fills.
    """

    text: Text
    role: Role = "body"
    color: Color | None = "foreground"
    bold: bool = False
    align: Align = "left"
    marker: Marker = "none"
    space: float = 0
    number: int = 1
    """What a numbered list begins at: more than 1 where it goes on from another page."""
    under: tuple[Text, ...] = ()
    """The items under it, where it is an item of a list; they stay with it."""
    key: Color | None = None
    """The colour of its bold words, where they are to be seen before the others."""
    aside: Text = EMPTY
    """What is said beside it and follows it on its line, muted."""
