"""Where annotations of charts stand: at the ends of the marks that they are about, apart from each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edited_workbooks
from chart_data import DANISH, ROOM, data, overlap
from deckgen.layout.annotations import Annotated, annotated
from deckgen.layout.lanes import ABREAST
from deckgen.layout.setting import Setting
from deckgen.model.annotation import (
    Arrow,
    Band,
    Bracket,
    Callout,
    ChartAnnotation,
    Level,
    LevelLine,
    Remark,
    Statistic,
    Totals,
)
from deckgen.model.blocks import ChartBlock
from deckgen.model.chart import Rect
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_geometry import LABEL_GAP, ChartMark, Room
from deckgen.model.chart_levels import around, level_marks, place_of, total_marks
from deckgen.model.frames import GroupItem, ShapeItem, TextItem
from deckgen.model.number import literal
from deckgen.model.text import text
from deckgen.model.theme import Theme
from deckgen.model.units import EMU_PER_POINT, Box, inches, points
from deckgen.registry import registry

SETTING = Setting(Theme("Test", "Arial", "Arial", {}, inches(13.333), inches(7.5)), {}, room="desk")
FORMS = ("bar", "column", "clustered_bar", "clustered_column", "stacked_bar", "stacked_column", "line")
STACKS = ("stacked_bar", "stacked_column")
WORDS = ("+25", "+15,6 % om året", "Ny aftale", "To klynger bliver lagt sammen til én")


def block(name: str, drawn: ChartData, *annotations: ChartAnnotation) -> ChartBlock:
    return ChartBlock(name, drawn, "", "chart", annotations=annotations)


def over(chart: ChartBlock, room: Room = ROOM) -> Annotated:
    form = registry().charts[chart.type]
    box = Box(points(30), points(90), points(room.width), points(room.height))
    return annotated(chart, form, form.plot(chart.data), room, box, SETTING)


def level(value: float, statistic: Statistic = "", series: str = "", name: str = "Mål") -> LevelLine:
    assert DANISH
    number = literal(Decimal(str(value)))
    style = DANISH.numbers
    shown = Level(number, style.show(number), number_format=style.format(number), statistic=statistic)
    return LevelLine(name, shown, series)


def marks_of(chart: ChartBlock, found: Annotated, room: Room = ROOM) -> tuple[ChartMark, ...]:
    form = registry().charts[chart.type]
    assert form.marks
    marks = form.marks(found.plot, room)
    return (*marks, *total_marks(found.plot, room, marks))


def children(found: Annotated) -> list[TextItem | ShapeItem]:
    groups = [item for item in found.over if isinstance(item, GroupItem)]
    return [child for one in groups for child in one.children if isinstance(child, TextItem | ShapeItem)]


def in_points(box: Box) -> Rect:
    """A box on the slide in points from the chart's corner."""
    sides = (box.x - points(30), box.y - points(90), box.width, box.height)
    return Rect(*(side / EMU_PER_POINT for side in sides))


@st.composite
def remarks(draw: st.DrawFn, drawn: ChartData, series: str, sorted_rows: list[str]) -> Remark:
    said = text(draw(st.sampled_from(WORDS)))
    first, last = sorted(draw(st.lists(st.integers(0, len(sorted_rows) - 1), min_size=2, max_size=2, unique=True)))
    sort = draw(st.sampled_from((Arrow, Bracket, Callout, Band)))
    if sort is Callout:
        return Callout(sorted_rows[first], series, said)
    if sort is Bracket:
        return Bracket(tuple(sorted_rows[first : last + 1]), said)
    ends = (sorted_rows[first], sorted_rows[last])
    return Arrow(ends, series, said) if sort is Arrow else Band(ends, said)


