"""What a whole is made of where no share is known as a number: the parts in order, the largest first.

In: parts, each with how large it is in words, and what one would look for and does not find. Out: rows of one size
from strong to light, so that nothing but their order is seen, under one name of the whole; what is missing dashed at
the end; or rows of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Bands, Linear, Plane, PlaneMark, Segment
from deckgen.model.sequence import ink, sequence
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.composition-in-words
kind: composition_in_words
title: Klyngerne lever overvejende af projekter og kontingenter
whole: Klyngernes finansiering
parts:
  - heading: Projektindtægter
    text: Den største del
    icon: briefcase
  - heading: Medlemskontingenter
    text: En mindre del
    icon: users
  - heading: Bevilling
    text: Vejer tungere i små klynger end i store
    icon: hand-coins
missing:
  heading: Ingen basisbevilling
  text: Og som udgangspunkt ingen driftsbevilling
  icon: ban
so-what: Klyngerne har de samme kilder, i forskellige andele
"""

ROW: Final = 44.0
"""The least height of a row, in points."""
BETWEEN: Final = 7.0
"""Points between rows."""
ICON: Final = 42.0
WHOLE, BRACKET = 0.185, 0.014
"""How much of the width the name of the whole takes, and the bracket that leads from it to the parts."""
FOOT: Final = 0.999
"""Where a row ends: at 1 the next one begins."""
INDENT: Final = INSET / 2
"""From the padding of a row to what stands on it, so that the row may be low and its left side as any panel's."""


@dataclass(frozen=True)
class Part:
    heading: Text = described("The part, in a word or two.")
    text: Text = described("How large it is, in a few words.")
    icon: Icon | None = described("An icon that stands for it.", default=None)


@dataclass(frozen=True)
class Missing:
    heading: Text = described("What is no part of it: 'Ingen basisbevilling'.")
    text: Text | None = described("What one must know of that, in a few words.", default=None)
    icon: Icon | None = described("An icon that stands for it.", default=None)


@dataclass(frozen=True)
class Fields:
    parts: tuple[Part, ...] = described("The parts, the largest first.", minimum=2, maximum=5)
    whole: Text | None = described("What they make up, before a bracket.", default=None)
    missing: Missing | None = described("What one would look for among them and does not find.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    named = _named(fields)
    alt = "; ".join(": ".join(said.plain for said in (one.heading, one.text) if said) for one in named)
    return (
        Arrangement("Diagram", canvas=Column((Group(_ranked(fields), "parts", alt),), justify="grow")),
        Arrangement("Diagram", canvas=_rows(fields), name="rows of text"),
    )


def _named(fields: Fields) -> tuple[Part | Missing, ...]:
    return (*fields.parts, fields.missing) if fields.missing else fields.parts


def _ranked(fields: Fields) -> Block:
    """One drawing: a row for each part, as high as any other, and the dashed one of what is missing."""
    named = _named(fields)
    left = WHOLE + 2 * BRACKET if fields.whole else 0.0
    paints = [*(Paint(fill) for fill in _fills(fields)), Paint(line="muted", width=1.25, dashed=True)]
    inks = [ink(paint.fill) if paint.fill else "foreground" for paint in paints]
    heads = tuple(_heading(one, color) for one, color in zip(named, inks, strict=False))
    marks: list[PlaneMark] = [*_whole(fields.whole, len(fields.parts))] if fields.whole else []
    for at, (one, paint, color) in enumerate(zip(named, paints, inks, strict=False)):
        row = _row(one, color, heads, at)
        marks.append(Area("part" if paint.fill else "missing", paint, (left, 1), (at, at + 1), holds=row))
    height = (ROW + BETWEEN) * len(named) - BETWEEN
    return Plane(Linear(0, 1), Bands(len(named), BETWEEN), tuple(marks), height=height)


def _fills(fields: Fields) -> tuple[Color, ...]:
    return sequence(len(fields.parts))[::-1]


def _whole(whole: Text, parts: int) -> tuple[PlaneMark, ...]:
    """What the whole is, half way down its parts, and a bracket round them."""
    paint, right = Paint(line="primary", width=1.75), WHOLE + BRACKET
    top, foot = 0.0, parts - 1 + FOOT
    says = TextBlock((Styled(whole, "lead", "primary", bold=True),), anchor="middle")
    return (
        Area("whole", Paint(), (0, WHOLE), (0, parts), holds=says),
        Segment("bracket start", paint, (WHOLE, right), (top, top)),
        Segment("bracket", paint, (WHOLE, WHOLE), (top, foot)),
        Segment("bracket end", paint, (WHOLE, right), (foot, foot)),
    )


def _heading(one: Part | Missing, color: Color) -> Block:
    return TextBlock((Styled(one.heading, "number", color, bold=True),), anchor="middle")


def _row(one: Part | Missing, color: Color, heads: tuple[Block, ...], at: int) -> Block:
    """An icon, what it is, and in a column of its own how large it is."""
    says = TextBlock((Styled(one.text, "lead", color),) if one.text else (), anchor="middle")
    row = Row((heads[at], says), hugs=(heads, ()), gap=28)
    if one.icon:
        row = Row((icon_block(one.icon, ICON, color, anchor="middle"), row), fixed=(ICON, 0), gap=18)
    return Panel(Row((Space(0), row), fixed=(INDENT, 0), gap=0), padding=INDENT)


def _rows(fields: Fields) -> Column:
    """One under the other, where words are too long to stand side by side."""
    rows: list[Block] = [TextBlock((Styled(fields.whole, "lead", "primary", bold=True),))] if fields.whole else []
    for one, color in zip(_named(fields), (*_fills(fields), "rule"), strict=False):
        says = (Styled(one.text, "body", space=3),) if one.text else ()
        words = TextBlock((Styled(one.heading, "card", bold=True), *says), anchor="middle")
        rows.append(Panel(words, "panel", rule="left", rule_color=color, padding=SMALL_INSET))
    return Column(tuple(rows), gap=8, justify="grow", splits=True)
