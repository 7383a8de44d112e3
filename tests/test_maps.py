"""Maps: pins apart from each other and on the map, steps of shade, and mistakes told at their place."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery
from deckgen import pipeline
from deckgen.brand import load_brand
from deckgen.diagnostics import Diagnostics
from deckgen.locale.da.places import PLACES
from deckgen.model.blocks import Group
from deckgen.model.contrast import TEXT_CONTRAST, contrast, luminance
from deckgen.model.frames import GroupItem
from deckgen.model.grounds import grounds, painted
from deckgen.model.map_drawing import map_block
from deckgen.model.map_fields import MapFields, Pin, PlaceValue
from deckgen.model.map_form import MapForm
from deckgen.model.map_paints import ON_PAGE, ON_PRIMARY, MapPaints
from deckgen.model.map_pins import frame, pinned
from deckgen.model.map_shades import MOST_STEPS, Shade, Shaded
from deckgen.model.number import literal
from deckgen.model.places import PlaceName, Tiles
from deckgen.model.plane import Plane
from deckgen.model.text import Value
from golden_text import golden

ASSETS = Path(__file__).parent.parent / "assets"
BRANDS = [ASSETS / "_brand.yml", *sorted(ASSETS.glob("brands/*/_brand.yml"))]
SEEN = 1.3
"""How far a large quiet shape stands from what is behind it at least, and one that is set off from a quiet one."""
TILES = Tiles("municipalities", PLACES["municipalities"])
NAMES = [place.name for place in TILES.places]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9))
def test_pins_are_numbered_and_belong_on_the_map(names: list[str]) -> None:
    fields = MapFields(tiles=TILES, pins=tuple(Pin(place=PlaceName(name)) for name in names))
    found, within = pinned(fields), frame(fields)
    assert [one.number for one in found] == list(range(1, len(names) + 1))
    for one in found:
        assert within.left <= one.at[0] <= within.right
        assert within.top <= one.at[1] <= within.bottom


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40))
def test_steps_hold_every_value_once_and_rise(numbers: list[int]) -> None:
    values = tuple(
        PlaceValue(PlaceName(name), Value(literal(Decimal(number)), str(number)))
        for name, number in zip(NAMES, numbers, strict=False)
    )
    steps = MapFields(tiles=TILES, values=values).shades
    assert 1 <= len(steps) <= MOST_STEPS
    assert len({step.depth for step in steps}) == len(steps)
    held = [int(one.amount) for step in steps for one in step.places]
    assert held == sorted(numbers)
    for low, high in pairwise(steps):
        assert low.places[-1].amount < high.places[0].amount


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("12 %", "34 %", "12–34 %"),
        ("1.200", "3.400", "1.200–3.400"),
        ("7 klynger", "7 klynger", "7 klynger"),
        ("−5 %", "3 %", "−5 – 3 %"),
    ],
)
def test_a_step_says_its_unit_once(low: str, high: str, said: str) -> None:
    amounts = [Decimal(-1 if "−" in shown else 1) + at for at, shown in enumerate((low, high))]
    step = Shade(0, tuple(Shaded("A", amount, shown) for amount, shown in zip(amounts, (low, high), strict=True)))
    assert step.said == said


def slide(body: str) -> dict[str, str]:
    return {"a.map": f"id: a.map\nkind: map\ntitle: Klyngerne har adresse her\n{body}"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("tiles: municipalities\nhighlight: [Aalburg]\n", "unknown-place"),
        ("tiles: municipalities\nonly: Nordjylland\nhighlight: [Odense]\n", "unknown-place"),
        ("tiles: municipalities\nvalues: [{place: Nordjylland, value: 3}]\n", "unknown-place"),
        ("tiles: counties\n", "unknown-tiles"),
        ("points: [Der er intet kort]\n", "map-without-ground"),
        ("tiles: regions\npins: [{place: Nordjylland, x: 3, y: 3}]\n", "bad-pin"),
        ("tiles: regions\npins: [{lon: 9.9, lat: 57.0, label: Her}]\n", "bad-pin"),
        ("tiles: regions\npins: [{x: 40, y: 40}]\n", "bad-pin"),
        ("tiles: regions\nsteps: [3]\n", "bad-steps"),
    ],
)
def test_a_mistake_is_told_once_at_its_place(body: str, code: str, tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    folder = gallery.write(tmp_path / "content", slide(body))
    pipeline.load(folder, gallery.BRAND, diagnostics)
    errors = [one for one in diagnostics if one.severity == "error"]
    assert [one.code for one in errors] == [code]
    assert errors[0].span.line > 1


def test_alt_text_says_what_is_set_off_and_counted(tmp_path: Path) -> None:
    body = (
        "tiles: municipalities\nonly: Nordjylland\nhighlight: [{place: Aalborg, label: Her er huset}]\n"
        "values: [{place: Aalborg, value: 12}]\npins: [{place: Thisted, label: Havnen}]\n"
    )
    deck = gallery.frames(gallery.write(tmp_path / "content", slide(body)), Diagnostics())
    (drawn,) = [item for item in deck.frames[0].items if isinstance(item, GroupItem) and item.name.endswith("/map")]
    for said in ("Nordjylland", "Aalborg: Her er huset", "Aalborg: 12", "1. Havnen, Thisted"):
        assert said in drawn.alt


def test_outlines_of_an_svg_are_places_by_their_ids(tmp_path: Path) -> None:
    folder = gallery.write(tmp_path / "content", slide("outline: lands.svg\nhighlight: [nord]\n"))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path id="nord" d="M0 0H9V9H0Z"/></svg>'
    (folder / "lands.svg").write_text(svg, encoding="utf-8")
    diagnostics = Diagnostics()
    deck = gallery.frames(folder, diagnostics)
    assert not diagnostics.has_errors
    (drawn,) = [item for item in deck.frames[0].items if isinstance(item, GroupItem) and item.name.endswith("/map")]
    assert drawn.children[0].name == "nord"


@pytest.mark.parametrize(("only", "told"), [("", True), ("only: Nordjylland\n", False)])
def test_a_key_tells_what_is_set_off_only_where_more_is_shown(only: str, told: bool, tmp_path: Path) -> None:
    folder = gallery.write(tmp_path / "content", slide(f"tiles: municipalities\n{only}highlight: [Nordjylland]\n"))
    (frame_of_map,) = gallery.frames(folder, Diagnostics()).frames
    assert ("] Nordjylland\n" in golden(frame_of_map)) == told


@pytest.mark.parametrize("brand", BRANDS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("paints", [ON_PAGE, ON_PRIMARY], ids=["on a page", "on primary"])
def test_a_map_is_seen_and_read_on_each_ground(paints: MapPaints, brand: Path) -> None:
    theme = load_brand(brand, brand.name, Diagnostics())
    assert theme
    for roles in grounds(theme).values():
        colors = painted(theme, roles)
        behind = colors[paints.ground]
        assert contrast(colors[paints.ink], behind) >= TEXT_CONTRAST
        assert contrast(colors[paints.pin], behind) >= TEXT_CONTRAST
        assert contrast(colors[paints.quiet], behind) >= SEEN
        for off in (paints.off, paints.first):
            assert contrast(colors[off], colors[paints.quiet]) >= SEEN
        light = [luminance(colors[shade]) for shade in paints.shades]
        assert light in (sorted(light), sorted(light, reverse=True))


def plane_of(*pins: Pin) -> Plane:
    drawn = map_block(MapFields(tiles=TILES, pins=pins), MapForm())
    assert isinstance(drawn, Group) and isinstance(drawn.child, Plane)
    return drawn.child


def test_room_for_pins_is_left_only_where_one_stands_at_the_edge_or_is_moved() -> None:
    middle, corner = Pin(x=Decimal(50), y=Decimal(50)), Pin(x=Decimal(0), y=Decimal(0))
    reach = MapForm().pin / 2 + 1
    assert plane_of().room == plane_of(middle).room == (0, 0, 0, 0)
    assert plane_of(middle, corner).room == (reach, reach, 0, 0)
    assert plane_of(middle, middle).room == (reach, reach, reach, reach)


def test_a_pin_with_the_number_of_what_is_told_beside_it_has_no_row_in_the_key(tmp_path: Path) -> None:
    pins = "pins: [{x: 40, y: 40, number: 7}, {x: 60, y: 60, label: Havnen}]\n"
    (shown,) = gallery.frames(
        gallery.write(tmp_path / "content", slide(f"tiles: regions\n{pins}")), Diagnostics()
    ).frames
    assert "pins/2/key" in golden(shown)
    assert "pins/7/key" not in golden(shown)
    (drawn,) = [item for item in shown.items if isinstance(item, GroupItem) and item.name.endswith("/map")]
    assert drawn.alt == "7; 2. Havnen"
