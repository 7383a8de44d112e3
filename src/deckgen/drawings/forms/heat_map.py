"""A field for each pair of a row and a column, the fuller the larger its value, with the value in it.

In: rows with a value for each name in `series`. Out: fields in tints of primary, from the least value to the largest.
A value that is missing or hidden is an empty field that says so; a row that is the finding has a frame in the accent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.contrast import contrast
from deckgen.model.drawing import CrowdedError, DrawingData, DrawingOption, Pen
from deckgen.model.lightness import mixed

TAKES: Final[tuple[DrawingOption, ...]] = ("series",)

EXAMPLE: Final = """\
drawing: heat_map
counted: Fælles ansøgninger for hver ti virksomheder, 2024
series: [Energi, Byggeri, Fødevarer, Maritim, Digital]
data:
  - {label: Aalborg, value: [9, 7, 3, 6, 8]}
  - {label: Hjørring, value: [5, 6, 8, 4, 2]}
  - {label: Frederikshavn, value: [4, 3, 5, 9, 2], emphasis: true}
  - {label: Thisted, value: [6, 2, 9, 5, 1]}
  - {label: Mariagerfjord, value: [3, 5, 4, –, 1]}
takeaways: [Frederikshavn samler det maritime]
"""

LABEL_SHARE: Final = 0.3
"""How much of the width the labels of the rows may take."""
GAP: Final = 3.0
LEADING: Final = 1.2
FRAME: Final = 3.0
"""The weight of the line round the finding."""
LEAST_TINT: Final = 0.1
"""How much of primary is in the field of the least value."""


def check(data: DrawingData) -> Iterator[Fault]:
    for row in data.rows:
        if len(row.values) != len(data.columns):
            message = f"`{row.label}` has {len(row.values)} values, and {len(data.columns)} columns are named"
            yield Fault(message, row.span, "give each row one value per name in `series`")
    if len(data.rows) < 2 or len(data.columns) < 2:
        yield Fault("a heat map wants two rows and two columns or more", data.span, "use `kind: chart`")
    if all(value is None for row in data.rows for value in row.values):
        yield Fault("all values are missing", data.span, "leave the slide out")


def draw(data: DrawingData, pen: Pen) -> None:
    labels = [pen.lines(row.label, pen.width * LABEL_SHARE, 2, row.emphasis) for row in data.rows]
    left = max(pen.text_width(line, True) for lines in labels for line in lines) + pen.size * 0.8
    wide = (pen.width - left) / len(data.columns)
    heads = [pen.lines(name, wide - 2 * GAP, 3, True) for name in data.columns]
    top = max(map(len, heads)) * pen.size * LEADING + pen.size * 0.5
    high = (pen.height - top) / len(data.rows)
    if high < max(1.5, LEADING * max(map(len, labels))) * pen.size + GAP:
        raise CrowdedError("its rows are too many for their labels")
    for at, head in enumerate(heads):
        pen.text(left + (at + 0.5) * wide, top / 2, head, pen.color("foreground"), "center", True)
    for at, (row, said) in enumerate(zip(data.rows, labels, strict=True)):
        y = top + at * high
        pen.text(0, y + high / 2, said, pen.color("foreground"), bold=row.emphasis)
        for across, (value, shown) in enumerate(zip(row.values, row.shown, strict=True)):
            box = (left + across * wide + GAP / 2, y + GAP / 2, wide - GAP, high - GAP)
            _field(pen, box, shown, None if value is None else _share(float(value), data))
    for at, row in enumerate(data.rows):
        if row.emphasis:
            frame = (left + FRAME / 2, top + at * high, pen.width - left - FRAME, high)
            pen.rect(*frame, "", pen.color("accent"), FRAME)


def _share(value: float, data: DrawingData) -> float:
    """Where a value stands between the least, or zero where that is near, and the largest."""
    known = [float(one) for row in data.rows for one in row.values if one is not None]
    least, most = min(known), max(known)
    if 0 <= least < most / 2:
        least = 0.0
    return (value - least) / (most - least) if most > least else 0.5


def _field(pen: Pen, box: tuple[float, float, float, float], shown: str, share: float | None) -> None:
    """A field filled by its share of the largest value; None: there is none, and it is empty."""
    x, y, width, height = box
    if share is None:
        pen.rect(x + 0.5, y + 0.5, width - 1, height - 1, "", pen.color("rule"), 1)
        ink = pen.color("muted")
    else:
        page, full = pen.color("background"), pen.color("primary")
        fill = mixed(page, full, LEAST_TINT + (1 - LEAST_TINT) * share)
        pen.rect(x, y, width, height, fill)
        ink = max(pen.color("foreground"), page, key=lambda one: contrast(one, fill))
    pen.text(x + width / 2, y + height / 2, pen.lines(shown, width, 1), ink, "center", share is not None)
