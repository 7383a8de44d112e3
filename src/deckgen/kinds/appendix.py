"""Where the story ends and the reference material begins.

In: the slides of the appendix. Out: a divider that lists them, each line a link.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plan import AgendaEntry
from deckgen.model.text import Text, text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "divider"
GROUND: Final[Ground] = "panel"

EXAMPLE = """\
id: example.appendix
kind: appendix
title: Bilag
lead: Baggrund til opslag under dialogen
"""

FEW = 6
ROW_GROWS: Final = 30.0
"""Room in points that one row may take beyond its own, so that few do not stand far apart."""


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("What the appendix holds.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    lead = (TextBlock((Styled(fields.lead, "lead"),), slot="body"),) if fields.lead else ()
    if not context.appendix:
        return (Arrangement("Statement", lead),)
    rows = tuple(_row(entry) for entry in context.appendix)
    beside = Column(rows, gap=0, justify="grow", grows_most=ROW_GROWS, splits=True)
    below = Grid(rows, 1 if len(rows) <= FEW else 2, gap=0, fill=True, splits=True)
    return (
        Arrangement("Statement and Diagram", lead, beside),
        Arrangement("Diagram", canvas=below, name="the list below", step=1),
    )


def _row(entry: AgendaEntry) -> Block:
    counted = text(str(entry.number), f"appendix/{entry.number}")
    number = TextBlock((Styled(counted, "card", "primary", bold=True),), anchor="middle")
    title = TextBlock((Styled(entry.title, "body"),), anchor="middle", link=entry.target)
    return Panel(Row((number, title), fixed=(30, 0), gap=8), rule="bottom", padding=9)
