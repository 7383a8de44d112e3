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
from deckgen.model.blocks import Arrangement, Bleed, Column, Group, PictureBlock, SlotBlock, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.picture import Picture
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import MOST_OF_A_HONEYCOMB, Counted, net
from deckgen.model.styled import Styled
from deckgen.model.text import NOWHERE, Text, Value, text

PURPOSE: Final[Purpose] = "opening"

EXAMPLE = """\
id: example.cover
kind: cover
title: Samarbejde om vækst
"""

LEAST: Final = 3
"""So few signs are no pattern."""
LAST: Final = 4
"""The step of the type scale at which what the brand draws takes the place of signs that leave texts no room."""
PITCH: Final = 40.0
"""What a sign takes by nature, in points; it grows with its place."""
MIDDLE: Final = (Decimal(50), Decimal(50))


@dataclass(frozen=True)
class Signs:
    total: Value = described("How many signs: one for each of what the deck is about.")
    count: Value | None = described("How many of them are filled, where the others are open: dashed.", default=None)
    sign: Sign = described("The sign that stands for one.", default=Sign())


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
    if fields.signs:
        yield from _no_signs(fields.signs, fields)
    if not all(0 <= share <= 100 for share in fields.focus):
        yield Fault("a focus lies outside of the picture", fields.focus_span, "write per cent, from 0 to 100")


def _no_signs(signs: Signs, fields: Fields) -> Iterator[Fault]:
    """Signs are named, alone, so few that a honeycomb holds them, and no more of them are filled than there are."""
    if fields.picture:
        yield Fault("the cover has a picture and signs, and room for one", fields.signs_span, "leave one of them out")
    elif not fields.alt:
        yield Fault("the signs of the cover have no `alt`", fields.signs_span, "write what they stand for")
    total, count = signs.total.amount, signs.count.amount if signs.count else None
    if total is not None and not (LEAST <= total <= MOST_OF_A_HONEYCOMB and total == int(total)):
        message = f"{total} signs cannot be drawn on a cover: from {LEAST} to {MOST_OF_A_HONEYCOMB}, whole"
        yield Fault(message, signs.total.span, "leave `signs` out")
    if signs.count and count is not None and not (count == int(count) and 0 <= count <= (total or count)):
        yield Fault(f"{count} is no part of {total}", signs.count.span, "it is from 0 to the total, and whole")


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
    plain = Arrangement("Cover", tuple(slots), bleed=_bleed(fields))
    if fields.signs is None or fields.alt is None:
        return (plain,)
    drawn = Group(net(_counted(fields.signs), PITCH), "signs", fields.alt.plain)
    beside = Arrangement("Cover and Diagram", tuple(slots), Column((drawn,), justify="grow"))
    return beside, replace(plain, name="as the template has it", step=LAST)


def _counted(signs: Signs) -> Counted:
    total = int(signs.total.amount or 0)
    return Counted(int((signs.count or signs.total).amount or 0), total, signs.sign.shape, "primary")


def _bleed(fields: Fields) -> Bleed | None:
    if fields.picture is None or fields.alt is None:
        return None
    across, down = (float(share) / 100 for share in fields.focus)
    file = fields.picture
    look = PictureBlock(
        file.path, fields.alt.plain, "picture", size=file.size, focus=(across, down), drawing=file.drawing
    )
    return Bleed(look, "right")
