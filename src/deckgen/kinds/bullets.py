"""A list where the order or the form says nothing more: use sparingly.

In: up to seven items. Out: the body placeholder, continued on a next slide where it must.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text
from deckgen.model.theme import Role

EXAMPLE = """\
id: example.bullets
kind: bullets
title: Tre forhold former samarbejdet
items:
  - Klyngerne er selvstændige foreninger med egen bestyrelse
  - De lever af projekter og kontingenter, ikke af en grundbevilling
  - Deres tilbud skal være åbne for alle virksomheder i hele landet
"""


@dataclass(frozen=True)
class Fields:
    items: tuple[Text, ...] = described("The points, each a short sentence.", minimum=1, maximum=12)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return tuple(_arrangement(fields, role) for role in ("lead", "body"))


def _arrangement(fields: Fields, role: Role) -> Arrangement:
    parts = tuple(Styled(item, role, marker="bullet") for item in fields.items)
    return Arrangement("Title and Body", (TextBlock(parts, slot="body", splits=True, spread=True),))
