"""Stages of a development as a ladder: each step stands higher than the one before.

In: two to five stages. Out: one grouped diagram of rising steps.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

EXAMPLE = """\
id: example.stages
kind: stages
title: Klynger modnes i tre trin
lead: En forenklet skitse
stages:
  - heading: Spirende
    items:
      - Få ansatte
  - heading: Nye
    items:
      - Voksende portefølje
  - heading: Modne
    items:
      - Specialiserede ansatte
    emphasis: true
"""


@dataclass(frozen=True)
class Stage:
    heading: Text = described("What the stage is called.")
    items: tuple[Text, ...] = described("What marks it.", minimum=1, maximum=5)
    emphasis: bool = described("True on the stage to see.", default=False)


@dataclass(frozen=True)
class Fields:
    stages: tuple[Stage, ...] = described("The stages, lowest first.", minimum=2, maximum=5)
    lead: Text | None = described("How to read the ladder, such as 'a simplified sketch'.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return tuple(_arrangement(fields, rise) for rise in (52, 26, 0))


def _arrangement(fields: Fields, rise: float) -> Arrangement:
    top = len(fields.stages) - 1
    steps = tuple(_step(stage, number, (top - number) * rise) for number, stage in enumerate(fields.stages))
    alt = " → ".join(stage.heading.plain for stage in fields.stages)
    ladder = Column((Group(Row(steps), "stages", alt),), justify="grow")
    if fields.lead:
        slots = (TextBlock((Styled(fields.lead, "body", "muted"),), slot="lead"),)
        return Arrangement("Diagram with Lead", slots, ladder)
    return Arrangement("Diagram", canvas=ladder)


def _step(stage: Stage, number: int, lower: float) -> Block:
    color: Color = "accent" if stage.emphasis else "primary"
    head = (
        Styled(text(str(number + 1), f"stages/{number + 1}/number"), "statement", color),
        Styled(stage.heading, "lead", bold=True, space=2),
    )
    items = tuple(Styled(item, "body", marker="bullet") for item in stage.items)
    body = Column((TextBlock(head), TextBlock(items)), gap=10)
    step = Panel(body, fill="panel", rule="top", rule_color=color, padding=14)
    return Column((Space(lower), step), gap=0, justify="grow", grows=(1,))
