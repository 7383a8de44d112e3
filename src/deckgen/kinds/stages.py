"""Stages of a development as a ladder: each step stands higher than the one before.

In: two to five stages. Out: one grouped diagram of rising steps; or rows, continued where they
must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.stages
kind: stages
title: Klynger modnes i tre trin
subtitle: En forenklet skitse
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


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    rises = {"": 52.0, "lower steps": 26.0, "columns": 0.0}
    rows = tuple(_row(stage, number) for number, stage in enumerate(fields.stages))
    return (
        *(_arrangement(fields, _ladder(fields.stages, rise), name) for name, rise in rises.items()),
        _arrangement(fields, Column(rows, gap=6, justify="grow", splits=True), "one row a stage"),
    )


def _arrangement(fields: Fields, stages: Block, name: str) -> Arrangement:
    alt = " → ".join(stage.heading.plain for stage in fields.stages)
    canvas = Column((Group(stages, "stages", alt),), justify="grow")
    return Arrangement("Diagram", canvas=canvas, name=name)


def _ladder(stages: tuple[Stage, ...], rise: float) -> Block:
    top = len(stages) - 1
    steps = (_step(stage, number, (top - number) * rise) for number, stage in enumerate(stages))
    return Row(tuple(steps), splits=True)


def _row(stage: Stage, number: int) -> Block:
    """A stage as a row, for words that are too long to stand side by side."""
    row = Row((TextBlock(_head(stage, number)), TextBlock(_items(stage), anchor="middle")), weights=(1, 3))
    return Panel(row, fill="panel", rule="left", rule_color=_color(stage), padding=10)


def _color(stage: Stage) -> Color:
    return "accent" if stage.emphasis else "primary"


def _head(stage: Stage, number: int) -> tuple[Styled, Styled]:
    ordinal = text(str(number + 1), f"stages/{number + 1}/number")
    return Styled(ordinal, "statement", _color(stage)), Styled(stage.heading, "lead", bold=True, space=2)


def _items(stage: Stage) -> tuple[Styled, ...]:
    return tuple(Styled(item, "body", marker="bullet") for item in stage.items)


def _step(stage: Stage, number: int, lower: float) -> Block:
    body = Column((TextBlock(_head(stage, number)), TextBlock(_items(stage))), gap=10)
    step = Panel(body, fill="panel", rule="top", rule_color=_color(stage), padding=14)
    return Column((Space(lower), step), gap=0, justify="grow", grows=(1,))
