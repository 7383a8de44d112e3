"""A cover with a picture or with signs at the right of the page: everything that is said keeps clear of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import Frame, GroupItem, PictureItem, ShapeItem, TextItem
from deckgen.model.template import DRAWN_COVER
from projects import GOOD, write

COVER = "kind: cover"


def cover(folder: Path, more: str) -> tuple[Frame | None, Diagnostics]:
    """The cover of the good project with more said on it."""
    write(folder, GOOD)
    Image.new("RGB", (1600, 900), (40, 90, 120)).save(folder / "content/havn.png")
    slides = folder / "content/cover.yaml"
    said = slides.read_text(encoding="utf-8")
    assert COVER in said
    slides.write_text(said.replace(COVER, f"{COVER}, {more}"), encoding="utf-8")
    found = Diagnostics()
    loaded = pipeline.load(folder / "content", folder / "assets/_brand.yml", found)
    if loaded is None:
        return None, found
    return pipeline.set_deck(loaded, pipeline.plan_deck(loaded, "board", found), found).frames[0], found


def test_a_picture_takes_the_right_half_and_every_text_keeps_clear_of_it(tmp_path: Path) -> None:
    frame, found = cover(tmp_path, "picture: havn.png, alt: En kaj ved aften, focus: [20, 50]")
    assert frame is not None and not found.has_errors
    (picture,) = [item for item in frame.items if isinstance(item, PictureItem)]
    assert picture.alt == "En kaj ved aften"
    assert (picture.box.y, picture.box.height) == (0, 6858000)
    assert picture.box.right == 12192000
    texts = [item for item in frame.items if isinstance(item, TextItem)]
    assert texts and all(item.box.right < picture.box.x for item in texts)


def test_the_subject_of_the_picture_is_never_cut_off(tmp_path: Path) -> None:
    frame, _ = cover(tmp_path, "picture: havn.png, alt: En kaj, focus: [0, 50]")
    assert frame is not None
    (picture,) = [item for item in frame.items if isinstance(item, PictureItem)]
    left, _, right, _ = picture.crop
    assert left == 0 and right > 0.3


@pytest.mark.parametrize("more", ["picture: havn.png", "picture: havn.png, alt: En kaj, focus: [120, 50]"])
def test_a_picture_without_words_and_a_focus_outside_of_it_are_refused(tmp_path: Path, more: str) -> None:
    _, found = cover(tmp_path, more)
    assert [one.code for one in found if one.severity == "error"] == ["fields-disagree"]


def test_signs_take_the_place_of_what_the_brand_draws_and_every_text_keeps_clear_of_them(tmp_path: Path) -> None:
    frame, found = cover(tmp_path, "signs: {total: 13, count: 12, sign: hexagon}, alt: Tretten sekskanter")
    assert frame is not None and not found.has_errors
    assert frame.slide_layout == DRAWN_COVER
    (drawn,) = [item for item in frame.items if isinstance(item, GroupItem)]
    assert drawn.alt == "Tretten sekskanter"
    signs = [item for item in drawn.children if isinstance(item, ShapeItem) and item.geometry == "hexagon"]
    assert (len(signs), sum(item.dashed for item in signs)) == (13, 1)
    texts = [item for item in frame.items if isinstance(item, TextItem)]
    assert texts and all(item.box.right < min(sign.box.x for sign in signs) for item in texts)


@pytest.mark.parametrize(
    "more",
    [
        "signs: {total: 13}",
        "signs: {total: 13, count: 14}, alt: Tretten sekskanter",
        "signs: {total: 100}, alt: Hundrede sekskanter",
        "signs: {total: 13}, picture: havn.png, alt: En kaj",
    ],
)
def test_signs_that_are_not_named_cannot_be_drawn_or_share_the_page_are_refused(tmp_path: Path, more: str) -> None:
    _, found = cover(tmp_path, more)
    assert [one.code for one in found if one.severity == "error"] == ["fields-disagree"]
