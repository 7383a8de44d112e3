"""The slide layouts of a template, ours or a client's. In: read by powerpoint. Out: layout sets slides on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE
from deckgen.model.theme import SCHEME, Color, Ground, Role
from deckgen.model.units import Box, Emu


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour of the theme by its name in slides, or as `#RRGGBB` one that a client's design has beside its theme.

    Its lightness times `times` and plus `plus`, its saturation times `saturation`, in per mille.
    """

    scheme: str
    times: int = 1000
    plus: int = 0
    saturation: int = 1000


OWN_PAINTS: Mapping[Color, Paint] = {role: Paint(name) for role, name in SCHEME.items()}
"""What stands for each colour role in the template that is made from a brand."""


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
    role: Role = "title"
    """What stands in it, where it is a title: the role whose sizes are tried."""
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
class Plate:
    """A plain field that is drawn on a slide behind all else, where a client's slide layout wants one."""

    box: Box
    color: Color


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
    absent: frozenset[str] = frozenset()
    """Slots that the template has no place for; what would fill them is left out."""
    ground: Ground = "white"
    flows: bool = False
    """Whether the title is as high as its text, and what stands under it follows."""
    narrow: bool = False
    """Whether it shares the page with a picture: its title may take more lines, and no rail of progress has room."""
    under: Emu = 0
    """Where what stands under the title may begin; 0: right under it."""
    plates: tuple[Plate, ...] = ()


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
    grounds: Mapping[Ground, Mapping[Color, Paint]] = field(default_factory=dict)
    """The paints on each ground that pages may stand on; empty where all stand on what the template gives them."""

    def on(self, ground: Ground) -> Mapping[Color, Paint]:
        """What stands for each colour role on that ground."""
        return self.grounds.get(ground, self.paints)


def on_ground(name: str, ground: Ground) -> str:
    """What a slide layout of ours is called on a ground; on white it has its own name."""
    return name if ground == "white" else f"{name} on {ground.capitalize()}"


LAYOUT_NAMES = (
    "Cover",
    "Section",
    "Statement",
    "Statement and Diagram",
    "Title and Body",
    "Two Lists",
    "Diagram",
    "Chart",
    "Chart and Takeaways",
    "Table",
    "Contact",
)
"""The slide layouts that kinds name, in the order in which PowerPoint offers them."""

DRAWN_COVER, DRAWN_CONTACT = "Cover and Diagram", "Contact and Diagram"
"""Those that our own template has alone: an arrangement on one stands over another for a client's template."""


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
