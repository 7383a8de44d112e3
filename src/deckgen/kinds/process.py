"""Steps in order: what, who, when. For next steps and for the course of an assignment.

In: two to six steps. Out: one grouped diagram of arrows with what belongs to each below, or
beside it; continued between steps where it must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import (
    GUTTER,
    Arrangement,
    Block,
    Column,
    Geometry,
    Group,
    Panel,
    Row,
    Space,
    Styled,
    TextBlock,
)
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.process
kind: process
title: Forløbet har to trin
steps:
  - what: Undersøgelse
    body: Spørgeskema og interview
  - what: Dialog
    who: Direktionen
    when: Efter sommer
    emphasis: true
"""


BESIDE = (5.0, 2.0, 2.0)
"""How what a step means, who does it and when share a row, against each other."""


@dataclass(frozen=True)
class Step:
    what: Text = described("What is done, in a few words.")
    body: Text | None = described("What it means, in a sentence or two.", default=None)
    who: Text | None = described("Who does it.", default=None)
    when: Text | None = described("When, where it is known.", default=None)
    emphasis: bool = described("True on the step where we are.", default=False)


@dataclass(frozen=True)
class Fields:
    steps: tuple[Step, ...] = described("The steps in order.", minimum=2, maximum=6)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return (
        _arrangement(fields, _across(fields, context)),
        _arrangement(fields, _down(fields, context), "one row a step", 2),
        _arrangement(fields, _under(fields, context), "one under the other", 2),
    )


def _across(fields: Fields, context: Context) -> Block:
    heads = Row(tuple(_head(step, "homePlate", 10) for step in fields.steps), gap=GUTTER / 2, splits=True)
    says = Row(tuple(_says(step, context) for step in fields.steps), gap=GUTTER / 2, splits=True)
    return Column((heads, says), gap=6)


def _down(fields: Fields, context: Context) -> Block:
    """One row a step, for words that are too long to stand side by side; who and when in columns of their own."""
    told = any(step.who or step.when for step in fields.steps)
    rows = tuple(_row(_head(step, "rect", 6), _beside(step, told)) for step in fields.steps)
    steps = Column(rows, gap=4, splits=True)
    if not told:
        return steps
    names = (context.labels.responsible, context.labels.when)
    labels = (TextBlock((Styled(text(name, f"steps/{name}"), "label", "muted"),), anchor="bottom") for name in names)
    return Column((_row(Space(0), Panel(Row((Space(0), *labels), weights=BESIDE), padding=6)), steps), gap=0)


def _under(fields: Fields, context: Context) -> Block:
    """One under the other at full width, for a page on which words are too long for a column of their own."""
    return Column(tuple(_strip(step, context) for step in fields.steps), gap=6, splits=True)


def _strip(step: Step, context: Context) -> Block:
    color: Color = "accent" if step.emphasis else "primary"
    body = (Styled(step.body, "point", space=2),) if step.body else ()
    says = TextBlock((Styled(step.what, "point", color, bold=True), *body))
    facts = tuple(TextBlock(_fact(*one, 0)) for one in _known(step, context))
    blocks = (says, Row(facts)) if facts else (says,)
    return Panel(Column(blocks, gap=6), fill="panel", rule="left", rule_color=color, padding=8)


def _row(head: Block, says: Block) -> Block:
    return Row((head, says), weights=(3, 9), gap=GUTTER / 2)


def _beside(step: Step, told: bool) -> Block:
    body = TextBlock((Styled(step.body, "point"),) if step.body else (), anchor="middle")
    facts = tuple(
        TextBlock((Styled(said, "point", bold=True),) if said else (), anchor="middle")
        for said in (step.who, step.when)
    )
    return Panel(Row((body, *facts), weights=BESIDE) if told else body, fill="panel", padding=6)


def _arrangement(fields: Fields, steps: Block, name: str = "", step: int = 0) -> Arrangement:
    alt = " → ".join(step.what.plain for step in fields.steps)
    canvas = Column((Group(steps, "steps", alt),), justify="upper")
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _head(step: Step, geometry: Geometry, padding: float) -> Block:
    says = TextBlock((Styled(step.what, "point", "background", bold=True),), anchor="middle")
    fill: Color = "accent" if step.emphasis else "primary"
    return Panel(says, fill=fill, geometry=geometry, padding=padding)


def _says(step: Step, context: Context) -> Block:
    says = TextBlock((Styled(step.body, "point"),) if step.body else ())
    parts = tuple(part for number, one in enumerate(_known(step, context)) for part in _fact(*one, number))
    facts = TextBlock(parts, anchor="bottom")
    blocks = tuple(block for block in (says, facts) if block.parts)
    return Panel(Column(blocks, gap=18, justify="grow", grows=(0,)), fill="panel", padding=10)


def _known(step: Step, context: Context) -> tuple[tuple[str, Text], ...]:
    labels = context.labels
    return tuple((label, said) for label, said in ((labels.responsible, step.who), (labels.when, step.when)) if said)


def _fact(label: str, said: Text, number: int) -> tuple[Styled, Styled]:
    name = Styled(text(label, f"{said.path}/label"), "label", "muted", space=10 if number else 0)
    return name, Styled(said, "point", bold=True)
