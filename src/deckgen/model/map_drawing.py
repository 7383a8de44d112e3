"""Maps as blocks: tiles or outlines with their places set off, shaded and pinned, and what says what is on them.

In: the fields of a map. Out: a plane in a group, a key of places and pins, a legend of shades.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from deckgen.model.blocks import Block, Column, Group, Row, TextBlock
from deckgen.model.card_parts import badge
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.map_fields import Highlight, MapFields
from deckgen.model.map_form import DARK, MapForm, Naming, ink_on
from deckgen.model.map_names import is_named, map_names
from deckgen.model.map_paints import ON_PRIMARY, MapPaints
from deckgen.model.map_pins import Frame, Pinned, frame, pinned
from deckgen.model.places import XY, Place
from deckgen.model.plane import Area, Bands, Label, Linear, Plane, PlaneMark, Point
from deckgen.model.shapes import Mark, Paint
from deckgen.model.styled import Styled
from deckgen.model.text import MISSING, Paragraph, Run, Text, text
from deckgen.model.theme import Color

SMALL_PIN: Final = 26.0
SWATCH: Final = 20.0
CROWDED: Final = 1.2
"""Pins nearer to each other than so many times their size are moved apart."""
MOST_NAMED: Final = 9
"""Columns of tiles that may be named."""
SMALL_GAP: Final = 1.5
COAST: Final = 0.75
"""Width of the line between lands, in points."""
FRAMED: Final = 2.25
"""Width of the line round a shaded place that is set off, in points."""


SMALL: Final = MapForm(height=90, pin=SMALL_PIN, gap=SMALL_GAP)
"""A map at the side of something else."""
SMALL_ON_PRIMARY: Final = replace(SMALL, paints=ON_PRIMARY)
"""The same on a panel in the primary colour."""


def map_block(fields: MapFields, form: MapForm) -> Block:
    """The map alone, grouped."""
    within, pins = frame(fields), pinned(fields)
    room = _room(within, pins, form)
    marks = (*_places(fields, form, pins), *_pins(pins, form, _origin(fields)), *map_names(fields, form, pins))
    if fields.shown_places:
        across, down = (Bands(round(length), form.gap) for length in (within.width, within.height))
        plane = Plane(across, down, marks, form.height, room, None if form.stretched else "center")
    else:
        x, y = Linear(within.left, within.right), Linear(within.top, within.bottom)
        plane = Plane(x, y, marks, form.height, room, "center")
    return Group(plane, "map", alt(fields))


def _room(within: Frame, pins: tuple[Pinned, ...], form: MapForm) -> tuple[float, float, float, float]:
    """What pins need around a map that is no larger than at least: those near its edge, and those that are moved."""
    unit, reach = form.height / max(within.width, within.height), form.pin / 2 + 1
    if any(unit * math.dist(one.at, other.at) < CROWDED * form.pin for one, other in combinations(pins, 2)):
        return (reach, reach, reach, reach)
    inwards = [
        (x - within.left, y - within.top, within.right - x, within.bottom - y) for x, y in (one.at for one in pins)
    ]
    left, top, right, bottom = (max((reach - unit * one[side] for one in inwards), default=0.0) for side in range(4))
    return max(left, 0.0), max(top, 0.0), max(right, 0.0), max(bottom, 0.0)


def small_map(fields: MapFields, form: MapForm = SMALL) -> Block:
    """A small map with its key under it, for the side of something else, which says what pins without a label are."""
    drawn = map_block(fields, form)
    if is_named(fields, form):
        return drawn
    rows = _Key(fields, form).rows(one for one in pinned(fields) if one.pin.label)
    parts = (*((Column(rows, gap=8),) if rows else ()), *legend(fields, form))
    if not parts and not form.most:
        return drawn
    more = max(1.0, form.most - form.height) if form.most else 0
    return Column((drawn, *parts), gap=10, justify="grow", grows=(0,), grows_most=more)


def namings(fields: MapFields) -> tuple[Naming, ...]:
    """What may stand on the tiles, the fullest first: where there are many, no name would ever have room."""
    columns = frame(fields).width if fields.shown_places else 2 * MOST_NAMED
    return ("names", "broken", "codes", "none") if columns <= MOST_NAMED else ("none",)


def aspect(fields: MapFields) -> float:
    """How wide the map is against its height."""
    within = frame(fields)
    return within.width / within.height if within.height else 1


def _places(fields: MapFields, form: MapForm, pins: tuple[Pinned, ...]) -> Iterator[PlaneMark]:
    """Each place, those that are set off in front of their neighbours' edges."""
    within = frame(fields)
    looks = _Looks(fields, form.paints)
    covered = {name for one in pins if one.pin.place for name in fields.groups.get(one.pin.place.name, ())}
    for tile in fields.shown_places:
        x, y = tile.column - within.left, tile.row - within.top
        look = looks.of(tile.name)
        label = None if tile.name in covered else _label(tile, look, looks.shown(tile.name), form)
        yield Area(tile.name, look, (x, x + 1), (y, y + 1), "rect", label)
    for land in fields.shown_lands:
        yield Area(land.name or "land", looks.of_land(land.name), land.across, land.down, land.outline)


