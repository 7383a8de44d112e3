"""Where the names of points stand that lie anywhere on a plane.

In: the marks of the points, what their names take, and which are to be read first. Out: a place for each name, or
none where it has no room.

A name stands at the right of its mark, at the left, above or below it, or at the right or left a little higher or
lower; within the plane, and on no other mark, name or line. Names that are to be read first choose first, then always
the one with the fewest places left. Each takes the place that leaves the others most; one with none left is dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from deckgen.model.chart import LabelPosition, Rect
from deckgen.model.chart_geometry import LABEL_GAP, centred

Place = tuple[LabelPosition, int]
"""A position, and whether the name stands higher there (-1), lower (1), or neither."""

PLACES: Final[tuple[Place, ...]] = (
    *(("r", 0), ("l", 0), ("t", 0), ("b", 0)),
    *(("r", -1), ("r", 1), ("l", -1), ("l", 1)),
)
"""In the order in which they are liked."""

_BETWEEN: Final = 1.0
"""Around a name at the least, in points."""

Size = tuple[float, float]
_Places = dict[Place, Rect]


def lower(place: Place, size: Size) -> float:
    """How much lower than its position a name stands there: off the line through the middle of its mark."""
    return place[1] * (size[1] / 2 + _BETWEEN)


def beside(mark: Rect, size: Size, position: LabelPosition) -> Rect:
    """A label of that size at its mark."""
    (x, y), (wide, high) = mark.middle, size
    match position:
        case "r":
            return centred((mark.right + LABEL_GAP + wide / 2, y), size)
        case "l":
            return centred((mark.left - LABEL_GAP - wide / 2, y), size)
        case "b":
            return centred((x, mark.bottom + LABEL_GAP + high / 2), size)
        case _:
            return centred((x, mark.top - LABEL_GAP - high / 2), size)


def down(box: Rect, by: float) -> Rect:
    return Rect(box.left, box.top + by, box.width, box.height)


def chosen(
    marks: Mapping[int, Rect], sizes: Mapping[int, Size], first: Collection[int], plane: Rect, lines: Sequence[Rect]
) -> dict[int, Place]:
    """The places of the names that have room, by their points."""
    free = {point: _places(point, size, marks, plane, lines) for point, size in sizes.items()}
    found: dict[int, Place] = {}
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


def _places(point: int, size: Size, marks: Mapping[int, Rect], plane: Rect, lines: Sequence[Rect]) -> _Places:
    """Where the name of a point may stand when there are no others."""
    others = [*(mark for at, mark in marks.items() if at != point), *lines]
    tried = {place: down(beside(marks[point], size, place[0]), lower(place, size)) for place in PLACES}
    return {
        place: box
        for place, box in tried.items()
        if plane.holds(box) and not any(_around(box).touches(other) for other in others)
    }


def _taken(box: Rect, free: Mapping[int, _Places]) -> int:
    """How many places a name takes from those that have not chosen yet."""
    own = _around(box)
    return sum(other.touches(own) for places in free.values() for other in places.values())


def _around(box: Rect) -> Rect:
    return Rect(box.left - _BETWEEN, box.top, box.width + 2 * _BETWEEN, box.height)