@st.composite
def charts(draw: st.DrawFn) -> ChartBlock:
    name = draw(st.sampled_from(FORMS))
    alone = name in ("bar", "column")
    wide = 1 if alone else draw(st.integers(1 if name == "line" else 2, 3))
    least = 1 if name in STACKS else draw(st.sampled_from((-30, 1, 900)))
    numbers = st.integers(least, least + 99)
    rows = draw(st.lists(st.tuples(*([numbers] * wide)), min_size=3, max_size=6))
    drawn = data(*rows)
    named = [row.label for row in drawn.categories]
    series = "" if wide == 1 or name in STACKS else drawn.series[draw(st.integers(0, wide - 1))]
    said = draw(st.lists(remarks(drawn, series, named), max_size=3))
    levels = [level(draw(numbers)) for _ in range(draw(st.integers(0, 2)))]
    totals = [Totals("I alt")] if name == "stacked_column" else []
    return block(name, drawn, *said, *levels, *totals)


@given(charts())
def test_labels_of_marks_and_annotations_stand_apart_and_in_the_chart(chart: ChartBlock) -> None:
    found = over(chart)
    if found.misfits:
        assert sum(isinstance(one, Remark) for one in chart.annotations) > 1, "one has room in any chart"
        return
    assert not found.touches
    marks = marks_of(chart, found)
    own = [mark.label for mark in (*marks, *level_marks(found.plot, ROOM)) if mark.label]
    said = [
        in_points(item.box) for item in children(found) if isinstance(item, TextItem) and "level" not in item.name
    ]
    assert len(said) == sum(isinstance(one, Remark) for one in chart.annotations)
    for at, one in enumerate(said):
        assert one.left > -1 and one.right < ROOM.width + 1 and one.top > -1 and one.bottom < ROOM.height + 1
        assert all(overlap(one, other) <= 1 for other in (*said[:at], *own))
    assert all(overlap(one, mark.box) <= 1 for one in said for mark in marks), "a remark covers no mark"


@given(charts())
def test_no_line_goes_through_a_label(chart: ChartBlock) -> None:
    found = over(chart)
    labels = [mark.label for mark in marks_of(chart, found) if mark.label]
    for item in children(found):
        if isinstance(item, ShapeItem) and item.geometry == "line":
            line = in_points(item.box)
            for one in labels:
                inside = Rect(one.left + 0.5, one.top + 0.5, one.width - 1, one.height - 1)
                assert not (
                    line.left < inside.right
                    and line.right > inside.left
                    and line.top < inside.bottom
                    and line.bottom > inside.top
                ), (item.name, one)


@given(st.sampled_from(FORMS), st.lists(st.integers(1, 99), min_size=3, max_size=7), st.data())
def test_an_arrow_ends_at_the_mark_that_it_leads_to(name: str, values: list[int], made: st.DataObject) -> None:
    wide = 1 if name in ("bar", "column", "line") else 2
    drawn = data(*((value,) * wide for value in values))
    first, last = made.draw(st.permutations(range(len(values))))[:2]
    rows = (drawn.categories[first].label, drawn.categories[last].label)
    series = drawn.series[1] if name.startswith("clustered") else ""
    chart = block(name, drawn, Arrow(rows, series, text("+1")))
    found = over(chart)
    (head,) = (item for item in children(found) if isinstance(item, ShapeItem) and item.arrow)
    line = in_points(head.box)
    place = found.plot.categories.index(rows[1])
    own = [
        mark
        for mark in marks_of(chart, found)
        if mark.point == place and (not series or found.plot.series[mark.series].name == series)
    ]
    reach = [box for mark in own for box in (mark.box, mark.label) if box]
    middles = [mark.box.middle for mark in own]
    if found.plot.lying:
        assert head.arrow == "left" and line.left == pytest.approx(
            max(box.right for box in reach) + LABEL_GAP, abs=0.1
        )
        assert any(line.top == pytest.approx(y, abs=0.1) for _, y in middles)
    else:
        assert head.arrow == "right" and line.bottom == pytest.approx(
            min(box.top for box in reach) - LABEL_GAP, abs=0.1
        )
        assert any(line.left == pytest.approx(x, abs=0.1) for x, _ in middles)


