"""Two lists that belong beside each other, as an argument and its answer: given and asked, for and against.

In: two headings with their items. Out: two columns under bars, their items on common levels, or one list under the
other; both continue together.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Panel, Row, Space, Styled, TextBlock
from deckgen.model.card_parts import bar
from deckgen.model.kind import Context, Purpose, described
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

GAP: Final = 28.8
INSET: Final = 14.0
"""Points from the edge of a bar to its text, and to the items under it."""


@dataclass(frozen=True)
class Side:
    heading: Text = described("What this side is about, in a few words.")
    items: tuple[Text, ...] = described("Its points.", minimum=1, maximum=7)


@dataclass(frozen=True)
class Fields:
    left: Side = described("The left column.")
    right: Side = described("The right column.")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    heads = (bar(fields.left.heading, "tint2", "foreground", INSET), bar(fields.right.heading, inset=INSET))
    pairs = tuple(zip_longest(fields.left.items, fields.right.items))
    rows = tuple(Row(tuple(_item(one) for one in pair), gap=GAP) for pair in pairs)
    points = Column(rows, gap=0, justify="grow", splits=True)
    beside = Column((Row(heads, gap=GAP), points), gap=0, justify="grow", grows=(1,))
    lists = tuple(
        Column((head, Column(tuple(_item(one) for one in side.items), gap=0, justify="grow", splits=True)), gap=0)
        for head, side in zip(heads, (fields.left, fields.right), strict=True)
    )
    return (
        Arrangement("Diagram", canvas=beside),
        Arrangement("Diagram", canvas=Column(lists, gap=16, justify="grow"), name="one under the other", step=2),
    )


def _item(said: Text | None) -> Block:
    """A point over a rule; nothing where the other side has more of them."""
    if said is None:
        return Space(0)
    text = TextBlock((Styled(said, "point"),), anchor="middle")
    return Panel(Row((Space(0), text), fixed=(INSET, 0), gap=0), rule="bottom", padding=7)
