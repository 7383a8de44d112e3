"""A question to the meeting, large, and what it leads on to.

In: the title is the question. Out: a quiet page with the question at the left, and a drawing beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Drawing, Group, Paint, Styled, TextBlock
from deckgen.model.icon import Icon
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "dialogue"
GROUND: Final[Ground] = "panel"

EXAMPLE = """\
id: example.question
kind: question
title: Hvad skal der til, for at havnen bliver det første valg?
more:
  - Og hvem kan gøre det første skridt lettere?
icon: compass
"""


@dataclass(frozen=True)
class Fields:
    more: tuple[Text, ...] = described("Smaller questions that follow from it.", default=(), maximum=3)
    icon: Icon | None = described("A drawing beside the question.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    parts = tuple(Styled(question, "lead", space=12) for question in fields.more)
    more = (TextBlock(parts, slot="body"),) if parts else ()
    plain = Arrangement(
        "Statement", more, name="without its drawing" if fields.icon else "", step=1 if fields.icon else 0
    )
    if fields.icon is None:
        return (plain,)
    return (Arrangement("Statement and Diagram", more, _drawing(fields.icon)), plain)


def _drawing(icon: Icon) -> Block:
    """The icon as large as its place, its lines as strong as those of a drawing."""
    drawn = Drawing(icon.outline, Paint(None, "tint3", 6), height=90, align="right", name=f"icon {icon.name}")
    return Column((Group(drawn, "drawing", icon.name),), justify="grow")
