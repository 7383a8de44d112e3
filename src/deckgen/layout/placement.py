"""In: items of parts of a slide. Out: the sum of them, with what did not fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.layout.setting import Misfit, Setting
from deckgen.model.blocks import Block, TextBlock
from deckgen.model.frames import Item
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.units import Box


@dataclass(frozen=True, slots=True)
class Placed:
    items: tuple[Item, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    behind: tuple[Item, ...] = ()
    """What lies behind all else, the title too."""

    def __add__(self, other: Placed) -> Placed:
        return Placed(self.items + other.items, self.misfits + other.misfits, self.behind + other.behind)


PlaceBlock = Callable[[Block, Box, Setting], Placed]
"""How whatever holds blocks sets them into their boxes."""


def text_path(block: TextBlock) -> str:
    """The field path that a text block answers for: that of its first part, or its own name."""
    return next((part.text.path for part in block.parts if part.text.path), block.name or "text")


def bounds(items: Sequence[Item]) -> Box:
    """The smallest box around the items."""
    x, y = min(item.box.x for item in items), min(item.box.y for item in items)
    right, bottom = max(item.box.right for item in items), max(item.box.bottom for item in items)
    return Box(x, y, right - x, bottom - y)
