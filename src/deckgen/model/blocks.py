"""The closed vocabulary of blocks that a kind composes a slide from.

In: kinds. Out: layout measures and places them. A block knows roles, never points, colours' values or coordinates.
"""

from __future__ import annotations

from typing import Literal

from deckgen.model.chart import ChartData
from deckgen.model.drawing import DrawingData
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.text import EMPTY, Text
from deckgen.model.theme import Color, Role

Anchor = Literal["top", "middle", "bottom"]
Align = Literal["left", "center", "right"]
Marker = Literal["none", "bullet", "number"]
TIP = 36.0
"""Points that the tip of a home plate is long at most."""
CHAIN_TIP = 16.0
"""The same where home plate and chevrons follow each other, each in the notch of the next."""
GUTTER = 14.4
"""Points between columns of the grid: what stands side by side keeps to its edges."""
BESIDE = "\u00a0· "
"""What stands between two texts on a line; a line never begins with it."""

Geometry = Literal["rect", "ellipse", "hexagon", "homePlate", "chevron", "rightArrow", "trapezoid", "diamond", "line"]
"""A hexagon stands on a point and keeps its shape. A chevron is notched by as much as it points."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A text in a role. `space` is extra room above it, in points, where it is not the first.

    `color` None leaves the colour to the placeholder that it fills.
    """

    text: Text
    role: Role = "body"
    color: Color | None = "foreground"
    bold: bool = False
    align: Align = "left"
    marker: Marker = "none"
    space: float = 0
    number: int = 1
    """What a numbered list begins at: more than 1 where it goes on from another page."""
    under: tuple[Text, ...] = ()
    """The items under it, where it is an item of a list; they stay with it."""
    key: Color | None = None
    """The colour of its bold words, where they are to be seen before the others."""
    aside: Text = EMPTY
    """What is said beside it and follows it on its line, muted."""


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


CellEdge = Literal["none", "total", "framed"]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a native table. `sign` is drawn in the middle of one that says nothing.

    `badge` stands before what the cell says, half way up. An `outlined` cell is a field with a dashed line round it.
    """

    parts: tuple[Styled, ...]
    fill: Color | None = None
    across: int = 1
    """How many columns it takes; the cells that it covers are there, and say nothing."""
    sign: Drawing | None = None
    badge: Plane | None = None
    outlined: bool = False
    tail: str | None = None
    """Of a number, what stands behind its whole part, so that decimals of a column stand under each other."""
    edge: CellEdge = "none"
    """A strong rule over a total, or a frame around all cells of a row in the accent."""
    joins: bool = False
    """Its second text follows the first on the line where that saves one, in a table that stands side by side."""


@dataclass(frozen=True, slots=True)
class TableGroup:
    """A group of rows: where in the rows its head stands, and the row that heads what of it is on a next page."""

    at: int
    again: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A native table: a header row and body rows; `weights` of the columns, or none where their texts decide.

    Rows continue on a next slide. They open to fill the slot in a calm way; those of a `compact` one are close, and
    open by a little.
    """

    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    weights: tuple[float, ...]
    alt: str
    name: str
    slot: str = ""
    compact: bool = False
    settled: bool = False
    """Its weights are widths that were settled for the whole table, so that columns are the same on every page."""
    named_rows: bool = False
    """Whether its first column names the rows, so that whoever hears the table is told it with each cell."""
    apart: bool = False
    """Its columns stand apart and its filled cells are fields, so that what is empty is seen."""
    even: bool = False
    """All rows under its header are as high as the highest of them."""
    stretch: tuple[int, int, int] | None = None
    """The first and the last of its rows that stand on this page, and how many there are; None: all of them."""
    groups: tuple[TableGroup, ...] = ()
    """The heads among its rows: none is the last of a page, and one is repeated where its rows go on."""
    hugs: tuple[int, ...] = ()
    """Columns that are as wide as their widest text on one line, or on two, where that leaves the others enough."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A table as two, side by side, divided where the higher of them is lowest; as one, where a page is narrow."""

    table: TableBlock


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

    `name` says what sets it apart from the one before it, such as "two columns". `step` is the step of the type scale
    from which on it is tried: one that costs more than large type may wait until type would get small. One that is a
    `last_resort` waits until the others take more pages, in whatever type.
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
