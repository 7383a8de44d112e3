"""How answers are spread: for each group a density, its middle half filled, a line at its median.

In: rows, each with its median as `value` and with `answers` or `quantiles`. Out: one density, or several above each
other on one scale. Single answers that content writes stand as dots under it; of quantiles no answer is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.drawing import CrowdedError, DrawingData, DrawingOption, DrawnRow, Pen
from deckgen.model.hills import Scale, axis, density, hill, key, scale_of, spread_faults

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
LEADING: Final = 1.2
LEAST_PITCH: Final = 1.8
"""From row to row at least, in the size of type."""
DOT: Final = 2.4
DOT_GAP, STRIP_GAP = 0.6, 2.0


def check(data: DrawingData) -> Iterator[Fault]:
    return spread_faults(data)


def draw(data: DrawingData, pen: Pen) -> None:
    labels = [pen.lines(row.label, pen.width * LABEL_SHARE, 2, row.emphasis) for row in data.rows]
    counts = [data.words.respondents.format(n=row.n) if row.n else "" for row in data.rows]
    left = max(pen.text_width(line, True) for line in chain(*labels, counts)) + pen.size
    said = (data.words.median, *(row.shown[0] for row in data.rows))
    right = pen.width - max(pen.text_width(words, True) for words in said) - pen.size
    top, bottom = pen.size * 1.9, pen.height - pen.size * 1.8
    count = len(data.rows)
    pitch = (bottom - top) / count
    told = max(len(label) + bool(n) for label, n in zip(labels, counts, strict=True))
    if right - left < 8 * pen.size or pitch < max(LEAST_PITCH, 1.3 * told) * pen.size:
        raise CrowdedError("its rows are too many, or their labels too long")
    scale = scale_of(data, left, right)
    key(pen, data.words.middle_half, left)
    pen.text(pen.width, pen.size * 0.7, (data.words.median,), pen.color("muted"), "right")
    axis(data, pen, scale, top, bottom)
    densities = [density(row) for row in data.rows]
    highest = max((y for line in densities for _, y in line), default=1.0)
    for at, row in enumerate(data.rows):
        base = bottom - (count - 1 - at) * pitch
        strip = min(pitch * 0.28, _strip_height(row)) if row.answers else 0.0
        _labelled(row, labels[at], counts[at], pen, base - pitch * 0.32)
        if row.spread:
            hill(row, densities[at], pen, scale, base - strip, (HIGHEST * pitch - strip) / highest)
            _strip(row, pen, scale, base - strip, strip)


def _labelled(row: DrawnRow, label: Sequence[str], n: str, pen: Pen, y: float) -> None:
    """What a group is called, how many answered, and the median at the right."""
    lines = len(label) + bool(n)
    pen.text(0, y - (lines - len(label)) * LEADING / 2 * pen.size, label, pen.color("foreground"), bold=row.emphasis)
    if n:
        pen.text(0, y + (lines - 1) * LEADING / 2 * pen.size, (n,), pen.color("muted"))
    ink = pen.color("muted" if not row.spread else "accent" if row.emphasis else "mark")
    pen.text(pen.width, y, (row.shown[0],), ink, "right", bool(row.spread))


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
