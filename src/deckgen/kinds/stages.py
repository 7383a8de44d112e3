"""Stages of a development as a staircase: each step stands higher and is darker than the one before.

In: two to five stages, maybe with icons. Out: one grouped diagram of rising steps; or rows, continued where they
must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.sequence import ink, sequence
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("high steps", "steps", "lower steps", "low steps", "one row a stage")

EXAMPLE = """\
id: example.stages
kind: stages
title: Klynger modnes i tre trin
subtitle: En forenklet skitse
stages:
  - heading: Spirende
    icon: sprout
    items:
      - Få ansatte
      - Små projektporteføljer
  - heading: Nye
    icon: shrub
    items:
      - Medarbejderne specialiseres
      - Voksende portefølje
  - heading: Modne
    icon: tree-deciduous
    items:
      - Specialiserede ansatte
      - Stor portefølje sammen med økosystemet
    emphasis: true
"""

SEAM: Final = 4.0
"""White between a step and the next, in points."""
EDGE: Final = 6.0
"""Height of the edge of a step, which is the accent's on the stage to see."""
ROW_GROWS: Final = 40.0
ICON: Final = 56.0
GROWS: Final = 0.8
"""By what part of what a step stands higher its icon is larger."""


@dataclass(frozen=True)
class Stage:
    heading: Text = described("What the stage is called.")
    items: tuple[Text, ...] = described("What marks it.", minimum=1, maximum=5)
    icon: Icon | None = described("An icon at the right of its number.", default=None)
    emphasis: bool = described("True on the stage to see.", default=False)


@dataclass(frozen=True)
class Fields:
    stages: tuple[Stage, ...] = described("The stages, lowest first.", minimum=2, maximum=5)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    rises = {"high steps": 62.0, "steps": 47.0, "lower steps": 36.0, "low steps": 18.0}
    fills = sequence(len(fields.stages))
    rows = tuple(
        _row(stage, fill, number) for number, (stage, fill) in enumerate(zip(fields.stages, fills, strict=True))
    )
    down = Column(rows, gap=SEAM, justify="grow", grows_most=ROW_GROWS, splits=True)
    return (
        *(_arrangement(fields, _staircase(fields.stages, rise), name) for name, rise in rises.items()),
        _arrangement(fields, down, "one row a stage"),
    )


def _arrangement(fields: Fields, stages: Block, name: str) -> Arrangement:
    alt = " → ".join(stage.heading.plain for stage in fields.stages)
    canvas = Column((Group(stages, "stages", alt),), justify="grow")
    return Arrangement("Diagram", canvas=canvas, name=name)


def _staircase(stages: tuple[Stage, ...], rise: float) -> Block:
    top, fills = len(stages) - 1, sequence(len(stages))
    steps = (
        _step(stage, fill, number, (top - number) * rise, ICON + GROWS * number * rise)
        for number, (stage, fill) in enumerate(zip(stages, fills, strict=True))
    )
    return Row(tuple(steps), gap=SEAM, splits=True)


def _step(stage: Stage, fill: Color, number: int, lower: float, icon: float) -> Block:
    """Its words stand at its foot, in line with those of the others; its icon grows by what it stands higher."""
    said, heading = _head(stage, fill, number)
    over: Block = TextBlock((said,))
    if stage.icon:
        sign = icon_block(stage.icon, icon, ink(fill), align="right")
        over = Row((over, sign), fixed=(0, icon), gap=0)
    says = Column((TextBlock((replace(heading, space=0),)), TextBlock(_items(stage, fill))), gap=8)
    body = Column((over, says), gap=6, justify="grow", grows=(0,))
    inside = body if stage.emphasis else Column((Space(EDGE), body), gap=0, justify="grow", grows=(1,))
    step = Panel(inside, fill=fill, padding=INSET, name="step")
    edge = (Panel(Space(EDGE), fill="accent", name="edge"),) if stage.emphasis else ()
    parts = (Space(lower), *edge, step)
    return Column(parts, gap=0, justify="grow", grows=(len(parts) - 1,))


def _row(stage: Stage, fill: Color, number: int) -> Block:
    """A stage as a row, for words that are too long to stand side by side."""
    head = Panel(TextBlock(_head(stage, fill, number), anchor="middle"), fill=fill, padding=SMALL_INSET, name="step")
    items = TextBlock(_items(stage, "panel"), anchor="middle")
    rule: Color = "accent" if stage.emphasis else "rule"
    return Row(
        (head, Panel(items, fill="panel", rule="left", rule_color=rule, padding=SMALL_INSET)), weights=(3, 9), gap=0
    )


def _head(stage: Stage, fill: Color, number: int) -> tuple[Styled, Styled]:
    ordinal = text(str(number + 1), f"stages/{number + 1}/number")
    return (
        Styled(ordinal, "statement", ink(fill), bold=True),
        Styled(stage.heading, "lead", ink(fill), bold=True, space=2),
    )


def _items(stage: Stage, fill: Color) -> tuple[Styled, ...]:
    return tuple(Styled(item, "body", ink(fill), marker="bullet") for item in stage.items)
