"""Roles of colour and type, and what a brand makes of them. In: made by brand. Out: layout measures by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.metrics import FaceMetrics
from deckgen.model.outline import Outline
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
class Layer:
    """What of a drawing is of one colour role, in the view of all of it."""

    color: Color
    outline: Outline


@dataclass(frozen=True, slots=True)
class Wordmark:
    """The organisation's name drawn as outlines, in a view of `width` by `height` units; the first at the back."""

    name: str
    width: float
    height: float
    layers: tuple[Layer, ...]


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
    dark: bool = False
    """Whether slides are dark and their text light."""
    bold_titles: bool = False
    """Whether the brand asks for a bold weight of its headings; large numbers stay regular."""
    template: Path | None = None
    """A client's template to build on, where the brand file names one."""
    fonts: Mapping[str, FaceMetrics] = field(default_factory=dict)
