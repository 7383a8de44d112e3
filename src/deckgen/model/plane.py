"""A drawing by data: two scales and the marks that are placed on them by value.

In: kinds. Out: a block; layout places each mark, and labels where they have room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.shapes import CHAIN_TIP, Geometry, Paint
from deckgen.model.styled import Align, Styled
from deckgen.model.theme import Color

if TYPE_CHECKING:  # a mark may hold any block, and a plane is one
    from deckgen.model.blocks import Block


@dataclass(frozen=True, slots=True)
class Linear:
    """A scale of numbers: `start` at the left or the top, `end` at the other side; it may count down."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Bands:
    """A scale of `count` cells of one size, `gap` points apart and each at most `most` points long (0: no limit).

    Cell 0 is from 0 to 1, so that a mark over the first five cells is from 0 to 5 and ends where the fifth does.
    """

    count: int
    gap: float = 0
    most: float = 0


Scale = Linear | Bands
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a mark, measured as any text is. `width` in points; 0: the mark's own, or what is left beside it.

    Its edge stands at the mark's own: the left one where the text is set from the left, and so on. Above and below a
    mark without a width it is as wide as its text, and moved into the drawing where it would stand out.
    """

    parts: tuple[Styled, ...]
    side: Literal["inside", "above", "below", "left", "right", "around"] = "inside"
    """`around`: where nothing is in its way and all of it is on one land, or on none, the nearest first."""
    width: float = 0
    gap: float = 4
    otherwise: Literal["", "left", "right"] = ""
    """Where it goes, in the page's own ink, if it does not fit its mark, or stand beside it on one line."""
    yields: bool = False
    """What it says is said elsewhere too: it is left out where it has no room, or touches a label that stays."""
    inks: tuple[tuple[Color, Color], ...] = ()
    """Of one around its mark: its ink where it stands on a land of that fill, if not its own."""
    leader: Paint | None = None
    """Likewise: it may stand far off, and a line of that paint leads to its mark."""


@dataclass(frozen=True, slots=True)
class Area:
    """A mark from value to value, None from edge to edge: a bar, a range, a band behind others, a sign, a land.

    An outline keeps its proportions: it is as large as it can be in the middle of its place.
    """

    name: str
    paint: Paint
    x: Span | None = None
    y: Span | None = None
    geometry: Geometry | Outline = "rect"
    label: Label | None = None
    holds: Block | None = None
    """What stands on it, where that is more than a label; set as in a box of its size."""
    tip: float = CHAIN_TIP
    """How far a home plate or a chevron points at most, in points."""
    stretched: bool = False
    """Whether an outline fills its place, out of proportion if need be."""
    taper: float = 0
    """By what part of its width a trapezoid is narrower at each end of its upper side; below 0 of its lower side."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sign of a fixed size in points, its middle at a value, or its foot where it `stands` there as a pin does.

    Size 0 is for a label that stands alone. Those with a `leader` are moved apart where they would touch each other;
    a line of that paint leads to where each belongs.
    """

    name: str
    paint: Paint
    x: float
    y: float
    size: float
    geometry: Geometry | Outline = "ellipse"
    label: Label | None = None
    stands: bool = False
    leader: Paint | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line between two places, `paint` without a fill: an axis, a tick, a line of now, a link."""

    name: str
    paint: Paint
    x: Span
    y: Span
    label: Label | None = None
    arrow: bool = False
    """With an arrow head where it ends."""


PlaneMark = Area | Point | Segment


@dataclass(frozen=True, slots=True)
class Plane:
    """A drawing by data: marks placed by value on two scales, the first at the back, labels in front of all of them.

    `height` in points is natural, and a higher place is filled; without one, a unit is as high as it is wide, as for
    signs that are counted and for maps. `room` is left around the scales for labels: left, top, right, bottom.
    `contained` is for those too, where height is as scarce as width: with a `height`, a unit is as long down as it is
    across, the whole as large as its place, at this side of it and half way up.
    """

    x: Scale
    y: Scale
    marks: tuple[PlaneMark, ...]
    height: float | None = None
    room: tuple[float, float, float, float] = (0, 0, 0, 0)
    contained: Align | None = None
