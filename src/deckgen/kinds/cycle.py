"""What goes round: the last step leads to the first again.

In: three to six steps. Out: one grouped diagram of a ring of numbers that arrows lead round, with a row for each step
beside it; or rows alone, continued where they must.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import badge
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("a large ring", "a small ring", "rows alone")

EXAMPLE = """\
id: example.cycle
kind: cycle
title: Samarbejdet efterprøves og justeres hvert år
center: Ét år
steps:
  - heading: Aftal mål
    body: Kommuner og klynger i fællesskab
  - heading: Sæt i gang
    body: Projekter med nordjyske virksomheder
  - heading: Mål
    body: Deltagere, projekter og udbytte
  - heading: Justér
    body: Behold det, der virker
    emphasis: true
"""

DISC: Final = 0.3
"""Radius of a disc, where the ring's own is 1."""
APART: Final = 0.07
"""Between a disc and an arrow."""
REACH: Final = 1.32
LEAST: Final = 210.0
BADGE: Final = 30.0
ROW_GROWS: Final = 40.0


@dataclass(frozen=True)
class Step:
    heading: Text = described("What is done.")
    body: Text | None = described("What it means, in one sentence.", default=None)
    emphasis: bool = described("True on the step to see.", default=False)


@dataclass(frozen=True)
class Fields:
    steps: tuple[Step, ...] = described("The steps in order; after the last comes the first.", minimum=3, maximum=6)
    center: Text | None = described("What goes round, in a word or two, in the middle of the ring.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    said = tuple(_row(step, number) for number, step in enumerate(fields.steps, 1))
    rows = Column(said, gap=0, justify="grow")
    ring = Plane(Linear(-REACH, REACH), Linear(-REACH, REACH), tuple(_ring(fields)), height=LEAST, contained="center")
    center = (TextBlock((Styled(fields.center, "lead", "primary", bold=True),)),) if fields.center else ()
    down = Column(said, gap=0, justify="grow", grows_most=ROW_GROWS, splits=True)
    alone = Column((*center, down), gap=8, justify="grow", grows=(len(center),))
    return (
        _arrangement(fields, Row((ring, rows), weights=(5, 6), gap=36), "a large ring"),
        _arrangement(fields, Row((ring, rows), weights=(4, 7), gap=16), "a small ring"),
        _arrangement(fields, alone, "rows alone", 2),
    )


def _arrangement(fields: Fields, drawing: Block, name: str, step: int = 0) -> Arrangement:
    headings = [step.heading.plain for step in fields.steps]
    alt = " → ".join((*headings, headings[0]))
    if fields.center:
        alt = f"{fields.center.plain}: {alt}"
    canvas = Column((Group(drawing, "cycle", alt),), justify="grow")
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _ring(fields: Fields) -> Iterator[PlaneMark]:
    """Discs at equal angles from the top on, clockwise, and an arrow from each to the next."""
    count = len(fields.steps)
    places = [_place(number, count) for number in range(count)]
    for number, step in enumerate(fields.steps):
        yield _arrow(places[number], places[(number + 1) % count])
        yield _disc(step, number + 1, places[number])
    if fields.center:
        middle = Label((Styled(fields.center, "lead", "primary", bold=True, align="center"),), gap=0)
        yield Area("center", Paint(), x=(-0.5, 0.5), y=(-0.3, 0.3), label=middle)


def _place(number: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * number / count - math.pi / 2
    return math.cos(angle), math.sin(angle)


def _arrow(one: tuple[float, float], other: tuple[float, float]) -> PlaneMark:
    """Between the edges of two discs."""
    across, down = other[0] - one[0], other[1] - one[1]
    part = (DISC + APART) / math.hypot(across, down)
    x = (one[0] + across * part, other[0] - across * part)
    y = (one[1] + down * part, other[1] - down * part)
    return Segment("arrow", Paint(line="tint3", width=3), x=x, y=y, arrow=True)


def _disc(step: Step, number: int, place: tuple[float, float]) -> PlaneMark:
    (x, y), fill = place, _color(step)
    ordinal = text(str(number), f"steps/{number}/number")
    label = Label((Styled(ordinal, "number", "background", bold=True, align="center"),), gap=0)
    sides = ((x - DISC, x + DISC), (y - DISC, y + DISC))
    return Area("disc", Paint(fill), x=sides[0], y=sides[1], geometry="ellipse", label=label)


def _color(step: Step) -> Color:
    return "accent" if step.emphasis else "primary"


def _row(step: Step, number: int) -> Block:
    body = (Styled(step.body, "body", "muted", space=2),) if step.body else ()
    says = TextBlock((Styled(step.heading, "lead", bold=True), *body), anchor="middle")
    sign = _badge(number, _color(step))
    return Panel(Row((sign, says), fixed=(BADGE, 0), gap=14), rule="bottom", padding=8)


def _badge(number: int, color: Color) -> Block:
    return badge(number, f"steps/{number}", color, size=BADGE)
