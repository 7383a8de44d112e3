"""Many distributions on one scale, close under each other: how groups differ in where and how widely they lie.

In: rows, each with its median as `value`, with `answers` or `quantiles`, and `n`. Out: a hill for each group, which
may stand before the foot of the one behind it, its middle half filled, a line at its median; the median and n aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.drawing import CrowdedError, DrawingData, DrawingOption, Pen
from deckgen.model.hills import GAP, axis, columns, density, heads, hill, numbers, scale_of, spread_faults

TAKES: Final[tuple[DrawingOption, ...]] = ("answers", "n")

EXAMPLE: Final = """\
drawing: ridgeline
counted: Kilometer fra hjem til arbejde, medarbejdere i seks byer
data:
  - {label: Havneby, value: 8, answers: [2, 4, 5, 6, 7, 8, 8, 8, 9, 11, 12, 15, 19]}
  - {label: Engsted, value: 12, answers: [4, 6, 8, 9, 11, 12, 12, 13, 14, 16, 18, 21, 26]}
  - {label: Mosekær, value: 15, answers: [5, 8, 10, 12, 14, 15, 15, 16, 18, 19, 23, 27]}
  - {label: Lyngby Å, value: 18, answers: [6, 9, 12, 14, 16, 18, 18, 20, 22, 25, 28, 33]}
  - {label: Klitgård, value: 24, answers: [9, 14, 17, 20, 23, 24, 25, 27, 30, 34, 38]}
  - {label: Fjordvig, value: 34, emphasis: true, answers: [16, 22, 26, 29, 32, 34, 36, 38, 41, 45, 52]}
takeaways: [Fra Fjordvig kører halvdelen mere end 34 km]
"""

FEWEST: Final = 3
"""Groups; of fewer, hills that stand apart say more."""
HIGHEST: Final = 1.7
"""How high the highest density is at most, in the distance of two rows."""
LABEL_SHARE: Final = 0.26
LEAST_PITCH: Final = 1.3
"""From row to row at least, in the size of type."""


def check(data: DrawingData) -> Iterator[Fault]:
    if len(data.rows) < FEWEST:
        yield Fault("a ridgeline wants three groups or more", data.span, "write `drawing: distribution`")
    yield from spread_faults(data)


def draw(data: DrawingData, pen: Pen) -> None:
    labels = [pen.lines(row.label, pen.width * LABEL_SHARE, 1, row.emphasis)[0] for row in data.rows]
    left = max(pen.text_width(label, True) for label in labels) + GAP * pen.size
    right, medians = columns(data, pen)
    top, bottom = pen.size * 1.9, pen.height - pen.size * 1.8
    count = len(data.rows)
    if right - left < 8 * pen.size or bottom - top < LEAST_PITCH * pen.size * (count + HIGHEST - 1):
        raise CrowdedError("its rows are too many, or their labels too long")
    scale = scale_of(data, left, right)
    densities = [density(row) for row in data.rows]
    highest = max(y for heights in densities for _, y in heights)
    pitch = (bottom - top) / (count + HIGHEST - 1)
    heads(data, pen, left, medians)
    axis(data, pen, scale, top, bottom)
    for at, (row, label) in enumerate(zip(data.rows, labels, strict=True)):
        base = bottom - (count - 1 - at) * pitch
        if row.spread:
            hill(row, densities[at], pen, scale, base, HIGHEST * pitch / highest)
        pen.text(0, base - pen.size * 0.5, (label,), pen.color("foreground"), bold=row.emphasis)
        numbers(row, pen, base - pen.size * 0.5, medians)
