"""A question and the answer to it.

In: what was asked and what was answered. Out: both, the answer in the accent below the question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.extend import Arrangement, Column, Context, Panel, Purpose, Styled, Text, TextBlock, described

PURPOSE: Final[Purpose] = "dialogue"

EXAMPLE = """\
id: example.exchange
kind: exchange
title: Klyngerne vil gerne mødes oftere
asked: Hvor ofte mødes I?
answered: To gange om året, og det er for lidt
"""


@dataclass(frozen=True)
class Fields:
    asked: Text = described("The question.")
    answered: Text = described("The answer.")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    asked = TextBlock((Styled(fields.asked, "lead", "muted"),))
    answered = Panel(TextBlock((Styled(fields.answered, "statement", "accent"),)), rule="left", padding=18)
    return (Arrangement("Diagram", canvas=Column((asked, answered), justify="middle")),)
