"""Steps in order, each in the lane of who takes it: how work goes from one to the other.

In: two to six steps with who takes each, maybe with an icon. Out: one grouped diagram of lanes with boxes that arrows
lead through, under the phases that they fall in; or rows, continued between steps where they must.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from deckgen.model.blocks import (
    CHAIN_TIP,
    Area,
    Arrangement,
    Block,
    Column,
    Geometry,
    Group,
    Label,
    Linear,
    Paint,
    Panel,
    Plane,
    PlaneMark,
    Row,
    Segment,
    Styled,
    TextBlock,
)
from deckgen.model.card_parts import SMALL_INSET, badge
from deckgen.model.icon import icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import IconItem
from deckgen.model.sequence import ink, sequence
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.swimlane
kind: swimlane
title: Vælg modeller, og aftal, hvem der forbereder hvad
sticker: Udkast til drøftelse
steps:
  - what: Efterprøv
    body: fundene mod egne erfaringer
    who: {text: Direktionen, icon: users}
    when: I dag
  - what: Vælg
    body: modeller, der skal forberedes
    who: Direktionen
    when: I dag
    emphasis: true
  - what: Drøft
    body: overvejelser for hver model
    who: {text: Kommunerne, icon: landmark}
    when: Efter mødet
  - what: Inddrag
    body: klynger, aktører om roller
    who: {text: Klynger og aktører, icon: handshake}
    when: Efter mødet
  - what: Sæt mål
    body: klare KPI’er, og følg op
    who: Kommunerne
    when: Før en aftale
so-what: "I dag: Efterprøv og vælg. Bagefter: Drøft, inddrag og sæt mål"
"""

LANE, PHASE = 76.0, 38.0
"""The least height of a lane and of the row of phases, in points."""
GAP: Final = 0.06
"""Between the head of a lane and its first slot, as a part of the head."""
NOTCH: Final = 0.016
"""How far a phase reaches back into the tip of the one before it, as a part of the width."""
ABOVE: Final = 0.05
"""Room over and under a box in its lane, as a part of it."""
BADGE: Final = 22.0
LINK: Final = 1.75
ICON: Final = 30.0
HEAD_PADDING: Final = 8.0
WIDE_PADDING, NARROW_FROM = 12.0, 5
"""Room around the words in a box, where there are fewer boxes than so many."""
ROW_GROWS: Final = 34.0


@dataclass(frozen=True)
class Form:
    """What the heads of lanes take of the width, whether they have icons, and the room at the sides of a box.

    `side` is a part of a box's slot; `padding` is around its words, in points.
    """

    heads: float
    side: float
    padding: float
    icons: bool = False


WITH_ICONS: Final = Form(0.19, 0.055, 7, icons=True)
PLAIN: Final = Form(0.16, 0.055, 7)
CLOSE: Final = Form(0.16, 0.04, 5)


@dataclass(frozen=True)
class Step:
    what: Text = described("What is done, in a word or two.")
    who: IconItem = described(
        "Who does it: a text, or a `text` with an `icon`. Those of one name share a lane, and the first icon is its."
    )
    body: Text | None = described("What it means, in a few words.", default=None)
    when: Text | None = described("In which phase, where it is known: those of one name share one.", default=None)
    emphasis: bool = described("True on the step to see.", default=False)


@dataclass(frozen=True)
class Fields:
    steps: tuple[Step, ...] = described("The steps in order.", minimum=2, maximum=6)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    rows = tuple(_row(step, number) for number, step in enumerate(fields.steps, 1))
    down = Column(rows, gap=6, justify="grow", grows_most=ROW_GROWS, splits=True)
    form = WITH_ICONS if any(step.who.icon for step in fields.steps) else PLAIN
    return (
        Arrangement("Diagram", canvas=_named(fields, _lanes(fields, form))),
        Arrangement("Diagram", canvas=_named(fields, _lanes(fields, CLOSE)), name="closer lanes", step=1),
        Arrangement("Diagram", canvas=_named(fields, down), name="one row a step", step=3),
    )


def _named(fields: Fields, drawing: Block) -> Block:
    told = (": ".join(part.plain for part in (one.when, one.who.text, one.what) if part) for one in fields.steps)
    return Column((Group(drawing, "steps", " → ".join(told)),), justify="grow")


def _lanes(fields: Fields, form: Form) -> Block:
    """One drawing: a slot across for each step, a lane down for each who; heads and phases at its edges."""
    steps = fields.steps
    whose = tuple(dict.fromkeys(step.who.text.plain for step in steps))
    heads = len(steps) * form.heads / (1 - form.heads)
    phased = any(step.when for step in steps)
    top = PHASE / LANE if phased else 0.0
    if len(steps) < NARROW_FROM:
        form = replace(form, padding=WIDE_PADDING)
    marks = (
        *_bands([_leader(steps, who) for who in whose], heads, len(steps), form),
        *(_phases(steps, top, NOTCH * (heads + len(steps))) if phased else ()),
        *_links([whose.index(step.who.text.plain) for step in steps], form),
        *(_box(step, number, whose.index(step.who.text.plain), form) for number, step in enumerate(steps)),
    )
    height = len(whose) * LANE + (PHASE if phased else 0)
    return Plane(Linear(-heads, len(steps)), Linear(-top, len(whose)), marks, height=height)


