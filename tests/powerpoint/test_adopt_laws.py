"""What holds of any theme and any arrangement of boxes: colours can be read, and boxes keep clear of each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st

from deckgen.model.contrast import TEXT_CONTRAST, contrast
from deckgen.model.lightness import modulated
from deckgen.model.units import Box
from deckgen.powerpoint.client_template.adopt.grounds import Drawn
from deckgen.powerpoint.client_template.adopt.palette import palette_of
from deckgen.powerpoint.client_template.adopt.space import (
    CLEAR,
    around,
    clear_of,
    down_from,
    split,
    taller,
    up_from,
    widest_gap,
)
from deckgen.powerpoint.ooxml.colors import Scheme

NAMES = ("bg1", "tx1", "bg2", "tx2", *(f"accent{at}" for at in range(1, 7)))
SLIDE = Box(0, 0, 12_192_000, 6_858_000)
NEARLY = 0.005

_values = st.integers(0, 0xFFFFFF).map(lambda value: f"{value:06X}")
_greys = st.integers(0, 255).map(lambda value: f"{value:02X}" * 3)
_any_color = st.one_of(_values, _greys, st.sampled_from(["000000", "FFFFFF", "777777", "FF0000", "FFFF00", "0000FF"]))
_schemes = st.fixed_dictionaries(dict.fromkeys(NAMES, _any_color))


@st.composite
def _boxes(draw: st.DrawFn, most: int = SLIDE.width) -> Box:
    x, y = draw(st.integers(0, SLIDE.width - 1)), draw(st.integers(0, SLIDE.height - 1))
    width = draw(st.integers(1, min(most, SLIDE.width - x)))
    return Box(x, y, width, draw(st.integers(1, SLIDE.height - y)))


_crowds = st.lists(_boxes(), max_size=6)


def best(*grounds: str) -> float:
    """The most that one of black and white offers on all of the grounds."""
    return max(min(contrast(ink, ground) for ground in grounds) for ink in ("000000", "FFFFFF"))


def area(box: Box) -> int:
    return box.width * box.height


@given(_schemes, _any_color)
@example(dict.fromkeys(NAMES, "808080"), "808080")
@example(dict.fromkeys(NAMES, "FFFFFF"), "FFFFFF")
@example(dict.fromkeys(NAMES, "000000"), "000000")
def test_text_is_read_on_the_page_as_well_as_on_any_page_of_that_colour(scheme: Scheme, ground: str) -> None:
    ink = palette_of(scheme, ground).colors["foreground"]
    assert contrast(ink, ground) >= min(7.0, best(ground)) - NEARLY


@given(_schemes, _any_color)
@example(dict.fromkeys(NAMES, "FFFF00"), "FFFFFF")
@example(dict.fromkeys(NAMES, "0000FF"), "000000")
def test_coloured_text_is_read_on_page_and_panel_where_any_text_is(scheme: Scheme, ground: str) -> None:
    colors = palette_of(scheme, ground).colors
    grounds = (ground, colors["background"], colors["panel"])
    assume(best(*grounds) >= TEXT_CONTRAST + NEARLY)
    for role in ("primary", "accent", "muted"):
        assert min(contrast(colors[role], one) for one in grounds) >= TEXT_CONTRAST - NEARLY, role
    assert contrast(colors["data3"], colors["background"]) >= TEXT_CONTRAST - NEARLY


@given(_schemes, _any_color)
def test_labels_are_read_on_light_marks_and_panels(scheme: Scheme, ground: str) -> None:
    colors = palette_of(scheme, ground).colors
    assume(contrast(colors["foreground"], ground) >= 7)
    for role in ("panel", "data4", "data5"):
        assert contrast(colors["foreground"], colors[role]) >= TEXT_CONTRAST - NEARLY, role


@given(_schemes, _any_color)
def test_what_is_painted_is_what_was_judged(scheme: Scheme, ground: str) -> None:
    palette = palette_of(scheme, ground)
    assert set(palette.paints) == set(palette.colors)
    for role, paint in palette.paints.items():
        base = scheme[paint.scheme]
        plain = (paint.times, paint.plus, paint.saturation) == (1000, 0, 1000)
        told = base if plain else modulated(base, paint.times / 1000, paint.plus / 1000, paint.saturation / 1000)
        assert palette.colors[role] == told
        assert 0 <= paint.times <= 1000 and 0 <= paint.plus <= 1000


@given(_schemes)
def test_colours_of_a_readable_theme_are_left_as_they_are(scheme: Scheme) -> None:
    readable = dict(scheme) | {"bg1": "FFFFFF", "tx1": "111111", "bg2": "F2F2F2", "accent1": "0B5D8A"}
    palette = palette_of(readable, "FFFFFF")
    assert palette.colors["background"] == "FFFFFF"
    assert palette.colors["foreground"] == "111111"
    assert palette.colors["primary"] == "0B5D8A"


@given(_boxes(), _crowds)
def test_clearing_never_grows_a_box_nor_moves_it_out_of_its_place(box: Box, others: list[Box]) -> None:
    cleared = clear_of(box, [Drawn(one, "", True) for one in others])
    assert box.contains(cleared)
    assert area(cleared) > 0


@given(_boxes(), _boxes())
def test_what_takes_a_small_part_of_a_box_is_cleared(box: Box, other: Box) -> None:
    cleared = clear_of(box, [Drawn(other, "", True)])
    if cleared.overlaps(other):
        assert cleared == box, "it is cut clear or not at all"
    elif box.overlaps(other):
        assert area(cleared) >= 0.6 * area(box)


@given(_boxes(), st.integers(1, SLIDE.height), _crowds, st.booleans())
def test_a_box_grows_over_nothing_that_it_did_not_lie_over(
    box: Box, least: int, others: list[Box], upwards: bool
) -> None:
    grown = taller(box, least, SLIDE, others, upwards)
    assert grown.contains(box)
    assert (grown.x, grown.width) == (box.x, box.width)
    assert grown.height <= max(least, box.height)
    assert SLIDE.contains(grown)
    for one in others:
        assert box.overlaps(one) or not grown.overlaps(one)


@given(_boxes(), _crowds)
def test_the_widest_gap_of_a_row_is_free(row: Box, taken: list[Box]) -> None:
    gap = widest_gap(row, taken)
    assert row.contains(gap)
    assert gap.width == 0 or not any(one.overlaps(gap) for one in taken)
    if not any(one.overlaps(row) for one in taken):
        assert gap == row


@given(_boxes(), st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 400_000))
def test_columns_are_as_wide_as_their_shares_and_apart(box: Box, shares: list[int], gap: int) -> None:
    assume(box.width > (len(shares) - 1) * gap + sum(shares))
    columns = split(box, shares, gap)
    free = box.width - (len(shares) - 1) * gap
    assert all(abs(one.width - free * share / sum(shares)) <= 1 for one, share in zip(columns, shares, strict=True))
    assert all(right.x - left.right == gap for left, right in pairwise(columns))
    assert box.contains(around(columns))
    assert box.width - around(columns).width <= len(shares)


@given(_boxes(), st.integers(-100, SLIDE.height + 100))
def test_what_is_left_under_and_over_a_line_is_the_box(box: Box, at: int) -> None:
    under, over = down_from(box, at), up_from(box, at)
    assert under.y >= box.y and under.bottom <= max(box.bottom, at)
    assert over.y == box.y and over.bottom <= box.bottom
    if box.y <= at <= box.bottom:
        assert under.height + over.height == box.height


def test_cut_boxes_keep_a_distance() -> None:
    logo = Box(9_000_000, 0, 1_000_000, 500_000)
    assert clear_of(Box(0, 100_000, 9_500_000, 900_000), [Drawn(logo, "", True)]).right == logo.x - CLEAR
