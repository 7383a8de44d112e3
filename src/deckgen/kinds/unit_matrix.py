"""Several counts of one base, a line of signs each: "12 of 12, 12 of 12, 7 of 12".

In: counts and the total that they are all part of. Out: a row each with its signs, those not counted dashed, and the
count in figures; the one to see in the accent under a rule, with a bracket under the part of it that is told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Group, Panel, Row, Space, TextBlock
from deckgen.model.chart_type import Shows
from deckgen.model.icon import Icon, icon_block
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.sign import Sign
from deckgen.model.sign_marks import Counted, lines
from deckgen.model.styled import Styled
from deckgen.model.text import Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "finding"
ARRANGEMENTS: Final = ("signs beside their labels", "signs below their labels")
SHOWS: Final[Shows] = "comparison"

EXAMPLE = """\
id: example.unit-matrix
kind: unit_matrix
title: Alle klynger har medlemmer her, og syv er her også fysisk
subtitle: Antal klynger. En sekskant er én klynge
total: 12
sign: hexagon
rows:
  - count: 12
    label: Har nordjyske medlemmer
  - count: 8
    label: Har en samarbejdsaftale
  - count: 7
    label: Er fysisk til stede
    detail: eget kontor eller hos Erhvervshuset
    part: 5
    part-label: heraf 5 af de store
    emphasis: true
so-what: Fem har medlemmer her uden selv at være til stede
"""

MOST = 20
"""Signs that can still be counted in a line."""
PITCH_MOST, PITCHES = 72.0, 232.0
"""What a sign takes at most, and what those of all rows take together, in points."""
SIGNS_MOST, SIGNS_EACH = 0.62, 0.06
"""Of the width of labels and signs, what the signs take at most, and what each of them wants."""
ICON = 38.0
"""Points that an icon takes."""
FEW = 2
"""So few rows have their signs across the page."""


@dataclass(frozen=True)
class Counts:
    count: Value = described("How many of the total.")
    label: Text = described("What they have in common, in a few words.")
    detail: Text | None = described("What one must know to read it, on a small second line.", default=None)
    icon: Icon | None = described("An icon before the label.", default=None)
    part: Value | None = described("How many of them are told apart by a bracket.", default=None)
    part_label: Text | None = described("What those are: 'heraf 5 af de store'.", default=None)
    emphasis: bool = described("True on the one to see, such as the one that differs.", default=False)


@dataclass(frozen=True)
class Fields:
    total: Value = described("Of how many, the same for all rows: at most 20.")
    rows: tuple[Counts, ...] = described("The counts, the one that differs last.", minimum=1, maximum=8)
    sign: Sign = described("The sign that stands for one.", default=Sign())


def check(fields: Fields) -> Iterator[Fault]:
    """All are whole numbers, each row is a part of the total, and what is told apart is a part of its row."""
    total = fields.total.amount
    if total is not None and not (1 <= total <= MOST and total == int(total)):
        hint = "show more as shares, with kind `shares` or `chart`"
        yield Fault(f"{total} signs cannot stand in a line: from 1 to {MOST}, whole", fields.total.span, hint)
    for row in fields.rows:
        yield from _no_part(row.count, fields.total, "the total")
        if row.part is not None:
            yield from _no_part(row.part, row.count, "its row")
        if (row.part is None) != (row.part_label is None):
            here = row.part.span if row.part else row.part_label.span if row.part_label else row.count.span
            yield Fault("`part` and `part-label` go together, and one of them is missing", here, "write both")


def _no_part(count: Value, whole: Value, named: str) -> Iterator[Fault]:
    if count.amount is None:
        return
    if count.amount < 0 or count.amount != int(count.amount):
        yield Fault(f"{count.amount} is no number of signs", count.span, "write a whole number")
    elif whole.amount is not None and count.amount > whole.amount:
        yield Fault(f"{count.amount} is no part of {whole.amount}, {named}", count.span, f"it is at most {named}")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    said = tuple(_said(row, fields, context) for row in fields.rows)
    wide = min(SIGNS_MOST, SIGNS_EACH * int(fields.total.amount or 0))
    across = _arrangement(fields, tuple(_across(row, said, wide) for row in said), "signs beside their labels")
    down = _arrangement(fields, tuple(map(_down, said)), "signs below their labels")
    return (down, across) if len(said) <= FEW else (across, down)


def _arrangement(fields: Fields, rows: tuple[Block, ...], name: str) -> Arrangement:
    ruled = tuple(
        Panel(row, rule="top", padding=8) if counts.emphasis and number else row
        for number, (counts, row) in enumerate(zip(fields.rows, rows, strict=True))
    )
    return Arrangement("Diagram", canvas=Column(ruled, gap=4, justify="grow", splits=True), name=name)


@dataclass(frozen=True)
class _Said:
    """The parts of a row: what it counts, its signs, what is under their bracket, and the count in figures."""

    label: Block
    signs: Block
    part: Block
    figures: Row
    name: str
    alt: str


def _said(row: Counts, fields: Fields, context: Context) -> _Said:
    color: Color = "accent" if row.emphasis else "mark"
    total = context.labels.out_of.format(total=fields.total.shown)
    few = len(fields.rows) <= FEW
    label = [Styled(row.label, "lead" if few else "body", bold=row.emphasis or few)]
    if row.detail:
        label.append(Styled(row.detail, "label", "muted"))
    number = TextBlock((Styled(row.count.said, "number", color, bold=True, align="right"),))
    of = TextBlock((Styled(text(total, f"{row.count.path}/total"), "body", "muted"),))
    told = TextBlock((Styled(row.part_label, "label", color, bold=True),)) if row.part_label else Space(0)
    part = f"; {row.part_label.plain}" if row.part_label else ""
    words = TextBlock(tuple(label), anchor="middle")
    iconed = any(one.icon for one in fields.rows)
    icon: Block = icon_block(row.icon, ICON, _icon_color(row), anchor="middle") if row.icon else Space(0)
    return _Said(
        Row((icon, words), fixed=(ICON, 0), gap=12) if iconed else words,
        _signs(row, fields, color),
        told,
        Row((number, of), hugs=((), (of,)), gap=6, baseline=True),
        row.count.path,
        f"{row.label.plain}: {row.count.shown} {total}{part}",
    )


def _icon_color(row: Counts) -> Color:
    return "accent" if row.emphasis else "primary"


def _signs(row: Counts, fields: Fields, color: Color) -> Block:
    counted = Counted(int(row.count.amount or 0), int(fields.total.amount or 0), fields.sign.shape, color)
    pitch = min(PITCH_MOST, PITCHES / len(fields.rows))
    return lines(counted, pitch, bracketed=int(row.part.amount or 0) if row.part else 0)


def _across(said: _Said, rows: tuple[_Said, ...], wide: float) -> Block:
    """Label, signs and figures side by side; all rows give the figures the width of the widest."""
    parts = (
        Column((said.label, Space(0)), gap=2, justify="middle"),
        Column((Column((said.signs,), justify="middle"), said.part), gap=2, justify="middle"),
        Column((Column((said.figures,), justify="middle"), Space(0)), gap=2, justify="middle"),
    )
    figures = tuple(row.figures for row in rows)
    row = Row(parts, weights=(1 - wide, wide, 1), hugs=((), (), figures), gap=20, levels=True)
    return Group(row, said.name, said.alt)


def _down(said: _Said) -> Block:
    head = Row((said.label, said.figures), hugs=((), (said.figures,)), gap=12)
    return Group(Column((head, said.signs, said.part), gap=6, justify="middle"), said.name, said.alt)
