"""Areas in degrees become outlines in a view; what is none is said at its line."""

from __future__ import annotations

import json
import math
from typing import Any

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
