"""Where the story ends and the reference material begins.

In: the slides of the appendix. Out: a divider that lists them, each a link: a few as cards under their page numbers,
more as rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Grid, Group, Panel, Row, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plan import AgendaEntry
from deckgen.model.shapes import Mark
from deckgen.model.styled import Styled
from deckgen.model.text import EMPTY, Text, page_of, text
from deckgen.model.theme import Ground

PURPOSE: Final[Purpose] = "divider"
ARRANGEMENTS: Final = ("side by side", "two columns", "one under the other")
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.appendix
kind: appendix
title: Bilag
lead: Baggrund til opslag under dialogen
"""

FEW: Final = 4
"""Pages that stand side by side, each on a card."""
ONE_COLUMN: Final = 6
"""Pages that stand in rows across the page."""
ROW_GROWS, CARD_GROWS = 60.0, 90.0
"""Room in points that a row or a card may take beyond its own, so that few fill the page and yet stand together."""
PADDING: Final = 20.0


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("What the appendix holds.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    lead = fields.lead or EMPTY
    if not context.appendix:
        body = (TextBlock((Styled(lead, "lead"),), slot="body"),) if lead else ()
        return (Arrangement("Statement", body),)
    few = len(context.appendix) <= FEW
    rows = Column(tuple(map(_row, context.appendix)), gap=0, justify="grow", grows_most=ROW_GROWS, splits=True)
    under = Arrangement("Diagram", canvas=rows, name="one under the other", subtitle=lead, step=1 if few else 0)
    if few:
        cards = Row(tuple(_card(entry, context) for entry in context.appendix), levels=True)
        across = Column((cards,), justify="grow", grows_most=CARD_GROWS)
        return Arrangement("Diagram", canvas=across, name="side by side", subtitle=lead), under
    if len(context.appendix) <= ONE_COLUMN:
        return (under,)
    columns = Grid(tuple(map(_row, context.appendix)), 2, gap=2 * GUTTER, fill=True, splits=True, down=True)
    return Arrangement("Diagram", canvas=columns, name="two columns", subtitle=lead), under


def _card(entry: AgendaEntry, context: Context) -> Block:
    """The page number large, and under a rule what the page says."""
    name = f"appendix/{entry.number}"
    page = TextBlock(
        (
            Styled(text(context.labels.page, f"{name}/label"), "body", "background"),
            Styled(page_of(entry.target, f"{name}/page"), "figure", "background", bold=True, space=1),
        )
    )
    title = TextBlock((Styled(entry.title, "number", "background", bold=True),), link=entry.target)
    card = Column((page, Mark("rect", "tint3", 0, 1), title), gap=14, justify="grow", grows=(2,))
    return Group(Panel(card, "primary", padding=PADDING), name, entry.title.plain)


def _row(entry: AgendaEntry) -> Block:
    name = f"appendix/{entry.number}"
    cells = (
        _cell(Styled(text(str(entry.number), name), "number", "primary", bold=True), ""),
        _cell(Styled(entry.title, "lead"), entry.target),
        _cell(Styled(page_of(entry.target, f"{name}/page"), "lead", "primary", bold=True, align="right"), ""),
    )
    return Panel(Row(cells, fixed=(44, 0, 56), gap=8), rule="top", padding=10)


def _cell(said: Styled, link: str) -> TextBlock:
    return TextBlock((said,), anchor="middle", link=link)
