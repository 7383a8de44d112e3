"""One option in full: what it is in one sentence, and what is to be known of it, fact by fact.

In: the option with its facts, the number of which is a badge that the overview has too. Out: a strong panel, with an
icon, a drawing or a map at its foot, beside rows of facts; with both, the map has a column of its own; on a narrow
page all under each other; facts continue where they must.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET, at_left, badge
from deckgen.model.icon import Icon, icon_block
from deckgen.model.joined import Joined, joined
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.list_item import ListItem, listed
from deckgen.model.map_drawing import SMALL, SMALL_ON_PRIMARY, aspect, small_map
from deckgen.model.map_fields import MapFields
from deckgen.model.styled import Marker, Styled
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "recommendation"
ARRANGEMENTS: Final = (
    "the map beside the facts",
    "the map in the panel",
    "heads over their facts",
    "one under the other",
    "all under each other",
)

EXAMPLE = """\
id: example.option-detail
kind: option_detail
title: Aftaler gennem BRN krydser kommunegrænser
badges: [1]
number: 1
what: Specifikke aftaler går gennem BRN
icon: handshake
facts:
  - heading: Hvem
    items: [Erhvervsfremmeaktørerne inddrages]
    icon: users
  - heading: Penge
    items: [Kommuner med særlige interesser kan bidrage yderligere]
    icon: coins
  - heading: Mål
    items: [Konkrete mål for eget område]
    icon: target
  - heading: Tid
    items: [Aftalen løber i to til tre år]
    icon: clock
aside:
  heading: Erfaring
  items: [Der er erfaringer at hente på Fyn]
