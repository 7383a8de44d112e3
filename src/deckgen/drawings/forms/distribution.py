"""How answers are spread: for each group a density, its middle half filled, a line at its median.

In: rows, each with its median as `value` and with `answers` or `quantiles`. Out: one density, or several above each
other on one scale. Single answers that content writes stand as dots under it; of quantiles no answer is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.drawing import CrowdedError, DrawingData, DrawingOption, DrawnRow, Pen
from deckgen.model.hills import GAP, Scale, axis, columns, density, heads, hill, numbers, scale_of, spread_faults

TAKES: Final[tuple[DrawingOption, ...]] = ("answers", "n")

EXAMPLE: Final = """\
drawing: distribution
counted: Måneder fra ansøgning til svar, 48 projekter
data:
  - {label: Region, value: 5, answers: [2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 9, 11]}
  - {label: Stat, value: 7, answers: [3, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 9, 9, 10, 12, 14]}
  - {label: EU, value: 11, emphasis: true, answers: [6, 7, 8, 9, 9, 10, 11, 11, 11, 12, 13, 13, 14, 16, 18, 21]}
takeaways: [EU er længst om at svare]
"""

HIGHEST: Final = 0.92
"""How high the highest density is, in the distance of two rows: hills over each other could not be told apart."""
LABEL_SHARE: Final = 0.24
LEAST_PITCH: Final = 1.8
"""From row to row at least, in the size of type."""
MIDDLE: Final = 0.32
"""How far labels stand over the foot of a row, in the distance of two."""
DOT: Final = 2.4
DOT_GAP, STRIP_GAP = 0.6, 2.0


def check(data: DrawingData) -> Iterator[Fault]:
    return spread_faults(data)


def draw(data: DrawingData, pen: Pen) -> None:
    labels = [pen.lines(row.label, pen.width * LABEL_SHARE, 2, row.emphasis) for row in data.rows]
    left = max(pen.text_width(line, True) for lines in labels for line in lines) + GAP * pen.size
    right, medians = columns(data, pen)
    top, bottom = pen.size * 1.9, pen.height - pen.size * 1.8
    count = len(data.rows)
    pitch = (bottom - top) / count
    if right - left < 8 * pen.size or pitch < max(LEAST_PITCH, 1.3 * max(map(len, labels))) * pen.size:
        raise CrowdedError("its rows are too many, or their labels too long")
    scale = scale_of(data, left, right)
    heads(data, pen, left, medians)
    axis(data, pen, scale, top, bottom)
    densities = [density(row) for row in data.rows]
    highest = max((y for line in densities for _, y in line), default=1.0)
    for at, row in enumerate(data.rows):
        base, middle = bottom - (count - 1 - at) * pitch, bottom - (count - 1 - at + MIDDLE) * pitch
        strip = min(pitch * 0.28, _strip_height(row)) if row.answers else 0.0
        pen.text(0, middle, labels[at], pen.color("foreground"), bold=row.emphasis)
        numbers(row, pen, middle, medians)
        if row.spread:
            hill(row, densities[at], pen, scale, base - strip, (HIGHEST * pitch - strip) / highest)
            _strip(row, pen, scale, base - strip, strip)


def _strip_height(row: DrawnRow) -> float:
    """What dots under each other take that do not touch."""
    return STRIP_GAP + (2 * DOT + DOT_GAP) * max(row.answers.count(one) for one in row.answers)


def _strip(row: DrawnRow, pen: Pen, scale: Scale, base: float, room: float) -> None:
    """A dot for each answer, one under the other where several are the same."""
    ink = pen.color("accent" if row.emphasis else "mark")
    stacked: dict[Decimal, int] = {}
    most = max((row.answers.count(one) for one in row.answers), default=1)
    step = min(2 * DOT + DOT_GAP, (room - STRIP_GAP - 2 * DOT) / max(most - 1, 1))
    for answer in sorted(row.answers):
        below = stacked[answer] = stacked.get(answer, -1) + 1
        pen.circle(scale.at(float(answer)), base + STRIP_GAP + DOT + below * step, DOT, ink)
