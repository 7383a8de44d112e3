"""The slide layouts of our own template, as one table.

In: the page's grid, in inches. Out: the template is built from these; names of slide layouts and slots are what kinds
say. Type sizes are the layout's defaults, what "reset slide" goes back to, so they are the floor of what fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from deckgen.model.language import Prompt
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import DRAWN_CONTACT, DRAWN_COVER, on_ground
from deckgen.model.theme import TYPE_SCALES, Color, Form, Ground, Role

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
FOOT_TOP: Inches = 7.0
BODY_BOTTOM: Inches = FOOT_TOP - 0.35
"""As far over the foot as the canvas ends."""


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
    on_primary: bool = False
    """Whether its colour is painted for a page in primary."""


@dataclass(frozen=True, slots=True)
class Motif:
    """The brand's own drawing at the right edge of the page, or its mark, large and cut off by the edges of the page.

    It is as on primary; a faint one lets much of the ground through.
    """

    faint: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """The logo, as large as fits: at one side of its place, in the middle of its height.

    `color` is for pages in primary: a logo that is drawn, and has no form of its own for them, is all in that colour.
    """

    x: Inches
    y: Inches
    width: Inches
    height: Inches
    color: Color | None = None
    align: Literal["l", "r"] = "l"


Ornament = Field | Motif | Name


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
    canvas: tuple[Inches, Inches, Inches, Inches] | None = None
    """Where a diagram may be drawn, from the left and the top, wide and high; None: what its slots leave."""


def _body(name: str, index: int, x: Inches, y: Inches, width: Inches, height: Inches, size: float = 16) -> SlotSpec:
    return SlotSpec(name, index, "body", x, y, width, height, size, "text", gap=6)


def _title(x: Inches, y: Inches, width: Inches, height: Inches, role: Role, color: Color = "foreground") -> SlotSpec:
    size = TYPE_SCALES["desk"][role][-1]
    return SlotSpec("title", 0, "title", x, y, width, height, size, "title", color, heading=True, role=role)


def _horizon(color: Color, y: Inches) -> Field:
    """The short line under the title of a page that opens or closes."""
    return Field("horizon", MARGIN, y, 1.0, 0.03, color)


TITLE = _title(MARGIN, TITLE_TOP, MEASURE, TITLE_HEIGHT, "title")
TRACKER_LEFT: Inches = MARGIN + 0.24
"""Behind the square that stands for the section."""
TRACKER = SlotSpec(
    "tracker", 10, "body", TRACKER_LEFT, 0.37, span(8) - 0.24, 0.26, 12, "section", "primary", bold=True, anchor="ctr"
)
FOOT = SlotSpec("foot", 11, "ftr", MARGIN, FOOT_TOP, 9.6, 0.38, 9, None, "muted")
NUMBER = SlotSpec("number", 12, "sldNum", WIDTH - MARGIN - 0.5, FOOT_TOP, 0.5, 0.38, 9, None, "muted", align="r")
LOGO = SlotSpec("logo", 14, "pic", left(10), 5.5, span(3), 1.0, 12, "logo")
WORDMARK = Name(10.6, 7.0, 1.5, 0.22, align="r")
FOOT_RULE = Field("rule", MARGIN, 6.92, MEASURE, 0.01, "rule")
_COVER_HORIZON: Inches = 4.35
_COVER_NAME = Name(MARGIN, 0.5, 2.4, 0.6, "background")
_CONTACT_HORIZON: Inches = 2.9
BESIDE_TITLE: Inches = left(8) + 0.25
"""Left edge of what a brand draws on the pages that open and close."""
_OPENING = span(7)
_OPENING_PLAIN = span(10)
"""The measure of their texts, beside a motif and without one."""
_BESIDE_AN_OPENING = (left(7), 0.4, WIDTH - MARGIN / 2 - left(7), HEIGHT - 2 * 0.4)
"""Where an opening or closing page has what the content draws."""


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


def _grounded(spec: LayoutSpec) -> tuple[LayoutSpec, LayoutSpec, LayoutSpec]:
    """The slide layout on each ground."""
    return spec, _on_panel(spec), _on_primary(spec)


def _two_lists() -> LayoutSpec:
    """One list in two columns of the same measure."""
    width = span(6) - 0.4
    one = replace(_body("left", 1, left(1), BODY_TOP, width, BODY_BOTTOM - BODY_TOP), marker="bullet")
    return _content("Two Lists", one, replace(one, name="right", index=2, x=left(7)), kind="twoObj")


def _cover() -> LayoutSpec:
    """The title at the left, what the brand draws at the right; without a motif the title takes the page."""
    art = (Motif(), _horizon("data4", _COVER_HORIZON), _COVER_NAME)
    return LayoutSpec("Cover", _cover_slots(_OPENING), art, "primary", "title", shows_master=False)


def _drawn_cover() -> LayoutSpec:
    """The same without the brand's own, for what the content has drawn at the right, as high as the page."""
    line = Field("rule", MARGIN, 5.88, span(6), 0.01, "rule")
    art = (line, replace(_COVER_NAME, color="foreground"))
    slots = tuple(map(_turned, _cover_slots(span(6))))
    look = LayoutSpec(DRAWN_COVER, slots, art, "primary", shows_master=False)
    return replace(look, ground="primary", canvas=_BESIDE_AN_OPENING)


