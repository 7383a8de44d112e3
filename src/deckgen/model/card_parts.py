"""Small parts that several kinds set on their cards and rows: a numbered badge, a tick box, a bar over a panel.

In: what a part says, its field path and its colours. Out: blocks.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.blocks import Block, Panel, Row, Space, TextBlock
from deckgen.model.plane import Label, Linear, Plane, Point
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Role

INSET, SMALL_INSET = 14.4, 12.0
"""Points from the edge of what is filled to its text: in panels and bars, and in small parts."""
BADGE: Final = 43.2
"""Points across a badge: 0.6 in."""
BAR_PADDING: Final = 6.0
TICK_BOX: Final = 28.0
EDGE: Final = 5.0
"""Points of the edge that marks a card."""
TWO_DIGITS: Final = 10
_NUMERALS: Final[tuple[tuple[float, Role], ...]] = (
    (64.0, "statement"),
    (50.0, "verb"),
    (40.0, "number"),
    (30.0, "lead"),
    (24.0, "body"),
)
"""The least circle for figures of a role."""
_UNIT: Final = Linear(0, 1)


def badge(
    number: int,
    path: str,
    fill: Color = "primary",
    ink: Color = "background",
    size: float = BADGE,
) -> Plane:
    """The number of an option or a step in a circle, half way up and across the place that it is given.

    Its type is about half as high as the circle.
    """
    said = Styled(text(str(number), f"{path}/badge"), _numeral(number, size), ink, bold=True, align="center")
    return Plane(_UNIT, _UNIT, (Point("badge", Paint(fill), 0.5, 0.5, size, label=Label((said,), gap=0)),), size)


def _numeral(number: int, size: float) -> Role:
    """The largest role whose figures stand well in a circle of that size; smaller for two of them."""
    most = size if number < TWO_DIGITS else 0.8 * size
    return next((role for least, role in _NUMERALS if most >= least), "label")


def at_left(block: Block, width: float) -> Block:
    """A block of a fixed width in points at the left edge of whatever width there is."""
    return Row((block, Space(0)), fixed=(width, 0), gap=0)


def tick_box(label: Text, ink: Color, bold: bool = False, size: float = TICK_BOX) -> Block:
    """An empty box to tick by hand, with what a tick says beside it."""
    says = TextBlock((Styled(label, "lead", ink, bold=bold),), anchor="middle")
    return Row((empty_box(ink, size, bold), says), fixed=(size, 0), gap=10)


def empty_box(ink: Color, size: float = TICK_BOX, bold: bool = False) -> Plane:
    """The box alone, half way up and across the place that it is given."""
    edge = Paint(line=ink, width=2.5 if bold else 1.75)
    return Plane(_UNIT, _UNIT, (Point("tick box", edge, 0.5, 0.5, size, "rect"),), size)


def bar(said: Text, fill: Color = "primary", ink: Color = "background") -> Block:
    """A bar with a bold head, which stands over what it is the head of."""
    head = TextBlock((Styled(said, "card", ink, bold=True),), anchor="middle")
    return Panel(Row((Space(0), head), fixed=(INSET - BAR_PADDING, 0), gap=0), fill=fill, padding=BAR_PADDING)
