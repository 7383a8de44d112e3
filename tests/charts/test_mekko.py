"""Columns as wide as what they come to: where their parts and labels stand, and what the workbook computes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart_data import ROOM, data, overlap, pairs, settled
from deckgen.charts.mekko import EACH, GAP, MIDDLE
from deckgen.model.chart import Rect
from deckgen.model.chart_data import ChartData
from deckgen.powerpoint.writer.chart_workbook import workbook
from deckgen.registry import registry
from edited_workbooks import formulas

PARTS = st.lists(st.tuples(st.integers(9, 99), st.integers(0, 99), st.integers(0, 199)), min_size=2, max_size=6)


def with_bases(drawn: ChartData, bases: tuple[int | None, ...]) -> ChartData:
    rows = (
        replace(row, base=None if base is None else Decimal(base))
        for row, base in zip(drawn.categories, bases, strict=True)
    )
    return replace(drawn, categories=tuple(rows))


@settings(max_examples=15)
@given(PARTS)
def test_a_part_is_as_wide_as_its_column_and_as_high_as_its_share(rows: list[tuple[int, ...]]) -> None:
    plot, marks = settled("mekko", data(*rows))
    inner, whole = ROOM.inner(plot), Rect(0, 0, ROOM.width, ROOM.height)
    day = inner.width / plot.dates.count if plot.dates else 0
    parts = [mark for mark in marks if mark.box.height < inner.height - 1e-6 or len(rows[0]) == 1]
    total = sum(map(sum, rows))
    for at, row in enumerate(rows):
        own = [mark.box for mark in parts if mark.point == EACH * at + MIDDLE and mark.series >= len(row) + 2]
        free = inner.width - (len(rows) - 1) * GAP * day
        assert own[0].width == pytest.approx(sum(row) / total * free, abs=2 * day)
        if len(own) == len(row):
            assert [box.height for box in own] == pytest.approx([v / sum(row) * inner.height for v in row])
    for mark in marks:
        assert mark.label is None or whole.holds(mark.label) or plot.type_size == ROOM.sizes[-1]
        if mark.label and mark.series >= len(rows[0]) + 2:
            assert mark.box.holds(mark.label), "a value stands in its part or nowhere"
    told = tuple(mark for mark in marks if mark.series >= len(rows[0]) + 2)
    assert all(overlap(*pair) == 0 for pair in pairs(told))


def test_columns_are_as_wide_as_their_n_where_every_row_has_one() -> None:
    drawn = data((30, 70), (60, 40), sort=True)
    plot, marks = settled("mekko", with_bases(drawn, (100, 300)))
    assert [plot.categories[at] for at in (MIDDLE, EACH + MIDDLE)] == ["Række 1", "Række 0"], "the widest first"
    wide, narrow = (next(mark.box.width for mark in marks if mark.point == EACH * at + MIDDLE) for at in (0, 1))
    assert wide / narrow == pytest.approx(3, rel=0.01)
    with pytest.raises(ValueError, match="write it on every row, or on none"):
        registry().charts["mekko"].plot(with_bases(drawn, (100, None)))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (((4, 5),), "wants 2 to 12 columns; here are 1"),
        (((4, 5), (0, 0)), "there is no whole to show"),
        (((4, 5), (-1, 3)), "cannot be missing or negative"),
        (((4, 5), (None, 3)), "cannot be missing or negative"),
        (((9999, 9999), (1, 1)), "too narrow to be seen"),
    ],
)
def test_what_is_no_column_is_refused(rows: tuple[tuple[float | None, ...], ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        registry().charts["mekko"].plot(data(*rows))


def test_the_workbook_has_each_value_once_and_computes_the_others() -> None:
    plot, _ = settled("mekko", data((9, 14), (11, 12)))
    computed = formulas(workbook(plot))
    given = {2 + EACH * at + MIDDLE for at in (0, 1)}
    for line in given:
        assert (line, 1) not in computed and (line, 2) not in computed
        assert computed[line - 1, 1] == f"B{line}" and computed[line + 1, 1] == f"B{line}"
        assert computed[line, 5] == f"B{line}" and computed[line, 6] == f"C{line}", "labels follow"
