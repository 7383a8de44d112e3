"""What somebody said, large, and who said it.

In: a quotation with its speaker. Out: the words on a wide panel, beside a narrow one with the mark and the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Panel, Row, TextBlock
from deckgen.model.card_parts import INSET
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("the speaker beside the words", "the speaker under the words")
GROUND: Final[Ground] = "panel"

EXAMPLE = """\
id: example.quote
kind: quote
title: Havnene vil hellere dele end vente
words: Vi har ikke brug for en kaj mere. Vi har brug for at vide, hvem der har plads i morgen.
who: En havnefoged
role: Tænkt eksempel
"""


@dataclass(frozen=True)
class Fields:
    words: Text = described("What was said, word for word, without marks around it.")
    who: Text = described("Who said it.")
    role: Text | None = described("What they are, or when they said it.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    beside = Row((_speaker(fields, marked=True), _words(fields)), weights=(3, 9), gap=0)
    below = Column((_words(fields), _speaker(fields, marked=False)), gap=0, justify="grow", grows=(0,))
    return (
        Arrangement("Diagram", canvas=Column((beside,), justify="grow"), name="the speaker beside the words"),
        Arrangement("Diagram", canvas=below, name="the speaker under the words", step=2),
    )


def _words(fields: Fields) -> Block:
    said = TextBlock((Styled(fields.words, "question"),), anchor="middle")
    return Panel(said, fill="background", padding=30)


def _speaker(fields: Fields, marked: bool) -> Block:
    """The mark is a drawing: nobody reads it as a word."""
    role = (Styled(fields.role, "body", "background"),) if fields.role else ()
    who = TextBlock((Styled(fields.who, "card", "background", bold=True), *role), anchor="bottom")
    mark = TextBlock((Styled(text("”", "mark"), "hero", "background", bold=True),))
    inside: Block = Column((mark, who), justify="grow", grows=(1,)) if marked else who
    return Panel(inside, fill="primary", padding=INSET)
