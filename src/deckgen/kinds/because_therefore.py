"""Reasons, and what follows from them: because this, therefore that.

In: two to four reasons and a conclusion. Out: the reasons on a pale panel whose tip points into a strong block with
the conclusion, maybe under an icon or a table with its seats; one over the other on a narrow page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement, Block, Column, Group, Layered, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, bar
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Linear, Plane
from deckgen.model.seats import table
from deckgen.model.shapes import TIP, Paint
from deckgen.model.styled import Styled
from deckgen.model.text import NOWHERE, Text, text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "message"
ARRANGEMENTS: Final = ("side by side", "one over the other")

EXAMPLE = """\
id: example.because-therefore
kind: because_therefore
title: Den, der er med ved bordet, former klyngen
reasons:
  - heading: Mulighedernes kunst
    body: Klynger bliver til i samarbejde mellem dem, der er med ved bordet
  - heading: Fusioner og omlægninger
    body: De fleste er gået igennem en af dem
  - heading: Et nyt område
    body: Transport, logistik og maritime teknologier ser ud til at blive udpeget
conclusion:
  heading: Så kan en ny national klynge dannes
  body: Vær aktiv, når den etableres
  seats: {count: 10, free: 1, label: Jeres plads}
"""

SQUARE: Final = 50.0
"""Points of the square that the icon of a reason stands on."""
PADDING: Final = 10.0
"""Points around what stands on a panel."""
WEIGHTS: Final = (7.0, 5.0)
DRAWN: Final = (6.4, 5.6)
"""How reasons and conclusion share the width; likewise, where there is a drawing over the conclusion."""
LARGE_ICON, LARGE_LINE = 84.0, 5.0
"""Points that the icon over the conclusion is high at least, and of its line."""
LEAST, MOST = 4, 16
"""Seats around a table."""


@dataclass(frozen=True)
class Reason:
    heading: Text = described("The reason in a few words.")
    body: Text | None = described("What it is, in a sentence.", default=None)
    icon: Icon | None = described("An icon beside it.", default=None)


@dataclass(frozen=True)
class Seats:
    count: int = described("How many stand around the table, 4 to 16: a picture, and no number that is told.")
    free: int = described("How many of them are free: dashed.", default=1)
    label: Text | None = described("Whose those are, in a word or two.", default=None)
    span: Span = described("Where it is written.", default=NOWHERE)


@dataclass(frozen=True)
class Conclusion:
    heading: Text = described("What follows, in one sentence.")
    body: Text | None = described("What that asks for.", default=None)
    icon: Icon | None = described("A large icon over it.", default=None)
    seats: Seats | None = described("A table seen from above over it, with its seats.", default=None)


@dataclass(frozen=True)
class Fields:
    reasons: tuple[Reason, ...] = described("The reasons, the strongest first.", minimum=2, maximum=4)
    conclusion: Conclusion = described("What follows from them.")
    because: Text | None = described("Over the reasons, where it is not the language's own word.", default=None)
    therefore: Text | None = described("Over the conclusion, likewise.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """So many seats stand around a table, no more are free than there are, and no icon stands in its place."""
    seats, icon = fields.conclusion.seats, fields.conclusion.icon
    if seats and icon:
        yield Fault("`icon` and `seats` have the same place", icon.span, "leave one of them out")
    if seats and not LEAST <= seats.count <= MOST:
        message = f"{seats.count} seats cannot stand around a table: from {LEAST} to {MOST}"
        yield Fault(message, seats.span, "it is a picture: write a number between them")
    elif seats and not 0 <= seats.free <= seats.count:
        yield Fault(f"{seats.free} of {seats.count} seats cannot be free", seats.span)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    because = fields.because or text(context.labels.because, "because")
    therefore = fields.therefore or text(context.labels.therefore, "therefore")
    reasons = Column(
        tuple(_reason(reason, not number) for number, reason in enumerate(fields.reasons)),
        gap=6,
        justify="grow",
        splits=True,
    )
    alt = f"{', '.join(reason.heading.plain for reason in fields.reasons)} → {fields.conclusion.heading.plain}"
    heads = (bar(because, "tint2", "foreground"), bar(therefore))
    concluded = _concluded(fields.conclusion)
    weights = DRAWN if fields.conclusion.seats or fields.conclusion.icon else WEIGHTS
    beside, under = _beside(heads, reasons, concluded, weights), _under(heads, reasons, concluded)
    return (
        Arrangement("Diagram", canvas=Column((Group(beside, "argument", alt),), justify="grow"), name="side by side"),
        Arrangement("Diagram", canvas=under, name="one over the other", step=1),
    )


def _beside(heads: tuple[Block, Block], reasons: Block, concluded: Block, weights: tuple[float, float]) -> Block:
    """The tip of the reasons lies over the strong block, which stands behind both."""
    clear = Row((_inset(reasons), Space(0)), fixed=(0, TIP - PADDING), gap=0)
    pointed = Panel(clear, "panel", padding=PADDING, geometry="homePlate")
    head = Row((heads[0], Space(0)), fixed=(0, TIP), gap=0)
    left = Column((head, pointed), gap=0, justify="grow", grows=(1,))
    block = Panel(_inset(concluded), "primary", padding=PADDING)
    right = Column((heads[1], block), gap=0, justify="grow", grows=(1,))
    behind = Row((Space(0), Panel(Space(0), "primary")), weights, gap=-TIP)
    clear_of_tip = Row((Space(0), right), fixed=(TIP, 0), gap=0)
    return Layered((behind, Row((left, clear_of_tip), weights, gap=-TIP)))


def _under(heads: tuple[Block, Block], reasons: Block, concluded: Block) -> Block:
    left = Column((heads[0], Panel(_inset(reasons), "panel", padding=PADDING)), gap=0, justify="grow", grows=(1,))
    right = Column((heads[1], Panel(_inset(concluded), "primary", padding=PADDING)), gap=0)
    return Column((left, right), gap=8, justify="grow", grows=(0,), closes=True)


def _inset(said: Block) -> Block:
    """As far from the edge as the heads are."""
    return Row((Space(0), said), fixed=(INSET - PADDING, 0), gap=0)


def _reason(reason: Reason, first: bool) -> Block:
    says = [Styled(reason.heading, "lead", bold=True)]
    if reason.body:
        says.append(Styled(reason.body, "body", space=2))
    told: Block = TextBlock(tuple(says), anchor="middle")
    if reason.icon:
        sign = icon_block(reason.icon, SQUARE, "background", "primary", anchor="middle")
        told = Row((sign, told), fixed=(SQUARE, 0), gap=18)
    return told if first else Panel(told, rule="top", padding=6)


def _concluded(conclusion: Conclusion) -> Block:
    """What follows in large type, maybe under an icon; in smaller type under the table, where there is one."""
    seats = conclusion.seats
    head: Role = "lead" if seats else "question"
    body: Role = "body" if seats else "lead"
    more = (Styled(conclusion.body, body, "background", space=4 if seats else 12),) if conclusion.body else ()
    says = TextBlock((Styled(conclusion.heading, head, "background", bold=True), *more), anchor="middle")
    if conclusion.icon:
        return Column((_sign(conclusion.icon), says, Space(0)), gap=12, justify="grow", grows=(0,))
    if seats is None:
        return says
    # The words stand as far from the foot of the block as from its sides.
    return Column((table(seats.count, seats.free, seats.label), says, Space(0)), gap=12, justify="grow", grows=(0,))


def _sign(icon: Icon) -> Block:
    """An icon as large as its place."""
    unit = Linear(0, 1)
    mark = Area(f"icon {icon.name}", Paint(None, "highlight", LARGE_LINE), (0, 1), (0, 1), icon.outline)
    return Plane(unit, unit, (mark,), LARGE_ICON, contained="center")
