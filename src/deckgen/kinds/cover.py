"""The first slide: what this is, for whom, when. Says the deck's own title, meeting, date and client.

In: the title, and a picture or a number of signs where the content has one. Out: the slots of the cover; the client's
logo where there is one. At the right stands what the brand draws, or in its place the picture or the signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement, Bleed, PictureBlock, SlotBlock, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.picture import Picture
from deckgen.model.sign_picture import Signs, drawn, faults_of
from deckgen.model.styled import Styled
from deckgen.model.text import NOWHERE, Text, text

PURPOSE: Final[Purpose] = "opening"
ARRANGEMENTS: Final = ("a drawing beside", "as the template has it")

EXAMPLE = """\
id: example.cover
kind: cover
title: Samarbejde om vækst
"""

LAST: Final = 4
"""The step of the type scale at which what the brand draws takes the place of signs that leave texts no room."""
MIDDLE: Final = (Decimal(50), Decimal(50))


@dataclass(frozen=True)
class Fields:
    """The deck file says meeting, date and subtitle."""

    picture: Picture | None = described("A picture over the right half: PNG, JPEG or WebP.", default=None)
    signs: Signs | None = described(
        "Or signs in place of what the brand draws; a client's template keeps its own cover.",
        default=None,
    )
    alt: Text | None = described("What is seen on it, for those who do not see it.", default=None)
    focus: tuple[Decimal, ...] = described(
        "Where its subject is, in per cent from the left and from the top: what is never cut off.",
        minimum=2,
        maximum=2,
        default=MIDDLE,
    )
    picture_span: Span = described("Where `picture` is written.", default=NOWHERE)
    signs_span: Span = described("Where `signs` is written.", default=NOWHERE)
    focus_span: Span = described("Where `focus` is written.", default=NOWHERE)


def check(fields: Fields) -> Iterator[Fault]:
    if fields.picture and not fields.alt:
        yield Fault("the picture of the cover has no `alt`", fields.picture_span, "write what is seen on it")
    if fields.picture and fields.signs:
        yield Fault("the cover has a picture and signs, and room for one", fields.signs_span, "leave one of them out")
    elif fields.signs:
        yield from faults_of(fields.signs, fields.alt, fields.signs_span)
    if not all(0 <= share <= 100 for share in fields.focus):
        yield Fault("a focus lies outside of the picture", fields.focus_span, "write per cent, from 0 to 100")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    facts = context.facts
    prepared = " · ".join(part for part in (f"{context.labels.prepared_for} {facts.client.name}", facts.date) if part)
    slots: list[SlotBlock] = [
        TextBlock((Styled(facts.subtitle, "lead", None),), slot="subtitle"),
        TextBlock((Styled(facts.meeting, "body", None, bold=True),), slot="meeting"),
        TextBlock((Styled(text(prepared, "client"), "label", None),), slot="client"),
    ]
    if facts.client.logo:
        logo = facts.client.logo
        slots.append(PictureBlock(logo, facts.client.name, "logo", slot="logo", size=facts.client.logo_size))
    plain = Arrangement("Cover", tuple(slots), name="as the template has it", bleed=_bleed(fields))
    if fields.signs is None or fields.alt is None:
        return (plain,)
    signs = drawn(fields.signs, fields.alt)
    beside = Arrangement("Cover and Diagram", tuple(slots), signs, name="a drawing beside")
    return beside, replace(plain, step=LAST)


def _bleed(fields: Fields) -> Bleed | None:
    if fields.picture is None or fields.alt is None:
        return None
    across, down = (float(share) / 100 for share in fields.focus)
    file = fields.picture
    look = PictureBlock(
        file.path, fields.alt.plain, "picture", size=file.size, focus=(across, down), drawing=file.drawing
    )
    return Bleed(look, "right")
