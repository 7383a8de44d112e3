"""Where a way parts: one start, what decides, and what each way leads to.

In: a start and two or three ways, each with its condition and its outcome. Out: one grouped diagram in which lines
lead from the start through each condition to its outcome, the way to take strong and the others outlined; or rows,
continued where they must.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Linear, Plane, PlaneMark, Segment
from deckgen.model.sequence import ink
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("larger type", "smaller type", "one row a way")

EXAMPLE = """\
id: example.fork
kind: fork
title: Klare roller afgør, om lokale indsatser løfter samarbejdet
start:
  heading: Lokale indsatser
  body: Aktører på stedet går ind i en klynges projekter
  icon: users
ways:
  - condition: Rollerne er aftalt fra begyndelsen
    outcome: Samarbejdet løftes
    body: Projekterne når flere virksomheder
    icon: trending-up
    emphasis: true
  - condition: Rollerne er uklare
    outcome: Det kan ende i konflikt
    icon: triangle-alert
so-what: Aftal rollerne, før arbejdet begynder
"""

WIDE: Final = 12.0
START, CONDITION, OUTCOME = (0.0, 3.0), (3.65, 6.75), (7.2, 12.0)
"""From where to where each column of the drawing reaches, of its width."""
STEM: Final = 3.3
"""Where the line from the start parts."""
CLEAR, GATE = 0.045, 0.13
"""Over and under an outcome, and over and under a gate, of the height of a way."""
GATE_PADDING: Final = 8.0
HIGH: Final = 92.0
"""The least height of a way, in points."""
LINK, CHOSEN = 2.0, 4.5
"""Width of a way's line, and of the line of the way to take, in points."""
START_ICON, ICON = 66.0, 46.0
ROW_GROWS: Final = 40.0


@dataclass(frozen=True)
class Start:
    heading: Text = described("Where the way begins.")
    body: Text | None = described("More of it, in a sentence.", default=None)
    icon: Icon | None = described("An icon over it.", default=None)


@dataclass(frozen=True)
class Way:
    condition: Text = described("What decides that it goes this way.")
    outcome: Text = described("Where that leads, in a few words.")
    body: Text | None = described("More of the outcome, in a sentence.", default=None)
    icon: Icon | None = described("An icon before the outcome.", default=None)
    emphasis: bool = described("True on the way to take.", default=False)


@dataclass(frozen=True)
class Fields:
    start: Start = described("Where the way begins.")
    ways: tuple[Way, ...] = described("The ways on, the one to take first.", minimum=2, maximum=3)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    alt = "; ".join(f"{way.condition.plain} → {way.outcome.plain}" for way in fields.ways)
    named = f"{fields.start.heading.plain}: {alt}"
    drawn = (Group(_drawn(fields, large), "ways", named) for large in (True, False))
    large, small = (Column((one,), justify="grow") for one in drawn)
    return (
        Arrangement("Diagram", canvas=large, name="larger type"),
        Arrangement("Diagram", canvas=small, name="smaller type"),
        Arrangement("Diagram", canvas=_rows(fields), name="one row a way", step=2),
    )


def _drawn(fields: Fields, large: bool) -> Block:
    """One drawing, as many units high as there are ways; lines under the boxes that they join."""
    count = len(fields.ways)
    start = Area("start", Paint("tint1"), START, (CLEAR, count - CLEAR), holds=_start(fields.start, large))
    ways = (mark for at, way in enumerate(fields.ways) for mark in _way(way, at, large))
    marks = (*_links(fields.ways), start, *ways)
    return Plane(Linear(0, WIDE), Linear(0, count), marks, height=HIGH * count)


def _links(ways: tuple[Way, ...]) -> Iterator[PlaneMark]:
    """The way to take is a strong line from the start on, in front of the others."""
    middle = len(ways) / 2
    yield Segment("link", Paint(line="primary", width=CHOSEN), (START[1], STEM), (middle, middle))
    for at, way in sorted(enumerate(ways), key=lambda one: one[1].emphasis):
        paint = Paint(line="primary", width=CHOSEN) if way.emphasis else Paint(line="muted", width=LINK, dashed=True)
        yield Segment("link", paint, (STEM, STEM), (middle, at + 0.5))
        yield Segment("link", paint, (STEM, CONDITION[0]), (at + 0.5, at + 0.5))
        yield Segment("link", paint, (CONDITION[1], OUTCOME[0]), (at + 0.5, at + 0.5), arrow=True)


def _start(start: Start, large: bool) -> Block:
    heading: Role = "number" if large else "card"
    parts = [Styled(start.heading, heading, "primary", bold=True)]
    parts += [Styled(start.body, "body", space=6)] if start.body else []
    icon = (icon_block(start.icon, START_ICON if large else ICON),) if start.icon else ()
    return Panel(Column((*icon, TextBlock(tuple(parts))), gap=12, justify="middle"), padding=INSET)


def _way(way: Way, at: int, large: bool) -> Iterator[PlaneMark]:
    """What decides is a gate on its way, filled on the way to take, and so where that leads."""
    leads = Paint("primary") if way.emphasis else Paint("background", "muted", 1.25, dashed=True)
    gate = Paint("tint2", "primary", CHOSEN / 2) if way.emphasis else leads
    role: Role = "lead" if large else "body"
    said = TextBlock((Styled(way.condition, role, bold=True, align="center"),), anchor="middle")
    yield Area("condition", gate, CONDITION, (at + GATE, at + 1 - GATE), holds=Panel(said, padding=GATE_PADDING))
    led = _outcome(way, leads.fill or "background", large)
    yield Area("outcome", leads, OUTCOME, (at + CLEAR, at + 1 - CLEAR), holds=Panel(led, padding=INSET))


def _outcome(way: Way, fill: Color, large: bool) -> Block:
    color = ink(fill)
    parts = [Styled(way.outcome, "number" if large else "card", color, bold=True)]
    parts += [Styled(way.body, "lead" if large else "body", color, space=4)] if way.body else []
    says: Block = TextBlock(tuple(parts), anchor="middle")
    if not way.icon:
        return says
    return Row((icon_block(way.icon, ICON, color, anchor="middle"), says), fixed=(ICON, 0), gap=14)


def _rows(fields: Fields) -> Column:
    """The start over a row a way, for a page that is too narrow for columns, or words that are too long."""
    said = [Styled(fields.start.heading, "lead", "primary", bold=True)]
    said += [Styled(fields.start.body, "body", space=3)] if fields.start.body else []
    rows = tuple(_row(way) for way in fields.ways)
    ways = Column(rows, gap=8, justify="grow", grows_most=ROW_GROWS, splits=True)
    return Column((TextBlock(tuple(said)), ways), gap=12, justify="grow", grows=(1,))


def _row(way: Way) -> Block:
    body = (Styled(way.body, "body", space=2),) if way.body else ()
    asked = TextBlock((Styled(way.condition, "body", bold=True),), anchor="middle")
    leads = TextBlock((Styled(way.outcome, "card", bold=True), *body), anchor="middle")
    color: Color = "primary" if way.emphasis else "rule"
    return Panel(Row((asked, leads), weights=(2, 3)), "panel", rule="left", rule_color=color, padding=SMALL_INSET)
