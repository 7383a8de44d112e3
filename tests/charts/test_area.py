"""Areas on each other: where they and their labels stand, and labels that follow an edit of the workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edited_workbooks
from chart_data import ROOM, data, overlap, pairs, settled
from deckgen.model.chart import Rect
from deckgen.model.chart_sketch import ChartPath
from deckgen.registry import registry

AREA = registry().charts["area"]
NUMBERS = st.one_of(st.integers(0, 90), st.integers(0, 9_999_999))


@st.composite
def stacks(draw: st.DrawFn) -> list[tuple[int, ...]]:
    series = draw(st.integers(1, 8))
    return draw(st.lists(st.tuples(*(NUMBERS for _ in range(series))), min_size=2, max_size=14))


@given(stacks())
def test_labels_stand_beside_both_ends_touch_no_other_and_stay_in_the_chart(rows: list[tuple[int, ...]]) -> None:
    plot, marks = settled("area", data(*rows))
    inner, whole = ROOM.inner(plot), Rect(0, 0, ROOM.width, ROOM.height)
    labelled = [mark for mark in marks if mark.label]
    assert {mark.point for mark in labelled} == {0, len(rows) - 1}
    assert len(labelled) == 2 * len(rows[0])
    for mark in labelled:
        assert mark.label and whole.holds(mark.label)
        assert mark.label.right < inner.left if mark.point == 0 else mark.label.left > inner.right
    assert all(overlap(*pair) < 0.01 for pair in pairs(marks))


@given(stacks())
def test_areas_are_as_high_as_their_values_and_fill_what_is_between_them(rows: list[tuple[int, ...]]) -> None:
    plot, marks = settled("area", data(*rows))
    inner, (low, high) = ROOM.inner(plot), plot.scale or (0, 1)
    assert low == 0 and high >= max(map(sum, rows))
    for point in range(len(rows)):
        reached = inner.bottom
        for value, mark in zip(rows[point], (mark for mark in marks if mark.point == point), strict=True):
            assert mark.box.height == pytest.approx(value / high * inner.height, abs=1e-6)
            assert mark.box.bottom == pytest.approx(reached, abs=1e-6)
            reached = mark.box.top


def test_a_label_has_the_value_of_its_area_and_the_last_one_its_name() -> None:
    _, marks = settled("area", data((4, 5), (2, 9), (7, 1), findings=(1,)))
    assert [mark.text for mark in marks if mark.label] == ["4", "Serie 0 7", "5", "Serie 1 1"]


def test_names_that_are_too_long_stand_in_a_legend() -> None:
    drawn = data((4, 5), (7, 1))
    long = "Virksomheder, som deltager i mere end ét projekt om året i regionen"
    plot, marks = settled("area", type(drawn)(drawn.categories, (long, "Andre"), False))
    assert plot.legend and plot.legend.names == (long, "Andre") and plot.legend.unnamed == (2, 3)
    assert [mark.text for mark in marks if mark.label] == ["4", "7", "5", "1"]


def test_each_area_is_drawn_with_the_ground_between_them() -> None:
    plot, _ = settled("area", data((4, 5, 1), (2, 9, 0), (7, 1, 3)))
    assert AREA.draw
    areas = [one for one in AREA.draw(plot, ROOM) if isinstance(one, ChartPath) and one.line == "background"]
    assert [area.fill for area in areas] == [series.color for series in plot.series[:3]]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (((4, 5), (None, 9)), "the parts of an area chart cannot be missing or negative: see `Række 1`"),
        (((4, 5), (-1, 9)), "cannot be missing or negative"),
        (((4, 5),), "at least 2 points in time"),
        ((tuple(range(9)), tuple(range(9))), "wants 1 to 8 series; here are 9"),
    ],
)
def test_what_cannot_stand_on_each_other_is_refused(rows: tuple[tuple[float | None, ...], ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        AREA.plot(data(*rows))


def test_the_labels_follow_an_edit_of_the_workbook(tmp_path: Path, soffice: str) -> None:
    plot = AREA.plot(data((4, 5), (2, 9), (7, 1)))
    found = edited_workbooks.edited(plot, {("Række 2", 0): 70}, tmp_path, soffice)
    assert found["Række 2"] == [70, 1, 70, 1]
