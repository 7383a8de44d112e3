"""Shares that are known only as "more than" or "just under": large words, and a bar with an open end.

In: shares with their wording, what is claimed and of whom. Out: one row a share against one scale from nobody to all,
continued where there are many; nothing pretends to be exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Layered, Panel, Row, Space, TextBlock
from deckgen.model.chart_type import Shows
from deckgen.model.fractions import in_figures
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Linear, Plane, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Align, Styled
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("long bars", "short bars", "shorter bars", "rows of their own heights", "bars across the page")
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
so-what: Tilfredsheden er på plads, partnerskaberne er næste skridt
"""

BAR: Final = 38.0
"""Points that every bar is thick, whatever stands beside it."""
FEW = 2
"""So few shares have bars across the page."""
STRIPES = 3
STRIPE, PITCH = 0.014, 0.026
"""A stripe of an open end and the way from one to the next, as shares of the whole."""
_WHOLE: Final = Linear(0, 1)
SIDES: Final = {"over": 1, "about": 0, "under": -1}


@dataclass(frozen=True)
class Share:
    share: Value = described("The share in per cent that the wording lies near.")
    direction: Literal["over", "under", "about"] = described("On which side of it the truth lies.")
    claim: Text = described("What they do, have or think.")
    base: Text | None = described("Of whom.", default=None)
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    shares: tuple[Share, ...] = described("The shares; the largest is set first.", minimum=1, maximum=6)
    ordered: bool = described("True where they keep the order in which they are written.", default=False)


@dataclass(frozen=True)
class Form:
    """How rows are set: words, claims and bars against each other, where words are as wide as the widest of them.

    `around` is in points over and under what a row says, as the lines of the scale run through all rows; rows that
    are `even` stand at equal distances.
    """

    name: str
    weights: tuple[float, ...]
    around: float = 1.0
    step: int = 0
    even: bool = True


FORMS: Final = (
    Form("long bars", (1.0, 5.5, 4.5)),
    Form("short bars", (1.0, 6.0, 4.2), step=1),
    Form("shorter bars", (1.0, 6.6, 3.8), around=0.5, step=2),
    Form("rows of their own heights", (1.0, 6.6, 3.8), step=2, even=False),
)


def check(fields: Fields) -> Iterator[Fault]:
    """A share is a part of the whole."""
    for share in fields.shares:
        if share.share.amount is not None and not 0 <= share.share.amount <= 100:
            message = f"{share.share.amount} per cent is no share: it is from 0 to 100"
            yield Fault(message, share.share.span, "write the share in per cent, as in 75")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    shares = fields.shares if fields.ordered else tuple(sorted(fields.shares, key=_size, reverse=True))
    if len(shares) <= FEW:
        return (_under(shares, context),)
    inside = [share.share.said for share in shares]
    short = [in_figures(said, context.labels.fractions) for said in inside]
    ways = {"": inside, ", fractions in figures": short} if short != inside else {"": inside}
    across = (_across(shares, said, context, form, more) for more, said in ways.items() for form in FORMS)
    return *across, _under(shares, context)


def _size(share: Share) -> tuple[float, int]:
    return float(share.share.amount or 0), SIDES[share.direction]


def _across(shares: tuple[Share, ...], said: Sequence[Text], context: Context, form: Form, more: str) -> Arrangement:
    """What is said of each share beside its bar; `more` tells apart how it is said."""
    words = tuple(_words(share, "number", one) for share, one in zip(shares, said, strict=True))
    hugs: tuple[tuple[Block, ...], ...] = (words, (), ())

    def row(cells: tuple[Block, Block, Block]) -> Row:
        return Row(cells, weights=form.weights, hugs=hugs, gap=20)

    rows = tuple(
        Group(row((word, Panel(_says(share), padding=form.around), _bar(share))), share.share.path, _alt(share))
        for word, share in zip(words, shares, strict=True)
    )
    grown = Column(rows, gap=0, justify="grow", splits=True)
    body = Grid(rows, 1, gap=0, fill=True, splits=True) if form.even else grown
    canvas = Column((row((Space(0), Space(0), _scale(context))), body), gap=2, justify="grow", grows=(1,))
    return Arrangement("Diagram", canvas=canvas, name=f"{form.name}{more}", step=form.step)


def _under(shares: tuple[Share, ...], context: Context) -> Arrangement:
    """Each bar across the page, under what it says."""
    rows = tuple(
        Group(
            Column(
                (_head(share, context, len(shares) <= FEW), _bar(share)),
                gap=4,
                justify="grow",
                grows=(1,),
            ),
            share.share.path,
            _alt(share),
        )
        for share in shares
    )
    body = Column(rows, gap=10, justify="grow", splits=True)
    canvas = Column((body, _scale(context)), gap=4, justify="grow", grows=(0,))
    return Arrangement("Diagram", canvas=canvas, name="bars across the page")


def _head(share: Share, context: Context, large: bool) -> Block:
    if large:
        return Column((_words(share, "statement"), _says(share, "lead")), gap=2)
    words = _words(share, "number")
    return Row((words, _says(share)), hugs=((words,), ()), gap=20)


def _color(share: Share) -> Color:
    return "accent" if share.emphasis else "mark"


def _words(share: Share, role: Role, said: Text | None = None) -> TextBlock:
    return TextBlock((Styled(said or share.share.said, role, _color(share), bold=True),), anchor="middle")


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


def _bar(share: Share) -> Block:
    """A bar that is solid up to what is sure and then striped towards where the truth lies, on the scale's lines."""
    near, paint = float(share.share.amount or 0) / 100, Paint(_color(share))
    beyond = STRIPES * PITCH
    sure = min(max(near - beyond * (1 - SIDES[share.direction]) / 2, 0.0), 1.0)
    marks = [Area("sure", paint, (0, sure))] if sure else []
    for stripe in range(STRIPES):
        start = sure + PITCH * stripe + PITCH - STRIPE
        if start + STRIPE <= 1:
            marks.append(Area("open end", paint, (start, start + STRIPE)))
    lines = (
        Segment("none", Paint(line="rule"), (0, 0), (0, 1)),
        Segment("all", Paint(line="rule"), (1, 1), (0, 1)),
        Segment("half", Paint(line="muted", dashed=True), (0.5, 0.5), (0, 1)),
    )
    scale = Plane(_WHOLE, _WHOLE, lines, height=BAR)
    return Layered((scale, Column((Plane(_WHOLE, _WHOLE, tuple(marks), height=BAR),), justify="middle")))


def _alt(share: Share) -> str:
    base = f" {share.base.plain}" if share.base else ""
    return f"{share.share.shown}{base}: {share.claim.plain}"
