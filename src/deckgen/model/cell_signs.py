"""Signs that a cell of a table is drawn with where it says nothing else: a tick, and a ball that fills by quarters.

In: what the content wrote, `✓` or one of `○ ◔ ◑ ◕ ●`. Out: cells with the sign drawn, and the words for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.model.language import Labels
from deckgen.model.outline import Commands, Outline, VectorPath
from deckgen.model.shapes import Drawing, Paint
from deckgen.model.styled import Align, Styled
from deckgen.model.table import CellEdge, TableCell
from deckgen.model.text import MISSING, Text
from deckgen.model.theme import Color, Role

SIZE: Final = 22.0
LINE: Final = 2.0
VIEW: Final = 24.0
_MIDDLE, _RADIUS = 12.0, 10.0
_BOW = _RADIUS * 0.5523
"""How far the handles of a curve that draws a quarter of a circle stand from its ends."""
TICK: Final = "✓"
BALLS: Final = "○◔◑◕●"


def _quarters(count: int) -> Commands:
    """So many quarters of a circle, clockwise from the top."""
    x = y = _MIDDLE
    r, b = _RADIUS, _BOW
    curves = (
        (x + b, y - r, x + r, y - b, x + r, y),
        (x + r, y + b, x + b, y + r, x, y + r),
        (x - b, y + r, x - r, y + b, x - r, y),
        (x - r, y - b, x - b, y - r, x, y - r),
    )
    start: Commands = (("M", (x, y - r)),)
    drawn: Commands = tuple(("C", curve) for curve in curves[:count])
    back: Commands = (("L", (x, y)),) if count < len(curves) else ()
    end: Commands = (("Z", ()),)
    return (*start, *drawn, *back, *end)


def _ball(quarters: int) -> Outline:
    ring = VectorPath(_quarters(4), filled=False, stroke=LINE)
    full = (VectorPath(_quarters(quarters)),) if quarters else ()
    return Outline(VIEW, VIEW, (*full, ring))


_TICK = Outline(
    VIEW, VIEW, (VectorPath((("M", (3, 13)), ("L", (9, 19)), ("L", (21, 5))), filled=False, stroke=LINE * 1.5),)
)
OUTLINES: Final[Mapping[str, Outline]] = {
    TICK: _TICK,
    **{sign: _ball(quarters) for quarters, sign in enumerate(BALLS)},
}


def said_in_words(cell: Text, labels: Labels) -> str:
    """What a cell says, for who hears the table."""
    said = cell.plain.strip()
    if said == TICK:
        return labels.ticked
    return labels.quarters.format(quarters=BALLS.index(said)) if said in OUTLINES else said


def is_missing(cell: Text) -> bool:
    return cell.plain.strip() in ("", MISSING)


def cell_of(
    said: Text,
    role: Role = "cell",
    *,
    fill: Color | None = None,
    bold: bool = False,
    align: Align = "left",
    tail: str | None = None,
    edge: CellEdge = "none",
) -> TableCell:
    """A cell with the text, or with the sign that the text stands for."""
    outline = OUTLINES.get(said.plain.strip())
    if outline is None:
        color: Color = "muted" if is_missing(said) else "foreground"
        return TableCell((Styled(said, role, color, bold=bold, align=align),), fill, tail=tail, edge=edge)
    line = LINE * 1.5 if said.plain.strip() == TICK else LINE
    sign = Drawing(outline, Paint("primary", "primary", line), SIZE, SIZE, align="center", name="sign")
    return TableCell((), fill, sign=sign, edge=edge)