"""

ICON: Final = 38.0
PANEL_BADGE, PANEL_ICON = 64.0, 150.0
STRIP_SIGN: Final = 50.0
"""Points of what stands in the panel, beside facts and over them."""
WIDTHS: Final = (4.0, 8.0)
"""How the panel and the facts share the width."""
WITH_MAP: Final = (4.2, 5.2, 2.6)
"""The same with a map beside them."""
WITH_WIDE_MAP: Final = (2.8, 4.4, 5.0)
"""And with one that is wider than it is high."""
MAP_WIDTH, WIDE_MAP_WIDTH = 224.0, 300.0
"""Points that the map is wide at most there, over its key."""
UNDER: Final = 5.0
"""Points between a fact and the rule of the next."""
BESIDE: Final = (2.3, 7.0)
"""How a head and what it says share a row."""


@dataclass(frozen=True)
class Fact:
    heading: Text = described("What this is about, in a word or two.")
    items: tuple[ListItem, ...] = described("What is to be known; one without any is left out.", maximum=5)
    icon: Icon | None = described("An icon before it.", default=None)


@dataclass(frozen=True)
class Aside:
    heading: Text = described("What the panel at the side is about.")
    items: tuple[ListItem, ...] = described("Its points.", minimum=1, maximum=4)


@dataclass(frozen=True)
class Fields:
    what: Text = described("What the option is, in one sentence.")
    facts: tuple[Fact, ...] = described("What is to be known of it.", minimum=1, maximum=6)
    number: int | None = described("Its number, as the overview of the options has it.", default=None)
    icon: Icon | None = described("An icon for the option, at the foot of its panel.", default=None)
    joined: Joined | None = described(
        "In place of the icon, a small drawing of who comes together in what.", default=None
    )
    aside: Aside | None = described("Experience to draw on, or who takes part.", default=None)
    map: MapFields | None = described(
        "A map of where it is: beside the facts where the panel has an icon or a drawing.", default=None
    )


def check(fields: Fields) -> Iterator[Fault]:
    """One sign stands at the foot of the panel."""
    if fields.icon and fields.joined:
        yield Fault("`icon` and `joined` have the same place", fields.icon.span, "leave one of them out")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    facts = tuple(fact for fact in fields.facts if fact.items)
    beside, over = _told(fields, facts, True), _told(fields, facts, False)
    halves = (
        Arrangement("Diagram", canvas=_halves(fields, beside), name="the map in the panel"),
        Arrangement("Diagram", canvas=_halves(fields, over), name="heads over their facts", step=1),
    )
    under = (
        Arrangement("Diagram", canvas=_under(fields, beside), name="one under the other", step=2),
        Arrangement("Diagram", canvas=_under(fields, over), name="all under each other", step=2),
    )
    if not fields.map:
        return (*halves, *under)
    thirds = Arrangement("Diagram", canvas=_thirds(fields, over, fields.map), name="the map beside the facts")
    if _signed(fields):
        return (thirds, replace(halves[0], step=1), halves[1], *under)
    return (*halves, replace(thirds, step=1), *under)


def _halves(fields: Fields, told: Block) -> Block:
    foot = small_map(fields.map, SMALL_ON_PRIMARY) if fields.map else _foot(fields)
    return Column((Row((_what(fields, foot, drawn=not fields.map), told), WIDTHS, gap=24),), justify="grow")


def _thirds(fields: Fields, told: Block, on: MapFields) -> Block:
    """The map over its key in a quiet panel of its own, as large as that is wide, so that pages of a kind look alike.

    Its key has the type of the facts, but not where the panel was tried first: type never grows up the ladder.
    """
    wide = aspect(on) > 1
    most = (WIDE_MAP_WIDTH if wide else MAP_WIDTH) / aspect(on)
    form = replace(SMALL, role="body" if _signed(fields) else "label", most=most)
    drawn = Panel(small_map(on, form), "panel", padding=INSET)
    widths = WITH_WIDE_MAP if wide else WITH_MAP
    return Column((Row((_what(fields, _foot(fields)), told, drawn), widths, gap=24),), justify="grow")


def _under(fields: Fields, told: Block) -> Block:
    parts = (_strip(fields), told, *((small_map(fields.map),) if fields.map else ()))
    return Column(parts, gap=12, justify="grow", grows=tuple(range(1, len(parts))))


def _told(fields: Fields, facts: tuple[Fact, ...], beside: bool) -> Block:
    """The facts, and what stands aside under them; `beside`: heads have a column of their own."""
    signed = any(fact.icon for fact in facts)
    rows = Column(tuple(_fact(fact, beside, signed) for fact in facts), gap=0, justify="grow", splits=True)
    if not fields.aside:
        return rows
    head, items = _parts(fields.aside.heading, fields.aside.items, beside)
    panel = Panel(
        Row((head, items), weights=BESIDE) if beside else Column((head, items), gap=4), "panel", padding=INSET
    )
    return Column((rows, panel), gap=12, justify="grow", grows=(0,), closes=True)


def _signed(fields: Fields) -> bool:
    """Whether the foot of the panel is taken."""
    return bool(fields.icon or fields.joined)


def _foot(fields: Fields) -> Block:
    if fields.joined:
        return joined(fields.joined)
    return icon_block(fields.icon, PANEL_ICON, "tint2", anchor="bottom") if fields.icon else Space(0)


def _told_alone(fields: Fields) -> tuple[Styled, ...]:
    """What the option is, and the words of a drawing that has no place beside it."""
    what = Styled(fields.what, "lead", "background", bold=True)
    if not fields.joined:
        return (what,)
    named = (one.label for one in (*fields.joined.above, *fields.joined.below) if one.label)
    through = Styled(fields.joined.through, "body", "background", space=2)
    return (what, through, *(Styled(name, "label", "background") for name in named))


def _what(fields: Fields, foot: Block, *, drawn: bool = True) -> Block:
    """The panel that the page is known by: the badge, what the option is, and what stands at its foot.

    Where its drawing is not `drawn` there, the word of it stands with what the option is.
    """
    said = _told_alone(fields)
    parts: tuple[Block, ...] = (TextBlock(said[:1] if drawn else said, anchor="middle"),)
    if fields.number is not None:
        sign = badge(fields.number, "number", "background", "primary", PANEL_BADGE)
        beside = fields.joined is not None and drawn  # the drawing has what that leaves
        parts = (Row((sign, *parts), fixed=(PANEL_BADGE, 0)),) if beside else (at_left(sign, PANEL_BADGE), *parts)
    option = Group(Column(parts, gap=12), "option", _alt(fields))
    return Panel(Column((option, foot), gap=12, justify="grow", grows=(1,)), "primary", padding=INSET)


def _strip(fields: Fields) -> Block:
    """The same across the page, as high as its text; a map has a place of its own, and a drawing its word alone."""
    said = TextBlock(_told_alone(fields), anchor="middle")
    inside: list[Block] = [said]
    if fields.number is not None:
        inside.insert(0, badge(fields.number, "number", "background", "primary", STRIP_SIGN))
    if fields.icon:
        inside.append(icon_block(fields.icon, STRIP_SIGN, "tint2"))
    fixed = tuple(0.0 if block is said else STRIP_SIGN for block in inside)
    option = Panel(Row(tuple(inside), fixed=fixed), "primary", padding=SMALL_INSET)
    return Group(option, "option", _alt(fields))


def _alt(fields: Fields) -> str:
    return fields.what.plain if fields.number is None else f"{fields.number}. {fields.what.plain}"


def _fact(fact: Fact, beside: bool, signed: bool) -> Block:
    """A row; `signed`: it has a column for an icon, as others have one."""
    parts = _parts(fact.heading, fact.items, beside)
    told: Block = Row(parts, weights=BESIDE) if beside else Column(parts, gap=1, justify="middle")
    if signed:
        sign = icon_block(fact.icon, ICON, anchor="middle") if fact.icon else Space(0)
        told = Row((sign, told), fixed=(ICON, 0))
    return Panel(Column((told, Space(UNDER)), gap=0, justify="grow", grows=(0,)), rule="top", padding=5)


def _parts(heading: Text, items: tuple[ListItem, ...], beside: bool) -> tuple[TextBlock, TextBlock]:
    marker: Marker = "bullet" if len(items) > 1 else "none"
    head = TextBlock((Styled(heading, "card", "primary", bold=True),), anchor="middle")
    return head, TextBlock(listed(items, "body", marker), anchor="middle" if beside else "top")
