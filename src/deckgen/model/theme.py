"""Roles of colour and type, and the slide layouts of a template.

In: brand (theme) and powerpoint (slide layouts read from the template). Out: layout measures by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from deckgen.model.metrics import FaceMetrics
from deckgen.model.units import Box, Emu

Color = Literal[
    "foreground",
    "background",
    "primary",
    "accent",
    "muted",
    "panel",
    "rule",
    "data3",
    "data4",
    "data5",
]
"""foreground/background/muted/panel are the theme's dk1/lt1/dk2/lt2; primary … rule are accent1–6, see SCHEME."""

SCHEME: Mapping[Color, str] = {
    "foreground": "tx1",
    "background": "bg1",
    "muted": "tx2",
    "panel": "bg2",
    "primary": "accent1",
    "accent": "accent2",
    "data3": "accent3",
    "data4": "accent4",
    "data5": "accent5",
    "rule": "accent6",
}
"""Colour role → scheme colour in slides and charts."""

Role = Literal[
    "cover",
    "section",
    "statement",
    "figure",
    "title",
    "question",
    "point",
    "lead",
    "body",
    "label",
    "cell",
    "table",
    "foot",
]

TYPE_STEPS: Mapping[Role, tuple[float, ...]] = {
    "cover": (40, 36, 32),
    "section": (36, 32, 28),
    "statement": (32, 28, 24),
    "figure": (54, 44, 36),
    "title": (26, 24),
    "question": (24, 22, 20, 18, 16),
    "point": (20, 18, 16, 15, 14),
    "lead": (20, 18, 16),
    "body": (16, 15, 14),
    "label": (12,),
    "cell": (16, 15, 14, 13, 12),
    "table": (14, 13, 12),
    "foot": (10, 9),
}
"""Points per role: preferred first, floor last. A point is an item of a list that may be large; a cell, a table's."""

HEADING_ROLES: frozenset[Role] = frozenset({"cover", "section", "statement", "figure", "title"})
"""Roles set in the heading face; all others in the body face."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a slide layout. `box` is where it sits; insets are zero in our template."""

    name: str
    index: int
    type: str
    box: Box
    anchor: Literal["top", "middle", "bottom"] = "top"
    size: float = 0.0
    """The layout's own default type size in points, what "reset slide" goes back to."""
    bold: bool = False
    """The layout's own default weight."""
    color: Color | None = None
    """The layout's own default colour, such as background on a dark page; None where it names no role."""


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A named slide layout: its slots by name, and the canvas that diagrams may use."""

    name: str
    slots: Mapping[str, Slot]
    canvas: Box


@dataclass(frozen=True, slots=True)
class Template:
    """A template as layout and writer need it: the file's bytes and its slide layouts by name."""

    data: bytes
    slide_layouts: Mapping[str, SlideLayout]
    width: Emu
    height: Emu


@dataclass(frozen=True, slots=True)
class VectorPath:
    """A filled outline in one colour role. Commands in absolute view units: ("M", (x, y)), ("L", (x, y)),
    ("C", (x1, y1, x2, y2, x, y)), ("Z", ())."""

    color: Color
    commands: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class Wordmark:
    """The organisation's name drawn as outlines, in a view of `width` by `height` units."""

    name: str
    width: float
    height: float
    paths: tuple[VectorPath, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Faces and colours. `colors` maps role to `RRGGBB`; `fonts` the faces that the brand gives a file of."""

    name: str
    heading_face: str
    body_face: str
    colors: Mapping[Color, str]
    slide_width: Emu
    slide_height: Emu
    wordmark: Wordmark | None = None
    fonts: Mapping[str, FaceMetrics] = field(default_factory=dict)
