"""The opening of a chapter: its number and title, and what comes in it.

In: the current chapter, from the plan. Out: slots of a dark page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text

PURPOSE: Final[Purpose] = "divider"

EXAMPLE = """\
id: example.section
kind: section
title: Hvad vi fandt
lead: Fem fund fra undersøgelsen
"""


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("What the chapter answers, in one sentence.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    number = next((str(entry.number) for entry in context.agenda if entry.current), "")
    slots = []
    if number:
        slots.append(TextBlock((Styled(text(number, "ordinal"), "figure", None),), slot="ordinal"))
    if fields.lead:
        slots.append(TextBlock((Styled(fields.lead, "lead", None),), slot="lead"))
    return (Arrangement("Section", tuple(slots)),)
