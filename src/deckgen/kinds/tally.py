"""So many of so many, as marks that can be counted: "12 of 13".

In: a count and a total, both bound. Out: one grouped diagram of marks, with what it means beside or
below it, continued where it is long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import (
    Area,
    Arrangement,
    Bands,
    Block,
    Column,
    Group,
    Paint,
    Panel,
    Plane,
    Row,
    Styled,
    TextBlock,
)
from deckgen.model.chart_type import Shows
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, Value

PURPOSE: Final[Purpose] = "finding"
SHOWS: Final[Shows] = "parts of a whole"

EXAMPLE = """\
id: example.tally
kind: tally
title: Tolv af tretten klynger har svaret
count: 12
total: 13
headline: 12 af 13
label: klynger har svaret
points:
  - Undersøgelsen gik til alle
"""

MOST = 40
"""Marks that can still be counted on a slide."""

MARK_MOST, MARK_GAP = 30, 6
"""Largest mark and the gap between marks, in points."""

COUNTED, LEFT = Paint("primary"), Paint(line="muted", dashed=True)


@dataclass(frozen=True)
class Fields:
    count: Value = described("How many.")
    total: Value = described("Of how many: at most 40.")
    headline: Text = described("The count as it is said: '12 af 13'.")
    label: Text = described("What is counted.")
    points: tuple[Text, ...] = described("What it means.", default=(), maximum=5)


def check(fields: Fields) -> Iterator[Fault]:
    """Both are whole numbers, and the count is a part of a total that can be drawn."""
    count, total = fields.count.amount, fields.total.amount
    for value in (fields.count, fields.total):
        if value.amount is not None and value.amount != value.amount.to_integral_value():
            yield Fault(f"{value.amount} is no whole number of marks", value.span, "show it as a share")
    if total is not None and not 1 <= total <= MOST:
        hint = "show more as a share, with kind `shares` or `chart`"
        yield Fault(f"{total} marks cannot be shown: at least 1 and at most {MOST}", fields.total.span, hint)
    if count is not None and (count < 0 or (total is not None and count > total)):
        message = f"{count} is no part of {total}" if total is not None else f"{count} is below zero"
        yield Fault(message, fields.count.span, "the count is from 0 to the total")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    count, total = int(fields.count.amount or 0), int(fields.total.amount or 0)
    alt = f"{fields.headline.plain} {fields.label.plain}"
    says: list[Block] = [
        TextBlock((Styled(fields.headline, "figure", "primary"),)),
        TextBlock((Styled(fields.label, "lead", bold=True),)),
        Group(_marks(count, total), "tally", alt),
    ]
    counted = Group(Column(tuple(says), gap=12, justify="middle"), "count", alt)
    if not fields.points:
        return (Arrangement("Diagram", canvas=Column((counted,), justify="grow")),)
    points = Column(tuple(_point(point) for point in fields.points), gap=0, justify="grow", splits=True)
    beside = Column((Row((counted, points), weights=(5, 6), gap=48),), justify="grow")
    below = Column((counted, points), gap=20, justify="grow", grows=(1,))
    return (
        Arrangement("Diagram", canvas=beside),
        Arrangement("Diagram", canvas=below, name="points below", step=1),
    )


def _point(point: Text) -> Block:
    return Panel(TextBlock((Styled(point, "point"),), anchor="middle"), rule="top", padding=8)


def _marks(count: int, total: int) -> Block:
    """As many marks in one line as there are, the counted ones filled and the others outlined."""
    marks = (
        Area(f"mark {number + 1}", COUNTED if number < count else LEFT, x=(number, number + 1))
        for number in range(total)
    )
    return Plane(Bands(total, MARK_GAP, MARK_MOST), Bands(1), tuple(marks))
