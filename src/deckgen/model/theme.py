"""Roles of colour and type, and what a brand makes of them. In: made by brand. Out: layout measures by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal, get_args

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
    "mark",
    "tint1",
    "tint2",
    "tint3",
    "shade",
    "highlight",
]
"""foreground/background/muted/panel are tx1/bg1/tx2/bg2 of a slide; primary … rule are accent1–6, see SCHEME.

A mark is what is counted or measured and is not the finding, in a tone between primary and its tints, which go from
the lightest on; the shade is darker than primary. The highlight is the accent as it is read on primary. A brand does
not name them (see grounds). All roles are those of a white page; on another ground each is painted so that it says
the same there.
"""

Ground = Literal["white", "panel", "primary"]
"""What a page stands on."""

GROUNDS: tuple[Ground, ...] = get_args(Ground)

Room = Literal["chamber", "desk"]
"""Where a deck is seen: on the wall of a meeting, or on paper and a screen of one's own."""

SignShape = Literal["hexagon", "square", "circle"]
"""A sign that stands for one of what is counted, and for nothing else in a deck."""

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
    "hero",
    "figure",
    "title",
    "verb",
    "number",
    "subtitle",
    "question",
    "point",
    "lead",
    "body",
    "card",
    "so_what",
    "chart",
    "label",
    "cell",
    "table",
    "reference",
    "tracker",
    "foot",
]
"""What a text is on a page.

A hero is the one number of a page, a figure one of a few, a number one of a row; a verb is what a card asks for; a
card's head is `card`, and what stands small on it a `label`; a point is an item of a list that may be large; a
reference is looked up by a reader, and read from no wall.
"""


TYPE_SCALES: Mapping[Room, Mapping[Role, tuple[float, ...]]] = {
    "chamber": {
        "cover": (54, 48, 44, 40),
        "section": (44, 40, 36),
        "statement": (44, 40, 36, 32),
        "hero": (166, 138, 112, 96),
        "figure": (96, 80, 66, 54),
        "title": (32, 30, 28),
        "verb": (36, 32, 28),
        "number": (32, 28, 24),
        "subtitle": (18, 17, 16),
        "question": (44, 40, 36, 32, 28),
        "point": (24, 22, 20, 18),
        "lead": (24, 22, 20, 18),
        "body": (20, 19, 18),
        "card": (22, 21, 20),
        "so_what": (20, 19, 18),
        "chart": (18, 17, 16),
        "label": (16,),
        "cell": (20, 18, 17, 16),
        "table": (18, 17, 16),
        "reference": (20, 18, 16, 15, 14),
        "tracker": (14, 12),
        "foot": (12, 11),
    },
    "desk": {
        "cover": (54, 48, 44, 40),
        "section": (40, 36, 32),
        "statement": (44, 40, 36, 32, 28),
        "hero": (112, 96, 80, 66, 54),
        "figure": (54, 48, 42, 36),
        "title": (28, 26, 24),
        "verb": (28, 26, 24),
        "number": (24, 22, 20),
        "subtitle": (16, 15, 14),
        "question": (36, 32, 28, 26, 24),
        "point": (20, 18, 16, 15, 14),
        "lead": (20, 18, 16),
        "body": (16, 15, 14),
        "card": (18, 17, 16),
        "so_what": (18, 17, 16),
        "chart": (14, 13, 12),
        "label": (13, 12),
        "cell": (16, 15, 14, 13, 12),
        "table": (14, 13, 12),
        "reference": (16, 15, 14, 13, 12),
        "tracker": (12,),
        "foot": (10, 9),
    },
}
"""Points per role in each room: preferred first, floor last."""

LARGER_TYPE: Mapping[Room, Mapping[Role, tuple[float, ...]]] = {
    "chamber": {},
    "desk": {
        "figure": (80, 66),
        "point": (22,),
        "lead": (22,),
        "body": (18, 17),
        "card": (20, 19),
        "label": (14,),
        "cell": (18, 17),
        "table": (16, 15),
        "reference": (18, 17),
    },
}
"""Points that a role may grow to on a page that has the room, largest first; other roles stay as they are."""

TIGHT_SCALES: Mapping[Room, Mapping[Role, tuple[float, ...]]] = {
    room: {
        role: (*sizes, *(size for size in (desk[role][0], desk[role][-1]) if size < sizes[-1]))
        for role, sizes in scale.items()
    }
    for desk in (TYPE_SCALES["desk"],)
    for room, scale in TYPE_SCALES.items()
}
"""The same on pages that leave a body less room than ours: where a chamber's type does not fit, a desk's may."""


HEADING_ROLES: frozenset[Role] = frozenset(
    {"cover", "section", "statement", "hero", "figure", "title", "verb", "number", "question"}
)
"""Roles set in the heading face; all others in the body face."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What of a drawing is of one colour role, in the view of all of it.

    `own` is the colour that the drawing brings, as `RRGGBB`; empty where it is that of the role.
    """

    color: Color
    outline: Outline
    own: str = ""


@dataclass(frozen=True, slots=True)
class Artwork:
    """A logo or a motif drawn as outlines, in a view of `width` by `height` units; the first at the back.

    `name` is what a reader of the screen is told; empty where it only adorns.
    """

    name: str
    width: float
    height: float
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """A logo that is shown as it is: a PNG or JPEG (`form`), of which `width` by `height` pixels are seen.

    `margins` are empty and left out: at the left, top, right and bottom, as parts of the whole picture.
    """

    name: str
    width: int
    height: int
    data: bytes
    form: str
    margins: tuple[float, float, float, float] = (0, 0, 0, 0)


Logo = Artwork | LogoPicture


@dataclass(frozen=True, slots=True)
class Form:
    """What a brand gives shapes and lines: `corner` is the radius of panels and bars, in points."""

    corner: float = 0
    rule: float = 1
    """The weight of thin lines, in points."""
    accent_rules: bool = False
    """Whether the line under the title of an opening page is in the accent."""


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
    motif: Artwork | None = None
    """What the brand draws on the pages that open and close."""
    mark: Artwork | None = None
    """The sign of the brand that is drawn large where it has no motif."""
    dark: bool = False
    """Whether slides are dark and their text light."""
    tight: bool = False
    """Whether pages leave a body less room than ours do, as those of a client's template."""
    bold_titles: bool = True
    """Whether titles are bold, which a brand may say otherwise."""
    title_color: Color = "foreground"
    """Of the titles of content slides."""
    form: Form = field(default_factory=Form)
    template: Path | None = None
    """A client's template to build on, where the brand file names one."""
    fonts: Mapping[str, FaceMetrics] = field(default_factory=dict)
    named_colors: Mapping[str, str] = field(default_factory=dict)
    """Every colour that the brand names, as `RRGGBB`: offered to whoever edits the deck, drawn by nothing."""

    def type_scale(self, room: Room) -> Mapping[Role, tuple[float, ...]]:
        """The sizes of every role in that room."""
        return (TIGHT_SCALES if self.tight else TYPE_SCALES)[room]
