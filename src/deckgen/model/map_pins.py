"""Where the pins of a map belong. In: the fields of a map. Out: what of it is shown, and a place for each pin.

A place is in cells of the grid of tiles, or in units of the view of an outline file.
"""

from __future__ import annotations

import math

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.map_fields import MapFields, Pin
from deckgen.model.places import XY


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
    """A pin with its number, and where it belongs."""

    pin: Pin
    number: int
    at: XY


def pinned(fields: MapFields) -> tuple[Pinned, ...]:
    """Every pin, numbered in the order of the content where it has no number of its own."""
    within = frame(fields)
    return tuple(
        Pinned(pin, order if pin.number is None else pin.number, _place(pin, fields, within))
        for order, pin in enumerate(fields.pins, 1)
    )


def _place(pin: Pin, fields: MapFields, within: Frame) -> XY:
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
