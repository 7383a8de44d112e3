"""Bubbles between two axes: whole, by area, with names that cover nothing, and a file that says the same."""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery
import rendered
from chart_data import DANISH, ROOM, data, overlap, pairs, settled
from deckgen import pipeline
from deckgen.charts.bubble import LARGEST, SIZE
from deckgen.diagnostics import Diagnostics
from deckgen.model.axis_sketch import axis_lines, plane
from deckgen.model.chart_axis import MOST_STEPS
from deckgen.model.chart_geometry import Room
from deckgen.model.chart_tones import tone
from deckgen.model.frames import ChartItem, FrameDeck
from deckgen.model.number import literal
from deckgen.model.units import EMU_PER_POINT
from deckgen.registry import registry

BUBBLE = registry().charts["bubble"]
PLACES = st.one_of(st.integers(-50, 50), st.integers(300, 340), st.integers(0, 9_999_999_999))
SIZES = st.one_of(st.integers(1, 100), st.integers(1, 9_999_999))


@st.composite
def bubbles(draw: st.DrawFn) -> tuple[tuple[float | None, ...], ...]:
    one = st.one_of(PLACES, st.none()) if draw(st.booleans()) else st.integers(0, 100)
    rows = draw(st.lists(st.tuples(one, one, SIZES), min_size=1, max_size=20))
    return ((1, 2, 3), *rows[1:])


@given(bubbles(), st.sets(st.integers(0, 19), max_size=3))
def test_a_bubble_is_whole_and_a_name_covers_no_other_no_bubble_beside_its_own_and_no_axis(
    rows: tuple[tuple[float | None, ...], ...], emphasis: set[int]
) -> None:
    plot, marks = settled("bubble", data(*rows, emphasis=emphasis))
    inner = ROOM.inner(plot)
    assert all(overlap(*pair) == 0 for pair in pairs(marks))
    for mark in marks:
        assert inner.holds(mark.box)
        if mark.label:
            assert plane(plot, ROOM).holds(mark.label)
            assert not any(mark.label.touches(other.box) for other in marks if other is not mark)
            assert not any(mark.label.touches(line) for line in axis_lines(plot, ROOM))
    assert [mark.point for mark in marks] == [at for at, row in enumerate(rows) if None not in row]
    assert all(2 <= len(axis.ticks) <= MOST_STEPS + 1 for axis in plot.axes)


@given(st.lists(SIZES, min_size=2, max_size=20))
def test_areas_are_as_the_sizes_and_the_largest_is_as_programs_draw_it(sizes: list[int]) -> None:
    plot, marks = settled("bubble", data(*((at, at, size) for at, size in enumerate(sizes))))
    inner = ROOM.inner(plot)
    areas = [math.pi * mark.box.width**2 / 4 for mark in marks]
    assert max(mark.box.width for mark in marks) == pytest.approx(LARGEST * min(inner.width, inner.height))
    assert [area / max(areas) for area in areas] == pytest.approx([size / max(sizes) for size in sizes])


def test_a_bubble_at_zero_is_whole_and_no_number_stands_below_zero() -> None:
    plot, _ = settled("bubble", data((0, 0, 9), (1200, 80, 1)))
    for axis in plot.axes:
        assert axis.low < 0 and axis.padded and not axis.has_zero
        assert [axis.text(tick) for tick in axis.ticks if tick < 0] == [""]
        assert axis.text(axis.high)
    assert plot.axes[0].code == '[<0];[<999.5]0;#"."000'
    negative, _ = settled("bubble", data((-5, 1, 9), (12, 8, 1)))
    assert not negative.axes[0].padded and negative.axes[0].text(negative.axes[0].low).startswith("−")


@pytest.mark.parametrize(
    ("largest", "decimals", "code"),
    [
        (800, 0, '[<0];[<999.5]0;#"."000'),
        (2_000_000, 0, "[$-406]#,##0;;[$-406]#,##0"),
        (2, 1, "[$-406]#,##0.0;;[$-406]#,##0.0"),
    ],
)
def test_a_format_that_says_nothing_below_zero(largest: int, decimals: int, code: str) -> None:
    assert DANISH is not None
    form = DANISH.numbers.format(literal(Decimal(largest)))
    assert form and replace(form, decimals=decimals).code((Decimal(largest),), hide_negative=True) == code


