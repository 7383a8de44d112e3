"""Two lists that belong beside each other: then and now, given and asked, this and that.

In: two headings with their items. Out: two pairs of placeholders, or two rows; both lists continue together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Column, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, listed
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "explanation"

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
    items: tuple[ListItem, ...] = described("Its points; an item may have items under it.", minimum=1, maximum=7)


@dataclass(frozen=True)
class Fields:
    left: Side = described("The left column.")
    right: Side = described("The right column.")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    sides = {"left": fields.left, "right": fields.right}
    slots = tuple(block for name, side in sides.items() for block in _side(side, name))
    rows = tuple(Panel(Row(_side(side), weights=(1, 3)), rule="top", padding=8) for side in sides.values())
    return (
        Arrangement("Two Columns", slots),
        Arrangement("Diagram", canvas=Column(rows, gap=16, justify="spread"), name="rows", step=2),
    )


def _side(side: Side, slot: str = "") -> tuple[TextBlock, TextBlock]:
    heading = TextBlock((Styled(side.heading, "lead", "primary", bold=True),), slot=slot and f"{slot}_heading")
    parts = listed(side.items)
    return heading, TextBlock(parts, slot=slot, splits=True, spread=bool(slot))
