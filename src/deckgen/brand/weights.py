"""In: a weight as the convention writes it. Out: its number; a slide has regular and bold."""

from __future__ import annotations

from typing import Final

from deckgen.nodes.node import Node, Scalar

BOLD_FROM: Final = 600
_MOST: Final = 1000
_NAMES: Final = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}


def weight_of(node: Node) -> int:
    """From 1 to 1000; the first of a range such as `400..700`; 0 where it is no weight."""
    said = node.text.partition("..")[0].strip() if isinstance(node, Scalar) else ""
    number = int(said) if said.isdecimal() and len(said) < 5 else _NAMES.get(said, 0)
    return number if number <= _MOST else 0
