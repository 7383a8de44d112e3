"""What is counted, one sign for each: in lines, in a block, in a honeycomb, in a net, round a table; one beside many.

In: how many of how many, and the shape of the sign or an icon. Out: planes that kinds place; those not counted are
dashed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, combinations
from math import ceil, dist, sqrt
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.outline import Outline
from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Point, Segment
from deckgen.model.shapes import Geometry, Paint
from deckgen.model.styled import Align, Styled
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, SignShape

GEOMETRIES: Final[Mapping[SignShape, Geometry]] = {"hexagon": "hexagon", "square": "rect", "circle": "ellipse"}
GAP: Final = 0.1
"""Between two signs, as a share of what a sign takes with its gap: the unit of all planes here."""
SIGN: Final = 1 - GAP
TALL: Final[Mapping[SignShape, float]] = {"hexagon": SIGN * 2 / sqrt(3), "square": SIGN, "circle": SIGN}
LINE: Final = 2.25
"""Width of the lines of an icon that is counted, in points."""
ROW: Final = sqrt(3) / 2
"""From one row of a honeycomb to the next."""
MOST_OF_A_HONEYCOMB: Final = 20
LOPSIDED: Final = 1.15
"""What it counts against a honeycomb that it is another from above than from below."""
BRACKET: Final = 0.3
"""How high a bracket is, from the signs down."""
BRACKET_LINE: Final = 2.5
"""Width of the line between a part and its name, in points."""
NAMES: Final = 24.0
"""Room for a line of names under signs, in points."""
SMALLER: Final = 0.03
"""By how much a dashed sign is smaller at each side, so that its line stays clear of the next sign."""
LEFT_OUT: Final = Paint(line="muted", width=1.25, dashed=True)
LINKED: Final = 0.78
"""How large a sign of a net is, as a share of what it is where signs stand close together: their links are seen."""
MOST_ROWS: Final = 5
"""Rows of a honeycomb whose parts are named beside it: with more of them a sign is small."""
BESIDE: Final = 0.2
"""From a honeycomb to the lines that lead from its parts to their names."""
SHORTER: Final = 0.14
"""By how much such a line is shorter at each end than the rows of its part."""
BROAD: Final = 1.4
"""How much wider than high the place of a figure is, which is to be as large there as it can be."""
NEAR: Final = 1.1
"""Signs of a net that are no further from each other are linked."""
OPEN: Final = Paint(line="accent", width=2, dashed=True)
NET: Final[tuple[Color, ...]] = ("foreground", "data3", "rule")
"""The colours of a net on a page in primary, from its middle outwards."""


@dataclass(frozen=True, slots=True)
class Counted:
    """`count` signs filled in a colour, the others up to `total` dashed."""

    count: int
    total: int
    shape: SignShape | Outline
    color: Color
    part: int = 0
    """Where it is told apart, how many of those counted it is."""
    other: Color = "tint3"
    """The colour of the others then."""
    left_out: Color = "muted"
    """The colour of the lines of those that are not counted."""

    def paint(self, number: int) -> Paint:
        if number >= self.count:
            return replace(LEFT_OUT, line=self.left_out)
        color: Color = self.other if self.part and number >= self.part else self.color
        return Paint(color, color, LINE) if isinstance(self.shape, Outline) else Paint(color)

    @property
    def parts(self) -> tuple[int, int, int]:
        """How many are told apart, how many are the others, and how many are not counted."""
        return self.part, self.count - self.part, self.total - self.count

    @property
    def tall(self) -> float:
        """How high a sign is."""
        return SIGN if isinstance(self.shape, Outline) else TALL[self.shape]

    @property
    def geometry(self) -> Geometry | Outline:
        return self.shape if isinstance(self.shape, Outline) else GEOMETRIES[self.shape]


def lines(counted: Counted, pitch: float, align: Align = "left", across: int = 0, bracketed: int = 0) -> Plane:
    """Lines of `across` signs (0: one line), of `pitch` points each by nature, larger where there is room.

    With `bracketed`, a bracket runs under that many of the first line.
    """
    across = across or max(counted.total, 1)
    tall = counted.tall
    marks: list[PlaneMark] = []
    for number in range(counted.total):
        row, column = divmod(number, across)
        marks.append(_sign(counted, number, column, row * (tall + GAP)))
    high = ceil(counted.total / across) * (tall + GAP) - GAP
    if bracketed:
        marks += bracket(0, bracketed - GAP, high, counted.color)
        high += BRACKET
    return _plane(across - GAP, high, marks, pitch, align)


def width_of(count: int) -> float:
    """What a line of so many signs takes: weights for lines that stand side by side with signs of one size."""
    return max(count, 1) - GAP


def bracket(start: float, end: float, top: float, color: Color) -> tuple[Segment, ...]:
    """A bracket under what lies from `start` to `end`, a little below `top`."""
    paint = Paint(line=color, width=1.5)
    high, low = top + BRACKET / 2, top + BRACKET
    return (
        Segment("bracket start", paint, (start, start), (high, low)),
        Segment("bracket", paint, (start, end), (low, low)),
        Segment("bracket end", paint, (end, end), (high, low)),
    )


def block(counted: Counted, pitch: float, label: Label | None = None) -> Plane:
    """Signs close together as one figure: a honeycomb of hexagons, a block of others.

    Those not counted stand at the right; the first of them may say in a label what it is.
    """
    hexagons = counted.shape == "hexagon"
    places = _honeycomb(broad_rows(counted.total)) if hexagons else _rows(counted.total)
    tall = counted.tall
    marks = tuple(
        _sign(counted, number, x, y, label if number == counted.count else None)
        for number, (x, y) in enumerate(places)
    )
    wide, high = max(x for x, _ in places) + SIGN, max(y for _, y in places) + tall
    return _plane(wide, high, marks, pitch, "center")


def parted(
    counted: Counted, rows: tuple[int, ...], pitch: float, names: tuple[Text | None, ...], room: float
) -> Plane:
    """A honeycomb of `parted_rows`: a line beside each part's rows leads to its count and name, in `room` points."""
    places = [place for row in _in_rows(rows) for place in row]
    marks: list[PlaneMark] = [_sign(counted, number, x, y) for number, (x, y) in enumerate(places)]
    wide, high = max(rows) - GAP, (len(rows) - 1) * ROW + counted.tall
    number = 0
    for size, name in zip(counted.parts, names, strict=True):
        if size and name:
            line = replace(counted.paint(number), fill=None, line=_edge(counted.paint(number)), width=BRACKET_LINE)
            first, last = places[number][1], places[number + size - 1][1] + counted.tall
            many = text(str(size), f"{name.path}/count")
            strong: Color = "muted" if number >= counted.count else counted.color
            said = Label((Styled(many, "number", strong, bold=True), Styled(name, "body")), "right", gap=10)
            ends = (first + SHORTER, last - SHORTER)
            marks.append(Segment("part line", line, (wide + BESIDE, wide + BESIDE), ends))
            middle = (first + last) / 2
            marks.append(Point("part", Paint(), wide + BESIDE, middle, 0, label=said))
        number += size
    return replace(_plane(wide + BESIDE, high, marks, pitch, "right"), room=(0, 0, room, 0))


