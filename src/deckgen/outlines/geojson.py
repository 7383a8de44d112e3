"""In: a GeoJSON of areas in degrees. Out: their outlines by name, in a view of 1000 units, and its projection.

Read are polygons and multipolygons, alone, in features or in collections. Degrees across are shortened by the
latitude in the middle (equirectangular), which is true enough for a country. Corners that nobody could tell apart in
the view are left out.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.outline import Commands, Outline, VectorPath, cropped, extent
from deckgen.model.places import Land, Projection

VIEW: Final = 1000.0
"""Units along the longer side of the view."""
NAMES: Final = ("name", "navn", "label", "id")
"""Properties that a feature is called by, capitals as they come."""
_FEATURE: Final = re.compile(r'"type"\s*:\s*"Feature"')
_HINT: Final = "export areas as GeoJSON in degrees (WGS 84)"
_AREAS: Final = "Polygon, MultiPolygon"

Lands = tuple[tuple[Land, ...], Projection]
_Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Named:
    """An area with its rings in degrees."""

    name: str
    rings: tuple[_Ring, ...]
    properties: tuple[tuple[str, str], ...]


class _WrongError(Exception):
    """What is wrong with one area."""


def read_geojson(data: bytes, shown: str, diagnostics: Diagnostics) -> Lands | None:
    """Lands and their projection, or None and diagnostics at the lines of the file, which messages call `shown`."""
    try:
        written = data.decode("utf-8-sig")
        root = json.loads(written)
    except UnicodeDecodeError:
        diagnostics.error("geojson-broken", "the GeoJSON is not written in UTF-8", Span(shown), _HINT)
        return None
    except json.JSONDecodeError as problem:
        place = Span(shown, problem.lineno, problem.colno)
        diagnostics.error("geojson-broken", f"the GeoJSON is broken: {problem.msg}", place, _HINT)
        return None
    except (ValueError, RecursionError) as problem:
        why = "it is nested too deep" if isinstance(problem, RecursionError) else "a number has too many digits"
        diagnostics.error("geojson-broken", f"the GeoJSON is broken: {why}", Span(shown, 1, 1), _HINT)
        return None
    areas = _areas(root, written, shown, diagnostics)
    return _drawn(areas) if areas else None


def _areas(root: Any, written: str, shown: str, diagnostics: Diagnostics) -> tuple[_Named, ...]:
    """All areas; none where one of them is wrong, each of which is reported where its feature begins."""
    features = root.get("features") if isinstance(root, dict) and root.get("type") == "FeatureCollection" else [root]
    if not isinstance(features, list) or not features:
        diagnostics.error("geojson-area", "the GeoJSON has no features", Span(shown), _HINT)
        return ()
    places = [_span(written, met.start(), shown) for met in _FEATURE.finditer(written)]
    found: list[_Named] = []
    for number, feature in enumerate(features):
        try:
            found.append(_area(feature))
        except _WrongError as problem:
            span = places[number] if number < len(places) else Span(shown)
            diagnostics.error("geojson-area", f"area {number + 1}: {problem}", span, _HINT)
    return tuple(found) if len(found) == len(features) else ()


def _span(written: str, at: int, shown: str) -> Span:
    line = written.count("\n", 0, at) + 1
    return Span(shown, line, at - written.rfind("\n", 0, at))


def _area(feature: Any) -> _Named:
    if not isinstance(feature, dict):
        raise _WrongError("it is no feature")
    is_feature = feature.get("type") == "Feature"
    rings = tuple(_rings(feature.get("geometry") if is_feature else feature))
    if not rings:
        raise _WrongError("it has no corners")
    properties = _properties(feature)
    return _Named(_name(feature, dict(properties)), rings, properties)


def _properties(feature: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The properties that are words or whole numbers, by which an area may be called."""
    given = feature.get("properties")
    said = given.items() if isinstance(given, dict) else ()
    return tuple((key, str(value)) for key, value in said if _is_name(value))


