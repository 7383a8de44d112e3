"""What a whole is made of where no share is known as a number: the parts in order, each as large as its words say.

In: parts of which some are large, each told in words, and what one would look for and does not find. Out: blocks
under a bracket, equal where the words make no difference, and what is missing dashed beside them; or rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import (
    Area,
    Arrangement,
    Block,
    Column,
    Grid,
    Group,
    Layered,
    Linear,
    Paint,
    Panel,
    Plane,
    Row,
    Segment,
    Space,
    Styled,
    TextBlock,
)
from deckgen.model.card_parts import INSET, SMALL_INSET
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.sequence import ink
from deckgen.model.text import Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.composition-in-words
kind: composition_in_words
title: Klyngerne lever overvejende af projekter og kontingenter
subtitle: Felternes størrelse viser ikke andele; de er kun oplyst i ord
whole: Klyngernes finansiering
parts:
  - heading: Projektindtægter
    text: Den største del
    icon: briefcase
    large: true
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

LARGE, SMALL, MISSING = 1.3, 1.0, 0.62
"""How wide a large part, the others together and what is missing are: it says what is larger, not by how much."""
ICON, SMALL_ICON = 64.0, 44.0
BRACKET: Final = 12.0
BETWEEN: Final = 6.0
"""Points between blocks."""
FILLS: Final[tuple[Color, ...]] = ("primary", "mark", "tint3", "tint2", "tint1")
"""From the first part on."""
_UNIT: Final = Linear(0, 1)


@dataclass(frozen=True)
class Part:
    heading: Text = described("The part, in a word or two.")
    text: Text = described("How large it is, in a few words.")
    icon: Icon | None = described("An icon that stands for it.", default=None)
    large: bool = described("True on the part, or the parts, that are larger than the others.", default=False)


@dataclass(frozen=True)
class Missing:
    heading: Text = described("What is no part of it: 'Ingen basisbevilling'.")
    text: Text | None = described("What one must know of that, in a few words.", default=None)
    icon: Icon | None = described("An icon that stands for it.", default=None)


@dataclass(frozen=True)
class Fields:
    parts: tuple[Part, ...] = described("The parts, the largest first.", minimum=2, maximum=5)
    whole: Text | None = described("What they make up, over a bracket.", default=None)
    missing: Missing | None = described("What one would look for among them and does not find.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """Large parts stand first."""
    for before, part in zip(fields.parts, fields.parts[1:], strict=False):
        if part.large and not before.large:
            hint = "write the large parts first"
            yield Fault("a large part stands after a smaller one", part.heading.span, hint)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    named: list[Part | Missing] = [*fields.parts, *([fields.missing] if fields.missing else [])]
    alt = "; ".join(": ".join(said.plain for said in (one.heading, one.text) if said) for one in named)
    return (
        Arrangement("Diagram", canvas=Column((Group(_across(fields), "parts", alt),), justify="grow")),
        Arrangement("Diagram", canvas=_rows(fields), name="rows"),
    )


def _across(fields: Fields) -> Block:
    """Large parts side by side, the others one over the other beside them; and beside all what is missing."""
    filled = list(zip(fields.parts, FILLS, strict=False))
    large = [_large(part, fill) for part, fill in filled if part.large]
    small = [(part, fill) for part, fill in filled if not part.large]
    columns = [*large, *([_stacked(small)] if small else [])]
    weights = (*(LARGE,) * len(large), *(SMALL,) * bool(small))
    parts = _under_whole(Row(tuple(columns), weights=weights, gap=BETWEEN), fields.whole)
    if fields.missing is None:
        return parts
    beside = _under_whole(_dashed(fields.missing), fields.whole, drawn=False)
    return Row((parts, beside), weights=(sum(weights), MISSING), levels=True)


def _under_whole(block: Block, whole: Text | None, drawn: bool = True) -> Block:
    """A block under what the whole is and its bracket; or under as much room, so that it stands on their level."""
    if whole is None:
        return Column((block,), justify="grow")
    says = TextBlock((Styled(whole, "lead", "primary", bold=True),) if drawn else ())
    paint = Paint(line="primary", width=1.5)
    bracket = (
        Segment("bracket start", paint, (0, 0), (0, 1)),
        Segment("bracket", paint, (0, 1), (0, 0)),
        Segment("bracket end", paint, (1, 1), (0, 1)),
    )
    over: Block = Plane(_UNIT, _UNIT, bracket, height=BRACKET) if drawn else Space(BRACKET)
    return Column((says, over, block), gap=6, justify="grow", grows=(2,))


def _large(part: Part, fill: Color) -> Block:
    """A block as high as the drawing."""
    return Panel(_told(part, ink(fill), large=True), fill, padding=INSET, name="part")


def _stacked(parts: list[tuple[Part, Color]]) -> Block:
    """Blocks of one height, one over the other."""
    stacked = (Panel(_beside(part, ink(fill)), fill, padding=INSET, name="part") for part, fill in parts)
    return Grid(tuple(stacked), 1, gap=BETWEEN, fill=True)


def _beside(part: Part, color: Color) -> Block:
    """An icon, and the words at its side."""
    words = TextBlock(_says(part, color, large=False), anchor="middle")
    if part.icon is None:
        return words
    return Row((icon_block(part.icon, SMALL_ICON, color, anchor="middle"), words), fixed=(SMALL_ICON, 0), gap=14)


def _dashed(missing: Missing) -> Block:
    outline = Area("missing", Paint(line="muted", width=1.25, dashed=True))
    told = Panel(_told(missing, "foreground", large=False), padding=INSET)
    return Layered((Plane(_UNIT, _UNIT, (outline,), height=BRACKET), told))


def _told(part: Part | Missing, color: Color, large: bool) -> Block:
    """The icon at the head of a block, its words at the foot."""
    words = TextBlock(_says(part, color, large), anchor="bottom")
    if part.icon is None:
        return words
    sign = icon_block(part.icon, ICON if large else SMALL_ICON, color)
    return Column((sign, words), gap=10, justify="grow", grows=(1,))


def _says(part: Part | Missing, color: Color, large: bool) -> tuple[Styled, ...]:
    heading = Styled(part.heading, "number" if large else "card", color, bold=True)
    return (heading, Styled(part.text, "lead" if large else "body", color, space=3)) if part.text else (heading,)


def _rows(fields: Fields) -> Column:
    """One under the other, where words are too long to stand side by side."""
    rows: list[Block] = [TextBlock((Styled(fields.whole, "lead", "primary", bold=True),))] if fields.whole else []
    rows += [_row(part, "primary" if part.large else "mark") for part in fields.parts]
    if fields.missing:
        rows.append(_row(fields.missing, "rule"))
    return Column(tuple(rows), gap=8, justify="grow", splits=True)


def _row(part: Part | Missing, color: Color) -> Block:
    words = TextBlock(_says(part, "foreground", large=False), anchor="middle")
    return Panel(words, "panel", rule="left", rule_color=color, padding=SMALL_INSET)