def _leader(steps: tuple[Step, ...], name: str) -> IconItem:
    """Who a lane is of: the first step of it that says so with an icon, else the first."""
    of = [step.who for step in steps if step.who.text.plain == name]
    return next((who for who in of if who.icon), of[0])


def _bands(whose: list[IconItem], heads: float, slots: int, form: Form) -> Iterator[PlaneMark]:
    for lane, who in enumerate(whose):
        y = (lane + 0.03, lane + 0.97)
        yield Area("lane head", Paint("tint1"), x=(-heads, -GAP * heads), y=y, holds=_lane_head(who, form))
        yield Area("lane", Paint("panel"), x=(-GAP * heads, slots), y=y)


def _lane_head(who: IconItem, form: Form) -> Block:
    named: Block = TextBlock((Styled(who.text, "body", bold=True),), anchor="middle")
    if who.icon and form.icons:
        named = Row((icon_block(who.icon, ICON, anchor="middle"), named), fixed=(ICON, 0), gap=7)
    return Panel(named, padding=HEAD_PADDING)


def _phases(steps: tuple[Step, ...], top: float, notch: float) -> Iterator[PlaneMark]:
    """A chevron over the steps of each phase, from light to dark."""
    phases = [tuple(one) for _, one in groupby(steps, key=lambda step: step.when.plain if step.when else "")]
    begins = 0
    for number, (fill, phase) in enumerate(zip(sequence(len(phases) + 1), phases, strict=False)):
        ends = begins + len(phase)
        when, first = phase[0].when, not number
        said = Styled(when, "table", ink(fill), bold=True) if when else None
        label = Label((said,), gap=12 if first else CHAIN_TIP + 6) if said else None
        x = (begins if first else begins - notch, ends)
        geometry: Geometry = "homePlate" if first else "chevron"
        yield Area("phase", Paint(fill, "background", 2), x=x, y=(-top, -0.1), geometry=geometry, label=label)
        begins = ends


def _links(lanes: list[int], form: Form) -> Iterator[PlaneMark]:
    """From each box to the next: straight in one lane, else down or up in its own slot and then across."""
    paint = Paint(line="primary", width=LINK)
    for slot, (lane, there) in enumerate(pairwise(lanes)):
        to = (slot + 1 + form.side, there + 0.5)
        if lane == there:
            yield Segment("link", paint, x=(slot + 1 - form.side, to[0]), y=(to[1], to[1]), arrow=True)
            continue
        edge = lane + 1 - ABOVE if there > lane else lane + ABOVE
        yield Segment("link", paint, x=(slot + 0.5, slot + 0.5), y=(edge, to[1]))
        yield Segment("link", paint, x=(slot + 0.5, to[0]), y=(to[1], to[1]), arrow=True)


def _box(step: Step, slot: int, lane: int, form: Form) -> PlaneMark:
    color: Color = "accent" if step.emphasis else "primary"
    body = (TextBlock((Styled(step.body, "body"),)),) if step.body else ()
    head = TextBlock((Styled(step.what, "card", bold=True),), anchor="middle")
    says = Column((Row((_badge(slot + 1, color), head), fixed=(BADGE, 0), gap=6), *body), gap=1, justify="middle")
    return Area(
        "box",
        Paint("background", color, 1.5),
        x=(slot + form.side, slot + 1 - form.side),
        y=(lane + ABOVE, lane + 1 - ABOVE),
        holds=Panel(says, padding=form.padding),
    )


def _row(step: Step, number: int) -> Block:
    """A step as a row, for a page that is too narrow for lanes."""
    color: Color = "accent" if step.emphasis else "primary"
    body = (Styled(step.body, "label", space=2),) if step.body else ()
    says = TextBlock((Styled(step.what, "body", bold=True), *body), anchor="middle")
    when = (Styled(step.when, "label", "muted"),) if step.when else ()
    facts = TextBlock((Styled(step.who.text, "body", bold=True), *when), anchor="middle")
    sign = _badge(number, color)
    row = Row((sign, says, facts), fixed=(BADGE, 0, 0), weights=(0, 3, 2), gap=12)
    return Panel(row, fill="panel", rule="left", rule_color=color, padding=SMALL_INSET)


def _badge(number: int, color: Color) -> Block:
    return badge(number, f"steps/{number}", color, size=BADGE)