def _label(tile: Place, look: Paint, shown: str, form: MapForm) -> Label | None:
    if form.naming == "none":
        return None
    ink = ink_on(look.fill)
    said = {"names": tile.name, "broken": tile.broken, "codes": tile.short}[form.naming]
    if shown and form.naming == "codes":
        said, shown = f"{said} {shown}", ""
    parts = [Styled(_lines(said, f"tile/{tile.code}"), form.role, ink, look.fill in DARK, "center")]
    if shown:
        parts.append(Styled(text(shown, f"tile/{tile.code}/value"), form.role, ink, True, "center"))
    return Label(tuple(parts), gap=3)


def _lines(said: str, path: str) -> Text:
    """A text of one paragraph with its breaks."""
    first, *others = said.split("\n")
    broken = (Run(part) for other in others for part in ("\n", other))
    return Text((Paragraph((Run(first), *broken)),), path)


class _Looks:
    """How each place of a map looks."""

    def __init__(self, fields: MapFields, paints: MapPaints) -> None:
        self.fields, self.paints = fields, paints
        self.shades = {one.name: paints.shades[step.depth] for step in fields.shades for one in step.places}
        self.values = {one.place.name: one.value.shown for one in fields.values}
        self.is_plain = not (fields.highlight or fields.values or fields.pins)

    def shown(self, name: str) -> str:
        return self.values.get(name, "")

    def of(self, name: str) -> Paint:
        """The paint of a place: its shade, what sets it off, or both."""
        off, paints = self.fields.highlighted(name), self.paints
        if self.fields.values:
            shade = self.shades.get(name)
            if off:
                return Paint(shade or paints.unknown.fill, _frame(off, paints), FRAMED)
            return Paint(shade) if shade else paints.unknown
        if off:
            return Paint(_fill(off, paints))
        return Paint(paints.off if self.is_plain else paints.quiet)

    def of_land(self, name: str) -> Paint:
        """The same of an outline, with a line where it meets another that nothing sets off either."""
        own = self.of(name)
        return own if own.fill != self.paints.quiet else Paint(own.fill, self.paints.ground, COAST)


def _fill(one: Highlight, paints: MapPaints) -> Color:
    return paints.first if one.emphasis else paints.off


def _frame(one: Highlight, paints: MapPaints) -> Color:
    return paints.first_frame if one.emphasis else paints.frame


def _origin(fields: MapFields) -> XY:
    """Where the scales of the plane begin: cells are counted from those that are shown."""
    within = frame(fields)
    return (within.left, within.top) if fields.shown_places else (0, 0)


def _pins(pins: tuple[Pinned, ...], form: MapForm, origin: XY) -> Iterator[PlaneMark]:
    """The pins, which are moved apart where they would touch."""
    paints = form.paints
    leader = Paint(line=paints.ink, width=1.25)
    for one in pins:
        look = Paint(_pin_fill(one, paints), paints.ground, 2)
        number = Styled(text(str(one.number), f"pins/{one.number}/number"), "label", paints.ground, True, "center")
        x, y = one.at[0] - origin[0], one.at[1] - origin[1]
        yield Point(f"pin {one.number}", look, x, y, form.pin, label=Label((number,), gap=0), leader=leader)


def _pin_fill(one: Pinned, paints: MapPaints) -> Color:
    return paints.first if one.pin.emphasis else paints.pin


def key(fields: MapFields, naming: Naming) -> tuple[Block, ...]:
    """A row for each pin and for what is set off: places that the map names only where there is more to say."""
    told = (one for one in pinned(fields) if one.pin.label or one.pin.place)
    return _Key(fields, MapForm(naming, role="body")).rows(told)


