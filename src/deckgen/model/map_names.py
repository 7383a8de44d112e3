"""Names on a map: of places to find one's way by, of what is set off, and at pins.

In: the fields of a map and its form. Out: marks whose labels layout sets where they are free and legible.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.lazy_dataclasses import replace
from deckgen.model.map_fields import MapFields, NamedPlace
from deckgen.model.map_form import MapForm, ink_on
from deckgen.model.map_paints import MapPaints
from deckgen.model.map_pins import Pinned
from deckgen.model.plane import Label, PlaneMark, Point
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Paragraph, Text, text
from deckgen.model.theme import Color

DOT: Final = 6.0
LEADER: Final = 1.5
"""Width of the line to a name that stands far off, in points."""


def is_named(fields: MapFields, form: MapForm) -> bool:
    """Whether names stand on the map itself: tiles have their own, and shades need a legend."""
    return form.named and bool(fields.shown_lands) and not fields.values


def map_names(fields: MapFields, form: MapForm, pins: tuple[Pinned, ...]) -> Iterator[PlaneMark]:
    """What must be named first; names to find one's way by take what is left."""
    if is_named(fields, form):
        yield from (_pin(one, form) for one in pins if one.pin.label)
        yield from _highlights(fields, form)
    for place in fields.places:
        yield from _place(place, fields, form)


def _inks(paints: MapPaints) -> tuple[tuple[Color, Color], ...]:
    return tuple((fill, ink_on(fill)) for fill in dict.fromkeys((paints.quiet, paints.off, paints.first)))


def _pin(one: Pinned, form: MapForm) -> PlaneMark:
    said = Styled(one.pin.label or text(""), "card" if one.pin.emphasis else form.role, form.paints.ink, bold=True)
    leader = Paint(line=form.paints.ink, width=LEADER)
    label = Label((said,), "around", gap=4, inks=_inks(form.paints), leader=leader)
    return Point(f"name of pin {one.number}", Paint(), *one.at, form.pin, label=label)


def _highlights(fields: MapFields, form: MapForm) -> Iterator[PlaneMark]:
    """The name of each land that is set off, on it or beside it, and under it what is to be known."""
    ink = form.paints.ink
    for one in fields.highlight:
        land = next((land for land in fields.shown_lands if land.name == one.place.name), None)
        if land is None:
            continue
        named = Styled(text(one.place.name, f"highlight/{one.place.name}"), form.role, ink, bold=True)
        more = (Styled(one.label, form.role, ink),) if one.label else ()
        leader = Paint(line=ink, width=LEADER)
        label = Label((named, *more), "around", inks=_inks(form.paints), leader=leader)
        yield Point(f"name of {one.place.name}", Paint(), *land.middle, 0, label=label)


def _place(place: NamedPlace, fields: MapFields, form: MapForm) -> Iterator[PlaneMark]:
    projection = fields.outline.projection if fields.outline else None
    if projection is None:
        return
    x, y = projection.at(float(place.lon), float(place.lat))
    paints = form.paints
    name = _slanted(place.name) if place.water else place.name
    said = Styled(name, "label", paints.ink)
    inks = () if place.water else _inks(paints)
    label = Label((said,), "around", gap=4, yields=True, inks=inks)
    size = 0 if place.water else DOT
    yield Point(f"place {place.name.plain}", Paint(paints.ground, paints.ink, 1), x, y, size, label=label)


def _slanted(name: Text) -> Text:
    """Waters are written in italics on maps."""
    paragraphs = (Paragraph(tuple(replace(run, italic=True) for run in one.runs)) for one in name.paragraphs)
    return replace(name, paragraphs=tuple(paragraphs))
