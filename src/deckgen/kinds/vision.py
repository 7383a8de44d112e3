"""Where somebody wants to go, in their own words, and the bridge that leads there.

In: the vision as a sentence; two sides and what joins them. Out: the sentence large on primary, a bridge under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.outline import Outline, VectorPath
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Segment
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "message"
ARRANGEMENTS: Final = ("a drawing", "a row")
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

WIDE, HIGH = 12.0, 2.1
BANK, DECK = 2.6, 1.2
"""Of the bridge, in units of which it is `WIDE` long: each bank, and how far down the road lies."""
BANK_HIGH = 0.5
"""How far a bank reaches over the road, and under it."""
TOP = 0.12
HANGERS = 12
GAP, WORD = 0.1, 0.48
"""From the road down to the word for it, and to the note under that."""


@dataclass(frozen=True)
class Bridge:
    from_: Text = described("The side that the bridge begins at.")
    deck: Text = described("What leads over, in a word or three.")
    to: Text = described("The side that it leads to.")
    note: Text | None = described("What one must know of it, in a line.", default=None)


@dataclass(frozen=True)
class Fields:
    vision: Text = described("The vision, as a sentence; its key words bold, which are set in the accent.")
    bridge: Bridge | None = described("How it joins two sides.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    says = TextBlock((Styled(fields.vision, "question", bold=True, key="accent"),))
    if fields.bridge is None:
        return (Arrangement("Diagram", canvas=Column((says,), justify="upper"), quiet_title=True),)
    over = fields.bridge
    alt = f"{over.from_.plain} – {over.deck.plain} – {over.to.plain}"
    drawn = Column((says, Group(_drawn(over), "bridge", alt)), gap=14, justify="grow", grows=(1,))
    listed = Column((says, Group(_listed(over), "bridge", alt)), gap=20, justify="spread")
    whole = Arrangement("Diagram", canvas=drawn, name="a drawing", quiet_title=True)
    return whole, replace(whole, canvas=listed, name="a row", step=2)


def _drawn(bridge: Bridge) -> Block:
    """Two banks, the road between them, an arch over it."""
    left, right = BANK, WIDE - BANK
    strong = Paint(line="primary", width=5)
    marks: list[PlaneMark] = [
        *_hangers(left, right),
        Area("arch", strong, (left, right), (TOP, DECK), geometry=_arch(), stretched=True),
        Segment("road", strong, (left, right), (DECK, DECK)),
    ]
    for name, said, x in (("from", bridge.from_, (0.0, left)), ("to", bridge.to, (right, WIDE))):
        says = Styled(said, "lead", "background", bold=True, align="center")
        bank = (DECK - BANK_HIGH, DECK + BANK_HIGH)
        marks.append(Area(name, Paint("primary"), x, bank, label=Label((says,), gap=8)))
    says = Styled(bridge.deck, "number", "foreground", bold=True, align="center")
    under = (left + 0.2, right - 0.2), (DECK + GAP, DECK + WORD)
    marks.append(Area("deck", Paint(), *under, label=Label((says,), gap=2)))
    if bridge.note:
        note = Styled(bridge.note, "body", "foreground", align="center")
        marks.append(Area("note", Paint(), under[0], (DECK + WORD, HIGH), label=Label((note,), gap=2)))
    return Plane(Linear(0, WIDE), Linear(0, HIGH), tuple(marks), height=130)


def _arch() -> Outline:
    """A parabola from one end of the road to the other, its top in the middle."""
    rise = ("M", (0.0, 6.0)), ("C", (1.0, 2.0, 2.0, 0.0, 3.0, 0.0)), ("C", (4.0, 0.0, 5.0, 2.0, 6.0, 6.0))
    return Outline(6, 6, (VectorPath(rise, filled=False, stroke=1),))


def _hangers(left: float, right: float) -> Iterator[Segment]:
    line = Paint(line="primary", width=1.5)
    for number in range(1, HANGERS + 1):
        share = number / (HANGERS + 1)
        x = left + (right - left) * share
        top = DECK - 4 * share * (1 - share) * (DECK - TOP)
        yield Segment(f"hanger {number}", line, (x, x), (top, DECK))


def _listed(bridge: Bridge) -> Block:
    """The two sides with what joins them between, for a page on which a bridge has no room."""
    sides = [
        Panel(
            TextBlock((Styled(said, "lead", "background", bold=True, align="center"),), anchor="middle"),
            fill="primary",
            padding=SMALL_INSET,
        )
        for said in (bridge.from_, bridge.to)
    ]
    parts = [Styled(bridge.deck, "card", bold=True, align="center")]
    parts += [Styled(bridge.note, "body", align="center")] if bridge.note else []
    return Row((sides[0], TextBlock(tuple(parts), anchor="middle"), sides[1]))
