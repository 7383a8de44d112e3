"""The opening of a chapter: its number and title, what comes in it, and where in the meeting it stands.

In: the current chapter, from the plan. Out: slots of a page on primary, over a rail of all chapters by their minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plan import AgendaEntry
from deckgen.model.plane import Area, Bands, Label, Linear, Plane
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Ground

PURPOSE: Final[Purpose] = "divider"
ARRANGEMENTS: Final = ("a rail", "no rail")
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.section
kind: section
title: Hvad vi fandt
lead: Fem fund fra undersøgelsen
"""

RAIL: Final = 16.0
"""Height of the rail, in points."""
WORDS: Final = 30.0
"""Room under the rail for the names of chapters."""
SEAM: Final = 3.0
LEAST_CHAPTERS: Final = 2


@dataclass(frozen=True)
class Fields:
    lead: Text | None = described("What the chapter answers, in one sentence.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    here = next((entry for entry in context.agenda if entry.current), None)
    slots = []
    if here:
        slots.append(TextBlock((Styled(text(str(here.number), "ordinal"), "hero", None, bold=True),), slot="ordinal"))
    if fields.lead:
        slots.append(TextBlock((Styled(fields.lead, "lead", None),), slot="lead"))
    plain = Arrangement("Section", tuple(slots), name="no rail")
    if here is None or not _has_rail(context.agenda):
        return (plain,)
    alt = context.labels.progress.format(number=here.number, count=len(context.agenda), title=here.title.plain)
    rail = Column((Group(_rail(context.agenda), "progress", alt),))
    return (Arrangement("Section", tuple(slots), rail, name="a rail"), plain)


def _has_rail(agenda: tuple[AgendaEntry, ...]) -> bool:
    return len(agenda) >= LEAST_CHAPTERS and all(entry.duration for entry in agenda)


def _rail(agenda: tuple[AgendaEntry, ...]) -> Block:
    """A stretch for each chapter, as long as its minutes; where there is room, each is named under it."""
    marks: list[Area] = []
    begins = 0.0
    for entry in agenda:
        ends = begins + float(entry.duration)
        fill: Color = "primary" if entry.current else "tint3" if entry.past else "tint2"
        ink: Color = "foreground" if entry.current else "muted"
        said = Styled(text(entry.minutes, f"agenda/{entry.number}/minutes"), "label", ink, bold=entry.current)
        label = Label((said,), side="below", gap=6, yields=not entry.current)
        marks.append(Area(f"part {entry.number}", Paint(fill, "background", SEAM), x=(begins, ends), label=label))
        begins = ends
    return Plane(Linear(0, begins), Bands(1), tuple(marks), height=RAIL, room=(0, 0, 0, WORDS))
