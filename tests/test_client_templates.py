"""Both shipped decks on every made client template: nothing wrong, nothing of its own slides, all in its box."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from deckgen import pipeline
from deckgen.checks.text.frame_text import flat
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.layout.setting import Setting
from deckgen.layout.smaller import TOLD
from deckgen.layout.text import measure
from deckgen.model.frames import FrameDeck, TextItem
from deckgen.model.theme import TYPE_SCALES
from deckgen.model.units import Box, points
from rendered import homes, inside, line_count, outside, pages, text_boxes
from shipped import build_both
from templates import NAMES, made, written
from templates.building.demo import SECRET

ROOT = Path(__file__).parent.parent
BRAND = ROOT / "assets/_brand.yml"
WARNINGS = {
    "titleless_bands": {"template-no-title"},
    "narrow_region": {"template-too-small"},
    "mixed_cover": {"template-mixed-ground"},
}
"""What the templates that are made to have a warning are warned of."""
SHOWN = ("dark_master", "portrait_a4", "drawn_furniture", "custom_bullets")
"""Templates as unlike as can be, whose decks are rendered."""
SLACK = 2.0
"""Points that a glyph may stand out: side bearings and the height of its own box."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Built:
    """What came of the shipped content on one template."""

    name: str
    scale: float
    setting: Setting
    found: tuple[Diagnostic, ...]
    decks: dict[str, FrameDeck]
    files: dict[str, Path]


@pytest.fixture(scope="module", params=NAMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp(request.param)
    return on(request.param, folder)


def on(template: str, folder: Path) -> Built:
    diagnostics = Diagnostics()
    loaded = pipeline.load(ROOT / "content", BRAND, diagnostics, written(template, folder))
    assert loaded, list(diagnostics)
    decks, files = build_both(loaded, folder, diagnostics, f"{template}-")
    told = tuple(one for one in diagnostics if one.severity != "info")
    return Built(template, loaded.template.scale, Setting(loaded.theme, {}), told, decks, files)


def test_both_decks_build_with_no_warning_but_what_the_template_is_made_for(built: Built) -> None:
    said = built.found
    assert {one.code for one in said} == WARNINGS.get(built.name, set()), [str(one) for one in said]
    assert all(one.severity == "warning" and one.hint for one in said)


def test_most_templates_are_taken_without_a_word() -> None:
    assert len(set(NAMES) - set(WARNINGS)) >= 8


def test_the_validator_finds_nothing(built: Built, validate: Callable[[Path], list[str]]) -> None:
    for file in built.files.values():
        assert validate(file) == []


def test_nothing_of_the_templates_own_slides_is_in_the_file(built: Built) -> None:
    own = set(slide_texts(made(built.name)))
    for file in built.files.values():
        with zipfile.ZipFile(file) as package:
            slides = [part for part in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", part)]
            assert len(slides) == len(built.decks[file.stem.rpartition("-")[2]].frames)
            assert not [part for part in package.namelist() if "comment" in part or "tags" in part]
            for part in package.namelist():
                data = package.read(part)
                assert SECRET.encode() not in data, part
                assert not [text for text in own if text.encode() in data], part


def slide_texts(data: bytes) -> Iterator[str]:
    """What the slides of a template say, in their own words: long enough to be nobody else's."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in package.namelist():
            if part.startswith("ppt/slides/slide"):
                said = re.findall(r"<a:t>([^<]{12,})</a:t>", package.read(part).decode())
                yield from said


def test_a_template_with_demo_slides_is_among_them() -> None:
    assert len(list(slide_texts(made("demo_slides")))) >= 2


def test_everything_stands_on_the_page(built: Built) -> None:
    from pptx import Presentation

    for file in built.files.values():
        presentation: Any = Presentation(str(file))
        page = Box(0, 0, presentation.slide_width, presentation.slide_height)
        for number, slide in enumerate(presentation.slides, 1):
            for shape in slide.shapes:
                box = Box(shape.left, shape.top, shape.width, shape.height)
                assert page.contains(box, points(1)), f"{file.name} {number}: {shape.name}"


def test_text_keeps_its_proportion_to_the_page(built: Built) -> None:
    """The floor of each role on a page of 7.5 in, scaled; a template's own sizes may be smaller than that.

    So may a body that has too little room, of which its slide is told.
    """
    least = min(size for scale in TYPE_SCALES.values() for sizes in scale.values() for size in sizes)
    for deck in built.decks.values():
        for frame in deck.frames:
            for item in flat(frame.items):
                if isinstance(item, TextItem):
                    for paragraph in item.paragraphs:
                        assert paragraph.size >= least * frame.size * built.scale - 0.06, item.name


@pytest.mark.parametrize("built", ["narrow_region", "standard_4_3"], indirect=True)
def test_each_slide_that_is_set_far_under_the_type_scale_has_a_warning_of_its_own(built: Built) -> None:
    told = {one.message.split("'")[1] for one in built.found if one.code == "template-too-small"}
    small = {frame.id for deck in built.decks.values() for frame in deck.frames if frame.size < TOLD}
    assert {id.partition("~")[0] for id in small} == told
    assert bool(told) is (built.name == "narrow_region")


@pytest.mark.parametrize("built", ["french_names"], indirect=True)
def test_a_page_of_ten_inches_is_the_large_one_in_small(built: Built) -> None:
    assert built.scale == pytest.approx(0.75)
    sizes = {
        paragraph.size
        for frame in built.decks["board"].frames
        for item in flat(frame.items)
        if isinstance(item, TextItem)
        for paragraph in item.paragraphs
    }
    assert 12.0 in sizes, "a body of 16 points"
    assert 6.7 <= min(sizes) <= 9.0, "the source of a page, of 9 to 12 points"


@pytest.mark.parametrize("built", SHOWN, indirect=True)
def test_rendered_every_text_stands_in_its_box(built: Built, to_pdf: Callable[[Path], Path]) -> None:
    """What the slide layout draws itself, such as the name on a bar, is no text of the deck's."""
    frames = built.decks["board"].frames
    rendered = list(pages(to_pdf(built.files["board"])))
    assert len(rendered) == len(frames)
    strays, longer, alike = [], [], []
    for frame, glyphs in zip(frames, rendered, strict=True):
        boxes = homes(frame, built.setting)
        out = [glyph.text for glyph in glyphs if outside(glyph, boxes) > SLACK]
        if out:
            strays.append(f"{frame.id}: {''.join(out)}")
        for item in text_boxes(frame.items, built.setting):
            count = line_count(inside(glyphs, item.box, SLACK), item)
            most = max(item.lines, measure(item.paragraphs, built.setting, item.box.width).most)
            if count > most:
                longer.append(f"{item.name}: {count} lines, measured {most} at most")
            alike.append(count == item.lines)
            assert count > 0, f"{item.name} is not to be seen"
    assert not strays
    assert not longer
    assert sum(alike) >= 0.99 * len(alike)


def test_a_sticker_shows_on_every_template_and_stands_in_nobodys_way(built: Built) -> None:
    stuck = [
        (frame, item)
        for deck in built.decks.values()
        for frame in deck.frames
        for item in flat(frame.items)
        if isinstance(item, TextItem) and item.name.endswith("sticker")
    ]
    assert stuck, "the shipped decks have a slide that is a draft"
    for frame, sticker in stuck:
        others = [
            one for one in frame.items if isinstance(one, TextItem) and one.name.endswith(("tracker", "subtitle"))
        ]
        assert not [one.name for one in others if one.box.overlaps(sticker.box)]