def _turned(slot: SlotSpec) -> SlotSpec:
    """A slot of a page whose colours are painted for primary; a plate is the light of that ground."""
    return replace(slot, color="background", plate="foreground") if slot.plate else replace(slot, color="foreground")


def _cover_slots(measure: Inches) -> tuple[SlotSpec, ...]:
    title = _title(MARGIN, 1.3, measure, _COVER_HORIZON - 0.22 - 1.3, "cover", "background")
    under = _COVER_HORIZON + 0.25
    lead = replace(_body("subtitle", 1, MARGIN, under, measure, 0.86, 20), type="subTitle", prompt="subtitle")
    return (
        replace(title, anchor="b", type="ctrTitle"),
        replace(lead, color="background"),
        replace(_body("meeting", 13, MARGIN, 6.02, measure, 0.36, 16), color="background", prompt="meeting"),
        replace(_body("client", 14, MARGIN, 6.4, measure, 0.36, 12), color="background", prompt="client"),
        replace(LOGO, index=15, x=MARGIN, y=6.8, width=span(3), height=0.5, plate="background"),
    )


_RAIL: Inches = 5.12
_BELOW_THE_RAIL = Field("ground", 0, _RAIL, WIDTH, HEIGHT - _RAIL, "background")
"""The page again, so that what the brand draws ends where the names of sections begin."""


def _section() -> LayoutSpec:
    """A large numeral over the title, what the section will show, and below it the canvas with all sections."""
    top, under = 2.8, 4.42
    ordinal = SlotSpec("ordinal", 13, "body", MARGIN, 0.0, span(6), 2.78, 66, "ordinal", "rule", heading=True)
    title = replace(_title(MARGIN, top, _OPENING, under - 0.1 - top, "section"), anchor="b")
    lead = _body("lead", 14, MARGIN, under, _OPENING, 0.68, 16)
    slots = (ordinal, title, lead, NUMBER)
    art = (Motif(faint=True), _BELOW_THE_RAIL, replace(WORDMARK, color="foreground"))
    look = LayoutSpec("Section", slots, art, "primary", "secHead", shows_master=False, ground="primary")
    return replace(look, canvas=(MARGIN, _RAIL, MEASURE, 6.82 - _RAIL))


def _contact() -> LayoutSpec:
    """A closing page that answers the cover: what comes next stands large beside what the brand draws."""
    title = _title(MARGIN, 1.15, _OPENING, _CONTACT_HORIZON - 0.22 - 1.15, "cover")
    slots = (
        replace(title, anchor="b"),
        _body("lead", 13, MARGIN, _CONTACT_HORIZON + 0.25, _OPENING, 0.75, 16),
        _body("body", 1, MARGIN, 4.0, _OPENING, 2.85, 14),
        _turned(replace(LOGO, plate="background")),
        replace(NUMBER, color="foreground"),
    )
    art = (Motif(), _horizon("rule", _CONTACT_HORIZON), Name(MARGIN, 0.5, 2.4, 0.6, "foreground"))
    look = LayoutSpec("Contact", slots, art, "primary", shows_master=False, ground="primary")
    return replace(look, canvas=(MARGIN, 3.88, _OPENING, 3.07))


def _drawn_contact() -> LayoutSpec:
    """The same without the brand's own, for what the content has drawn at the right, as high as the page."""
    whole = _contact()
    title, lead, body, logo, number = (replace(one, width=min(one.width, span(6))) for one in whole.slots)
    art = tuple(one for one in whole.ornaments if not isinstance(one, Motif))
    slots = (title, lead, body, logo, number)
    return replace(whole, name=DRAWN_CONTACT, slots=slots, ornaments=art, canvas=_BESIDE_AN_OPENING)


