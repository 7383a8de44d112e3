"""How answers are spread, as hills on one scale: what forms of drawing that show distributions share.

In: rows with answers, or with quantiles in their place, and a pen. Out: the density of each, its middle half filled
and a line at its median; the axis below; and what is wrong with rows that are no distribution.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.drawing import DrawingData, DrawnRow, Pen, Place
from deckgen.model.drawing_told import quantile
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.lightness import mixed

LEAST_ANSWERS: Final = 8
"""Of fewer, a density would be a guess."""
GRID: Final = 160
"""Places at which a density is worked out."""
STEPS: Final = (1, 2, 2.5, 5, 10)
TAIL: Final = 0.36
"""How much of its colour is in a hill outside of the middle half."""
GAP: Final = 1.2
"""Between columns, in the size of type."""
COUNT: Final = "n"
EDGE, HALO = 1.25, 5.0
"""The line round a hill, and what sets it off from one behind it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values across the page, from `least` to `most`."""

    least: float
    most: float
    left: float
    right: float

    def at(self, value: float) -> float:
        return self.left + (value - self.least) / (self.most - self.least) * (self.right - self.left)


def spread_faults(data: DrawingData) -> Iterator[Fault]:
    """What no hill can be made of."""
    tabulated = any(row.quantiles for row in data.rows)  # some of its groups may be too small
    for row in data.rows:
        if len(row.values) != 1:
            hint = "write `value:` with the median, and `answers:` with every answer"
            yield Fault(f"`{row.label}` has {len(row.values)} values; its median is wanted", row.span, hint)
        elif row.answers and row.quantiles:
            yield Fault(f"`{row.label}` has both answers and quantiles", row.span, "give one of them")
        elif row.values[0] is not None and (row.spread or not tabulated):
            yield from _wrong_spread(row, row.values[0])
    if not any(row.spread for row in data.rows):
        yield Fault("nothing that is spread may be shown", data.span, "leave the slide out")


def _wrong_spread(row: DrawnRow, median: Decimal) -> Iterator[Fault]:
    spread = row.spread
    if len(spread) < LEAST_ANSWERS:
        message = f"`{row.label}` has {len(spread)} answers, too few for a distribution"
        yield Fault(message, row.span, f"give at least {LEAST_ANSWERS}, or show them in a table")
    elif spread[0] == spread[-1]:
        yield Fault(f"all answers of `{row.label}` are the same", row.span, "say so in a sentence")
    elif row.answers:
        found = quantile(spread, 0.5)
        if round(found, _places(median)) != round(median, _places(median)):
            message = f"the median of `{row.label}` is {found.normalize():f}, and `value` says {median}"
            yield Fault(message, row.span, "mend `value`, or the answers")


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def scale_of(data: DrawingData, left: float, right: float) -> Scale:
    """As wide as the densities are, which end where answers can: at zero, where there is none below."""
    ends = [_ends([float(value) for value in row.spread]) for row in data.rows if row.spread]
    return Scale(min(low for low, _ in ends), max(high for _, high in ends), left, right)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """Where a density ends: two widths of its kernel beyond the answers."""
    beyond = 2 * _bandwidth(values)
    low = values[0] - beyond
    return max(0.0, low) if values[0] >= 0 else low, values[-1] + beyond


def axis(data: DrawingData, pen: Pen, scale: Scale, top: float, bottom: float) -> None:
    """A quiet line at each round value, which stands under it."""
    row = next(one for one in data.rows if one.spread)
    for tick in _ticks(scale):
        x = scale.at(float(tick))
        pen.line(((x, top), (x, bottom + 4)), pen.color("rule"), 0.75)
        pen.text(x, bottom + pen.size, (row.written(tick, _places(tick)),), pen.color("muted"), "center")


def _ticks(scale: Scale) -> Iterator[Decimal]:
    """About five round values."""
    rough = (scale.most - scale.least) / 5
    power = Decimal(10) ** math.floor(math.log10(rough))
    step = next(Decimal(str(one)) * power for one in STEPS if one * float(power) >= rough)
    tick = Decimal(math.ceil(scale.least / float(step))) * step
    while float(tick) <= scale.most:
        whole = tick.to_integral_value()
        yield whole if whole == tick else tick.normalize()
        tick += step


def density(row: DrawnRow) -> list[Place]:
    """The density of the answers by Gaussian kernels; where there is none below zero, what would be is folded up."""
    values = [float(value) for value in row.spread]
    if not values:
        return []
    width = _bandwidth(values)
    folded = [-value for value in values] if values[0] >= 0 else []
    low, high = _ends(values)
    places = [low + (high - low) * at / (GRID - 1) for at in range(GRID)]
    by = len(values) * width * math.sqrt(2 * math.pi)
    return [(x, sum(math.exp(-(((x - one) / width) ** 2) / 2) for one in (*values, *folded)) / by) for x in places]


def _bandwidth(values: Sequence[float]) -> float:
    """Silverman's rule: as wide as the spread and the number of answers ask for."""
    mean = sum(values) / len(values)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    quarter = len(values) // 4
    between = (values[-1 - quarter] - values[quarter]) / 1.34
    spread = min(deviation, between) if between else deviation
    return 0.9 * spread / math.pow(len(values), 0.2)


