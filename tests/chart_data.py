"""Data of charts, and where a chart type settles them.

In: numbers. Out: a plot, its marks, and what of them collides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import combinations

from deckgen.layout.chart import FaceRuler
from deckgen.layout.metrics import face
from deckgen.locale import language
from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_data import Category, ChartData, Label
from deckgen.model.chart_geometry import ChartMark, Room
from deckgen.model.number import literal
from deckgen.registry import registry

RULER = FaceRuler(face("Arial"))
ROOM = Room(860, 330, RULER, (14, 12))
DANISH = language("da")


def label(value: Decimal | None) -> Label:
    assert DANISH is not None
    if value is None:
        return Label("–")
    number = literal(value)
    return Label(DANISH.show(number), DANISH.numbers.format(number))


def data(
    *rows: tuple[float | None, ...],
    names: tuple[str, ...] = (),
    emphasis: Collection[int] = (),
    findings: tuple[int, ...] = (),
    sort: bool = False,
) -> ChartData:
    known = [tuple(None if one is None else Decimal(str(one)) for one in row) for row in rows]
    categories = tuple(
        Category(names[at] if names else f"Række {at}", row, tuple(map(label, row)), at in emphasis)
        for at, row in enumerate(known)
    )
    return ChartData(categories, tuple(f"Serie {at}" for at in range(len(rows[0]))), sort, findings)


def settled(name: str, drawn: ChartData, room: Room = ROOM) -> tuple[Plot, tuple[ChartMark, ...]]:
    chart = registry().charts[name]
    assert chart.settle and chart.marks
    plot = chart.settle(chart.plot(drawn), room)
    return plot, chart.marks(plot, room)


def overlap(one: Rect, other: Rect) -> float:
    """What two boxes share of the smaller of their heights and widths, in points."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(0.0, min(across, down))


def pairs(marks: tuple[ChartMark, ...]) -> Iterator[tuple[Rect, Rect]]:
    return combinations([mark.label for mark in marks if mark.label], 2)
