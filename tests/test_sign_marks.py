"""Signs that are counted: as many as there are, apart from each other, closest together in a honeycomb."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckgen.model.plane import Area, Linear, Plane, Point, Segment
from deckgen.model.sign_marks import (
    MOST_OF_A_HONEYCOMB,
    Counted,
    block,
    broad_rows,
    honeycomb_rows,
    lines,
    net,
    parted,
    parted_rows,
    times,
)
from deckgen.model.styled import Styled
from deckgen.model.text import text
from deckgen.model.theme import SignShape

SHAPES: tuple[SignShape, ...] = ("hexagon", "square", "circle")
NEAR = 1e-9


def signs(plane: Plane) -> list[Area]:
    return [mark for mark in plane.marks if isinstance(mark, Area)]


def middle(sign: Area) -> tuple[float, float]:
    assert sign.x and sign.y
    return sum(sign.x) / 2, sum(sign.y) / 2


@given(st.integers(1, 20), st.data(), st.sampled_from(SHAPES))
def test_as_many_are_filled_as_are_counted_and_the_rest_is_dashed(
    total: int, data: st.DataObject, shape: SignShape
) -> None:
    count = data.draw(st.integers(0, total))
    for plane in (
        block(Counted(count, total, shape, "accent"), 40),
        lines(Counted(count, total, shape, "accent"), 40),
    ):
        filled = [sign for sign in signs(plane) if sign.paint.fill == "accent"]
        dashed = [sign for sign in signs(plane) if sign.paint.dashed and sign.paint.fill is None]
        assert (len(filled), len(dashed)) == (count, total - count)


@given(st.integers(1, 20), st.sampled_from(SHAPES))
def test_signs_stand_apart_and_within_their_scales(total: int, shape: SignShape) -> None:
    counted = Counted(total, total, shape, "primary")
    for plane in (block(counted, 40), lines(counted, 40, across=5)):
        assert isinstance(plane.x, Linear) and isinstance(plane.y, Linear)
        for one, other in combinations(map(middle, signs(plane)), 2):
            assert (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 > 1 - NEAR
        for sign in signs(plane):
            assert sign.x and sign.y
            assert -NEAR <= sign.x[0] < sign.x[1] <= plane.x.end + NEAR
            assert -NEAR <= sign.y[0] < sign.y[1] <= plane.y.end + NEAR


@pytest.mark.parametrize("total", range(1, MOST_OF_A_HONEYCOMB + 1))
def test_rows_of_a_honeycomb_hold_all_and_interlock(total: int) -> None:
    rows = honeycomb_rows(total)
    assert sum(rows) == total
    assert all((one - other) % 2 for one, other in pairwise(rows))


def test_what_is_not_counted_stands_at_the_right_of_a_honeycomb() -> None:
    places = [middle(sign) for sign in signs(block(Counted(12, 13, "hexagon", "primary"), 40))]
    assert places[-1][0] == max(x for x, _ in places)
    assert (honeycomb_rows(13), broad_rows(13)) == ((1, 4, 3, 4, 1), (4, 5, 4))


@given(st.integers(1, 19), st.integers(0, 19), st.integers(0, 19))
def test_each_part_of_a_honeycomb_has_whole_rows_or_it_has_none(dark: int, light: int, left_out: int) -> None:
    total = dark + light + left_out
    assume(total <= MOST_OF_A_HONEYCOMB)
    counted = Counted(dark + light, total, "hexagon", "primary", dark)
    rows = parted_rows(counted.parts)
    assume(rows)
    plane = parted(counted, rows, 40, (text("mørke"), text("lyse"), text("stiplede")), 160)
    heights: dict[tuple[str | None, bool], set[float]] = {}
    for sign in signs(plane):
        heights.setdefault((sign.paint.fill, sign.paint.dashed), set()).add(round(middle(sign)[1], 6))
    levels = [level for of in heights.values() for level in of]
    assert len(levels) == len(set(levels)) == len(rows)
    named = [mark for mark in plane.marks if isinstance(mark, Point) and mark.label]
    assert len(named) == len(heights)


def test_parts_that_take_no_whole_rows_are_told() -> None:
    assert parted_rows((5, 2, 5)) == (2, 3, 2, 3, 2)
    assert parted_rows((2, 2, 5)) == ()


@given(st.integers(1, 20), st.data())
def test_a_bracket_runs_from_the_first_sign_to_the_last_that_it_is_for(total: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, total))
    plane = lines(Counted(total, total, "square", "primary"), 40, bracketed=part)
    found = signs(plane)
    (bracket,) = (mark for mark in plane.marks if isinstance(mark, Segment) and mark.name == "bracket")
    first, last = found[0].x, found[part - 1].x
    assert first and last
    assert bracket.x == pytest.approx((first[0], last[1]))
    assert all(sign.y and sign.y[1] < bracket.y[0] for sign in found)


NAMES = (Styled(text("least")), Styled(text("most")))


@given(st.integers(1, 60), st.booleans())
def test_many_times_one_is_one_beside_as_many_and_a_dashed_one_for_more(many: int, more: bool) -> None:
    found = signs(times(many, more, 20, NAMES))
    assert len([sign for sign in found if sign.paint.fill == "accent"]) == many
    assert len([sign for sign in found if sign.paint.fill == "mark"]) == 1
    assert len([sign for sign in found if sign.paint.dashed]) == more


@given(st.integers(3, 20), st.data(), st.sampled_from(SHAPES))
def test_a_net_links_those_that_are_counted_and_leaves_the_others_open(
    total: int, data: st.DataObject, shape: SignShape
) -> None:
    count = data.draw(st.integers(0, total))
    plane = net(Counted(count, total, shape, "primary"), 40)
    filled = [middle(sign) for sign in signs(plane) if sign.paint.fill]
    dashed = [middle(sign) for sign in signs(plane) if sign.paint.dashed]
    assert (len(filled), len(dashed)) == (count, total - count)
    ends = {end for mark in plane.marks if isinstance(mark, Segment) for end in zip(mark.x, mark.y, strict=True)}
    near = {tuple(round(part, 6) for part in one) for one in filled}
    assert {tuple(round(part, 6) for part in end) for end in ends} <= near
    if count == total:
        assert len(ends) == total


@given(st.integers(3, 20), st.data(), st.sampled_from(SHAPES))
def test_a_closed_net_links_all_and_fills_those_that_were_open_in_the_accent(
    total: int, data: st.DataObject, shape: SignShape
) -> None:
    count = data.draw(st.integers(0, total))
    counted = Counted(count, total, shape, "primary")
    open_, closed = net(counted, 40), net(counted, 40, closed=True)
    assert [sign.x for sign in signs(closed)] == [sign.x for sign in signs(open_)]
    assert [sign.paint.fill == "accent" for sign in signs(closed)] == [sign.paint.dashed for sign in signs(open_)]
    ends = {end for mark in closed.marks if isinstance(mark, Segment) for end in zip(mark.x, mark.y, strict=True)}
    assert len(ends) == total
