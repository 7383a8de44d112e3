"""Steps in order: what, who, when. For next steps and for the course of an assignment.

In: two to six steps. Out: one grouped diagram of arrows with what belongs to each on it and below; or rows, each
pointing down to the next, with what it rests on at their right, continued between steps where they must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from deckgen.model.blocks import (
    GUTTER,
    Arrangement,
    Block,
    Column,
    Grid,
    Group,
    Layered,
    Panel,
    Row,
    Space,
    TextBlock,
)
from deckgen.model.card_parts import EDGE, SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Linear, Plane
from deckgen.model.sequence import ink, sequence
from deckgen.model.shapes import CHAIN_TIP, Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("side by side", "one row a step", "rows of their own heights", "one under the other")

EXAMPLE = """\
id: example.process
kind: process
title: I peger i dag, direktionen forbereder, og I tager stilling
subtitle: "Udkast til drøftelse: Forløb og tidspunkter kan ændres"
steps:
  - what: I peger
    body: På de modeller, der skal arbejdes videre med
    who: Bestyrelsen
    when: I dag
    emphasis: true
  - what: Direktionen forbereder
    body: Modeller og forventninger afstemmes, før et samarbejde begynder
    who: Direktionen
    when: Bagefter
  - what: I tager stilling
    body: Når forberedelsen er færdig, ser I på modellerne igen
    who: Bestyrelsen
    when: Når det er klar
