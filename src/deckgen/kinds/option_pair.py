"""Two options on one page, each as a half of it: its number, its name and what is to be known.

In: the two with their points. Out: two panels side by side, or one over the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Styled, TextBlock
from deckgen.model.card_parts import BADGE, INSET, badge
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "recommendation"

EXAMPLE = """\
id: example.option-pair
kind: option_pair
title: To muligheder kræver mindre end de andre
badges: [4, 5]
options:
  - number: 4
    heading: Noget konkret sammen
    items:
      - Arrangementer, temadage, tilbud og projekter
      - Nordjylland bliver først med det
  - number: 5
    heading: En ny klynge
    items:
      - Vær aktiv, når en ny klynge etableres
      - Samarbejd tæt med aktørerne
"""


@dataclass(frozen=True)
class Option:
    number: int = described("Its number, as the overview of the options has it.")
    heading: Text = described("Its name.")
    items: tuple[Text, ...] = described("What is to be known of it.", minimum=1, maximum=6)


@dataclass(frozen=True)
class Fields:
    options: tuple[Option, ...] = described("The two options.", minimum=2, maximum=2)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    halves = Row(tuple(_half(option) for option in fields.options), gap=20, levels=True)
    under = Column(tuple(_half(option) for option in fields.options), gap=14, justify="grow", splits=True)
    return (
        Arrangement("Diagram", canvas=Column((halves,), justify="grow")),
        Arrangement("Diagram", canvas=under, name="one under the other", step=1),
    )


def _half(option: Option) -> Block:
    """A strong head over the points of an option, which open to fill the panel."""
    sign = badge(option.number, option.heading.path, "background", "primary")
    name = TextBlock((Styled(option.heading, "number", "background", bold=True),), anchor="middle")
    head = Panel(Row((sign, name), fixed=(BADGE, 0)), "primary", padding=INSET)
    points = tuple(_point(item, item is option.items[-1]) for item in option.items)
    body = Panel(Column(points, gap=0, justify="grow"), "panel", padding=INSET)
    half = Column((head, body), gap=0, justify="grow", grows=(1,))
    return Group(half, f"option {option.number}", f"{option.number}. {option.heading.plain}")


def _point(item: Text, last: bool) -> Block:
    says = TextBlock((Styled(item, "lead"),), anchor="middle")
    return says if last else Panel(says, rule="bottom", padding=6)
