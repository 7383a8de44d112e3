"""What is drawn: shapes of PowerPoint and outlines of our own, and how they are painted.

In: kinds. Out: blocks, and what stands on a plane; layout places them.
"""

from __future__ import annotations

from typing import Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.styled import Align, Anchor
from deckgen.model.theme import Color

TIP = 36.0
"""Points that the tip of a home plate is long at most."""
CHAIN_TIP = 16.0
"""The same where home plate and chevrons follow each other, each in the notch of the next."""
Geometry = Literal["rect", "ellipse", "hexagon", "homePlate", "chevron", "rightArrow", "trapezoid", "diamond", "line"]
"""A hexagon stands on a point and keeps its shape. A chevron is notched by as much as it points."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn mark of a fixed size, in points: a rule, a dot, an arrow. Width 0 fills the width it is given."""

    geometry: Geometry
    color: Color
    width: float
    height: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Paint:
    """How what is drawn looks: filled, outlined, or both. `width` of the outline in points."""

    fill: Color | None = None
    line: Color | None = None
    width: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """An outline in its own proportions, as large as its place holds it: an icon, a motif, the outline of a land.

    `width` and `height` in points. Width 0 is the width it is given, and then `height` is natural and a higher place
    is filled; height 0 is as high as its width asks. `ground` is a colour behind it, `padding` the room around it.
    """

    outline: Outline
    paint: Paint
    width: float = 0
    height: float = 0
    padding: float = 0
    ground: Color | None = None
    align: Align = "left"
    anchor: Anchor = "middle"
    name: str = "drawing"
