"""The chapters with their minutes, each a link to its first slide; where we are is marked.

In: the deck's chapters, from the plan. Out: one row per chapter on the canvas, continued where there are many.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Mark, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plan import AgendaEntry
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "agenda"

EXAMPLE = """\
id: example.agenda
kind: agenda
title: Dagsorden
lead: Tredive minutter, hvoraf halvdelen er dialog
"""


GROWS_MOST = 64.0
"""Room in points that one row may take beyond its own, so that few chapters do not stand far apart."""


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("A line under the title, such as what the time is spent on.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    slots = (TextBlock((Styled(fields.lead, "lead", None),), slot="lead"),) if fields.lead else ()
    rows = tuple(_row(entry) for entry in context.agenda)
    return (Arrangement("Agenda", slots, Column(rows, gap=0, justify="grow", grows_most=GROWS_MOST, splits=True)),)


def _row(entry: AgendaEntry) -> Block:
    color: Color = "accent" if entry.current else "foreground"
    name = f"agenda/{entry.number}"
    cells = (
        TextBlock(
            (Styled(text(str(entry.number)), "lead", "accent" if entry.current else "primary", bold=True),),
            anchor="middle",
            name=f"{name}/number",
        ),
        TextBlock(
            (Styled(entry.title, "lead", color, bold=entry.current),),
            anchor="middle",
            link=entry.target,
            name=f"{name}/title",
        ),
        TextBlock(
            (Styled(text(entry.minutes), "body", "accent" if entry.current else "muted", align="right"),),
            anchor="middle",
            name=f"{name}/minutes",
        ),
    )
    row = Row((Mark("rect", color if entry.current else "background", 4, 0), *cells), fixed=(4, 28, 0, 72), gap=10)
    return Panel(row, rule="bottom", padding=4)
