"""The first slide: what this is, for whom, when. Says the deck's own title, meeting, date and client.

In: the title, and a picture where there is one. Out: the slots of the cover; the client's logo where there is one.
At the right stands what the brand draws, or the picture in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement, Bleed, PictureBlock, SlotBlock, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.picture import Picture
from deckgen.model.text import NOWHERE, Text, text

PURPOSE: Final[Purpose] = "opening"

EXAMPLE = """\
id: example.cover
kind: cover
title: Samarbejde om vækst
"""

MIDDLE: Final = (Decimal(50), Decimal(50))


@dataclass(frozen=True)
class Fields:
    """The deck file says meeting, date and subtitle."""

    picture: Picture | None = described("A picture over the right half: PNG, JPEG or WebP.", default=None)
    alt: Text | None = described("What is seen on it, for those who do not see it.", default=None)
    focus: tuple[Decimal, ...] = described(
        "Where its subject is, in per cent from the left and from the top: what is never cut off.",
        minimum=2,
        maximum=2,
        default=MIDDLE,
    )
    picture_span: Span = described("Where `picture` is written.", default=NOWHERE)
    focus_span: Span = described("Where `focus` is written.", default=NOWHERE)


def check(fields: Fields) -> Iterator[Fault]:
    if fields.picture and not fields.alt:
        yield Fault("the picture of the cover has no `alt`", fields.picture_span, "write what is seen on it")
    if not all(0 <= share <= 100 for share in fields.focus):
        yield Fault("a focus lies outside of the picture", fields.focus_span, "write per cent, from 0 to 100")


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
    return (Arrangement("Cover", tuple(slots), bleed=_bleed(fields)),)


def _bleed(fields: Fields) -> Bleed | None:
    if fields.picture is None or fields.alt is None:
        return None
    across, down = (float(share) / 100 for share in fields.focus)
    file = fields.picture
    look = PictureBlock(
        file.path, fields.alt.plain, "picture", size=file.size, focus=(across, down), drawing=file.drawing
    )
    return Bleed(look, "right")
