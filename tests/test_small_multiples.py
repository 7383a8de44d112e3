"""One form of chart for several groups: every panel on one scale, in one order and one type, in the file too."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import gallery
from chart_data import ROOM, data
from deckgen import pipeline
from deckgen.checks.engine.subject import WRITTEN
from deckgen.diagnostics import Diagnostics
from deckgen.layout.panels import settled
from deckgen.model.chart import Plot
from deckgen.model.chart_data import ChartData
from deckgen.model.chart_geometry import ChartMark
from deckgen.model.frames import ChartItem
from deckgen.registry import registry

CHARTS = registry().charts
FORMS = [name for name, one in CHARTS.items() if "panels" in one.takes]
VALUES = st.one_of(st.integers(-50, 50), st.integers(0, 100), st.integers(1, 9_999_999), st.none())


@st.composite
def panels(draw: st.DrawFn, values: st.SearchStrategy[int | None] = VALUES) -> ChartData:
    width = draw(st.integers(2, 6))
    rows = draw(st.lists(st.tuples(*[values] * width), min_size=2, max_size=9))
    return data((1,) * width, *rows, emphasis=draw(st.sets(st.integers(0, 8), max_size=1)), sort=draw(st.booleans()))


def drawn(name: str, one: ChartData) -> tuple[Plot, tuple[ChartMark, ...]]:
    chart = CHARTS[name]
    assert chart.settle and chart.marks
    plot = replace(chart.plot(one), beside=tuple(map(chart.plot, one.beside)))
    plot = settled(chart.settle, plot, ROOM)
    return plot, chart.marks(plot, ROOM)


@pytest.mark.parametrize("name", FORMS)
@given(made=st.data())
def test_all_panels_have_one_scale_one_place_one_type_and_one_order(name: str, made: st.DataObject) -> None:
    values = st.integers(0, 99) if name == "histogram" else VALUES
    found = [drawn(name, one) for one in made.draw(panels(values)).panels()]
    first = found[0][0]
    for plot, marks in found:
        assert (plot.scale, plot.inner, plot.type_size, plot.categories) == (
            first.scale,
            first.inner,
            first.type_size,
            first.categories,
        )
        assert plot.scale and plot.unit is None and not plot.beside
        assert all(ROOM.inner(plot).holds(mark.box) for mark in marks if name != "line")


@given(panels())
def test_a_value_is_as_long_in_one_panel_as_in_any_other(rows: ChartData) -> None:
    lengths: dict[object, float] = {}
    for one in rows.panels():
        plot, marks = drawn("column", one)
        for mark in marks:
            length = lengths.setdefault(plot.series[0].values[mark.point], mark.box.height)
            assert mark.box.height == pytest.approx(length)


def test_marks_stand_in_the_order_of_what_all_panels_come_to() -> None:
    unsorted = data((1, 50, 9), (2, 3, 90), sort=True)
    assert [CHARTS["bar"].plot(one).categories for one in unsorted.panels()] == [
        ("Serie 2", "Serie 1", "Serie 0")
    ] * 2
    assert CHARTS["bar"].plot(data((1, 50, 9), (2, 3, 90)).panels()[0]).categories[0] == "Serie 0"


def test_the_panel_that_is_the_finding_is_in_the_accent_and_of_others_the_mark_that_is() -> None:
    rows = data((1, 2, 3), (4, 5, 6), emphasis=(1,), findings=(2,))
    first, second = (CHARTS["column"].plot(one).series[0].point_colors for one in rows.panels())
    assert (first, second) == (("mark", "mark", "accent"), ("accent",) * 3)
    lines = [CHARTS["line"].plot(one).series[0].color for one in data((1, 2), (3, 4), emphasis=(0,)).panels()]
    assert lines == ["accent", "primary"]


SLIDE = """\
id: a.chart
kind: small_multiples
title: Kun i Nord er der blevet flere hvert år
chart: {chart}
counted: Antal projekter pr. år, n = 40
series: ["2021", "2022", "2023"]
data:
  - {{label: Nord, value: [22, 31, 38], n: 12}}
  - {{label: Midt, value: [33, –, 30]}}
  - {{label: Syd, value: [24, 19, 61]}}
  - {{label: Vest, value: [2, 1, 3]}}
"""


def _loaded(folder: Path, slide: str, diagnostics: Diagnostics) -> pipeline.Loaded:
    loaded = pipeline.load(gallery.write(folder / "content", {"a.chart": slide}), gallery.BRAND, diagnostics)
    assert loaded is not None, [str(one) for one in diagnostics]
    return loaded


@pytest.mark.parametrize("name", FORMS)
def test_the_file_has_a_native_chart_for_each_group_and_each_says_the_same_ends(
    name: str, tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    diagnostics = Diagnostics()
    slide = SLIDE.format(chart=name).replace("–", "0" if name == "histogram" else "–")
    loaded = _loaded(tmp_path, slide, diagnostics)
    made = pipeline.make_deck(loaded, "gallery", diagnostics, WRITTEN)
    assert not [one for one in diagnostics if one.severity == "error" or one.code == "bars-unsorted"]
    (tmp_path / "deck.pptx").write_bytes(made.data)
    assert validate(tmp_path / "deck.pptx") == []
    with zipfile.ZipFile(tmp_path / "deck.pptx") as file:
        charts = [file.read(f"ppt/charts/chart{at}.xml").decode() for at in range(1, 5)]
    ends = {tuple(re.findall(r'<c:max val="(.*?)"/><c:min val="(.*?)"/>', one)) for one in charts}
    assert len(ends) == 1 and next(iter(ends))
    items = [item for frame in made.frames.frames for item in frame.items if isinstance(item, ChartItem)]
    assert [item.alt.partition(".")[0] for item in items] == ["Nord (n\u00a0=\u00a012)", "Midt", "Syd", "Vest"]
    assert items[2].alt == "Syd. Antal projekter pr. år, n = 40. 2021: 24; 2022: 19; 2023: 61"


@pytest.mark.parametrize(("count", "codes"), [(1, ["fields-disagree"]), (2, []), (9, []), (10, ["fields-disagree"])])
def test_panels_are_two_to_nine(count: int, codes: list[str], tmp_path: Path) -> None:
    slide = yaml.safe_load(SLIDE.format(chart="column"))
    slide["data"] = [{"label": f"Nr. {at}", "value": [at, 2, 3]} for at in range(count)]
    diagnostics = Diagnostics()
    pipeline.load(
        gallery.write(tmp_path / "content", {"a.chart": yaml.safe_dump(slide, allow_unicode=True, sort_keys=False)}),
        gallery.BRAND,
        diagnostics,
    )
    assert [one.code for one in diagnostics if one.severity == "error"] == codes
