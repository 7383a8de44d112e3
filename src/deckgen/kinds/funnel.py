"""What many come down to, step by step: fewer are left after each.

In: three to six steps, the first the largest, each maybe with how many are left. Out: one grouped diagram of a
funnel, as wide as the numbers where each step has one, with a row beside each step; or rows alone, continued where
they must.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.chart_type import Shows
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.sequence import sequence
from deckgen.model.slices import slices
from deckgen.model.styled import Styled
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("a wide funnel", "a narrow funnel", "rows alone")
SHOWS: Final[Shows] = "comparison"

EXAMPLE = """\
id: example.funnel
kind: funnel
title: Hver fjerde henvendelse ender i et projekt
subtitle: Antal virksomheder i et opdigtet forløb
steps:
  - count: 120
    heading: Henvender sig
  - count: 80
    heading: Får et møde
    body: Behov og muligheder drøftes
  - count: 50
    heading: Får en partner
  - count: 30
    heading: Går i gang
    body: Med en aftale om mål og tid
    emphasis: true
"""

SEAM: Final = 5.0
"""Between a step and the next, in points."""
NUMBERS: Final = 92.0
"""Width of the column of numbers."""
LAST: Final = 0.34
"""How wide a funnel without numbers is at its end."""
LEAST_WIDTH: Final = 0.04
ROW_GROWS: Final = 40.0


@dataclass(frozen=True)
class Step:
    heading: Text = described("What is done, or what is left.")
    count: Value | None = described("How many are left.", default=None)
    body: Text | None = described("More of it, in one sentence.", default=None)
    emphasis: bool = described("True on the step to see.", default=False)


@dataclass(frozen=True)
class Fields:
    steps: tuple[Step, ...] = described("The steps, the widest first.", minimum=3, maximum=6)


def check(fields: Fields) -> Iterator[Fault]:
    """All steps have a number or none, and none is larger than the one before."""
    counts = [step.count for step in fields.steps if step.count]
    if counts and len(counts) < len(fields.steps):
        step = next(step for step in fields.steps if not step.count)
        yield Fault("this step has no `count`, and others have", step.heading.span, "write all of them, or none")
        return
    for before, after in pairwise(counts):
        if before.amount is not None and after.amount is not None and after.amount > before.amount:
            yield Fault(f"{after.amount} are more than the {before.amount} before them", after.span)
    if counts and counts[0].amount is not None and counts[0].amount <= 0:
        yield Fault("nothing goes into the funnel", counts[0].span)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    fills = _fills(fields.steps)
    drawing = slices(_widths(fields.steps), fills, SEAM)
    rows = Grid(tuple(map(_row, fields.steps)), columns=1, gap=SEAM, fill=True)
    strips = tuple(_strip(step, fill) for step, fill in zip(fields.steps, fills, strict=True))
    down = Column(strips, gap=SEAM, justify="grow", grows_most=ROW_GROWS, splits=True)
    return (
        _arrangement(fields, Row((drawing, rows), weights=(5, 6), gap=10), "a wide funnel"),
        _arrangement(fields, Row((drawing, rows), weights=(3, 8), gap=10), "a narrow funnel"),
        _arrangement(fields, down, "rows alone", 2),
    )


def _widths(steps: tuple[Step, ...]) -> tuple[float, ...]:
    """How wide the funnel is at each cut: by the numbers, else evenly down to its end."""
    counts = [float(step.count.amount or 0) for step in steps if step.count]
    if len(counts) == len(steps) and counts[0] > 0:
        shares = [min(1.0, max(LEAST_WIDTH, count / counts[0])) for count in counts]
        return (*shares, shares[-1])
    return tuple(1 - (1 - LAST) * at / len(steps) for at in range(len(steps) + 1))


def _fills(steps: tuple[Step, ...]) -> tuple[Color, ...]:
    return tuple("accent" if step.emphasis else tint for step, tint in zip(steps, sequence(len(steps)), strict=True))


def _arrangement(fields: Fields, drawing: Block, name: str, step: int = 0) -> Arrangement:
    told = (f"{step.heading.plain} {step.count.shown if step.count else ''}".strip() for step in fields.steps)
    canvas = Column((Group(drawing, "steps", " → ".join(told)),), justify="grow")
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _row(step: Step) -> Block:
    return Panel(_said(step), rule="bottom", padding=6)


def _strip(step: Step, fill: Color) -> Block:
    """A step as a row, for a page that is too narrow for a funnel beside its words."""
    return Panel(_said(step), fill="panel", rule="left", rule_color=fill, padding=SMALL_INSET)


def _said(step: Step) -> Block:
    body = (Styled(step.body, "body", "muted", space=2),) if step.body else ()
    color: Color = "accent" if step.emphasis else "primary"
    says = TextBlock((Styled(step.heading, "lead", "foreground", bold=True), *body), anchor="middle")
    if not step.count:
        return says
    shown = text(step.count.shown, f"{step.count.path}", step.count.span)
    number = TextBlock((Styled(shown, "number", color, bold=True),), anchor="middle")
    return Row((number, says), fixed=(NUMBERS, 0), gap=12)
