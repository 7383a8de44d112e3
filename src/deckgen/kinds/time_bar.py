"""Durations on an axis of time: what is certain as a solid bar, what is possible with a dashed end, and where we are.

In: one to four durations in one unit, and the moment of now. Out: one grouped diagram of a row a duration, its length
in large type at the left, over an axis; up to three cards under it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Group, Layered, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.chart_type import Shows
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Segment
from deckgen.model.sequence import ink
from deckgen.model.shapes import Paint
from deckgen.model.styled import Align, Styled
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("words in bars", "words over bars", "one under the other", "cards beside")
SHOWS: Final[Shows] = "comparison"

EXAMPLE = """\
id: example.time-bar
kind: time_bar
title: Det afgørende er ikke, om I samarbejder, men hvordan
unit: år
starts: "2020"
now:
  at: 2.9
  label: "Her er I: 2023"
bars:
  - headline: Knap 3 år
    label: er strukturen gammel
    name: Den nye klyngestruktur
    length: 2.9
    emphasis: true
  - headline: 4–5 år
    label: kan der gå
    name: Før et samarbejde er helt på vingerne
    length: 4
    at-most: 5
    possible: op til 5 år
cards:
  - heading: Jo mere I investerer i klyngesamarbejdet,
    icon: coins
    body: desto mere får I ud af det
  - heading: Jo mere konkret samarbejdet er,
    icon: target
    body: desto mere får alle, fx i innovationsprojekter
