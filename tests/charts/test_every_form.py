"""Every form of chart with one row, a few and as many as it takes, below zero, missing and very large.

What it shows has its labels apart and in the chart, and what it cannot show it refuses in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_annotation_places import block, children, in_points, level, marks_of, over

from chart_data import ROOM, overlap, pairs
from chart_extremes import CHARTS, FEW, FIVE, LARGE, MOST, SHARES, WIDTH, Row, below, drawn, few, missing, rows
from deckgen.model.annotation import Arrow, Band, Bracket, Callout, ChartAnnotation
from deckgen.model.chart import Rect
from deckgen.model.chart_geometry import ChartMark
from deckgen.model.frames import ShapeItem, TextItem
from deckgen.model.text import text

FEWEST_ROWS = {"slope", "doughnut", "mekko", "line", "area", "pareto", "histogram"}
"""Forms that want two rows, and say so of one."""
FROM_ZERO = {
    "percent_bar",
    "percent_column",
    "likert",
    "area",
    "mekko",
    "pareto",
    "doughnut",
    "butterfly",
    "bullet",
    "histogram",
}
"""Forms of parts, counts and lengths, which refuse what is below zero."""


def shown(name: str, rows: list[Row], told: bool = False) -> tuple[ChartMark, ...]:
    """The marks of a chart in its place; ValueError with the sentence for the editor.

    Where it may be `told`, labels that have no room in the smallest type are an error of layout.
    """
    chart = CHARTS[name]
    assert chart.settle and chart.marks
    plot = chart.settle(chart.plot(drawn(name, rows)), ROOM)
    marks = chart.marks(plot, ROOM)
    apart = all(overlap(*pair) <= 0.01 for pair in pairs(marks))
    inside = all(_whole().holds(mark.label) for mark in marks if mark.label)
    assert (apart and inside) or (told and plot.type_size == ROOM.sizes[-1]), "else layout tells it"
    return marks


def _whole() -> Rect:
    return Rect(0, 0, ROOM.width, ROOM.height)


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_a_few_rows_and_as_many_as_it_takes_have_their_labels(name: str) -> None:
    assert any(mark.label for mark in shown(name, rows(name, FEW.get(name, 4))))
    shown(name, rows(name, MOST.get(name, 10)))


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_one_row_is_shown_or_refused_in_words(name: str) -> None:
    if name in FEWEST_ROWS:
        with pytest.raises(ValueError, match=r"(?i)wants|at least"):
            shown(name, rows(name, 1))
    else:
        assert shown(name, rows(name, 1))


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_very_large_numbers_stand_apart_and_in_the_chart(name: str) -> None:
    shown(name, rows(name, FEW.get(name, 4), LARGE))


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_what_is_below_zero_is_shown_or_refused_in_words(name: str) -> None:
    made = below(name)
    if name in FROM_ZERO:
        with pytest.raises(ValueError, match=r"below|negative|counts what is"):
            shown(name, made)
    elif name == "bubble":
        with pytest.raises(ValueError, match="more than nothing"):
            shown(name, made)
    else:
        shown(name, made)


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_a_missing_value_is_a_gap_or_refused_in_words(name: str) -> None:
    made = missing(name)
    try:
        marks = shown(name, made)
    except ValueError as said:
        assert "`Række 1`" in str(said) or "missing" in str(said)
    else:
        known = {mark.point for mark in marks if mark.box.width or mark.box.height}
        assert known, "the others are shown"


@pytest.mark.parametrize("name", sorted(CHARTS))
@settings(max_examples=4)
@given(st.lists(st.integers(1, 99_999), min_size=2, max_size=6))
def test_labels_stand_apart_and_in_the_chart_whatever_the_numbers(name: str, values: list[int]) -> None:
    made: list[Row] = []
    for at, value in enumerate(values[: FEW.get(name, 6)]):
        width = WIDTH.get(name, 1)
        own = tuple(float(value * (1 + (at + step) % 3)) for step in range(width))
        own = tuple(100 * one / sum(own) for one in own) if name in SHARES else own
        made.append(tuple(sorted(own)) if name in FIVE else own)
    if len(made) < FEW.get(name, 2):
        made = made * 2
    made = made[: FEW.get(name, 6)] if name in FEW else made
    try:
        shown(name, made, told=True)
    except ValueError as said:
        assert name in ("mekko", "bullet"), said


SAID: dict[str, Callable[[list[str]], ChartAnnotation]] = {
    "line": lambda rows: level(40),
    "callout": lambda rows: Callout(rows[0], "", text("Her er noget at sige")),
    "bracket": lambda rows: Bracket(tuple(rows[:2]), text("Begge to")),
    "band": lambda rows: Band((rows[0], rows[1]), text("Ny aftale")),
    "difference": lambda rows: Arrow((rows[0], rows[1]), "", text("+25")),
}
ANNOTATED = sorted((name, option) for name, one in CHARTS.items() for option in SAID if option in one.takes)


@pytest.mark.parametrize(("name", "option"), ANNOTATED)
def test_what_is_said_over_a_form_stands_clear_or_is_told(name: str, option: str) -> None:
    """Of few rows, of as many as it takes, and of very large numbers."""
    around = Rect(-1, -1, ROOM.width + 2, ROOM.height + 2)
    for made in (few(name), rows(name, MOST.get(name, 10)), rows(name, FEW.get(name, 4), LARGE)):
        given = drawn(name, made)
        shown_rows = [row for row in CHARTS[name].plot(given).categories if row.strip()]
        chart = block(name, given, SAID[option](shown_rows))
        found = over(chart)
        if found.misfits or found.touches:
            assert {one.code for one in (*found.misfits, *found.touches)} <= {"annotation-no-room"}
            continue
        labels = [mark.label for mark in marks_of(chart, found) if mark.label]
        for one in (child for child in children(found) if isinstance(child, TextItem)):
            assert around.holds(in_points(one.box))
            assert not any(overlap(in_points(one.box), label) > 1 for label in labels)


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_a_row_to_see_first_is_seen_in_every_form(name: str) -> None:
    """`emphasis` on a row of a Likert chart was taken, and nothing was other than without it."""
    plain = drawn(name, few(name))
    first, *others = plain.categories
    found = over(block(name, replace(plain, categories=(replace(first, emphasis=True), *others))))
    edges = [item for item in found.behind if isinstance(item, ShapeItem) and item.fill == "accent"]
    points = [one for one in found.plot.series if "accent" in one.point_colors]
    labels = [one for one in found.plot.series if "accent" in one.label_colors]
    assert edges or points or labels, "its own colour, or a band behind it"
    assert not (edges and points), "once"