@given(
    st.sampled_from(("bar", "column", "clustered_column", "line")),
    st.lists(st.integers(-50, 99), min_size=2, max_size=9),
)
def test_a_level_stands_where_a_mark_of_its_value_ends(name: str, values: list[int]) -> None:
    drawn = data(*((value, value) if name == "clustered_column" else (value,) for value in values))
    chart = block(name, drawn, level(values[0]))
    found = over(chart)
    place = place_of(found.plot, ROOM, values[0])
    marks = [mark for mark in marks_of(chart, found) if found.plot.series[0].values[mark.point] == values[0]]
    for mark in marks:
        box = mark.box
        ends = (
            [box.middle[1]] if name == "line" else [box.left, box.right] if name == "bar" else [box.top, box.bottom]
        )
        assert any(end == pytest.approx(place, abs=1e-6) for end in ends)
    (drawn_level,) = level_marks(found.plot, ROOM)
    across = drawn_level.box.middle[0 if found.plot.lying else 1]
    assert across == pytest.approx(place), "and its line is drawn there"


OTHERS = {
    "histogram": data((12,), (30,), (8,), (1,)),
    "dumbbell": data((12, 20), (31, 30), (8, 40), (3, 9)),
    "percent_bar": data((12, 60, 28), (31, 30, 39), (8, 90, 2), (50, 25, 25)),
    "percent_column": data((12, 60, 28), (31, 30, 39), (8, 90, 2), (50, 25, 25)),
    "likert": data((12, 60, 28), (31, 30, 39), (8, 90, 2), (50, 25, 25)),
    "slope": data((41, 33, 26), (38, 36, 52)),
    "waterfall": data((24,), (9,), (-6,), (-40,)),
    "area": data((12, 20), (31, 30), (8, 40), (3, 9)),
    "combination": data((12, 20), (31, 30), (8, 40), (3, -9)),
    "pareto": data((86,), (71,), (38,), (4,), sort=True),
    "butterfly": data((12, 20), (31, 30), (8, 40), (3, 9)),
    "bullet": data((92, 85, 50, 100), (71, 80, 50, 100), (5, 70, 40, 100), (34, 50, 30, 100)),
    "box": data((4, 22, 41, 68, 110), (3, 14, 29, 47, 96), (2, 9, 18, 33, 71), (-9, -3, 6, 14, 38)),
}
"""Data of the other forms that carry remarks."""


@given(st.sampled_from(sorted(OTHERS)), st.data())
def test_remarks_stand_apart_in_every_form_that_carries_them(name: str, made: st.DataObject) -> None:
    drawn = OTHERS[name]
    drawn = replace(drawn, findings=(0,)) if name == "slope" else drawn
    several = {"slope": 2, "combination": 1}.get(name)
    series = drawn.series[made.draw(st.integers(0, several))] if several else ""
    named = list(registry().charts[name].plot(drawn).categories)
    chart = block(name, drawn, *made.draw(st.lists(remarks(drawn, series, named), max_size=3)))
    found = over(chart)
    if found.misfits:
        assert len(chart.annotations) > 1, "one has room in any chart"
        return
    said = [in_points(item.box) for item in children(found) if isinstance(item, TextItem)]
    own = [mark.label for mark in marks_of(chart, found) if mark.label]
    assert not found.touches and len(said) == len(chart.annotations)
    for at, one in enumerate(said):
        assert all(overlap(one, other) <= 1 for other in (*said[:at], *own))


@pytest.mark.parametrize("name", ["scatter", "bubble"])
@given(st.sets(st.integers(0, 4), min_size=1, max_size=3), st.sampled_from((860, 420)))
def test_a_line_leads_from_each_remark_to_its_point(name: str, rows: set[int], width: int) -> None:
    points = ((412, 31, 9), (375, 27, 4), (338, -29, 25), (290, 9, 1), (118, 8, 16))
    drawn = data(*(point if name == "bubble" else point[:2] for point in points))
    drawn = replace(drawn, categories=tuple(replace(one, label=one.label[-1]) for one in drawn.categories))
    room = replace(ROOM, width=width)
    said = [Callout(drawn.categories[at].label, "", text("Ny aftale")) for at in sorted(rows)]
    chart = block(name, drawn, *said)
    found = over(chart, room)
    assert not found.misfits and not found.touches
    by_name = {found.plot.categories[mark.point]: mark for mark in marks_of(chart, found, room)}
    lines = [in_points(item.box) for item in children(found) if isinstance(item, ShapeItem)]
    for one in said:
        box = by_name[one.row].box
        own = [line for line in lines if line.left == pytest.approx(box.middle[0], abs=0.1)]
        assert own and max(line.bottom for line in own) <= box.top


