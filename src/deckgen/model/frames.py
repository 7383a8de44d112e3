"""A frame: everything on one slide at a fixed place, in a handful of variants. The waist of the hourglass.

In: layout. Out: powerpoint translates it and takes no decisions. Boxes in EMU, type in points, colours as roles.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_type import ChartType
from deckgen.model.drawing import Drawn, Images
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Outline
from deckgen.model.shapes import Geometry
from deckgen.model.styled import Align, Anchor
from deckgen.model.table import CellEdge
from deckgen.model.text import NOWHERE, Script
from deckgen.model.theme import Color, Ground
from deckgen.model.units import Box, Emu

Marker = Literal["none", "bullet", "number", "dash", "own"]
"""`own` leaves the bullet to the placeholder of the slide layout; a dash is the bullet of the second level."""


@dataclass(frozen=True, slots=True)
class FrameRun:
    """`"\\n"` alone is a break. `field` is "slidenum" for a page number field. `figure` names the bound figure.

    `link` is an http, https, mailto or tel address; `slide` the id of a slide that it leads to. `footnote` names the
    one whose number it is.
    """

    text: str
    field: str = ""
    bold: bool = False
    link: str = ""
    figure: str = ""
    italic: bool = False
    script: Script = ""
    slide: str = ""
    footnote: str = ""
    color: Color | None = None
    """Its own, where it is not its paragraph's."""


@dataclass(frozen=True, slots=True)
class FrameParagraph:
    """A paragraph with explicit size (points), colour, alignment and spacing (points before).

    `color` None leaves the colour to the placeholder of the slide layout.
    """

    runs: tuple[FrameRun, ...]
    size: float
    color: Color | None = "foreground"
    heading: bool = False
    """Set in the heading face."""
    bold: bool = False
    align: Align = "left"
    marker: Marker = "none"
    indent: Emu = 0
    space_before: float = 0
    caps: bool = False
    """Set in capitals by the slide layout."""
    face: str = ""
    """The face that the slide layout itself names; empty for one of the theme's two."""
    number: int = 1
    """What its numbered list begins at."""
    level: int = 0
    """0, or 1 for the second level of a list."""
    margin: Emu = 0
    """What is left free before its marker."""
    leading: float = 0
    """From line to line in points, where programs would differ; 0: as the face has it."""

    @property
    def plain(self) -> str:
        """Its words, without the numbers of footnotes."""
        return "".join([run.text for run in self.runs if not run.footnote])

    @property
    def right_to_left(self) -> bool:
        """Whether its first letter is of a script that is written from the right."""
        if self.plain.isascii():
            return False
        directions = (unicodedata.bidirectional(character) for character in self.plain)
        return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


@dataclass(frozen=True, slots=True)
class SlotRef:
    """Which placeholder of the slide layout an item fills; it then takes its place from the layout.

    `face`: the theme's face that it gives by itself, `+mj-lt` or `+mn-lt`, or `none`; empty: as its type says.
    `still`: it may not be made narrower, because its own edges are seen.
    """

    index: int
    type: str
    face: str = ""
    still: bool = False


@dataclass(frozen=True, slots=True)
class TextItem:
    """A text box or a filled placeholder. `lines` is what layout counted, for proofs. `link` is a slide id.

    `own_box`: a placeholder that stands in `box` and not where its slide layout has it.
    """

    name: str
    box: Box
    paragraphs: tuple[FrameParagraph, ...]
    slot: SlotRef | None = None
    anchor: Anchor = "top"
    link: str = ""
    lines: int = 0
    own_box: bool = False
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class ShapeItem:
    """A drawn shape without text, an outline in its box, or a line from corner to corner of it (geometry "line").

    `line_width` in points. A line that is `rising` goes from the lower left corner to the upper right one; `arrow`
    says which of its ends has a head. `tip` is how far a shape points, or a trapezoid is narrower at each end of its
    upper side (of its lower side where it is `rising`). A decorative shape carries no alt text and is marked as
    decorative.
    """

    name: str
    box: Box
    geometry: Geometry | Outline
    fill: Color | None = None
    line: Color | None = None
    line_width: float = 0.75
    dashed: bool = False
    rising: bool = False
    corner: float = 0
    """The radius of a rectangle's corners, in points."""
    arrow: Literal["", "left", "right"] = ""
    """`left` is the end at the left; of a line that stands upright, the upper one."""
    tip: Emu = 0


