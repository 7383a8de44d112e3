"""Areas in degrees become outlines in a view; what is none is said at its line."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics
from deckgen.outlines.geojson import VIEW, Lands, read_geojson

DEGREES = st.floats(0.01, 5)


def feature(name: str, *rings: list[tuple[float, float]]) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [[list(corner) for corner in ring] for ring in rings]}
    return {"type": "Feature", "properties": {"NAVN": name}, "geometry": geometry}


def square(west: float, south: float, wide: float, high: float) -> list[tuple[float, float]]:
    return [(west, south), (west + wide, south), (west + wide, south + high), (west, south + high), (west, south)]


def read(*features: dict[str, Any]) -> tuple[Lands | None, list[str]]:
    diagnostics = Diagnostics()
    data = json.dumps({"type": "FeatureCollection", "features": features}, indent=1).encode()
    lands = read_geojson(data, "lands.geojson", diagnostics)
    return lands, [f"{one.span.line} {one.code}" for one in diagnostics]


@given(st.floats(-170, 165), st.floats(-80, 75), DEGREES, DEGREES)
def test_a_square_fills_the_longer_side_of_the_view(west: float, south: float, wide: float, high: float) -> None:
    lands, wrong = read(feature("A", square(west, south, wide, high)))
    assert not wrong
    assert lands
    ((land,), projection) = lands
    across = wide * math.cos(math.radians(south + high / 2))
    assert abs(max(land.outline.width, land.outline.height) - VIEW) <= 1
    if min(across, high) / max(across, high) > 0.01:
        assert math.isclose(land.outline.width / land.outline.height, across / high, rel_tol=0.1)
    assert math.isclose(projection.at(west, south + high)[0], 0, abs_tol=1)
    assert math.isclose(projection.at(west, south + high)[1], 0, abs_tol=1)


@given(st.floats(0, 4), st.floats(0, 4), st.floats(0.1, 1), st.floats(0.1, 1))
def test_the_middle_of_a_land_is_on_it(west: float, south: float, wide: float, high: float) -> None:
    lands, _ = read(feature("A", square(west, south, wide, high)), feature("B", square(0, 0, 5, 5)))
    assert lands
    x, y = lands[0][0].middle
    (left, right), (top, bottom) = lands[0][0].across, lands[0][0].down
    assert left < x < right
    assert top < y < bottom


def test_the_middle_of_a_crescent_is_not_in_its_bay() -> None:
    ring = [(0.0, 0.0), (3.0, 0.0), (3.0, 1.0), (1.0, 1.0), (1.0, 2.0), (3.0, 2.0), (3.0, 3.0), (0.0, 3.0)]
    lands, _ = read(feature("A", ring))
    assert lands
    x, y = lands[0][0].middle
    unit = VIEW / 3
    assert not (x > unit and unit < y < 2 * unit)


def test_what_is_no_area_is_said_where_its_feature_begins() -> None:
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [9, 57]}}
    lands, wrong = read(feature("A", square(9, 56, 1, 1)), point)
    assert lands is None
    (said,) = wrong
    line, code = said.split()
    assert code == "geojson-area"
    assert int(line) > 5


def test_a_broken_file_is_said_at_its_line() -> None:
    diagnostics = Diagnostics()
    assert read_geojson(b'{"type":\n "Feature",,}', "lands.geojson", diagnostics) is None
    (one,) = diagnostics
    assert (one.code, one.span.line) == ("geojson-broken", 2)


@pytest.mark.parametrize("number", ["1" * 5000, "1e999", "NaN", "Infinity", "-91"])
def test_a_number_that_is_no_degree_is_said(number: str) -> None:
    diagnostics = Diagnostics()
    corners = f"[[[9, 56], [10, 56], [10, {number}]]]"
    written = f'{{"type": "Polygon", "coordinates": {corners}}}'
    assert read_geojson(written.encode(), "lands.geojson", diagnostics) is None
    assert [one.code for one in diagnostics] in (["geojson-broken"], ["geojson-area"])


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_whatever_a_file_holds_is_read_or_said(data: bytes) -> None:
    diagnostics = Diagnostics()
    assert (read_geojson(data, "lands.geojson", diagnostics) is None) == diagnostics.has_errors


def test_deep_nesting_is_said() -> None:
    diagnostics = Diagnostics()
    assert read_geojson(b"[" * 100_000, "lands.geojson", diagnostics) is None
    assert [one.code for one in diagnostics] == ["geojson-broken"]


@given(st.booleans(), st.booleans())
def test_a_coast_and_a_hole_run_in_other_directions_whichever_the_file_has(coast: bool, hole: bool) -> None:
    outer, inner = square(9, 56, 3, 3), square(10, 57, 1, 1)
    lands, _ = read(feature("A", outer[::-1] if coast else outer, inner[::-1] if hole else inner))
    assert lands
    first, second = (_turns(ring) for ring in lands[0][0].rings)
    assert first * second < 0


def _turns(ring: Sequence[tuple[float, float]]) -> float:
    """Twice the area of a ring, below zero in one of the directions."""
    return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in zip(ring, [*ring[1:], ring[0]], strict=True))


def test_an_area_keeps_its_properties_to_be_called_by() -> None:
    own = feature("Aalborg", square(9, 56, 1, 1))
    own["properties"] |= {"KODE": 851, "kyst": True, "areal": 1144.5, "nuts": "DK050", "tom": ""}
    lands, _ = read(own)
    assert lands
    (land,) = lands[0]
    assert [land.called(by) for by in ("", "KODE", "nuts", "kyst", "tom", "KODEN")] == [
        "Aalborg", "851", "DK050", "", "", "",
    ]  # fmt: skip
