"""Where the labels of lines stand.

In: a plot of lines with its scale, and which of its labels are wanted. Out: the plot with a place for each of them.

A label stands above or below its point, at the ends of a line also before or behind it: where it covers no other
label and no point, stands in the order of the values, and is crossed by as few lines as can be. Where its own line
would go through it, it stands farther from its point, by a line of type at most. A label that names its line stands
behind the end of it; where the ends of lines are close, such labels move apart up and down.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product

from deckgen.model.chart import LabelPlace, LabelPosition, Plot, Rect, Series
from deckgen.model.chart_geometry import LABEL_GAP, Room, centred, label_size, spread
from deckgen.model.lazy_dataclasses import dataclass, replace

LINE_WIDTH, MARKER_SIZE = 2.25, 7
"""Of a line and of the marker of a point, in points."""

REACH, BARE_REACH = MARKER_SIZE / 2 + LABEL_GAP, 1.5
"""From the middle of a point to its label, with a marker and without one, in points."""

BETWEEN = 1.0
"""At least so much stands between a label and what it may not cover, in points."""

RAISE = 1.0
"""By how much a label is moved at a time from its point, whose line would cross it, in points."""

Place = tuple[float, float]
At = tuple[int, int]
"""A point by its series and its place in it."""


def is_known(series: Series, point: int) -> bool:
    value = series.values[point]
    return value is not None and value.is_finite()


def points(plot: Plot, room: Room, index: int) -> dict[int, Place]:
    """Where the points of a series stand that have a value."""
    inner, (low, high) = room.inner(plot), plot.scale or (0.0, 1.0)
    return {
        point: (
            inner.left + plot.across(point) * inner.width,
            inner.bottom - (float(value) - low) / (high - low) * inner.height,
        )
        for point, value in enumerate(plot.series[index].values)
        if value is not None and value.is_finite()
    }


def label_box(plot: Plot, room: Room, at: At, middle: Place, place: LabelPlace, reach: float = REACH) -> Rect:
    """A label at its point, moved as its place says; `reach` is how far from the point programs let it begin."""
    wide, high = size = label_size(plot, *at, room)
    across, down = place.moved or (0.0, 0.0)
    x, y = middle[0] + across * room.width, middle[1] + down * room.height
    match place.position:
        case "b":
            return centred((x, y + reach + high / 2), size)
        case "l":
            return centred((x - reach - wide / 2, y), size)
        case "r":
            return centred((x + reach + wide / 2, y), size)
        case _:
            return centred((x, y - reach - high / 2), size)


def at_ends(plot: Plot, room: Room, ends: Mapping[At, LabelPosition]) -> dict[At, LabelPlace]:
    """The places of labels beside the ends of lines, moved apart where they would touch."""
    placed: dict[At, LabelPlace] = {}
    for group in _abreast(plot, room, ends):
        own = sorted((box.middle[1], at) for at, box in group.items())
        inner, sizes = room.inner(plot), [room.ruler.line(plot.type_size)] * len(own)
        heights = spread([y for y, _ in own], sizes, (inner.top, inner.bottom))
        for (y, at), now in zip(own, heights, strict=True):
            placed[at] = LabelPlace(ends[at], (0.0, (now - y) / room.height) if now != y else None)
    return placed


def _abreast(plot: Plot, room: Room, ends: Mapping[At, LabelPosition]) -> list[dict[At, Rect]]:
    """The labels at ends in groups of those that stand over or under each other, from the left on."""
    known = {at: points(plot, room, at[0]).get(at[1]) for at in ends}
    boxes = {at: label_box(plot, room, at, middle, LabelPlace(ends[at])) for at, middle in known.items() if middle}
    groups: list[dict[At, Rect]] = []
    for at, box in sorted(boxes.items(), key=lambda one: one[1].left):
        if groups and box.left < max(other.right for other in groups[-1].values()):
            groups[-1][at] = box
        else:
            groups.append({at: box})
    return groups


def placed(plot: Plot, room: Room, wanted: Collection[At], fixed: Mapping[At, LabelPlace]) -> Plot:
    """The plot with the `wanted` labels where they cover least, from the left on, those `fixed`, and no others."""
    drawn = _Drawn.of(plot, room)
    chosen = dict(fixed)
    before = tuple(label_box(plot, room, at, drawn.points[at[0]][at[1]], place) for at, place in fixed.items())
    shown = sorted({point for _, point in wanted})
    free: dict[At, Rect] = {}
    for point in shown:
        every = range(len(plot.series))
        here = [
            at for at in every if (at, point) in wanted and (at, point) not in fixed and drawn.is_labelled(at, point)
        ]
        tries = (_Try(drawn, point, here, tried) for tried in product(_allowed(shown, point), repeat=len(here)))
        best = min(tries, key=lambda one: one.cost(before))
        chosen.update({(index, point): LabelPlace(position) for index, position in best.positions})
        free.update({(index, point): box for (index, _), box in zip(best.positions, best.boxes, strict=True)})
        before += best.boxes
    fixed_boxes = before[: len(fixed)]
    for at, box in free.items():
        others = (*fixed_boxes, *(one for other, one in free.items() if other != at))
        chosen[at], free[at] = _off_its_line(drawn, at, chosen[at], box, others)
    series = tuple(
        replace(one, places=tuple(chosen.get((index, point), _NOWHERE) for point in range(len(one.values))))
        for index, one in enumerate(plot.series)
    )
    return replace(plot, series=series)


def _off_its_line(
    drawn: _Drawn, at: At, place: LabelPlace, box: Rect, others: Sequence[Rect]
) -> tuple[LabelPlace, Rect]:
    """The label's place and box: farther from its point, where its own line would cross it, so wide as it is."""
    plain = place, box
    if place.position not in ("t", "b") or at[0] not in drawn.crossed(box):
        return plain
    room, inner = drawn.room, drawn.room.inner(drawn.plot)
    most = room.ruler.line(drawn.plot.type_size)
    for step in range(1, int(most / RAISE) + 1):
        away = step * RAISE * (-1 if place.position == "t" else 1)
        moved = replace(box, top=box.top + away)
        covers = any(_widened(moved).touches(one) for one in (*others, *drawn.others(*at)))
        inside = inner.top <= moved.top and moved.bottom <= inner.bottom
        if inside and not covers and not list(drawn.crossed(_around(moved))):
            return replace(place, moved=(0.0, away / room.height)), moved
    return plain


