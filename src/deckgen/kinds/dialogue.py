"""Questions to the meeting, large enough to talk from.

In: one to five questions. Out: a numbered list in the body placeholder.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "dialogue"

EXAMPLE = """\
id: example.dialogue
kind: dialogue
title: Dialog
questions:
  - Hvordan får regionen mere innovationskraft?
  - Hvad skal der til for at sætte et større aftryk?
"""


@dataclass(frozen=True)
class Fields:
    questions: tuple[Text, ...] = described("The questions.", minimum=1, maximum=6)
    lead: Text | None = described("What the dialogue is for, in a sentence.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    slots = [TextBlock((Styled(fields.lead, "lead", None),), slot="lead")] if fields.lead else []
    parts = tuple(Styled(question, "point", marker="number") for question in fields.questions)
    body = TextBlock(parts, slot="body", anchor="middle", splits=True, spread=True)
    return (Arrangement("Questions", (*slots, body)),)
