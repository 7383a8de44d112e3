"""The first slide: what this is, for whom, when. Says the deck's own title, meeting, date and client.

In: nothing but the slide's title. Out: the cover's slots; the client's logo where the project names one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, PictureBlock, SlotBlock, Styled, TextBlock
from deckgen.model.kind import Context, Purpose
from deckgen.model.text import text

PURPOSE: Final[Purpose] = "opening"

EXAMPLE = """\
id: example.cover
kind: cover
title: Samarbejde om vækst
"""


@dataclass(frozen=True)
class Fields:
    """A cover has no fields of its own: the deck file says meeting, date and subtitle."""


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    facts = context.facts
    meeting = " · ".join(part for part in (facts.meeting.plain, facts.date) if part)
    prepared = f"{context.labels.prepared_for} {facts.client.name}"
    slots: list[SlotBlock] = [
        TextBlock((Styled(facts.subtitle, "lead", None),), slot="subtitle"),
        TextBlock((Styled(text(meeting, "meeting"), "body", None, bold=True),), slot="meeting"),
        TextBlock((Styled(text(prepared, "client"), "label", None),), slot="client"),
    ]
    if facts.client.logo:
        logo = facts.client.logo
        slots.append(PictureBlock(logo, facts.client.name, "logo", slot="logo", size=facts.client.logo_size))
    return (Arrangement("Cover", tuple(slots)),)