def _around(box: Rect) -> Rect:
    """A box with the thickness of a line on all sides."""
    sides = (box.left - LINE_WIDTH, box.top - LINE_WIDTH, box.width + 2 * LINE_WIDTH, box.height + 2 * LINE_WIDTH)
    return Rect(*sides)


_NOWHERE = LabelPlace(dropped=True)


def _allowed(shown: Sequence[int], point: int) -> tuple[LabelPosition, ...]:
    """The last of the positions may stand where no line goes on, or no other label of it stands."""
    first, last = point == shown[0], point == shown[-1]
    return ("t", "b", *(("l",) if first else ()), *(("r",) if last else ()))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The lines of a plot as they are drawn, to weigh where labels may stand."""

    plot: Plot
    room: Room
    points: tuple[dict[int, Place], ...]

    @staticmethod
    def of(plot: Plot, room: Room) -> _Drawn:
        return _Drawn(plot, room, tuple(points(plot, room, index) for index in range(len(plot.series))))

    def is_labelled(self, index: int, point: int) -> bool:
        return point in self.points[index] and bool(self.plot.series[index].label(point))

    def crossed(self, box: Rect) -> Iterator[int]:
        """The series whose lines cross a box, once for each stretch, and -1 for the axis where that stands in it."""
        for series, points in enumerate(self.points):
            for (left, start), (right, end) in pairwise(sorted(points.items())):
                if right == left + 1 and crosses(box, start, end):
                    yield series
        inner, (low, high) = self.room.inner(self.plot), self.plot.scale or (0.0, 1.0)
        zero = inner.bottom + low / (high - low) * inner.height
        if box.top < zero < box.bottom:
            yield -1

    def liked(self, index: int, point: int) -> LabelPosition:
        """Below a point that the line falls to and rises from; else above it."""
        points = self.points[index]
        beside = [points[at] for at in (point - 1, point + 1) if at in points]
        return "b" if beside and all(y < points[point][1] for _, y in beside) else "t"

    def others(self, index: int, point: int) -> Iterator[Rect]:
        """The points that the label of one may not cover."""
        for series, points in enumerate(self.points):
            for at, middle in points.items():
                if (series, at) != (index, point):
                    yield centred(middle, (MARKER_SIZE, MARKER_SIZE))


@dataclass(frozen=True, slots=True)
class _Try:
    """The labels of the series in `here` at one place of the axis, each at a position."""

    drawn: _Drawn
    point: int
    here: Sequence[int]
    tried: Sequence[LabelPosition]

    @property
    def positions(self) -> tuple[tuple[int, LabelPosition], ...]:
        return tuple(zip(self.here, self.tried, strict=True))

    @property
    def boxes(self) -> tuple[Rect, ...]:
        plot, room, points = self.drawn.plot, self.drawn.room, self.drawn.points
        return tuple(
            label_box(plot, room, (index, self.point), points[index][self.point], LabelPlace(position))
            for index, position in self.positions
        )

    def cost(self, before: tuple[Rect, ...]) -> tuple[int, int, int, int]:
        """What is covered that may not be; labels of lower values over others; crossings, by the own line twice;
        positions against the slope."""
        found, inner = self.boxes, self.drawn.room.inner(self.drawn.plot)
        own = Rect(0, inner.top, self.drawn.room.width, inner.height)
        wide = [_widened(box) for box in found]
        covered = sum(box.touches(other) for at, box in enumerate(wide) for other in (*found[:at], *before))
        covered += sum(not own.holds(box) for box in found)
        crossed = against = 0
        middles = [
            (self.drawn.points[index][self.point][1], box.top) for index, box in zip(self.here, found, strict=True)
        ]
        swapped = sum((one[0] - two[0]) * (one[1] - two[1]) < 0 for one, two in combinations(middles, 2))
        for (index, position), box, around in zip(self.positions, found, wide, strict=True):
            covered += sum(around.touches(other) for other in self.drawn.others(index, self.point))
            crossed += sum(2 if series == index else 1 for series in self.drawn.crossed(box))
            against += position != self.drawn.liked(index, self.point)
        return covered, swapped, crossed, against


def _widened(box: Rect) -> Rect:
    return Rect(box.left - BETWEEN, box.top, box.width + 2 * BETWEEN, box.height)


def crosses(box: Rect, start: Place, end: Place) -> bool:
    """Whether a stretch of a line goes through a box: what of it is over the box's width is at its height too."""
    left, right = max(start[0], box.left), min(end[0], box.right)
    if left >= right:
        return False
    slope = (end[1] - start[1]) / (end[0] - start[0])
    heights = sorted(start[1] + slope * (x - start[0]) for x in (left, right))
    half = LINE_WIDTH / 2
    return heights[0] - half < box.bottom and heights[1] + half > box.top
