"""Where the labels of charts stand, proven by the geometry of each chart type: LibreOffice hides what is wrong."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chart_data import ROOM, data, overlap, pairs, settled
from deckgen.model.chart import Rect
from deckgen.model.chart_bars import CLUSTER_GAP, COLUMN_MOST
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_geometry import HEAD_ROOM, growing, legend_beside
from deckgen.model.line_labels import crosses


def edge(box: Rect) -> Iterator[tuple[float, float]]:
    """Places around a box, close to each other."""
    for step in range(21):
        x, y = box.left + box.width * step / 20, box.top + box.height * step / 20
        yield from ((x, box.top), (x, box.bottom), (box.left, y), (box.right, y))


NUMBERS = st.one_of(
    st.integers(0, 100),
    st.integers(-50, 50),
    st.integers(10_000, 9_999_999),
    st.decimals(0, 9, places=2, allow_nan=False).map(float),
    st.none(),
)


@st.composite
def tables(draw: st.DrawFn, most_series: int = 1, least_series: int = 1) -> ChartData:
    rows, series = draw(st.integers(2, 20)), draw(st.integers(least_series, most_series))
    one = draw(st.sampled_from([NUMBERS, st.integers(300, 340), st.integers(1, 100), st.integers(-20, 20)]))
    return data(*(tuple(draw(one) for _ in range(series)) for _ in range(rows)))


@pytest.mark.parametrize("name", ["stacked_bar", "stacked_column"])
@given(drawn=tables(8, 2))
def test_a_label_of_a_stack_stands_in_its_part_or_nowhere(name: str, drawn: ChartData) -> None:
    plot, marks = settled(name, drawn)
    for mark in marks:
        if mark.label:
            assert mark.box.left <= mark.label.left and mark.label.right <= mark.box.right
            assert mark.box.top <= mark.label.top and mark.label.bottom <= mark.box.bottom
    assert all(overlap(*pair) == 0 for pair in pairs(marks))
    inner = ROOM.inner(plot)
    assert all(inner.holds(mark.box) for mark in marks)


@pytest.mark.parametrize("name", ["percent_bar", "percent_column"])
@given(st.lists(st.lists(st.integers(0, 99), min_size=3, max_size=3).filter(any), min_size=1, max_size=9))
def test_parts_of_a_whole_fill_their_bar_whatever_they_come_to(name: str, rows: list[list[int]]) -> None:
    plot, marks = settled(name, data(*map(tuple, rows)))
    inner = ROOM.inner(plot)
    for point, row in enumerate(plot.categories):
        own = [mark.box for mark in marks if mark.point == point]
        lengths = [box.width if name == "percent_bar" else box.height for box in own]
        values = [float(series.values[point] or 0) for series in plot.series]
        whole = inner.width if name == "percent_bar" else inner.height
        assert lengths == pytest.approx([value / sum(values) * whole for value in values]), row


@given(st.lists(st.one_of(st.integers(0, 10), st.integers(1, 9_999_999)), min_size=2, max_size=5).filter(any))
def test_a_label_of_a_ring_stands_wholly_in_its_part_or_wholly_outside(values: list[int]) -> None:
    plot, marks = settled("doughnut", data(*((value,) for value in values)))
    whole, before = sum(values), 0
    for value, mark in zip(values, marks, strict=True):
        start, end = (math.tau * reached / whole for reached in (before, before + value))
        before += value
        assert (mark.label is None) == (value == 0)
        if mark.label is None:
            continue
        x, y = mark.box.middle
        radius = mark.box.width / 2
        places = [(math.atan2(a - x, y - b) % math.tau, math.hypot(a - x, b - y)) for a, b in edge(mark.label)]
        outside = all(far > radius for _, far in places)
        inside = all(radius / 2 < far < radius and start < angle < end for angle, far in places)
        assert inside or (outside and plot.series[0].label_colors[mark.point] == "foreground")
        assert Rect(0, 0, ROOM.width, ROOM.height).holds(mark.label)


@given(tables(2))
def test_labels_of_a_line_or_two_never_stand_over_each_other(drawn: ChartData) -> None:
    plot, marks = settled("line", drawn)
    assert all(overlap(*pair) == 0 for pair in pairs(marks))
    inner = ROOM.inner(plot)
    between = Rect(0, inner.top, ROOM.width, inner.height)
    assert all(between.holds(mark.label) for mark in marks if mark.label)


@pytest.mark.parametrize(
    ("name", "series"), [("bar", 1), ("column", 1), ("clustered_bar", 4), ("clustered_column", 4)]
)
@given(made=st.data())
def test_a_label_at_the_end_of_a_bar_stands_in_the_chart_and_on_no_other(
    name: str, series: int, made: st.DataObject
) -> None:
    plot, marks = settled(name, made.draw(tables(series, min(series, 2))))
    whole = Rect(0, 0, ROOM.width, ROOM.height)
    for mark in marks:
        if mark.label and plot.type_size > 12:
            assert whole.holds(mark.label) and overlap(mark.label, mark.box) == 0
    if plot.type_size > 12:
        assert all(overlap(*pair) == 0 for pair in pairs(marks))


@pytest.mark.parametrize(
    ("name", "series"), [("column", 1), ("clustered_column", 2), ("stacked_column", 2), ("percent_column", 2)]
)
def test_few_columns_stand_in_the_middle_and_are_no_slabs(name: str, series: int) -> None:
    for count in (1, 2, 3):
        plot, marks = settled(name, data(*[(4,) * series] * count))
        inner, beside = ROOM.inner(plot), legend_beside(plot, ROOM)
        assert all(mark.box.width <= COLUMN_MOST for mark in marks)
        assert inner.left == pytest.approx(ROOM.width - beside - inner.right)
    wide, _ = settled(name, data(*[(4,) * series] * 6))
    assert ROOM.inner(wide).left == 0


def test_two_close_lines_have_the_higher_numbers_above_and_the_lower_ones_below() -> None:
    higher, lower = (352, 340, 335, 329), (341, 336, 333, 326)
    plot, _ = settled("line", data(*zip(higher, lower, strict=True)))
    assert [place.position for place in plot.series[0].places] == ["t", "t", "t", "r"]
    assert [place.position for place in plot.series[1].places] == ["b", "b", "b", "r"]


def test_the_label_of_a_low_point_stands_below_it_over_the_labels_of_the_axis() -> None:
    plot, marks = settled("line", data((12,), (-8,), (5,)))
    assert [place.position for place in plot.series[0].places] == ["t", "b", "t"]
    (low,) = (mark.label for mark in marks if mark.text == "−8")
    assert low and low.bottom <= ROOM.inner(plot).bottom


def test_where_not_all_labels_have_room_a_line_has_those_of_its_ends() -> None:
    rows = [(1_000_000 + at % 3, 1_000_001 + at % 2) for at in range(20)]
    plot, marks = settled("line", data(*((row[0],) for row in rows)), replace(ROOM, width=400))
    assert {mark.point for mark in marks if mark.label} == {0, 19}
    assert all(place.dropped for series in plot.series for place in series.places[1:-1])


@given(drawn=tables(8, 2), finding=st.integers(0, 7))
def test_lines_are_named_behind_their_ends_and_no_label_stands_over_another(drawn: ChartData, finding: int) -> None:
    drawn = replace(drawn, findings=(finding % len(drawn.series),))
    plot, marks = settled("line", drawn, replace(ROOM, sizes=()))
    assert plot.legend is None and plot.series[-1].name == drawn.series[drawn.findings[0]]
    assert all(overlap(*pair) < 1e-6 for pair in pairs(marks))
    for index, series in enumerate(plot.series):
        known = [at for at, value in enumerate(series.values) if value is not None]
        labelled = [mark for mark in marks if mark.series == index and mark.label]
        assert series.named == tuple(known[-1:])
        for mark in labelled:
            assert mark.label and Rect(0, 0, ROOM.width, ROOM.height).holds(mark.label)
        if known:
            assert labelled[-1].point == known[-1] and labelled[-1].text.startswith(f"{series.name} ")
            assert labelled[-1].label and labelled[-1].label.left > labelled[-1].box.right
        assert series.color == ("accent" if series is plot.series[-1] else "tint3")


@given(drawn=tables(2, 2).filter(lambda made: len(made.categories) <= 12))
def test_two_dots_have_the_larger_value_over_them_and_the_smaller_under_and_a_line_between(drawn: ChartData) -> None:
    plot, marks = settled("dumbbell", drawn)
    low, high = plot.series[0], plot.series[-1]
    assert low.helper and high.helper and plot.legend and plot.legend.unnamed == (0,)
    for point, row in enumerate(plot.categories):
        values = [plot.series[index].values[point] for index in (1, 2)]
        known = [value for value in values if value is not None]
        own = sorted(
            (mark for mark in marks if mark.point == point),
            key=lambda mark: (mark.box.top, mark.label.top if mark.label else 0),
        )
        assert len(own) == len(known), row
        if len(known) < 2:
            assert low.values[point] is None and high.values[point] is None
            continue
        assert (low.values[point], high.values[point]) == (min(known), max(known) - min(known))
        upper, lower = own
        assert upper.label and lower.label
        assert upper.label.bottom < upper.box.top and lower.label.top > lower.box.bottom


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=8))
def test_a_slope_has_its_values_beside_both_ends_and_its_name_behind_the_second(
    lines: list[tuple[float, float]],
) -> None:
    drawn = replace(data(*zip(*lines, strict=True)), findings=(0,))
    plot, marks = settled("slope", drawn, replace(ROOM, sizes=()))
    assert all(overlap(*pair) < 1e-6 for pair in pairs(marks))
    for mark in marks:
        assert mark.label and Rect(0, 0, ROOM.width, ROOM.height).holds(mark.label)
        assert mark.label.right < mark.box.left if mark.point == 0 else mark.label.left > mark.box.right
        series = plot.series[mark.series]
        assert mark.text.startswith(series.name) == (mark.point in series.named)
    with pytest.raises(ValueError, match="wants 2 rows, before and after; here are 3"):
        settled("slope", data((1, 2), (2, 3), (3, 4)))


def test_a_line_with_a_name_too_long_to_stand_behind_it_is_named_in_a_legend() -> None:
    drawn = replace(data((5, 4), (6, 3)), series=("Nord", "En havn med et navn, som er meget, meget langt"))
    plot, _ = settled("line", drawn, replace(ROOM, width=500))
    assert plot.legend and plot.legend.names == drawn.series and not any(series.named for series in plot.series)


def test_of_many_lines_one_is_the_finding() -> None:
    with pytest.raises(ValueError, match="of 5 lines one is the finding"):
        settled("line", data((1, 2, 3, 4, 5), (2, 3, 4, 5, 6)))
    with pytest.raises(ValueError, match="at most 8 series; here are 9"):
        settled("line", data(tuple(range(9)), tuple(range(9))))


def test_parts_of_a_per_cent_have_no_label_and_the_others_keep_theirs() -> None:
    _, marks = settled("stacked_bar", data((62, 31, 4, 2, 1), (90, 7, 1, 1, 1)))
    assert {mark.text for mark in marks if mark.label} >= {"62", "31", "4", "90", "7"}
    assert "1" not in {mark.text for mark in marks if mark.label}


def test_a_number_that_is_wider_than_its_part_of_a_ring_stands_beside_it_in_the_colour_of_text() -> None:
    plot, marks = settled("doughnut", data((252,), (12_300_000,)), replace(ROOM, width=420, height=240))
    (small,) = (mark for mark in marks if mark.text == "252")
    assert plot.series[0].places[small.point].moved and plot.series[0].label_colors[small.point] == "foreground"


@pytest.mark.parametrize("name", ["clustered_bar", "clustered_column"])
@given(drawn=tables(4, 2))
def test_bars_of_a_cluster_stand_side_by_side_and_a_missing_one_leaves_its_place(name: str, drawn: ChartData) -> None:
    plot, marks = settled(name, drawn)
    down = name == "clustered_bar"
    sides = sorted((mark.box.top, mark.box.bottom) if down else (mark.box.left, mark.box.right) for mark in marks)
    assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(sides))
    missing = sum(value is None for series in plot.series for value in series.values)
    assert len(marks) + missing == len(plot.series) * len(plot.categories)
    inner = ROOM.inner(plot)
    length = inner.height if down else inner.width
    bars = length / len(plot.categories) / (len(plot.series) + CLUSTER_GAP / 100)
    assert all(end - start == pytest.approx(bars) for start, end in sides)


def test_numbers_of_a_cluster_may_stand_as_close_as_they_are_high() -> None:
    rows = [(12, 61, 33), (55, 43, 21), (31, 3, 14), (44, 19, 50), (18, 41, 39)]
    plot, marks = settled("clustered_bar", data(*rows), replace(ROOM, height=300, sizes=(16,)))
    assert plot.type_size == 16 and all(overlap(*pair) == 0 for pair in pairs(marks))


def test_many_rows_are_set_in_smaller_type_and_few_are_not() -> None:
    assert settled("bar", data(*((at,) for at in range(1, 21))), replace(ROOM, height=310))[0].type_size == 12
    assert settled("bar", data((1,), (2,)))[0].type_size == 14


def test_a_missing_value_is_a_gap_with_neither_mark_nor_label() -> None:
    for name in ("line", "bar", "column"):
        _, marks = settled(name, data((10,), (None,), (14,)))
        assert [mark.point for mark in marks] == [0, 2]


@given(low=st.floats(-1e9, 0), high=st.floats(0, 1e9), under=st.floats(0, 0.4), over=st.floats(0, 0.4))
def test_an_axis_that_grows_ends_at_whole_units_and_leaves_the_room_that_is_wanted(
    low: float, high: float, under: float, over: float
) -> None:
    assume(high - low > 1e-3)
    (first, last), unit = growing(low, high, under, over)
    for end in (first, last):
        assert end / unit == pytest.approx(round(end / unit))
    free, length = 1e-6 * (last - first), last - first
    assert last - high >= max(over, HEAD_ROOM) * length - free
    assert low - first >= max(under, HEAD_ROOM) * length - free if low < 0 else first == 0


def test_a_wide_number_stands_off_its_own_line() -> None:
    """ "56.790.082" over a point of a rising line had that line through its last digits."""
    _, marks = settled("line", data((14_814_804,), (35_802_443,), (56_790_082,), (77_777_721,)))
    places = [mark.box.middle for mark in marks]
    for mark in marks:
        assert mark.label
        assert not any(crosses(mark.label, start, end) for start, end in pairwise(places))


@pytest.mark.parametrize("name", ["scatter", "bubble"])
def test_a_row_that_is_missing_makes_no_type_smaller(name: str) -> None:
    rows = [(12, 43, 14), (29, 60, 31), (46, 17, 48)] if name == "bubble" else [(12, 43), (29, 60), (46, 17)]
    gap = (None, *rows[1][1:])
    sizes = {settled(name, data(*made))[0].type_size for made in (rows, [rows[0], gap, rows[2]])}
    assert sizes == {ROOM.sizes[0]}
