"""Bars that go on on a next slide: in one order, on one scale, each row told where it is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import ChartItem, TextItem

HEAD = "id: a.many\nkind: chart\ntitle: Mange rækker er også et diagram\nchart: {chart}\ncounted: Antal svar\n"
ROWS = "data:\n" + "".join(f"  - {{label: Kommune {at:02}, value: {(at * 37) % 100 + 1}}}\n" for at in range(34))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[ChartItem]:
    body = HEAD.format(chart="bar") + "continues: true\n" + ROWS
    folder = gallery.write(tmp_path_factory.mktemp("many") / "content", {"a.many": body})
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded, [str(one) for one in diagnostics]
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    texts = [item for frame in frames.frames for item in frame.items if isinstance(item, TextItem)]
    titles = [item.paragraphs[0].plain for item in texts if item.name.endswith("/title")]
    assert titles[1].endswith("(fortsat, 2 af 2)")
    return [item for frame in frames.frames for item in frame.items if isinstance(item, ChartItem)]


def test_every_row_is_shown_once_and_the_largest_stand_first(pages: list[ChartItem]) -> None:
    assert len(pages) == 2
    values = [value for page in pages for value in page.plot.series[0].values if value is not None]
    assert len(values) == 34 and values == sorted(values, reverse=True)


def test_bars_of_all_slides_have_one_scale_and_one_place(pages: list[ChartItem]) -> None:
    first, last = (page.plot for page in pages)
    assert first.scale and first.scale == last.scale and first.type_size == last.type_size
    sides = [(page.plot.inner.left, page.plot.inner.width) if page.plot.inner else None for page in pages]
    assert sides[0] == pytest.approx(sides[1])


def test_whoever_hears_a_slide_hears_its_own_rows(pages: list[ChartItem]) -> None:
    for page, other in (pages, reversed(pages)):
        assert all(f"{row}:" in page.alt for row in page.plot.categories)
        assert not any(f"{row}:" in page.alt for row in other.plot.categories)


@pytest.mark.parametrize(
    ("chart", "asked", "message"),
    [
        ("bar", "", "the chart has 34 rows; at most 20 are shown"),
        ("column", "continues: true\n", "`continues` means nothing in a chart of the type `column`"),
        ("bar", "continues: true\ntop: 8\nrest: Andre\n", "rows are added up or go on on a next slide"),
        (
            "bar",
            "continues: true\nannotate:\n  - line: 40\n",
            "what is said over a chart that goes on belongs to none",
        ),
    ],
)
def test_a_mistake_is_told(chart: str, asked: str, message: str, tmp_path: Path) -> None:
    folder = gallery.write(tmp_path, {"a.many": HEAD.format(chart=chart) + asked + ROWS})
    errors = [one for one in deckgen.check(folder, brand=gallery.BRAND).diagnostics if one.severity == "error"]
    assert [one.message.startswith(message) for one in errors] == [True] and errors[0].hint and errors[0].span.line


PARTS = "series: [Uenig, Enig, {text: Ved ikke, apart: true}]\n", "series: [Uenig, Enig]\n"


@pytest.mark.parametrize("chart", ["stacked_bar", "percent_bar", "likert"])
def test_parts_go_on_in_the_order_of_their_form_and_on_one_scale(chart: str, tmp_path: Path) -> None:
    rows = [(15 + at % 60, 80 - at % 60, 5) for at in (at * 37 for at in range(34))]
    width = 3 if chart == "likert" else 2
    told = "".join(f"  - {{label: Kommune {at:02}, value: {list(row[:width])}}}\n" for at, row in enumerate(rows))
    body = HEAD.format(chart=chart) + "continues: true\n" + PARTS[width == 2] + "data:\n" + told
    folder = gallery.write(tmp_path / "content", {"a.many": body})
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded, [str(one) for one in diagnostics]
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    first, *more = (item.plot for frame in frames.frames for item in frame.items if isinstance(item, ChartItem))
    assert more and {(one.scale, one.type_size) for one in more} == {(first.scale, first.type_size)}
    (agreed,) = {at for at, one in enumerate(first.series) if one.name == ("Enig" if chart == "likert" else "Uenig")}
    values = [value for page in (first, *more) for value in page.series[agreed].values if value is not None]
    assert len(values) == 34 and (chart == "stacked_bar" or values == sorted(values, reverse=True))
    if chart == "likert":
        sides = {sum(one.values[at] or 0 for one in page.series[:2]) for page in (first, *more) for at in range(3)}
        assert len(sides) == 1, "agreeing begins at one place on all slides"
