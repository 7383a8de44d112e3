"""The closed vocabulary of blocks that a kind composes a slide from.

In: kinds. Out: layout measures and places them. A block knows roles, never points, colours' values or coordinates.
"""

from __future__ import annotations

from typing import Literal

from deckgen.model.annotation import ChartAnnotation
from deckgen.model.chart_data import ChartData
from deckgen.model.drawing import DrawingData
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plane import Plane
from deckgen.model.shapes import TIP, Drawing, Geometry, Mark
from deckgen.model.styled import Anchor, Styled
from deckgen.model.table import SideBySide, TableBlock
from deckgen.model.text import EMPTY, Text
from deckgen.model.theme import Color

GUTTER = 14.4
"""Points between columns of the grid: what stands side by side keeps to its edges."""
BESIDE = "\u00a0· "
"""What stands between two texts on a line; a line never begins with it."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One text box. With `slot` it fills a placeholder of the slide layout; `link` is the id of a slide to go to."""

    parts: tuple[Styled, ...]
    slot: str = ""
    anchor: Anchor = "top"
    link: str = ""
    name: str = ""
    splits: bool = False
    """May continue on a next slide, split between parts."""
    spread: bool = False
    """May open its paragraph spacing to fill its slot in a calm way."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One list over two placeholders, divided where the higher of them is lowest; may continue on a next slide."""

    parts: tuple[Styled, ...]
    slots: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Space:
    """Empty room, in points."""

    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks side by side: by weight, or a fixed width in points where `fixed` gives one (0: by weight).

    A child that `hugs` something is as wide as the widest of that is on one line: itself, or what stands at its place
    in sibling rows too. All get the height of the highest. `gap` in points.
    """

    children: tuple[Block, ...]
    weights: tuple[float, ...] = ()
    fixed: tuple[float, ...] = ()
    gap: float = GUTTER
    splits: bool = False
    """May continue on a next slide, split between children; so with columns and grids."""
    fitted: bool = False
    """Its children, texts maybe on panels, are as wide as their texts on one line; spare width is shared equally."""
    levels: bool = False
    """Its children are columns, maybe on panels, whose parts stand on common levels; so with grids (see levels)."""
    hugs: tuple[tuple[Block, ...], ...] = ()
    """For each child what it hugs; nothing: it is as wide as `fixed` or its weight says."""
    baseline: bool = False
    """Its children are texts whose last lines stand on one baseline, at the foot of the row."""


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks one under the other at their natural height; `justify` says where spare height goes.

    top: below; middle: around them; upper: around them, more below; spread: into the gaps, at most to `most` points
    each; grow: into the children in `grows` (all where it is empty).
    """

    children: tuple[Block, ...]
    gap: float = 8
    justify: Literal["top", "middle", "upper", "spread", "grow"] = "top"
    grows: tuple[int, ...] = ()
    most: float = 28
    grows_most: float = 0
    """By how many points a child that grows may grow at most; what is left stands around them. 0: by all there is."""
    least: tuple[float, ...] = ()
    """The least height of each child, in points; empty: none has one."""
    splits: bool = False
    closes: bool = False
    """Its last child stands on the last page only, where the rest continues over several."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Equal cells in `columns` columns, all rows of one height.

    `fill` stretches the rows over the region; `down` fills the first column before the next.
    """

    children: tuple[Block, ...]
    columns: int
    gap: float = GUTTER
    fill: bool = False
    splits: bool = False
    down: bool = False
    levels: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A block on a shape: filled, outlined with a `line`, or with a thin rule at one side. Padding in points."""

    child: Block
    fill: Color | None = None
    rule: Literal["none", "top", "left", "bottom"] = "none"
    rule_color: Color = "rule"
    padding: float = 0
    geometry: Geometry = "rect"
    name: str = ""
    line: Color | None = None
    rule_width: float = 0
    """Points of the rule; 0: thin, and at the left a little thicker."""
    tip: float = TIP
    """How far a home plate or a chevron points at most, in points."""


@dataclass(frozen=True, slots=True)
class Group:
    """A diagram: what is drawn inside becomes one grouped shape with a name and an alt text."""

    child: Block
    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A native chart of a type named in charts/, in a slot or on the canvas."""

    type: str
    data: ChartData
    alt: str
    name: str
    slot: str = ""
    text: Text | None = None
    """The text of the content that this chart answers for in a diagnostic."""
    annotations: tuple[ChartAnnotation, ...] = ()
    least: float = 140.0
    """Its least height, in points."""
    told: tuple[str, ...] = ()
    """What each row says, in the order of the data, for who hears the chart; said behind `alt`."""
    splits: bool = False
    """It may go on on a next slide, between its rows; all pages have one scale."""


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture file, fitted into its box; with `focus`, it fills the box and is cut round that point.

    `size` in pixels; (0, 0): it fills its box as it is. `focus` in shares from the left and from the top. `drawing`
    is an SVG of the same. What is `drawn` has no file: its picture is made when its place is known.
    """

    path: str
    alt: str
    name: str
    slot: str = ""
    size: tuple[int, int] = (0, 0)
    focus: tuple[float, float] | None = None
    drawing: str = ""
    drawn: DrawingData | None = None


@dataclass(frozen=True, slots=True)
class Layered:
    """Blocks over each other in the same region, the first at the back."""

    children: tuple[Block, ...]


Block = (
    TextBlock
    | Mark
    | Drawing
    | Space
    | Row
    | Column
    | Grid
    | Panel
    | Group
    | ChartBlock
    | TableBlock
    | SideBySide
    | PictureBlock
    | Layered
    | Plane
)
"""What stands anywhere. The type checker closes the union: whatever looks at blocks says what it does with each."""

SlotBlock = TextBlock | TableBlock | ChartBlock | PictureBlock
"""What fills a placeholder of a slide layout, by the name of its slot."""


@dataclass(frozen=True, slots=True)
class Bleed:
    """A picture that runs off the page: over its left or right half, or all of it with a band for what is said."""

    picture: PictureBlock
    side: Literal["left", "right", "full"] = "right"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to set a slide: a slide layout, what goes into its slots, and what is drawn on its canvas.

    `name` says what sets it apart from the others, such as "two columns". What stands before a comma is what content
    may choose it by; what follows tells ways of one arrangement apart ("beside, no names on tiles"). `step` is the
    step of the type scale from which on it is tried: one that costs more than large type may wait until type would
    get small. One that is a `last_resort` waits until the others take more pages, in whatever type.
    """

    slide_layout: str
    slots: tuple[SlotBlock | Flow, ...] = ()
    canvas: Block | None = None
    name: str = ""
    step: int = 0
    last_resort: bool = False
    subtitle: Text = EMPTY
    """What is counted, where the slide has no subtitle of its own."""
    bleed: Bleed | None = None
    """A picture beside all the rest, for which the title is set as a statement."""
    quiet_title: bool = False
    """True where the body says the message, larger than any title: the title recedes in its colour."""
