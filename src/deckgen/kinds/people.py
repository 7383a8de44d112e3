"""Who does what: people with their roles, and how to reach them.

In: names with roles. Out: cards beside each other, each with the initials on a disc.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    Row,
    Space,
    Styled,
    TextBlock,
)
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text

PURPOSE: Final[Purpose] = "reference"

EXAMPLE = """\
id: example.people
kind: people
title: Fire personer holder planen i gang
people:
  - name: Asta Holm
    role: Formand for havneudvalget
    reach: asta@havnene.example
  - name: Bo Lind
    role: Havnefoged
  - name: Carla Juul
    role: Planlægger
  - name: Dan Krogh
    role: Sekretariat
"""

DISC = 92.0
ACROSS = 4


@dataclass(frozen=True)
class Person:
    name: Text = described("The full name.")
    role: Text = described("What they do here.")
    reach: Text | None = described("How to reach them.", default=None)


@dataclass(frozen=True)
class Fields:
    people: tuple[Person, ...] = described("Who they are.", minimum=1, maximum=12)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    count = len(fields.people)
    across = min(ACROSS, count) if count != 5 and count != 6 else 3
    cards = Grid(tuple(_card(one) for one in fields.people), across, fill=True, levels=True, splits=True)
    rows = Column(tuple(_row(one) for one in fields.people), gap=8, justify="grow", splits=True)
    return (
        Arrangement("Diagram", canvas=cards),
        Arrangement("Diagram", canvas=rows, name="one row a person", step=1),
    )


def _initials(person: Person) -> str:
    words = [word for word in person.name.plain.split() if word[0].isalpha()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def _disc(person: Person) -> Block:
    says = Styled(text(_initials(person), f"{person.name.path}/initials"), "verb", "background", True, "center")
    disc = Area("disc", Paint("primary"), geometry="ellipse", label=Label((says,), gap=0))
    whole = Linear(0, 1)
    return Group(Plane(whole, whole, (disc,), height=DISC, contained="left"), "initials", person.name.plain)


def _says(person: Person) -> tuple[Block, ...]:
    name = TextBlock((Styled(person.name, "card", bold=True),))
    role = TextBlock((Styled(person.role, "body"),))
    reach: Block = TextBlock((Styled(person.reach, "label", "muted"),)) if person.reach else Space(0)
    return (name, role, reach)


def _card(person: Person) -> Block:
    return Panel(Column((_disc(person), *_says(person)), gap=10, justify="middle"), fill="panel", padding=16)


def _row(person: Person) -> Block:
    row = Row((_disc(person), Column(_says(person), gap=4, justify="middle")), fixed=(DISC, 0), gap=16)
    return Panel(row, rule="top", padding=10)
