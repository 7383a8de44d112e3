"""Steps in order, each in the lane of who takes it: how work goes from one to the other.

In: two to six steps with who takes each, maybe with an icon. Out: one grouped diagram of lanes with numbered boxes
that arrows lead through, under the phases that they fall in; or rows, continued between steps where they must.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import badge
from deckgen.model.icon import icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import IconItem
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Segment
from deckgen.model.sequence import ink, sequence
from deckgen.model.shapes import CHAIN_TIP, Geometry, Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("wide lanes", "closer lanes", "one row a step")

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

LANE, PHASE = 76.0, 34.0
"""The least height of a lane and of the row of phases, in points."""
GAP: Final = 0.06
"""Between the head of a lane and its first slot, as a part of the head."""
SEAM: Final = 0.02
"""Between a lane and the next, as a part of a lane at each side."""
NOTCH: Final = 0.016
"""How far a phase reaches back into the tip of the one before it, as a part of the width."""
BADGE, ROW_BADGE = 22.0, 34.0
"""Points across the number of a step in its box, and on a row."""
ROW_PADDING: Final = 7.0
SLOTS: Final = 5
"""So many steps have a slot each."""
LINK: Final = 2.25
ICON: Final = 30.0
INDENT: Final = 5.0
"""From the padding of a box to its words: its sides have more room than its head and foot."""
HEAD_PADDING: Final = 8.0
ROW_GROWS: Final = 34.0


@dataclass(frozen=True)
class Form:
    """What the heads of lanes take of the width, whether they have icons, and the room at the sides of a box.

    `side` is a part of a box's slot, `clear` the room over and under it as a part of its lane; `padding` is around
    its words, in points.
    """

    heads: float
    side: float
    clear: float
    padding: float
    icons: bool = False


WITH_ICONS: Final = Form(0.19, 0.05, 0.07, 6, icons=True)
PLAIN: Final = Form(0.16, 0.065, 0.09, 6)
CLOSE: Final = Form(0.16, 0.065, 0.06, 4)


@dataclass(frozen=True)
class Place:
    """Where a step stands: in a slot across and a lane down."""

    slot: int
    lane: int


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
        Arrangement("Diagram", canvas=_named(fields, lanes(fields, form)), name="wide lanes"),
        Arrangement("Diagram", canvas=_named(fields, lanes(fields, CLOSE)), name="closer lanes", step=1),
        Arrangement("Diagram", canvas=_named(fields, down), name="one row a step", step=3),
    )


def _named(fields: Fields, drawing: Block) -> Block:
    told = (": ".join(part.plain for part in (one.when, one.who.text, one.what) if part) for one in fields.steps)
    return Column((Group(drawing, "steps", " → ".join(told)),), justify="grow")


def lanes(fields: Fields, form: Form) -> Plane:
    """One drawing: slots across, a lane down for each who; heads and phases at its edges."""
    steps = fields.steps
    whose = tuple(dict.fromkeys(step.who.text.plain for step in steps))
    places = _places(steps, whose)
    slots = places[-1].slot + 1
    heads = slots * form.heads / (1 - form.heads)
    phased = any(step.when for step in steps)
    top = PHASE / LANE if phased else 0.0
    marks = (
        *_bands([_leader(steps, who) for who in whose], heads, slots, form),
        *(_phases(steps, places, top, NOTCH * (heads + slots)) if phased else ()),
        *chain.from_iterable(_link(before, after, places, form) for before, after in pairwise(places)),
        *(_box(step, place, form, number) for number, (step, place) in enumerate(zip(steps, places, strict=True), 1)),
    )
    height = len(whose) * LANE + (PHASE if phased else 0)
    return Plane(Linear(-heads, slots), Linear(-top, len(whose)), marks, height=height)


def _places(steps: tuple[Step, ...], whose: tuple[str, ...]) -> list[Place]:
    """Each step in a slot of its own, so that the way goes down a stair; where they are many, two in one slot.

    Two that share one are of one phase and in lanes that are neighbours, so that the way between them is free.
    """
    places = [Place(0, whose.index(steps[0].who.text.plain))]
    for before, step in pairwise(steps):
        last, lane = places[-1], whose.index(step.who.text.plain)
        alone = len(places) < 2 or places[-2].slot < last.slot
        near = bool(_phase(before)) and _phase(step) == _phase(before) and abs(lane - last.lane) == 1
        shares = len(steps) > SLOTS and alone and near
        places.append(Place(last.slot + (not shares), lane))
    return places


def _phase(step: Step) -> str:
    return step.when.plain if step.when else ""


def _leader(steps: tuple[Step, ...], name: str) -> IconItem:
    """Who a lane is of: the first step of it that says so with an icon, else the first."""
    of = [step.who for step in steps if step.who.text.plain == name]
    return next((who for who in of if who.icon), of[0])


def _bands(whose: list[IconItem], heads: float, slots: int, form: Form) -> Iterator[PlaneMark]:
    for lane, who in enumerate(whose):
        y = (lane + SEAM, lane + 1 - SEAM)
        yield Area("lane head", Paint("tint1"), x=(-heads, -GAP * heads), y=y, holds=_lane_head(who, form))
        yield Area("lane", Paint("panel"), x=(-GAP * heads, slots), y=y)


def _lane_head(who: IconItem, form: Form) -> Block:
    named: Block = TextBlock((Styled(who.text, "body", bold=True),), anchor="middle")
    if who.icon and form.icons:
        named = Row((icon_block(who.icon, ICON, anchor="middle"), named), fixed=(ICON, 0), gap=7)
    return Panel(named, padding=HEAD_PADDING)


def _phases(steps: tuple[Step, ...], places: list[Place], top: float, notch: float) -> Iterator[PlaneMark]:
    """A chevron over the slots of each phase, from light to dark."""
    placed = list(zip(steps, places, strict=True))
    phases = [tuple(one) for _, one in groupby(placed, key=lambda one: _phase(one[0]))]
    for number, (fill, phase) in enumerate(zip(sequence(len(phases) + 1), phases, strict=False)):
        (step, first), (_, last) = phase[0], phase[-1]
        said = Styled(step.when, "body", ink(fill), bold=True) if step.when else None
        label = Label((said,), gap=CHAIN_TIP + 6 if number else 12) if said else None
        x = (first.slot - notch if number else first.slot, last.slot + 1)
        geometry: Geometry = "chevron" if number else "homePlate"
        yield Area("phase", Paint(fill, "background", 2), x=x, y=(-top, -0.1), geometry=geometry, label=label)


def _link(start: Place, end: Place, places: list[Place], form: Form) -> Iterator[PlaneMark]:
    """From a box to the next: straight where they share a slot or a lane, else down or up from it and across to the
    other; round the corner between the slots where another box stands in the way."""
    paint = Paint(line="primary", width=LINK)
    middle, left, right = start.slot + 0.5, start.slot + 1 - form.side, start.slot + 1 + form.side
    here, there, between = start.lane + 0.5, end.lane + 0.5, start.slot + 1
    leaves = start.lane + (1 - form.clear if there > here else form.clear)
    if start.slot == end.slot:
        lands = end.lane + (form.clear if there > here else 1 - form.clear)
        yield Segment("link", paint, x=(middle, middle), y=(leaves, lands), arrow=True)
    elif here == there:
        yield Segment("link", paint, x=(left, right), y=(here, here), arrow=True)
    elif any(one.slot == start.slot and one != start for one in places):
        yield Segment("link", paint, x=(left, between), y=(here, here))
        yield Segment("link", paint, x=(between, between), y=(here, there))
        yield Segment("link", paint, x=(between, right), y=(there, there), arrow=True)
    else:
        yield Segment("link", paint, x=(middle, middle), y=(leaves, there))
        yield Segment("link", paint, x=(middle, right), y=(there, there), arrow=True)


def _box(step: Step, place: Place, form: Form, number: int) -> PlaneMark:
    color: Color = "accent" if step.emphasis else "primary"
    body = (TextBlock((Styled(step.body, "body", "background"),)),) if step.body else ()
    what = TextBlock((Styled(step.what, "card", "background", bold=True),), anchor="middle")
    sign = badge(number, f"steps/{number}", "background", color, BADGE)
    head = Row((sign, what), fixed=(BADGE, 0), gap=7)
    says = Column((head, *body), gap=0, justify="middle")
    return Area(
        "box",
        Paint(color),
        x=(place.slot + form.side, place.slot + 1 - form.side),
        y=(place.lane + form.clear, place.lane + 1 - form.clear),
        holds=Panel(Row((Space(0), says), fixed=(INDENT, 0), gap=0), padding=form.padding),
    )


def _row(step: Step, number: int) -> Block:
    """A step as a row, for a page that is too narrow for lanes."""
    color: Color = "accent" if step.emphasis else "primary"
    what = TextBlock((Styled(step.what, "lead", color, bold=True),), anchor="middle")
    body = TextBlock((Styled(step.body, "body"),) if step.body else (), anchor="middle")
    when = (Styled(step.when, "label", "muted"),) if step.when else ()
    facts = TextBlock((Styled(step.who.text, "body", bold=True), *when), anchor="middle")
    sign = badge(number, f"steps/{number}", color, size=ROW_BADGE)
    row = Row((sign, what, body, facts), fixed=(ROW_BADGE, 0, 0, 0), weights=(0, 4, 7, 5), gap=14)
    return Panel(row, fill="panel", rule="left", rule_color=color, padding=ROW_PADDING)
