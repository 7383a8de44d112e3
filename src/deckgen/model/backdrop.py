"""What a slide layout shows behind the items of a slide, for renderers that have no slide layouts of their own.

In: read of a template by powerpoint. Out: grounds, shapes, pictures and texts in colours as they are, back to front.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from deckgen.model.frames import FrameParagraph
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.shapes import Geometry
from deckgen.model.styled import Anchor
from deckgen.model.units import Box


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as `RRGGBB`; `opacity` in per cent."""

    color: str
    opacity: int = 100


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours from one side to another: each with its place from 0 to 1; `angle` clockwise from left to right."""

    stops: tuple[tuple[float, Ink], ...]
    angle: float = 0


@dataclass(frozen=True, slots=True)
class BackdropShape:
    """A shape, an outline that fills its box, or a line; `turned` clockwise in degrees around its middle."""

    box: Box
    geometry: Geometry | Outline
    fill: Ink | Gradient | None = None
    line: Ink | None = None
    line_width: float = 0
    corner: float = 0
    """The radius of a rectangle's corners, in points."""
    rising: bool = False
    turned: float = 0


@dataclass(frozen=True, slots=True)
class BackdropPicture:
    """A picture, of which `crop` is cut off as of one on a slide; `opacity` in per cent.

    It is flipped `across` or `down`, and then `turned` as a shape is.
    """

    box: Box
    data: bytes
    content_type: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    opacity: int = 100
    across: bool = False
    down: bool = False
    turned: float = 0


@dataclass(frozen=True, slots=True)
class BackdropText:
    """A text that stands on every slide."""

    box: Box
    paragraphs: tuple[FrameParagraph, ...]
    ink: Ink
    anchor: Anchor = "top"


BackdropMark = BackdropShape | BackdropPicture | BackdropText


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A slide layout as it is seen: its ground, what stands on that, and what each placeholder gives its text.

    Placeholders are known by their index.
    """

    ground: Ink | Gradient | BackdropPicture
    marks: tuple[BackdropMark, ...] = ()
    text_colors: Mapping[int, str] = field(default_factory=dict)
    text_panels: Mapping[int, BackdropShape] = field(default_factory=dict)
    """What a placeholder with a fill of its own draws behind its text, where it is filled."""
