"""Two sides of one middle: where the bars and their values stand, and a workbook that keeps the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edited_workbooks
from chart_data import ROOM, data, overlap, pairs, settled
from deckgen.model.chart import Rect
from deckgen.model.chart_geometry import placed_legend
from deckgen.registry import registry

BUTTERFLY = registry().charts["butterfly"]
VALUES = st.one_of(st.integers(0, 100), st.integers(0, 9_999_999), st.none())
ROWS = st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=15).filter(lambda rows: any(map(any, rows)))


@given(ROWS)
def test_all_rows_have_one_middle_and_bars_are_measured_alike_on_both_sides(
    rows: list[tuple[int | None, int | None]],
) -> None:
    plot, marks = settled("butterfly", data(*rows))
    assert plot.scale
    middles = {round(mark.box.right if mark.series == 1 else mark.box.left, 4) for mark in marks}
    assert len(middles) == 1
    point = ROOM.inner(plot).width / plot.scale[1]
    for mark in marks:
        assert mark.box.width == pytest.approx(float(rows[mark.point][mark.series - 1] or 0) * point, abs=1e-6)


@given(ROWS)
def test_each_value_stands_in_its_bar_or_all_of_them_stand_beside_theirs(
    rows: list[tuple[int | None, int | None]],
) -> None:
    plot, marks = settled("butterfly", data(*rows))
    whole, inside = Rect(0, 0, ROOM.width, ROOM.height), []
    assert len(marks) == sum(value is not None for row in rows for value in row)
    for mark in marks:
        assert mark.label and whole.holds(mark.label), mark
        inside.append(mark.box.holds(mark.label))
        if not inside[-1]:
            assert mark.label.right < mark.box.left if mark.series == 1 else mark.label.left > mark.box.right
            assert plot.series[mark.series].label_color == "foreground"
    assert len(set(inside)) == 1
    if plot.type_size > 12:
        assert all(overlap(*pair) == 0 for pair in pairs(marks))


def test_rows_stand_by_the_finding_or_by_what_both_come_to_or_as_they_are_written() -> None:
    rows = (1, 90), (60, 50), (20, 30)
    for findings, order in (((), "102"), ((0,), "120"), ((1,), "012")):
        plot = BUTTERFLY.plot(data(*rows, findings=findings, sort=True))
        assert "".join(label[-1] for label in plot.categories) == order
        assert [series.color == "accent" for series in plot.series[1:]] == [at in findings for at in range(2)]
    assert [label[-1] for label in BUTTERFLY.plot(data(*rows)).categories] == ["0", "1", "2"]


def test_the_names_stand_on_both_sides_of_the_middle() -> None:
    plot, marks = settled("butterfly", data((40, 40), (10, 20)))
    legend = placed_legend(plot, ROOM).legend
    assert legend and legend.box and legend == plot.legend
    middle = next(mark.box.right for mark in marks if mark.series == 1)
    box = ROOM.box(legend.box)
    assert box.left < middle < box.right and legend.names[1:] == ("Serie 0", "Serie 1")


def test_a_value_below_zero_and_a_third_series_are_refused() -> None:
    for rows, said in (
        (((1, -2),), "begin at zero; `Række 0` has a value below it"),
        (((1, 2, 3),), "wants 2 series; here are 3"),
    ):
        with pytest.raises(ValueError, match=said):
            BUTTERFLY.plot(data(*rows))


def test_the_workbook_keeps_the_middle_when_a_value_is_edited(tmp_path: Path, soffice: str) -> None:
    plot, _ = settled("butterfly", data((40, 1), (10, 20), (4, 60)))
    found = edited_workbooks.edited(plot, {("Række 1", 1): 95}, tmp_path, soffice)
    assert found["Række 1"][1] == 95
    middles = [values[0] + values[1] for values in found.values()]
    assert middles == pytest.approx([middles[0]] * 3) and found["Række 1"][0] == pytest.approx(middles[0] - 95)
