"""A picture that runs off the page: it keeps its focus, and nothing that is said stands on it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.layout.draw import place_picture
from deckgen.model.blocks import PictureBlock
from deckgen.model.frames import Frame, PictureItem, ShapeItem
from deckgen.model.units import Box
from templates import NAMES, written

PIXELS = st.integers(1, 5000)
SIDES = st.integers(1000, 10**7)
SHARES = st.floats(0, 1)
SLIDE = """\
id: example.picture
kind: picture
side: {side}
ground: {ground}
title: Havnen er der, hvor klyngerne mødes
picture: havn.png
alt: Kajen i en havn set fra vandet
text: Tre af de største projekter begyndte her.
caption: Havnen en morgen i maj
credit: "Foto: Navigators"
minutes: 30
"""


@given(PIXELS, PIXELS, SIDES, SIDES, SHARES, SHARES)
def test_what_is_seen_of_a_picture_has_the_proportions_of_its_box_and_holds_its_focus(
    across: int, down: int, width: int, height: int, x: float, y: float
) -> None:
    block = PictureBlock("a.png", "A", "a", size=(across, down), focus=(x, y))
    (item,) = place_picture(block, Box(7, 9, width, height), None).items
    assert isinstance(item, PictureItem)
    left, top, right, bottom = item.crop
    assert item.box == Box(7, 9, width, height)
    assert min(item.crop) >= -1e-9
    assert min(left + right, top + bottom) < 1e-9  # only the longer side is cut
    seen = (1 - left - right) * across, (1 - top - bottom) * down
    assert seen[0] * height == pytest.approx(seen[1] * width, rel=1e-6)
    assert left - 1e-9 <= x <= 1 - right + 1e-9
    assert top - 1e-9 <= y <= 1 - bottom + 1e-9


@given(SHARES)
def test_the_focus_is_in_the_middle_as_far_as_there_is_picture(x: float) -> None:
    block = PictureBlock("a.png", "A", "a", size=(400, 100), focus=(x, 0.5))
    (item,) = place_picture(block, Box(0, 0, 1000, 1000), None).items
    assert isinstance(item, PictureItem)
    middle = (item.crop[0] + 1 - item.crop[2]) / 2
    assert middle == pytest.approx(min(max(x, 0.125), 0.875))


@cache
def frame(side: str, ground: str, template: str = "") -> tuple[Frame, int, int]:
    """The slide set, and the size of its page."""
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        content = gallery.write(folder / "content", {"example.picture": SLIDE.format(side=side, ground=ground)})
        diagnostics = Diagnostics()
        file = written(template, folder) if template else None
        loaded = pipeline.load(content, gallery.BRAND, diagnostics, file)
        assert loaded
        deck = pipeline.make_deck(loaded, "gallery", diagnostics, ("plan", "frames"))
        assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return deck.frames.frames[0], loaded.template.width, loaded.template.height


@pytest.mark.parametrize("ground", ["white", "panel", "primary"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_half_a_page_is_the_picture_and_the_other_half_what_is_said(side: str, ground: str) -> None:
    page, width, height = frame(side, ground)
    (picture,) = (item for item in page.items if isinstance(item, PictureItem))
    assert picture.box == Box(0 if side == "left" else width - width // 2, 0, width // 2, height)
    assert picture.alt == "Kajen i en havn set fra vandet"
    assert page.ground == ground
    for item in page.items:
        if item is not picture:
            assert not item.box.overlaps(picture.box), item.name


@pytest.mark.parametrize("ground", ["white", "primary"])
def test_on_a_whole_page_everything_said_stands_on_the_band(ground: str) -> None:
    page, width, height = frame("full", ground)
    picture, band, *said = page.items
    assert isinstance(picture, PictureItem) and isinstance(band, ShapeItem)
    assert picture.box == Box(0, 0, width, height)
    assert all(band.box.contains(item.box) for item in said)


@pytest.mark.parametrize("side", ["left", "right", "full"])
@pytest.mark.parametrize("template", NAMES)
def test_it_serves_on_a_template_of_a_client(template: str, side: str) -> None:
    page, width, height = frame(side, "white", template)
    (picture,) = (item for item in page.items if isinstance(item, PictureItem))
    assert picture.box.y == 0 and picture.box.height == pytest.approx(height, abs=2)
    assert side != "left" or picture.box.x == 0
    assert side != "right" or picture.box.right == pytest.approx(width, abs=2)
    title = next(item for item in page.items if item.name.endswith("/title"))
    under = [item for item in page.items if item.name.endswith(("/text", "/caption"))]
    assert all(above.box.bottom <= below.box.y for above, below in pairwise((title, *under)))
    if side != "full":
        assert not any(item.box.overlaps(picture.box) for item in (title, *under))
