"""The slide layouts of our own template, as one table.

In: the page's grid, in inches. Out: the template is built from these; names of slide layouts and slots are what kinds
say. Type sizes are the layout's defaults, what "reset slide" goes back to, so they are the floor of what fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from deckgen.model.language import Prompt
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import on_ground
from deckgen.model.theme import TYPE_SCALES, Color, Ground, Role

Inches = float

MARGIN: Inches = 0.6
GUTTER: Inches = 0.2
WIDTH: Inches = 40 / 3
HEIGHT: Inches = 7.5
MEASURE: Inches = WIDTH - 2 * MARGIN
COLUMN: Inches = (MEASURE - 11 * GUTTER) / 12

TITLE_TOP: Inches = 0.72
TITLE_HEIGHT: Inches = 0.46
"""One line: what stands under a longer title follows it."""
BODY_TOP: Inches = TITLE_TOP + TITLE_HEIGHT + 0.22
BODY_BOTTOM: Inches = 6.74
FOOT_TOP: Inches = 7.0
HORIZON: Inches = 3.85
"""Cover, section, statement and divider set their title above this line and what carries it below."""
PANEL: Inches = 0.6 + 4 * COLUMN + 3 * GUTTER
"""Width of a panel that covers the left margin and four columns."""


def left(column: int) -> Inches:
    """Left edge of a column, from 1."""
    return MARGIN + (column - 1) * (COLUMN + GUTTER)


def span(columns: int) -> Inches:
    return columns * COLUMN + (columns - 1) * GUTTER


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """A placeholder: where it sits (inches) and how its text looks before anybody says otherwise."""

    name: str
    index: int
    type: str
    x: Inches
    y: Inches
    width: Inches
    height: Inches
    size: float
    prompt: Prompt | None = None
    color: Color = "foreground"
    heading: bool = False
    bold: bool = False
    align: Literal["l", "r"] = "l"
    anchor: Literal["t", "ctr", "b"] = "t"
    marker: Literal["none", "bullet", "number"] = "none"
    gap: float = 0
    """Points between paragraphs."""
    role: Role = "title"
    """Of a title, which sizes are tried in it."""
    plate: Color | None = None
    """A ground behind a picture, so that a logo made for white paper stands on a dark page."""


@dataclass(frozen=True, slots=True)
class Field:
    """A filled rectangle without text."""

    name: str
    x: Inches
    y: Inches
    width: Inches
    height: Inches
    color: Color


@dataclass(frozen=True, slots=True)
class Dial:
    """Rings, degree ticks and one bearing of a compass, cut off at a region (x, y, width, height) of the page."""

    region: tuple[Inches, Inches, Inches, Inches]
    center: tuple[Inches, Inches]
    rings: tuple[Inches, ...]
    ring_color: Color
    ticks: Inches
    tick_color: Color
    bearing: float
    """Degrees clockwise from north."""


@dataclass(frozen=True, slots=True)
class Name:
    """The wordmark, `width` wide, all in one colour or (None) in its own."""

    x: Inches
    y: Inches
    width: Inches
    color: Color | None = None


Ornament = Field | Dial | Name


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """A slide layout. `type` is PowerPoint's own name for one of its kind, where it has one."""

    name: str
    slots: tuple[SlotSpec, ...]
    ornaments: tuple[Ornament, ...] = ()
    background: Color = "background"
    type: str = ""
    shows_master: bool = True
    ground: Ground = "white"
    """What the colours of its slots and ornaments, and of the slides on it, are painted for."""
    flows: bool = False
    """Whether its title is as high as its text, and the body follows it."""


def _body(name: str, index: int, x: Inches, y: Inches, width: Inches, height: Inches, size: float = 16) -> SlotSpec:
    return SlotSpec(name, index, "body", x, y, width, height, size, "text", gap=6)


def _heading(name: str, index: int, x: Inches, y: Inches, width: Inches, size: float) -> SlotSpec:
    """One line, with room for two points more than its default."""
    height = round((size + 2) * 1.25 / 72, 2)
    return SlotSpec(name, index, "body", x, y, width, height, size, "heading", "primary", bold=True)


