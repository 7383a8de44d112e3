"""Questions that the meeting talks about, the first the most important.

In: one to five questions. Out: a quiet page of numbered cards in large type, which may continue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import BADGE, EDGE, badge
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color, Ground

PURPOSE: Final[Purpose] = "dialogue"
GROUND: Final[Ground] = "panel"

EXAMPLE = """\
id: example.dialogue
kind: dialogue
title: Mødet giver retning for det videre arbejde
questions:
  - Hvad skal der til, for at klyngerne gør større gavn i regionen?
  - Hvilke klynger skal vi tale med først?
  - Hvad kan vi tilbyde, som de ikke får andre steder?
"""


INDENT: Final = 10.0
"""Points between the edge of a card and its badge, beside the padding."""


@dataclass(frozen=True)
class Fields:
    questions: tuple[Text, ...] = described("The questions, the most important first.", minimum=1, maximum=5)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    rows = tuple(_row(question, number) for number, question in enumerate(fields.questions, 1))
    return (Arrangement("Diagram", canvas=Column(rows, gap=10, justify="grow", splits=True)),)


def _row(question: Text, number: int) -> Block:
    color: Color = "accent" if number == 1 else "primary"
    says = TextBlock((Styled(question, "number"),), anchor="middle")
    row = Row((badge(number, f"questions/{number}", color), says), fixed=(BADGE, 0), gap=20)
    inside = Row((Space(0), row), fixed=(INDENT, 0), gap=0)
    return Panel(inside, fill="background", rule="left", rule_color=color, padding=8, rule_width=EDGE)
