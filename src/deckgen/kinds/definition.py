"""What a word means here, and what it does not.

In: a term with its meaning. Out: the term large on a strong panel, the meaning beside it, examples under it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Panel, Row, TextBlock
from deckgen.model.card_parts import INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("meaning beside", "meaning below")

EXAMPLE = """\
id: example.definition
kind: definition
title: En fælles kajplan er en aftale om tid, ikke om penge
term: Kajplan
icon: calendar
means: En oversigt over, hvornår hver havn har plads, som alle havne skriver i og læser.
belongs:
  heading: Med i planen
  items:
    - Bookede anløb de næste uger
    - Ledige timer ved hver kaj
    - Kraner, der er i brug
excludes:
  heading: Ikke med
  items:
    - Fælles priser
    - Aftaler med rederier
    - Skibenes last
"""


@dataclass(frozen=True)
class Part:
    heading: Text = described("What the items have in common, in a few words.")
    items: tuple[Text, ...] = described("Its items.", minimum=1, maximum=5)


@dataclass(frozen=True)
class Fields:
    term: Text = described("The word, in a word or three.")
    means: Text = described("What it means here, in a sentence or two.")
    belongs: Part | None = described("What belongs to it.", default=None)
    excludes: Part | None = described("What does not, though somebody might think so.", default=None)
    icon: Icon | None = described("An icon over the word.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    beside = Row((_term(fields), _meaning(fields, context)), weights=(5, 9), gap=28)
    below = Column((_term(fields), _meaning(fields, context)), gap=16)
    return (
        Arrangement("Diagram", canvas=Column((beside,), justify="grow"), name="meaning beside"),
        Arrangement("Diagram", canvas=below, name="meaning below", step=1),
    )


def _term(fields: Fields) -> Block:
    word = TextBlock((Styled(fields.term, "verb", "background", bold=True),))
    inside: tuple[Block, ...] = (icon_block(fields.icon, 84, "background"), word) if fields.icon else (word,)
    return Panel(Column(inside, gap=14, justify="middle"), fill="primary", padding=INSET)


def _meaning(fields: Fields, context: Context) -> Block:
    means = TextBlock((Styled(fields.means, "lead"),))
    lists = (fields.belongs and _list(fields.belongs, "panel"), fields.excludes and _list(fields.excludes, None))
    told = tuple(one for one in lists if one)
    if not told:
        return Column((means,), justify="middle")
    return Column((means, Row(told, gap=20, levels=True)), gap=20, justify="grow", grows=(1,))


def _list(part: Part, fill: Color | None) -> Block:
    heading = TextBlock((Styled(part.heading, "card", "primary", bold=True),))
    items = TextBlock(tuple(Styled(item, "point", marker="bullet", space=4) for item in part.items))
    return Panel(Column((heading, items), gap=10), fill=fill, line="rule", padding=INSET)
