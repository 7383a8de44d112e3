"""One option in full: what it is, what it demands, what experience it rests on.

In: three parts with headings. Out: the placeholders of an option's page; or columns, or rows, of which the
last parts may stand on a next slide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Marker, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.list_item import ListItem, listed
from deckgen.model.text import Text

PURPOSE: Final[Purpose] = "recommendation"

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


GROWS_MOST = 120.0
"""By how much the columns may be higher than their texts, in points."""


@dataclass(frozen=True)
class Part:
    heading: Text = described("What this part is about, in a few words.")
    items: tuple[ListItem, ...] = described("Its points; an item may have items under it.", minimum=1, maximum=6)


@dataclass(frozen=True)
class Fields:
    what: Part = described("What the option is.")
    demands: Part = described("What it demands of those who choose it.")
    aside: Part | None = described("Experience to draw on, or who takes part.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    named = {"what": fields.what, "demands": fields.demands}
    if fields.aside:
        named["aside"] = fields.aside
    slots = tuple(block for slot, part in named.items() for block in _part(part, slot))
    columns = Row(tuple(_column(part) for part in named.values()), splits=True)
    rows = Column(tuple(_row(part) for part in named.values()), gap=0, justify="grow", splits=True)
    return (
        Arrangement("Option", slots),
        Arrangement(
            "Diagram", canvas=Column((columns,), justify="grow", grows_most=GROWS_MOST), name="columns", step=1
        ),
        Arrangement("Diagram", canvas=rows, name="rows", step=2),
    )


def _part(part: Part, slot: str = "") -> tuple[TextBlock, TextBlock]:
    heading = TextBlock((Styled(part.heading, "body", "primary", bold=True),), slot=slot and f"{slot}_heading")
    marker: Marker = "bullet" if len(part.items) > 1 else "none"
    return heading, TextBlock(listed(part.items, marker=marker), slot=slot)


def _column(part: Part) -> Block:
    return Panel(Column(_part(part), gap=8), fill="panel", padding=14)


def _row(part: Part) -> Block:
    return Panel(Row(_part(part), weights=(1, 3)), rule="top", padding=8)
