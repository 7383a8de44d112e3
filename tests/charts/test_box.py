"""Five numbers of a row: where its box and its lines stand, and a workbook that computes what is stacked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edited_workbooks
from chart_data import ROOM, data, settled
from deckgen.charts.box import DOWN, LOWER, MEDIAN, STACK, UP, UPPER
from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_geometry import ChartMark
from deckgen.registry import registry

BOX = registry().charts["box"]
NUMBERS = st.one_of(st.integers(-90, 90), st.integers(0, 9_999_999))
ROWS = st.lists(st.lists(NUMBERS, min_size=5, max_size=5).map(sorted).map(tuple), min_size=1, max_size=14)
Row = tuple[int, ...]


def boxes(marks: tuple[ChartMark, ...]) -> list[ChartMark]:
    """Without the lines from them."""
    return [mark for mark in marks if mark.series == MEDIAN]


def stacked(plot: Plot, point: int) -> list[Decimal]:
    """From where to where the columns of a row are seen, and where their tones meet, as programs stack them."""
    base, under, over, hung_over, hung_under = (series.values[point] or Decimal() for series in plot.series[STACK:])
    up, down = max(base, Decimal()), min(base, Decimal())
    top = up + under + over if under + over else down
    bottom = down + hung_over + hung_under if hung_over + hung_under else up
    meets = down + hung_over if hung_under and not under else up + under
    return [bottom, meets, top]


@given(ROWS)
def test_what_is_stacked_is_the_box_and_meets_at_the_median_wherever_zero_lies(rows: list[Row]) -> None:
    plot, marks = settled("box", data(*rows))
    inner, (axis,) = ROOM.inner(plot), plot.axes
    for point, (low, lower, median, upper, high) in enumerate(rows):
        if lower < median < upper:
            assert stacked(plot, point) == list(map(Decimal, (lower, median, upper)))
        elif lower < upper:
            assert stacked(plot, point)[::2] == list(map(Decimal, (lower, upper)))
        assert plot.series[DOWN].values[point] == lower - low and plot.series[UP].values[point] == high - upper
        box = boxes(marks)[point].box
        heights = [inner.bottom - axis.share(end) * inner.height for end in (upper, lower)]
        assert [box.top, box.bottom] == pytest.approx(heights)
        assert inner.holds(box)


@given(ROWS)
def test_all_medians_stand_beside_their_boxes_or_none_does(rows: list[Row]) -> None:
    plot, every = settled("box", data(*rows))
    marks = boxes(every)
    assert len({mark.label is None for mark in marks}) == 1
    for mark in marks:
        if mark.label:
            assert mark.label.left > mark.box.right and Rect(0, 0, ROOM.width, ROOM.height).holds(mark.label)
            assert not any(mark.label.touches(other.box) for other in marks)
        assert plot.series[MEDIAN].place(mark.point).dropped == (mark.label is None)


def test_rows_stand_by_their_medians_and_one_without_numbers_keeps_its_place() -> None:
    plot = BOX.plot(data((1, 2, 3, 4, 5), (None,) * 5, (1, 5, 9, 10, 11), sort=True))
    assert [label[-1] for label in plot.categories] == ["2", "0", "1"]
    _, marks = settled("box", data((1, 2, 3, 4, 5), (None,) * 5))
    assert {mark.point for mark in marks} == {0}


def test_numbers_in_disorder_and_other_than_five_are_refused() -> None:
    for rows, said in (
        (((1, 3, 2, 4, 5),), "the numbers of `Række 0` are not lowest, lower quartile"),
        (((1, 2, None, 4, 5),), "the numbers of `Række 0` are not lowest, lower quartile"),
        (((1, 2, 3),), "wants 5 series; here are 3"),
    ):
        with pytest.raises(ValueError, match=said):
            BOX.plot(data(*rows))


def test_the_workbook_computes_boxes_and_lines_when_a_number_is_edited(tmp_path: Path, soffice: str) -> None:
    rows = [(1, 2, 6, 9, 12), (-9, -6, -2, 4, 8), (-20, -12, -9, -5, 0)]
    found = edited_workbooks.edited(
        BOX.plot(data(*rows)), {("Række 0", LOWER): -3, ("Række 2", UPPER): -1}, tmp_path, soffice
    )
    rows[0], rows[2] = (-9, -3, 6, 9, 12), (-20, -12, -9, -1, 0)
    wanted = BOX.plot(data(*rows))
    for point, name in enumerate(wanted.categories):
        computed = [float(series.values[point] or 0) for series in wanted.series]
        assert found[name][STACK:] == computed[STACK:]
    assert found["Række 0"][DOWN] == -4, "the lowest was not edited, and the lower quartile now lies under it"
