"""Actors around what holds them together.

In: the title is the statement; a centre and two to six actors. Out: the statement at the left, the ring at the right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import GEOMETRIES
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color, Ground, Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("a drawing", "a drawing with small names", "a list", "a list in two columns")
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.hub
kind: hub
title: Havnen samler dem, der flytter godset
body: Ingen af dem når kajen alene.
centre: Havnen
actors:
  - label: Rederier
    icon: ship
  - label: Vognmænd
    icon: truck
  - label: Industri
    icon: factory
  - label: Andre
    minor: true
ring: Baglandet
"""


@dataclass(frozen=True)
class _Radii:
    """How far from the centre the actors stand, across and down; of their discs, and of what holds them together.

    Of the ring around them too, across and down: their discs lie on it and reach a little out of it.
    """

    across: float
    down: float
    disc: float
    centre: float
    ring: tuple[float, float]


RADII: Final[Mapping[int, _Radii]] = {
    2: _Radii(1.35, 1.0, 0.56, 0.46, (1.82, 1.2)),
    3: _Radii(1.56, 1.56, 0.78, 0.58, (1.86, 1.86)),
    4: _Radii(1.35, 1.1, 0.5, 0.42, (1.78, 1.53)),
    5: _Radii(1.35, 1.1, 0.52, 0.44, (1.8, 1.55)),
    6: _Radii(1.4, 1.15, 0.46, 0.42, (1.8, 1.55)),
}
"""By the number of actors: links are seen between the discs and what they surround."""
CLEAR = 0.08
"""Between the rim of a disc and its words, and between a disc and what stands beside it."""
LOW = 0.87
"""Half of what a disc is wide where a name stands under an icon, of its radius."""
NAME = 0.24
"""How high the place of the ring's name is."""
NAMED = 0.87
"""How far up beside the ring its name stands, of its height."""
MARGIN = 0.04
SIDES: Final = 2


@dataclass(frozen=True)
class Actor:
    label: Text = described("Who it is, in a word or two.")
    icon: Icon | None = described("An icon over the name.", default=None)
    minor: bool = described("True for those who are named together, or stand at the rim: dashed.", default=False)


@dataclass(frozen=True)
class Fields:
    centre: Text = described("What holds them together, in a word.")
    actors: tuple[Actor, ...] = described("Who stands around it, from the top on, clockwise.", minimum=2, maximum=6)
    body: Text | None = described("What carries the statement, in a sentence.", default=None)
    ring: Text | None = described("What all of them are part of: a dashed ring around them.", default=None)
    sign: Sign = described("The sign of what stands in the centre.", default=Sign("circle", "circle"))


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    alt = f"{fields.centre.plain}: {', '.join(actor.label.plain for actor in fields.actors)}"
    body = (TextBlock((Styled(fields.body, "lead"),), slot="body"),) if fields.body else ()
    large, small = (
        Column((Group(_drawing(fields, role), "hub", alt),), justify="grow") for role in ("subtitle", "label")
    )
    lists = (Column((Group(_list(fields, columns), "hub", alt),), justify="middle") for columns in (1, 2))
    listed, beside = lists
    return (
        Arrangement("Statement and Diagram", body, large, name="a drawing"),
        Arrangement("Statement and Diagram", body, small, name="a drawing with small names"),
        Arrangement("Statement and Diagram", body, listed, name="a list", step=4),
        Arrangement("Statement and Diagram", body, beside, name="a list in two columns", step=4),
    )


def _drawing(fields: Fields, role: Role) -> Block:
    """The actors around the centre, their names and its in type of that role."""
    radii = RADII[len(fields.actors)]
    places = [_place(number, len(fields.actors), radii) for number in range(len(fields.actors))]
    across = max(abs(x) for x, _ in places) + radii.disc + MARGIN
    top, low = (end(y for _, y in places) for end in (min, max))
    top, low = top - radii.disc - MARGIN, low + radii.disc + MARGIN
    marks: list[PlaneMark] = []
    if fields.ring:
        wide, high = radii.ring
        across, top, low = max(across, wide + MARGIN), min(top, -high - MARGIN), max(low, high + MARGIN)
        marks += _ring(fields.ring, radii, across, top)
    marks += _rim(places)
    for number, (actor, (x, y)) in enumerate(zip(fields.actors, places, strict=True), 1):
        link = Paint(line="muted", width=1.5, dashed=True) if actor.minor else Paint(line="primary", width=2)
        marks.append(Segment(f"spoke {number}", link, (0, x), (0, y)))
    for actor, (x, y) in zip(fields.actors, places, strict=True):
        marks += _actor(actor, x, y, radii.disc, role)
    says = Styled(fields.centre, role, "background", bold=True, align="center")
    around, sign = _around(0, 0, radii.centre), GEOMETRIES[fields.sign.shape]
    marks.append(Area("centre", Paint("accent"), *around, geometry=sign, label=_inside(says)))
    return Plane(Linear(-across, across), Linear(top, low), tuple(marks), height=300, contained="center")


