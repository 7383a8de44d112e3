"""One option in full: what it is in one sentence, and what is to be known of it, fact by fact.

In: the option with its facts, the number of which is a badge that the overview has too. Out: a strong panel beside
rows of facts; the panel over them on a narrow page; facts continue where they must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Marker, Panel, Row, Styled, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET, at_left, badge
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, listed
from deckgen.model.map_drawing import small_map
from deckgen.model.map_fields import MapFields
from deckgen.model.text import Text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "recommendation"

EXAMPLE = """\
id: example.option-detail
kind: option_detail
title: Aftaler gennem BRN krydser kommunegrænser
badges: [1]
number: 1
what: Specifikke aftaler går gennem BRN
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

ICON: Final = 34.0
PANEL_BADGE: Final = 62.0
BADGE_BESIDE: Final = 50.0
BESIDE: Final = (2.0, 7.0)
"""How a head and what it says share a row."""
MAP_BESIDE: Final = (3.6, 5.4, 3.2)
"""How the panel, the facts and a map share the width."""
FEW: Final = 3
"""Facts that are set in large type."""


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
    icon: Icon | None = described("An icon for the option, on its panel.", default=None)
    aside: Aside | None = described("Experience to draw on, or who takes part.", default=None)
    map: MapFields | None = described("A small map of where it is.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    facts = tuple(fact for fact in fields.facts if fact.items)
    role: Role = "lead" if len(facts) <= FEW else "body"
    beside, over = _told(fields, facts, role, True), _told(fields, facts, role, False)
    return (
        Arrangement("Diagram", canvas=_halves(fields, beside)),
        Arrangement("Diagram", canvas=_halves(fields, over), name="heads over their facts", step=1),
        Arrangement("Diagram", canvas=_under(fields, beside), name="one under the other", step=2),
        Arrangement("Diagram", canvas=_under(fields, over), name="all under each other", step=2),
    )


def _halves(fields: Fields, told: Block) -> Block:
    parts: tuple[Block, ...] = (_what(fields), told)
    if fields.map:
        return Column((Row((*parts, small_map(fields.map)), MAP_BESIDE, gap=24),), justify="grow")
    return Column((Row(parts, (4, 8), gap=24),), justify="grow")


def _under(fields: Fields, told: Block) -> Block:
    parts = (_strip(fields), told, *((small_map(fields.map),) if fields.map else ()))
    return Column(parts, gap=12, justify="grow", grows=tuple(range(1, len(parts))))


def _told(fields: Fields, facts: tuple[Fact, ...], role: Role, beside: bool) -> Block:
    """The facts, and what stands aside under them; `beside`: heads have a column of their own."""
    rows = Column(tuple(_fact(fact, role, beside) for fact in facts), gap=0, justify="grow", splits=True)
    if not fields.aside:
        return rows
    head, items = _parts(fields.aside.heading, fields.aside.items, "body")
    panel = Panel(
        Row((head, items), weights=BESIDE) if beside else Column((head, items), gap=4), "panel", padding=INSET
    )
    return Column((rows, panel), gap=12, justify="grow", grows=(0,), closes=True)


def _what(fields: Fields) -> Block:
    """The panel that the page is known by: the badge large, and what the option is."""
    said = TextBlock((Styled(fields.what, "verb", "background", bold=True),))
    signs: list[Block] = []
    if fields.number is not None:
        signs.append(at_left(badge(fields.number, "number", "background", "primary", PANEL_BADGE), PANEL_BADGE))
    if fields.icon:
        signs.append(icon_block(fields.icon, PANEL_BADGE, "background", align="right" if signs else "left"))
    above = (Row(tuple(signs)),) if signs else ()
    return Group(Panel(Column((*above, said), gap=16), "primary", padding=INSET), "option", _alt(fields))


def _strip(fields: Fields) -> Block:
    """The same across the page, as high as its text."""
    said = TextBlock((Styled(fields.what, "number", "background", bold=True),), anchor="middle")
    inside: Block = said
    if fields.number is not None:
        sign = badge(fields.number, "number", "background", "primary", BADGE_BESIDE)
        inside = Row((sign, said), fixed=(BADGE_BESIDE, 0))
    return Group(Panel(inside, "primary", padding=SMALL_INSET), "option", _alt(fields))


def _alt(fields: Fields) -> str:
    return fields.what.plain if fields.number is None else f"{fields.number}. {fields.what.plain}"


def _fact(fact: Fact, role: Role, beside: bool) -> Block:
    parts = _parts(fact.heading, fact.items, role)
    told: Block = Row(parts, weights=BESIDE) if beside else Column(parts, gap=1, justify="middle")
    if fact.icon:
        told = Row((icon_block(fact.icon, ICON, anchor="middle"), told), fixed=(ICON, 0))
    return Panel(told, rule="top", padding=5)


def _parts(heading: Text, items: tuple[ListItem, ...], role: Role) -> tuple[TextBlock, TextBlock]:
    marker: Marker = "bullet" if len(items) > 1 else "none"
    head = TextBlock((Styled(heading, "card", "primary", bold=True),), anchor="middle")
    return head, TextBlock(listed(items, role, marker), anchor="middle")