def test_a_line_leads_to_the_series_that_is_meant_also_where_its_name_says_more() -> None:
    """A combination chart names its units: the remark once went down to the axis."""
    drawn = replace(data((42, 18), (39, 21), (47, 26)), units=("kr.", "%"))
    chart = block("combination", drawn, Callout("Række 1", "Serie 1", text("Her")))
    found = over(chart)
    (line,) = (in_points(item.box) for item in children(found) if isinstance(item, ShapeItem))
    (point,) = (mark for mark in marks_of(chart, found) if (mark.series, mark.point) == (1, 1))
    assert line.bottom <= min(box.top for box in (point.box, point.label) if box)


def test_a_line_goes_across_all_panels_at_one_height() -> None:
    panels = data((1, 30), (50, 20), (9, 9)).panels()
    found = []
    for one in panels:
        chart = block("column", one, level(35))
        form = registry().charts["column"]
        plot = replace(form.plot(one), beside=tuple(map(form.plot, one.beside)))
        box = Box(points(30), points(90), points(ROOM.width), points(ROOM.height))
        found.append(annotated(chart, form, plot, ROOM, box, SETTING).plot)
    assert len({(plot.scale, place_of(plot, ROOM, 35)) for plot in found}) == 1
    assert all(plot.scale and plot.scale[1] > 35 for plot in found)


def test_two_arrows_to_one_mark_stand_beside_each_other_there() -> None:
    drawn = data((4,), (5,), (9,))
    rows = [row.label for row in drawn.categories]
    chart = block("column", drawn, *(Arrow((row, rows[2]), "", text("+1")) for row in rows[:2]))
    heads = [item for item in children(over(chart)) if isinstance(item, ShapeItem) and item.arrow]
    short, long = sorted((in_points(item.box) for item in heads), key=lambda box: box.height)
    assert long.left - short.left == pytest.approx(2 * ABREAST, abs=0.1), "the longer stands farther out"


def test_names_of_levels_that_are_close_move_apart() -> None:
    for name in ("column", "bar"):
        chart = block(name, data((40,), (44,), (42,)), level(42), level(42.5, name="Gennemsnit"))
        one, other = (mark.label for mark in level_marks(over(chart).plot, ROOM))
        assert one and other and not one.touches(other)


def test_a_label_that_a_level_goes_through_stands_on_a_field() -> None:
    chart = block("stacked_column", data((40, 30), (20, 10)), Totals("I alt"), level(70 + 2))
    plot = over(chart).plot
    assert plot.totals and [place.behind for place in plot.totals.places] == ["background", None]
    banded = block("column", data((40,), (20,)), level(42), Band(("Række 0", "Række 0"), text("Her")))
    assert [place.behind for place in over(banded).plot.series[0].places] == ["panel", None]
    inside = over(block("stacked_column", data((40, 30), (20, 10)), level(20))).plot
    assert inside.series[0].places[0].behind == inside.series[0].color, "of the colour of its part"


def test_rows_that_cannot_be_pointed_at_are_said() -> None:
    drawn = replace(data((9,), (5,), (4,), (3,), sort=True), top=2, rest="Andre")
    rows = [row.label for row in drawn.categories]
    for one, said in (
        (Callout(rows[3], "", text("Her")), "is added up with others"),
        (Bracket((rows[0], rows[2]), text("Her")), "is added up with others"),
    ):
        assert [said in each.excess for each in over(block("bar", drawn, one)).misfits] == [True]
    apart = over(block("bar", data((5,), (9,), (7,), sort=True), Bracket((rows[0], rows[1]), text("Her"))))
    assert [each.code for each in apart.misfits] == ["annotation-lost"]


def test_parts_that_are_printed_in_several_ways_have_no_total() -> None:
    drawn = data((4.5, 3), (5, 2))
    with pytest.raises(ValueError, match="printed in words, or in several ways"):
        over(block("stacked_column", drawn, Totals("I alt")))


