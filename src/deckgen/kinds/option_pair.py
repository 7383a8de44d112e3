"""Two options on one page, each as a half of it: its number, its name and what is to be known.

In: the two with their points, each maybe with an icon. Out: one over the other, each a strong panel beside rows of
points; side by side where they have many, and on a narrow page all under each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import BADGE, INSET, at_left, badge
from deckgen.model.icon import Icon, icon_block
from deckgen.model.joined import BROAD, Joined, joined
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import IconItem
from deckgen.model.styled import Anchor, Styled
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "recommendation"
ARRANGEMENTS: Final = ("one over the other", "side by side", "all under each other")

EXAMPLE = """\
id: example.option-pair
kind: option_pair
title: To muligheder kræver mindre end de andre
badges: [4, 5]
options:
  - number: 4
    heading: Noget konkret sammen
    items:
      - text: Arrangementer, temadage, tilbud og projekter
        icon: calendar-days
      - text: Nordjylland bliver først med det
        icon: flag
  - number: 5
    heading: En ny klynge
    items:
      - text: Vær aktiv, når en ny klynge etableres
        icon: waypoints
      - text: Samarbejd tæt med aktørerne
        icon: handshake
"""

ICON: Final = 40.0
LARGE_BADGE: Final = 72.0
DRAWN: Final = 118.0
"""Points that a drawing is high at least."""
WIDTHS: Final = (4.0, 8.0)
"""How the panel and the points of an option share the width."""


@dataclass(frozen=True)
class Option:
    number: int = described("Its number, as the overview of the options has it.")
    heading: Text = described("Its name.")
    items: tuple[IconItem, ...] = described(
        "What is to be known of it: texts, or each `text` with an `icon`.", minimum=1, maximum=6
    )
    icon: Icon | None = described("A large icon at the right of its number.", default=None)
    joined: Joined | None = described(
        "In place of the icon, a small drawing of who or what comes together in what.", default=None
    )


@dataclass(frozen=True)
class Fields:
    options: tuple[Option, ...] = described("The two options.", minimum=2, maximum=2)


def check(fields: Fields) -> Iterator[Fault]:
    """One sign stands with the number of an option."""
    for option in fields.options:
        if option.icon and option.joined:
            yield Fault("`icon` and `joined` have the same place", option.icon.span, "leave one of them out")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    over = Grid(tuple(_wide(option) for option in fields.options), 1, gap=18, fill=True)
    drawn = any(option.joined for option in fields.options)
    high = tuple(_high(option, drawn) for option in fields.options)
    halves = Row(high, gap=20, levels=True)
    under = Column(high, gap=14, justify="grow", splits=True)
    beside = Arrangement("Diagram", canvas=Column((halves,), justify="grow"), name="side by side")
    if drawn:
        return beside, Arrangement("Diagram", canvas=under, name="all under each other", step=1)
    return (
        Arrangement("Diagram", canvas=over, name="one over the other"),
        replace(beside, step=1),
        Arrangement("Diagram", canvas=under, name="all under each other", step=1),
    )


def _wide(option: Option) -> Block:
    """The name under the badge on a strong panel at the left of the points."""
    sign: Block = at_left(_badge(option, LARGE_BADGE), LARGE_BADGE)
    if option.icon:
        drawn = icon_block(option.icon, LARGE_BADGE, "tint2", align="right")
        sign = Row((_badge(option, LARGE_BADGE), drawn), fixed=(LARGE_BADGE, 0), gap=0)
    head = Column((sign, _name(option, "top")), gap=14)
    return _card(option, Row((_strong(head), _points(option)), WIDTHS, gap=24))


def _high(option: Option, drawn: bool) -> Block:
    """The name on a strong panel over the points, which open to fill the card.

    Where one of the two is `drawn`, its drawing stands across the panel, under the name.
    """
    head: Block = Row((_badge(option, BADGE), _name(option, "middle")), fixed=(BADGE, 0))
    if drawn:
        look = joined(option.joined, DRAWN, BROAD) if option.joined else Space(DRAWN)
        head = Column((head, look), gap=12, justify="grow", grows=(1,))
    grows = (0, 1) if drawn else (1,)
    return _card(option, Column((_strong(head), _points(option)), gap=0, justify="grow", grows=grows))


def _card(option: Option, inside: Block) -> Block:
    return Group(Panel(inside, "panel"), f"option {option.number}", f"{option.number}. {option.heading.plain}")


def _strong(head: Block) -> Block:
    return Panel(head, "primary", padding=INSET)


def _badge(option: Option, size: float) -> Block:
    return badge(option.number, option.heading.path, "background", "primary", size)


def _name(option: Option, anchor: Anchor) -> TextBlock:
    return TextBlock((Styled(option.heading, "lead", "background", bold=True),), anchor=anchor)


def _points(option: Option) -> Block:
    signed = any(item.icon for item in option.items)
    points = tuple(_point(item, item is option.items[-1], signed) for item in option.items)
    return Panel(Column(points, gap=0, justify="grow"), padding=INSET)


def _point(item: IconItem, last: bool, signed: bool) -> Block:
    """A row; `signed`: it has a column for an icon, as others have one."""
    says: Block = TextBlock((Styled(item.text, "lead"),), anchor="middle")
    if signed:
        sign = icon_block(item.icon, ICON, anchor="middle") if item.icon else Space(0)
        says = Row((sign, says), fixed=(ICON, 0))
    return says if last else Panel(says, rule="bottom", padding=6)
