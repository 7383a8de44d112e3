"""The brands in assets/brands: the shipped content builds on each, and can be read on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

import gallery
from deckgen import pipeline
from deckgen.brand.contrast import LARGE_PAIRS, ON_GROUNDS, PAIRS
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Diagnostics
from deckgen.layout.setting import Setting
from deckgen.model.chart_tones import MOST_TONES, PALETTE, tones
from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast, luminance
from deckgen.model.frames import ChartItem, Frame, FrameDeck, FrameParagraph, Item, ShapeItem, TableItem, TextItem
from deckgen.model.grounds import grounds, on_primary, painted
from deckgen.model.land_grounds import land_ground, samples
from deckgen.model.outline import Outline
from deckgen.model.theme import Color, Ground, Theme
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

LARGE, LARGE_BOLD = 18, 14
"""Points from which text is large, on tints that are made for it."""
ROUNDED = 0.985
"""What of a contrast may be lost where a paint is said in whole per mille of lightness."""
PAGE: Final = "page"

Pair = tuple[Ground, str, str]
"""The ground of a page, and in its roles a text and what is behind it."""


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


def page_of(spec: LayoutSpec) -> str:
    """The page in the roles of its ground; on the panel ground, `panel` is what panels on it are painted with."""
    return spec.background if spec.ground == "white" else PAGE


def ground_of(spec: LayoutSpec, box: Box) -> str:
    """What the slide layout paints behind a box: the last field that holds it, else the page."""
    ground = page_of(spec)
    for one in spec.ornaments:
        if isinstance(one, Field):
            field = Box(inches(one.x), inches(one.y), inches(one.width), inches(one.height))
            ground = one.color if field.contains(box) else ground
    return ground


def is_under(box: Box, shape: ShapeItem) -> bool:
    """Whether a shape is behind all of a box; an icon is no ground, a land is where it reaches."""
    if not isinstance(shape.geometry, Outline):
        return shape.box.contains(box)
    land = land_ground(shape.geometry, shape.box, shape.fill)
    return all(land.holds(x, y) for x, y in samples(box))


def texts(frame: Frame, theme: Theme) -> Iterator[tuple[FrameParagraph, Pair]]:
    """Every paragraph of a frame, with its colour and what it really stands on."""
    spec = layout(frame.slide_layout, theme)
    defaults = {slot.index: slot.color for slot in spec.slots}
    drawn: list[ShapeItem] = []
    for item in flat(frame.items):
        if isinstance(item, ShapeItem):
            drawn.append(item)
        for paragraph, fill in inside(item):
            under = next((one.fill for one in reversed(drawn) if one.fill and is_under(item.box, one)), None)
            color = paragraph.color
            if color is None:
                assert isinstance(item, TextItem) and item.slot, item.name
                color = defaults[item.slot.index]
            yield paragraph, (spec.ground, color, fill or under or ground_of(spec, item.box))


def inside(item: Item) -> Iterator[tuple[FrameParagraph, Color | None]]:
    if isinstance(item, TextItem):
        yield from ((paragraph, None) for paragraph in item.paragraphs)
    elif isinstance(item, TableItem):
        cells = (cell for row in item.rows for cell in row)
        yield from ((paragraph, cell.fill) for cell in cells for paragraph in cell.paragraphs)


def chart_labels(item: ChartItem, spec: LayoutSpec) -> Iterator[Pair]:
    """Labels of marks, on their fills where they are parts; axis and legend stand on the page."""
    page = page_of(spec)
    yield spec.ground, "foreground", page
    on_marks = item.type.shows in ("parts of a whole", "parts of several wholes")
    for series in item.plot.series:
        for at in range(len(item.plot.categories)):
            color = series.label_colors[at] if series.label_colors else series.label_color
            mark = series.point_colors[at] if series.point_colors else series.color
            yield spec.ground, color, mark if on_marks else page


def prompts(theme: Theme) -> Iterator[tuple[str, Pair]]:
    """Every placeholder of every slide layout, filled or not."""
    for name in (spec.name for spec in SLIDE_LAYOUTS):
        spec = layout(name, theme)
        for slot in spec.slots:
            box = Box(inches(slot.x), inches(slot.y), inches(slot.width), inches(slot.height))
            yield f"{name}/{slot.name}", (spec.ground, slot.color, slot.plate or ground_of(spec, box))


def ratio(pair: Pair, theme: Theme) -> float:
    ground, text, behind = pair
    white = painted(theme, grounds(theme)["white"])
    page = white["panel" if ground == "panel" else on_primary(theme)]
    colors: dict[str, str] = {PAGE: page}
    colors.update({str(role): value for role, value in painted(theme, grounds(theme)[ground]).items()})
    return contrast(colors[text], colors[behind])


def promised(theme: Theme) -> dict[tuple[Ground, frozenset[str]], float]:
    """The least contrast of every pair that is held for whatever brand, by the ground of the page."""
    plain = {frozenset[str](pair): TEXT_CONTRAST for pair in PAIRS}
    plain |= {frozenset[str](pair): LARGE_CONTRAST for pair in LARGE_PAIRS}
    raised = plain | {frozenset[str]({PAGE, *pair} - {"panel"}): TEXT_CONTRAST for pair in PAIRS if "panel" in pair}
    own = {
        ground: {frozenset[str]({text, behind}): least for text, behind, least in pairs}
        for ground, pairs in ON_GROUNDS.items()
    }
    turned = {
        frozenset[str]({PAGE, *pair} - {"background"}): least
        for pair, least in own["primary"].items()
        if "background" in pair
    }
    on: dict[Ground, dict[frozenset[str], float]] = {
        "white": plain | own["white"],
        "panel": raised | own["panel"],
        "primary": own["primary"] | turned,
    }
    return {(ground, pair): least for ground, pairs in on.items() for pair, least in pairs.items()}


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
    poor, least = [], promised(built.theme)
    for frame in built.decks[name].frames:
        for paragraph, pair in texts(frame, built.theme):
            tinted = least.get((pair[0], frozenset(pair[1:]))) == LARGE_CONTRAST
            large = LARGE_BOLD if paragraph.bold else LARGE
            wanted = LARGE_CONTRAST if paragraph.size >= (large if tinted else HUGE) else TEXT_CONTRAST
            if ratio(pair, built.theme) < wanted * ROUNDED:
                poor.append(f"{frame.id}: '{paragraph.plain}' {pair}")
        for item in flat(frame.items):
            if isinstance(item, ChartItem):
                for pair in chart_labels(item, layout(frame.slide_layout, built.theme)):
                    if ratio(pair, built.theme) < TEXT_CONTRAST * ROUNDED:
                        poor.append(f"{frame.id}: {item.name} {pair}")
    assert not poor


def test_the_brand_file_is_checked_for_every_pair_that_occurs(built: Built, tmp_path: Path) -> None:
    """So that a brand that loads can be read on every page, of kinds too that the shipped content does not use."""
    examples = gallery.frames(gallery.write(tmp_path / "content", gallery.examples()), Diagnostics())
    used = {pair for _, pair in prompts(built.theme)}
    side_by_side = (tone for count in range(2, MOST_TONES + 1) for at in range(count) for tone in tones(count, (at,)))
    used |= {("white", tone.label, tone.fill) for tone in (*PALETTE, *tones(MOST_TONES), *side_by_side)}
    for deck in (*built.decks.values(), examples):
        for frame in deck.frames:
            used |= {pair for _, pair in texts(frame, built.theme)}
    held = promised(built.theme)
    assert {pair for pair in used if (pair[0], frozenset(pair[1:])) not in held} == set()


def test_a_clients_logo_stands_on_light_paper_whatever_the_page(built: Built) -> None:
    plates = [
        (slot.plate, painted(built.theme, grounds(built.theme)[spec.ground]))
        for spec in SLIDE_LAYOUTS
        for slot in layout(spec.name, built.theme).slots
        if slot.type == "pic"
    ]
    assert plates
    assert all(plate and luminance(colors[plate]) > 0.8 for plate, colors in plates)


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
