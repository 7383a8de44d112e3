"""Where boxes have room on areas and beside them: what is found lies wholly where it is said to."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.chart import Rect
from deckgen.model.scanlines import hatched, scanned, united

PLACE = st.floats(0, 200)
SIDE = st.floats(20, 120)
SQUARE_WITH_HOLE = (
    ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)),
    ((40.0, 40.0), (40.0, 60.0), (60.0, 60.0), (60.0, 40.0)),
)


def ring(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


@given(PLACE, PLACE, SIDE, SIDE, st.floats(1, 150), st.floats(1, 150))
def test_the_roomiest_box_lies_inside_and_none_is_found_that_is_larger_than_the_area(
    x: float, y: float, width: float, height: float, wanted: float, high: float
) -> None:
    lines = scanned((ring(x, y, width, height),), 2.0)
    found = lines.roomiest(wanted, high)
    if found is None:
        assert wanted > width - 1 or high > height - 6
        return
    assert found.width == wanted
    assert x - 1e-6 <= found.left <= found.right <= x + width + 1e-6
    assert y - 1e-6 <= found.top <= found.bottom <= y + height + 1e-6
    assert lines.covers(Rect(found.left + 1e-6, found.top, found.width - 2e-6, found.height))
    assert math.isclose(found.left + found.right, 2 * x + width, abs_tol=1e-6)


def test_a_hole_is_no_part_of_an_area() -> None:
    lines = scanned(SQUARE_WITH_HOLE, 2.0)
    assert lines.covers(Rect(5, 5, 30, 30))
    assert not lines.covers(Rect(45, 45, 5, 5))
    assert not lines.touches(Rect(45, 45, 5, 5))
    assert lines.touches(Rect(35, 45, 10, 5))
    found = lines.roomiest(30, 50)
    assert found is not None
    assert not found.touches(Rect(40, 40, 20, 20))


def test_what_several_cover_touches_where_one_does() -> None:
    lines = united([scanned((ring(0, 0, 20, 20),), 2.0), scanned((ring(60, 0, 20, 20),), 2.0)], 2.0)
    assert lines.touches(Rect(15, 5, 10, 5))
    assert lines.touches(Rect(55, 5, 10, 5))
    assert not lines.touches(Rect(25, 5, 30, 5))


@given(PLACE, PLACE, SIDE, SIDE)
def test_a_hatching_stays_inside_and_leaves_no_wide_field_bare(
    x: float, y: float, width: float, height: float
) -> None:
    segments = list(hatched((ring(x, y, width, height),), 6.0))
    for one in segments:
        for across, along in one:
            assert x - 1e-6 <= across <= x + width + 1e-6
            assert y - 1e-6 <= along <= y + height + 1e-6
    length = sum(math.dist(*one) for one in segments)
    assert math.isclose(length * 6, width * height, rel_tol=0.35)