@dataclass(frozen=True, slots=True)
class ChartItem:
    """A native chart: what is plotted, and the chart type that knows how it is written."""

    name: str
    box: Box
    type: ChartType
    plot: Plot
    alt: str
    slot: SlotRef | None = None

    @property
    def inner(self) -> Box | None:
        """The plot's inner box on the slide, for what is drawn over it by value; None where a program chooses it."""
        return self._box(self.plot.inner) if self.plot.inner else None

    @property
    def filled(self) -> tuple[Box, ...]:
        """What it fills on the slide, without what it leaves free for annotations."""
        return tuple(map(self._box, self.plot.filled)) or (self.box,)

    def _box(self, share: Rect) -> Box:
        left, top = self.box.x + round(share.left * self.box.width), self.box.y + round(share.top * self.box.height)
        return Box(left, top, round(share.width * self.box.width), round(share.height * self.box.height))


@dataclass(frozen=True, slots=True)
class FrameCell:
    """`across` columns, of which it covers all but the first.

    `before` and `inset` are room at its left and its right beside the padding.
    """

    paragraphs: tuple[FrameParagraph, ...]
    fill: Color | None = None
    across: int = 1
    before: Emu = 0
    inset: Emu = 0
    edge: CellEdge = "none"


CELL_GAP = 5.0
"""Points between the cells of a table whose columns stand apart."""


@dataclass(frozen=True, slots=True)
class TableItem:
    """A native table. The first row is the header. Widths and heights in EMU. Rules are drawn under each row."""

    name: str
    box: Box
    widths: tuple[Emu, ...]
    heights: tuple[Emu, ...]
    rows: tuple[tuple[FrameCell, ...], ...]
    alt: str
    padding_x: Emu
    padding_y: Emu
    slot: SlotRef | None = None
    named_rows: bool = False
    """The first column names the rows."""
    apart: bool = False
    """Its columns stand apart."""
    stretch: tuple[int, int, int] | None = None
    """The first and the last row of a table that continues, and how many there are."""
    top: bool = False
    """Its cells begin at their top, so that the first lines of a row stand beside each other; filled ones do not."""

    def anchor(self, row: int, column: int) -> Anchor:
        """Where in its cell a text stands."""
        filled = self.rows[row][column].fill is not None
        if row == 0 and not filled:
            return "bottom"
        return "top" if self.top and not filled else "middle"


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture, of which `crop` is cut off: shares of its width and height, left, top, right, bottom.

    `drawing` is an SVG of the same, to be shown in its place. Where it is `drawn` by us it has `images` and no files.
    """

    name: str
    box: Box
    path: str
    alt: str
    slot: SlotRef | None = None
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    drawing: str = ""
    drawn: Drawn | None = None
    images: Images | None = None


@dataclass(frozen=True, slots=True)
class GroupItem:
    """A diagram: its children are placed on the slide, not inside the group."""

    name: str
    box: Box
    children: tuple[Item, ...]
    alt: str


Item = TextItem | ShapeItem | ChartItem | TableItem | PictureItem | GroupItem


@dataclass(frozen=True, slots=True)
class Frame:
    """One finished slide. `id` is the slide's id, with `~2` on a continuation; `notes`: paragraphs of runs."""

    id: str
    slide_layout: str
    title: str
    items: tuple[Item, ...]
    notes: tuple[tuple[FrameRun, ...], ...]
    section: str
    figures: tuple[str, ...]
    ladder: tuple[str, ...] = ()
    """Where the fit ladder was climbed: "reflowed: two columns", "type 1 step down", "continued, slide 1 of 2"."""
    ground: Ground = "white"
    fits: bool = True
    """False where layout has reported what does not fit; its items then stand wherever they came to stand."""
    size: float = 1.0
    """How much smaller than the type scale goes its body is set, where a client's template has no room for more."""


@dataclass(frozen=True, slots=True)
class FrameSection:
    title: str
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as the deck shows it; `value` is None where its source's own words are shown."""

    name: str
    shown: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class FrameDeck:
    """All frames of one deck with what the file says of itself, and every figure that it shows."""

    deck: str
    audience: str
    language: str
    title: str
    author: str
    subject: str
    date: str
    frames: tuple[Frame, ...]
    sections: tuple[FrameSection, ...]
    figures: tuple[ShownFigure, ...]
