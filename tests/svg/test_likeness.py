"""Each slide as we draw it beside the same slide as LibreOffice draws it: both shipped decks, and every example.

The texts are the same to the letter, every line is broken alike, lines and marks stand at the same places within a
pixel of pictures `WIDTH` across, and the pictures are alike. In these things LibreOffice is known to draw otherwise:

- In cells and charts it leaves out the gap that a face wants between its lines, which PowerPoint keeps. There our
  lines are set as close as its own, so that all else can be held against it.
- The legend of clusters of lying bars it writes from the last series to the first, and so do we here.
- Of a legend the file says the side alone, and of labels in a chart which side of their mark: the rest it chooses
  (`KEY`, `LABEL`).
- A sign before an item it sets on a line of its own, a little higher or lower (`SIGN`).
- It sets text in whole dots of a printer, so that pieces of a line drift from where the line begins (`DRIFT`).
- An axis of dates begins in it a few days later (`DATED`).
- Where a word fits its line, or not, by less than half a per cent of the box (`DRIFT`), it may stand on the next.
- A legend's key for a line is as long as it likes (`KEY`); columns as wide as what they come to are areas in the
  file, each of all columns at once, so that no rectangle of ours is a shape of its own there (`AREAS`).
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from drawn import Extent, Line, characters, lines, marks, seen, shapes
from PIL import Image

import deckgen
import gallery
from deckgen.diagnostics import Diagnostics
from deckgen.layout.setting import Setting
from deckgen.layout.text import drawn_lines
from deckgen.layout.typeset import Leading
from deckgen.model.chart import Plot
from deckgen.model.chart_bars import Bars
from deckgen.model.chart_geometry import KEY as KEY_HEIGHT
from deckgen.model.chart_geometry import Room
from deckgen.model.chart_sketch import ChartShape, legend
from deckgen.model.frames import Frame
from deckgen.model.theme import TYPE_SCALES
from deckgen.slide_pictures import draw_slides, slide_of
from deckgen.svg.png import png
from rendered import text_boxes
from similarity import similarity

ROOT = Path(__file__).parent.parent.parent
NAMES = ("board", "directorate", "gallery")
CLOSE = Leading(0.75, 1.0)
"""How LibreOffice sets Calibri where the face's own measures count."""
ALIKE = 0.85
WIDTH = 1280
PIXEL = 960 / WIDTH
"""Of a picture, in points of a page of 960 by 540."""
KEY, LABEL, SIGN, DATED = 4.5, 3.5, 1.5, 1.1
"""What may differ, in points, of a key of a legend, a text in a chart, a sign before an item, an area along dates."""
DRIFT = 0.005
"""By what part of its distance from where the line begins a piece of it may be off."""
MOST_ON_EDGE = 9
"""So many pieces of lines are broken otherwise at most."""
SIGN_WIDTH = 6.0
"""How wide a sign before an item is taken to be: its line says no width."""


@dataclass(frozen=True)
class Slide:
    """A slide in both pictures."""

    id: str
    svg: str
    page: Any
    on_edge: frozenset[str]
    """The paths of texts that break otherwise in a box that is wider or narrower by `DRIFT`."""

    @property
    def similarity(self) -> float:
        own = Image.open(BytesIO(png(self.svg, WIDTH))).convert("RGB")
        theirs = self.page.render(scale=WIDTH / self.page.get_width()).to_pil().convert("RGB")
        return similarity(own, theirs)


Both = Callable[[str], list[Slide]]


