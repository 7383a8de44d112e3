"""How closely measures go together, each with each: the lower half of a matrix, since the upper says the same.

In: rows, each with its coefficient with every row above it, from −1 to 1. Out: fields that are the fuller the closer
two measures go together, in primary where both rise and in the third colour of data where one falls. The number says
both too. In the empty corner stands the scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.contrast import contrast
from deckgen.model.drawing import CrowdedError, DrawingData, Pen
from deckgen.model.lightness import mixed
from deckgen.model.theme import Color

EXAMPLE: Final = """\
drawing: correlation
counted: Sammenhæng mellem svar (Pearsons r), n = 212
data:
  - label: Tillid
  - {label: Samarbejde, value: [0.62]}
  - {label: Vækst, value: [0.31, 0.44]}
  - {label: Afstand, value: [-0.48, -0.35, -0.12]}
takeaways: [Tillid og samarbejde følges ad]
"""

LABEL_SHARE: Final = 0.3
GAP: Final = 3.0
LEAST_TINT: Final = 0.06
STEPS: Final = 21
"""Fields of the scale."""
LEAST_SCALE: Final = 90.0
"""Points that the scale takes at least; where it has less room, the numbers say it alone."""


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
    ink = pen.color("foreground")
    for at, (row, said) in enumerate(zip(below, labels, strict=True)):
        y = top + at * high
        pen.text(0, y + high / 2, said, ink, bold=row.emphasis)
        head, stands = heads[at], len(heads[at]) * pen.size * 1.2 / 2 + pen.size * 0.25
        pen.text(left + (at + 0.5) * wide, y - stands, head, ink, "center", across[at].emphasis)
        for column, (value, shown) in enumerate(zip(row.values, row.shown, strict=True)):
            box = (left + column * wide + GAP / 2, y + GAP / 2, wide - GAP, high - GAP)
            _field(pen, box, shown, None if value is None else float(value))
    _scale(pen, left + wide * (1 + (len(across) > 2)) + pen.size, top)


def _field(pen: Pen, box: tuple[float, float, float, float], shown: str, value: float | None) -> None:
    x, y, width, height = box
    if value is None:
        pen.rect(x + 0.5, y + 0.5, width - 1, height - 1, "", pen.color("rule"), 1)
        ink = pen.color("muted")
    else:
        fill = _fill(pen, value)
        pen.rect(x, y, width, height, fill)
        ink = max(pen.color("foreground"), pen.color("background"), key=lambda one: contrast(one, fill))
    pen.text(x + width / 2, y + height / 2, pen.lines(shown, width, 1, True), ink, "center", value is not None)


def _fill(pen: Pen, value: float) -> str:
    role: Color = "primary" if value >= 0 else "data3"
    return mixed(pen.color("background"), pen.color(role), LEAST_TINT + (1 - LEAST_TINT) * abs(value))


def _scale(pen: Pen, left: float, top: float) -> None:
    """From −1 to 1, where the upper half would be."""
    width = min(pen.width - left, 12 * pen.size)
    if width < LEAST_SCALE:
        return
    left, step, high = pen.width - width, width / STEPS, pen.size * 0.7
    for at in range(STEPS):
        pen.rect(left + at * step, 0, step + 0.2, high, _fill(pen, 2 * at / (STEPS - 1) - 1))
    for share, said, anchor in ((0.0, "−1", "left"), (0.5, "0", "center"), (1.0, "+1", "right")):
        place = left + share * width
        pen.text(place, high + pen.size * 0.8, (said,), pen.color("muted"), anchor)  # type: ignore[arg-type]