def _is_name(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _name(feature: dict[str, Any], properties: dict[str, str]) -> str:
    lower = {key.lower(): value for key, value in properties.items()}
    own = feature.get("id")
    named = [lower[key] for key in NAMES if key in lower]
    return next(iter((*named, *([str(own)] if _is_name(own) else []))), "")


def _rings(geometry: Any) -> Iterator[_Ring]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection":
        for part in _listed(geometry.get("geometries")):
            yield from _rings(part)
    elif kind in ("Polygon", "MultiPolygon"):
        coordinates = _listed(geometry.get("coordinates"))
        for polygon in [coordinates] if kind == "Polygon" else coordinates:
            yield from (_turned(_ring(ring), hole=number > 0) for number, ring in enumerate(_listed(polygon)))
    else:
        raise _WrongError(f"its geometry is `{kind}`; {_AREAS} are read")


def _listed(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise _WrongError("its coordinates are no lists of corners")
    return found


def _ring(ring: Any) -> _Ring:
    corners = [_corner(corner) for corner in _listed(ring)]
    if len(corners) < 3:
        raise _WrongError("it has fewer than three corners")
    return corners


def _turned(ring: _Ring, hole: bool) -> _Ring:
    """The ring in the direction that tells a coast from a hole, whichever its file has, for every way to fill."""
    sides = zip(ring, [*ring[1:], ring[0]], strict=True)
    clockwise = sum((x1 - x0) * (y1 + y0) for (x0, y0), (x1, y1) in sides) > 0
    return ring if clockwise == hole else ring[::-1]


def _corner(corner: Any) -> tuple[float, float]:
    numbers = _listed(corner)[:2]
    if len(numbers) < 2 or any(not isinstance(one, int | float) or isinstance(one, bool) for one in numbers):
        raise _WrongError("a corner is not two numbers")
    longitude, latitude = numbers
    if not (abs(longitude) <= 180 and abs(latitude) <= 89):
        raise _WrongError(f"{longitude}, {latitude} are not a longitude and a latitude")
    return float(longitude), float(latitude)


def _drawn(areas: Sequence[_Named]) -> tuple[tuple[Land, ...], Projection]:
    projection = _projection([corner for area in areas for ring in area.rings for corner in ring])
    return tuple(_land(area, projection) for area in areas), projection


def _projection(corners: Sequence[tuple[float, float]]) -> Projection:
    """All corners in the view, its longer side filled."""
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    narrowing = math.cos(math.radians((south + north) / 2))
    unit = VIEW / max((east - west) * narrowing, north - south, 1e-9)
    return Projection(west, north, unit * narrowing, unit)


def _land(area: _Named, projection: Projection) -> Land:
    rings = [_thinned([projection.at(*corner) for corner in ring]) for ring in area.rings]
    seen = [ring for ring in rings if len(ring) > 2] or [_speck(rings[0][0])]
    commands = tuple(command for ring in seen for command in _commands(ring))
    whole = Outline(VIEW, VIEW, (VectorPath(commands, name=area.name),))
    left, top, _, _ = extent(whole)
    return Land(area.name, cropped(whole), left, top, properties=area.properties)


def _thinned(ring: _Ring) -> _Ring:
    """The corners of a ring, without those that stand at the place of the one before."""
    rounded = [(float(round(x)), float(round(y))) for x, y in ring]
    return [one for one, before in zip(rounded, [rounded[-1], *rounded], strict=False) if one != before]


def _speck(corner: tuple[float, float]) -> _Ring:
    """The smallest triangle that is seen, of land that is smaller than a unit."""
    x, y = corner
    return [(x, y), (x + 1, y), (x, y + 1)]


def _commands(ring: _Ring) -> Commands:
    first, *others = ring
    return (("M", first), *(("L", corner) for corner in others), ("Z", ()))
