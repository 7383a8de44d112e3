"""An axis of values that is broken: which bars are shorter, what follows an edit, and where it would lie."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import deckgen
import gallery
from chart_data import ROOM, data, pairs
from deckgen.layout.annotations import Annotated, annotated
from deckgen.layout.setting import Setting
from deckgen.model.annotation import AxisBreak, Callout
from deckgen.model.blocks import ChartBlock
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_geometry import LABEL_GAP, ChartMark, placed_legend
from deckgen.model.frames import GroupItem, ShapeItem
from deckgen.model.template import OWN_PAINTS
from deckgen.model.text import text
from deckgen.model.theme import Theme
from deckgen.model.units import Box, inches, points
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.writer.chart import chart_space
from deckgen.powerpoint.writer.chart_workbook import workbook
from deckgen.registry import registry
from edited_workbooks import formulas

SETTING = Setting(Theme("Test", "Arial", "Arial", {}, inches(13.333), inches(7.5)), {}, room="desk")
ENDS = Decimal(110), Decimal(760)


def broken(name: str, drawn: ChartData) -> tuple[Annotated, tuple[ChartMark, ...]]:
    form = registry().charts[name]
    said = (AxisBreak(*ENDS, text("aksen springer")), Callout(drawn.categories[0].label, "", text("Kun fisk")))
    box = Box(0, 0, points(ROOM.width), points(ROOM.height))
    block = ChartBlock(name, drawn, "", "chart", annotations=said)
    found = annotated(block, form, form.plot(drawn), ROOM, box, SETTING)
    assert form.marks
    return found, form.marks(found.plot, ROOM)


@pytest.mark.parametrize("name", ["bar", "column"])
@settings(max_examples=15)
@given(
    st.lists(st.integers(760, 9999), min_size=1, max_size=3), st.lists(st.integers(0, 110), min_size=1, max_size=6)
)
def test_bars_beyond_the_break_are_shorter_by_all_of_it_and_the_others_are_not(
    name: str, long: list[int], short: list[int]
) -> None:
    found, marks = broken(name, data(*((value,) for value in (*long, *short))))
    assert not found.misfits and not found.touches
    inner, end = ROOM.inner(found.plot), (found.plot.scale or (0, 1))[1]
    whole = inner.width if name == "bar" else inner.height
    assert found.plot.broken
    for value, mark in zip((*long, *short), marks, strict=True):
        drawn = value - float(found.plot.broken.skip) if value >= 760 else value
        length = mark.box.width if name == "bar" else mark.box.height
        assert length == pytest.approx(drawn / end * whole, abs=0.01) and drawn < end
        assert mark.text.replace(".", "") == str(value), "and each label says the value itself"
        gap = mark.label and (mark.label.left - mark.box.right if name == "bar" else mark.box.top - mark.label.bottom)
        assert gap == pytest.approx(LABEL_GAP)
    assert not any(one.touches(other) for one, other in pairs(marks))


@pytest.mark.parametrize("name", ["bar", "column"])
def test_its_sign_stands_on_each_bar_that_it_cuts_and_at_the_axis(name: str) -> None:
    found, marks = broken(name, data((820,), (96,), (900,), (12,)))
    group = found.over[0]
    assert isinstance(group, GroupItem) and "aksen springer" in group.alt
    strokes = [
        one for one in group.children if isinstance(one, ShapeItem) and one.rising and one.line == "background"
    ]
    assert len(strokes) == 3
    for mark in (marks[0], marks[2]):
        over = [
            one
            for one in strokes
            if (
                one.box.y < points(mark.box.middle[1]) < one.box.bottom
                if name == "bar"
                else one.box.x < points(mark.box.middle[0]) < one.box.right
            )
        ]
        assert len(over) == 1
        x, y = over[0].box.x + over[0].box.width / 2, over[0].box.y + over[0].box.height / 2
        assert points(mark.box.left) <= x <= points(mark.box.right)
        assert points(mark.box.top) <= y <= points(mark.box.bottom)


@pytest.mark.parametrize("name", ["clustered_bar", "clustered_column"])
def test_bars_of_several_series_are_cut_alike_and_named_in_their_colours(name: str) -> None:
    found, marks = broken(name, data((820, 96), (12, 900), (50, 70)))
    plot = found.plot
    assert not found.misfits and not found.touches and plot.broken and len(plot.shortened) == 2
    inner, (_, end) = ROOM.inner(plot), plot.scale or (0, 1)
    whole = inner.width if name == "clustered_bar" else inner.height
    for mark in marks:
        value = plot.series[mark.series].values[mark.point]
        assert value is not None
        length = mark.box.width if name == "clustered_bar" else mark.box.height
        assert length == pytest.approx(float(plot.broken.shortened(value)) / end * whole, abs=0.01)
    group = found.over[0]
    assert isinstance(group, GroupItem)
    assert len([one for one in group.children if isinstance(one, ShapeItem) and one.line == "background"]) == 3
    assert formulas(workbook(plot))[2, 4] == f"IF(C2>=760,C2-{plot.broken.skip:f},C2)"
    style = Style("da-DK", defaultdict(lambda: OWN_PAINTS["primary"]))
    xml = chart_space(registry().charts[name], placed_legend(plot, ROOM), style).decode()
    given = xml.split("<c:ser>")[3:]
    assert all(
        one.count("<c:dPt>") == one.count("<a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:dPt>") for one in given
    )
    assert all("</c:tx><c:spPr><a:solidFill>" in one for one in given), "its key in the legend has its colour"


def test_labels_are_those_of_the_given_values_and_bars_are_computed_of_them() -> None:
    plot = broken("column", data((820,), (96,)))[0].plot
    assert plot.series[0].values == (Decimal(820), Decimal(96)) and plot.shortened[0].helper
    own, scale = plot.own_scale or (0, 1), plot.scale or (0, 1)
    assert 820 / own[1] == pytest.approx(float(plot.shortened[0].values[0] or 0) / scale[1]), "the longest ends alike"
    assert plot.broken
    found = formulas(workbook(plot))
    assert found == {(line, 2): f"IF(B{line}>=760,B{line}-{plot.broken.skip:f},B{line})" for line in (2, 3)}


BODY = """\
id: a.chart
kind: chart
title: Et diagram siger noget
chart: {chart}
counted: {counted}
data:
  - {{label: Nord, value: {long}}}
  - {{label: Syd, value: {short}}}
