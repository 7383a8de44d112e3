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
from deckgen.model.drawing import CrowdedError, DrawingData, DrawingOption, DrawnRow, Pen

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
    for at, (row, said) in enumerate(zip(below, labels, strict=True)):
        y = top + at * high
        pen.text(0, y + high / 2, said, pen.color("foreground"), bold=row.emphasis)
        stands = len(heads[at]) * pen.size * 1.2 / 2 + pen.size * 0.25
        pen.text(left + (at + 0.5) * wide, y - stands, heads[at], pen.color("foreground"), "center")
        for column in range(len(row.values)):
            _pair(pen, (left + column * wide + GAP / 2, y + GAP / 2, wide - GAP, high - GAP), row, column)


def _pair(pen: Pen, box: tuple[float, float, float, float], row: DrawnRow, column: int) -> None:
    """A field with disc and number side by side; over each other where it is narrow."""
    x, y, width, height = box
    value, number = row.values[column], pen.lines(row.shown[column], width, 1, True)
    pen.rect(x, y, width, height, pen.color("tint1") if value is not None else "", pen.color("rule"), 0.75)
    if value is None:
        pen.text(x + width / 2, y + height / 2, number, pen.color("muted"), "center")
        return
    said = pen.text_width(number[0], True)
    beside = width > said + height * 0.7
    most = height * 0.42 if beside else min(width * 0.44, (height - pen.size * 1.3) * 0.46)
    around = width - said - 2 * most
    middle = (x + around / 3 + most, y + height / 2) if beside else (x + width / 2, y + 4 + most)
    ink = pen.color("accent" if row.emphasis else "mark")
    radius = max(2.0, most * math.sqrt(abs(float(value))))
    if value < 0:
        pen.circle(*middle, radius - RING / 2, pen.color("background"), ink, RING)
    else:
        pen.circle(*middle, radius, ink)
    place = (x + width - around / 3, y + height / 2) if beside else (x + width / 2, y + height - pen.size * 0.7)
    pen.text(*place, number, pen.color("foreground"), "right" if beside else "center", True)
