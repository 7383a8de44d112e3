"""Dots on lines: where lines begin, and where labels stand that no line goes through."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart_data import ROOM, data, overlap, pairs, settled
from deckgen.charts.dot import DOT, LENGTH, START
from deckgen.model.chart import Rect
from deckgen.model.chart_geometry import outside, touching


@settings(max_examples=25)
@given(st.lists(st.one_of(st.none(), st.integers(-50, 99), st.integers(0, 9_999_999)), min_size=1, max_size=12))
def test_no_label_of_a_dot_touches_another_or_stands_on_a_line(values: list[int | None]) -> None:
    plot, marks = settled("dot", data(*((value,) for value in values)))
    assert not list(outside(marks, ROOM)) and not list(touching(marks))
    assert all(overlap(*pair) == 0 for pair in pairs(marks))
    inner, (low, high) = ROOM.inner(plot), plot.scale or (0.0, 1.0)
    zero = inner.bottom + low / (high - low) * inner.height
    for mark in marks:
        x, y = mark.box.middle
        line = Rect(x, min(y, zero), 0.0, abs(y - zero))
        assert mark.label and not mark.label.touches(line) and not mark.label.touches(mark.box)


def test_lines_begin_at_zero_or_where_an_axis_that_is_seen_begins() -> None:
    plot, _ = settled("dot", data((12,), (-30,), (None,)))
    assert [list(map(float, filter(None, series.values))) for series in plot.series] == [[-30], [12, -30], [12, 30]]
    assert plot.series[START].formulas == ("MIN(0,{1})", "MIN(0,{1})", "")
    free, _ = settled("dot", replace(data((4.4,), (3.3,)), free=True))
    low = free.axes[0].low
    assert 0 < low < min(filter(None, free.series[DOT].values))
    assert set(free.series[START].values) == {low}
    assert [float(one or 0) for one in free.series[LENGTH].values] == pytest.approx(
        [4.4 - float(low), 3.3 - float(low)]
    )
    near, _ = settled("dot", replace(data((40,), (3,)), free=True))
    assert not near.axes, "zero lies so near that the axis need not be seen"


def test_the_axis_begins_at_zero_where_only_a_line_has_values_near_it() -> None:
    """The lines up to dots were taken for values that crowd the axis: in our pictures alone it began below zero."""
    plot, _ = settled("dot", data((12,), (29,), (46,), (63,)), replace(ROOM, height=200))
    assert plot.scale and plot.scale[0] == 0
