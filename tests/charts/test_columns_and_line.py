"""Columns and a line over them: when each has a scale of its own, and labels that cover nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edited_workbooks
from chart_data import DANISH, ROOM, data, overlap, pairs, settled
from deckgen.model.chart import Rect
from deckgen.model.chart_data import ChartData
from deckgen.model.line_labels import crosses, points
from deckgen.registry import registry

COMBINATION, PARETO = (registry().charts[name] for name in ("combination", "pareto"))
NUMBERS = st.one_of(st.integers(0, 100), st.integers(-40, 60), st.integers(10_000, 9_999_999), st.none())


@st.composite
def tables(draw: st.DrawFn) -> ChartData:
    """Columns and a line, measured alike or not."""
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(2, 14))
    drawn = data(*(tuple(draw(NUMBERS) for _ in range(columns + 1)) for _ in range(rows - 1)), (1,) * (columns + 1))
    return with_units(drawn, *("kr.",) * columns, draw(st.sampled_from(["kr.", "%"])))


def with_units(drawn: ChartData, *units: str) -> ChartData:
    assert DANISH is not None
    return replace(drawn, units=units, words=DANISH.labels)


@given(tables())
def test_no_label_touches_another_or_lies_on_the_line_or_on_the_edge_of_a_column(drawn: ChartData) -> None:
    covers_nothing("combination", drawn, len(drawn.series) - 1)


def covers_nothing(form: str, drawn: ChartData, line: int) -> None:
    plot, marks = settled(form, drawn)
    measured, whole = replace(plot, scale=plot.own_scale or plot.scale), Rect(0, 0, ROOM.width, ROOM.height)
    paths = [sorted(points(measured, ROOM, index).items()) for index in range(line, len(plot.series))]
    columns = [mark for mark in marks if mark.series < line]
    for mark in marks:
        if mark.label is None or mark.series > line:
            continue
        assert whole.holds(mark.label)
        for (before, start), (after, end) in (run for path in paths for run in pairwise(path)):
            assert after > before + 1 or not crosses(mark.label, start, end)
        assert not any(mark.label.touches(one.box) for one in marks if one.series == line and one is not mark)
        under = [one for one in columns if one.box.touches(mark.label)]
        assert not under or (len(under) == 1 and under[0].box.holds(mark.label))
    assert all(overlap(*pair) == 0 for pair in pairs(marks))


@given(tables())
def test_what_is_measured_by_itself_goes_over_the_columns(drawn: ChartData) -> None:
    plot, marks = settled("combination", drawn)
    last = len(plot.series) - 1
    assert (plot.own_scale is None) == (len(set(drawn.units)) == 1)
    if plot.own_scale:
        highest = min(mark.box.top for mark in marks if mark.series < last)
        assert all(mark.box.bottom < highest for mark in marks if mark.series == last)
        assert all(mark.label for mark in marks if mark.series == last) or len(drawn.categories) > 3


def test_the_legend_says_the_units_and_the_scale_only_where_they_differ() -> None:
    rows = data((4, 30), (6, 40))
    assert _names(with_units(rows, "kr.", "%")) == ("Serie 0, kr.", "Serie 1, % (egen skala)")
    assert _names(with_units(rows, "kr.", "kr.")) == ("Serie 0", "Serie 1") == _names(rows)


def _names(drawn: ChartData) -> tuple[str, ...]:
    plot = COMBINATION.plot(drawn)
    assert plot.legend and plot.legend.names == tuple(series.name for series in plot.series)
    return plot.legend.names


def test_a_line_is_read_on_its_columns_whatever_is_the_finding() -> None:
    rows = data((4, 3), (6, 4), findings=(1,))
    assert [series.color for series in COMBINATION.plot(rows).series] == ["tint3", "accent"]
    rows = data((4, 3), (6, 4), findings=(0,))
    assert [series.color for series in COMBINATION.plot(rows).series] == ["accent", "primary"]
    column, line = COMBINATION.plot(data((4, 3), (6, 4), emphasis=(1,))).series
    assert column.point_colors == ("tint3", "accent") and line.color == "primary"


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (data((4,), (5,)), "wants 2 to 5 series; here are 1"),
        (data((4, None), (5, None)), "`Serie 1` has no value"),
        (with_units(data((4, 5, 6), (5, 6, 7)), "kr.", "%", "kr."), "both `%` and `kr.`"),
    ],
)
def test_what_columns_and_a_line_cannot_show_is_refused(drawn: ChartData, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        COMBINATION.plot(drawn)


PARTS = st.lists(st.one_of(st.integers(0, 100), st.integers(0, 9_999_999)), min_size=2, max_size=20).filter(any)


def sorted_by_size(*values: int, emphasis: tuple[int, ...] = ()) -> ChartData:
    assert DANISH is not None
    return replace(data(*((value,) for value in values), emphasis=emphasis, sort=True), words=DANISH.labels)


@given(PARTS)
def test_a_pareto_goes_to_all_by_shares_and_its_labels_cover_nothing(values: list[int]) -> None:
    drawn = sorted_by_size(*values)
    covers_nothing("pareto", drawn, 1)
    plot, marks = settled("pareto", drawn)
    columns, together, mark = plot.series
    assert list(columns.values) == sorted(values, reverse=True)
    assert [float(one or 0) for one in together.values] == pytest.approx(
        [100 * one / sum(values) for one in accumulate(sorted(values, reverse=True))], abs=1e-5
    )
    assert set(mark.values) == {80}
    first = [one for one in marks if one.point == 0]
    assert first[0].box.top == pytest.approx(first[1].box.middle[1], abs=0.01), "the line begins on the first column"


def test_those_that_reach_the_mark_are_dark_unless_others_are_emphasised() -> None:
    assert PARETO.plot(sorted_by_size(50, 25, 15, 10)).series[0].point_colors == ("mark", "mark", "mark", "tint3")
    emphasised = PARETO.plot(sorted_by_size(50, 25, 15, 10, emphasis=(3,))).series[0]
    assert emphasised.point_colors == ("mark", "mark", "mark", "accent")


def test_shares_and_the_mark_are_said_in_the_language() -> None:
    plot, marks = settled("pareto", sorted_by_size(50, 25, 15, 10))
    assert [mark.text for mark in marks if mark.series > 0 and mark.text] == [
        *("50\u00a0%", "75\u00a0%", "90\u00a0%", "100\u00a0%"),
        "80\u00a0%",
    ]
    assert plot.legend and plot.legend.names == ("Serie 0", "Lagt sammen, andel af alt")


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (sorted_by_size(4), "at least 2 rows"),
        (sorted_by_size(0, 0), "something in one of them"),
        (sorted_by_size(4, -1), "cannot be missing or negative"),
        (data((4,), (5,)), "leave `ordered` out"),
    ],
)
def test_what_comes_to_no_whole_is_refused(drawn: ChartData, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        PARETO.plot(drawn)


def test_the_shares_follow_an_edit_of_the_workbook(tmp_path: Path, soffice: str) -> None:
    plot = PARETO.plot(sorted_by_size(50, 30, 20))
    found = edited_workbooks.edited(plot, {("Række 2", 0): 120}, tmp_path, soffice)
    assert [row[1] for row in found.values()] == [25, 40, 100]
