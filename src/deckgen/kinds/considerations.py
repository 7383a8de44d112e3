"""Numbered considerations, up to nine, each a heading with a sentence.

In: the items in order. Out: rows, or a grid of two or three columns; continued where they must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Grid, Panel, Row, Styled, TextBlock
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text

PURPOSE: Final[Purpose] = "explanation"
SQUARE = 36.0
"""Points of the square that an icon stands on."""

EXAMPLE = """\
id: example.considerations
kind: considerations
title: To forhold skal være afklaret før en aftale
items:
  - heading: Nærhed og tilstedeværelse tæller
  - heading: Klare mål og opfølgning
    body: Aftal, hvad der måles, og hvornår der følges op.
"""


@dataclass(frozen=True)
class Item:
    heading: Text = described("The consideration in one line.")
    body: Text | None = described("Why, or how, in a sentence or two.", default=None)
    icon: Icon | None = described("An icon in place of the number.", default=None)


@dataclass(frozen=True)
class Fields:
    items: tuple[Item, ...] = described("The considerations in order.", minimum=2, maximum=9)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    cells = tuple(_cell(item, number) for number, item in enumerate(fields.items, 1))
    grid = Grid(cells, columns=2, fill=True, splits=True, down=True)
    three = Grid(cells, columns=3, gap=2 * GUTTER, fill=True, splits=True)
    wide = Column(cells, gap=0, justify="grow", splits=True)
    named: dict[str, Block] = {"rows": wide, "two columns": grid, "three columns": three}
    order = tuple(named) if len(cells) <= 4 else ("two columns", "three columns", "rows")
    return tuple(Arrangement("Diagram", canvas=named[name], name=name) for name in order)


def _cell(item: Item, number: int) -> Block:
    says = [Styled(item.heading, "body", bold=True)]
    if item.body:
        says.append(Styled(item.body, "body", space=3))
    mark, width = _mark(item, number)
    return Panel(Row((mark, TextBlock(tuple(says))), fixed=(width, 0), gap=8), rule="top", padding=8)


def _mark(item: Item, number: int) -> tuple[Block, float]:
    """The icon or the number that stands before an item, and its width."""
    if item.icon:
        return icon_block(item.icon, SQUARE, "background", "primary"), SQUARE
    return TextBlock((Styled(text(str(number), f"items/{number}/number"), "statement", "accent"),)), 30
