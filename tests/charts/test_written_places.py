"""Charts and tables from content to the file: the file says what is settled, and other programs draw it so."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import gallery
import rendered
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.layout.chart import FaceRuler
from deckgen.layout.metrics import face
from deckgen.model.chart_geometry import Room
from deckgen.model.frames import ChartItem, FrameDeck, TableItem
from deckgen.model.units import EMU_PER_POINT, Box


def slide(name: str, kind: str, body: str) -> str:
    return f"id: {name}\nkind: {kind}\ntitle: Et diagram med mange tal siger noget\n{body}"


def chart(name: str, chart_type: str, rows: str, series: str = "") -> str:
    head = f"chart: {chart_type}\ncounted: Antal svar, n = 40\nordered: true\n{series}"
    return slide(name, "chart", f"{head}data:\n{rows}")


SLIDES = {
    "a.lines": chart(
        "a.lines",
        "line",
        "  - {label: Før, value: [30, 28, 12]}\n  - {label: Midt, value: [31, –, 18]}\n"
        "  - {label: Nu, value: [32, 33, 25]}\n",
        "series: [Nord, Syd, {text: Vest, emphasis: true}]\n",
    ),
    "a.line": chart(
        "a.line",
        "line",
        "".join(f"  - {{label: '{2019 + at}', value: [{310 + 8 * at}, {322 + 4 * at}]}}\n" for at in range(6)),
        "series: [Nord, Syd]\n",
    ),
    "a.stack": chart(
        "a.stack", "stacked_bar", "  - {label: Enige, value: [90, 7, 2, 1]}\n", "series: [Helt, Delvis, Lidt, Slet]\n"
    ),
    "a.ring": chart(
        "a.ring",
        "doughnut",
        "  - {label: Nord, value: 12345678}\n  - {label: Syd, value: 400000}\n  - {label: Vest, value: 300000}\n",
    ),
    "a.gap": chart(
        "a.gap", "line", "  - {label: A, value: 10}\n  - {label: B, value: –}\n  - {label: C, value: -8}\n"
    ),
    "a.uneven": chart(
        "a.uneven",
        "stacked_bar",
        "  - {label: Før, value: [40, 25]}\n  - {label: Nu, value: [70, 35]}\n",
        "series: [Nord, Syd]\n",
    ),
    "a.cluster": chart(
        "a.cluster",
        "clustered_bar",
        "  - {label: Før, value: [40, 25, –]}\n  - {label: Nu, value: [70, -35, 12]}\n",
        "series: [Nord, {text: Syd, emphasis: true}, Vest]\n",
    ),
    "a.clusters": chart(
        "a.clusters",
        "clustered_column",
        "  - {label: Før, value: [40, -25]}\n  - {label: Nu, value: [71, 35]}\n",
        "series: [Nord, Syd]\n",
    ),
    "a.columns": chart(
        "a.columns",
        "stacked_column",
        "  - {label: Før, value: [40, 25]}\n  - {label: Nu, value: [72, 35]}\n",
        "series: [Nord, {text: Syd, emphasis: true}]\n",
    ),
    "a.wholes": chart(
        "a.wholes",
        "percent_bar",
        "  - {label: Før, value: [40, 25]}\n  - {label: Nu, value: [700, 351]}\n",
        "series: [Nord, Syd]\n",
    ),
    "a.steps": chart(
        "a.steps",
        "waterfall",
        "  - {label: Før, value: 24, total: true}\n  - {label: Op, value: 19, emphasis: true}\n"
        "  - {label: Ned, value: -6}\n  - {label: Nu, value: 37, total: true}\n",
    ),
    "a.dots": chart(
        "a.dots",
        "dumbbell",
        "  - {label: Før, value: [24, 61]}\n  - {label: Midt, value: [33, –]}\n  - {label: Nu, value: [74, 12]}\n",
        "series: [Nord, {text: Syd, emphasis: true}]\n",
    ),
    "a.lollipops": chart(
        "a.lollipops",
        "dot",
        "  - {label: Før, value: 24, emphasis: true}\n  - {label: Midt, value: –}\n  - {label: Nu, value: -12}\n",
    ),
    "a.widths": chart(
        "a.widths",
        "mekko",
        "  - {label: Nord og Midt, value: [24, 61]}\n  - {label: Syd, value: [33, 14]}\n",
        "series: [Før, {text: Nu, emphasis: true}]\n",
    ),
    "a.boxes": chart(
        "a.boxes",
        "box",
        "  - {label: Før, value: [-4, 22, 41, 68, 110]}\n  - {label: Nu, value: [-30, -14, -9, -2, 6]}\n",
        "series: [Lavest, Nedre kvartil, Median, Øvre kvartil, Højest]\n",
    ),
    "a.free": chart(
        "a.free",
        "line",
        "  - {label: Før, value: [98.2, 97]}\n  - {label: Midt, value: [98.9, –]}\n"
        "  - {label: Nu, value: [99.1, 96.5]}\n",
        "baseline: free\nseries: [Nord, {text: Syd, emphasis: true}]\n",
    ),
    "a.dates": chart(
        "a.dates",
        "line",
        "  - {label: 2024-01-01, value: 30}\n  - {label: 2024-01-08, value: 52}\n"
        "  - {label: 2024-03-01, value: 51}\n",
    ),
    "a.years": chart(
        "a.years",
        "column",
        "  - {label: '2010', value: 30}\n  - {label: '2015', value: -14}\n  - {label: '2016', value: 33}\n",
    ),
    "a.areas": chart(
        "a.areas",
        "area",
        "  - {label: '2010', value: [30, 21]}\n  - {label: '2015', value: [14, 0]}\n"
        "  - {label: '2016', value: [33, 45]}\n",
        "series: [Nord, {text: Syd, emphasis: true}]\n",
    ),
    "a.both": chart(
        "a.both",
        "combination",
        "  - {label: Før, value: [40, 30]}\n  - {label: Midt, value: [44, 50]}\n  - {label: Så, value: [75, 70]}\n"
        "  - {label: Nu, value: [–, 80]}\n",
        "series: [Nord, {text: Mål, emphasis: true}]\n",
    ),
    "a.apart": chart(
        "a.apart",
        "combination",
        "  - {label: '2010', value: [400, -80, 3.5]}\n  - {label: '2015', value: [440, 75, –]}\n"
        "  - {label: '2016', value: [750, 99, -1.5]}\n",
        "series: [{text: Nord, unit: kr.}, {text: Syd, unit: kr.}, {text: Vækst, unit: '%'}]\n",
    ),
    "a.targets": chart(
        "a.targets",
        "bullet",
        "  - {label: Kran, value: [86, 80, 40, 100]}\n  - {label: Is, value: [34, 71, 40, 90]}\n"
        "  - {label: Told, value: [55, –, 30, 100]}\n",
        "series: [Nået, Mål, Svagt, Godt]\n",
    ),
    "a.shares": chart(
        "a.shares",
        "pareto",
        "  - {label: Kran, value: 86}\n  - {label: Is, value: 71}\n  - {label: Told, value: 38}\n",
    ).replace("ordered: true\n", ""),
    "a.points": chart(
        "a.points",
        "scatter",
        "  - {label: Kran, value: [24, 61.5]}\n  - {label: Is, value: [33, –]}\n"
        "  - {label: Nattevagt, value: [74, -12], emphasis: true}\n  - {label: Lager, value: [71, -13]}\n",
        "series: [Medlemmer, Vækst i procent]\n",
    ),
    "a.wings": chart(
        "a.wings",
        "butterfly",
        "  - {label: Før, value: [24, 61]}\n  - {label: Midt, value: [3, –]}\n  - {label: Nu, value: [74, 12]}\n",
        "series: [Nord, {text: Syd, emphasis: true}]\n",
    ),
    "a.fall": chart("a.fall", "bar", "  - {label: A, value: 12}\n  - {label: B, value: -8}\n"),
    "a.table": slide(
        "a.table",
        "table",
        "columns: [Navn, Før, Nu]\nrows:\n  - cells: [Nord, '1.740', '12,5']\n"
        "  - cells: [Syd, –, '-3,25']\n  - cells: [Vest, '98', –]\n",
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[FrameDeck, Path]:
    folder = tmp_path_factory.mktemp("places")
    diagnostics = Diagnostics()
    loaded = pipeline.load(gallery.write(folder / "content", SLIDES), gallery.BRAND, diagnostics)
    assert loaded is not None, [str(one) for one in diagnostics]
    frames = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "gallery", diagnostics), diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    (folder / "deck.pptx").write_bytes(pipeline.deck_bytes(loaded, frames))
    return frames, folder / "deck.pptx"


def test_the_file_is_valid(built: tuple[FrameDeck, Path], validate: Callable[[Path], list[str]]) -> None:
    assert validate(built[1]) == []


def test_another_program_draws_each_label_where_it_was_settled(
    built: tuple[FrameDeck, Path], to_pdf: Callable[[Path], Path]
) -> None:
    frames, path = built
    for frame, glyphs in zip(frames.frames, rendered.pages(to_pdf(path)), strict=True):
        for item in (one for one in frame.items if isinstance(one, ChartItem)):
            assert item.type.marks
            ruler = FaceRuler(face("Calibri"))
            room = Room(item.box.width / EMU_PER_POINT, item.box.height / EMU_PER_POINT, ruler)
            left, top = item.box.x / EMU_PER_POINT, item.box.y / EMU_PER_POINT
            for mark in item.type.marks(item.plot, room):
                if mark.label:
                    box, slack = mark.label, 6
                    inside = [
                        glyph.text
                        for glyph in glyphs
                        if box.left - slack < glyph.middle[0] - left < box.right + slack
                        and box.top - slack < glyph.middle[1] - top < box.bottom + slack
                    ]
                    assert re.sub(r"\s", "", mark.text) in "".join(inside), (frame.id, mark)


def _at(point: tuple[float, float]) -> Box:
    x, y = (round(place * EMU_PER_POINT) for place in point)
    return Box(x, y, 0, 0)


EDITS = {
    "a.line": ("318", 901),
    "a.stack": ("7", 205),
    "a.uneven": ("70", 402),
    "a.cluster": ("70", 403),
    "a.clusters": ("71", 404),
    "a.columns": ("72", 405),
    "a.wholes": ("351", 907),
    "a.fall": ("-8", -63),
    "a.targets": ("55", 951),
}
"""A value of a chart, and what somebody makes of it, which is far beyond the others."""


def test_a_value_that_is_edited_beyond_the_others_is_drawn_whole(
    built: tuple[FrameDeck, Path], tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    frames, path = built
    places = {frame.id: item.inner for frame in frames.frames for item in frame.items if isinstance(item, ChartItem)}
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(tmp_path / "edited.pptx", "w") as target:
        charts = iter(places)
        for name in source.namelist():
            data = source.read(name)
            if re.fullmatch(r"ppt/charts/chart\d+\.xml", name) and (edit := EDITS.get(next(charts))):
                old, new = (f"<c:v>{value}</c:v>".encode() for value in edit)
                assert data.count(old) == 1
                data = data.replace(old, new)
            target.writestr(name, data)
    for frame, glyphs in zip(frames.frames, rendered.pages(to_pdf(tmp_path / "edited.pptx")), strict=True):
        if frame.id in EDITS:
            inner = places[frame.id]
            assert inner
            inside = [glyph.text for glyph in glyphs if inner.contains(_at(glyph.middle))]
            assert str(EDITS[frame.id][1]) in "".join(inside).replace("−", "-"), frame.id


def test_the_inner_box_of_a_chart_stands_in_the_chart(built: tuple[FrameDeck, Path]) -> None:
    charts = [item for frame in built[0].frames for item in frame.items if isinstance(item, ChartItem)]
    assert len(charts) == len(SLIDES) - 1
    for item in charts:
        assert item.inner and item.box.contains(item.inner, slack=2)


def test_number_columns_end_under_each_other_and_a_typed_hyphen_before_one_is_a_minus(
    built: tuple[FrameDeck, Path],
) -> None:
    (table,) = (item for frame in built[0].frames for item in frame.items if isinstance(item, TableItem))
    assert [[part.align for cell in row for part in cell.paragraphs] for row in table.rows] == [
        ["left", "right", "right"]
    ] * 4
    said = [[part.plain for cell in row for part in cell.paragraphs] for row in table.rows]
    assert said[1:] == [["Nord", "1.740", "12,5"], ["Syd", "–", "−3,25"], ["Vest", "98", "–"]]
    assert table.named_rows


@pytest.mark.parametrize("said", ["null", "~", "nan", "None", "", "—"])
def test_what_means_nothing_is_refused_as_a_value_and_the_hint_says_how_a_gap_is_written(
    said: str, tmp_path: Path
) -> None:
    body = chart("a.gap", "line", f"  - {{label: A, value: 10}}\n  - label: B\n    value: {said}\n")
    diagnostics = Diagnostics()
    pipeline.load(gallery.write(tmp_path / "content", {"a.gap": body}), gallery.BRAND, diagnostics)
    (found,) = (one for one in diagnostics if one.severity == "error")
    assert found.code in ("not-a-number", "missing-value") and "write –" in (found.hint or "")
    assert found.span.line
