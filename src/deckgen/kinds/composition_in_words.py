"""What a whole is made of where no share is known as a number: the parts in order, the largest first.

In: parts, each with how large it is in words, and what one would look for and does not find. Out: one bar of fields
from strong to light, the first one wider, so that what is largest is seen and no share; what is missing dashed under
it; or rows of them, the first one higher; or rows of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, repeat
from typing import Final

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import INSET, SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.plane import Area, Linear, Plane, PlaneMark
from deckgen.model.sequence import ink, sequence
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "explanation"
ARRANGEMENTS: Final = ("one bar", "a row each", "rows of text")

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
ICON, FIELD_ICON, LARGEST_ICON = 38.0, 56.0, 92.0
"""Points of an icon before a row, and over what a field says, in the largest field too."""
LARGEST: Final[Role] = "statement"
OTHERS: Final[Role] = "number"
"""How the largest part is named, and the others."""
HIGHEST: Final = 1.8
"""How high the first row is against the others."""
WIDEST: Final = 1.55
"""How wide the first field of a bar is against the others."""
BAR: Final = 3.4
"""How high the bar is against the row of what is missing."""
SEAM: Final = 1.5
"""Width of the white line round a field of a bar, in points."""
MISSING: Final = Paint(line="muted", width=1.25, dashed=True)
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
    whole: Text | None = described("What they make up, over the rows.", default=None)
    missing: Missing | None = described("What one would look for among them and does not find.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    named, scaled = _named(fields), context.labels.not_to_scale
    alt = "; ".join(": ".join(said.plain for said in (one.heading, one.text) if said) for one in named)
    bar, ranked = (
        Column((Group(_named_over(fields, scaled, drawn), "parts", alt),), justify="grow")
        for drawn in (_bar(fields), _ranked(fields))
    )
    return (
        Arrangement("Diagram", canvas=bar, name="one bar"),
        Arrangement("Diagram", canvas=ranked, name="a row each", step=1),
        Arrangement("Diagram", canvas=_rows(fields), name="rows of text", step=2),
    )


def _named(fields: Fields) -> tuple[Part | Missing, ...]:
    return (*fields.parts, fields.missing) if fields.missing else fields.parts


def _named_over(fields: Fields, scaled: str, drawn: Block) -> Block:
    """The drawing under the name of the whole, and under the word that its sizes are measured by nothing."""
    said = TextBlock((Styled(text(scaled, "parts/scale"), "label", "muted", align="right"),), anchor="bottom")
    named = TextBlock((Styled(fields.whole, "lead", "primary", bold=True),)) if fields.whole else Space(0)
    return Column((Row((named, said), weights=(3, 1)), drawn), gap=BETWEEN, justify="grow", grows=(1,))


def _bar(fields: Fields) -> Block:
    """One drawing: a field for each part beside each other, and under them the dashed one of what is missing."""
    widths = (WIDEST, *(1.0 for _ in fields.parts[1:]))
    marks: list[PlaneMark] = []
    start = 0.0
    for at, (one, fill, wide) in enumerate(zip(fields.parts, _fills(fields), widths, strict=True)):
        end, paint = start + wide / sum(widths), Paint(fill, "background", SEAM)
        marks.append(Area("part", paint, (start, end), (0, BAR), holds=_field(one, fill, at)))
        start = end
    high = BAR
    if fields.missing:
        head = (_said(fields.missing.heading, "lead", "foreground", bold=True),)
        row = _row(fields.missing, "foreground", head, 0)
        high += BETWEEN / ROW
        marks.append(Area("missing", MISSING, (0, 1), (high, high + 1), holds=row))
        high += 1
    return Plane(Linear(0, 1), Linear(0, high), tuple(marks), height=high * ROW)


def _field(one: Part, fill: Color, at: int) -> Block:
    """An icon, what it is, and under it how large it is; those of the largest part are larger."""
    color = ink(fill)
    head = Styled(one.heading, "lead" if at else LARGEST, color, bold=True)
    says = TextBlock((head, Styled(one.text, "body" if at else "lead", color, space=4)))
    if not one.icon:
        return Panel(says, padding=INSET)
    icon = icon_block(one.icon, FIELD_ICON if at else LARGEST_ICON, color)
    return Panel(Column((icon, says), gap=10, justify="grow", grows=(0,)), padding=INSET)


def _ranked(fields: Fields) -> Block:
    """One drawing: a row for each part, lower than the one before it, and the dashed one of what is missing."""
    named, fills = _named(fields), _fills(fields)
    paints = [*(Paint(fill) for fill in fills), MISSING]
    inks = [ink(paint.fill) if paint.fill else "foreground" for paint in paints]
    heads = tuple(
        _said(one.heading, role, color, bold=True)
        for one, role, color in zip(named, chain((LARGEST,), repeat(OTHERS)), inks, strict=False)
    )
    marks: list[PlaneMark] = []
    foot = 0.0
    for at, (one, height) in enumerate(zip(named, _heights(fields), strict=True)):
        row = _row(one, inks[at], heads, at)
        name = "part" if paints[at].fill else "missing"
        marks.append(Area(name, paints[at], (0, 1), (foot, foot + height), holds=row))
        foot += height + BETWEEN
    return Plane(Linear(0, 1), Linear(0, foot - BETWEEN), tuple(marks), height=foot - BETWEEN)


def _heights(fields: Fields) -> tuple[float, ...]:
    """In points: the largest is higher, and the others are of one height, as nobody knows how large they are."""
    return (ROW * HIGHEST, *(ROW for _ in _named(fields)[1:]))


def _fills(fields: Fields) -> tuple[Color, ...]:
    return sequence(len(fields.parts))[::-1]


def _said(said: Text | None, role: Role, color: Color, *, bold: bool = False) -> Block:
    return TextBlock((Styled(said, role, color, bold=bold),) if said else (), anchor="middle")


def _row(one: Part | Missing, color: Color, heads: tuple[Block, ...], at: int) -> Block:
    """An icon, what it is, and in a column of its own how large it is."""
    says = _said(one.text, "lead", color)
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
