"""What several series look like side by side: one is the finding, and all are told apart, in grey too."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.chart_data import Category, ChartData, Label
from deckgen.model.chart_tones import MOST_TONES, tones
from deckgen.model.contrast import LARGE_CONTRAST, contrast
from deckgen.model.frames import ChartItem
from deckgen.model.grounds import grounds, painted
from deckgen.model.theme import Color, Ground
from deckgen.registry import registry

ROOT = Path(__file__).parent.parent.parent
BRANDS = [ROOT / "assets/_brand.yml", *sorted(ROOT.glob("assets/brands/*/_brand.yml"))]
CHARTS = registry().charts
CLUSTERS = ("clustered_bar", "clustered_column")
WHOLES = ("percent_bar", "percent_column")
STACKS = ("stacked_bar", "stacked_column", *WHOLES)
APART, FEW = 1.25, 4
"""How much lighter a neighbour is at the least, and how many series may stand in a cluster."""


def data(*rows: tuple[int, ...], findings: tuple[int, ...] = (), emphasis: int = -1, sort: bool = True) -> ChartData:
    categories = tuple(
        Category(f"Række {at}", tuple(map(Decimal, row)), tuple(Label(str(one)) for one in row), at == emphasis)
        for at, row in enumerate(rows)
    )
    return ChartData(categories, tuple(f"Serie {at}" for at in range(len(rows[0]))), sort, findings)


@cache
def _colors(brand: Path) -> dict[Ground, dict[Color, str]]:
    loaded = pipeline.load(ROOT / "content", brand, Diagnostics())
    assert loaded is not None
    return {ground: painted(loaded.theme, paints) for ground, paints in grounds(loaded.theme).items()}


@pytest.mark.parametrize("brand", BRANDS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("ground", ["white", "panel", "primary"])
def test_neighbours_are_told_apart_in_grey_and_their_labels_are_read(brand: Path, ground: Ground) -> None:
    colors = _colors(brand)[ground]
    for count in range(2, MOST_TONES + 1):
        for findings in ((), *((at,) for at in range(count) if count <= FEW)):
            made = tones(count, findings)
            assert len({tone.fill for tone in made}) == count
            assert [at for at, tone in enumerate(made) if tone.fill == "accent"] == list(findings)
            for one, other in pairwise(made):
                assert contrast(colors[one.fill], colors[other.fill]) >= APART, (count, one, other)
            for tone in made:
                assert contrast(colors[tone.fill], colors[tone.label]) >= LARGE_CONTRAST, (count, tone)


def test_rows_stand_in_the_order_of_the_finding_or_of_all_series_or_as_they_are_written() -> None:
    rows = (1, 90), (50, 10), (20, 30)
    found = {
        findings: [row.label[-1] for row in data(*rows, findings=findings).sorted_rows()]
        for findings in ((), (0,), (1,))
    }
    assert found == {(): ["0", "1", "2"], (0,): ["1", "2", "0"], (1,): ["0", "2", "1"]}
    assert [row.label[-1] for row in data(*rows, findings=(0,), sort=False).sorted_rows()] == ["0", "1", "2"]


@pytest.mark.parametrize("name", [*CLUSTERS, *STACKS])
def test_one_series_is_the_finding_and_in_a_row_that_is_one_its_mark_alone(name: str) -> None:
    plot = CHARTS[name].plot(data((10, 20, 5), (30, 10, 6), findings=(1,), sort=False))
    assert [series.color == "accent" for series in plot.series] == [False, True, False]
    plot = CHARTS[name].plot(data((10, 20, 5), (30, 10, 6), findings=(1,), emphasis=0, sort=False))
    assert plot.series[1].point_colors == ("accent", "mark") and "accent" not in {one.color for one in plot.series}


@pytest.mark.parametrize(("name", "most"), [*((name, 4) for name in CLUSTERS), *((name, 8) for name in STACKS)])
def test_series_that_are_too_few_or_too_many_are_refused_with_a_sentence(name: str, most: int) -> None:
    for count in (1, most + 1):
        with pytest.raises(ValueError, match=rf"wants 2 to {most} series; here (are|is) {count}"):
            CHARTS[name].plot(data((1,) * count))


def test_content_says_which_series_is_the_finding_and_the_alt_text_which_value_is_missing(tmp_path: Path) -> None:
    slide = (
        "id: a.chart\nkind: chart\ntitle: Syd er større end Nord\nchart: clustered_bar\ncounted: Antal\n"
        "series: [Nord, {text: Syd, emphasis: true}]\ndata:\n"
        "  - {label: Før, value: [9, 1]}\n  - {label: Nu, value: [–, 2]}\n"
    )
    (item,) = (one for one in gallery.frame_of(slide, tmp_path).items if isinstance(one, ChartItem))
    assert [(series.name, series.color) for series in item.plot.series] == [("Nord", "tint3"), ("Syd", "accent")]
    assert item.plot.categories == ("Nu", "Før") and item.plot.series[0].values == (None, Decimal(9))
    assert "Nu: Nord –, Syd 2" in item.alt


@pytest.mark.parametrize("name", WHOLES)
def test_a_whole_wants_all_its_parts_and_rows_stand_in_the_order_of_one(name: str) -> None:
    for row in ((5, -1), (0, 0)):
        with pytest.raises(ValueError, match=r"the parts of a 100 % \w+ chart"):
            CHARTS[name].plot(data((1, 2), row))
    rows = (10, 80, 10), (30, 60, 10), (20, 20, 60)
    for findings, order in (((), "120"), ((1,), "012"), ((1, 2), "021")):
        plot = CHARTS[name].plot(data(*rows, findings=findings))
        assert "".join(label[-1] for label in plot.categories) == order
