"""In: tiles and outlines that a slide names, and the places on them. Out: both settled, or located diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from deckgen.content.pictures import inside
from deckgen.diagnostics import Diagnostics, Span
from deckgen.locale import language, languages
from deckgen.model.drawing_fields import DrawingFields
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.map_fields import MapFields, Pin
from deckgen.model.outline import Outline, cropped, extent
from deckgen.model.places import Land, OutlineFile, Place, PlaceName, Projection, Tiles
from deckgen.model.texts import field_names
from deckgen.nodes.schema import suggestion
from deckgen.outlines.geojson import read_geojson
from deckgen.outlines.svg import DrawnPath, read_svg

MOST_BYTES = 8 * 1024 * 1024
"""Of a file of outlines: a country in more detail than any page shows."""
END = 100
UNNAMED = "give the shapes of the SVG an `id`, or the features of the GeoJSON a property `name`"


def settled_tiles(tiles: Tiles, own: Mapping[str, tuple[Place, ...]], diagnostics: Diagnostics) -> Tiles:
    """The tiles with their places: those of the deck's language, else of the first that has some of that name."""
    known = dict(own) or _of_any_language()
    if tiles.name in known:
        return replace(tiles, places=known[tiles.name])
    message = f"there are no tiles `{tiles.name}`"
    diagnostics.error("unknown-tiles", message, tiles.span, suggestion(tiles.name, tuple(known)))
    return tiles


def _of_any_language() -> Mapping[str, tuple[Place, ...]]:
    brought = (made for code in languages().own if (made := language(code)))
    return next((made.places for made in brought if made.places), {})


def settled_outline(outline: OutlineFile, folder: Path, diagnostics: Diagnostics) -> OutlineFile:
    """The outline file with its lands; as it was, and reported, where nothing can be drawn from it."""
    path = inside(folder, outline.path, outline.span, diagnostics)
    data = _bytes(path, outline.span, diagnostics) if path else None
    if path is None or data is None:
        return outline
    if path.suffix.lower() in (".svg", ".geojson", ".json"):
        lands, projection, found = _drawn(data, path)
        diagnostics.extend(found)
        return replace(outline, lands=lands, projection=projection)
    hint = "save it as .svg or .geojson"
    diagnostics.error("outline-format", f"`{path.name}` is neither SVG nor GeoJSON", outline.span, hint)
    return outline


@lru_cache(maxsize=8)
def _drawn(data: bytes, path: Path) -> tuple[tuple[Land, ...], Projection | None, Diagnostics]:
    """What a file draws, and what is wrong with it; a deck shows the same country on several slides."""
    found = Diagnostics()
    if path.suffix.lower() == ".svg":
        return _of_svg(data, path.as_posix(), found), None, found
    lands, projection = read_geojson(data, path.as_posix(), found) or ((), None)
    return lands, projection, found


def _bytes(path: Path, span: Span, diagnostics: Diagnostics) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError as problem:
        diagnostics.error("outline-format", f"`{path.name}` cannot be read: {problem.strerror}", span)
        return None
    if len(data) <= MOST_BYTES:
        return data
    message = f"`{path.name}` has {len(data) / 1024 / 1024:.0f} MB; a file of outlines has {MOST_BYTES >> 20} at most"
    diagnostics.error("outline-format", message, span, "simplify its coasts")
    return None


def _of_svg(data: bytes, shown: str, diagnostics: Diagnostics) -> tuple[Land, ...]:
    found = Diagnostics()
    drawing = read_svg(data, shown, found)
    diagnostics.extend(found.hardened())
    return tuple(_land(one, drawing.width, drawing.height) for one in drawing.paths) if drawing else ()


def _land(drawn: DrawnPath, width: float, height: float) -> Land:
    whole = Outline(width, height, (drawn.path,))
    left, top, _, _ = extent(whole)
    return Land(drawn.path.name, cropped(whole), left, top, drawn.role)


def check_maps(fields: Any, diagnostics: Diagnostics) -> None:
    """The maps of a slide, its own or one that stands in a field, show places that they have."""
    for one in (fields, *(getattr(fields, name) for name in field_names(fields))):
        if isinstance(one, MapFields) and (one is not fields or one.tiles or one.outline):
            _check_map(one, diagnostics)
        elif isinstance(one, MapFields):
            _without_ground(one.span, diagnostics)


def _without_ground(span: Span, diagnostics: Diagnostics) -> None:
    hint = "write `tiles: municipalities`, or `outline:` with the path of an SVG or a GeoJSON"
    diagnostics.error("map-without-ground", "the map has neither tiles nor an outline", span, hint)


