"""Where the pins of a map stand. In: pins, and about how large the map will be. Out: places apart from each other.

A place is in cells of the grid of tiles, or in units of the view of an outline file.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.map_fields import MapFields, Pin
from deckgen.model.places import XY

APART: Final = 1.12
"""From the middle of a pin to that of the next at least, as a multiple of its size."""
_TURNS: Final = 12
_RINGS: Final = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a map is shown: its left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, place: XY, margin: XY) -> bool:
        """Whether a place is inside, `margin` from each edge; an edge that is closer to the other gives way."""
        x, y = min(margin[0], self.width / 2), min(margin[1], self.height / 2)
        across = self.left + x <= place[0] <= self.right - x
        return across and self.top + y <= place[1] <= self.bottom - y


def frame(fields: MapFields) -> Frame:
    """The smallest one around what is shown."""
    tiles, lands = fields.shown_places, fields.shown_lands
    if tiles:
        rows, columns = [one.row for one in tiles], [one.column for one in tiles]
        return Frame(min(columns), min(rows), max(columns) + 1, max(rows) + 1)
    if not lands:
        return Frame(0, 0, 1, 1)
    across, down = [land.across for land in lands], [land.down for land in lands]
    return Frame(
        min(a for a, _ in across), min(a for a, _ in down), max(b for _, b in across), max(b for _, b in down)
    )


@dataclass(frozen=True, slots=True)
class Pinned:
    """A pin with its number: where it is meant to stand, and where it does, beside others."""

    pin: Pin
    number: int
    meant: XY
    stands: XY

    @property
    def is_moved(self) -> bool:
        return self.meant != self.stands


def pinned(fields: MapFields, size: XY) -> tuple[Pinned, ...]:
    """Every pin, `size` units across and down, at its place or as near to it as there is room."""
    within, taken = frame(fields), list[XY]()
    found: list[Pinned] = []
    for at, pin in enumerate(fields.pins, 1):
        meant = _meant(pin, fields, within)
        stands = next(one for one in _near(meant, size, within) if _is_free(one, taken, size))
        taken.append(stands)
        found.append(Pinned(pin, at if pin.number is None else pin.number, meant, stands))
    return tuple(found)


def _meant(pin: Pin, fields: MapFields, within: Frame) -> XY:
    projection = fields.outline.projection if fields.outline else None
    if pin.lon is not None and pin.lat is not None and projection:
        return projection.at(float(pin.lon), float(pin.lat))
    if pin.place:
        return _middle(pin.place.name, fields) or _per_cent(50, 50, within)
    return _per_cent(float(pin.x or 0), float(pin.y or 0), within)


def _per_cent(x: float, y: float, within: Frame) -> XY:
    return within.left + within.width * x / 100, within.top + within.height * y / 100


def _middle(name: str, fields: MapFields) -> XY | None:
    """The middle of a place; of several, that of the one nearest to the middle of all."""
    names = fields.groups.get(name, ())
    places = [(one.column + 0.5, one.row + 0.5) for one in fields.shown_places if one.name in names]
    places += [land.middle for land in fields.shown_lands if land.name in names]
    if not places:
        return None
    middle = (sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places))
    return min(places, key=lambda one: math.dist(one, middle))


def _near(meant: XY, size: XY, within: Frame) -> Iterator[XY]:
    """The place itself, then others round it, the nearest first: those inside the frame, then any."""
    yield meant
    around = [
        (
            meant[0] + size[0] * APART * ring / 2 * math.cos(angle),
            meant[1] + size[1] * APART * ring / 2 * math.sin(angle),
        )
        for ring in range(1, _RINGS)
        for angle in (math.tau * turn / _TURNS for turn in range(_TURNS))
    ]
    margin = (size[0] / 2, size[1] / 2)
    yield from (one for one in around if within.holds(one, margin))
    yield from around
    step = 0
    while True:
        step += 1
        yield within.right + size[0] * APART * step, meant[1]


def _is_free(place: XY, taken: Sequence[XY], size: XY) -> bool:
    return all(
        math.hypot((place[0] - other[0]) / size[0], (place[1] - other[1]) / size[1]) >= APART - 1e-9
        for other in taken
    )
