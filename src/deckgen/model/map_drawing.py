"""Maps as blocks: tiles or outlines with their places set off, shaded and pinned, and what says what is on them.

In: the fields of a map. Out: a plane in a group, a key of places and pins, a legend of shades.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from deckgen.model.blocks import (
    Area,
    Bands,
    Block,
    Column,
    Group,
    Label,
    Linear,
    Mark,
    Paint,
    Plane,
    PlaneMark,
    Point,
    Row,
    Styled,
    TextBlock,
)
from deckgen.model.card_parts import badge
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.map_fields import Highlight, MapFields
from deckgen.model.map_pins import Pinned, frame, pinned
from deckgen.model.map_shades import shades
from deckgen.model.places import XY, Place
from deckgen.model.text import MISSING, Paragraph, Run, Text, text
from deckgen.model.theme import Color, Role

Naming = Literal["names", "broken", "codes", "none"]
"""What stands on tiles: names, each part of a long one on a line, names in three letters, or nothing."""

PIN: Final = 32.0
SMALL_PIN: Final = 26.0
SWATCH: Final = 20.0
MOST_NAMED: Final = 9
"""Columns of tiles that may be named."""
CELL_GAP: Final = 3.0
SMALL_GAP: Final = 1.5
COAST: Final = Paint("tint2", "background", 0.75)
FRAMED: Final = 2.25
"""Width of the line round a shaded place that is set off, in points."""
_DARK: Final[frozenset[Color]] = frozenset(("primary", "accent"))


@dataclass(frozen=True, slots=True)
class MapForm:
    """How a map is drawn: what its tiles say, how high it is at least, how large its pins are, in points.

    A `stretched` one has tiles that are as wide as there is room, for names.
    """

    naming: Naming = "none"
    height: float = 170
    pin: float = PIN
    stretched: bool = False
    gap: float = CELL_GAP
    role: Role = "label"


SMALL: Final = MapForm(height=90, pin=SMALL_PIN, gap=SMALL_GAP)
"""A map at the side of something else."""


def map_block(fields: MapFields, form: MapForm) -> Block:
    """The map alone, grouped."""
    within, pins = frame(fields), pinned(fields)
    edge = form.pin / 2 + 1 if pins else 0.0
    room = (edge, edge, edge, edge)
    marks = (*_places(fields, form, pins), *_pins(pins, form.pin, _origin(fields)))
    if fields.shown_places:
        across, down = (Bands(round(length), form.gap) for length in (within.width, within.height))
        plane = Plane(across, down, marks, form.height, room, None if form.stretched else "center")
    else:
        x, y = Linear(within.left, within.right), Linear(within.top, within.bottom)
        plane = Plane(x, y, marks, form.height, room, "center")
    return Group(plane, "map", alt(fields))


def small_map(fields: MapFields) -> Block:
    """A small map with its key under it, for the side of something else, which says what pins without a label are."""
    drawn = map_block(fields, SMALL)
    rows = _key(fields, "none", "label", SMALL.pin, (one for one in pinned(fields) if one.pin.label))
    parts = (*((Column(rows, gap=8),) if rows else ()), *legend(fields))
    return Column((drawn, *parts), gap=10, justify="grow", grows=(0,)) if parts else drawn


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
    looks = _Looks(fields)
    covered = {name for one in pins if one.pin.place for name in fields.groups.get(one.pin.place.name, ())}
    for tile in fields.shown_places:
        x, y = tile.column - within.left, tile.row - within.top
        look = looks.of(tile.name)
        label = None if tile.name in covered else _label(tile, look, looks.shown(tile.name), form)
        yield Area(tile.name, look, (x, x + 1), (y, y + 1), "rect", label)
    for land in fields.shown_lands:
        yield Area(land.name or "land", looks.of(land.name, COAST), land.across, land.down, land.outline)


def _label(tile: Place, look: Paint, shown: str, form: MapForm) -> Label | None:
    if form.naming == "none":
        return None
    ink = _ink(look.fill)
    said = {"names": tile.name, "broken": tile.broken, "codes": tile.short}[form.naming]
    if shown and form.naming == "codes":
        said, shown = f"{said} {shown}", ""
    parts = [Styled(_lines(said, f"tile/{tile.code}"), form.role, ink, look.fill in _DARK, "center")]
    if shown:
        parts.append(Styled(text(shown, f"tile/{tile.code}/value"), form.role, ink, True, "center"))
    return Label(tuple(parts), gap=3)


def _lines(said: str, path: str) -> Text:
    """A text of one paragraph with its breaks."""
    first, *others = said.split("\n")
    broken = (Run(part) for other in others for part in ("\n", other))
    return Text((Paragraph((Run(first), *broken)),), path)


def _ink(fill: Color | None) -> Color:
    return "background" if fill in _DARK else "foreground"


class _Looks:
    """How each place of a map looks."""

    def __init__(self, fields: MapFields) -> None:
        self.fields = fields
        self.shades = {one.place.name: shade.color for shade in shades(fields) for one in shade.values}
        self.values = {one.place.name: one.value.shown for one in fields.values}
        self.is_plain = not (fields.highlight or fields.values or fields.pins)

    def shown(self, name: str) -> str:
        return self.values.get(name, "")

    def of(self, name: str, quiet: Paint | None = None) -> Paint:
        """The paint of a place: its shade, what sets it off, or both; `quiet` is of one that is neither."""
        off = self.fields.highlighted(name)
        if self.fields.values:
            shade = self.shades.get(name)
            if off:
                return Paint(shade or "panel", _line(off), FRAMED)
            return Paint(shade) if shade else Paint("panel", "rule")
        if off:
            return Paint("accent" if off.emphasis else "primary")
        return Paint("primary") if self.is_plain else quiet or Paint("tint2")


def _origin(fields: MapFields) -> XY:
    """Where the scales of the plane begin: cells are counted from those that are shown."""
    within = frame(fields)
    return (within.left, within.top) if fields.shown_places else (0, 0)


def _pins(pins: tuple[Pinned, ...], size: float, origin: XY) -> Iterator[PlaneMark]:
    """The pins, which are moved apart where they would touch."""
    leader = Paint(line="foreground", width=1.25)
    for one in pins:
        number = Styled(text(str(one.number), f"pins/{one.number}/number"), "label", "background", True, "center")
        paint, (x, y) = Paint("primary", "background", 2), (one.at[0] - origin[0], one.at[1] - origin[1])
        yield Point(f"pin {one.number}", paint, x, y, size, label=Label((number,), gap=0), leader=leader)


def key(fields: MapFields, naming: Naming) -> tuple[Block, ...]:
    """A row for each pin and for what is set off: places that the map names only where there is more to say."""
    told = (one for one in pinned(fields) if one.pin.label or one.pin.place)
    return _key(fields, naming, "body", PIN, told)


def _key(fields: MapFields, naming: Naming, role: Role, pin: float, pins: Iterable[Pinned]) -> tuple[Block, ...]:
    rows = [_pin_row(one, role, pin) for one in pins]
    rows += [_highlight_row(one, role, pin, fields) for one in fields.highlight if one.label]
    bare = [one for one in fields.highlight if not one.label and not _is_named(one, fields, naming)]
    for emphasis in (True, False):
        alike = [one for one in bare if one.emphasis == emphasis]
        if alike and not _is_all(alike, fields):
            rows.append(_row(_swatch(alike[0], fields), text(_listed(alike), "highlight/names"), role, pin))
    return tuple(rows)


def _is_named(one: Highlight, fields: MapFields, naming: Naming) -> bool:
    """Whether the map has its name on it: a region has not."""
    return naming in ("names", "broken") and fields.groups.get(one.place.name) == (one.place.name,)


def _is_all(highlights: list[Highlight], fields: MapFields) -> bool:
    """Whether nothing on the map is left that these are set off from: a key would tell nothing."""
    names = {name for one in highlights for name in fields.groups.get(one.place.name, (one.place.name,))}
    return names >= set(fields.shown_names)


def _listed(highlights: list[Highlight]) -> str:
    return ", ".join(one.place.name for one in highlights)


def _pin_row(one: Pinned, role: Role, size: float) -> Block:
    name = one.pin.place.name if one.pin.place else ""
    said = one.pin.label or text(name, f"pins/{one.number}/name")
    sign = badge(one.number, f"pins/{one.number}/key", size=size)
    return _row(sign, said, role, size)


def _highlight_row(one: Highlight, role: Role, size: float, fields: MapFields) -> Block:
    named = Styled(text(one.place.name, f"highlight/{one.place.name}"), role, bold=True)
    label = (Styled(one.label, role, space=1),) if one.label else ()
    return Row((_swatch(one, fields), TextBlock((named, *label), anchor="middle")), fixed=(size, 0), gap=10)


def _line(one: Highlight) -> Color:
    return "accent" if one.emphasis else "foreground"


def _said_in(one: Highlight) -> Color:
    return "accent" if one.emphasis else "primary"


def _swatch(one: Highlight, fields: MapFields) -> Block:
    color = _said_in(one)
    if fields.values:
        framed = Point("swatch", Paint("panel", _line(one), FRAMED), 0.5, 0.5, SWATCH - 2, "rect")
        return Plane(Linear(0, 1), Linear(0, 1), (framed,), SWATCH)
    return Mark("rect", color, SWATCH, SWATCH, "center")


def _row(sign: Block, said: Text, role: Role, size: float) -> Block:
    return Row((sign, TextBlock((Styled(said, role),), anchor="middle")), fixed=(size, 0), gap=10)


def legend(fields: MapFields, role: Role = "label") -> tuple[Block, ...]:
    """A swatch for each step of shade with its numbers, and one for places without a number."""
    steps = shades(fields)
    rows = [_step(shade.color, None, shade.said, number, role) for number, shade in enumerate(steps, 1)]
    known = {one.place.name for shade in steps for one in shade.values}
    if steps and set(fields.shown_names) - known:
        rows.append(_step("panel", "rule", MISSING, 0, role))
    return (Column(tuple(rows), gap=4),) if rows else ()


def _step(fill: Color, line: Color | None, said: str, number: int, role: Role) -> Block:
    square = Point("shade", Paint(fill, line), 0.5, 0.5, SWATCH, "rect")
    swatch = Plane(Linear(0, 1), Linear(0, 1), (square,), SWATCH)
    return _row(swatch, text(said, f"values/step {number}"), role, PIN)


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
