"""Considerations of equal weight as cards, each with an icon or a number, a head and a sentence.

In: two to eight cards, maybe under a question, maybe with what they come to. Out: a grid of cards on common levels,
the conclusion as a last one in the accent; rows of few, or on a narrow page; continued where they must.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET, badge
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("rows", "cards", "two in a row")

EXAMPLE = """\
id: example.icon-cards
kind: icon_cards
title: Syv forhold skal være afklaret før en aftale
question: Hvordan støtter I bedst det, klyngerne allerede gør?
cards:
  - heading: Nærhed
    body: Det betyder noget at være til stede
    icon: map-pin
  - heading: Klare roller
    body: Hvem gør hvad, og hvem afgør
    icon: users
  - heading: Klare mål
    body: Hvad der måles, og hvornår
    icon: target
  - heading: Økonomi
    body: Flere år ad gangen giver ro
    icon: coins
  - heading: Tid
    body: Tillid tager længere end en bevilling
    icon: clock
  - heading: Viden
    body: Forskere ved bordet fra første dag
    icon: flask-conical
  - heading: Åbenhed
    body: Også for dem uden medlemskab
    icon: door-open
conclusion: Afstem forventningerne, før I begynder
"""

SIGN, LARGE_SIGN = 34.0, 56.0
"""Points across an icon or a number; the same where there are few cards."""
ACROSS: Final[Mapping[int, tuple[int, ...]]] = {
    2: (2,),
    3: (3,),
    4: (2, 2),
    5: (3, 2),
    6: (3, 3),
    7: (4, 3),
    8: (4, 4),
    9: (3, 3, 3),
}
"""How many cards stand in each row."""
QUESTION_PADDING: Final = 10.0
GAP, CARD_PADDING = 10.0, 10.0
"""Between cards, and from the edge of a card to what stands on it."""
FEW: Final = 3
"""Up to so many have a row each, which is filled better than a high card."""
TILE, LOW_TILE, SIGNED = 104.0, 52.0, 0.6
"""Points across the tile that carries the icon of a card with nothing but a head; the same of a row; and how much of
a tile the icon takes."""
CONCLUSION: Final[tuple[Role, Role]] = ("number", "lead")
"""What the conclusion is set as where it has room, and else."""
LARGE: Final = 4
"""Up to so many say what they say in larger type."""


@dataclass(frozen=True)
class Card:
    heading: Text = described("What it is about, in a few words.")
    body: Text | None = described("Why, or how, in a sentence.", default=None)
    icon: Icon | None = described("An icon beside the head.", default=None)


@dataclass(frozen=True)
class Fields:
    cards: tuple[Card, ...] = described("The cards in order.", minimum=2, maximum=8)
    question: Text | None = described("The question that they answer, over them.", default=None)
    conclusion: Text | None = described("What they come to, as a last card.", default=None)
    numbered: bool = described("True where they are numbered; an icon stands in place of a number.", default=False)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    if _heads_alone(fields):
        tiles, rows = ([_tile(card, size) for card in fields.cards] for size in (TILE, LOW_TILE))
    else:
        tiles = [_card(card, number, fields) for number, card in enumerate(fields.cards, 1)]
        rows = [_line(card, number, fields) for number, card in enumerate(fields.cards, 1)]
    large, plain = (((_conclusion(fields.conclusion, role),) if fields.conclusion else ()) for role in CONCLUSION)
    named: dict[str, Block] = {
        "cards": Grid(_in_rows([*tiles, *large]), 1, gap=GAP, fill=True, splits=True),
        "cards, a plain conclusion": Grid(_in_rows([*tiles, *plain]), 1, gap=GAP, fill=True, splits=True),
        "two in a row": Grid((*tiles, *plain), 2, gap=GAP, fill=True, splits=True),
        "rows": Column((*rows, *plain), gap=8, justify="grow", splits=True),
    }
    if not fields.conclusion:
        del named["cards, a plain conclusion"]
    if len(fields.cards) <= FEW and not _heads_alone(fields):
        named = {"rows": named["rows"]} | {name: block for name, block in named.items() if name.startswith("cards")}
    return tuple(
        Arrangement("Diagram", canvas=_asked(fields.question, block), name=name, step=step)
        for step, (name, block) in enumerate(named.items())
    )


def _asked(question: Text | None, cards: Block) -> Block:
    """The cards under the bar of the question."""
    if not question:
        return Column((cards,), justify="grow")
    said = TextBlock((Styled(question, "number", "background", bold=True),), anchor="middle")
    inside = Row((Space(0), said), fixed=(INSET - QUESTION_PADDING, 0), gap=0)
    bar = Panel(inside, "primary", padding=QUESTION_PADDING)
    return Column((bar, cards), gap=10, justify="grow", grows=(1,))


def _in_rows(tiles: list[Block]) -> tuple[Block, ...]:
    rows: list[Block] = []
    start = 0
    for count in ACROSS[len(tiles)]:
        rows.append(Row(tuple(tiles[start : start + count]), gap=GAP, levels=True))
        start += count
    return tuple(rows)


def _card(card: Card, number: int, fields: Fields) -> Block:
    says = Column((_head(card, number, fields), TextBlock(_body(card, fields))), gap=6)
    return Panel(says, "panel", padding=CARD_PADDING)


def _heads_alone(fields: Fields) -> bool:
    """Few cards with an icon and a head and nothing under it."""
    return len(fields.cards) <= LARGE and all(card.icon and not card.body for card in fields.cards)


def _tile(card: Card, size: float) -> Block:
    """The icon large on a tile of its own, the head in the middle of the card."""
    icons = (icon_block(card.icon, SIGNED * size, "background", anchor="middle"),) if card.icon else ()
    sign = Column(icons, justify="middle")
    head = TextBlock((Styled(card.heading, "number" if size == TILE else "card", bold=True),), anchor="middle")
    tile = Panel(sign, "primary", padding=(1 - SIGNED) / 2 * size)
    return Row((tile, Panel(head, "panel", padding=SMALL_INSET)), fixed=(size, 0), gap=0)


def _line(card: Card, number: int, fields: Fields) -> Block:
    body = TextBlock(_body(card, fields), anchor="middle")
    return Panel(Row((_head(card, number, fields), body), weights=(3, 5)), "panel", padding=SMALL_INSET)


def _body(card: Card, fields: Fields) -> tuple[Styled, ...]:
    return (Styled(card.body, "lead" if len(fields.cards) <= LARGE else "body"),) if card.body else ()


def _head(card: Card, number: int, fields: Fields) -> Block:
    few = len(fields.cards) <= LARGE
    role: Role = "number" if few else "lead"
    size = LARGE_SIGN if few else SIGN
    head = TextBlock((Styled(card.heading, role, bold=True),), anchor="middle")
    sign: Block | None = None
    if card.icon:
        sign = icon_block(card.icon, size, "background", "mark", anchor="middle")
    elif fields.numbered:
        sign = badge(number, card.heading.path, size=size)
    return Row((sign, head), fixed=(size, 0), gap=8) if sign else head


def _conclusion(said: Text, role: Role) -> Block:
    return Panel(TextBlock((Styled(said, role, "background", bold=True),), anchor="middle"), "accent", padding=INSET)