class _Key:
    """What says what is on a map: rows of a sign and what it stands for, in type of the form's role."""

    def __init__(self, fields: MapFields, form: MapForm) -> None:
        self.fields, self.form, self.paints = fields, form, form.paints

    def rows(self, pins: Iterable[Pinned]) -> tuple[Block, ...]:
        rows = [self._pin(one) for one in pins]
        rows += [self._highlight(one) for one in self.fields.highlight if one.label]
        bare = [one for one in self.fields.highlight if not one.label and not self._is_named(one)]
        for emphasis in (True, False):
            alike = [one for one in bare if one.emphasis == emphasis]
            if alike and not _is_all(alike, self.fields):
                rows.append(self._row(self._swatch(alike[0]), text(_listed(alike), "highlight/names")))
        return tuple(rows)

    def _is_named(self, one: Highlight) -> bool:
        """Whether the map has its name on it: a region has not."""
        on_tiles = self.form.naming in ("names", "broken")
        return on_tiles and self.fields.groups.get(one.place.name) == (one.place.name,)

    def _pin(self, one: Pinned) -> Block:
        name = one.pin.place.name if one.pin.place else ""
        said = one.pin.label or text(name, f"pins/{one.number}/name")
        fill = _pin_fill(one, self.paints)
        sign = badge(one.number, f"pins/{one.number}/key", fill, self.paints.ground, self.form.pin)
        return self._row(sign, said)

    def _highlight(self, one: Highlight) -> Block:
        role, ink = self.form.role, self.paints.ink
        named = Styled(text(one.place.name, f"highlight/{one.place.name}"), role, ink, bold=True)
        label = (Styled(one.label, role, ink, space=1),) if one.label else ()
        return _signed(self._swatch(one), TextBlock((named, *label), anchor="middle"), self.form.pin)

    def _swatch(self, one: Highlight) -> Block:
        if self.fields.values:
            look = Paint(self.paints.unknown.fill, _frame(one, self.paints), FRAMED)
            return _square("swatch", look, SWATCH - 2)
        return Mark("rect", _fill(one, self.paints), SWATCH, SWATCH, "center")

    def _row(self, sign: Block, said: Text) -> Block:
        return _signed(
            sign, TextBlock((Styled(said, self.form.role, self.paints.ink),), anchor="middle"), self.form.pin
        )


def _is_all(highlights: list[Highlight], fields: MapFields) -> bool:
    """Whether nothing on the map is left that these are set off from: a key would tell nothing."""
    names = {name for one in highlights for name in fields.groups.get(one.place.name, (one.place.name,))}
    return names >= set(fields.shown_names)


def _listed(highlights: list[Highlight]) -> str:
    return ", ".join(one.place.name for one in highlights)


def _signed(sign: Block, says: TextBlock, width: float) -> Block:
    return Row((sign, says), fixed=(width, 0), gap=10)


def _square(name: str, look: Paint, size: float) -> Block:
    return Plane(Linear(0, 1), Linear(0, 1), (Point(name, look, 0.5, 0.5, size, "rect"),), SWATCH)


def legend(fields: MapFields, form: MapForm) -> tuple[Block, ...]:
    """A swatch for each step of shade with its numbers, and one for places without a number."""
    paints, steps = form.paints, fields.shades
    looks = [(Paint(paints.shades[step.depth]), step.said) for step in steps]
    known = {one.name for step in steps for one in step.places}
    if steps and set(fields.shown_names) - known:
        looks.append((paints.unknown, MISSING))
    rows = [
        _signed(
            _square("shade", look, SWATCH),
            TextBlock((Styled(text(said, f"values/step {number}"), form.role, paints.ink),), anchor="middle"),
            form.pin,
        )
        for number, (look, said) in enumerate(looks, 1)
    ]
    return (Column(tuple(rows), gap=4),) if rows else ()


def alt(fields: MapFields) -> str:
    """What is shown, set off, counted and pinned, in the words of the content."""
    only = ", ".join(one.name for one in fields.only)
    off = "; ".join(
        f"{one.place.name}: {one.label.plain}" if one.label else one.place.name for one in fields.highlight
    )
    values = "; ".join(f"{one.place.name}: {one.value.shown}" for one in fields.values)
    pins = "; ".join(_pin_said(one) for one in pinned(fields))
    return ". ".join(filter(None, (only, off, values, pins))) or ", ".join(filter(None, fields.shown_names)) or "map"


def _pin_said(one: Pinned) -> str:
    said = [part for part in (one.pin.label and one.pin.label.plain, one.pin.place and one.pin.place.name) if part]
    return f"{one.number}. {', '.join(said)}" if said else str(one.number)
