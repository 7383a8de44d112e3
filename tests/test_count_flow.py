"""Groups that lead to their own part of the last count: brackets, lines and signs stand over each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deckgen.model.blocks import TextBlock
from deckgen.model.linked_counts import Counting, linked
from deckgen.model.plane import Area, Linear, Segment
from deckgen.model.text import text

groups = some.lists(some.tuples(some.integers(1, 6), some.integers(1, 3)), min_size=1, max_size=3)
NUMBER = TextBlock(())
LITTLE = 1e-9


def rows(parts: list[tuple[int, int]], upper: int = 0) -> tuple[Counting, ...]:
    leading = Counting(
        sum(size for size, _ in parts),
        NUMBER,
        "square",
        "accent",
        tuple((size, led, text(f"gruppe {at}")) for at, (size, led) in enumerate(parts)),
    )
    last = Counting(sum(led for _, led in parts), NUMBER, "hexagon", "primary")
    return (*(Counting(5, NUMBER, "circle", "primary") for _ in range(upper)), leading, last)


def signs(plane_rows: tuple[Counting, ...], geometry: str) -> list[Area]:
    marks = linked(plane_rows).marks
    return [mark for mark in marks if isinstance(mark, Area) and mark.geometry == geometry and mark.holds is None]


@given(groups, some.integers(0, 2))
def test_every_sign_is_drawn_once_and_within_the_plane(parts: list[tuple[int, int]], upper: int) -> None:
    made = rows(parts, upper)
    plane = linked(made)
    drawn = [mark for mark in plane.marks if isinstance(mark, Area) and mark.name.startswith("mark")]
    assert len(drawn) == sum(row.count for row in made)
    for mark in drawn:
        assert mark.x and mark.y
        for (start, end), scale in ((mark.x, plane.x), (mark.y, plane.y)):
            assert isinstance(scale, Linear)
            assert -LITTLE <= start < end <= scale.end + LITTLE


@given(groups, some.integers(0, 2))
def test_no_sign_lies_over_another(parts: list[tuple[int, int]], upper: int) -> None:
    plane = linked(rows(parts, upper))
    drawn = [mark for mark in plane.marks if isinstance(mark, Area) and mark.name.startswith("mark")]
    for one, other in combinations(drawn, 2):
        assert one.x and one.y and other.x and other.y
        assert any(a[1] <= b[0] or b[1] <= a[0] for a, b in ((one.x, other.x), (one.y, other.y)))


@given(groups)
def test_the_signs_of_a_group_stand_under_its_middle(parts: list[tuple[int, int]]) -> None:
    made = rows(parts)
    squares, hexagons = signs(made, "rect"), signs(made, "hexagon")
    at = led = 0
    for size, leads in parts:
        over, under = squares[at : at + size], hexagons[led : led + leads]
        middles = [(row[0].x[0] + row[-1].x[1]) / 2 for row in (over, under)]  # type: ignore[index]
        assert middles[0] == pytest.approx(middles[1])
        at, led = at + size, led + leads


@given(groups)
def test_a_line_ends_at_the_top_of_every_sign_that_is_led_to(parts: list[tuple[int, int]]) -> None:
    made = rows(parts)
    ends = {
        (round(mark.x[1], 6), round(mark.y[1], 6))
        for mark in linked(made).marks
        if isinstance(mark, Segment) and mark.name == "link"
    }
    for one in signs(made, "hexagon"):
        assert one.x and one.y
        assert (round(sum(one.x) / 2, 6), round(one.y[0], 6)) in ends
