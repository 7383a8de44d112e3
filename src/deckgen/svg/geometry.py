"""Forms of shapes as path data. In: a geometry or an outline, and its box in points. Out: what `d` says."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from deckgen.model.chart import Rect
from deckgen.model.outline import Commands, Outline
from deckgen.svg.markup import number

Point = tuple[float, float]

_LONG_SIDE: Final = 0.28868
"""Of the shorter side of a hexagon with equal sides, how far its corners stand in from its points."""
_USUAL_TIP: Final = 0.5
"""Of the shorter side, how far a shape points that says nothing else."""
_USUAL_NARROWING: Final = 0.25
_SHAFT: Final = 0.5
"""Of the height of a broad arrow."""


def polygon(points: Iterable[Point]) -> str:
    """A closed path through points."""
    return "M" + "L".join([f"{number(x)} {number(y)}" for x, y in points]) + "Z"


def hexagon(box: Rect) -> str:
    """One that stands on a point."""
    x, inset = box.middle[0], _LONG_SIDE * min(box.width, box.height)
    upper, lower = box.top + inset, box.bottom - inset
    right, left = box.right, box.left
    return polygon(((x, box.top), (right, upper), (right, lower), (x, box.bottom), (left, lower), (left, upper)))


def home_plate(box: Rect, tip: float) -> str:
    edge = box.right - _tip(box, tip, _USUAL_TIP)
    corners = ((box.left, box.top), (edge, box.top), (box.right, box.middle[1]))
    return polygon((*corners, (edge, box.bottom), (box.left, box.bottom)))


def chevron(box: Rect, tip: float) -> str:
    deep = _tip(box, tip, _USUAL_TIP)
    edge, y = box.right - deep, box.middle[1]
    upper = ((box.left, box.top), (edge, box.top), (box.right, y))
    return polygon((*upper, (edge, box.bottom), (box.left, box.bottom), (box.left + deep, y)))


def broad_arrow(box: Rect) -> str:
    edge, y = box.right - _USUAL_TIP * min(box.width, box.height), box.middle[1]
    half = _SHAFT * box.height / 2
    shaft = ((box.left, y - half), (edge, y - half))
    head = ((edge, box.top), (box.right, y), (edge, box.bottom))
    return polygon((*shaft, *head, (edge, y + half), (box.left, y + half)))


def trapezoid(box: Rect, tip: float, widens: bool) -> str:
    """Narrower at its upper side; one that `widens` upwards at its lower one."""
    inset = _tip(box, tip, _USUAL_NARROWING)
    narrow, wide = (box.bottom, box.top) if widens else (box.top, box.bottom)
    return polygon(((box.left, wide), (box.left + inset, narrow), (box.right - inset, narrow), (box.right, wide)))


def diamond(box: Rect) -> str:
    x, y = box.middle
    return polygon(((x, box.top), (box.right, y), (x, box.bottom), (box.left, y)))


def _tip(box: Rect, tip: float, usual: float) -> float:
    return tip or usual * min(box.width, box.height)


@lru_cache(maxsize=256)
def outline_paths(outline: Outline, width: float, height: float) -> tuple[tuple[str, bool, bool], ...]:
    """The paths of an outline stretched to that size: path data, whether it is filled, whether it has a line."""
    across, down = width / outline.width, height / outline.height
    return tuple((path_data(one.commands, across, down), one.filled, one.stroke > 0) for one in outline.paths)


def path_data(commands: Commands, across: float = 1, down: float = 1) -> str:
    """Path data out of commands, stretched."""
    return "".join(
        [
            letter + " ".join([number(value * (down if at % 2 else across)) for at, value in enumerate(numbers)])
            for letter, numbers in commands
        ]
    )
