"""A picture that carries a statement: over half of the page, or all of it with the words on a band.

In: a picture file with its alt text, where its subject is, and a few words. Out: the picture off the page's edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement, Bleed, Block, Column, PictureBlock, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.picture import Picture
from deckgen.model.styled import Styled
from deckgen.model.text import NOWHERE, Text

PURPOSE: Final[Purpose] = "message"

EXAMPLE = """\
id: example.picture
kind: picture
title: Havnen er der, hvor klyngerne mødes
picture: havn.png
alt: Kajen i en havn set fra vandet, med kraner og to skibe
focus: [60, 45]
text: Tre af de fire største projekter begyndte på kajen.
caption: Aalborg Havn en morgen i maj
credit: "Foto: Navigators"
"""

MIDDLE: Final = (Decimal(50), Decimal(50))


@dataclass(frozen=True)
class Fields:
    picture: Picture = described("The picture's file in the content folder: PNG, JPEG or WebP.")
    alt: Text = described("What is seen on it, for those who do not see it.")
    side: Literal["right", "left", "full"] = described(
        "The half of the page that it covers, or all of it.", default="right"
    )
    focus: tuple[Decimal, ...] = described(
        "Where its subject is, in per cent from the left and from the top: what is never cut off.",
        minimum=2,
        maximum=2,
        default=MIDDLE,
    )
    text: Text | None = described("A sentence or two under the title.", default=None)
    caption: Text | None = described("What the picture shows, and when.", default=None)
    credit: Text | None = described("Who made it.", default=None)
    focus_span: Span = described("Where the focus is written.", default=NOWHERE)


def check(fields: Fields) -> Iterator[Fault]:
    if not all(0 <= share <= 100 for share in fields.focus):
        yield Fault("a focus lies outside of the picture", fields.focus_span, "write per cent, from 0 to 100")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    across, down = (float(share) / 100 for share in fields.focus)
    picture = fields.picture
    block = PictureBlock(
        picture.path, fields.alt.plain, "picture", size=picture.size, focus=(across, down), drawing=picture.drawing
    )
    said: list[Block] = [TextBlock((Styled(fields.text, "lead"),))] if fields.text else []
    under = _under(fields)
    if under:
        said.append(TextBlock(under, anchor="bottom"))
    grown = len(said) - 1 if under else 0
    canvas = Column(tuple(said), gap=18, justify="grow", grows=(grown,)) if said else None
    return (Arrangement("Diagram", canvas=canvas, bleed=Bleed(block, fields.side)),)


def _under(fields: Fields) -> tuple[Styled, ...]:
    """Caption and credit, at the foot of the words."""
    caption = (Styled(fields.caption, "label", "muted"),) if fields.caption else ()
    return (*caption, Styled(fields.credit, "label", "muted", space=2)) if fields.credit else caption
