"""Levels of which each rests on the one below: few at the top, many or much at the foot.

In: three to six levels, the top first. Out: one grouped diagram of a pyramid, with a row beside each level; or rows
alone, continued where they must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Grid, Group, Panel, Row, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.sequence import sequence
from deckgen.model.slices import slices
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("a wide pyramid", "a narrow pyramid", "rows alone")

EXAMPLE = """\
id: example.pyramid
kind: pyramid
title: Et samarbejde hviler på tillid, før det kan give vækst
levels:
  - heading: Vækst
    body: Flere job og større eksport
  - heading: Innovation
    body: Nye produkter og processer
  - heading: Projekter
    body: Virksomheder og forskere løser en opgave sammen
  - heading: Tillid
    body: De kender hinanden og mødes fast
    emphasis: true
"""

SEAM: Final = 5.0
"""Between a level and the next, in points."""
ROW_GROWS: Final = 40.0


@dataclass(frozen=True)
class Level:
    heading: Text = described("What the level is called.")
    body: Text | None = described("What it is, in one sentence.", default=None)
    emphasis: bool = described("True on the level to see.", default=False)


@dataclass(frozen=True)
class Fields:
    levels: tuple[Level, ...] = described("The levels, the top first.", minimum=3, maximum=6)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    fills = _fills(fields.levels)
    count = len(fields.levels)
    drawing = slices([at / count for at in range(count + 1)], fills, SEAM)
    rows = Grid(tuple(map(_row, fields.levels)), columns=1, gap=SEAM, fill=True)
    strips = tuple(_strip(level, fill) for level, fill in zip(fields.levels, fills, strict=True))
    down = Column(strips, gap=SEAM, justify="grow", grows_most=ROW_GROWS, splits=True)
    return (
        _arrangement(fields, Row((drawing, rows), weights=(5, 6), gap=10), "a wide pyramid"),
        _arrangement(fields, Row((drawing, rows), weights=(3, 8), gap=10), "a narrow pyramid"),
        _arrangement(fields, down, "rows alone", 2),
    )


def _fills(levels: tuple[Level, ...]) -> tuple[Color, ...]:
    """From a light foot to a dark top; the accent on the level to see."""
    tints = reversed(sequence(len(levels)))
    return tuple("accent" if level.emphasis else tint for level, tint in zip(levels, tints, strict=True))


def _arrangement(fields: Fields, drawing: Block, name: str, step: int = 0) -> Arrangement:
    alt = " / ".join(level.heading.plain for level in fields.levels)
    canvas = Column((Group(drawing, "levels", alt),), justify="grow")
    return Arrangement("Diagram", canvas=canvas, name=name, step=step)


def _row(level: Level) -> Block:
    return Panel(TextBlock(_said(level), anchor="middle"), rule="bottom", padding=6)


def _strip(level: Level, fill: Color) -> Block:
    """A level as a row, for a page that is too narrow for a pyramid beside its words."""
    return Panel(
        TextBlock(_said(level), anchor="middle"), fill="panel", rule="left", rule_color=fill, padding=SMALL_INSET
    )


def _said(level: Level) -> tuple[Styled, ...]:
    body = (Styled(level.body, "body", "muted", space=2),) if level.body else ()
    return Styled(level.heading, "lead", "primary", bold=True), *body
