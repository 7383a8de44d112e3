"""Shares that are known only as "more than" or "just under": words, and a bar with an open end.

In: shares with their wording. Out: one row a share, continued where there are many;
nothing pretends to be exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.diagnostics import Fault
from deckgen.model.blocks import (
    Area,
    Arrangement,
    Block,
    Column,
    Group,
    Linear,
    Paint,
    Panel,
    Plane,
    Row,
    Styled,
    TextBlock,
)
from deckgen.model.chart_type import Shows
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "finding"
SHOWS: Final[Shows] = "comparison"

EXAMPLE = """\
id: example.shares
kind: shares
title: Et flertal er tilfreds
shares:
  - share: 75
    direction: over
    label: er tilfredse med aktiviteterne
    emphasis: true
"""

BAR = 20
"""Height of a bar in points."""

OPEN_END = 0.05
"""How much of the whole the open end of an inexact share covers."""


@dataclass(frozen=True)
class Share:
    share: Value = described("The share in per cent that the wording lies near.")
    direction: Literal["over", "under", "about"] = described("On which side of it the truth lies.")
    label: Text = described("Of whom, and what.")
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    shares: tuple[Share, ...] = described("The shares.", minimum=1, maximum=5)


def check(fields: Fields) -> Iterator[Fault]:
    """A share is a part of the whole."""
    for share in fields.shares:
        if share.share.amount is not None and not 0 <= share.share.amount <= 100:
            message = f"{share.share.amount} per cent is no share: it is from 0 to 100"
            yield Fault(message, share.share.span, "write the share in per cent, as in 75")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return (
        _arrangement(fields, (3, 4, 5), ""),
        _arrangement(fields, (5, 7), "bars under their words"),
        _arrangement(fields, (3, 2, 7), "short bars"),
    )


def _arrangement(fields: Fields, weights: tuple[float, ...], name: str) -> Arrangement:
    """Weights of words, bar and label; of two, the bar stands under the words."""
    rows = Column(tuple(_row(share, weights) for share in fields.shares), gap=0, justify="grow", splits=True)
    return Arrangement("Diagram", canvas=rows, name=name)


def _row(share: Share, weights: tuple[float, ...]) -> Block:
    shown = Text(text(share.share.shown).paragraphs, share.share.path, share.share.span)
    alt = f"{share.share.shown} {share.label.plain}"
    bar = Group(_bar(share), share.share.path, alt)
    words = TextBlock((Styled(shown, "lead", _color(share), bold=True),), anchor="middle")
    label = TextBlock((Styled(share.label, "body"),), anchor="middle")
    if len(weights) == 2:
        row = Row((Column((words, bar), gap=4, justify="middle"), label), weights=weights, gap=20)
    else:
        row = Row((words, Column((bar,), justify="middle"), label), weights=weights, gap=20)
    return Group(Panel(row, rule="bottom", padding=6), f"{share.share.path}/row", alt)


def _bar(share: Share) -> Block:
    """A bar that is solid up to what is sure and then open, in dashes, towards where the truth lies."""
    near, color = float(share.share.amount or 0) / 100, _color(share)
    sure = near if share.direction == "over" else near - OPEN_END
    beyond = near if share.direction == "under" else near + OPEN_END
    sure, beyond = (min(max(end, 0.0), 1.0) for end in (sure, beyond))
    marks = (
        Area("whole", Paint("panel")),
        Area("sure", Paint(color), x=(0, sure)),
        Area("open", Paint(line=color, dashed=True), x=(sure, beyond)),
    )
    return Plane(Linear(0, 1), Linear(0, 1), marks, height=BAR)


def _color(share: Share) -> Color:
    return "accent" if share.emphasis else "primary"
