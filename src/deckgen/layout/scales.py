"""In: a scale and the side that it lies along. Out: the place of a value, in EMU; how high a plane is by itself."""

from __future__ import annotations

import math
from typing import assert_never

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plane import Bands, Linear, Plane, Scale, Span
from deckgen.model.styled import Align
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
    as_wide = _length(block.y, _unit(block.x, max(0, width - left - right)))
    if block.height is None:
        return top + as_wide + bottom
    height = points(block.height)
    return top + (min(height, as_wide) if block.contained else height) + bottom


def axes(block: Plane, box: Box) -> tuple[Axis, Axis]:
    """The scales of a plane in its box, across and down; down fills the box if the plane has a height of its own."""
    height = box.height if block.height is not None else plane_height(block, box.width)
    left, top, right, bottom = (points(side) for side in block.room)
    inner = Box(box.x + left, box.y + top, box.width - left - right, height - top - bottom)
    if block.contained:
        inner = _contained(block.x, block.y, inner, block.contained)
    return Axis(block.x, inner.x, inner.width), Axis(block.y, inner.y, inner.height)


def _contained(across: Scale, down: Scale, box: Box, align: Align) -> Box:
    """The largest box at one side of a box, half way up, in which a unit is as long down as it is across."""
    unit = min(_unit(across, box.width), _unit(down, box.height))
    width, height = _length(across, unit), _length(down, unit)
    spare = box.width - width
    left = {"left": 0, "center": spare // 2, "right": spare}[align]
    return Box(box.x + left, box.y + (box.height - height) // 2, width, height)


def _unit(scale: Scale, length: Emu) -> float:
    """The length of one unit of a scale that lies along a side."""
    return cell_size(scale, length) if isinstance(scale, Bands) else length / abs(scale.end - scale.start)


def _length(scale: Scale, unit: float) -> Emu:
    """How long a scale is, where a unit of it is that long."""
    match scale:
        case Linear(start, end):
            return round(unit * abs(end - start))
        case Bands(count, gap):
            return round(unit) * count + points(gap) * (count - 1)
        case _:
            assert_never(scale)
