"""What was reached against its target: where bars, strokes and labels stand, and strokes that follow an edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edited_workbooks
from chart_data import ROOM, data, overlap, pairs, settled
from deckgen.charts.bullet import STROKE
from deckgen.model.chart import Rect
from deckgen.registry import registry

BULLET = registry().charts["bullet"]
NUMBERS = st.one_of(st.integers(0, 120), st.integers(0, 9_999_999), st.none())
Row = tuple[int | None, ...]


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """What was reached, targets, and up to three ranges."""
    ranges = draw(st.integers(0, 3))
    ends = st.lists(st.integers(1, 200), min_size=ranges, max_size=ranges).map(sorted)
    made: list[Row] = [(draw(NUMBERS), draw(NUMBERS), *draw(ends)) for _ in range(draw(st.integers(1, 8)))]
    return [*made, (7, 9, *range(1, ranges + 1))]


@given(rows())
def test_bars_end_at_their_values_and_strokes_at_their_targets(drawn: list[Row]) -> None:
    plot, marks = settled("bullet", data(*drawn))
    inner, (_, high) = ROOM.inner(plot), plot.scale or (0, 1)
    count = len(drawn[0])
    order = [*range(count - 1, 1, -1), 0, 1]
    for mark in marks:
        value = drawn[mark.point][order[mark.series]]
        assert value is not None and mark.box.right == pytest.approx(inner.left + value / high * inner.width)
        if mark.series == count - 1:
            assert mark.box.width <= float(STROKE) * inner.width + 1e-6
        else:
            assert mark.box.left == inner.left


@given(rows())
def test_what_covers_a_target_leaves_its_stroke_alone(drawn: list[Row]) -> None:
    plot, _ = settled("bullet", data(*drawn))
    given_, covers = plot.series[: len(drawn[0])], plot.series[len(drawn[0]) :]
    targets, ground = given_[-1].values, covers[0].values
    assert covers[0].color == "background"
    for under, cover in zip(given_, covers[1:], strict=False):
        assert (under.color, under.point_colors) == (cover.color, cover.point_colors)
        for value, target, start, covered in zip(under.values, targets, ground, cover.values, strict=True):
            if value is None or target is None or start is None:
                assert covered is None
            else:
                assert start <= target and covered == min(value, start)


@given(rows())
def test_no_label_touches_another_or_leaves_the_chart(drawn: list[Row]) -> None:
    plot, marks = settled("bullet", data(*drawn))
    whole = Rect(0, 0, ROOM.width, ROOM.height)
    assert all(whole.holds(mark.label) for mark in marks if mark.label)
    assert all(overlap(*pair) < 0.01 for pair in pairs(marks)) or plot.type_size == 12
    reached = [mark for mark in marks if mark.series == len(drawn[0]) - 2 and mark.label]
    assert len({mark.label.left < mark.box.right for mark in reached if mark.label and mark.box.width}) < 2


def test_ranges_are_named_over_the_first_row_where_all_names_have_room() -> None:
    _, marks = settled("bullet", data((92, 85, 50, 75, 100), (40, 50, 20, 75, 100)))
    named = [mark for mark in marks if mark.series < 3 and mark.label]
    assert [(mark.text, mark.point) for mark in named] == [("Serie 4", 0), ("Serie 3", 0), ("Serie 2", 0)]
    for mark in named:
        assert mark.label and mark.label.bottom <= mark.box.top
    _, marks = settled("bullet", data((92, 85, 1, 75, 100), (40, 50, 20, 75, 100)))
    assert not [mark for mark in marks if mark.series < 3 and mark.label]


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ([(5,)], "wants 2 to 5 series; here are 1"),
        ([(5, -1)], "`Række 0` has a value below it"),
        ([(5, 6, 9, 8)], "ranges of `Række 0` do not each end"),
        ([(5, 6, None)], "ranges of `Række 0` do not each end"),
    ],
)
def test_what_is_no_target_or_no_range_is_refused(drawn: list[Row], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        BULLET.plot(data(*drawn))


def test_the_strokes_follow_an_edit_of_the_workbook(tmp_path: Path, soffice: str) -> None:
    plot = BULLET.plot(data((60, 80, 100), (40, 50, 100)))
    found = edited_workbooks.edited(plot, {("Række 1", 2): 90}, tmp_path, soffice)
    wanted = BULLET.plot(data((60, 80, 100), (40, 90, 100)))
    for point, name in enumerate(wanted.categories):
        assert found[name] == pytest.approx([float(series.values[point] or 0) for series in wanted.series])
