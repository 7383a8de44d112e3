"""In: inches and points, as people think. Out: integer EMU, as the file counts (914,400 an inch, 12,700 a point)."""

from __future__ import annotations

from deckgen.model.lazy_dataclasses import dataclass

Emu = int

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700


def inches(value: float) -> Emu:
    return round(value * EMU_PER_INCH)


def points(value: float) -> Emu:
    return round(value * EMU_PER_POINT)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide, in EMU from its top left corner."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        return self.x + self.width

    @property
    def bottom(self) -> Emu:
        return self.y + self.height

    def inset(self, left: Emu = 0, top: Emu = 0, right: Emu = 0, bottom: Emu = 0) -> Box:
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def contains(self, other: Box, slack: Emu = 0) -> bool:
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Box) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
