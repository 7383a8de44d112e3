"""The gallery in `docs/gallery` shows every kind and chart type as it is now, and its YAML as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

import extreme_pages
import gallery
import gallery_pages
from chart_extremes import CHARTS
from gallery_pages import BRANDS, FIRST, PICTURES, RENDERER, ROOMS, WIDTH

FOLDER = Path(__file__).parent.parent / "docs/gallery"
HINT = "`make gallery` draws it anew"
MOST_BYTES = 12_000_000
MOST_MEAN, MOST_STRONG, STRONG = 3.0, 0.02, 60
"""How far pictures may differ: in the mean of all levels, and the share of pixels that differ strongly."""


def test_the_pages_show_every_kind_and_chart_with_its_example() -> None:
    shown = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    written = gallery_pages.pages()
    assert sorted(shown) == sorted(written)
    for slide, example in gallery.examples().items():
        assert example.rstrip() in shown[f"{gallery_pages.slug(slide)}.md"]
    assert [name for name, said in written.items() if shown[name] != said] == [], HINT


def test_the_index_leads_to_every_page() -> None:
    index = (FOLDER / gallery_pages.INDEX).read_text(encoding="utf-8")
    assert [slide for slide in gallery.examples() if f"({gallery_pages.slug(slide)}.md)" not in index] == []


def test_every_slide_has_its_picture_on_each_brand_in_each_room_and_all_stay_small() -> None:
    files = {file.name: file for file in (FOLDER / PICTURES).iterdir()}
    slugs = [gallery_pages.slug(slide) for slide in gallery.examples()]
    assert sorted(files) == sorted(f"{one}-{brand}-{room}.png" for one in slugs for brand in BRANDS for room in ROOMS)
    assert sum(file.stat().st_size for file in files.values()) < MOST_BYTES
    for file in files.values():
        with Image.open(file) as picture:
            assert picture.width == WIDTH


@pytest.mark.usefixtures("soffice")
def test_the_pictures_look_as_the_slides_do() -> None:
    """On the first brand in the first room: all six take longer than a suite has."""
    pinned = (FOLDER / RENDERER).read_text(encoding="utf-8").strip()
    if gallery_pages.renderer() != pinned:
        pytest.skip(f"the pictures were drawn by {pinned}")
    drawn = dict(gallery_pages.drawn(*FIRST))
    assert len(drawn) == len(gallery.examples())
    assert [name for name, picture in drawn.items() if not alike(picture, Image.open(FOLDER / name))] == [], HINT


def test_each_chart_stands_at_its_extremes_on_three_brands_or_is_refused_in_words() -> None:
    folder = FOLDER / "extremes"
    assert (folder / extreme_pages.PAGE).read_text(encoding="utf-8") == extreme_pages.page(), HINT
    sheets = {f"{form.replace('_', '-')}-{brand}.png" for form in CHARTS for brand in BRANDS}
    files = [file for file in folder.iterdir() if file.name != extreme_pages.PAGE]
    assert {file.name for file in files} == sheets
    assert sum(file.stat().st_size for file in files) < MOST_BYTES / 3


def test_a_picture_of_another_slide_is_not_alike() -> None:
    one, other = (Image.open(FOLDER / PICTURES / f"{name}-navigators-chamber.png") for name in ("tally", "bullets"))
    assert alike(one, one)
    assert not alike(one, other)


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ by no more than what smoothing of edges comes to."""
    if one.size != other.size:
        return False
    differs = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
    strong = sum(differs.histogram()[STRONG:]) / (one.width * one.height)
    return ImageStat.Stat(differs).mean[0] <= MOST_MEAN and strong <= MOST_STRONG
