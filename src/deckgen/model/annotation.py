"""What is said over a chart of what its numbers come to.

In: kinds make these of their fields, with the numbers in the texts. Out: blocks carry them; layout finds the marks
that they are about by the names of rows and series, and draws them there.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE, Text, Value

Statistic = Literal["", "average", "median"]
"""What a level is of the values that a chart draws; empty where it is a number of its own."""

STATISTICS: Final[tuple[Statistic, ...]] = ("average", "median")


@dataclass(frozen=True, slots=True)
class ChartName:
    """What content calls a row or a series of the same slide, and where."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Level(Value):
    """The value of a line across a chart: a number, a figure, or a statistic that plan works out."""

    statistic: Statistic = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """What two marks differ by, on an arrow from one to the other; without a `series`, all parts of a row."""

    rows: tuple[str, str]
    series: str
    text: Text
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Bracket:
    """Something that is true of several rows together."""

    rows: tuple[str, ...]
    text: Text
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark on one mark, with a line that leads to it."""

    row: str
    series: str
    text: Text
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of rows that stands out, from the first to the last; a `finding` has an edge in the accent."""

    rows: tuple[str, str]
    text: Text
    span: Span = NOWHERE
    finding: bool = False


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A line across all rows; of a statistic, that of a `series`, or of what the rows come to."""

    name: str
    level: Level
    series: str
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Totals:
    """What the parts of each row come to, over its stack."""

    name: str
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class AxisBreak:
    """What of the axis of values is left out, and how that is said to whoever hears the chart."""

    low: Decimal
    high: Decimal
    text: Text
    span: Span = NOWHERE


Remark = Arrow | Bracket | Callout | Band
"""What is said beyond the ends of the marks that it is about."""

ChartAnnotation = Remark | LevelLine | Totals | AxisBreak