@given(st.floats(0, 100), st.floats(0, 100), st.lists(st.tuples(st.floats(0, 100), st.floats(1, 30)), max_size=5))
def test_a_line_around_boxes_goes_its_way_and_through_none(
    start: float, end: float, boxes: list[tuple[float, float]]
) -> None:
    stand = [Rect(-5, top, 10, height) for top, height in boxes]
    pieces = list(around((0, start), (0, end), stand))
    for one, other in pieces:
        assert (other[1] - one[1]) * (end - start) > 0
        low, high = sorted((one[1], other[1]))
        assert min(start, end) <= low and high <= max(start, end)
        assert not any(
            box.top < (low + high) / 2 < box.bottom or (low < box.top and box.bottom < high) for box in stand
        )


def test_levels_and_totals_follow_an_edit_of_the_workbook(tmp_path: Path, soffice: str) -> None:
    drawn = data((4, 6), (5, 8), (1, 2))
    lines = (level(8.7, "average", name="Gennemsnit"), level(10, "median", name="Median"), level(7))
    plot = over(block("stacked_column", drawn, Totals("I alt"), *lines)).plot
    found = edited_workbooks.edited(plot, {("Række 0", 0): 94}, tmp_path, soffice)
    assert [row[-1] for row in found.values()] == [100, 13, 3]
    for row in found.values():
        assert row[2:5] == [pytest.approx(116 / 3), 13, 7], "the same in each row, which makes a line"
    alone = over(block("column", data((4,), (5,), (9,)), level(6, "average"), level(7))).plot
    assert [one.formulas for one in alone.levels] == [
        ("AVERAGE({0:all})", "{1:above}", "{1:above}"),
        ("", "{2:above}", "{2:above}"),
    ]
    gathered = replace(data((9,), (5,), (4,), (3,), sort=True), top=2, rest="Andre")
    (kept,) = over(block("column", gathered, level(5.3, "average"))).plot.levels
    assert kept.formulas[0] == "", "the workbook holds no more than their sum of the small rows"


@pytest.mark.parametrize(
    ("name", "rows", "value", "mark"),
    [
        ("area", ((4, 6), (5, 8)), 13, (3, 1)),
        ("combination", ((40, 20), (52, 31)), 52, (0, 1)),
        ("combination", ((40, 20), (52, 31)), 31, (1, 1)),
        ("box", ((4, 22, 41, 68, 110), (3, 14, 29, 47, 96)), 96, (4, 1)),
        ("box", ((4, 22, 41, 68, 110), (3, 14, 29, 47, 96)), 500, None),
        ("scatter", ((40, 20), (52, 31)), 31, (1, 1)),
        ("scatter", ((40, 20), (52, 31)), 96, None),
        ("bubble", ((40, 20, 6), (52, 31, 9)), 31, (2, 1)),
        ("bubble", ((40, 20, 6), (52, 31, 9)), 96, None),
    ],
)
def test_a_line_stands_where_a_mark_of_its_value_ends(
    name: str, rows: tuple[tuple[float, ...], ...], value: float, mark: tuple[int, int] | None
) -> None:
    chart = block(name, data(*rows), level(value), level(7))
    found = over(chart)
    assert not found.misfits and not found.touches
    line, _ = level_marks(found.plot, ROOM)
    inner = ROOM.inner(found.plot)
    assert inner.top - 0.01 <= line.box.middle[1] <= inner.bottom and line.label and line.label.right <= ROOM.width
    for one in marks_of(chart, found):
        if (one.series, one.point) == mark:
            at_middle = name in ("scatter", "bubble") or (one.series == 1 and name == "combination")
            assert line.box.middle[1] == pytest.approx(one.box.middle[1] if at_middle else one.box.top)


def test_a_line_across_a_chart_is_of_what_its_columns_are_measured_by() -> None:
    drawn = replace(data((40, 20), (52, 31)), units=("kr.", "%"))
    assert over(block("combination", drawn, level(46, "average", "Serie 0"))).plot.levels
    with pytest.raises(ValueError, match="`Serie 1` is measured by itself"):
        over(block("combination", drawn, level(25, "average", "Serie 1")))
