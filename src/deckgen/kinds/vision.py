"""Where somebody wants to go, in their own words, and the bridge that leads there.

In: the vision as a sentence; two sides and what joins them. Out: the sentence large on primary, a bridge under it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from deckgen.model.blocks import (
    Area,
    Arrangement,
    Block,
    Column,
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
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "message"
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.vision
kind: vision
title: Visionen åbner for en fælles havn
vision: Fem havne, der ses som **én havn** af dem, der kommer fra havet
bridge:
  from: Havnene hver for sig
  deck: Fælles kajplan
  to: Rederier og industri
  note: Planen er det første skridt
"""

WIDE, HIGH = 12.0, 2.3
BANK, DECK = 2.6, 1.4
"""Of the bridge, in units of which it is `WIDE` long: each bank, and how far down the road lies."""
ARCH, HANGERS = 40, 9


@dataclass(frozen=True)
class Bridge:
    from_: Text = described("The side that the bridge begins at.")
    deck: Text = described("What leads over, in a word or three.")
    to: Text = described("The side that it leads to.")
    note: Text | None = described("What one must know of it, in a line.", default=None)


@dataclass(frozen=True)
class Fields:
    vision: Text = described("The vision, as a sentence; its key words bold.")
    bridge: Bridge | None = described("How it joins two sides.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    says = TextBlock((Styled(fields.vision, "question"),))
    if fields.bridge is None:
        return (Arrangement("Diagram", canvas=Column((says,), justify="upper")),)
    over = fields.bridge
    alt = f"{over.from_.plain} – {over.deck.plain} – {over.to.plain}"
    drawn = Column((says, Group(_drawn(over), "bridge", alt)), gap=14, justify="grow", grows=(1,))
    listed = Column((says, Group(_listed(over), "bridge", alt)), gap=20, justify="spread")
    return Arrangement("Diagram", canvas=drawn), Arrangement("Diagram", canvas=listed, name="a row", step=2)


def _drawn(bridge: Bridge) -> Block:
    """Two banks, the road between them, an arch over it."""
    left, right = BANK, WIDE - BANK
    marks: list[PlaneMark] = [*_arch(left, right), *_hangers(left, right)]
    marks.append(Segment("road", Paint(line="primary", width=5), (left, right), (DECK, DECK)))
    for name, said, x in (("from", bridge.from_, (0.0, left)), ("to", bridge.to, (right, WIDE))):
        says = Styled(said, "body", "background", bold=True, align="center")
        marks.append(Area(name, Paint("primary"), x, (DECK - 0.75, HIGH), label=Label((says,), gap=8)))
    middle = WIDE / 2
    says = Styled(bridge.deck, "card", "foreground", bold=True, align="center")
    marks.append(
        Area(
            "deck",
            Paint("background"),
            (middle - 1.7, middle + 1.7),
            (DECK - 0.62, DECK - 0.1),
            label=Label((says,), gap=2),
        )
    )
    if bridge.note:
        note = Styled(bridge.note, "label", "muted", align="center")
        under = (DECK + 0.1, HIGH)
        marks.append(Area("note", Paint(), (left + 0.2, right - 0.2), under, label=Label((note,), gap=2)))
    return Plane(Linear(0, WIDE), Linear(0, HIGH), tuple(marks), height=130)


def _height(x: float, left: float, right: float) -> float:
    """Where the arch is over a place of the road: a parabola that touches the top in the middle."""
    share = (x - left) / (right - left)
    return DECK - 4 * share * (1 - share) * (DECK - 0.08)


def _arch(left: float, right: float) -> list[Segment]:
    ends = [left + (right - left) * at / ARCH for at in range(ARCH + 1)]
    pairs = pairwise(ends)
    line = Paint(line="primary", width=4)
    return [
        Segment(f"arch {n}", line, (a, b), (_height(a, left, right), _height(b, left, right)))
        for n, (a, b) in enumerate(pairs, 1)
    ]


def _hangers(left: float, right: float) -> list[Segment]:
    places = [left + (right - left) * at / (HANGERS + 1) for at in range(1, HANGERS + 1)]
    line = Paint(line="tint3", width=1.25)
    return [Segment(f"hanger {n}", line, (x, x), (_height(x, left, right), DECK)) for n, x in enumerate(places, 1)]


def _listed(bridge: Bridge) -> Block:
    """The two sides with what joins them between, for a page on which a bridge has no room."""
    sides = [
        Panel(
            TextBlock((Styled(said, "body", "background", bold=True, align="center"),), anchor="middle"),
            fill="primary",
            padding=12,
        )
        for said in (bridge.from_, bridge.to)
    ]
    parts = [Styled(bridge.deck, "card", bold=True, align="center")]
    parts += [Styled(bridge.note, "label", "muted", align="center")] if bridge.note else []
    return Row((sides[0], TextBlock(tuple(parts), anchor="middle"), sides[1]))
