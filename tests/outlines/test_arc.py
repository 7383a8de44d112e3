"""An arc goes where SVG says: through its ends, on its ellipse, round the way that its flags say."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckgen.model.outline import Commands
from deckgen.outlines.path import parse_path

Point = tuple[float, float]

NUMBERS = st.integers(-400, 400).map(lambda number: number / 4)
POINTS = st.tuples(NUMBERS, NUMBERS)
RADII = st.integers(1, 400).map(lambda number: number / 4)
FLAGS = st.integers(0, 1)


def arc(start: Point, radii: Point, turn: float, large: int, sweep: int, end: Point) -> Commands:
    return parse_path(f"M{start[0]} {start[1]}A{radii[0]} {radii[1]} {turn} {large} {sweep} {end[0]} {end[1]}")


def along(commands: Commands, steps: int = 8) -> Iterator[Point]:
    """Points on the curves, in order."""
    at: Point = (commands[0][1][0], commands[0][1][1])
    for _, (x1, y1, x2, y2, x3, y3) in commands[1:]:
        for step in range(steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            across, down = (at[0], x1, x2, x3), (at[1], y1, y2, y3)
            yield (
                sum(w * x for w, x in zip(weights, across, strict=True)),
                sum(w * y for w, y in zip(weights, down, strict=True)),
            )
        at = (x3, y3)


@given(POINTS, RADII, RADII, st.integers(-180, 180), FLAGS, FLAGS, POINTS)
def test_an_arc_goes_from_its_start_to_its_end(
    start: Point, rx: float, ry: float, turn: int, large: int, sweep: int, end: Point
) -> None:
    commands = arc(start, (rx, ry), turn, large, sweep, end)
    if start == end:
        assert commands == (("M", start),)
    else:
        assert {letter for letter, _ in commands[1:]} == {"C"}
        assert commands[-1][1][4:] == end


@given(POINTS, RADII, RADII, st.integers(-180, 180), FLAGS, FLAGS, POINTS)
def test_every_point_of_an_arc_is_as_far_from_the_middle_as_its_ellipse(
    start: Point, rx: float, ry: float, turn: int, large: int, sweep: int, end: Point
) -> None:
    assume(math.dist(start, end) > 1)
    points = list(along(arc(start, (rx, ry), turn, large, sweep, end)))
    angle = -math.radians(turn)
    turned = [
        (x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)) for x, y in points
    ]
    (x0, y0), (x1, y1) = turned[0], turned[-1]
    grown = max(1.0, math.hypot((x1 - x0) / 2 / rx, (y1 - y0) / 2 / ry))
    unit = [(x / (rx * grown), y / (ry * grown)) for x, y in turned]
    half = unit[len(unit) // 2]
    for middle in sorted(_middles(unit[0], unit[-1]), key=lambda middle: abs(math.dist(half, middle) - 1))[:1]:
        assert all(abs(math.dist(point, middle) - 1) < 0.001 for point in unit)


def _middles(one: Point, other: Point) -> Iterator[Point]:
    """The middles of both circles of radius 1 through two points."""
    half, length = math.dist(one, other) / 2, math.dist(one, other)
    reach = math.sqrt(max(0.0, 1 - half * half))
    across, down = (other[0] - one[0]) / length, (other[1] - one[1]) / length
    for side in (reach, -reach):
        yield (one[0] + other[0]) / 2 - down * side, (one[1] + other[1]) / 2 + across * side


@pytest.mark.parametrize(
    ("large", "sweep", "through"),
    [(0, 0, (7.07, 7.07)), (0, 1, (2.93, 2.93)), (1, 0, (17.07, 17.07)), (1, 1, (-7.07, -7.07))],
)
def test_the_flags_say_which_of_four_arcs_is_meant(large: int, sweep: int, through: Point) -> None:
    points = list(along(arc((0, 10), (10, 10), 0, large, sweep, (10, 0))))
    assert min(math.dist(point, through) for point in points) < 0.05


def test_flags_may_stand_without_anything_between_them() -> None:
    assert parse_path("M0 0a2 3 0 013.5.5") == parse_path("M0 0a2 3 0 0 1 3.5 .5")
    assert parse_path("M0 0a1 1 0 1 0 2 2a1 1 0 112 2") == parse_path("M0 0a1 1 0 1 0 2 2A1 1 0 1 1 4 4")


def test_an_arc_without_a_radius_is_a_straight_line() -> None:
    assert list(along(arc((0, 0), (0, 5), 0, 0, 1, (8, 4))))[4] == (4, 2)
