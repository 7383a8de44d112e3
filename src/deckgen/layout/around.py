"""Where a name stands that belongs to a place of a map.

In: the name's size, the place, what is taken, and the lands with their fills. Out: the nearest box beside the place
that is free and all on one ground, with the ink for it; None where there is none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from deckgen.model.land_grounds import LandGround, fill_at, samples
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plane import Label
from deckgen.model.theme import Color
from deckgen.model.units import EMU_PER_POINT, Box, Emu, points

CLEAR: Emu = points(3)
"""Between a name and what it must not touch."""
_TURNS = 16
_RING: Emu = points(9)
_FARTHER = (4.0, 8.0)
"""Points by which a name beside its sign may stand off more, as from a town over its coast."""
_NEAR, _RINGS = 4, 14
"""Rings on which a name without a sign may stand, and one with a line to its place."""


@dataclass(frozen=True, slots=True)
class Found:
    """A free box, the ink for what is under it, and whether it stands so far off that a line must lead to it."""

    box: Box
    ink: Color
    side: str
    is_far: bool


def around(
    label: Label, size: tuple[Emu, Emu], mark: Box, whole: Box, taken: Sequence[Box], grounds: Sequence[LandGround]
) -> Found | None:
    """The first free box: on a place without a sign, beside it, or with a leader ever farther from it.

    A label without inks for lands, as that of a water, stands on none.
    """
    inks: dict[Color | None, Color] = dict(label.inks)
    for side, box, is_far in _candidates(label, size, mark):
        if not whole.contains(box) or any(box.inset(*[-CLEAR] * 4).overlaps(one) for one in taken):
            continue
        under = {fill_at(x, y, grounds) for x, y in samples(box)}
        if not inks and under != {None}:
            continue
        found = {inks.get(fill, label.parts[0].color or "foreground") for fill in under}
        if len(found) == 1 and not (is_far and under != {None}):
            return Found(box, found.pop(), side, is_far)
    return None


def _candidates(label: Label, size: tuple[Emu, Emu], mark: Box) -> Iterator[tuple[str, Box, bool]]:
    width, height = size
    gap = points(label.gap)
    x, y = mark.x + mark.width // 2, mark.y + mark.height // 2
    if not mark.width:
        yield "center", Box(x - width // 2, y - height // 2, width, height), False
    else:
        for off in (gap, *(gap + points(more) for more in _FARTHER)):
            for slid in (height // 2, height, 0, height + gap, -gap):
                yield "right", Box(mark.right + off, y - slid, width, height), False
                yield "left", Box(mark.x - off - width, y - slid, width, height), False
                if slid == height // 2:
                    yield "below", Box(x - width // 2, mark.bottom + off, width, height), False
                    yield "above", Box(x - width // 2, mark.y - off - height, width, height), False
    if label.leader or not mark.width:
        for ring in range(1, _RINGS if label.leader else _NEAR):
            for turn in range(_TURNS):
                angle = math.tau * turn / _TURNS
                right = round(math.cos(angle) * (ring * _RING + (width / 2 if label.leader else 0)))
                down = round(math.sin(angle) * (ring * _RING + (height / 2 if label.leader else 0)))
                at = Box(x + right - width // 2, y + down - height // 2, width, height)
                yield "center", at, label.leader is not None


def edge(box: Box, x: Emu, y: Emu) -> tuple[Emu, Emu]:
    """The point of a box that is nearest to another."""
    room = EMU_PER_POINT
    return min(max(x, box.x - room), box.right + room), min(max(y, box.y - room), box.bottom + room)