def _title(x: Inches, y: Inches, width: Inches, height: Inches, role: Role, color: Color = "foreground") -> SlotSpec:
    size = TYPE_SCALES["desk"][role][-1]
    return SlotSpec("title", 0, "title", x, y, width, height, size, "title", color, heading=True, role=role)


def _over_horizon(width: Inches, role: Role, color: Color, top: Inches = 1.25) -> SlotSpec:
    return replace(_title(MARGIN, top, width, HORIZON - 0.2 - top, role, color), anchor="b")


def _under_horizon(name: str, index: int, width: Inches, height: Inches, color: Color, size: float) -> SlotSpec:
    return replace(_body(name, index, MARGIN, HORIZON + 0.25, width, height, size), color=color)


def _horizon(color: Color) -> Field:
    return Field("horizon", MARGIN, HORIZON, 1.0, 0.03, color)


TITLE = _title(MARGIN, TITLE_TOP, MEASURE, TITLE_HEIGHT, "title")
TRACKER_LEFT: Inches = MARGIN + 0.24
"""Behind the square that stands for the section."""
TRACKER = SlotSpec(
    "tracker", 10, "body", TRACKER_LEFT, 0.37, span(8) - 0.24, 0.26, 12, "section", "primary", bold=True
)
FOOT = SlotSpec("foot", 11, "ftr", MARGIN, FOOT_TOP, 9.6, 0.38, 9, None, "muted")
NUMBER = SlotSpec("number", 12, "sldNum", WIDTH - MARGIN - 0.5, FOOT_TOP, 0.5, 0.38, 9, None, "muted", align="r")
LEAD = replace(_body("lead", 13, MARGIN, BODY_TOP, MEASURE, 0.56, 14), prompt="lead")
LOGO = SlotSpec("logo", 14, "pic", left(10), 5.5, span(3), 1.0, 12, "logo")
WORDMARK = Name(10.85, 6.975, 1.25)
FOOT_RULE = Field("rule", MARGIN, 6.92, MEASURE, 0.01, "rule")
_DARK_NUMBER = replace(NUMBER, color="panel")
_DARK_NAME = replace(WORDMARK, color="background")
_FREE = left(5) + MARGIN
"""Left edge of what stands beside a panel."""


def _content(name: str, *slots: SlotSpec, ornaments: tuple[Ornament, ...] = (), kind: str = "") -> LayoutSpec:
    return LayoutSpec(name, (TRACKER, TITLE, *slots, FOOT, NUMBER), ornaments, type=kind, flows=True)


def _on_panel(spec: LayoutSpec) -> LayoutSpec:
    """The slide layout on a quiet ground."""
    return replace(spec, name=on_ground(spec.name, "panel"), background="panel", type="", ground="panel")


def _on_primary(spec: LayoutSpec) -> LayoutSpec:
    """The slide layout with all its colours turned round; the wordmark is of one colour on it."""
    art = (FOOT_RULE, replace(WORDMARK, color="foreground"), *spec.ornaments)
    name = on_ground(spec.name, "primary")
    look = replace(spec, name=name, background="primary", type="", shows_master=False)
    return replace(look, ornaments=art, ground="primary")


def _two_columns() -> LayoutSpec:
    """Two columns of one measure, with enough white between them that neither reads into the other."""
    width, top = span(6) - 0.4, BODY_TOP + 0.5
    one = replace(_body("left", 1, left(1), top, width, BODY_BOTTOM - top), marker="bullet")
    return _content(
        "Two Columns",
        _heading("left_heading", 13, left(1), BODY_TOP, width, 18),
        one,
        _heading("right_heading", 14, left(7), BODY_TOP, width, 18),
        replace(one, name="right", index=2, x=left(7)),
        kind="twoTxTwoObj",
    )


def _two_lists() -> LayoutSpec:
    """One list in two columns of the same measure."""
    width = span(6) - 0.4
    one = replace(_body("left", 1, left(1), BODY_TOP, width, BODY_BOTTOM - BODY_TOP), marker="bullet")
    return _content("Two Lists", one, replace(one, name="right", index=2, x=left(7)), kind="twoObj")