def _edge(paint: Paint) -> Color | None:
    return paint.line or paint.fill


def net(counted: Counted, pitch: float, closed: bool = False) -> Plane:
    """Signs apart from each other, paler towards the middle, each linked with its neighbours; for a page in primary.

    Those not counted are dashed in the accent, and no link leads to them; `closed`: they are filled, and linked too.
    """
    hexagons = counted.shape == "hexagon"
    places = _honeycomb(honeycomb_rows(counted.total)) if hexagons else _rows(counted.total)
    linked = places if closed else places[: counted.count]
    line, open_ = Paint(line="rule", width=1.5), Paint("accent") if closed else OPEN
    half, tall = SIGN * LINKED / 2, counted.tall * LINKED / 2
    marks: list[PlaneMark] = [
        Segment("link", line, (one[0], other[0]), (one[1], other[1]))
        for one, other in combinations(linked, 2)
        if dist(one, other) < NEAR
    ]
    for number, (x, y) in enumerate(places):
        look = Paint(_depth((x, y), places)) if number < counted.count else open_
        marks.append(Area(f"mark {number + 1}", look, (x - half, x + half), (y - tall, y + tall), counted.geometry))
    (left, right), (top, low) = ((min(side), max(side)) for side in zip(*places, strict=True))
    across, down = Linear(left - half, right + half), Linear(top - tall, low + tall)
    return Plane(across, down, tuple(marks), height=pitch * (low - top + 2 * tall), contained="center")


def _depth(place: tuple[float, float], places: list[tuple[float, float]]) -> Color:
    """The colour of a sign in a net by how far from the middle it stands."""
    middle = tuple((min(side) + max(side)) / 2 for side in zip(*places, strict=True))
    return NET[min(round(dist(place, middle)), len(NET) - 1)]