so-what: Giv det tid, og gør det konkret
"""

BAR: Final = 44.0
"""The least height of a bar, in points."""
AXIS: Final = 38.0
"""Room for the axis and its labels, under the bars."""
NOW: Final = 28.0
"""Room for what is said of now, over them."""
TICK: Final = 6.0
MOST_TICKS: Final = 12
BAR_GROWS: Final = 48.0
SQUARE: Final = 42.0
"""Points of the square that the icon of a card stands on."""
SHORT: Final = 0.3
"""A bar that is shorter than this part of the axis has its words at its right, where nothing else is."""
SHARES: Final = (3.2, 9.3)
"""How headline and bar share a row."""


@dataclass(frozen=True)
class Now:
    at: Value = described("Where we are, in the unit of the bars.")
    label: Text = described("How that is said: 'We are here'.")


@dataclass(frozen=True)
class Bar:
    headline: Text = described("The duration as it is said: '4–5 years'.")
    label: Text = described("What takes that long.")
    length: Value = described("How long it takes for certain.")
    at_most: Value | None = described("How long it may take, where that is more.", default=None)
    name: Text | None = described("What stands on the bar.", default=None)
    possible: Text | None = described("What stands on the dashed end: 'up to 5 years'.", default=None)
    emphasis: bool = described("True on the bar to see.", default=False)


@dataclass(frozen=True)
class Card:
    heading: Text = described("What follows.")
    body: Text | None = described("More of it, in a sentence.", default=None)
    icon: Icon | None = described("An icon before it.", default=None)


@dataclass(frozen=True)
class Fields:
    unit: str = described("What the axis counts, behind its numbers: years, months.")
    bars: tuple[Bar, ...] = described("One to four durations.", minimum=1, maximum=4)
    starts: Text | None = described("What the axis begins with: a year.", default=None)
    now: Now | None = described("Where we are on the axis.", default=None)
    axis: bool = described("False where the bars alone say how long.", default=True)
    cards: tuple[Card, ...] = described("What follows, under the bars.", default=(), maximum=3)


def check(fields: Fields) -> Iterator[Fault]:
    """Durations are above zero, what is possible is longer than what is certain, and now is on the axis."""
    for bar in fields.bars:
        certain = bar.length.amount
        if certain is not None and certain <= 0:
            yield Fault(f"{certain} is no duration", bar.length.span, "write a number above zero")
        elif bar.at_most and certain is not None and (most := bar.at_most.amount) is not None and most <= certain:
            message = f"{most} is not more than the {certain} that are certain"
            yield Fault(message, bar.at_most.span, "leave `at-most` out where nothing is uncertain")
        if bar.possible and not bar.at_most:
            yield Fault("there is no dashed end for this to stand on", bar.possible.span, "write `at-most` too")
    if fields.starts and not fields.axis:
        yield Fault("there is no axis for this to begin", fields.starts.span, "leave `axis: false` out")
    if fields.now and (at := fields.now.at.amount) is not None and not 0 <= at <= _end(fields):
        yield Fault(f"{at} is not on the axis, which ends at {_end(fields):g}", fields.now.at.span)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return (
        _arrangement(fields, "words in bars", inside=True, across=True),
        _arrangement(fields, "words over bars", inside=False, across=True),
        _arrangement(fields, "one under the other", inside=False, across=False),
        *([_beside(fields, inside=True), _beside(fields, inside=False)] if fields.cards else []),
    )


def _arrangement(fields: Fields, name: str, *, inside: bool, across: bool) -> Arrangement:
    drawing = _durations(fields, inside=inside, across=across)
    if not fields.cards:
        return Arrangement("Diagram", canvas=Column((drawing,), justify="grow"), name=name)
    cards = tuple(_card(card, inside) for card in fields.cards)
    under = Row(cards, levels=True) if across else Column(cards)
    canvas = Column((drawing, under), gap=14, justify="grow", grows=(0,), closes=True)
    return Arrangement("Diagram", canvas=canvas, name=name)


def _durations(fields: Fields, *, inside: bool, across: bool) -> Group:
    said = (f"{bar.headline.plain} {bar.label.plain}" for bar in fields.bars)
    now = (fields.now.label.plain,) if fields.now else ()
    return Group(_drawing(fields, inside=inside, across=across), "durations", "; ".join((*said, *now)))


def _beside(fields: Fields, *, inside: bool) -> Arrangement:
    """The cards at the side, for a page that is too low for them under the bars."""
    name = "cards beside" if inside else "cards beside, words over bars"
    drawing = Column((_durations(fields, inside=inside, across=inside),), justify="grow")
    cards = Column(tuple(_card(card, inside) for card in fields.cards), justify="grow")
    return Arrangement("Diagram", canvas=Row((drawing, cards), weights=(8, 4)), name=name, step=3)


def _card(card: Card, signed: bool) -> Block:
    """What follows; where words have little room, without its icon."""
    body = (Styled(card.body, "body", space=2),) if card.body else ()
    says: Block = TextBlock((Styled(card.heading, "body", bold=True), *body), anchor="middle")
    if card.icon and signed:
        sign = icon_block(card.icon, SQUARE, "background", "mark", anchor="middle")
        says = Row((sign, says), fixed=(SQUARE, 0))
    return Panel(says, fill="panel", padding=SMALL_INSET)


def _drawing(fields: Fields, *, inside: bool, across: bool) -> Block:
    """Rows of bars, and over them what runs through all of them: the axis and the line of now."""
    rows = tuple(_row(bar, fields, inside=inside, across=across) for bar in fields.bars)
    above, under = NOW if fields.now else 0.0, AXIS if fields.axis else 0.0
    bars: Block = Column(rows, gap=12, justify="grow", grows=tuple(range(len(rows))))
    if not above and not under:
        return bars
    bars = Column((Space(above), bars, Space(under)), gap=0, justify="grow", grows=(1,))
    axis = Plane(_scale(fields), Linear(0, 1), tuple(_axis(fields)), height=1, room=(0, above, 0, under))
    over: Block = Row((Space(0), axis), weights=SHARES) if across else axis
    return Layered((bars, over))


def _row(bar: Bar, fields: Fields, *, inside: bool, across: bool) -> Block:
    says = (Styled(bar.headline, "verb", "primary", bold=True), Styled(bar.label, "body"))
    bars = Plane(_scale(fields), Linear(0, 1), tuple(_marks(bar, fields, inside=inside)), height=BAR)
    plane = Column((bars,), justify="grow", grows_most=BAR_GROWS)
    above = tuple(part for part in (bar.name, bar.possible) if part)
    drawn: Block = plane
    if not inside and above:
        words = TextBlock(tuple(Styled(part, "body", bold=not at) for at, part in enumerate(above)))
        drawn = Column((words, plane), gap=4, justify="grow", grows=(1,))
    if across:
        return Row((TextBlock(says, anchor="middle"), drawn), weights=SHARES)
    return Column((TextBlock(says), drawn), gap=4, justify="grow", grows=(1,))


def _marks(bar: Bar, fields: Fields, *, inside: bool) -> Iterator[PlaneMark]:
    length, most = _number(bar.length), _number(bar.at_most)
    fill: Color = "primary" if bar.emphasis or len(fields.bars) == 1 else "tint2"
    yield Area("bar", Paint(fill), x=(0, length))
    if most > length:
        words = _on(bar.possible, "primary", "center", "label") if inside and bar.possible else None
        yield Area("possible", Paint(line="primary", width=1.25, dashed=True), x=(length, most), label=words)
    if inside and bar.name:
        yield _words(bar.name, length, most, fields, ink(fill))


def _words(said: Text, length: float, most: float, fields: Fields, color: Color) -> PlaneMark:
    now = _number(fields.now.at) if fields.now else 0
    if length < SHORT * _end(fields) and most <= length and now <= length:
        beside = Label((Styled(said, "body", bold=True),), side="right", gap=8)
        return Area("words", Paint(), x=(0, length), label=beside)
    return Area("words", Paint(), x=_free(length, fields), label=_on(said, color, "left"))


def _on(said: Text, color: Color, align: Align, role: Role = "body") -> Label:
    return Label((Styled(said, role, color, bold=True, align=align),), gap=8)


def _free(length: float, fields: Fields) -> tuple[float, float]:
    """The longer part of a bar that the line of now leaves to words."""
    now = _number(fields.now.at) if fields.now else 0
    if not 0 < now < length:
        return 0, length
    return (0, now) if now >= length - now else (now, length)


def _axis(fields: Fields) -> Iterator[PlaneMark]:
    if fields.axis:
        yield from _ticks(fields)
    if fields.now:
        yield _now(fields.now)


def _ticks(fields: Fields) -> Iterator[PlaneMark]:
    end, paint = _end(fields), Paint(line="muted")
    step = max(1, math.ceil(end / MOST_TICKS))
    yield Segment("axis", paint, x=(0, end), y=(1, 1))
    for at in range(0, math.floor(end) + 1, step):
        said = fields.starts if not at and fields.starts else text(f"{at} {fields.unit}", f"axis/{at}")
        align: Align = "left" if not at else "right" if at == end else "center"
        label = Label((Styled(said, "chart", "muted", align=align),), side="below", gap=TICK + 2, yields=at > 0)
        yield Segment("tick", paint, x=(at, at), y=(1, 1.025), label=label)


def _now(now: Now) -> PlaneMark:
    at = _number(now.at)
    label = Label((Styled(now.label, "card", "accent", bold=True, align="center"),), side="above", gap=2)
    return Segment("now", Paint(line="accent", width=2.25), x=(at, at), y=(0, 1), label=label)


def _scale(fields: Fields) -> Linear:
    return Linear(0, _end(fields))


def _end(fields: Fields) -> float:
    """The last of what is drawn, up to a whole unit where that adds little."""
    numbers = [_number(value) for bar in fields.bars for value in (bar.length, bar.at_most)]
    most = max((*numbers, _number(fields.now.at) if fields.now else 0), default=0)
    return float(math.ceil(most)) if most > 0 else 1.0


def _number(value: Value | None) -> float:
    return float(value.amount or 0) if value else 0.0
