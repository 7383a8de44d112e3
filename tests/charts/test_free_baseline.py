"""A line whose axis need not begin at zero: it is seen then, and nothing that stands beside it is cut."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deckgen
import gallery
from chart_data import ROOM, data, overlap, pairs, settled
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.chart import Rect
from deckgen.model.chart_sketch import ChartText
from deckgen.registry import registry

LINE = registry().charts["line"]
VALUES = st.one_of(st.integers(9_900, 10_100), st.integers(-30, 30), st.integers(0, 9_999_999))


@given(st.lists(st.tuples(VALUES, VALUES), min_size=2, max_size=12))
def test_the_axis_holds_all_points_and_their_labels_between_two_ticks(rows: list[tuple[int, int]]) -> None:
    plot, marks = settled("line", replace(data(*rows), free=True))
    if not plot.axes:
        assert plot == settled("line", data(*rows))[0]
        return
    (axis,) = plot.axes
    assert not axis.has_zero and plot.scale == (float(axis.low), float(axis.high)) and plot.unit is None
    inner = ROOM.inner(plot)
    for mark in marks:
        height = inner.bottom - axis.share(rows[mark.point][mark.series]) * inner.height
        assert mark.box.middle[1] == pytest.approx(height)
        if mark.label:
            assert Rect(0, inner.top, ROOM.width, inner.height).holds(mark.label)
    assert all(overlap(*pair) < 1e-6 for pair in pairs(marks))


def test_it_begins_near_the_values_and_its_ends_are_said_beside_the_line() -> None:
    drawn = replace(data((98.2,), (97.9,), (99.1,)), free=True)
    plot, _ = settled("line", drawn)
    assert plot.scale == (97.5, 99.5) and LINE.draw
    said = [one for one in LINE.draw(plot, ROOM) if isinstance(one, ChartText)]
    numbers = [one for one in said if one.align == "right"]
    assert [one.text for one in numbers] == ["97,5", "98,0", "98,5", "99,0", "99,5"]
    assert all(one.box.right < ROOM.inner(plot).left and one.box.top > -1e-6 for one in numbers)
    assert settled("line", replace(drawn, free=False))[0].axes == ()


SLIDE = """\
id: a.chart
kind: chart
title: Næsten alle svarer
chart: {chart}
counted: Andel i procent
baseline: free
ordered: true
data:
  - {{label: "2022", value: 98.2}}
  - {{label: "2023", value: 99.1}}
"""


def test_the_file_says_both_ends_and_shows_the_axis(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    folder = gallery.write(tmp_path / "content", {"a.chart": SLIDE.format(chart="line")})
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded is not None
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    (tmp_path / "deck.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    with zipfile.ZipFile(tmp_path / "deck.pptx") as file:
        written = file.read("ppt/charts/chart1.xml").decode()
    value_axis = written[written.index("<c:valAx>") :]
    assert '<c:max val="99.5"/><c:min val="98.0"/>' in value_axis and '<c:delete val="0"/>' in value_axis
    assert '<c:majorUnit val="0.5"/>' in value_axis
    assert re.search(r'<c:catAx>.*<c:crosses val="min"/>', written)


def test_bars_begin_at_zero_whatever_is_asked(tmp_path: Path) -> None:
    folder = gallery.write(tmp_path, {"a.chart": SLIDE.format(chart="column")})
    (found,) = (one for one in deckgen.check(folder, brand=gallery.BRAND).diagnostics if one.severity == "error")
    assert found.message == "`baseline` means nothing in a chart of the type `column`"
    assert found.hint == "leave it out, or use: dot, line" and found.span.line == 7
