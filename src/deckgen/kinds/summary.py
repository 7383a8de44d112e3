"""The whole story on one page: what was found, what follows, in a handful of lines.

In: points with a heading, maybe a number each. Out: rows that are read from the top, the strongest emphasised.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.styled import Styled
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "message"
ARRANGEMENTS: Final = ("texts beside their headings", "texts under their headings")

EXAMPLE = """\
id: example.summary
kind: summary
title: Havnene vil dele, og fire ting afgør, om det lykkes
points:
  - heading: Viljen er der
    text: De fleste havne vil dele kajplads, når de er fulde
    icon: handshake
  - heading: Dataene mangler
    text: Ingen kan se, hvem der har plads i morgen
    icon: database
    emphasis: true
  - heading: Vejen er kort
    text: En fælles plan kan stå klar på et halvt år
    icon: route
  - heading: Prisen er kendt
    text: Hver havn betaler sin del af driften
    icon: coins
"""

NUMBER, SIDE = 118.0, 44.0


@dataclass(frozen=True)
class Point:
    heading: Text = described("The point, in a few words.")
    text: Text = described("What carries it, in a line or two.")
    value: Value | None = described("The number that it rests on.", default=None)
    icon: Icon | None = described("An icon before it, where there is no number.", default=None)
    link: str = described("The id of the slide that tells more.", default="")
    emphasis: bool = described("True on the one to remember.", default=False)


@dataclass(frozen=True)
class Fields:
    points: tuple[Point, ...] = described("The points, in the order of the story.", minimum=2, maximum=6)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    wide = NUMBER if any(point.value for point in fields.points) else SIDE
    rows = Column(
        tuple(_row(point, number, wide) for number, point in enumerate(fields.points, 1)), gap=8, justify="grow"
    )
    under = Column(
        tuple(_stacked(point, number) for number, point in enumerate(fields.points, 1)),
        gap=8,
        justify="grow",
        splits=True,
    )
    return (
        Arrangement("Diagram", canvas=rows, name="texts beside their headings"),
        Arrangement("Diagram", canvas=under, name="texts under their headings", step=1),
    )


def _color(point: Point) -> Color:
    return "accent" if point.emphasis else "primary"


def _sign(point: Point, number: int) -> Block:
    """What stands first in a row: the number it rests on, its icon, or its place in the story."""
    if point.value:
        shown = Text(text(point.value.shown).paragraphs, point.value.path, point.value.span)
        return TextBlock((Styled(shown, "number", _color(point), bold=True),), anchor="middle")
    if point.icon:
        return icon_block(point.icon, SIDE, "background", _color(point), anchor="middle")
    counted = text(str(number), f"points/{number}/number")
    return TextBlock((Styled(counted, "number", _color(point), bold=True),), anchor="middle")


def _row(point: Point, number: int, wide: float) -> Block:
    heading = TextBlock((Styled(point.heading, "lead", _color(point), bold=True),), anchor="middle", link=point.link)
    says = TextBlock((Styled(point.text, "point"),), anchor="middle")
    row = Row((_sign(point, number), heading, says), weights=(1, 4, 7), fixed=(wide, 0, 0), gap=20)
    alt = f"{point.heading.plain}: {point.text.plain}"
    return Group(Panel(row, fill="panel", padding=SMALL_INSET), point.heading.path, alt)


def _stacked(point: Point, number: int) -> Block:
    heading = Styled(point.heading, "lead", _color(point), bold=True)
    says = TextBlock((heading, Styled(point.text, "point", space=2)), anchor="middle", link=point.link)
    row = Row((_sign(point, number), says), fixed=(SIDE if not point.value else NUMBER, 0), gap=16)
    return Panel(row, fill="panel", padding=SMALL_INSET)
