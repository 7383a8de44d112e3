"""Shares that are known only as "more than" or "just under": large words, and a bar with an open end.

In: shares with their wording, what is claimed and of whom. Out: one row a share against one scale from nobody to all,
continued where there are many; nothing pretends to be exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.diagnostics import Fault
from deckgen.model.blocks import (
    Align,
    Area,
    Arrangement,
    Block,
    Column,
    Grid,
    Group,
    Linear,
    Paint,
    Plane,
    PlaneMark,
    Row,
    Segment,
    Space,
    Styled,
    TextBlock,
)
from deckgen.model.chart_type import Shows
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "finding"
SHOWS: Final[Shows] = "comparison"

EXAMPLE = """\
id: example.shares
kind: shares
title: Et flertal er tilfreds, og knap halvdelen har fundet en partner
subtitle: Andel af de nævnte. Stribet ende viser, at andelen er oplyst i ord
shares:
  - share: 75
    direction: over
    claim: er tilfredse med aktiviteterne
    base: procent af virksomhederne
    emphasis: true
  - share: 66
    direction: about
    claim: vil anbefale klyngen til andre
    base: procent af virksomhederne
  - share: 50
    direction: under
    claim: har fundet en ny partner
    base: procent af virksomheder i samarbejdsprojekter
"""

BAR, BAR_MOST = 16.0, 0.56
"""The least height of a row's bar in points, and how much of its row it takes at most."""
WIDE_BARS, SHORT_BARS = (2.5, 4.7, 3.8), (2.4, 6.0, 2.6)
"""Words, claims and bars of a row against each other."""
FEW = 2
"""So few shares have bars across the page."""
SHORT = 9
"""Words of so many characters stand on one line in large type."""
STRIPES = 3
STRIPE, PITCH = 0.014, 0.026
"""A stripe of an open end and the way from one to the next, as shares of the whole."""


@dataclass(frozen=True)
class Share:
    share: Value = described("The share in per cent that the wording lies near.")
    direction: Literal["over", "under", "about"] = described("On which side of it the truth lies.")
    claim: Text = described("What they do, have or think.")
    base: Text | None = described("Of whom.", default=None)
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    shares: tuple[Share, ...] = described("The shares.", minimum=1, maximum=6)


def check(fields: Fields) -> Iterator[Fault]:
    """A share is a part of the whole."""
    for share in fields.shares:
        if share.share.amount is not None and not 0 <= share.share.amount <= 100:
            message = f"{share.share.amount} per cent is no share: it is from 0 to 100"
            yield Fault(message, share.share.span, "write the share in per cent, as in 75")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    if len(fields.shares) <= FEW:
        return (_under(fields, context),)
    return (
        _across(fields, context, WIDE_BARS, ""),
        _across(fields, context, SHORT_BARS, "short bars"),
        _across(fields, context, SHORT_BARS, "rows of their own heights", step=2),
        _under(fields, context),
    )


def _across(fields: Fields, context: Context, weights: tuple[float, ...], name: str, step: int = 0) -> Arrangement:
    """`weights` of words, claims and bars. From a `step` on, rows are as high as each needs."""
    short = max(len(share.share.shown) for share in fields.shares) <= SHORT
    words = tuple(_words(share, "number" if short else "card") for share in fields.shares)
    hugs: tuple[tuple[Block, ...], ...] = (words, (), ()) if short else ()

    def row(cells: tuple[Block, Block, Block]) -> Row:
        return Row(cells, weights=weights, hugs=hugs, gap=20)

    rows = tuple(
        Group(row((said, _says(share), _bar(share, len(words)))), share.share.path, _alt(share))
        for said, share in zip(words, fields.shares, strict=True)
    )
    grown, even = Column(rows, gap=0, justify="grow", splits=True), Grid(rows, 1, gap=0, fill=True, splits=True)
    body = grown if step else even
    canvas = Column((row((Space(0), Space(0), _scale(context))), body), gap=2, justify="grow", grows=(1,))
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _under(fields: Fields, context: Context) -> Arrangement:
    """Each bar across the page, under what it says."""
    rows = tuple(
        Group(
            Column(
                (_head(share, len(fields.shares) <= FEW), _bar(share, len(fields.shares))),
                gap=4,
                justify="grow",
                grows=(1,),
            ),
            share.share.path,
            _alt(share),
        )
        for share in fields.shares
    )
    body = Column(rows, gap=10, justify="grow", splits=True)
    canvas = Column((body, _scale(context)), gap=4, justify="grow", grows=(0,))
    return Arrangement("Diagram", canvas=canvas, name="bars across the page")


def _head(share: Share, large: bool) -> Block:
    if large:
        return Column((_words(share, "statement"), _says(share, "lead")), gap=2)
    words = _words(share, "card")
    return Row((words, _says(share)), hugs=((words,), ()), gap=20)


def _color(share: Share) -> Color:
    return "accent" if share.emphasis else "primary"


def _words(share: Share, role: Role) -> TextBlock:
    return TextBlock((Styled(share.share.said, role, _color(share), bold=True),), anchor="middle")


def _says(share: Share, role: Role = "body") -> TextBlock:
    parts = [Styled(share.claim, role, bold=True)]
    if share.base:
        parts.append(Styled(share.base, "label", "muted"))
    return TextBlock(tuple(parts), anchor="middle")


def _scale(context: Context) -> Block:
    """What the ends and the middle of the scale mean; both ends are as wide as the wider, so that half is half."""
    none, half, whole = _end("0", "left"), _end(context.labels.half, "center"), _end(context.labels.all, "right")
    return Row((none, half, whole), hugs=((none, whole), (), (none, whole)), gap=0)


def _end(said: str, align: Align) -> TextBlock:
    return TextBlock((Styled(text(said, f"scale/{said}"), "label", "muted", align=align),), anchor="bottom")


def _bar(share: Share, count: int) -> Block:
    """A bar that is solid up to what is sure and then striped towards where the truth lies, on the scale's lines."""
    near, paint = float(share.share.amount or 0) / 100, Paint(_color(share))
    beyond = STRIPES * PITCH
    starts = {"over": near, "under": near - beyond, "about": near - beyond / 2}
    sure = min(max(starts[share.direction], 0.0), 1.0)
    thick = min(BAR_MOST, 0.16 + 0.1 * count)
    high = ((1 - thick) / 2, (1 + thick) / 2)
    marks: list[PlaneMark] = [
        Segment("none", Paint(line="rule"), (0, 0), (0, 1)),
        Segment("all", Paint(line="rule"), (1, 1), (0, 1)),
        Segment("half", Paint(line="muted", dashed=True), (0.5, 0.5), (0, 1)),
    ]
    if sure:
        marks.append(Area("sure", paint, (0, sure), high))
    for stripe in range(STRIPES):
        start = sure + PITCH * stripe + PITCH - STRIPE
        if start + STRIPE <= 1:
            marks.append(Area("open end", paint, (start, start + STRIPE), high))
    return Plane(Linear(0, 1), Linear(0, 1), tuple(marks), height=BAR / thick)


def _alt(share: Share) -> str:
    base = f" {share.base.plain}" if share.base else ""
    return f"{share.share.shown}{base}: {share.claim.plain}"
