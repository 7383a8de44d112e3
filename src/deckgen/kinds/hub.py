"""Actors around what holds them together.

In: the title is the statement; a centre and two to six actors. Out: the statement at the left, the ring at the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from deckgen.model.blocks import (
    Area,
    Arrangement,
    Block,
    Column,
    Grid,
    Group,
    Label,
    Linear,
    Paint,
    Panel,
    Plane,
    PlaneMark,
    Row,
    Segment,
    Styled,
    TextBlock,
)
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import GEOMETRIES
from deckgen.model.text import Text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "explanation"
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
ring: Baglandet
"""

REACH, DISC, CENTRE, RING = 1.0, 0.5, 0.46, 1.12
"""Radii, where the actors stand 1 from the middle: of their discs, of what holds them together, of the ring."""
MARGIN = 0.04


@dataclass(frozen=True)
class Actor:
    label: Text = described("Who it is, in a word or two.")
    icon: Icon | None = described("An icon over the name.", default=None)


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
    drawn = Column((Group(_drawing(fields), "hub", alt),), justify="grow")
    lists = (Column((Group(_list(fields, columns), "hub", alt),), justify="middle") for columns in (1, 2))
    listed, beside = lists
    return (
        Arrangement("Statement and Diagram", body, drawn),
        Arrangement("Statement and Diagram", body, listed, name="a list", step=2),
        Arrangement("Statement and Diagram", body, beside, name="a list in two columns", step=2),
    )


def _drawing(fields: Fields) -> Block:
    marks: list[PlaneMark] = []
    if fields.ring:
        marks.append(Area("ring", Paint(line="muted", dashed=True), *_around(0, 0, RING), geometry="ellipse"))
        top = -RING * 0.98
        marks.append(
            Area(
                "ring name",
                Paint(),
                (0.52, RING + 0.3),
                (top - 0.14, top + 0.14),
                label=_inside(Styled(fields.ring, "label", "muted")),
            )
        )
    places = [_place(number, len(fields.actors)) for number in range(len(fields.actors))]
    marks += [
        Segment(f"spoke {n}", Paint(line="primary", width=2), (0, x), (0, y)) for n, (x, y) in enumerate(places, 1)
    ]
    for actor, (x, y) in zip(fields.actors, places, strict=True):
        marks += _actor(actor, x, y)
    says = Styled(fields.centre, "body", "background", bold=True, align="center")
    marks.append(
        Area(
            "centre",
            Paint("accent"),
            *_around(0, 0, CENTRE),
            geometry=GEOMETRIES[fields.sign.shape],
            label=_inside(says),
        )
    )
    low = max(y for _, y in places) + DISC
    across = max(RING, *(abs(x) + DISC for x, _ in places)) + MARGIN
    down = Linear(-REACH - DISC - MARGIN, max(low, RING if fields.ring else 0) + MARGIN)
    return Plane(Linear(-across, across), down, tuple(marks), height=300, contained="center")


def _place(number: int, count: int) -> tuple[float, float]:
    """Where an actor stands, from the top on."""
    turn = 2 * pi * number / count
    return REACH * sin(turn), -REACH * cos(turn)


def _around(x: float, y: float, radius: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (x - radius, x + radius), (y - radius, y + radius)


def _inside(part: Styled) -> Label:
    return Label((part,), gap=2)


def _actor(actor: Actor, x: float, y: float) -> list[PlaneMark]:
    """A disc with the name, under the icon where there is one."""
    says = Styled(actor.label, "label", "foreground", bold=True, align="center")
    disc = Area(
        actor.label.path,
        Paint("panel", "primary", 1.5),
        *_around(x, y, DISC),
        geometry="ellipse",
    )
    if actor.icon is None:
        return [disc, Area("name", Paint(), (x - 0.48, x + 0.48), (y - 0.3, y + 0.3), label=_inside(says))]
    line = Paint(None, "primary", 1.75)
    icon = Area(f"icon {actor.icon.name}", line, *_around(x, y - 0.2, 0.17), geometry=actor.icon.outline)
    return [disc, icon, Area("name", Paint(), (x - 0.47, x + 0.47), (y - 0.02, y + 0.36), label=_inside(says))]


def _list(fields: Fields, columns: int) -> Block:
    """The centre over its actors and what they are part of, for a page on which a ring has no room."""
    head = Panel(TextBlock((Styled(fields.centre, "body", "background", bold=True),)), fill="accent", padding=10)
    rows = tuple(_row(actor) for actor in fields.actors)
    actors = rows if columns == 1 else (Grid(rows, columns, gap=8),)
    ring = (TextBlock((Styled(fields.ring, "label", "muted"),)),) if fields.ring else ()
    return Column((head, *actors, *ring), gap=8)


def _row(actor: Actor) -> Block:
    says = TextBlock((Styled(actor.label, "label", bold=True),), anchor="middle")
    inside: Block = says if actor.icon is None else Row((icon_block(actor.icon, 28), says), fixed=(28, 0), gap=10)
    return Panel(inside, fill="panel", padding=10)