"""

SEAM: Final = 3.0
"""White between an arrow and the next, in points."""
HEAD: Final = 64.0
"""The least height of an arrow."""
LONG: Final = 100
"""From so many letters on, what a step means is set across the page: a narrow column of it is high and uneven."""
ICON, LARGE_ICON = 34.0, 52.0
"""Points across an icon before what is done, and over it."""
TIP: Final = 13.0
"""How far a step that is a row points down into the next."""
ROW_PADDING: Final = 9.0
ROW_GROWS: Final = 34.0
"""By how much a row may be higher than its texts."""
BESIDE: Final = (5.0, 2.0, 2.0)
"""How what a step means, who does it and when share a row, against each other."""
RESTS: Final = (2.0, 1.0)
"""How what a step means and what it rests on share a row."""
_UNIT: Final = Linear(0, 1)


@dataclass(frozen=True)
class Step:
    what: Text = described("What is done, in a few words.")
    body: Text | None = described("What it means, in a sentence or two.", default=None)
    who: Text | None = described("Who does it.", default=None)
    when: Text | None = described("When, where it is known.", default=None)
    basis: Text | None = described("What it rests on, at the right of its row: a method, a document.", default=None)
    icon: Icon | None = described("An icon over it, or before it where each step is a row.", default=None)
    emphasis: bool = described("True on the step where we are.", default=False)


@dataclass(frozen=True)
class Fields:
    steps: tuple[Step, ...] = described("The steps in order.", minimum=2, maximum=6)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    longest = max(len(step.body.plain) if step.body else 0 for step in fields.steps)
    across = (_across if longest else _arrows)(fields, context)
    even, down = (_down(fields, context, even=even) for even in (True, False))
    own = "rows of their own heights"
    under = _arrangement(fields, _under(fields, context), "one under the other", 2)
    if longest > LONG:
        rows = (_arrangement(fields, even, "one row a step"), _arrangement(fields, down, own, 1))
        return *rows, _arrangement(fields, across, "side by side", 1), under
    rows = (_arrangement(fields, even, "one row a step", 2), _arrangement(fields, down, own, 2))
    return _arrangement(fields, across, "side by side"), *rows, under


def _arrangement(fields: Fields, steps: Block, name: str, step: int = 0) -> Arrangement:
    told = (": ".join(part.plain for part in (one.when, one.who, one.what) if part) for one in fields.steps)
    canvas = Column((Group(steps, "steps", " → ".join(told)),), justify="grow")
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _arrows(fields: Fields, context: Context) -> Block:
    """Steps of a few words: all of it stands on the arrows, which fill the page; so large, the accent would shout."""
    quiet: Color = "tint2" if any(step.emphasis for step in fields.steps) else "primary"
    fills = tuple("primary" if step.emphasis else quiet for step in fields.steps)
    steps = enumerate(zip(fields.steps, fills, strict=True), 1)
    return _heads(fills, tuple(_told(step, ink(fill), number) for number, (step, fill) in steps))


def _told(step: Step, color: Color, number: int) -> Block:
    ordinal = text(str(number), f"steps/{number}/number")
    known = (step.when, step.who, step.basis)
    facts = tuple(Styled(said, "body", color, space=6) for said in known if said)
    what = Styled(step.what, "lead", color, bold=True)
    return TextBlock((Styled(ordinal, "figure", color, bold=True), what, *facts), anchor="middle")


def _across(fields: Fields, context: Context) -> Block:
    fills = _fills(fields)
    signed = any(step.icon for step in fields.steps)
    heads = _heads(
        fills, tuple(_signed(step, ink(fill), signed) for step, fill in zip(fields.steps, fills, strict=True))
    )
    cards = tuple(_card(step, context) for step in fields.steps)
    cells = tuple(Row((card, Space(0)), fixed=(0, CHAIN_TIP), gap=0) for card in cards[:-1])
    under = Row((*cells, cards[-1]), gap=SEAM - CHAIN_TIP, splits=True)
    return Column((heads, under), gap=SEAM, justify="grow", grows=(1,), least=(HEAD, 0))


def _fills(fields: Fields) -> tuple[Color, ...]:
    """The steps from light to dark, and the one to see in the accent."""
    tints = sequence(len(fields.steps))
    return tuple("accent" if step.emphasis else tint for step, tint in zip(fields.steps, tints, strict=True))


def _heads(fills: tuple[Color, ...], said: tuple[Block, ...]) -> Block:
    arrows = (
        Panel(
            one,
            fill=fill,
            geometry="chevron" if at else "homePlate",
            tip=CHAIN_TIP,
            padding=SMALL_INSET,
            name="arrow",
        )
        for at, (one, fill) in enumerate(zip(said, fills, strict=True))
    )
    return Row(tuple(arrows), gap=SEAM - CHAIN_TIP, splits=True)


def _color(step: Step) -> Color:
    return "accent" if step.emphasis else "primary"


def _head(step: Step, color: Color, role: Role = "lead") -> Block:
    when = (Styled(step.when, "body", color),) if step.when else ()
    return TextBlock((*when, Styled(step.what, role, color, bold=True)), anchor="middle")


def _signed(step: Step, color: Color, signed: bool) -> Block:
    """What is done, under a large icon; `signed`: all arrows have the room for one."""
    if not signed:
        return _head(step, color)
    sign = icon_block(step.icon, LARGE_ICON, color) if step.icon else Space(LARGE_ICON)
    return Column((sign, _head(step, color, "number")), gap=6, justify="middle")


def _card(step: Step, context: Context) -> Block:
    """What a step means; the one where we are is strong."""
    fill: Color = "primary" if step.emphasis else "panel"
    body = TextBlock((Styled(step.body, "point", ink(fill), bold=step.emphasis),) if step.body else ())
    known = ((context.labels.responsible, step.who), (context.labels.base, step.basis))
    facts = tuple(TextBlock(_fact(label, said, fill), anchor="bottom") for label, said in known if said)
    blocks = (body, *facts)
    return Panel(Column(blocks, gap=16, justify="grow", grows=(0,)), fill=fill, padding=SMALL_INSET)


def _fact(label: str, said: Text, fill: Color = "panel") -> tuple[Styled, Styled]:
    name = Styled(text(label, f"{said.path}/label"), "label", "muted" if fill == "panel" else ink(fill))
    return name, Styled(said, "body", ink(fill), bold=True)


def _down(fields: Fields, context: Context, *, even: bool) -> Block:
    """One row a step, for words that are too long to stand side by side; who and when in columns of their own.

    When alone stands with what is done. The heads are a chain that points down, and rows of one height where `even`.
    """
    told = any(step.who for step in fields.steps)
    fills = sequence(len(fields.steps))
    heads = [
        _link(step, fill, over, told) for step, fill, over in zip(fields.steps, fills, (None, *fills), strict=False)
    ]
    resting = context.labels.base if any(step.basis for step in fields.steps) else ""
    beside = [_beside(step, told, resting) for step in fields.steps]
    seamed = [Column((one, Space(SEAM)), gap=0, justify="grow", grows=(0,)) for one in beside[:-1]]
    rows = tuple(_row(head, says) for head, says in zip(heads, (*seamed, beside[-1]), strict=True))
    grown = Column(rows, gap=0, justify="grow", grows_most=ROW_GROWS, splits=True)
    steps = Grid(rows, 1, gap=0, fill=True, splits=True) if even else grown
    if not told:
        return steps
    names = (context.labels.responsible, context.labels.when)
    labels = (TextBlock((Styled(text(name, f"steps/{name}"), "label", "muted"),), anchor="bottom") for name in names)
    over = _row(Space(0), Panel(Row((Space(0), *labels), weights=BESIDE), padding=6))
    return Column((over, steps), gap=0, justify="grow", grows=(1,))


def _link(step: Step, fill: Color, over: Color | None, told: bool) -> Block:
    """What is done, on a block that the one over it points into."""
    what = TextBlock((Styled(step.what, "lead", ink(fill), bold=True),), anchor="middle")
    says: Block = what if told else _head(step, ink(fill))
    if step.icon:
        says = Row((icon_block(step.icon, ICON, ink(fill), anchor="middle"), says), fixed=(ICON, 0))
    block = Plane(_UNIT, _UNIT, (Area("step", Paint(fill)),), height=TIP)
    tip = Area("tip", Paint(over), geometry="trapezoid", taper=-0.5)
    pointed = (Column((Plane(_UNIT, _UNIT, (tip,), height=TIP),)),) if over else ()
    return Layered((block, *pointed, Panel(says, padding=ROW_PADDING)))


def _row(head: Block, says: Block) -> Block:
    return Row((head, says), weights=(3, 9), gap=GUTTER / 2)


def _beside(step: Step, told: bool, resting: str) -> Block:
    """What a step means, and what it rests on, under that word; the one where we are is strong, with a line in the
    accent."""
    fill: Color = "primary" if step.emphasis else "panel"
    color = ink(fill)
    body = TextBlock((Styled(step.body, "point", color, bold=step.emphasis),) if step.body else (), anchor="middle")
    says: Block = body
    if told:
        facts = tuple(
            TextBlock((Styled(said, "body", color, bold=True),) if said else (), anchor="middle")
            for said in (step.who, step.when)
        )
        says = Row((body, *facts), weights=BESIDE)
    if step.basis:
        rests = TextBlock(_fact(resting, step.basis, fill), anchor="middle")
        says = Row((says, rests), weights=RESTS)
    rule: Literal["left", "none"] = "left" if step.emphasis else "none"
    inset = Row((Space(0), says), fixed=(EDGE, 0), gap=0)
    return Panel(inset, fill, rule=rule, rule_color="accent", rule_width=EDGE, padding=ROW_PADDING)


def _under(fields: Fields, context: Context) -> Block:
    """One under the other at full width, for a page on which words are too long for a column of their own."""
    steps = tuple(_strip(step, context) for step in fields.steps)
    return Column(steps, gap=6, justify="grow", grows_most=ROW_GROWS, splits=True)


def _strip(step: Step, context: Context) -> Block:
    body = (Styled(step.body, "point", space=2),) if step.body else ()
    says = TextBlock((Styled(step.what, "lead", _color(step), bold=True), *body))
    labels = context.labels
    known = ((labels.responsible, step.who), (labels.when, step.when), (labels.base, step.basis))
    facts = tuple(TextBlock(_fact(label, said)) for label, said in known if said)
    blocks = (says, Row(facts)) if facts else (says,)
    return Panel(Column(blocks, gap=6), fill="panel", rule="left", rule_color=_color(step), padding=8)
