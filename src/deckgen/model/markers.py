"""The signs before the items of a list. In: a marker's name, the colour of its text. Out: its sign and its colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.model.theme import Color

BULLETS: Final[Mapping[str, str]] = {"bullet": "•", "dash": "–"}
"""What stands before items that are not numbered, in Arial."""


def marker_color(name: str, ink: Color | None) -> Color:
    """Numbers are in the accent. A bullet is in primary; on a dark shape it has the colour of its text."""
    if name not in BULLETS:
        return "accent"
    return "background" if ink == "background" else "primary"
