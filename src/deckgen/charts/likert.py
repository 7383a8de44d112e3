"""Answers on a scale as bars that diverge: how far each question leans to one side.

In: two to five answers from one end of the scale to the other, and those marked `apart` that stand off it, such as
"ved ikke". Out: bars in parts around a common middle: what is against it at the left in greys, what is for it at the
right in tints of primary, the middle answer of an odd scale astride, and what is off the scale in a column of its
own. Rows stand in the order of the finding, else of what is for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from deckgen.model.chart import NAMELESS, Legend, Plot, Series
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_data import Category, ChartData, labels
from deckgen.model.chart_tones import FINDING, tone
from deckgen.model.chart_type import REMARKS, ChartOption, Shows
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.theme import Color

SHOWS: Final[Shows] = "parts of several wholes"
TAKES: Final[frozenset[ChartOption]] = REMARKS | {"apart", "continues"}

EXAMPLE = """\
title: Tilliden til hinanden er stor, og til aftalerne er den mindre
chart: likert
counted: Andel af virksomhederne i procent
series:
  - Helt uenig
  - Uenig
  - Hverken eller
  - Enig
  - Helt enig
  - {text: Ved ikke, apart: true}
data:
  - label: Vi kan stole på de andre havne
    value: [4, 9, 17, 41, 24, 5]
    n: 240
  - label: Aftaler bliver holdt
    value: [11, 22, 24, 28, 9, 6]
    n: 238
  - label: Regningen bliver delt fuldt rimeligt
    value: [19, 31, 20, 15, 4, 11]
    n: 231
"""

LEAST, MOST = 2, 5
"""Answers on the scale."""

MOST_APART = 2

AGAINST: Final[tuple[Color, ...]] = ("data5", "muted")
MIDDLE: Final[Color] = "tint1"
"""From the middle outwards."""

GAP = Decimal("0.05")
"""Between the scale and what is off it, as a share of the scale."""

_WHOLE, _ROUNDED = Decimal(102), Decimal("1.03")
"""What shares of 100 come to at most, and how much longer the bar of one row may be than that of another."""

BARS: Final = Bars(lying=True, stacked=True, labels="ctr")
write, label_room, most_height = BARS.write, BARS.label_room, BARS.most_height
settle, marks, draw = BARS.settle, BARS.marks, BARS.draw


def plot(data: ChartData) -> Plot:
    scale = _Scale.of(data)
    rows = data.wholes("a Likert chart").rows_by(data.findings or scale.agreeing)
    _refuse_counts(rows)
    left, right = ([side(row) for row in rows] for side in (scale.left, scale.right))
    others = tuple(row for one in data.beside for row in one.categories)
    most_left, most_right = (max(map(side, (*rows, *others))) for side in (scale.left, scale.right))
    last = len(scale.answers)
    before = _spacer(left, scale.formula(0, len(scale.against)), most_left - max(left))
    parts = [before, *(_part(data, rows, at, scale.tone(at)) for at in scale.answers)]
    if data.apart:
        room = GAP * (most_left + most_right) + most_right - max(right)
        parts.append(_spacer(right, scale.formula(last - len(scale.agreeing), last), room))
        parts += (_part(data, rows, at, color) for at, color in zip(data.apart, scale.off, strict=False))
    return Plot(tuple(row.label for row in rows), tuple(parts), Legend("top", tuple(part.name for part in parts)))


@dataclass(frozen=True, slots=True)
class _Scale:
    """The numbers of the series on the scale, from one end to the other."""

    answers: tuple[int, ...]

    @staticmethod
    def of(data: ChartData) -> _Scale:
        answers = tuple(at for at in range(len(data.series)) if at not in data.apart)
        if not LEAST <= len(answers) <= MOST:
            raise ValueError(f"a Likert chart wants {LEAST} to {MOST} answers on its scale; here are {len(answers)}")
        if len(data.apart) > MOST_APART:
            raise ValueError(f"a Likert chart has {MOST_APART} answers apart at most; here are {len(data.apart)}")
        return _Scale(answers)

    @property
    def against(self) -> tuple[int, ...]:
        return self.answers[: len(self.answers) // 2]

    @property
    def middle(self) -> tuple[int, ...]:
        return self.answers[len(self.against) : len(self.answers) - len(self.against)]

    @property
    def agreeing(self) -> tuple[int, ...]:
        return self.answers[-len(self.against) :]

    @property
    def off(self) -> tuple[Color, ...]:
        """Of what stands off the scale; like no answer on it."""
        return ("tint2", "data4") if self.middle else ("tint1", "tint3")

    def tone(self, answer: int) -> Color:
        """Greys against, tints of primary for it, both darker towards the ends."""
        if answer in self.against:
            return AGAINST[-len(self.against) :][::-1][self.against.index(answer)]
        if answer in self.middle:
            return MIDDLE
        inner: Color = "tint3" if self.middle else "tint2"
        return (inner, "primary")[-len(self.agreeing) :][self.agreeing.index(answer)]

    def left(self, row: Category) -> Decimal:
        """How far a row reaches to the left of the middle."""
        return _sum(row, self.against) + _sum(row, self.middle) / 2

    def right(self, row: Category) -> Decimal:
        return _sum(row, self.agreeing) + _sum(row, self.middle) / 2

    def formula(self, start: int, end: int) -> str:
        """What a row is short of the one that reaches farthest, for the answers of one side, as a workbook has it.

        The first series keeps room, so the answers are those from 1 on.
        """
        middle = range(len(self.against), len(self.against) + len(self.middle))
        cells = [*(f"{{{at + 1}}}" for at in range(start, end)), *(f"{{{at + 1}}}/2" for at in middle)]
        own = "+".join(cells)
        return f"SUMPRODUCT(MAX({own.replace('}', ':all}')}))-({own})"


def _sum(row: Category, answers: Sequence[int]) -> Decimal:
    return sum((row.values[at] or Decimal() for at in answers), Decimal())


def _refuse_counts(rows: tuple[Category, ...]) -> None:
    """Bars that are compared are of one measure: shares, or counts of as many answers."""
    sums = [_sum(row, range(len(row.values))) for row in rows]
    if max(sums) > _WHOLE and max(sums) > min(sums) * _ROUNDED:
        few, many = (format(end.normalize(), "f") for end in (min(sums), max(sums)))
        raise ValueError(f"the rows of a Likert chart come to {few} and to {many}: give shares of each in per cent")


def _spacer(reach: list[Decimal], formula: str, room: Decimal) -> Series:
    """What keeps room, so that the side of each row that reaches so far ends at one place, with `room` beyond it."""
    values = tuple(max(reach) - own + room for own in reach)
    told = f"{formula}+{room:f}" if room else formula
    return Series(NAMELESS, values, "background", helper=True, formulas=(told,) * len(reach))


def _part(data: ChartData, rows: tuple[Category, ...], at: int, color: Color) -> Series:
    toned = FINDING if at in data.findings else tone(color)
    values = tuple(row.values[at] for row in rows)
    told = labels(rows, at, hide_zero=True)
    return Series(data.series[at], values, toned.fill, label_color=toned.label, labels=told)