def hill(row: DrawnRow, heights: Sequence[Place], pen: Pen, scale: Scale, base: float, times: float) -> None:
    """The density of a row, `heights` at values, on its base line and `times` as high; nothing is seen through it."""
    full = pen.color("accent" if row.emphasis else "mark")
    lower, median, upper = (scale.at(float(quantile(row.spread, share))) for share in (0.25, 0.5, 0.75))
    outline = [(scale.at(x), base - y * times) for x, y in heights]
    first, last = (outline[0][0], base), (outline[-1][0], base)
    pen.line(outline, pen.color("background"), HALO)
    pen.area(((first, *outline, last),), mixed(pen.color("background"), full, TAIL))
    inside = [(x, y) for x, y in outline if lower < x < upper]
    edges = (_height(outline, lower), _height(outline, upper))
    pen.area((((lower, base), (lower, edges[0]), *inside, (upper, edges[1]), (upper, base)),), full)
    pen.line(outline, full, EDGE)
    pen.line((first, last), full, EDGE)
    pen.line(((median, base), (median, _height(outline, median))), pen.color("background"), 2 * EDGE)


def _height(outline: Sequence[Place], x: float) -> float:
    """How high the outline stands at a place."""
    nearest: Place = min(outline, key=lambda place: abs(place[0] - x))
    return nearest[1]


def columns(data: DrawingData, pen: Pen) -> tuple[float, float]:
    """Where the hills end at the right, and the column of medians; that of n, where any is told, is the last."""
    medians = pen.width - _column(pen, COUNT if any(row.n for row in data.rows) else "", [row.n for row in data.rows])
    return medians - _column(pen, data.words.median, [row.shown[0] for row in data.rows]), medians


def _column(pen: Pen, head: str, cells: list[str]) -> float:
    """How wide a column of numbers is with the gap before it; nothing where it says nothing."""
    widest = max(pen.text_width(words, True) for words in (head, *cells))
    return widest + GAP * pen.size if widest else 0.0


def heads(data: DrawingData, pen: Pen, left: float, medians: float) -> None:
    """Over the hills what their filled part is, over the numbers what they are."""
    middle, wide = pen.size * 0.7, pen.size * 1.5
    pen.rect(left, middle - pen.size * 0.4, wide, pen.size * 0.8, pen.color("mark"))
    pen.text(left + wide + pen.size * 0.5, middle, (data.words.middle_half,), pen.color("muted"))
    pen.text(medians, middle, (data.words.median,), pen.color("muted"), "right")
    if medians < pen.width:
        pen.text(pen.width, middle, (COUNT,), pen.color("muted"), "right")


def numbers(row: DrawnRow, pen: Pen, y: float, medians: float) -> None:
    """The median of a row and its n, in their columns."""
    ink = pen.color("muted" if not row.spread else "accent" if row.emphasis else "mark")
    pen.text(medians, y, (row.shown[0],), ink, "right", bool(row.spread))
    if row.n:
        pen.text(pen.width, y, (row.n,), pen.color("muted"), "right")
