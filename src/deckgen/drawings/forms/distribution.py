"""How answers are spread: for each group a density, its middle half filled, a line at its median.

In: rows, each with its median as `value` and with `answers` or `quantiles`. Out: one density, or several above each
other on one scale. Single answers that content writes stand as dots under it; of quantiles no answer is seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.drawing import CrowdedError, DrawingData, DrawnRow, Pen, Place
from deckgen.model.drawing_fields import quantile
from deckgen.model.lazy_dataclasses import dataclass

EXAMPLE: Final = """\
drawing: distribution
counted: Måneder fra ansøgning til svar, 48 projekter
data:
  - {label: Region, value: 5, answers: [2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 9, 11]}
  - {label: Stat, value: 7, answers: [3, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 9, 9, 10, 12, 14]}
  - {label: EU, value: 11, emphasis: true, answers: [6, 7, 8, 9, 9, 10, 11, 11, 11, 12, 13, 13, 14, 16, 18, 21]}
takeaways: [EU er længst om at svare]
"""

LEAST_ANSWERS: Final = 8
"""Of fewer, a density would be a guess."""
GRID: Final = 160
"""Places at which a density is worked out."""
HIGHEST: Final = 0.92
"""How high the highest density is, in the distance of two rows: hills over each other could not be told apart."""
LABEL_SHARE: Final = 0.24
LEAST_PITCH: Final = 1.8
"""From row to row at least, in the size of type."""
STEPS: Final = (1, 2, 2.5, 5, 10)
DOT: Final = 2.4


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values across the page, from `least` to `most`."""

    least: float
    most: float
    left: float
    right: float

    def at(self, value: float) -> float:
        return self.left + (value - self.least) / (self.most - self.least) * (self.right - self.left)


def check(data: DrawingData) -> Iterator[Fault]:
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


def draw(data: DrawingData, pen: Pen) -> None:
    labels = [pen.lines(row.label, pen.width * LABEL_SHARE, 2, row.emphasis) for row in data.rows]
    left = max(pen.text_width(line, True) for lines in labels for line in lines) + pen.size
    said = (data.words.median, *(row.shown[0] for row in data.rows))
    right = pen.width - max(pen.text_width(words, True) for words in said) - pen.size
    top, bottom = pen.size * 1.9, pen.height - pen.size * 1.8
    if right - left < 8 * pen.size or bottom - top < LEAST_PITCH * pen.size * len(data.rows):
        raise CrowdedError("its rows are too many, or their labels too long")
    scale = _scale(data, left, right)
    _head(data, pen, left)
    _axis(data, pen, scale, top, bottom)
    densities = [_density(row) for row in data.rows]
    highest = max((y for line in densities for _, y in line), default=1.0)
    count = len(data.rows)
    pitch = (bottom - top) / count
    for at, row in enumerate(data.rows):
        base = bottom - (count - 1 - at) * pitch
        strip = min(pitch * 0.2, 6 * DOT) if row.answers else 0.0
        _labelled(row, labels[at], pen, base - pitch * 0.32, strip)
        if row.spread:
            _ridge(row, densities[at], pen, scale, base - strip, (HIGHEST * pitch - strip) / highest)
            _strip(row, pen, scale, base - strip, strip)


def _head(data: DrawingData, pen: Pen, left: float) -> None:
    """What the filled part is, and what the numbers at the right are."""
    middle = pen.size * 0.7
    key = pen.size * 1.5
    pen.rect(left, middle - pen.size * 0.4, key, pen.size * 0.8, pen.color("mark"))
    pen.text(left + key + pen.size * 0.5, middle, (data.words.middle_half,), pen.color("muted"))
    pen.text(pen.width, middle, (data.words.median,), pen.color("muted"), "right")


def _labelled(row: DrawnRow, label: Sequence[str], pen: Pen, y: float, strip: float) -> None:
    pen.text(0, y, label, pen.color("foreground"), bold=row.emphasis)
    ink = pen.color("muted" if not row.spread else "accent" if row.emphasis else "mark")
    pen.text(pen.width, y, (row.shown[0],), ink, "right", bool(row.spread))


def _scale(data: DrawingData, left: float, right: float) -> _Scale:
    """As wide as the densities are, which end where answers can: at zero, where there is none below."""
    ends = [_ends([float(value) for value in row.spread]) for row in data.rows if row.spread]
    return _Scale(min(low for low, _ in ends), max(high for _, high in ends), left, right)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """Where a density ends: two widths of its kernel beyond the answers."""
    beyond = 2 * _bandwidth(values)
    low = values[0] - beyond
    return max(0.0, low) if values[0] >= 0 else low, values[-1] + beyond


def _axis(data: DrawingData, pen: Pen, scale: _Scale, top: float, bottom: float) -> None:
    row = next(one for one in data.rows if one.spread)
    for tick in _ticks(scale):
        x = scale.at(float(tick))
        pen.line(((x, top), (x, bottom + 4)), pen.color("rule"), 0.75)
        pen.text(x, bottom + pen.size, (row.written(tick, _places(tick)),), pen.color("muted"), "center")


def _ticks(scale: _Scale) -> Iterator[Decimal]:
    """About five round values."""
    rough = (scale.most - scale.least) / 5
    power = Decimal(10) ** math.floor(math.log10(rough))
    step = next(Decimal(str(one)) * power for one in STEPS if one * float(power) >= rough)
    tick = Decimal(math.ceil(scale.least / float(step))) * step
    while float(tick) <= scale.most:
        whole = tick.to_integral_value()
        yield whole if whole == tick else tick.normalize()
        tick += step


def _density(row: DrawnRow) -> list[Place]:
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


def _ridge(row: DrawnRow, density: list[Place], pen: Pen, scale: _Scale, base: float, times: float) -> None:
    full = pen.color("accent" if row.emphasis else "mark")
    lower, median, upper = (float(quantile(row.spread, share)) for share in (0.25, 0.5, 0.75))
    outline = [(scale.at(x), base - y * times) for x, y in density]
    closed = [(outline[0][0], base), *outline, (outline[-1][0], base)]
    pen.polygon(closed, pen.color("tint2"))
    inside = [(x, y) for x, y in outline if scale.at(lower) <= x <= scale.at(upper)]
    if inside:
        ends = (scale.at(lower), scale.at(upper))
        heights = (_height(outline, ends[0]), _height(outline, ends[1]))
        edge = [(ends[0], base), (ends[0], heights[0]), *inside, (ends[1], heights[1]), (ends[1], base)]
        pen.polygon(edge, full)
    pen.line(outline, full, 1.25)
    pen.line(((outline[0][0], base), (outline[-1][0], base)), full, 1.25)
    x = scale.at(median)
    pen.line(((x, base), (x, _height(outline, x))), pen.color("background"), 2.5)


def _height(outline: Sequence[Place], x: float) -> float:
    """How high the outline stands at a place."""
    nearest: Place = min(outline, key=lambda place: abs(place[0] - x))
    return nearest[1]


def _strip(row: DrawnRow, pen: Pen, scale: _Scale, base: float, room: float) -> None:
    """A dot for each answer, one under the other where several are the same."""
    ink = pen.color("accent" if row.emphasis else "mark")
    stacked: dict[Decimal, int] = {}
    most = max((row.answers.count(one) for one in row.answers), default=1)
    step = min(2 * DOT + 0.4, (room - 2 * DOT) / max(most - 1, 1))
    for answer in sorted(row.answers):
        below = stacked[answer] = stacked.get(answer, -1) + 1
        pen.circle(scale.at(float(answer)), base + DOT + 1.5 + below * step, DOT, ink)
