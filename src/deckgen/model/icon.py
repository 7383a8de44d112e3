"""Icons. In: named in content. Out: a noun that kinds draw, bare or on a square."""

from __future__ import annotations

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.shapes import Drawing, Paint
from deckgen.model.styled import Align, Anchor
from deckgen.model.text import NOWHERE
from deckgen.model.theme import Color

WEIGHT = 1.1 / 24
"""Width of an icon's line as a share of its size: 1.75 points at 38."""
LEAST_LINE = 1.25
INSIDE = 0.64
"""How much of its square an icon takes."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A line drawing of the icon set, by the name that content gives it."""

    name: str
    outline: Outline
    span: Span = NOWHERE


def icon_block(
    icon: Icon,
    size: float = 40,
    color: Color = "primary",
    ground: Color | None = None,
    align: Align = "left",
    anchor: Anchor = "top",
) -> Drawing:
    """An icon in a square of `size` points: bare, or on a `ground` of that colour with room around it."""
    inside = size * INSIDE if ground else size
    line = round(max(LEAST_LINE, inside * WEIGHT), 2)
    paint = Paint(color, color, line)
    padding = (size - inside) / 2
    return Drawing(icon.outline, paint, size, size, padding, ground, align, anchor, f"icon {icon.name}")
