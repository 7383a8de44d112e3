"""How closely measures go together, each with each: the lower half of a matrix, since the upper says the same.

In: rows, each with its coefficient with every row above it, from −1 to 1. Out: a disc for each pair, its area as
large as the coefficient is: full where both measures rise together, a ring where one falls. The number says both too.
The discs of a row that is the finding are in the accent.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.drawing import CrowdedError, DrawingData, DrawingOption, DrawnRow, Pen, Place
from deckgen.model.lazy_dataclasses import dataclass

TAKES: Final[tuple[DrawingOption, ...]] = ("coefficient", "n")

EXAMPLE: Final = """\
drawing: correlation
counted: Hvor tæt svarene følges ad
coefficient: pearson
n: 212
data:
  - label: Tillid
  - {label: Samarbejde, value: [0.62]}
  - {label: Vækst, value: [0.31, 0.44]}
  - {label: Afstand, value: [-0.48, -0.35, -0.12]}
takeaways: [Tillid og samarbejde følges ad]
"""

LABEL_SHARE: Final = 0.3
GAP: Final = 3.0
RING: Final = 2.5
PAD: Final = 0.35
"""Around a disc and its number, in the size of type."""
LEAST_DISC: Final = 0.3
"""How large the disc of a full coefficient is at least, in the size of type."""


def check(data: DrawingData) -> Iterator[Fault]:
    if len(data.rows) < 3:
        yield Fault("a correlation matrix wants three measures or more", data.span, "say one coefficient in words")
    for at, row in enumerate(data.rows):
        if len(row.values) != at:
            message = f"`{row.label}` has {len(row.values)} values, and {at} rows stand above it"
            yield Fault(message, row.span, "give each row one value with every row above it, and the first none")
        for value in row.values:
            if value is not None and abs(value) > 1:
                yield Fault(f"{value} is no coefficient of correlation", row.span, "write a value from -1 to 1")


def draw(data: DrawingData, pen: Pen) -> None:
    below, across = data.rows[1:], data.rows[:-1]
    labels = [pen.lines(row.label, pen.width * LABEL_SHARE, 2, row.emphasis) for row in below]
    left = max(pen.text_width(line, True) for lines in labels for line in lines) + pen.size * 0.8
    wide = (pen.width - left) / len(across)
    heads = [pen.lines(row.label, wide - 2 * GAP, 2, row.emphasis) for row in across]
    top = len(heads[0]) * pen.size * 1.2 + pen.size * 0.5
    high = (pen.height - top) / len(below)
    if high < 2.6 * pen.size:
        raise CrowdedError("its rows are too many for their labels")
    cell = _cell(data, pen, wide - GAP, high - GAP)
    for at, (row, said) in enumerate(zip(below, labels, strict=True)):
        y = top + at * high
        pen.text(0, y + high / 2, said, pen.color("foreground"), bold=row.emphasis)
        stands = len(heads[at]) * pen.size * 1.2 / 2 + pen.size * 0.25
        pen.text(left + (at + 0.5) * wide, y - stands, heads[at], pen.color("foreground"), "center")
        for column in range(len(row.values)):
            _pair(pen, left + column * wide + GAP / 2, y + GAP / 2, cell, row, column)


@dataclass(frozen=True, slots=True)
class _Cell:
    """How all fields are set: numbers beside discs or under them, and how large the disc of a full coefficient is."""

    width: float
    height: float
    said: float
    beside: bool
    most: float


def _cell(data: DrawingData, pen: Pen, width: float, height: float) -> _Cell:
    """The way in which discs are larger, the same for all, so that they are compared."""
    said = max(pen.text_width(shown, True) for row in data.rows for shown in row.shown)
    beside = min(height * 0.42, (width - said - 3 * PAD * pen.size) / 2)
    under = min(width * 0.44, (height - 1.3 * pen.size) * 0.46)
    if said > width or max(beside, under) < LEAST_DISC * pen.size:
        raise CrowdedError("its fields are too small for discs and numbers")
    return _Cell(width, height, said, beside >= under, max(beside, under))


def _pair(pen: Pen, x: float, y: float, cell: _Cell, row: DrawnRow, column: int) -> None:
    """A field with its disc and its number."""
    value, number = row.values[column], (row.shown[column],)
    pen.rect(x, y, cell.width, cell.height, pen.color("tint1") if value is not None else "", pen.color("rule"), 0.75)
    if value is None:
        pen.text(x + cell.width / 2, y + cell.height / 2, number, pen.color("muted"), "center")
        return
    around = (cell.width - cell.said - 2 * cell.most) / 3
    middle, place = (x + cell.width / 2, y + 4 + cell.most), (x + cell.width / 2, y + cell.height - pen.size * 0.7)
    if cell.beside:
        middle, place = (x + around + cell.most, y + cell.height / 2), (x + cell.width - around, y + cell.height / 2)
    _disc(pen, middle, float(value), cell.most, pen.color("accent" if row.emphasis else "mark"))
    pen.text(*place, number, pen.color("foreground"), "right" if cell.beside else "center", True)


def _disc(pen: Pen, middle: Place, value: float, most: float, ink: str) -> None:
    """A disc with the area of its coefficient, a ring where that is below zero."""
    radius = max(RING, most * math.sqrt(abs(value)))
    if value < 0:
        pen.circle(*middle, radius - RING / 2, pen.color("background"), ink, RING)
    else:
        pen.circle(*middle, radius, ink)
