"""The fields that every kind with a map shares. In: typed YAML, settled by content. Out: the places shown.

A map is drawn of tiles that a language brings, or of the outlines in a file of the user's.
"""

from __future__ import annotations

from decimal import Decimal

from deckgen.diagnostics import Span
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.map_shades import MOST_STEPS, Shade, Shaded, shades
from deckgen.model.places import Land, OutlineFile, Place, PlaceName, Tiles
from deckgen.model.text import NOWHERE, Text, Value


@dataclass(frozen=True)
class Highlight:
    place: PlaceName = described("A place of the map, or a region of it.")
    label: Text | None = described("What is to be known of it.", default=None)
    emphasis: bool = described("True on the place to see first.", default=False)


@dataclass(frozen=True)
class PlaceValue:
    place: PlaceName = described("A place of the map.")
    value: Value = described("Its number, by which it is shaded.")


@dataclass(frozen=True)
class Pin:
    place: PlaceName | None = described("Where it stands.", default=None)
    lon: Decimal | None = described("Or its longitude, on outlines in degrees.", default=None)
    lat: Decimal | None = described("And its latitude.", default=None)
    x: Decimal | None = described("Or its place from the left, in per cent of the map.", default=None)
    y: Decimal | None = described("And from the top.", default=None)
    label: Text | None = described("What stands there; the place's name where nothing is said.", default=None)
    number: int | None = described(
        "Its number, as of an option beside the map; else in the order of the list.", default=None
    )
    emphasis: bool = described("True on the pin to see first.", default=False)
    span: Span = NOWHERE


@dataclass(frozen=True)
class NamedPlace:
    name: Text = described("The name as it is written on the map.")
    lon: Decimal = described("Its longitude in degrees.")
    lat: Decimal = described("Its latitude.")
    water: bool = described("True on a sea or a fjord: its name alone, without a dot.", default=False)
    span: Span = NOWHERE


@dataclass(frozen=True)
class MapFields:
    tiles: Tiles | None = described("Tiles that a language brings: `municipalities` or `regions`.", default=None)
    outline: OutlineFile | None = described(
        "Or outlines in a file of the content folder: SVG or GeoJSON.", default=None
    )
    only: tuple[PlaceName, ...] = described("Places or regions that are shown alone.", default=())
    highlight: tuple[Highlight, ...] = described("Places that are set off, by name.", maximum=8, default=())
    values: tuple[PlaceValue, ...] = described("Numbers by place, shown by shades.", default=())
    steps: tuple[Decimal, ...] = described(
        "The numbers from which a shade is darker.", maximum=MOST_STEPS - 1, default=()
    )
    pins: tuple[Pin, ...] = described("Numbered pins.", maximum=9, default=())
    places: tuple[NamedPlace, ...] = described(
        "Names to find one's way by, on outlines in degrees; one without room is left out.", maximum=12, default=()
    )
    span: Span = described("No key: where the map is written.", default=NOWHERE)
    steps_span: Span = described("No key: where the steps are written.", default=NOWHERE)

    @property
    def shown_places(self) -> tuple[Place, ...]:
        """The tiles that are shown."""
        only = {one.name for one in self.only}
        places = self.tiles.places if self.tiles else ()
        return tuple(one for one in places if not only or only & {one.name, one.region})

    @property
    def shown_lands(self) -> tuple[Land, ...]:
        """The outlines that are shown."""
        only = {one.name for one in self.only}
        lands = self.outline.lands if self.outline else ()
        return tuple(one for one in lands if not only or one.name in only)

    @property
    def shown_names(self) -> tuple[str, ...]:
        """The names of what is shown; a land may have none."""
        return (*(one.name for one in self.shown_places), *(one.name for one in self.shown_lands))

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Every name that a slide may give, with the places that it stands for: itself, or those of a region."""
        found: dict[str, tuple[str, ...]] = {}
        for place in self.tiles.places if self.tiles else ():
            found[place.region] = (*found.get(place.region, ()), place.name)
        own = [place.name for place in (self.tiles.places if self.tiles else ())]
        own += [land.name for land in (self.outline.lands if self.outline else ()) if land.name]
        return found | {name: (name,) for name in own}

    @property
    def shades(self) -> tuple[Shade, ...]:
        """The values as steps of shade."""
        known = ((one.place.name, one.value.amount, one.value.shown) for one in self.values)
        shaded = tuple(Shaded(name, amount, shown) for name, amount, shown in known if amount is not None)
        return shades(shaded, self.steps)

    def highlighted(self, name: str) -> Highlight | None:
        """What sets a place off: the last that names it, itself or its region."""
        groups = self.groups
        found = [one for one in self.highlight if name in groups.get(one.place.name, ())]
        return found[-1] if found else None