def _panel(name: str, *slots: SlotSpec, ornaments: tuple[Ornament, ...] = ()) -> LayoutSpec:
    ground = Field("panel", 0, 0, PANEL, HEIGHT, "primary")
    title = _over_horizon(span(4) - 0.4, "section", "background", top=1.0)
    lead = _under_horizon("lead", 13, span(4) - 0.4, 2.2, "background", 16)
    art = (ground, _horizon("data4"), WORDMARK, *ornaments)
    return LayoutSpec(name, (title, lead, *slots, NUMBER), art, shows_master=False)


def _cover() -> LayoutSpec:
    wide = span(8)
    dial = Dial((8.9, 0, WIDTH - 8.9, HEIGHT), (WIDTH, HORIZON), (1.5, 2.95, 4.4), "data3", 4.4, "data4", -62)
    slots = (
        replace(_over_horizon(wide, "cover", "background"), type="ctrTitle"),
        replace(_under_horizon("subtitle", 1, wide, 0.72, "background", 20), type="subTitle", prompt="subtitle"),
        replace(_body("meeting", 13, MARGIN, 4.95, wide, 0.56, 16), color="background", prompt="meeting"),
        replace(_body("client", 14, MARGIN, 5.6, wide, 0.3, 12), color="background", prompt="client"),
        replace(LOGO, index=15, x=MARGIN, y=6.05, width=span(3), height=0.85, plate="background"),
    )
    art = (dial, _horizon("data4"), Name(MARGIN, 0.6, 2.2, "background"))
    return LayoutSpec("Cover", slots, art, "primary", "title", shows_master=False)


def _section() -> LayoutSpec:
    """A large numeral over the title, what the section will show, and below it the canvas with all sections."""
    top, under = 3.1, 4.7
    ordinal = SlotSpec("ordinal", 13, "body", MARGIN, 0.35, span(8), 2.75, 66, "ordinal", "rule", heading=True)
    title = replace(_title(MARGIN, top, MEASURE, under - 0.1 - top, "section"), anchor="b")
    lead = _body("lead", 14, MARGIN, under, MEASURE, 0.75, 16)
    slots = (ordinal, title, lead, NUMBER)
    name = replace(WORDMARK, color="foreground")
    return LayoutSpec("Section", slots, (name,), "primary", "secHead", shows_master=False, ground="primary")


def _option() -> LayoutSpec:
    """What it is at the left; what it demands, and an aside, each on a ground of its own at the right."""
    top, lower, pad = BODY_TOP, 4.86, 0.22
    x, width = left(6), span(7)
    under = 0.42
    inner = width - 2 * pad
    return _content(
        "Option",
        _heading("what_heading", 15, left(1), top + pad, span(5) - 0.3, 16),
        _body("what", 1, left(1), top + pad + under, span(5) - 0.3, BODY_BOTTOM - top - pad - under, 14),
        _heading("demands_heading", 16, x + pad, top + pad, inner, 16),
        _body("demands", 13, x + pad, top + pad + under, inner, lower - 0.2 - top - 2 * pad - under, 14),
        _heading("aside_heading", 17, x + pad, lower + pad, inner, 16),
        _body("aside", 14, x + pad, lower + pad + under, inner, BODY_BOTTOM - lower - 2 * pad - under, 14),
    )


def _contact() -> LayoutSpec:
    """A closing page that answers the cover."""
    wide = span(8)
    dial = Dial((8.9, 0, WIDTH - 8.9, HEIGHT), (WIDTH, HORIZON), (2.8,), "data3", 2.8, "data3", -62)
    slots = (
        _over_horizon(wide, "section", "background"),
        _under_horizon("lead", 13, wide, 0.72, "background", 16),
        replace(_body("body", 1, MARGIN, 4.95, wide, 1.7, 14), color="background"),
        replace(LOGO, plate="background"),
        _DARK_NUMBER,
    )
    return LayoutSpec("Contact", slots, (dial, _horizon("data4"), _DARK_NAME), "primary", shows_master=False)


def _chart_and_takeaways() -> LayoutSpec:
    wide, top = span(8) - 0.4, BODY_TOP
    takeaways = replace(_body("takeaways", 15, left(9), top, span(4), BODY_BOTTOM - top, 14), marker="bullet")
    return _content(
        "Chart and Takeaways",
        SlotSpec("chart", 14, "chart", MARGIN, top, wide, BODY_BOTTOM - top, 14, "chart"),
        takeaways,
    )


