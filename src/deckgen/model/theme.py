"""Roles of colour and type, and what a brand makes of them. In: made by brand. Out: layout measures by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.metrics import FaceMetrics
from deckgen.model.units import Emu

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
"""foreground/background/muted/panel are tx1/bg1/tx2/bg2 of a slide; primary … rule are accent1–6, see SCHEME."""


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
class LogoPicture:
    """A logo that is shown as it is: a PNG or JPEG (`form`) of `width` by `height` pixels."""

    name: str
    width: int
    height: int
    data: bytes
    form: str


Logo = Wordmark | LogoPicture


@dataclass(frozen=True, slots=True)
class Theme:
    """Faces and colours. `colors` maps role to `RRGGBB`; `fonts` the faces that the brand gives a file of."""

    name: str
    heading_face: str
    body_face: str
    colors: Mapping[Color, str]
    slide_width: Emu
    slide_height: Emu
    logo: Logo | None = None
    """On the page of a content slide."""
    logo_on_primary: Logo | None = None
    """On pages in primary, where the brand has one for them; else `logo` is made to be seen there."""
    dark: bool = False
    """Whether slides are dark and their text light."""
    bold_titles: bool = False
    """Whether the brand asks for a bold weight of its headings; large numbers stay regular."""
    title_color: Color = "foreground"
    """Of the titles of content slides."""
    template: Path | None = None
    """A client's template to build on, where the brand file names one."""
    fonts: Mapping[str, FaceMetrics] = field(default_factory=dict)
    named_colors: Mapping[str, str] = field(default_factory=dict)
    """Every colour that the brand names, as `RRGGBB`: offered to whoever edits the deck, drawn by nothing."""
