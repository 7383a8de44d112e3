"""What somebody said, large, and who said it.

In: a quotation with its speaker. Out: the words under a large mark, in the middle of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Mark, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "finding"
GROUND: Final[Ground] = "panel"

EXAMPLE = """\
id: example.quote
kind: quote
title: Havnene vil hellere dele end vente
words: Vi har ikke brug for en kaj mere. Vi har brug for at vide, hvem der har plads i morgen.
who: En havnefoged
role: Tænkt eksempel
"""

MARK_WIDTH, RULE = 96.0, 3.0


@dataclass(frozen=True)
class Fields:
    words: Text = described("What was said, word for word, without marks around it.")
    who: Text = described("Who said it.")
    role: Text | None = described("What they are, or when they said it.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    beside = Row((_mark(), _said(fields)), fixed=(MARK_WIDTH, 0), gap=18)
    return (
        Arrangement("Diagram", canvas=Column((beside,), justify="upper")),
        Arrangement("Diagram", canvas=Column((_said(fields),), justify="upper"), name="without its mark", step=2),
    )


def _mark() -> Block:
    """The opening mark as a drawing: nobody reads it as a word."""
    return TextBlock((Styled(text("”", "mark"), "hero", "accent", bold=True),))


def _said(fields: Fields) -> Block:
    role = (Styled(fields.role, "body", "muted"),) if fields.role else ()
    speaker = TextBlock((Styled(fields.who, "card", bold=True), *role))
    words = TextBlock((Styled(fields.words, "question"),))
    return Panel(Column((words, Mark("rect", "accent", MARK_WIDTH, RULE), speaker), gap=18))