def _statement() -> LayoutSpec:
    slots = (
        TRACKER,
        _over_horizon(span(10), "statement", "foreground"),
        _under_horizon("body", 1, span(9), 2.2, "foreground", 20),
        FOOT,
        NUMBER,
    )
    return LayoutSpec("Statement", slots, (_horizon("accent"),))


def _appendix() -> LayoutSpec:
    slots = (
        _over_horizon(span(8), "section", "foreground"),
        _under_horizon("lead", 13, span(8), 1.6, "muted", 16),
        NUMBER,
    )
    return LayoutSpec("Appendix", slots, (_horizon("primary"),), "panel")


def _numbered(name: str, y: Inches, width: Inches, x: Inches = MARGIN, size: float = 16) -> SlotSpec:
    return replace(_body(name, 1, x, y, width, BODY_BOTTOM - y, size), marker="number")


_NIGHT: Mapping[Color, Color] = {
    "primary": "panel",
    "background": "foreground",
    "panel": "muted",
    "data3": "rule",
    "data4": "primary",
}
"""What the colours of a page or panel on primary become where all other pages are dark already."""


def after_dark(spec: LayoutSpec) -> LayoutSpec:
    """The slide layout for a dark brand: what stands on primary stands on panel, so that no page glares."""
    panels = [one for one in spec.ornaments if isinstance(one, Field) and one.name == "panel"]
    if spec.background != "primary" and not panels:
        return spec
    slots = tuple(_slot_after_dark(slot) for slot in spec.slots)
    ornaments = tuple(_ornament_after_dark(one) for one in spec.ornaments)
    ground = _NIGHT[spec.background] if spec.background == "primary" else spec.background
    return replace(spec, slots=slots, ornaments=ornaments, background=ground)


def _slot_after_dark(slot: SlotSpec) -> SlotSpec:
    if slot.plate:
        return replace(slot, plate=_NIGHT[slot.plate], color="background")
    return replace(slot, color=_NIGHT.get(slot.color, slot.color))


def _ornament_after_dark(drawn: Ornament) -> Ornament:
    match drawn:
        case Field(color=color):
            return replace(drawn, color=_NIGHT.get(color, color))
        case Dial(ring_color=ring, tick_color=tick):
            return replace(drawn, ring_color=_NIGHT.get(ring, ring), tick_color=_NIGHT.get(tick, tick))
        case Name():
            return replace(drawn, color=None)


_BODY = replace(_body("body", 1, MARGIN, BODY_TOP, span(10), BODY_BOTTOM - BODY_TOP), marker="bullet")
_CHART = SlotSpec("chart", 14, "chart", MARGIN, BODY_TOP, MEASURE, BODY_BOTTOM - BODY_TOP, 14, "chart")
_TABLE = SlotSpec("table", 14, "tbl", MARGIN, BODY_TOP, MEASURE, BODY_BOTTOM - BODY_TOP, 12, "table")
_QUESTIONS = replace(_numbered("body", 1.0, WIDTH - MARGIN - _FREE, _FREE), anchor="ctr")
_PANEL_TRACKER = replace(TRACKER, x=MARGIN, width=span(4) - 0.4, color="background")
_BESIDE_FOOT_RULE = replace(FOOT_RULE, x=_FREE, width=WIDTH - MARGIN - _FREE)
_BESIDE_FOOT = replace(FOOT, x=_FREE, width=9.8 - _FREE)

SLIDE_LAYOUTS: tuple[LayoutSpec, ...] = (
    _cover(),
    _panel("Agenda"),
    _section(),
    _statement(),
    _content("Title and Body", _BODY, kind="obj"),
    _two_columns(),
    _two_lists(),
    _content("Diagram", kind="titleOnly"),
    _on_panel(_content("Diagram")),
    _on_primary(_content("Diagram")),
    _content("Chart", _CHART),
    _chart_and_takeaways(),
    _content("Table", _TABLE),
    _option(),
    _panel("Questions", _PANEL_TRACKER, _QUESTIONS, _BESIDE_FOOT, ornaments=(_BESIDE_FOOT_RULE,)),
    _content("Ask", replace(LEAD, height=0.5), _numbered("body", 2.5, span(10))),
    _contact(),
    _appendix(),
)
"""In the order in which PowerPoint offers them."""
