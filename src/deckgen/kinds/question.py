"""A question to the meeting, large, and what it leads on to.

In: the title is the question. Out: a quiet page with the question at the left, and a drawing beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.places import Land, OutlineFile
from deckgen.model.plane import Area, Linear, Plane
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color, Ground

PURPOSE: Final[Purpose] = "dialogue"
ARRANGEMENTS: Final = ("with its drawing", "without its drawing")
GROUND: Final[Ground] = "panel"

EXAMPLE = """\
id: example.question
kind: question
title: Hvad skal der til, for at havnen bliver det første valg?
more:
  - Og hvem kan gøre det første skridt lettere?
"""


LINE: Final = 5.0
"""Points of the lines of a drawing."""
HIGH: Final = 200.0
"""The least height of a drawing, in points."""


@dataclass(frozen=True)
class Fields:
    more: tuple[Text, ...] = described("Smaller questions that follow from it.", default=(), maximum=3)
    drawing: OutlineFile | None = described(
        'A drawing beside the question: an SVG of the content folder; `data-role="accent"` sets a path apart.',
        default=None,
    )
    alt: Text | None = described("What is seen on it, where its file's name does not say so.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    parts = tuple(Styled(question, "lead", space=12) for question in fields.more)
    more = (TextBlock(parts, slot="body"),) if parts else ()
    plain = Arrangement("Statement", more, name="without its drawing")
    if fields.drawing is None or not fields.drawing.lands:
        return (plain,)
    drawn = _drawing(fields.drawing, fields.alt)
    return Arrangement("Statement and Diagram", more, drawn, name="with its drawing"), replace(plain, step=1)


def _drawing(drawing: OutlineFile, alt: Text | None) -> Block:
    """The drawing as large as its place, its lines as strong as those of a drawing."""
    lands = drawing.lands
    marks = tuple(
        Area(one.name or "line", _paint(one), one.across, one.down, one.outline, stretched=True) for one in lands
    )
    across, down = ((min(side), max(side)) for side in (_ends(lands, 0), _ends(lands, 1)))
    drawn = Plane(Linear(*across), Linear(*down), marks, height=HIGH, contained="center")
    said = alt.plain if alt else drawing.path.rpartition("/")[2].partition(".")[0]
    return Column((Group(drawn, "drawing", said),), justify="grow")


def _ends(lands: tuple[Land, ...], axis: int) -> list[float]:
    return [end for land in lands for end in (land.across, land.down)[axis]]


def _paint(land: Land) -> Paint:
    color: Color = "accent" if land.role == "accent" else "tint3"
    path = land.outline.paths[0]
    return Paint(color if path.filled else None, color if path.stroke else None, LINE)
