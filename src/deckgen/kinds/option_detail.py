"""One option in full: what it is, what it demands, what experience it rests on.

In: three parts with headings. Out: the placeholders of an option's page.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Block, Marker, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text
from deckgen.model.theme import Role

EXAMPLE = """\
id: example.option-detail
kind: option_detail
title: Aftaler gennem BRN krydser kommunegrænser
what:
  heading: Modellen
  items:
    - Aftaler indgås ét sted og gælder i hele regionen
demands:
  heading: Det kræver
  items:
    - Klare mål og opfølgning
aside:
  heading: Erfaring at trække på
  items:
    - Fyn
"""


ROLES: tuple[Role, ...] = ("lead", "body")


@dataclass(frozen=True)
class Part:
    heading: Text = described("What this part is about, in a few words.")
    items: tuple[Text, ...] = described("Its points.", minimum=1, maximum=6)


@dataclass(frozen=True)
class Fields:
    what: Part = described("What the option is.")
    demands: Part = described("What it demands of those who choose it.")
    aside: Part | None = described("Experience to draw on, or who takes part.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    return tuple(_arrangement(fields, role) for role in ROLES)


def _arrangement(fields: Fields, role: Role) -> Arrangement:
    slots = [*_part(fields.what, "what", role), *_part(fields.demands, "demands", role)]
    if fields.aside:
        slots += _part(fields.aside, "aside", role)
    return Arrangement("Option", tuple(slots))


def _part(part: Part, slot: str, role: Role) -> list[Block]:
    heading = TextBlock((Styled(part.heading, "body", "primary", bold=True),), slot=f"{slot}_heading")
    marker: Marker = "bullet" if len(part.items) > 1 else "none"
    items = TextBlock(tuple(Styled(item, role, marker=marker) for item in part.items), slot=slot)
    return [heading, items]
