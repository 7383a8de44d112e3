"""Questions that the meeting talks about, the first the most important.

In: one to five questions. Out: a quiet page of numbered rows in large type, which may continue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text
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
"""


@dataclass(frozen=True)
class Fields:
    questions: tuple[Text, ...] = described("The questions, the most important first.", minimum=1, maximum=5)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    rows = tuple(_row(question, number) for number, question in enumerate(fields.questions, 1))
    return (Arrangement("Diagram", canvas=Column(rows, gap=0, justify="grow", splits=True)),)


def _row(question: Text, number: int) -> Block:
    color: Color = "accent" if number == 1 else "primary"
    numeral = TextBlock((Styled(text(str(number), f"questions/{number}/number"), "verb", color),), anchor="middle")
    says = TextBlock((Styled(question, "lead", bold=number == 1),), anchor="middle")
    return Panel(Row((numeral, says), fixed=(44, 0), gap=12), rule="top", padding=12)
