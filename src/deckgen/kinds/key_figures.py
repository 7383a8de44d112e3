"""One to four numbers that carry the message, each with what it counts and who counted it.

In: values bound to figures. Out: a row of large numbers of one size under rules, the word that qualifies a number on
a sticker, a sign for each who gave it, and what is to be compared with, smaller on a panel of its own; or a grid, or
one line a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Grid, Group, Panel, Row, Space, TextBlock
from deckgen.model.card_parts import SMALL_INSET
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.shapes import Mark
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import Counted, lines
from deckgen.model.styled import Styled
from deckgen.model.text import Text, Value
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("side by side", "two by two", "rows")

EXAMPLE = """\
id: example.key-figures
kind: key_figures
title: Klyngerne satte mindst 58 projekter i gang på et år
figures:
  - value: 58
    label: projekter med virksomheder fra landsdelen
    note: Skønnet af klyngerne selv
    given-by: 11
    base: 12
    emphasis: true
  - value: 375
    label: medlemmer i landsdelen
    note: Opgjort ved årets udgang
    given-by: 12
    base: 12
  - value: 7
    label: aftaler med kommuner
    note: Fordelt på tre klynger
    given-by: 3
    base: 12
so-what: Aktiviteten er her allerede, aftalerne følger ikke med
"""

MOST = 20
"""Signs that can still be counted in a line."""
RULE, PITCH_MOST, BLOCK_PITCH, ACROSS = 5, 36.0, 30.0, 860.0
"""A rule over a number, what a sign takes at most so that a line is as wide as its column, the same on a panel, and a
page, in points."""
STICKER_TOP, STICKER_SIDE, TAG = 4.0, 6.0, 3.0
"""Points around the word of a sticker, more at its sides, and from it to its number."""
ASIDE: Final = (3.0, 2.0)
"""How what sets the others in perspective and the note on it share a line."""
LARGE = 2
"""So many numbers may be as large as the one number of a page."""
WORD_GAP = 10.0
"""From the word that qualifies such a number to it."""
_STRONG: Final[tuple[Color, Color, Color]] = ("primary", "background", "highlight")
_QUIET: Final[tuple[Color, Color, Color]] = ("tint1", "foreground", "primary")
"""What such a number stands on, what is said of it, and the number itself."""


@dataclass(frozen=True)
class Item:
    value: Value = described("The number, as a figure.")
    label: Text = described("What it counts, in a few words.")
    note: Text | None = described("What one must know to read it.", default=None)
    given_by: Value | None = described("How many gave or estimated it, shown in signs.", default=None)
    base: Value | None = described("Of how many that were asked: at most 20.", default=None)
    emphasis: bool = described("True on the one to see first.", default=False)
    aside: bool = described(
        "True on one that sets the others in perspective and is no finding itself.", default=False
    )


@dataclass(frozen=True)
class Fields:
    figures: tuple[Item, ...] = described("The numbers, the most important first.", minimum=1, maximum=4)
    sign: Sign = described("The sign that stands for one of those who gave a number.", default=Sign())


def check(fields: Fields) -> Iterator[Fault]:
    """Those who gave a number are a part of those who were asked, and can be drawn."""
    for item in fields.figures:
        if (item.given_by is None) != (item.base is None):
            here = (item.given_by or item.base or item.value).span
            yield Fault("`given-by` and `base` go together, and one of them is missing", here, "write both")
        if item.given_by is None or item.base is None:
            continue
        count, base = item.given_by.amount, item.base.amount
        if base is not None and not (1 <= base <= MOST and base == int(base)):
            hint = "leave `given-by` and `base` out, and say it in `note`"
            yield Fault(f"{base} signs cannot stand in a line: from 1 to {MOST}, whole", item.base.span, hint)
        if count is not None and base is not None and (not 0 <= count <= base or count != int(count)):
            yield Fault(f"{count} is no part of {base}", item.given_by.span, "it is from 0 to the base, and whole")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    large = _is_large(fields)
    role: Role = "hero" if large else "figure"
    found = (item for item in fields.figures if not item.aside)
    cards = tuple(_block(item, fields) if large else _card(item, fields) for item in found)
    across = _across(cards, fields)
    rows = Column(tuple(_line(item, fields, role) for item in fields.figures), gap=0, justify="grow", splits=True)
    first = Arrangement("Diagram", canvas=Column((across,), justify="grow"), name="side by side")
    last = Arrangement("Diagram", canvas=rows, name="rows")
    if len(fields.figures) < 3:
        return (first, last)
    grid = Grid((*cards, *_asides(fields)), 2, gap=2 * GUTTER, splits=True, fill=True, levels=True)
    return (first, Arrangement("Diagram", canvas=grid, name="two by two"), last)


def _across(cards: tuple[Block, ...], fields: Fields) -> Block:
    """The numbers on common levels, and under them what sets them in perspective."""
    asides = _asides(fields)
    if not asides or not cards:
        return Row((*cards, *asides), gap=GUTTER, splits=True, levels=True)
    found = Row(cards, gap=GUTTER, levels=True)
    return Column((found, *asides), gap=10, justify="grow", grows=(0,))


def _asides(fields: Fields) -> tuple[Block, ...]:
    return tuple(_aside(item) for item in fields.figures if item.aside)


def _color(item: Item) -> Color:
    return "accent" if item.emphasis else "mark"


def _aside(item: Item) -> Block:
    """A line on a panel of its own, in the smaller type of a number in a row, as it is no finding."""
    number = TextBlock((Styled(item.value.said, "number", "muted", bold=True),), anchor="middle")
    label = TextBlock((Styled(item.label, "body"),), anchor="middle")
    note = (TextBlock((Styled(item.note, "label", "muted"),), anchor="middle"),) if item.note else ()
    told = Row((label, *note), weights=ASIDE[: 1 + len(note)], gap=GUTTER)
    line = Row((number, told), hugs=((number,), ()), gap=GUTTER)
    return Group(Panel(line, "panel", padding=SMALL_INSET), item.value.path, _alt(item))


def _block(item: Item, fields: Fields) -> Block:
    """One of the one or two numbers of a page, on a panel of its own, the first to see on a strong one."""
    fill, ink, number = _STRONG if item.emphasis else _QUIET
    said = TextBlock((Styled(item.value.bare, "hero", number, bold=True),), anchor="bottom")
    first: Block = said
    if item.value.qualifier:
        word = TextBlock((Styled(item.value.qualified, "number", ink, bold=True),), anchor="bottom")
        first = Row((word, said), hugs=((word,), ()), gap=WORD_GAP, baseline=True)
    parts: list[Block] = [Column((first, TextBlock((Styled(item.label, "lead", ink),))), gap=0)]
    if any(one.given_by for one in fields.figures if not one.aside):
        parts.append(_givers(item, fields, number, ink, BLOCK_PITCH))
    parts.append(TextBlock((Styled(item.note, "subtitle", ink),) if item.note else ()))
    inside = Column(tuple(parts), gap=5, justify="spread", most=40)
    return Group(Panel(inside, fill, padding=SMALL_INSET), item.value.path, _alt(item))


def _card(item: Item, fields: Fields) -> Block:
    found = [one for one in fields.figures if not one.aside]
    qualified = any(one.value.qualifier for one in found)
    told = any(one.given_by for one in found)
    parts: list[Block] = [Mark("rect", _color(item), 0, RULE)]
    over = (_sticker(item),) if qualified else ()
    label = TextBlock((Styled(item.label, "body"),))
    parts.append(Column((*over, Column((_number(item, "figure"), label), gap=0)), gap=TAG))
    if told:
        parts.append(_givers(item, fields, _color(item)))
    parts.append(_note(item))
    return Group(Column(tuple(parts), gap=5, justify="spread", most=40), item.value.path, _alt(item))


def _is_large(fields: Fields) -> bool:
    return sum(not item.aside for item in fields.figures) <= LARGE


def _sticker(item: Item) -> Block:
    """The word that qualifies the number in an outlined box as wide as the word."""
    if not item.value.qualifier:
        return Space(0)
    said = TextBlock(
        (Styled(item.value.qualified, "label", _color(item), bold=True, align="center"),), anchor="middle"
    )
    inside = Row((Space(0), said, Space(0)), fixed=(STICKER_SIDE, 0, STICKER_SIDE), gap=0)
    box = Panel(inside, line=_color(item), padding=STICKER_TOP, name="sticker box")
    return Row((box, Space(0)), hugs=((box,), ()))


def _number(item: Item, role: Role) -> TextBlock:
    return TextBlock((Styled(item.value.bare, role, _color(item), bold=True),), anchor="bottom")


def _givers(item: Item, fields: Fields, color: Color, left_out: Color = "muted", most: float = PITCH_MOST) -> Block:
    if item.given_by is None or item.base is None:
        return Space(0)
    given, base = int(item.given_by.amount or 0), int(item.base.amount or 0)
    beside = sum(not one.aside for one in fields.figures)
    pitch = min(most, (ACROSS / max(beside, 1) - GUTTER) / max(base, 1))
    return lines(Counted(given, base, fields.sign.shape, color, left_out=left_out), pitch)


def _note(item: Item) -> Block:
    return TextBlock((Styled(item.note, "subtitle", "muted"),) if item.note else ())


def _line(item: Item, fields: Fields, role: Role) -> Block:
    """A number with what it counts at its side."""
    number: tuple[Block, ...] = (
        (_sticker(item), _number(item, role)) if item.value.qualifier else (_number(item, role),)
    )
    says: list[Block] = [TextBlock((Styled(item.label, "lead" if _is_large(fields) else "body", bold=True),))]
    if item.given_by:
        says.append(_givers(item, fields, _color(item)))
    if item.note:
        says.append(_note(item))
    row = Row(
        (Column(number, gap=2, justify="middle"), Column(tuple(says), justify="middle")), weights=(5, 7), gap=24
    )
    return Group(Panel(row, rule="top", padding=6), item.value.path, _alt(item))


def _alt(item: Item) -> str:
    given = f" ({item.given_by.shown}/{item.base.shown})" if item.given_by and item.base else ""
    return f"{item.value.shown} {item.label.plain}{given}"
