"""How a map is drawn where it stands. In: nothing. Out: a form for kinds to choose, and the ink for each land."""

from __future__ import annotations

from typing import Final, Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.map_paints import ON_PAGE, MapPaints
from deckgen.model.theme import Color, Role

Naming = Literal["names", "broken", "codes", "none"]
"""What stands on tiles: names, each part of a long one on a line, names in three letters, or nothing."""

PIN: Final = 32.0
CELL_GAP: Final = 3.0
DARK: Final[frozenset[Color]] = frozenset(("primary", "accent", "shade"))
"""Fills that carry light text."""


@dataclass(frozen=True, slots=True)
class MapForm:
    """How a map is drawn: what its tiles say, how high it is at least, how large its pins are, in points.

    A `stretched` one has tiles that are as wide as there is room, for names.
    """

    naming: Naming = "none"
    height: float = 170
    most: float = 0
    """Points that it is high at most over its key; 0: as high as there is room."""
    pin: float = PIN
    stretched: bool = False
    gap: float = CELL_GAP
    role: Role = "label"
    paints: MapPaints = ON_PAGE
    named: bool = False
    """Whether what is set off and pinned on outlines has its name there, and no key."""


def ink_on(fill: Color | None) -> Color:
    """What a text on a place of that fill is written in."""
    return "background" if fill in DARK else "foreground"
