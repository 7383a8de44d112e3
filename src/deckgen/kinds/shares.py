"""Shares that are known only as "more than" or "just under": words, and a bar with an open end.

In: shares with their wording. Out: one row a share, continued where there are many;
nothing pretends to be exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, ShareBar, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

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


@dataclass(frozen=True)
class Share:
    share: Value = described("The share in per cent that the wording lies near.")
    direction: Literal["over", "under", "about"] = described("On which side of it the truth lies.")
    label: Text = described("Of whom, and what.")
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    shares: tuple[Share, ...] = described("The shares.", minimum=1, maximum=5)
    lead: Text | None = described("Who was asked.", default=None)


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
    if fields.lead:
        slots = (TextBlock((Styled(fields.lead, "body", "muted"),), slot="lead"),)
        return Arrangement("Diagram with Lead", slots, rows, name)
    return Arrangement("Diagram", canvas=rows, name=name)


def _row(share: Share, weights: tuple[float, ...]) -> Block:
    shown = Text(text(share.share.shown).paragraphs, share.share.path, share.share.span)
    color: Color = "accent" if share.emphasis else "primary"
    alt = f"{share.share.shown} {share.label.plain}"
    bar = ShareBar(float(share.share.amount or 0) / 100, share.direction, share.share.path, alt, share.emphasis)
    words = TextBlock((Styled(shown, "lead", color, bold=True),), anchor="middle")
    label = TextBlock((Styled(share.label, "body"),), anchor="middle")
    if len(weights) == 2:
        row = Row((Column((words, bar), gap=4, justify="middle"), label), weights=weights, gap=20)
    else:
        row = Row((words, Column((bar,), justify="middle"), label), weights=weights, gap=20)
    return Group(Panel(row, rule="bottom", padding=6), f"{share.share.path}/row", alt)