@pytest.fixture(scope="module")
def both(
    rendered_decks: dict[str, Path],
    to_pdf: Callable[[Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Both]:
    """The slides of a deck, drawn when they are first asked for."""
    known: dict[str, list[Slide]] = {}

    def slides(name: str) -> list[Slide]:
        if name not in known:
            folder = tmp_path_factory.mktemp("examples")
            known[name] = _examples(folder, to_pdf) if name == "gallery" else _shipped(name, rendered_decks[name])
        return known[name]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("deckgen.svg.table.CELL", CLOSE)
        patch.setattr("deckgen.svg.chart.CELL", CLOSE)
        patch.setattr(Bars, "legend", _legend)
        yield slides


_LEGEND = Bars.legend


def _legend(bars: Bars, plot: Plot, room: Room) -> Iterator[ChartShape]:
    """A legend in the order in which LibreOffice has it."""
    if not plot.legend or bars.stacked or not bars.lying:
        return _LEGEND(bars, plot, room)
    turned = replace(plot, legend=replace(plot.legend, names=plot.legend.names[::-1]))
    return legend(turned, room, [series.color for series in plot.series][::-1])


def _shipped(name: str, pdf: Path) -> list[Slide]:
    return _slides(deckgen.plan(ROOT / "content", decks=[name], brand=gallery.BRAND), name, pdf)


def _examples(folder: Path, to_pdf: Callable[[Path], Path]) -> list[Slide]:
    built = deckgen.build(gallery.write_all(folder / "content"), brand=gallery.BRAND, output=folder)
    return _slides(built, "gallery", to_pdf(built.files[0]))


def _slides(result: deckgen.Result, name: str, pdf: Path) -> list[Slide]:
    assert result.loaded and result.ok
    drawn = draw_slides(result.loaded, result.frames[name], Diagnostics())
    document = pypdfium2.PdfDocument(pdf)
    setting = Setting(result.loaded.theme, {})
    edges = (_on_edge(frame, setting) for frame in result.frames[name].frames)
    return [Slide(*drawn, page, edge) for drawn, page, edge in zip(drawn.items(), document, edges, strict=True)]


def _on_edge(frame: Frame, setting: Setting) -> frozenset[str]:
    found = set[str]()
    for box in text_boxes(frame.items, setting):
        widths = (round(box.box.width * share) for share in (1 - DRIFT, 1, 1 + DRIFT))
        ways = {tuple(drawn_lines(one, setting, width) for one in box.paragraphs) for width in widths}
        if len(ways) > 1:
            found.add(box.name.removeprefix(f"{slide_of(frame)}/"))
    return frozenset(found)


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_looks_as_libreoffice_draws_it(
    name: str, both: Both, record_property: Callable[[str, object], None]
) -> None:
    found = {slide.id: slide.similarity for slide in both(name)}
    least = min(found, key=lambda id: found[id])
    median = statistics.median(found.values())
    record_property(
        "figures", f"{name} drawn: {median:.3f} alike in the median, {found[least]:.3f} at least ({least})"
    )
    assert not {id: round(value, 3) for id, value in found.items() if value < ALIKE}


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_the_same_texts(name: str, both: Both) -> None:
    for slide in both(name):
        own = Counter(character for line in lines(slide.svg) for character in line.text)
        theirs = Counter(one.text for one in characters(slide.page))
        assert own == theirs, slide.id


def test_every_line_is_broken_alike_and_stands_at_the_same_place(
    both: Both, record_property: Callable[[str, object], None]
) -> None:
    count, on_edge, elsewhere = 0, list[Any](), list[Any]()
    for slide in (slide for name in NAMES for slide in both(name)):
        theirs, own = characters(slide.page), list(lines(slide.svg))
        begins: dict[tuple[str, float], float] = {}
        for line in own:
            begins[line.path, line.y] = min(line.x, begins.get((line.path, line.y), line.x))
        for line in own:
            count += 1
            down, across = _may_differ(slide, line, begins[line.path, line.y])
            ends = line.x + max(line.width, SIGN_WIDTH) + across
            near = [one for one in theirs if abs(one.y - line.y) <= down and line.x - across <= one.x <= ends]
            if Counter(line.text) - Counter(one.text for one in near):
                (on_edge if line.path in slide.on_edge else elsewhere).append((slide.id, line))
    record_property("figures", f"{count} lines at the same places, but {len(on_edge)} on the edge of another break")
    assert not elsewhere
    assert count > 2500
    assert len(on_edge) <= MOST_ON_EDGE, on_edge


def _may_differ(slide: Slide, line: Line, begins: float) -> tuple[float, float]:
    """By how much a line may stand higher or lower than LibreOffice's, and farther left or right."""
    if line.path == "chart" or slide.id in _OF_CHARTS:
        return LABEL, LABEL
    return (PIXEL if line.width else SIGN), PIXEL + DRIFT * (line.x - begins)


@pytest.mark.parametrize("name", NAMES)
def test_marks_stand_at_the_same_places(
    name: str, both: Both, record_property: Callable[[str, object], None]
) -> None:
    count, elsewhere = 0, []
    for slide in both(name):
        theirs = shapes(slide.page)
        for path, own in marks(slide.svg) if slide.id not in AREAS else ():
            count += 1
            off = min(own.off(one) for one in theirs)
            most = PIXEL if path != "chart" else KEY if _is_key(own) else _MASKED.get(slide.id, PIXEL)
            if off > most:
                elsewhere.append((slide.id, path, own, off))
    record_property("figures", f"{name}: {count} marks at the same places")
    assert not elsewhere
    assert count > 300


AREAS = ("example-chart.mekko",)
_MASKED = {"example-chart.area": DATED}
_OF_CHARTS = ("example.small-multiples",)
"""Slides of charts that are called as their rows are."""
_HEIGHTS = {KEY_HEIGHT * size for sizes in TYPE_SCALES.values() for size in sizes["chart"]}


def _is_key(own: Extent) -> bool:
    """Whether a mark of a chart is as high as a key of its legend."""
    return any(abs(own.bottom - own.top - height) < 0.02 for height in _HEIGHTS)


def test_the_measure_tells_pictures_apart() -> None:
    one, other, empty = (Image.new("RGB", (640, 360), "white") for _ in range(3))
    one.paste("black", (100, 100, 300, 200))
    other.paste("black", (108, 100, 308, 200))
    assert similarity(one, one) == similarity(empty, empty) == 1.0
    assert similarity(one, other) < ALIKE
    assert similarity(one, empty) < 0.3


def test_spaces_are_not_seen() -> None:
    assert seen("12\u00a0% af") == "12%af"