def test_the_largest_is_drawn_first_unless_the_rows_have_an_order() -> None:
    rows = ((1, 1, 2), (2, 2, 9), (3, 3, 5))
    assert BUBBLE.plot(data(*rows, sort=True)).categories == ("Række 1", "Række 2", "Række 0")
    assert BUBBLE.plot(data(*rows)).categories == ("Række 0", "Række 1", "Række 2")


def test_a_name_on_its_bubble_is_read_there_and_one_beside_it_on_the_ground() -> None:
    plot, marks = settled("bubble", data((0, 0, 900), (90, 90, 1), names=("Stor", "Lille"), emphasis=(0,)))
    large, small = marks
    assert large.label and large.box.holds(large.label)
    assert small.label and not small.label.touches(small.box)
    assert plot.series[SIZE].label_colors == (tone("accent").label, "muted")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (((1, 2),), "a bubble chart wants 3 series; here are 2"),
        (((1, 2, 0),), "the area of a bubble is more than nothing: see `Række 0`"),
        (((1, 2, -4),), "the area of a bubble is more than nothing: see `Række 0`"),
        (((1, None, 4),), "wants values in digits"),
    ],
)
def test_what_has_no_bubble_is_refused(rows: tuple[tuple[float | None, ...], ...], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        BUBBLE.plot(data(*rows))


SLIDE = """\
id: a.chart
kind: chart
title: De største er ikke dem, der vokser mest
chart: bubble
counted: Fire klynger
series: [Medlemmer, Vækst i procent, Ansatte]
data:
  - {label: Energi, value: [450, 4, 40]}
  - {label: Byggeri, value: [0, 17, 21], emphasis: true}
  - {label: Fødevarer, value: [290, –, 7]}
  - {label: Lyd, value: [90, 9, 2]}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[FrameDeck, Path]:
    folder, diagnostics = tmp_path_factory.mktemp("bubble"), Diagnostics()
    loaded = pipeline.load(gallery.write(folder / "content", {"a.chart": SLIDE}), gallery.BRAND, diagnostics)
    assert loaded is not None
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    assert not diagnostics.has_errors
    (folder / "deck.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    return frames, folder / "deck.pptx"


def test_the_file_is_valid_and_its_numbers_titles_and_legend_are_bound_to_the_workbook(
    built: tuple[FrameDeck, Path], validate: Callable[[Path], list[str]]
) -> None:
    assert validate(built[1]) == []
    with zipfile.ZipFile(built[1]) as file:
        written = file.read("ppt/charts/chart1.xml").decode()
    found = re.findall(r"<c:(xVal|yVal|bubbleSize)>.*?<c:f>(.*?)</c:f>", written)
    assert dict(found) == {"xVal": "Data!$B$2:$B$5", "yVal": "Data!$C$2:$C$5", "bubbleSize": "Data!$D$2:$D$5"}
    titles = re.findall(r"<c:title>.*?<c:f>(.*?)</c:f>.*?<c:v>(.*?)</c:v>", written)
    assert titles == [("Data!$B$1", "Medlemmer"), ("Data!$C$1", "Vækst i procent")]
    assert re.search(r"<c:tx><c:strRef><c:f>Data!\$D\$1</c:f>.*?<c:v>Ansatte</c:v>", written)
    assert '<c:sizeRepresents val="area"/>' in written and '<c:bubbleScale val="100"/>' in written
    assert "<c:v>7</c:v>" not in written and written.count("<c:dPt>") == 1


def test_another_program_writes_names_and_numbers_where_they_were_settled(
    built: tuple[FrameDeck, Path], to_pdf: Callable[[Path], Path]
) -> None:
    (page,), (frame,) = rendered.pages(to_pdf(built[1])), built[0].frames
    (item,) = (one for one in frame.items if isinstance(one, ChartItem))
    room = Room(item.box.width / EMU_PER_POINT, item.box.height / EMU_PER_POINT, ROOM.ruler)
    left, top = item.box.x / EMU_PER_POINT, item.box.y / EMU_PER_POINT
    assert item.type.marks
    for mark in item.type.marks(item.plot, room):
        assert mark.label
        box, slack = mark.label, 6
        inside = [
            glyph.text
            for glyph in page
            if box.left - slack < glyph.middle[0] - left < box.right + slack
            and box.top - slack < glyph.middle[1] - top < box.bottom + slack
        ]
        assert mark.text in "".join(inside)
    below = [glyph.text for glyph in page if item.inner and glyph.middle[0] - left < room.inner(item.plot).left]
    assert "−" not in below and "-" not in below
