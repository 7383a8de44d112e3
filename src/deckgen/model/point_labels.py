"""Where the labels of points stand that lie anywhere on a plane.

In: a plot, the marks of its points, and which labels are to be read first. Out: the plot with a place for each label,
or none where it has no room.

A label stands on its mark, where that is a disc that holds it; else at the right of it, at the left, above or below
it, or at the right or left a little higher or lower; within the plane, and on no other mark, label or line. Those
that are read first choose first, then always the one with the fewest places left. Each takes the place that leaves
the others most; one with none left is dropped.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from deckgen.model.chart import LabelPlace, LabelPosition, Plot, Rect
from deckgen.model.chart_geometry import Room, centred, label_size
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.line_labels import At

Place = tuple[LabelPosition, int]
"""A position, and whether the label stands higher there (-1), lower (1), or neither."""

ON_IT: Final[Place] = ("ctr", 0)
"""On a mark that holds the label."""

PLACES: Final[tuple[Place, ...]] = (
    ON_IT,
    *(("r", 0), ("l", 0), ("t", 0), ("b", 0)),
    *(("r", -1), ("r", 1), ("l", -1), ("l", 1)),
)
"""In the order in which they are liked."""

POINT_GAP: Final = 3.0
"""Between a point and its label, in points."""

_BETWEEN: Final = 1.0
"""Around a label at the least, in points."""

Size = tuple[float, float]
_Places = dict[Place, Rect]


def label_at(plot: Plot, room: Room, at: At, mark: Rect) -> Rect | None:
    """Where the label of a point stands at its mark; None where it has none."""
    place = plot.series[at[0]].place(at[1])
    if place.dropped or not plot.series[at[0]].label(at[1]):
        return None
    box = _beside(mark, label_size(plot, *at, room), place.position or "r")
    return _lower(box, place.moved[1] * room.height) if place.moved else box


def labelled(
    plot: Plot, room: Room, marks: Mapping[At, Rect], first: Collection[At], plane: Rect, lines: Sequence[Rect]
) -> Plot:
    """The plot with the labels of these marks where they have room, and without the others."""
    sizes = {at: label_size(plot, *at, room) for at in marks if plot.series[at[0]].label(at[1])}
    found = _chosen(marks, sizes, first, plane, lines)
    series = list(plot.series)
    for index in {at[0] for at in marks}:
        points = range(len(series[index].values))
        places = [_label_place(found.get((index, point)), sizes.get((index, point)), room) for point in points]
        series[index] = replace(series[index], places=tuple(places))
    return replace(plot, series=tuple(series))


def _label_place(place: Place | None, size: Size | None, room: Room) -> LabelPlace:
    if place is None or size is None:
        return LabelPlace(dropped=True)
    return LabelPlace(place[0], (0.0, _step(place, size) / room.height) if place[1] else None)


def _step(place: Place, size: Size) -> float:
    """How much lower than its position a label stands there: off the line through the middle of its mark."""
    return place[1] * (size[1] / 2 + _BETWEEN)


def _beside(mark: Rect, size: Size, position: LabelPosition) -> Rect:
    (x, y), (wide, high) = mark.middle, size
    match position:
        case "ctr":
            return centred((x, y), size)
        case "r":
            return centred((mark.right + POINT_GAP + wide / 2, y), size)
        case "l":
            return centred((mark.left - POINT_GAP - wide / 2, y), size)
        case "b":
            return centred((x, mark.bottom + POINT_GAP + high / 2), size)
        case _:
            return centred((x, mark.top - POINT_GAP - high / 2), size)


def _lower(box: Rect, by: float) -> Rect:
    return Rect(box.left, box.top + by, box.width, box.height)


def _chosen(
    marks: Mapping[At, Rect], sizes: Mapping[At, Size], first: Collection[At], plane: Rect, lines: Sequence[Rect]
) -> dict[At, Place]:
    """The places of the labels that have room."""
    free = {point: _places(point, size, marks, plane, lines) for point, size in sizes.items()}
    found: dict[At, Place] = {}
    while free:
        point = min(free, key=lambda one: (one not in first, len(free[one]), one))
        places = free.pop(point)
        if not places:
            continue
        place = min(places, key=lambda one: (_taken(places[one], free), PLACES.index(one)))
        found[point] = place
        own = _around(places[place])
        free = {at: {one: box for one, box in left.items() if not box.touches(own)} for at, left in free.items()}
    return found


def _places(point: At, size: Size, marks: Mapping[At, Rect], plane: Rect, lines: Sequence[Rect]) -> _Places:
    """Where the label of a point may stand when there are no others."""
    others = [*(mark for at, mark in marks.items() if at != point), *lines]
    tried = {place: _lower(_beside(marks[point], size, place[0]), _step(place, size)) for place in PLACES}
    return {
        place: box
        for place, box in tried.items()
        if plane.holds(box)
        and not any(_around(box).touches(other) for other in others)
        and (place != ON_IT or _is_held(size, marks[point]))
    }


def _is_held(size: Size, disc: Rect) -> bool:
    """Whether a disc holds a label in its middle."""
    return math.hypot(*size) <= disc.width - 2 * POINT_GAP


def _taken(box: Rect, free: Mapping[At, _Places]) -> int:
    """How many places a label takes from those that have not chosen yet."""
    own = _around(box)
    return sum(other.touches(own) for places in free.values() for other in places.values())


def _around(box: Rect) -> Rect:
    return Rect(box.left - _BETWEEN, box.top, box.width + 2 * _BETWEEN, box.height)
