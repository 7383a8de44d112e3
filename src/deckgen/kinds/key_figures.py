"""One to four numbers that carry the message, each with what it counts.

In: values bound to figures. Out: a row of figures over their labels, told apart by thin rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Styled, TextBlock
from deckgen.model.kind import Context, described
from deckgen.model.text import Text, Value, text

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
    across = Row(tuple(_card(item) for item in fields.figures), gap=28.8)
    rows = Column(tuple(_line(item) for item in fields.figures), gap=0, justify="grow")
    return tuple(Arrangement("Diagram", canvas=_with_closing(block, fields.closing)) for block in (across, rows))


def _with_closing(block: Block, closing: Text | None) -> Block:
    if not closing:
        return Column((block,), justify="grow")
    strip = TextBlock((Styled(closing, "lead", "foreground"),), anchor="middle")
    return Column(
        (block, Panel(strip, rule="left", rule_color="accent", padding=10)), gap=24, justify="grow", grows=(0,)
    )


def _number(item: Item) -> TextBlock:
    shown = Text(text(item.value.shown).paragraphs, f"{item.value.path}", item.value.span)
    return TextBlock((Styled(shown, "figure", "accent" if item.emphasis else "primary"),), anchor="bottom")


def _card(item: Item) -> Block:
    says = [Styled(item.label, "lead", bold=True)]
    if item.note:
        says.append(Styled(item.note, "body", "muted", space=6))
    card = Panel(
        Column((_number(item), TextBlock(tuple(says))), gap=8, justify="middle"),
        rule="top",
        rule_color="accent" if item.emphasis else "primary",
        padding=12,
    )
    return Group(card, item.value.path, f"{item.value.shown} {item.label.plain}")


def _line(item: Item) -> Block:
    says = [Styled(item.label, "lead", bold=True)]
    if item.note:
        says.append(Styled(item.note, "body", "muted", space=4))
    row = Row((_number(item), TextBlock(tuple(says), anchor="middle")), weights=(4, 7), gap=24)
    return Group(Panel(row, rule="bottom", padding=6), item.value.path, f"{item.value.shown} {item.label.plain}")
