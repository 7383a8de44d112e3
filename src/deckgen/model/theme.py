"""Roles of colour and type, and the slide layouts of a template.

In: brand (theme) and powerpoint (slide layouts read from the template). Out: layout measures by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.model.metrics import FaceMetrics
from deckgen.model.text import NOWHERE
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


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour of the theme by its name in slides; its lightness times `times` and plus `plus`, in per mille."""

    scheme: str
    times: int = 1000
    plus: int = 0


OWN_PAINTS: Mapping[Color, Paint] = {role: Paint(name) for role, name in SCHEME.items()}
"""What stands for each colour role in the template that is made from a brand."""

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
    """A place for one thing on a slide layout: a placeholder, or (`drawn`) a box that the template has none for.

    `box` is where its text stands, the placeholder's own insets taken off.
    """

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
    drawn: bool = False
    own_box: bool = False
    """Stands elsewhere than the slide layout has it, so the slide says where."""
    still: bool = False
    """Keeps its place and size, because it is seen: it brings a ground of its own."""
    steps: tuple[float, ...] = ()
    """Type sizes to try where the template's own size leads, instead of those of a role."""
    align: Literal["left", "center", "right"] = "left"
    """How the template sets text that asks for nothing else."""
    caps: bool = False
    """Set in capitals by the template."""
    face: str = ""
    """The face that the placeholder gives: `+mj-lt`, `+mn-lt`, the name of another, or `none`; empty: by its type."""
    hang: Emu | None = None
    """Hanging indent of the template's own bullet; None: it has none, and ours is written."""
    keeps: frozenset[Color] | None = None
    """Colour roles that may be written here; None: all of them."""
    ground: str = ""
    """What is behind it, as `RRGGBB`, where that is not the theme's background."""
    paint: Color | None = None
    """What is written instead of the others, and where nothing is asked for; None: the placeholder's own colour."""

    def painted(self, color: Color | None) -> Color | None:
        """The colour to write where `color` is asked for."""
        return color if color is not None and (self.keeps is None or color in self.keeps) else self.paint


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A slide layout under the name that kinds say: its slots by name, and the canvas that diagrams may use.

    Two names may lead to one slot: what they say then follows in one text, in the order of the kind.
    """

    name: str
    slots: Mapping[str, Slot]
    canvas: Box
    part: str = ""
    """The name of its part in the template's package."""
    open_canvas: Box | None = None
    """The canvas of a slide that leaves the drawn lead out; None: the same."""
    absent: frozenset[str] = frozenset()
    """Slots that the template has no place for; what would fill them is left out."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template as layout and writer need it: the file's bytes and its slide layouts by the names that kinds say.

    Boxes are measured as on a page whose shorter side is 7.5 in; `scale` is how many times larger the real page is.
    """

    data: bytes
    slide_layouts: Mapping[str, SlideLayout]
    width: Emu
    height: Emu
    scale: float = 1.0
    paints: Mapping[Color, Paint] = field(default_factory=lambda: OWN_PAINTS)


LAYOUT_NAMES = (
    "Cover",
    "Agenda",
    "Section",
    "Statement",
    "Title and Body",
    "Two Columns",
    "Two Lists",
    "Diagram",
    "Diagram with Lead",
    "Chart",
    "Chart and Takeaways",
    "Table",
    "Table with Lead",
    "Option",
    "Questions",
    "Ask",
    "Contact",
    "Appendix",
)
"""The slide layouts that kinds name, in the order in which PowerPoint offers them."""


@dataclass(frozen=True, slots=True)
class MappedLayout:
    """The name of a client's slide layout, and where it is written."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class TemplateMapping:
    """What a person decided of a client's template: its master, counted from 1, and slide layouts by our names."""

    master: int | None = None
    layouts: Mapping[str, MappedLayout] = field(default_factory=dict)
    master_span: Span = NOWHERE


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
    dark: bool = False
    """Whether slides are dark and their text light."""
    bold_titles: bool = False
    """Whether the brand asks for a bold weight of its headings; large numbers stay regular."""
    template: Path | None = None
    """A client's template to build on, where the brand file names one."""
    fonts: Mapping[str, FaceMetrics] = field(default_factory=dict)