def _check_map(fields: MapFields, diagnostics: Diagnostics) -> None:
    if not (fields.tiles or fields.outline):
        _without_ground(fields.span, diagnostics)
        return
    if fields.tiles and fields.outline:
        hint = "leave one of them out"
        diagnostics.error("map-without-ground", "the map has tiles and an outline", fields.outline.span, hint)
        return
    groups = fields.groups
    if not (fields.shown_places or fields.shown_lands) and not groups:
        return  # its file or its tiles are wrong, which is reported
    shown = set(fields.shown_names)
    for named, single in _named(fields):
        _check_name(named, single, groups, shown, diagnostics)
    for pin in fields.pins:
        _check_pin(pin, fields, diagnostics)
    for place in fields.places:
        _check_degrees(place.name.plain, float(place.lon), float(place.lat), place.span, fields, diagnostics)
    _check_steps(fields, diagnostics)


def check_areas(fields: DrawingFields, diagnostics: Diagnostics) -> None:
    """The rows of a drawing with an outline are areas of it, by the property that they are named by."""
    known = tuple(dict.fromkeys(name for name, _ in fields.lands if name))
    if fields.named_by and not known:
        lands = fields.outline.lands if fields.outline else ()
        properties = tuple(dict.fromkeys(key for land in lands for key, _ in land.properties))
        message, hint = f"no area has a property `{fields.named_by}`", suggestion(fields.named_by, properties)
        diagnostics.error("unknown-property", message, fields.named_by_span, hint)
        return
    for row in fields.data if fields.outline else ():
        name = row.label.plain
        if name not in known:
            hint = suggestion(name, known) if known else UNNAMED
            diagnostics.error("unknown-place", f"the map has no area `{name}`", row.label.span, hint)


def _named(fields: MapFields) -> Iterator[tuple[PlaceName, bool]]:
    """Every place that is named, and whether it must be a single one."""
    yield from ((one, False) for one in fields.only)
    yield from ((one.place, False) for one in fields.highlight)
    yield from ((one.place, True) for one in fields.values)
    yield from ((pin.place, False) for pin in fields.pins if pin.place)


def _check_name(
    named: PlaceName,
    single: bool,
    groups: Mapping[str, tuple[str, ...]],
    shown: set[str],
    diagnostics: Diagnostics,
) -> None:
    if named.name not in groups:
        hint = suggestion(named.name, tuple(groups))
        if not groups:
            hint = UNNAMED
        diagnostics.error("unknown-place", f"the map has no place `{named.name}`", named.span, hint)
    elif not shown.intersection(groups[named.name]):
        hint = "add it to `only`, or leave it out here"
        diagnostics.error("unknown-place", f"`{named.name}` is not among the places shown", named.span, hint)
    elif single and groups[named.name] != (named.name,):
        hint = "give each of its places a value, or show `tiles: regions`"
        diagnostics.error("unknown-place", f"`{named.name}` is several places of this map", named.span, hint)


def _check_pin(pin: Pin, fields: MapFields, diagnostics: Diagnostics) -> None:
    """A pin stands somewhere, in one way, and on the map."""
    pairs = ((pin.lon, pin.lat), (pin.x, pin.y))
    whole = [pair for pair in pairs if None not in pair]
    parts = [pair for pair in pairs if pair != (None, None)]
    if len(whole) != len(parts) or len(whole) + (pin.place is not None) != 1:
        hint = "write `place`, or `lon` and `lat`, or `x` and `y`"
        diagnostics.error("bad-pin", "a pin stands at one place", pin.span, hint)
        return
    if not (pin.place or pin.label) and pin.number is None:
        hint = "say what is there, or give the pin the number of what stands beside the map"
        diagnostics.error("bad-pin", "a pin without a place needs a `label` or a `number`", pin.span, hint)
    if pin.x is not None and pin.y is not None and not (0 <= pin.x <= END and 0 <= pin.y <= END):
        diagnostics.error("bad-pin", f"`x` and `y` are from 0 to {END} per cent of the map", pin.span)
    if pin.lon is not None and pin.lat is not None:
        _check_degrees("the pin", float(pin.lon), float(pin.lat), pin.span, fields, diagnostics)


def _check_degrees(
    what: str, lon: float, lat: float, span: Span, fields: MapFields, diagnostics: Diagnostics
) -> None:
    projection = fields.outline.projection if fields.outline else None
    if projection is None:
        hint = "name its place, or use the outlines of a GeoJSON"
        diagnostics.error("bad-pin", "this map is not in degrees", span, hint)
        return
    x, y = projection.at(lon, lat)
    lands = fields.shown_lands
    across, down = (
        zip(*(land.across for land in lands), strict=True),
        zip(*(land.down for land in lands), strict=True),
    )
    (left, right), (top, bottom) = ((min(starts), max(ends)) for starts, ends in (across, down))
    if not (left <= x <= right and top <= y <= bottom):
        diagnostics.error("bad-pin", f"{what} stands outside of the map", span, "`lon` is across, `lat` is up")


def _check_steps(fields: MapFields, diagnostics: Diagnostics) -> None:
    if list(fields.steps) != sorted(set(fields.steps)):
        hint = "begin with the lowest, each once"
        diagnostics.error("bad-steps", "the steps do not rise", fields.steps_span, hint)
    if fields.steps and not fields.values:
        hint = "write `values:`, or leave the steps out"
        diagnostics.error("bad-steps", "there are steps and no values", fields.steps_span, hint)
