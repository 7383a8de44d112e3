"""A list where the order or the form says nothing more: use sparingly.

In: up to twelve items. Out: the body placeholder, or two columns; continued on a next slide where it must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Flow, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, listed

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("one column", "two columns")

EXAMPLE = """\
id: example.bullets
kind: bullets
title: Fire forhold former samarbejdet
items:
  - text: Klyngerne er selvstændige foreninger
    items: [Medlemmerne vælger bestyrelsen, Sekretariatet ansætter selv]
  - text: De lever af projekter og kontingenter, ikke af en grundbevilling
    items: [Projekterne har faste mål og frister, Kontingentet følger virksomhedens størrelse]
  - Deres tilbud skal være åbne for alle virksomheder i hele landet
  - Samarbejdet med kommunerne aftales for et til tre år ad gangen
"""


LEAST_IN_TWO = 4
"""Items that it takes for two columns: fewer read better below each other."""


@dataclass(frozen=True)
class Fields:
    items: tuple[ListItem, ...] = described(
        "The points, each a short sentence; an item may have items under it.", minimum=1, maximum=12
    )


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    parts = listed(fields.items)
    body = TextBlock(parts, slot="body", splits=True, spread=True)
    one = Arrangement("Title and Body", (body,), name="one column")
    two = Arrangement("Two Lists", (Flow(parts, ("left", "right")),), name="two columns", step=1)
    return (one, two) if len(parts) >= LEAST_IN_TWO else (one,)
