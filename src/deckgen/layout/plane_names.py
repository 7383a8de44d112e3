"""Names of places on a map, set after all else that stands there.

In: the marks with their shapes, and what is taken. Out: each name where it is free, with a line to its place if it
stands far off; a name without room is left out with its sign where it yields, and is a misfit otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, hypot
from typing import Final

from deckgen.layout.around import Found, around, edge
from deckgen.layout.measure import natural
from deckgen.layout.placement import PlaceBlock, Placed, text_path
from deckgen.layout.setting import Misfit, Setting
from deckgen.layout.text import line_width, paragraphs
from deckgen.model.blocks import TextBlock
from deckgen.model.frames import ShapeItem
from deckgen.model.land_grounds import LandGround, fill_at, land_ground
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.outline import Outline
from deckgen.model.plane import Area, Label, PlaneMark, Point
from deckgen.model.shapes import Paint
from deckgen.model.styled import Align
from deckgen.model.units import Box, Emu, points

Shape = tuple[PlaneMark, ShapeItem]
XY = tuple[Emu, Emu]
STEPS, INLAND = 60, 3
"""Steps in which the coast is looked for on the way to a land's middle, and how many of them a line goes on."""
SEEN: Final = 22.0
"""Points that a line to a name is long at least."""


def place_names(
    shapes: Sequence[Shape], taken: Sequence[Box], whole: Box, setting: Setting, place: PlaceBlock
) -> tuple[Placed, tuple[PlaneMark, ...]]:
    """Names in the order of their marks, each out of the way of those before it; and the marks that are left out."""
    named = [(mark, mark.label, shape.box) for mark, shape in shapes if mark.label and mark.label.side == "around"]
    placed, left_out = Placed(), list[PlaneMark]()
    if not named:
        return placed, ()
    grounds = tuple(_grounds(shapes))
    busy = [*taken, *(shape.box for mark, shape in shapes if isinstance(mark, Point) and mark.size)]
    for mark, label, box in named:
        block = TextBlock(label.parts, anchor="middle")
        width = line_width(paragraphs(block.parts, setting), setting)
        others = [one for one in busy if one != box]
        found = around(label, (width, natural(block, width, setting)), box, whole, others, grounds)
        if found:
            busy.append(found.box)
            placed += _leader(mark, label, box, found, grounds) + place(_inked(label, found), found.box, setting)
        elif label.yields:
            left_out.append(mark)
        else:
            excess = "its name has no room on the map"
            placed += Placed(misfits=(Misfit(text_path(block), excess, block.parts[0].text.span, over=width),))
    return placed, tuple(left_out)


def _grounds(shapes: Sequence[Shape]) -> Iterator[LandGround]:
    """The lands, the front one first."""
    for mark, shape in reversed(shapes):
        if isinstance(mark, Area) and isinstance(mark.geometry, Outline):
            yield land_ground(mark.geometry, shape.box, mark.paint.fill)


def _inked(label: Label, found: Found) -> TextBlock:
    align: Align = "left" if found.side == "right" else "right" if found.side == "left" else "center"
    parts = tuple(replace(part, color=found.ink, align=align) for part in label.parts)
    return TextBlock(parts, anchor="middle")


def _leader(mark: PlaneMark, label: Label, box: Box, found: Found, grounds: Sequence[LandGround]) -> Placed:
    """A line from the name to its sign, or just onto the coast of its land, there in a colour that is seen on it."""
    if not (found.is_far and label.leader):
        return Placed()
    name, middle = edge(found.box, *_middle(box)), _middle(box)
    coast, end = (middle, middle) if box.width else _ashore(name, middle, grounds)
    ground = fill_at(*end, grounds)
    inland = replace(label.leader, line=next((ink for fill, ink in label.inks if fill == ground), label.leader.line))
    if inland == label.leader:
        return Placed((straight(f"{mark.name} leader", label.leader, end, name),))
    parts = ("leader", label.leader, coast, name), ("leader on land", inland, end, coast)
    return Placed(tuple(straight(f"{mark.name} {part}", paint, *ends) for part, paint, *ends in parts))


def _middle(box: Box) -> XY:
    return box.x + box.width // 2, box.y + box.height // 2


def _ashore(start: XY, middle: XY, grounds: Sequence[LandGround]) -> tuple[XY, XY]:
    """Where the land that the middle lies on begins, past smaller ones, and a place inland so far that it is seen."""
    across, down = (other - one for one, other in zip(start, middle, strict=True))
    way = [(start[0] + round(across * at / STEPS), start[1] + round(down * at / STEPS)) for at in range(STEPS + 1)]
    on_land = [fill_at(x, y, grounds) is not None for x, y in way]
    sea = [at for at, land in enumerate(on_land) if not land]
    coast = (sea[-1] + 1 if sea else 0) if on_land[-1] else on_land.index(True) if any(on_land) else STEPS
    seen = ceil(STEPS * points(SEEN) / max(hypot(across, down), 1))
    return way[coast], way[min(max(coast + INLAND, seen), STEPS)]


def straight(name: str, paint: Paint, start: tuple[Emu, Emu], end: tuple[Emu, Emu]) -> ShapeItem:
    (left, first), (right, last) = start, end
    box = Box(min(left, right), min(first, last), abs(right - left), abs(last - first))
    rising = (right - left) * (last - first) < 0
    return ShapeItem(name, box, "line", None, paint.line, paint.width, paint.dashed, rising)