def _ring(said: Text, radii: _Radii, right: float, top: float) -> tuple[PlaneMark, ...]:
    """The ring around the actors, whole, with its name in the upper corner beside it."""
    wide, high = radii.ring
    ring = Area("ring", Paint(line="muted", dashed=True), (-wide, wide), (-high, high), geometry="ellipse")
    low = max(top, -NAMED * high - NAME) + NAME
    reach = wide * sqrt(1 - (low / high) ** 2)
    name = _inside(Styled(said, "label", "foreground", bold=True, align="right"))
    return (ring, Area("ring name", Paint(), (reach + CLEAR, right), (low - NAME, low), label=name))


def _rim(places: list[tuple[float, float]]) -> list[PlaneMark]:
    """A line from each actor to the next, where they stand around more than a line."""
    if len(places) <= SIDES:
        return []
    look = Paint(line="rule", width=1.5)
    return [
        Segment(f"rim {number}", look, (x, to_x), (y, to_y))
        for number, ((x, y), (to_x, to_y)) in enumerate(zip(places, [*places[1:], places[0]], strict=True), 1)
    ]


def _place(number: int, count: int, radii: _Radii) -> tuple[float, float]:
    """Where an actor stands, from the top on; two stand at the sides."""
    turn = 2 * pi * number / count - (pi / 2 if count == SIDES else 0)
    return radii.across * sin(turn), -radii.down * cos(turn)


def _around(x: float, y: float, radius: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (x - radius, x + radius), (y - radius, y + radius)


def _inside(part: Styled) -> Label:
    return Label((part,), gap=0)


def _actor(actor: Actor, x: float, y: float, radius: float, role: Role) -> list[PlaneMark]:
    """A disc with the name, under the icon where there is one."""
    ink: Color = "muted" if actor.minor else "foreground"
    says = Styled(actor.label, role, ink, bold=not actor.minor, align="center")
    look = Paint("background", "muted", 1.25, dashed=True) if actor.minor else Paint("panel", "primary", 2)
    disc = Area(actor.label.path, look, *_around(x, y, radius), geometry="ellipse")
    wide = (radius if actor.icon is None else LOW * radius) - CLEAR
    if actor.icon is None:
        return [disc, Area("name", Paint(), (x - wide, x + wide), (y - wide / 2, y + wide / 2), label=_inside(says))]
    line = Paint(None, "muted" if actor.minor else "primary", 2.25)
    icon = Area(f"icon {actor.icon.name}", line, *_around(x, y - 0.36 * radius, 0.38 * radius), actor.icon.outline)
    under = (y + 0.06 * radius, y + 0.74 * radius)
    return [disc, icon, Area("name", Paint(), (x - wide, x + wide), under, label=_inside(says))]


def _list(fields: Fields, columns: int) -> Block:
    """The centre over its actors and what they are part of, for a page on which a ring has no room."""
    head = Panel(
        TextBlock((Styled(fields.centre, "body", "background", bold=True),)), fill="accent", padding=SMALL_INSET
    )
    rows = tuple(_row(actor) for actor in fields.actors)
    actors = rows if columns == 1 else (Grid(rows, columns, gap=8),)
    ring = (TextBlock((Styled(fields.ring, "label", "muted"),)),) if fields.ring else ()
    return Column((head, *actors, *ring), gap=8)


def _row(actor: Actor) -> Block:
    says = TextBlock((Styled(actor.label, "label", bold=True),), anchor="middle")
    inside: Block = says if actor.icon is None else Row((icon_block(actor.icon, 28), says), fixed=(28, 0), gap=10)
    return Panel(inside, fill="panel", padding=SMALL_INSET)
