"""A sequence in tints of primary: a history, an order, a maturity runs from light to dark.

In: how many steps it has. Out: the fill of each, and the ink that is read on a fill.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.theme import Color

_SCALES: Final[tuple[tuple[Color, ...], ...]] = (
    ("primary",),
    ("tint2", "primary"),
    ("tint1", "tint3", "primary"),
    ("tint1", "tint2", "tint3", "primary"),
    ("tint1", "tint2", "tint3", "mark", "primary"),
)
_LIGHT: Final[frozenset[Color]] = frozenset(("tint1", "tint2", "tint3", "panel", "background"))


def sequence(count: int) -> tuple[Color, ...]:
    """The fills of so many steps, from light to dark; of more than five, neighbours may share one."""
    scale = _SCALES[min(count, len(_SCALES)) - 1]
    return tuple(scale[at * len(scale) // count] for at in range(count))


def ink(fill: Color) -> Color:
    """What a text on that fill is written in."""
    return "foreground" if fill in _LIGHT else "background"
