"""In: a scale and the side that it lies along. Out: the place of a value, in EMU; how high a plane is by itself."""

from __future__ import annotations

import math
from typing import assert_never

from deckgen.model.blocks import Bands, Linear, Plane, Scale, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.units import Box, Emu, points


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale laid along a side, from `origin` on."""

    scale: Scale
    origin: Emu
    length: Emu

    def at(self, value: float) -> Emu:
        """Where a value stands; between two cells, at the beginning of the second."""
        match self.scale:
            case Linear(start, end):
                return self.origin + int(self.length * ((value - start) / (end - start)))
            case Bands(_, gap):
                cell, part = divmod(value, 1)
                size = cell_size(self.scale, self.length)
                return self.origin + int(cell) * (size + points(gap)) + int(part * size)
            case _:
                assert_never(self.scale)

    def span(self, values: Span | None) -> tuple[Emu, Emu]:
        """Where a stretch of values begins, and its length; None is the whole scale."""
        match self.scale:
            case Linear(start, end):
                ends = sorted(map(self.at, values or (start, end)))
                return ends[0], ends[1] - ends[0]
            case Bands(count, gap):
                first, last = sorted(values or (0, count))
                end = self.at(last) - (points(gap) if last > first and last == math.floor(last) else 0)
                return self.at(first), end - self.at(first)
            case _:
                assert_never(self.scale)


def cell_size(scale: Bands, length: Emu) -> Emu:
    """How long a cell is, so that all of them are of one size and stand within `length`."""
    count = max(scale.count, 1)
    size = (length - points(scale.gap) * (count - 1)) // count
    return min(size, points(scale.most)) if scale.most else size


def plane_height(block: Plane, width: Emu) -> Emu:
    """The natural height of a plane in this width, the room around its scales included."""
    left, top, right, bottom = (points(side) for side in block.room)
    if block.height is not None:
        return top + points(block.height) + bottom
    return top + _as_high_as_wide(block.x, block.y, width - left - right) + bottom


def _as_high_as_wide(across: Scale, down: Scale, width: Emu) -> Emu:
    """The length of the scale that runs down, where a unit of it is as long as one of the scale across."""
    unit = cell_size(across, width) if isinstance(across, Bands) else width / abs(across.end - across.start)
    match down:
        case Linear(start, end):
            return round(unit * abs(end - start))
        case Bands(count, gap):
            return round(unit) * count + points(gap) * (count - 1)
        case _:
            assert_never(down)


def axes(block: Plane, box: Box) -> tuple[Axis, Axis]:
    """The scales of a plane in its box, across and down; down fills the box if the plane has a height of its own."""
    height = box.height if block.height is not None else plane_height(block, box.width)
    left, top, right, bottom = (points(side) for side in block.room)
    room = Box(box.x, box.y, box.width, height).inset(left, top, right, bottom)
    if block.square:
        room = _contained(block.x, block.y, room)
    return Axis(block.x, room.x, room.width), Axis(block.y, room.y, room.height)


def _contained(across: Scale, down: Scale, room: Box) -> Box:
    """The largest box in the room in which a unit is as high as it is wide, in the middle of it."""
    (wide, gaps), (high, between) = _units(across), _units(down)
    unit = max(0.0, min((room.width - gaps) / wide, (room.height - between) / high))
    width, height = int(unit * wide) + gaps, int(unit * high) + between
    return Box(room.x + (room.width - width) // 2, room.y + (room.height - height) // 2, width, height)


def _units(scale: Scale) -> tuple[float, Emu]:
    """How many units a scale is long, and what its gaps take."""
    match scale:
        case Linear(start, end):
            return abs(end - start), 0
        case Bands(count, gap):
            return max(count, 1), points(gap) * (max(count, 1) - 1)
        case _:
            assert_never(scale)
