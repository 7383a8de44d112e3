"""The brands in assets/brands: the shipped content builds on each, and can be read on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import gallery
from deckgen import pipeline
from deckgen.brand.contrast import LARGE_PAIRS, PAIRS
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Diagnostics
from deckgen.layout.setting import Setting
from deckgen.model.chart import PALETTE
from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast, luminance
from deckgen.model.frames import ChartItem, Frame, FrameDeck, FrameParagraph, Item, ShapeItem, TableItem, TextItem
from deckgen.model.theme import Color, Theme
from deckgen.model.units import Box, inches
from deckgen.powerpoint.own_template.layouts import SLIDE_LAYOUTS, Field, LayoutSpec, after_dark
from rendered import homes, outside, pages
from shipped import DECKS, build_both

ROOT = Path(__file__).parent.parent
BRANDS = sorted((ROOT / "assets/brands").glob("*/_brand.yml"))
SERIFS = {"Times New Roman", "Cambria"}
SLACK = 2.0
"""Points that a glyph may stand out: side bearings and the height of its own box."""
HUGE = 36
"""Points from which text needs the contrast of large text alone."""

Pair = tuple[Color, Color]


@dataclass(frozen=True)
class Built:
    """What came of the shipped content on one brand."""

    theme: Theme
    found: tuple[str, ...]
    decks: dict[str, FrameDeck]
    files: dict[str, Path]


@pytest.fixture(scope="module", params=BRANDS, ids=lambda path: path.parent.name)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder, found = tmp_path_factory.mktemp(request.param.parent.name), Diagnostics()
    loaded = pipeline.load(ROOT / "content", request.param, found)
    assert loaded, list(found)
    decks, files = build_both(loaded, folder, found)
    said = tuple(str(one) for one in found if one.severity != "info")
    return Built(loaded.theme, said, decks, files)


def themes() -> list[Theme]:
    loaded = [pipeline.load(ROOT / "content", path, Diagnostics()) for path in BRANDS]
    return [one.theme for one in loaded if one]


def layout(name: str, theme: Theme) -> LayoutSpec:
    spec = next(one for one in SLIDE_LAYOUTS if one.name == name)
    return after_dark(spec) if theme.dark else spec


def ground_of(spec: LayoutSpec, box: Box) -> Color:
    """What the slide layout paints behind a box: the last field that holds it, else the page."""
    ground = spec.background
    for one in spec.ornaments:
        if isinstance(one, Field):
            field = Box(inches(one.x), inches(one.y), inches(one.width), inches(one.height))
            ground = one.color if field.contains(box) else ground
    return ground


def texts(frame: Frame, theme: Theme) -> Iterator[tuple[FrameParagraph, Pair]]:
    """Every paragraph of a frame, with its colour and what it really stands on."""
    spec = layout(frame.slide_layout, theme)
    defaults = {slot.index: slot.color for slot in spec.slots}
    drawn: list[ShapeItem] = []
    for item in flat(frame.items):
        if isinstance(item, ShapeItem):
            drawn.append(item)
        for paragraph, fill in inside(item):
            under = next((one.fill for one in reversed(drawn) if one.fill and one.box.contains(item.box)), None)
            color = paragraph.color
            if color is None:
                assert isinstance(item, TextItem) and item.slot, item.name
                color = defaults[item.slot.index]
            yield paragraph, (color, fill or under or ground_of(spec, item.box))


def inside(item: Item) -> Iterator[tuple[FrameParagraph, Color | None]]:
    if isinstance(item, TextItem):
        yield from ((paragraph, None) for paragraph in item.paragraphs)
    elif isinstance(item, TableItem):
        cells = (cell for row in item.rows for cell in row)
        yield from ((paragraph, cell.fill) for cell in cells for paragraph in cell.paragraphs)


def chart_labels(item: ChartItem) -> Iterator[Pair]:
    """Labels of marks, on their fills where they are parts; axis and legend stand on the page."""
    yield "foreground", "background"
    on_marks = item.type.shows in ("parts of a whole", "parts of several wholes")
    for series in item.plot.series:
        for at in range(len(item.plot.categories)):
            color = series.label_colors[at] if series.label_colors else series.label_color
            mark = series.point_colors[at] if series.point_colors else series.color
            yield color, mark if on_marks else "background"


def prompts(theme: Theme) -> Iterator[tuple[str, Pair]]:
    """Every placeholder of every slide layout, filled or not."""
    for name in (spec.name for spec in SLIDE_LAYOUTS):
        spec = layout(name, theme)
        for slot in spec.slots:
            box = Box(inches(slot.x), inches(slot.y), inches(slot.width), inches(slot.height))
            yield f"{name}/{slot.name}", (slot.color, slot.plate or ground_of(spec, box))


def ratio(pair: Pair, theme: Theme) -> float:
    return contrast(theme.colors[pair[0]], theme.colors[pair[1]])


def test_three_brands_ship_and_differ_in_ground_and_faces() -> None:
    shipped = themes()
    assert len(shipped) == len(BRANDS) >= 3
    assert any(theme.dark for theme in shipped)
    assert any({theme.heading_face, theme.body_face} <= SERIFS for theme in shipped)
    assert any(theme.bold_titles for theme in shipped)
    assert len({theme.colors["primary"] for theme in shipped}) == len(shipped)


def test_the_shipped_content_builds_without_a_warning(built: Built) -> None:
    assert built.found == ()


@pytest.mark.parametrize("name", DECKS)
def test_the_open_xml_sdk_finds_nothing_wrong(built: Built, name: str, validate: Callable[[Path], list[str]]) -> None:
    assert validate(built.files[name]) == []


@pytest.mark.parametrize("name", DECKS)
def test_every_text_can_be_read_on_its_real_ground(built: Built, name: str) -> None:
    poor = []
    for frame in built.decks[name].frames:
        for paragraph, pair in texts(frame, built.theme):
            wanted = LARGE_CONTRAST if paragraph.size >= HUGE else TEXT_CONTRAST
            if ratio(pair, built.theme) < wanted:
                poor.append(f"{frame.id}: '{paragraph.plain}' {pair}")
        for item in flat(frame.items):
            if isinstance(item, ChartItem):
                for pair in chart_labels(item):
                    if ratio(pair, built.theme) < TEXT_CONTRAST:
                        poor.append(f"{frame.id}: {item.name} {pair}")
    assert not poor


def test_the_brand_file_is_checked_for_every_pair_that_occurs(built: Built, tmp_path: Path) -> None:
    """So that a brand that loads can be read on every page, of kinds too that the shipped content does not use."""
    examples = gallery.frames(gallery.write(tmp_path / "content", gallery.examples()), Diagnostics())
    checked = {frozenset(pair) for pair in (*PAIRS, *LARGE_PAIRS)}
    used = {pair for _, pair in prompts(built.theme)}
    used |= {(tone.label, tone.fill) for tone in PALETTE}
    for deck in (*built.decks.values(), examples):
        for frame in deck.frames:
            used |= {pair for _, pair in texts(frame, built.theme)}
    assert {pair for pair in used if frozenset(pair) not in checked} == set()


def test_a_clients_logo_stands_on_light_paper_whatever_the_page(built: Built) -> None:
    plates = [
        slot.plate for spec in SLIDE_LAYOUTS for slot in layout(spec.name, built.theme).slots if slot.type == "pic"
    ]
    assert plates
    assert all(plate and luminance(built.theme.colors[plate]) > 0.8 for plate in plates)


@pytest.mark.parametrize("name", DECKS)
def test_every_text_stands_in_its_box(built: Built, name: str, to_pdf: Callable[[Path], Path]) -> None:
    frames, setting = built.decks[name].frames, Setting(built.theme, {})
    rendered = list(pages(to_pdf(built.files[name])))
    assert len(rendered) == len(frames)
    strays = []
    for frame, glyphs in zip(frames, rendered, strict=True):
        boxes = homes(frame, setting)
        out = [glyph.text for glyph in glyphs if outside(glyph, boxes) > SLACK]
        if out:
            strays.append(f"{frame.id}: {''.join(out)}")
    assert not strays
