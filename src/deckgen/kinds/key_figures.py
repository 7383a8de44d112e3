"""One to four numbers that carry the message, each with what it counts.

In: values bound to figures. Out: a row of figures over their labels, told apart by thin rules; or a
grid, or one line a figure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from deckgen.model.blocks import GUTTER, Arrangement, Block, Column, Grid, Group, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "finding"

EXAMPLE = """\
id: example.key-figures
kind: key_figures
title: Tolv af tretten klynger har svaret
figures:
  - value: 12
    label: klynger har svaret
    emphasis: true
  - value: 13
    label: klynger er spurgt
    note: Alle de nationale klynger
"""


@dataclass(frozen=True)
class Item:
    value: Value = described("The number, as a figure.")
    label: Text = described("What it counts, in a few words.")
    note: Text | None = described("What one must know to read it.", default=None)
    emphasis: bool = described("True on the one to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    figures: tuple[Item, ...] = described("The numbers, the most important first.", minimum=1, maximum=4)
    closing: Text | None = described("What they mean together, in one sentence.", default=None)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    qualified = any(_parts(item)[0] for item in fields.figures)
    cards = tuple(_card(item, qualified) for item in fields.figures)
    across = Row(cards, gap=2 * GUTTER, splits=True)
    grid = Grid(cards, 2, gap=2 * GUTTER, splits=True)
    rows = Column(tuple(_line(item) for item in fields.figures), gap=0, justify="grow", splits=True)
    closing = _closing(fields.closing)
    closes = bool(closing)
    calm = Column((across, *closing), gap=40, justify="upper", closes=closes)
    two = Column((grid, *closing), gap=24, justify="upper", closes=closes)
    full = Column((rows, *closing), gap=20, justify="grow", grows=(0,), closes=closes)
    first, last = Arrangement("Diagram", canvas=calm), Arrangement("Diagram", canvas=full, name="rows")
    if len(cards) < 3:
        return (first, last)
    return (first, Arrangement("Diagram", canvas=two, name="two by two"), last)


def _closing(closing: Text | None) -> tuple[Block, ...]:
    if not closing:
        return ()
    strip = TextBlock((Styled(closing, "lead"),), anchor="middle")
    return (Panel(strip, rule="left", rule_color="accent", padding=14),)


def _parts(item: Item) -> tuple[str, str]:
    """A qualifier such as "mindst", or nothing, and the number that it qualifies."""
    qualifier = item.value.qualifier
    return qualifier, item.value.shown.removeprefix(qualifier).lstrip("\u00a0")


def _number(item: Item, qualified: bool) -> TextBlock:
    """The number in large type, its qualifier small above it so that all numbers of a row stand on one line."""
    color: Color = "accent" if item.emphasis else "primary"
    qualifier, number = _parts(item)
    shown = replace(text(number), path=item.value.path, span=item.value.span)
    above = Styled(text(qualifier or "\u00a0", f"{item.value.path}/qualifier"), "lead", color)
    return TextBlock((above, Styled(shown, "figure", color)) if qualified else (Styled(shown, "figure", color),))


def _says(item: Item) -> TextBlock:
    says = [Styled(item.label, "lead", bold=True)]
    if item.note:
        says.append(Styled(item.note, "body", "muted", space=6))
    return TextBlock(tuple(says), anchor="middle")


def _alt(item: Item) -> str:
    return f"{item.value.shown} {item.label.plain}"


def _card(item: Item, qualified: bool) -> Block:
    color: Color = "accent" if item.emphasis else "primary"
    card = Column((_number(item, qualified), _says(item)), gap=6)
    return Group(Panel(card, rule="top", rule_color=color, padding=14), item.value.path, _alt(item))


def _line(item: Item) -> Block:
    number = Column((_number(item, bool(_parts(item)[0])),), justify="middle")
    row = Row((number, _says(item)), weights=(4, 7), gap=24)
    return Group(Panel(row, rule="bottom", padding=6), item.value.path, _alt(item))