def _chart_and_takeaways() -> LayoutSpec:
    wide, top = span(8) - 0.4, BODY_TOP
    takeaways = replace(_body("takeaways", 15, left(9), top, span(4), BODY_BOTTOM - top, 14), marker="bullet")
    return _content(
        "Chart and Takeaways",
        SlotSpec("chart", 14, "chart", MARGIN, top, wide, BODY_BOTTOM - top, 14, "chart"),
        takeaways,
    )


def _statement(name: str, columns: int, top: Inches, role: Role) -> LayoutSpec:
    """The title is the statement, in large type; what carries it follows it."""
    title = _title(MARGIN, top, span(columns) - 0.3, 1.0, role)
    body = _body("body", 1, MARGIN, top + 1.3, span(columns) - 0.3, BODY_BOTTOM - top - 1.3, 20)
    return replace(_content(name, body), slots=(TRACKER, title, body, FOOT, NUMBER))


_NIGHT: Mapping[Color, Color] = {
    "primary": "tint2",
    "background": "foreground",
    "panel": "foreground",
    "data3": "rule",
    "data4": "primary",
}
"""What the colours of a page or panel on primary become where all other pages are dark already."""


def after_dark(spec: LayoutSpec) -> LayoutSpec:
    """The slide layout for a dark brand: what stands on primary stands on a deep tint, so that no page glares."""
    if spec.ground == "primary":  # its colours are painted for a dark brand already
        art = tuple(replace(one, color=None) if isinstance(one, Name) else one for one in spec.ornaments)
        return replace(spec, background=_NIGHT["primary"], ornaments=art)
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


def in_form(spec: LayoutSpec, form: Form) -> LayoutSpec:
    """The slide layout with thin lines of the brand's weight, and its line under the title of its colour."""
    return replace(spec, ornaments=tuple(_line_in_form(one, spec, form) for one in spec.ornaments))


def _line_in_form(drawn: Ornament, spec: LayoutSpec, form: Form) -> Ornament:
    if not isinstance(drawn, Field) or drawn.name not in ("rule", "horizon"):
        return drawn
    weighed = replace(drawn, height=drawn.height * form.rule)
    if drawn.name == "horizon" and form.accent_rules and spec.background == "primary":
        return replace(weighed, color="accent", on_primary=True)
    return weighed


def without_motif(spec: LayoutSpec) -> LayoutSpec:
    """The slide layout for a brand that draws nothing on it: its texts take the room."""
    art = tuple(one for one in spec.ornaments if not isinstance(one, Motif) and one != _BELOW_THE_RAIL)
    if art == spec.ornaments:
        return spec
    slots = (replace(one, width=_OPENING_PLAIN) if one.width == _OPENING else one for one in spec.slots)
    return replace(spec, ornaments=art, slots=tuple(slots))


def _ornament_after_dark(drawn: Ornament) -> Ornament:
    match drawn:
        case Field(color=color):
            return replace(drawn, color=_NIGHT.get(color, color))
        case Motif():
            return drawn
        case Name():
            return replace(drawn, color=None)


_BODY = replace(_body("body", 1, MARGIN, BODY_TOP, span(10), BODY_BOTTOM - BODY_TOP), marker="bullet")
_CHART = SlotSpec("chart", 14, "chart", MARGIN, BODY_TOP, MEASURE, BODY_BOTTOM - BODY_TOP, 14, "chart")
_TABLE = SlotSpec("table", 14, "tbl", MARGIN, BODY_TOP, MEASURE, BODY_BOTTOM - BODY_TOP, 12, "table")
SLIDE_LAYOUTS: tuple[LayoutSpec, ...] = (
    _cover(),
    _drawn_cover(),
    _section(),
    *_grounded(_statement("Statement", 11, 1.6, "cover")),
    *_grounded(_statement("Statement and Diagram", 6, 1.25, "statement")),
    *_grounded(_content("Title and Body", _BODY, kind="obj")),
    *_grounded(_two_lists()),
    *_grounded(_content("Diagram", kind="titleOnly")),
    *_grounded(_content("Chart", _CHART)),
    *_grounded(_chart_and_takeaways()),
    _content("Table", _TABLE),
    _on_panel(_content("Table", _TABLE)),
    _on_primary(_content("Table", _TABLE)),
    _contact(),
    _drawn_contact(),
)
"""In the order in which PowerPoint offers them."""
