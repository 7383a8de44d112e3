"""Steps from one total to another: where columns begin and end, how they are labelled, what an edit makes of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edited_workbooks
from deckgen.layout.chart import FaceRuler
from deckgen.layout.metrics import face
from deckgen.locale import language
from deckgen.model.chart import Plot, Rect
from deckgen.model.chart_data import Category, ChartData, Label
from deckgen.model.chart_geometry import ChartMark, Room
from deckgen.model.number import literal
from deckgen.registry import registry

WATERFALL = registry().charts["waterfall"]
ROOM = Room(860, 330, FaceRuler(face("Arial")), (14, 12))
DANISH = language("da")


def row(name: str, value: Decimal | None, total: bool = False) -> Category:
    assert DANISH is not None
    number = literal(value or Decimal())
    label = Label(DANISH.show(number), DANISH.numbers.format(number))
    return Category(name, (value,), (label,), total=total)


def data(*rows: Category) -> ChartData:
    return ChartData(rows, ("Mio. kr.",))


def settled(drawn: ChartData) -> tuple[Plot, tuple[ChartMark, ...]]:
    assert WATERFALL.settle and WATERFALL.marks
    plot = WATERFALL.settle(WATERFALL.plot(drawn), ROOM)
    return plot, WATERFALL.marks(plot, ROOM)


@st.composite
def walks(draw: st.DrawFn) -> ChartData:
    """A start, some steps, and what they come to."""
    steps = draw(st.lists(st.integers(-60, 60), min_size=1, max_size=7))
    start = draw(st.integers(-40, 90))
    rows = [row(f"Trin {at}", Decimal(step)) for at, step in enumerate(steps)]
    return data(row("Før", Decimal(start), True), *rows, row("Nu", Decimal(start + sum(steps)), True))


@given(walks())
def test_each_column_begins_where_the_one_before_it_ended(drawn: ChartData) -> None:
    plot, marks = settled(drawn)
    inner, (low, high) = ROOM.inner(plot), plot.scale or (0, 1)
    level = Decimal()
    for point, one in enumerate(drawn.categories):
        value = one.values[0] or Decimal()
        start, end = (Decimal(), value) if one.total else (level, level + value)
        level = end
        boxes = [mark.box for mark in marks if mark.point == point]
        if start == end:
            assert not boxes
            continue
        top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
        reach = [inner.bottom - (float(side) - low) / (high - low) * inner.height for side in sorted((start, end))]
        assert [bottom, top] == pytest.approx(reach, abs=1e-6)


@given(walks())
def test_each_step_has_its_number_and_sign_outside_of_its_column(drawn: ChartData) -> None:
    _, marks = settled(drawn)
    whole = Rect(0, 0, ROOM.width, ROOM.height)
    for point, one in enumerate(drawn.categories):
        own = [mark for mark in marks if mark.point == point]
        labelled = [mark for mark in own if mark.label]
        value = one.values[0] or Decimal()
        assert [mark.text for mark in labelled] == ([] if not own else [_said(value, one.total)])
        for mark in labelled:
            assert mark.label and whole.holds(mark.label) and not any(mark.label.touches(other.box) for other in own)


def _said(value: Decimal, total: bool) -> str:
    sign = "−" if value < 0 else "" if total else "+"
    return f"{sign}{abs(value)}"


@given(walks())
def test_lines_join_each_column_to_the_next_and_no_other(drawn: ChartData) -> None:
    plot, _ = settled(drawn)
    levels = plot.series[-1].values
    joined: dict[int, Decimal | None] = {}
    for series in plot.series[6:9]:
        stretches = [at for at, value in enumerate(series.values) if value is not None]
        for start, end in pairwise(stretches):
            if end == start + 1:
                assert series.values[start] == series.values[end]
                joined[start] = series.values[start]
    assert joined == dict(enumerate(levels[:-1]))


def test_a_total_that_is_none_and_a_step_that_is_missing_are_refused() -> None:
    for rows, said in (
        (
            (row("Før", Decimal(9), True), row("Op", Decimal(2)), row("Nu", Decimal(13), True)),
            "come to 11, and it says 13",
        ),
        ((row("Før", Decimal(9)), row("Op", None)), "that of `Op` is missing"),
    ):
        with pytest.raises(ValueError, match=said):
            WATERFALL.plot(data(*rows))
    rounded = row("Før", Decimal("8.4"), True), row("Op", Decimal("2.3")), row("Nu", Decimal("10.8"), True)
    assert WATERFALL.plot(data(*rounded)), "what rounding leaves is no fault"


def test_the_workbook_computes_all_that_is_drawn_when_a_number_is_edited(tmp_path: Path, soffice: str) -> None:
    values = {"Før": 24, "Projekter": 9, "Tilskud": -6, "Husleje": -2}
    rows = [row(name, Decimal(value), name == "Før") for name, value in values.items()]
    plot = WATERFALL.plot(data(*rows))
    given = len(plot.series) - 2
    assert plot.series[given].name == "Mio. kr."
    found = edited_workbooks.edited(plot, {("Tilskud", given): -40}, tmp_path, soffice)
    values["Tilskud"] = -40
    wanted = WATERFALL.plot(data(*(row(name, Decimal(value), name == "Før") for name, value in values.items())))
    for at, own in enumerate(found.values()):
        assert own == [float(series.values[at] or 0) for series in wanted.series]
    assert any(own[4] for own in found.values()), "the column that fell under zero has a part there"
