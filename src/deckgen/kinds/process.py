"""Steps in order: what, who, when. For next steps and for the course of an assignment.

In: two to six steps. Out: one grouped diagram of arrows with what belongs to each below, or
beside it; continued between steps where it must.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Group, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

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
    lead: Text | None = described("What the steps lead to, in one sentence.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    across, down = _across(fields, context), _down(fields, context)
    return (_arrangement(fields, across), _arrangement(fields, down, "one row a step", 2))


def _across(fields: Fields, context: Context) -> Block:
    heads = Row(tuple(_head(step) for step in fields.steps), gap=GUTTER / 2, splits=True)
    says = Row(tuple(_says(step, context) for step in fields.steps), gap=GUTTER / 2, splits=True)
    return Column((heads, says), gap=6)


def _down(fields: Fields, context: Context) -> Block:
    """One row a step, for steps whose words are too long to stand side by side."""
    told = any(step.who or step.when for step in fields.steps)
    rows = tuple(
        Row((_head(step), _beside(step, context, told)), weights=(3, 9), gap=GUTTER / 2) for step in fields.steps
    )
    return Column(rows, gap=6, splits=True)


def _beside(step: Step, context: Context, told: bool) -> Block:
    """What a step means, and who and when at its right, in columns of their own in all rows where one is `told`."""
    body = TextBlock((Styled(step.body, "point"),) if step.body else ())
    facts = tuple(
        TextBlock(_fact(label, said, 0) if said else ())
        for label, said in ((context.labels.responsible, step.who), (context.labels.when, step.when))
    )
    return Panel(Row((body, *facts), weights=(5, 2, 2)) if told else body, fill="panel", padding=10)


def _arrangement(fields: Fields, steps: Block, name: str = "", step: int = 0) -> Arrangement:
    alt = " → ".join(step.what.plain for step in fields.steps)
    canvas = Column((Group(steps, "steps", alt),), justify="upper")
    if fields.lead:
        slots = (TextBlock((Styled(fields.lead, "lead"),), slot="lead"),)
        return Arrangement("Diagram with Lead", slots, canvas, name, step)
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _head(step: Step) -> Block:
    says = TextBlock((Styled(step.what, "point", "background", bold=True),), anchor="middle")
    fill: Color = "accent" if step.emphasis else "primary"
    return Panel(says, fill=fill, geometry="homePlate", padding=10)


def _says(step: Step, context: Context) -> Block:
    labels = context.labels
    known = tuple((label, said) for label, said in ((labels.responsible, step.who), (labels.when, step.when)) if said)
    says = TextBlock((Styled(step.body, "point"),) if step.body else ())
    parts = tuple(part for number, one in enumerate(known) for part in _fact(*one, number))
    facts = TextBlock(parts, anchor="bottom")
    blocks = tuple(block for block in (says, facts) if block.parts)
    return Panel(Column(blocks, gap=18, justify="grow", grows=(0,)), fill="panel", padding=10)


def _fact(label: str, said: Text, number: int) -> tuple[Styled, Styled]:
    name = Styled(text(label, f"{said.path}/label"), "label", "muted", space=10 if number else 0)
    return name, Styled(said, "point", bold=True)
