"""What a text on a map stands on: a land of an outline, or nothing of it.

In: outlines where they are drawn, with their fills. Out: the fill under any place, and places of a box to ask for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.places import crossed
from deckgen.model.theme import Color
from deckgen.model.units import Box, Emu, points

LINES = 120
"""Lines across a land on which its coasts are known."""
SAMPLE: Emu = points(5)
"""Between the places of a box that are asked for what is under them."""


@dataclass(frozen=True, slots=True)
class LandGround:
    """A land as it is drawn: its coasts on lines from the top of its box, and what fills it."""

    box: Box
    lines: tuple[tuple[float, ...], ...]
    width: float
    fill: Color | None

    def holds(self, x: Emu, y: Emu) -> bool:
        box = self.box
        if not (box.x <= x < box.right and box.y <= y < box.bottom):
            return False
        line = self.lines[min(LINES - 1, (y - box.y) * LINES // box.height)]
        return bool(bisect_left(line, (x - box.x) / box.width * self.width) % 2)


def land_ground(outline: Outline, box: Box, fill: Color | None) -> LandGround:
    """The land of an outline that is drawn in a box."""
    heights = (outline.height * (line + 0.5) / LINES for line in range(LINES))
    paths = tuple(path.commands for path in outline.paths)
    return LandGround(box, tuple(crossed(paths, heights)), outline.width, fill)


def samples(box: Box) -> Iterator[tuple[Emu, Emu]]:
    """Places all over a box, its corners among them."""
    for x in (*range(box.x, box.right, SAMPLE), box.right):
        for y in (*range(box.y, box.bottom, SAMPLE), box.bottom):
            yield x, y


def fill_at(x: Emu, y: Emu, lands: Iterable[LandGround]) -> Color | None:
    """The fill of the first of the lands that holds the place."""
    return next((one.fill for one in lands if one.holds(x, y)), None)