annotate:
  - {asked}
"""


@pytest.mark.parametrize(
    ("chart", "counted", "long", "short", "asked", "message"),
    [
        ("bar", "Andel i procent", 95, 4, "{from: 10, to: 80}", "an axis of shares is not broken"),
        ("bar", "Antal", 820, 300, "{from: 110, to: 760}", "`Syd` lies below zero, or in what the axis leaves out"),
        ("bar", "Antal", 820, -3, "{from: 110, to: 760}", "`Syd` lies below zero, or in what the axis leaves out"),
        ("bar", "Antal", 820, 790, "{from: 110, to: 760}", "a broken axis has bars that the break cuts"),
        ("bar", "Antal", 90, 4, "{from: 110, to: 760}", "a broken axis has bars that the break cuts"),
        (
            "bar",
            "Antal",
            820,
            4,
            "{from: 760, to: 110}",
            "an axis is broken from a number above zero to a larger one",
        ),
        ("line", "Antal", 820, 4, "{from: 110, to: 760}", "`axis-break` means nothing in a chart of the type `line`"),
    ],
)
def test_an_axis_is_not_broken_where_it_would_lie(
    chart: str, counted: str, long: int, short: int, asked: str, message: str, tmp_path: Path
) -> None:
    body = BODY.format(chart=chart, counted=counted, long=long, short=short, asked=f"axis-break: {asked}")
    found = deckgen.check(gallery.write(tmp_path, {"a.chart": body}), brand=gallery.BRAND).diagnostics
    errors = [one for one in found if one.severity == "error"]
    assert [one.message.startswith(message) for one in errors] == [True], [str(one) for one in errors]
    assert errors[0].hint and errors[0].span.line == 11


def test_a_line_has_no_place_on_a_broken_axis(tmp_path: Path) -> None:
    asked = "axis-break: {from: 110, to: 760}\n  - line: 50"
    body = BODY.format(chart="bar", counted="Antal", long=820, short=4, asked=asked)
    found = deckgen.check(gallery.write(tmp_path, {"a.chart": body}), brand=gallery.BRAND).diagnostics
    assert "a line has no place on an axis that is broken" in [one.message for one in found]


def test_rows_that_are_added_up_may_not_lie_in_what_is_left_out() -> None:
    drawn = replace(data((900,), (100,), (90,), (80,), sort=True), top=1, rest="Andre")
    with pytest.raises(ValueError, match="`Andre` lies below zero, or in what the axis leaves out"):
        broken("bar", drawn)
