"""The opening of a chapter: its number and title, what comes in it, and where in the meeting it stands.

In: the current chapter, from the plan. Out: slots of a page on primary, over a rail of all chapters by their minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Row, Space, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plan import AgendaEntry
from deckgen.model.shapes import Mark
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Ground

PURPOSE: Final[Purpose] = "divider"
ARRANGEMENTS: Final = ("a rail with names", "a rail", "no rail")
GROUND: Final[Ground] = "primary"

EXAMPLE = """\
id: example.section
kind: section
title: Hvad vi fandt
lead: Fem fund fra undersøgelsen
"""

RAIL: Final = 16.0
"""Height of the rail, in points."""
SEAM: Final = 3.0
CLEAR: Final = 10.0
"""Points between the names of two chapters."""
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
    rails = (
        Column((Group(_rail(context.agenda, named), "progress", alt),), justify="grow") for named in (True, False)
    )
    named, bare = (
        Arrangement("Section", tuple(slots), rail, name=name) for rail, name in zip(rails, ARRANGEMENTS, strict=False)
    )
    return (named, bare, plain)


def _has_rail(agenda: tuple[AgendaEntry, ...]) -> bool:
    return len(agenda) >= LEAST_CHAPTERS and all(entry.duration for entry in agenda)


def _rail(agenda: tuple[AgendaEntry, ...], named: bool) -> Block:
    """A stretch for each chapter, as long as its minutes, with these under it and, where there is room, its name."""
    stretches = tuple(_stretch(entry, named) for entry in agenda)
    return Row(stretches, tuple(float(entry.duration) for entry in agenda), gap=SEAM)


def _stretch(entry: AgendaEntry, named: bool) -> Block:
    fill: Color = "primary" if entry.current else "tint3" if entry.past else "tint2"
    ink: Color = "foreground" if entry.current else "muted"
    path = f"agenda/{entry.number}"
    said = [Styled(text(entry.minutes, f"{path}/minutes"), "label", ink, bold=True)] if named or entry.current else []
    if named:
        said.append(Styled(entry.title, "label", ink, bold=entry.current, space=1))
    words = Row((TextBlock(tuple(said)), Space(0)), fixed=(0, CLEAR if named else 0), gap=0)
    return Column((Mark("rect", fill, 0, RAIL), words), gap=6)
