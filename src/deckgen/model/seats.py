"""A table seen from above, with a seat for each of those around it.

In: how many seats, how many of them are free, and whose those are. Out: a plane for a panel in the primary colour;
free seats are at the near side, dashed and named.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import cos, dist, pi, sin
from typing import Final

from deckgen.model.plane import Area, Label, Linear, Plane, PlaneMark, Point
from deckgen.model.shapes import Paint
from deckgen.model.styled import Styled
from deckgen.model.text import Text

TABLE: Final = (1.0, 0.5)
"""Half of the table, across and down."""
SEATS: Final = (1.5, 0.95)
"""How far from the middle the seats stand, across and down."""
LARGEST: Final = 0.24
"""The radius of a seat; less where many stand around the table."""
APART: Final = 0.34
"""The radius of a seat as a share of what each takes of the way around the table."""
NAME: Final = 28.0
"""Room under the free seats for their name, in points."""
HEIGHT: Final = 84.0
"""Points that the table is high by nature; it grows with its place."""
POINTS: Final = 720
"""So many points of the way around the table are measured, for seats that stand equally far from each other."""
TAKEN: Final = Paint("background")
FREE: Final = Paint(None, "highlight", 3, dashed=True)


def table(seats: int, free: int, name: Text | None) -> Plane:
    """The table; the free seats begin at the middle of the near side and alternate to its left and right."""
    places = _around(seats)
    radius = min(LARGEST, APART * dist(*places[:2]))
    last = sorted(range(seats), key=lambda at: min(at, seats - at))[:free]
    across, down = ((-half, half) for half in TABLE)
    marks: list[PlaneMark] = [Area("table", Paint("tint2"), across, down, "ellipse")]
    for at, (x, y) in enumerate(places):
        look = FREE if at in last else TAKEN
        around = (x - radius, x + radius), (y - radius, y + radius)
        marks.append(Area(f"seat {at + 1}", look, *around, "ellipse"))
    if name and free:
        marks.append(Point("name", Paint(), 0, places[0][1] + radius, 0, label=_named(name)))
    wide, high = (side + LARGEST for side in SEATS)
    room = (0.0, 0.0, 0.0, NAME if name and free else 0.0)
    return Plane(Linear(-wide, wide), Linear(-high, high), tuple(marks), HEIGHT, room, contained="center")


def _named(name: Text) -> Label:
    return Label((Styled(name, "body", "highlight", bold=True, align="center"),), side="below", gap=2)


def _around(seats: int) -> list[tuple[float, float]]:
    """Places at equal distances along the way around the table, from the middle of its near side on."""
    way = [_at(2 * pi * step / POINTS) for step in range(POINTS + 1)]
    gone = list(accumulate((dist(one, other) for one, other in pairwise(way)), initial=0.0))
    return [way[_nearest(gone, gone[-1] * seat / seats)] for seat in range(seats)]


def _nearest(gone: list[float], wanted: float) -> int:
    return min(range(len(gone)), key=lambda at: abs(gone[at] - wanted))


def _at(turn: float) -> tuple[float, float]:
    across, down = SEATS
    return across * sin(turn), down * cos(turn)
