"""Two lists that belong beside each other: then and now, given and asked, this and that.

In: two headings with their items. Out: two pairs of placeholders.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text
from deckgen.model.theme import Role

EXAMPLE = """\
id: example.two-columns
kind: two_columns
title: Kerneopgaven er klar, og kravene følger med
left:
  heading: Opgaven
  items:
    - Samarbejde om innovation mellem virksomheder og videnmiljøer
    - Et stærkere økosystem omkring virksomhederne
right:
  heading: Kravene
  items:
    - Tilgængelig i hele landet
    - Åben for alle
"""


@dataclass(frozen=True)
class Side:
    heading: Text = described("What this side is about, in a few words.")
    items: tuple[Text, ...] = described("Its points.", minimum=1, maximum=7)


@dataclass(frozen=True)
class Fields:
    left: Side = described("The left column.")
    right: Side = described("The right column.")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return tuple(_arrangement(fields, role) for role in ("lead", "body"))


def _arrangement(fields: Fields, role: Role) -> Arrangement:
    slots = []
    for name, side in (("left", fields.left), ("right", fields.right)):
        slots.append(TextBlock((Styled(side.heading, "lead", "primary", bold=True),), slot=f"{name}_heading"))
        parts = tuple(Styled(item, role, marker="bullet") for item in side.items)
        slots.append(TextBlock(parts, slot=name, spread=True))
    return Arrangement("Two Columns", tuple(slots))
