"""Small parts that several kinds set on their cards and rows: a numbered badge, a tick box, a bar over a panel.

In: what a part says, its field path and its colours. Out: blocks.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.blocks import Block, Label, Linear, Paint, Panel, Plane, Point, Row, Space, Styled, TextBlock
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Role

BADGE: Final = 43.2
"""Points across a badge: 0.6 in."""
BAR_PADDING: Final = 6.0
TICK_BOX: Final = 28.0
EDGE: Final = 5.0
"""Points of the edge that marks a card."""
_UNIT: Final = Linear(0, 1)


def badge(
    number: int,
    path: str,
    fill: Color = "primary",
    ink: Color = "background",
    size: float = BADGE,
    role: Role = "card",
) -> Block:
    """The number of an option or a step in a circle, half way up and across the place that it is given."""
    said = Styled(text(str(number), f"{path}/badge"), role, ink, bold=True, align="center")
    return Plane(_UNIT, _UNIT, (Point("badge", Paint(fill), 0.5, 0.5, size, label=Label((said,), gap=0)),), size)


def at_left(block: Block, width: float) -> Block:
    """A block of a fixed width in points at the left edge of whatever width there is."""
    return Row((block, Space(0)), fixed=(width, 0), gap=0)


def tick_box(label: Text, ink: Color, bold: bool = False, size: float = TICK_BOX) -> Block:
    """An empty box to tick by hand, with what a tick says beside it."""
    box = Plane(_UNIT, _UNIT, (Point("tick box", Paint(line=ink, width=1.75), 0.5, 0.5, size, "rect"),), size)
    says = TextBlock((Styled(label, "lead", ink, bold=bold),), anchor="middle")
    return Row((box, says), fixed=(size, 0), gap=10)


def bar(said: Text, fill: Color = "primary", ink: Color = "background", inset: float = 14) -> Block:
    """A bar with a bold head `inset` points from its edge, which stands over what it is the head of."""
    head = TextBlock((Styled(said, "card", ink, bold=True),), anchor="middle")
    return Panel(Row((Space(0), head), fixed=(inset - BAR_PADDING, 0), gap=0), fill=fill, padding=BAR_PADDING)
