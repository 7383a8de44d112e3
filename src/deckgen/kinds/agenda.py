"""The chapters with their minutes, each a link to its first slide: what is done, where we are, what is to come.

In: the deck's chapters, from the plan. Out: a bar of the whole meeting, in which each chapter is as long as its
minutes, over a row a chapter; rows are continued where there are many. The opening and what is spare have no number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.kind import Context, Purpose
from deckgen.model.plan import AgendaEntry
from deckgen.model.plane import Area, Bands, Label, Linear, Plane
from deckgen.model.sequence import ink
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import EMPTY, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "agenda"

EXAMPLE = """\
id: example.agenda
kind: agenda
title: I dag peger I på, hvad der skal arbejdes videre med
subtitle: Tredive minutter, hvoraf halvdelen er dialog
"""

BAR: Final = 46.0
"""Height of the bar of minutes, in points."""
SEAM: Final = 2.0
ROW_GROWS: Final = 44.0
"""Room in points that one row may take beyond its own, so that few chapters do not stand far apart."""


@dataclass(frozen=True)
class Fields:
    """All that an agenda says is the deck's own."""


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    agenda = context.agenda
    timed = bool(agenda) and all(entry.duration for entry in agenda)
    whole = context.facts.whole(agenda) if timed else agenda
    rows: Block = Column(tuple(map(_row, whole)), gap=0, justify="grow", grows_most=ROW_GROWS, splits=True)
    if not timed:
        return (Arrangement("Diagram", canvas=rows),)
    alt = "; ".join(f"{entry.title.plain}: {entry.minutes}" for entry in whole)
    canvas = Column((Group(_bar(whole), "minutes", alt), rows), gap=14, justify="grow", grows=(1,))
    return (Arrangement("Diagram", canvas=canvas),)


def _bar(agenda: tuple[AgendaEntry, ...]) -> Block:
    """The parts side by side, as long as their minutes; those that have room say how many."""
    marks: list[Area] = []
    begins = 0.0
    for at, entry in enumerate(agenda):
        ends = begins + float(entry.duration)
        fill = _fill(entry)
        said = Styled(text(entry.minutes, f"agenda/{at}/bar"), "lead", ink(fill), bold=True)
        label = Label((said,), gap=10, yields=True)
        marks.append(Area(f"part {at}", Paint(fill, "background", SEAM), x=(begins, ends), label=label))
        begins = ends
    return Plane(Linear(0, begins), Bands(1), tuple(marks), height=BAR)


def _fill(entry: AgendaEntry) -> Color:
    if not entry.number:
        return "panel"
    return "primary" if entry.current else "tint1" if entry.past else "tint2"


def _row(entry: AgendaEntry) -> Block:
    """A chapter: muted where it is done, on a ground of its own where we are; what is no chapter is muted too."""
    quiet = entry.past or not entry.number
    color: Color = "background" if entry.current else "muted" if quiet else "foreground"
    ordinal: Color = "primary" if color == "foreground" else color
    name = f"agenda/{entry.number or entry.title.plain}"
    number = text(str(entry.number)) if entry.number else EMPTY
    cells = (
        _cell(Styled(number, "number", ordinal, bold=True), f"{name}/number"),
        _cell(Styled(entry.title, "lead", color, bold=entry.current), f"{name}/title", entry.target),
        _cell(Styled(text(entry.minutes), "body", color, align="right"), f"{name}/minutes"),
    )
    row = Row(cells, fixed=(52, 0, 90), gap=10)
    if entry.current:
        return Panel(row, fill="primary", padding=SMALL_INSET, name="here")
    return Panel(Panel(row, padding=10), rule="bottom", padding=0)


def _cell(said: Styled, name: str, link: str = "") -> TextBlock:
    return TextBlock((said,), anchor="middle", link=link, name=name)
