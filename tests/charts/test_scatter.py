"""Points between two axes: round ticks, names that cover nothing, and a file that says the same."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery
from chart_data import DANISH, ROOM, data, overlap, pairs, settled
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.axis_sketch import axis_lines, plane
from deckgen.model.chart_axis import MOST_STEPS, Axis, axis_of
from deckgen.model.chart_geometry import Room
from deckgen.model.number import literal
from deckgen.registry import registry

SCATTER = registry().charts["scatter"]
NUMBERS = st.one_of(
    st.integers(-50, 50),
    st.integers(300, 340),
    st.integers(0, 9_999_999_999),
    st.decimals(-9, 9, places=2, allow_nan=False).map(float),
)


@st.composite
def points(draw: st.DrawFn) -> tuple[tuple[float | None, ...], ...]:
    one = st.one_of(NUMBERS, st.none()) if draw(st.booleans()) else st.integers(0, 100)
    rows = draw(st.lists(st.tuples(one, one), min_size=1, max_size=20))
    return ((1, 2), *rows[1:])


def axis(*values: float) -> Axis:
    assert DANISH is not None
    known = [Decimal(str(value)) for value in values]
    return axis_of(known, [DANISH.numbers.format(literal(value)) for value in known])


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_an_axis_holds_its_values_between_two_of_a_few_round_ticks(values: list[float]) -> None:
    made = axis(*values)
    known = [Decimal(str(value)) for value in values]
    assert made.low <= min(known) and max(known) <= made.high
    assert 2 <= len(made.ticks) <= MOST_STEPS + 1 and made.ticks[-1] == made.high
    assert made.unit.normalize().as_tuple().digits in ((1,), (2,), (5,))
    assert all(tick % made.unit == 0 for tick in made.ticks)
    assert min(values) < 0 or made.low >= 0
    if all(isinstance(value, int) for value in values):
        assert made.unit >= 1 and not any("," in made.text(tick) for tick in made.ticks)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((301, 339), ["300", "310", "320", "330", "340"]),
        ((2, 9), ["2", "4", "6", "8", "10"]),
        ((-4, 11), ["−5", "0", "5", "10", "15"]),
        ((0.11, 0.14), ["0,11", "0,12", "0,13", "0,14"]),
        ((40,), ["20", "30", "40", "50", "60"]),
        ((0,), ["0", "1"]),
        ((1200, 8400), ["0", "2.000", "4.000", "6.000", "8.000", "10.000"]),
    ],
)
def test_ticks_are_printed_as_the_language_writes_numbers_and_no_zero_is_forced(
    values: tuple[float, ...], said: list[str]
) -> None:
    made = axis(*values)
    assert [made.text(tick) for tick in made.ticks] == said


@given(points(), st.sets(st.integers(0, 19), max_size=3))
def test_a_name_covers_no_other_no_point_and_no_axis_and_stays_on_the_plane(
    rows: tuple[tuple[float | None, ...], ...], emphasis: set[int]
) -> None:
    plot, marks = settled("scatter", data(*rows, emphasis=emphasis))
    assert all(overlap(*pair) == 0 for pair in pairs(marks))
    for mark in marks:
        if mark.label:
            assert plane(plot, ROOM).holds(mark.label)
            assert not any(mark.label.touches(other.box) for other in marks if other is not mark)
            assert not any(mark.label.touches(line) for line in axis_lines(plot, ROOM))
    known = [at for at, row in enumerate(rows) if None not in row]
    assert [mark.point for mark in marks] == known
    assert all(plot.series[1].place(mark.point).dropped == (mark.label is None) for mark in marks)


def test_names_that_have_no_room_are_dropped_and_those_of_the_finding_are_not() -> None:
    rows = (*((50 + at % 5 * 0.4, 50 + at // 5 * 0.4) for at in range(20)), (0, 0), (100, 100))
    names = tuple(f"En virksomhed, nummer {at}" for at in range(22))
    for finding in (3, 7, 12):
        plot, marks = settled("scatter", data(*rows, names=names, emphasis=(finding,)))
        dropped = {mark.point for mark in marks if mark.label is None}
        assert dropped and finding not in dropped and not {20, 21} & dropped
        assert plot.series[1].point_colors[finding] == "accent" and plot.type_size == 12


def test_the_numbers_of_an_axis_do_not_touch_in_a_narrow_chart() -> None:
    room = Room(300, 300, ROOM.ruler, (14,))
    plot, _ = settled("scatter", data((12_000_000, 1), (61_500_000, 2)), room)
    across = plot.axes[0]
    widths = [room.ruler.width(across.text(tick), 14) for tick in across.ticks]
    assert max(widths) < room.inner(plot).width / (len(across.ticks) - 1)
    assert across.low <= 12_000_000 and across.high >= 61_500_000


def test_a_third_series_and_numbers_in_words_alone_are_refused() -> None:
    for rows, said in ((((1, 2, 3),), "wants 2 series; here are 3"), (((None, 2),), "wants values in digits")):
        with pytest.raises(ValueError, match=said):
            SCATTER.plot(data(*rows))


SLIDE = """\
id: a.chart
kind: chart
title: Jo flere medlemmer, jo flere ansatte
chart: scatter
counted: Tre klynger
series: [{names}]
data:
  - {{label: Energi, value: [450, 40]}}
  - {{label: Byggeri, value: [252, 21], emphasis: true}}
  - {{label: Fødevarer, value: [–, 7]}}
"""


def _written(folder: Path, names: str) -> tuple[str, list[str]]:
    diagnostics = Diagnostics()
    loaded = pipeline.load(gallery.write(folder, {"a.chart": SLIDE.format(names=names)}), gallery.BRAND, diagnostics)
    assert loaded is not None
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    (folder / "deck.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    with zipfile.ZipFile(folder / "deck.pptx") as file:
        return file.read("ppt/charts/chart1.xml").decode(), [one.code for one in diagnostics]


def test_the_file_has_titles_bound_to_the_workbook_both_ends_of_each_axis_and_no_point_that_is_half(
    tmp_path: Path,
) -> None:
    written, _ = _written(tmp_path, "Medlemmer, Ansatte")
    titles = re.findall(r"<c:title>.*?<c:f>(.*?)</c:f>.*?<c:v>(.*?)</c:v>", written)
    assert titles == [("Data!$B$1", "Medlemmer"), ("Data!$C$1", "Ansatte")]
    assert re.findall(r'<c:max val="(.*?)"/><c:min val="(.*?)"/>', written) == [("450", "250"), ("40", "20")]
    assert "<c:v>7</c:v>" not in written and written.count("<c:dPt>") == 1


def test_a_title_that_is_wider_than_the_chart_is_told(tmp_path: Path) -> None:
    _, codes = _written(tmp_path, f"{'Medlemmer og mere til ' * 9}, Ansatte")
    assert codes.count("chart-label-too-long") == 1
