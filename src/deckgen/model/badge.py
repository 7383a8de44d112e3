"""A numbered circle: the sign of one item, from page to page. In: its number. Out: a block, as high as it is wide."""

from __future__ import annotations

from deckgen.model.blocks import Area, Label, Linear, Paint, Plane, Styled
from deckgen.model.text import text
from deckgen.model.theme import Color


def badge(number: int, fill: Color = "primary") -> Plane:
    said = Styled(text(str(number), f"badge/{number}"), "label", "background", bold=True, align="center")
    circle = Area("badge", Paint(fill), geometry="ellipse", label=Label((said,), gap=0))
    return Plane(Linear(0, 1), Linear(0, 1), (circle,))
