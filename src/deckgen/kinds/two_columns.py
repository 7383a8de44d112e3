"""Two lists that belong beside each other, as an argument and its answer: given and asked, for and against.

In: two headings with their items, each maybe with an icon. Out: two columns under bars, their items on common
levels, or one list under the other; both continue together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, bar
from deckgen.model.icon import icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import IconListItem, listed
from deckgen.model.text import Text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("side by side", "rows as high as they ask for", "one under the other")

EXAMPLE = """\
id: example.two-columns
kind: two_columns
title: Kerneopgaven er klar, og kravene følger med
left:
  heading: Opgaven
  items:
    - Samarbejde om innovation mellem virksomheder og videnmiljøer
    - Et stærkere økosystem omkring virksomhederne
    - Viden, der når ud til de mindste
right:
  heading: Kravene
  items:
    - Tilgængelig i hele landet
    - Åben for alle, også dem uden medlemskab
    - Mål, der kan følges år for år
"""

GAP: Final = 28.8
ICON: Final = 34.0
"""Points of an icon and of its column."""


@dataclass(frozen=True)
class Side:
    heading: Text = described("What this side is about, in a few words.")
    items: tuple[IconListItem, ...] = described(
        "Its points; an item may have items under it, and an icon before it.", minimum=1, maximum=7
    )


@dataclass(frozen=True)
class Fields:
    left: Side = described("The left column.")
    right: Side = described("The right column.")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    heads = (bar(fields.left.heading, "tint2", "foreground"), bar(fields.right.heading))
    count = max(len(fields.left.items), len(fields.right.items))
    rows = tuple(Row((_item(fields.left, at), _item(fields.right, at)), gap=GAP) for at in range(count))
    even = Grid(rows, 1, gap=0, fill=True, splits=True)
    rising = Column(rows, gap=0, justify="grow", splits=True)
    beside, rows_apart = (
        Column((Row(heads, gap=GAP), points), gap=0, justify="grow", grows=(1,)) for points in (even, rising)
    )
    lists = tuple(
        Column((head, _list(side)), gap=0) for head, side in zip(heads, (fields.left, fields.right), strict=True)
    )
    return (
        Arrangement("Diagram", canvas=beside, name="side by side"),
        Arrangement("Diagram", canvas=rows_apart, name="rows as high as they ask for"),
        Arrangement("Diagram", canvas=Column(lists, gap=16, justify="grow"), name="one under the other", step=2),
    )


def _list(side: Side) -> Block:
    return Column(tuple(_item(side, at) for at in range(len(side.items))), gap=0, justify="grow", splits=True)


def _item(side: Side, at: int) -> Block:
    """A point under a rule, the first under its bar; nothing where the other side has more of them."""
    if at >= len(side.items):
        return Space(0)
    role: Role = "body" if _is_signed(side) else "point"
    said = TextBlock(listed(side.items[at : at + 1], role, "none"), anchor="middle")
    inside = Row((Space(0), _signed(side, at, said)), fixed=(INSET, 0), gap=0)
    return Panel(inside, rule="top", padding=7)


def _signed(side: Side, at: int, said: Block) -> Block:
    """With a column for an icon where others of its side have one."""
    if not _is_signed(side):
        return said
    icon = side.items[at].icon
    sign = icon_block(icon, ICON, anchor="middle") if icon else Space(0)
    return Row((sign, said), fixed=(ICON, 0), gap=14)


def _is_signed(side: Side) -> bool:
    return any(item.icon for item in side.items)
