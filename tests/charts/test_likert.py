"""Answers on a scale: both sides of the middle, what stands off it, and a workbook that keeps them in place."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deckgen
import edited_workbooks
import gallery
from deckgen.layout.chart import FaceRuler
from deckgen.layout.metrics import face
from deckgen.model.chart import Plot
from deckgen.model.chart_data import Category, ChartData, Label
from deckgen.model.chart_geometry import ChartMark, Room, placed_legend
from deckgen.registry import registry

LIKERT = registry().charts["likert"]
ROOM = Room(860, 330, FaceRuler(face("Arial")), (14, 12))
FIVE = ("Helt uenig", "Uenig", "Hverken", "Enig", "Helt enig")
Row = tuple[int, ...]


def data(names: tuple[str, ...], *rows: Row, apart: Row = (), findings: Row = ()) -> ChartData:
    categories = tuple(
        Category(f"Spørgsmål {at}", tuple(map(Decimal, row)), tuple(Label(str(one)) for one in row))
        for at, row in enumerate(rows)
    )
    return ChartData(categories, names, findings=findings, apart=apart)


def settled(drawn: ChartData) -> tuple[Plot, tuple[ChartMark, ...]]:
    assert LIKERT.settle and LIKERT.marks
    plot = LIKERT.settle(LIKERT.plot(drawn), ROOM)
    return plot, LIKERT.marks(plot, ROOM)


@st.composite
def answers(draw: st.DrawFn) -> ChartData:
    """Shares of 100, some of them off the scale."""
    scale, apart = draw(st.integers(2, 5)), draw(st.integers(0, 2))
    cuts = st.lists(st.integers(0, 100), min_size=scale + apart - 1, max_size=scale + apart - 1).map(sorted)
    rows = [
        tuple(end - start for start, end in pairwise([0, *draw(cuts), 100])) for _ in range(draw(st.integers(1, 9)))
    ]
    names = tuple(f"Svar {at}" for at in range(scale + apart))
    return data(names, *rows, apart=tuple(range(scale, scale + apart)))


@given(answers())
def test_all_rows_have_one_middle_and_what_is_off_the_scale_begins_at_one_place_behind_it(drawn: ChartData) -> None:
    plot, marks = settled(drawn)
    scale = len(drawn.series) - len(drawn.apart)
    seen = [at for at, series in enumerate(plot.series) if not series.helper]
    on, off = seen[:scale], seen[scale:]
    middles = set[float]()
    for point in range(len(plot.categories)):
        boxes = {mark.series: mark.box for mark in marks if mark.point == point}
        middle = boxes[on[scale // 2]]
        middles.add(round(middle.middle[0] if scale % 2 else middle.left, 6))
        assert all(boxes[one].right == pytest.approx(boxes[other].left) for one, other in pairwise(on))
    assert len(middles) == 1
    if off:
        (start,) = {round(mark.box.left, 6) for mark in marks if mark.series == off[0]}
        answered = [mark.box for mark in marks if mark.series in on]
        reach = max(box.right for box in answered)
        assert reach < start or sum(box.width for box in answered) == 0


def test_rows_stand_by_what_is_for_it_or_by_the_finding() -> None:
    rows = (10, 20, 30, 20, 20), (30, 10, 0, 10, 50), (0, 0, 30, 70, 0)
    for findings, order in (((), "210"), ((4,), "102"), ((0, 1), "102"), ((3,), "201")):
        plot = LIKERT.plot(data(FIVE, *rows, findings=findings))
        assert "".join(label[-1] for label in plot.categories) == order
        assert [series.color == "accent" for series in plot.series[1:]] == [at in findings for at in range(5)]


def test_the_middle_may_stand_apart_too() -> None:
    plot, _ = settled(data(FIVE, (10, 20, 30, 20, 20), apart=(2,)))
    assert [series.name for series in plot.series if not series.helper] == [*FIVE[:2], *FIVE[3:], FIVE[2]]
    assert plot.legend and [name for name in plot.legend.names if name.strip()] == [*FIVE[:2], *FIVE[3:], FIVE[2]]


def test_counts_of_different_bases_and_scales_of_one_answer_are_refused() -> None:
    for names, rows, said in (
        (FIVE, ((10, 20, 30, 20, 20), (50, 100, 150, 100, 100)), "come to 100 and to 500"),
        (FIVE[:1], ((10,),), "wants 2 to 5 answers on its scale; here are 1"),
        (FIVE, ((10, 20, 30, 20, 20), (0, 0, 0, 0, 0)), "are all nothing in `Spørgsmål 1`"),
    ):
        with pytest.raises(ValueError, match=said):
            LIKERT.plot(data(names, *rows))
    assert LIKERT.plot(data(FIVE, (100, 200, 300, 200, 200), (200, 200, 200, 200, 200)))


def test_the_workbook_keeps_the_middle_in_its_place_when_an_answer_is_edited(tmp_path: Path, soffice: str) -> None:
    rows = (10, 20, 30, 20, 15, 5), (30, 11, 0, 10, 44, 5), (0, 3, 30, 60, 5, 2)
    plot = LIKERT.plot(data((*FIVE, "Ved ikke"), *rows, apart=(5,)))
    found = edited_workbooks.edited(plot, {("Spørgsmål 1", 1): 55}, tmp_path, soffice)
    assert found["Spørgsmål 1"][1] == 55
    starts = [values[0] for values in found.values()]
    middles = [sum(values[:3]) + values[3] / 2 for values in found.values()]
    off = [sum(values[:7]) for values in found.values()]
    assert min(starts) == 0 and middles == pytest.approx([66] * 3) and off == pytest.approx([off[0]] * 3)


def test_an_answer_apart_is_for_likert_alone_and_what_a_row_rests_on_stands_behind_its_label(tmp_path: Path) -> None:
    slide = (
        "id: a.chart\nkind: chart\ntitle: De fleste er enige\nchart: {chart}\ncounted: Andel i procent\n"
        "series: [Nej, Ja, {{text: Ved ikke, apart: true}}]\n"
        "data:\n  - {{label: Vil dele, value: [30, 60, 10], n: 240}}\n"
    )
    frame = gallery.frame_of(slide.format(chart="likert"), tmp_path / "good")
    (plot,) = (item.plot for item in frame.items if hasattr(item, "plot"))
    assert plot.categories == ("Vil dele (n\u00a0=\u00a0240)",)
    result = deckgen.check(
        gallery.write(tmp_path / "bad", {"a.chart": slide.format(chart="stacked_bar")}), brand=gallery.BRAND
    )
    (found,) = (one for one in result.diagnostics if one.severity == "error")
    assert (found.code, found.message) == (
        "fields-disagree",
        "`apart` means nothing in a chart of the type `stacked_bar`",
    )
    assert found.hint == "leave it out, or use: likert" and found.span.line


@given(st.lists(st.text("abcdefgh æøå", min_size=1, max_size=40), min_size=2, max_size=8))
def test_a_legend_stands_in_the_chart_over_the_plot(names: list[str]) -> None:
    drawn = data(tuple(f"{at} {name}" for at, name in enumerate(names)), tuple(range(1, len(names) + 1)))
    chart = registry().charts["stacked_bar"]
    assert chart.settle
    plot = placed_legend(chart.settle(chart.plot(drawn), ROOM), ROOM)
    assert plot.legend and plot.legend.box and plot.inner
    assert plot.legend.box.bottom <= plot.inner.top
    assert plot.legend.box.left >= 0 and plot.legend.box.right <= 1 + 1e-9
