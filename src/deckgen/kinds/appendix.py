"""Where the story ends and the reference material begins.

In: the slides of the appendix. Out: a divider that lists them in rows, each a link to its page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Grid, Panel, Row, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plan import AgendaEntry
from deckgen.model.styled import Styled
from deckgen.model.text import EMPTY, Text, page_of, text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "divider"
ARRANGEMENTS: Final = ("one under the other", "two columns")
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.appendix
kind: appendix
title: Bilag
lead: Baggrund til opslag under dialogen
"""

ONE_COLUMN: Final = 6
"""Pages that stand in rows across the page."""
ROW_GROWS: Final = 60.0
"""Room in points that a row may take beyond its own, so that few fill the page and yet stand together."""


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("What the appendix holds.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    lead = fields.lead or EMPTY
    if not context.appendix:
        body = (TextBlock((Styled(lead, "lead"),), slot="body"),) if lead else ()
        return (Arrangement("Statement", body),)
    rows = Column(tuple(map(_row, context.appendix)), gap=0, justify="grow", grows_most=ROW_GROWS, splits=True)
    under = Arrangement("Diagram", canvas=rows, name="one under the other", subtitle=lead)
    if len(context.appendix) <= ONE_COLUMN:
        return (under,)
    columns = Grid(tuple(map(_row, context.appendix)), 2, gap=2 * GUTTER, fill=True, splits=True, down=True)
    return Arrangement("Diagram", canvas=columns, name="two columns", subtitle=lead), under


def _row(entry: AgendaEntry) -> Block:
    name = f"appendix/{entry.number}"
    cells = (
        _cell(Styled(text(str(entry.number), name), "number", "primary", bold=True), ""),
        _cell(Styled(entry.title, "number"), entry.target),
        _cell(Styled(page_of(entry.target, f"{name}/page"), "number", "primary", bold=True, align="right"), ""),
    )
    return Panel(Row(cells, fixed=(44, 0, 56), gap=8), rule="top", padding=10)


def _cell(said: Styled, link: str) -> TextBlock:
    return TextBlock((said,), anchor="middle", link=link)
