"""Signs as the picture of a page that opens or closes a deck: one for each of what the deck is about, linked.

In: how many signs, and how many of them are filled. Out: what is wrong with that, and the net that is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Block, Column, Group
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import MOST_OF_A_HONEYCOMB, Counted, net
from deckgen.model.text import Text, Value

LEAST: Final = 3
"""So few signs are no pattern."""
PITCH: Final = 40.0
"""What a sign takes by nature, in points; it grows with its place."""


@dataclass(frozen=True)
class Signs:
    total: Value = described("How many signs: one for each of what the deck is about.")
    count: Value | None = described("How many of them are filled, where the others are open: dashed.", default=None)
    sign: Sign = described("The sign that stands for one.", default=Sign())
    closed: bool = described(
        "True where the open ones are linked by now: they are filled in the accent.", default=False
    )


def faults_of(signs: Signs, alt: Text | None, span: Span) -> Iterator[Fault]:
    """Signs are named, so few that a honeycomb holds them, and no more of them are filled than there are."""
    if not alt:
        yield Fault("the signs have no `alt`", span, "write what they stand for")
    total, count = signs.total.amount, signs.count.amount if signs.count else None
    if total is not None and not (LEAST <= total <= MOST_OF_A_HONEYCOMB and total == int(total)):
        message = f"{total} signs cannot be drawn on such a page: from {LEAST} to {MOST_OF_A_HONEYCOMB}, whole"
        yield Fault(message, signs.total.span, "leave `signs` out")
    if signs.count and count is not None and not (count == int(count) and 0 <= count <= (total or count)):
        yield Fault(f"{count} is no part of {total}", signs.count.span, "it is from 0 to the total, and whole")


def drawn(signs: Signs, alt: Text) -> Block:
    """The net, as large as its place."""
    total = int(signs.total.amount or 0)
    counted = Counted(int((signs.count or signs.total).amount or 0), total, signs.sign.shape, "primary")
    return Column((Group(net(counted, PITCH, signs.closed), "signs", alt.plain),), justify="grow")
