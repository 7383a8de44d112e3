"""Who does what: people with their roles, and how to reach them.

In: names with roles, maybe what each takes care of. Out: of few a row each, of many cards beside each other; the
initials stand on a disc.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Label, Linear, Plane
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "reference"
ARRANGEMENTS: Final = ("what they do beside their names", "cards", "one row a person")

EXAMPLE = """\
id: example.people
kind: people
title: Fire personer holder planen i gang
people:
  - name: Asta Holm
    role: Formand for havneudvalget
    does: Fører ordet, når havnene mødes
    reach: asta@havnene.example
  - name: Bo Lind
    role: Havnefoged
    does: Skriver anløb i planen hver morgen
    reach: bo@havnene.example
  - name: Carla Juul
    role: Planlægger
    does: Finder en ledig kaj, når to skibe vil det samme
    reach: carla@havnene.example
  - name: Dan Krogh
    role: Sekretariat
    does: Indkalder og følger op
    reach: dan@havnene.example
"""

DISC = 64.0
ACROSS = 4
FEW = 4
"""Up to so many have a row each, which is filled better than a high card."""


@dataclass(frozen=True)
class Person:
    name: Text = described("The full name.")
    role: Text = described("What they do here.")
    does: Text | None = described("What they take care of, in a line.", default=None)
    reach: Text | None = described("How to reach them.", default=None)


@dataclass(frozen=True)
class Fields:
    people: tuple[Person, ...] = described("Who they are.", minimum=1, maximum=12)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    count = len(fields.people)
    across = min(ACROSS, count) if count != 5 and count != 6 else 3
    cards = Grid(tuple(_card(one) for one in fields.people), across, fill=True, levels=True, splits=True)
    wide = Column(tuple(_wide_row(one) for one in fields.people), gap=8, justify="grow", splits=True)
    rows = Column(tuple(_row(one) for one in fields.people), gap=8, justify="grow", splits=True)
    named: dict[str, Block] = {"cards": cards, "one row a person": rows}
    if count <= FEW:
        named = {"what they do beside their names": wide} | named
    return tuple(
        Arrangement("Diagram", canvas=block, name=name, step=step) for step, (name, block) in enumerate(named.items())
    )


def _initials(person: Person) -> str:
    words = [word for word in person.name.plain.split() if word[0].isalpha()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def _disc(person: Person) -> Block:
    says = Styled(text(_initials(person), f"{person.name.path}/initials"), "number", "background", True, "center")
    disc = Area("disc", Paint("primary"), geometry="ellipse", label=Label((says,), gap=0))
    whole = Linear(0, 1)
    return Group(Plane(whole, whole, (disc,), height=DISC, contained="left"), "initials", person.name.plain)


def _says(person: Person) -> tuple[Block, ...]:
    name = TextBlock((Styled(person.name, "card", bold=True),))
    role = TextBlock((Styled(person.role, "body"),))
    return (name, role, _optional(person.does, "body"), _optional(person.reach, "label", "muted"))


def _optional(said: Text | None, role: Role, color: Color = "foreground") -> Block:
    return TextBlock((Styled(said, role, color),)) if said else Space(0)


def _card(person: Person) -> Block:
    return Panel(Column((_disc(person), *_says(person)), gap=10, justify="middle"), fill="panel", padding=INSET)


def _wide_row(person: Person) -> Block:
    """Who it is at the left, what they take care of and how to reach them at the right."""
    who = (Styled(person.name, "card", bold=True), Styled(person.role, "body"))
    what = [Styled(person.does, "body")] if person.does else []
    what += [Styled(person.reach, "label", "muted", space=2)] if person.reach else []
    parts: tuple[Block, ...] = (_disc(person), TextBlock(who, anchor="middle"))
    if what:
        parts += (TextBlock(tuple(what), anchor="middle"),)
    row = Row(parts, weights=(1, 5, 6)[: len(parts)], fixed=(DISC, 0, 0)[: len(parts)], gap=18)
    return Panel(row, fill="panel", padding=8)


def _row(person: Person) -> Block:
    row = Row((_disc(person), Column(_says(person), gap=4, justify="middle")), fixed=(DISC, 0), gap=16)
    return Panel(row, rule="top", padding=10)