def times(many: int, more: bool, pitch: float, names: tuple[Styled, Styled]) -> Plane:
    """One disc, and at its side a block of `many`; where it is `more` than that, one more, dashed.

    What each stands for is in the middle under it.
    """
    across = ceil(sqrt(many))
    foot = ceil(many / across) - 1
    one, counted = Counted(1, 1, "circle", "mark"), Counted(many, many + more, "circle", "accent")
    places = [(float(2 + number % across), float(foot - number // across)) for number in range(many)]
    if more:
        places.append((float(2 + across), float(foot)))
    marks = (_sign(one, 0, 0, foot), *(_sign(counted, number, x, y) for number, (x, y) in enumerate(places)))
    middles = (SIGN / 2, 2 + (across - GAP) / 2)
    said = (
        Point("name", Paint(), x, foot + SIGN, 0, label=Label((name,), "below", gap=3))
        for x, name in zip(middles, names, strict=True)
    )
    plane = _plane(2 + across + more - GAP, foot + SIGN, (*marks, *said), pitch, "left")
    return replace(plane, room=(0, 0, 0, NAMES))


def _plane(
    wide: float, high: float, marks: list[PlaneMark] | tuple[PlaneMark, ...], pitch: float, align: Align
) -> Plane:
    return Plane(Linear(0, wide), Linear(0, high), tuple(marks), height=pitch * high, contained=align)


def _sign(counted: Counted, number: int, x: float, y: float, label: Label | None = None) -> Area:
    inset = SMALLER if number >= counted.count else 0.0
    across, down = (x + inset, x + SIGN - inset), (y + inset, y + counted.tall - inset)
    return Area(f"mark {number + 1}", counted.paint(number), across, down, counted.geometry, label)


def _rows(total: int) -> list[tuple[float, float]]:
    """Places in rows of about as many as there are rows, the last one as full as can be."""
    square = ceil(sqrt(total))
    across = max((square, square + 1), key=lambda wide: ((total - 1) % wide + 1) / wide)
    return [(float(number % across), float(number // across)) for number in range(total)]


def _honeycomb(rows: tuple[int, ...]) -> list[tuple[float, float]]:
    """Places from left to right, so that what is not counted stands at the right, the highest of it first."""
    places = [place for row in _in_rows(rows) for place in row]
    return sorted(places, key=lambda place: (place[0], -place[1]))


def _in_rows(rows: tuple[int, ...]) -> Iterator[list[tuple[float, float]]]:
    widest = max(rows)
    for row, size in enumerate(rows):
        yield [((widest - size) / 2 + at, row * ROW) for at in range(size)]


@cache
def honeycomb_rows(total: int) -> tuple[int, ...]:
    """The rows that so many hexagons stand closest together in, each row half a hexagon off its neighbours."""
    return min(_stacks(total, ()), key=_spread)


@cache
def broad_rows(total: int) -> tuple[int, ...]:
    """The rows in which so many hexagons are largest in a broad place, and of those the closest together."""
    return min(_stacks(total, ()), key=lambda rows: (round(_sides(rows), 1), _spread(rows)))


@cache
def parted_rows(parts: tuple[int, ...]) -> tuple[int, ...]:
    """The closest rows of hexagons of which each part takes whole ones; none where they would be many."""
    ends = set(accumulate(parts))
    stacks = (rows for rows in _stacks(sum(parts), ()) if len(rows) <= MOST_ROWS)
    return min((rows for rows in stacks if ends <= {0, *accumulate(rows)}), key=_spread, default=())


def _sides(rows: tuple[int, ...]) -> float:
    """The height of a broad place that just holds the rows."""
    return max(max(rows) / BROAD, (len(rows) - 1) * ROW + TALL["hexagon"])


def _stacks(left: int, rows: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """All stacks of rows of which neighbours differ by one or three."""
    if not left:
        yield rows
        return
    most = ceil(sqrt(left + sum(rows))) + 1
    sizes = (rows[-1] + step for step in (-3, -1, 1, 3)) if rows else range(1, most + 1)
    for size in sizes:
        if 1 <= size <= min(left, most):
            yield from _stacks(left - size, (*rows, size))


def _spread(rows: tuple[int, ...]) -> tuple[float, tuple[int, ...]]:
    """How far the hexagons stand from their middle; what is the same from both ends may be a little wider."""
    total = sum(rows)
    middle = sum(row * size for row, size in enumerate(rows)) / total
    down = sum(size * ((row - middle) * ROW) ** 2 for row, size in enumerate(rows))
    across = sum((at - (size - 1) / 2) ** 2 for size in rows for at in range(size))
    return (down + across) * (1 if rows == rows[::-1] else LOPSIDED), rows
