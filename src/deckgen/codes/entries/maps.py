"""Codes of maps. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import members

_TILES: Final = "kind: map\ntiles: municipalities\n"
_LANDS: Final = "kind: map\noutline: lands.geojson\n"
_SQUARE: Final = '{"type": "Polygon", "coordinates": [[[9, 56], [10, 56], [10, 57], [9, 57]]]}\n'


def _lands(written: str) -> dict[str, str]:
    return members(_LANDS) | {"content/lands.geojson": written}


CODES: Final = (
    Code(
        "unknown-tiles",
        what="No language brings tiles of this name.",
        why="there is nothing to draw.",
        fix="take a name from the hint, or give `outline:` a file of your own.",
        files=members("kind: map\ntiles: municipality\n"),
    ),
    Code(
        "unknown-place",
        what="The map has no such place or area, or it is not among those shown, or it is several where one must be.",
        why="it could not be set off, shaded or pinned.",
        fix="take a name from the hint; places of a map of your own are called by the `id` of their shapes in an "
        "SVG, by the property `name` in a GeoJSON or, in a drawing, the one that `named-by` says.",
        files=members(f"{_TILES}highlight: [Ålborg]\n"),
    ),
    Code(
        "map-without-ground",
        what="The map has neither tiles nor an outline, or both.",
        why="a map is drawn of one of them.",
        fix="write `tiles: municipalities`, or `outline:` with the path of an SVG or a GeoJSON.",
        files=members("kind: map\npins: [{place: Aalborg}]\n"),
    ),
    Code(
        "bad-pin",
        what="A pin stands nowhere, in several ways, or outside of the map.",
        why="nobody could tell where it belongs.",
        fix="write `place`, or `lon` and `lat` on outlines in degrees, or `x` and `y` in per cent of the map.",
        files=members(f"{_TILES}pins: [{{x: 40, label: Her}}]\n"),
    ),
    Code(
        "bad-steps",
        what="The steps of shade do not rise, or there are no values to shade.",
        why="a place could not be given one of them.",
        fix="write the number from which each next shade is darker, the lowest first.",
        files=members(f"{_TILES}values: [{{place: Aalborg, value: '${{members}}'}}]\nsteps: [20, 10]\n"),
    ),
    Code(
        "outline-format",
        what="The file of outlines is neither SVG nor GeoJSON, cannot be read, or is out of all measure.",
        why="outlines are read from these two, and drawn as shapes that can be edited.",
        fix="export it as .svg or .geojson, with simple coasts.",
        files=members("kind: map\noutline: lands.kml\n") | {"content/lands.kml": "<kml/>\n"},
    ),
    Code(
        "geojson-broken",
        what="The file is no well-formed GeoJSON.",
        why="nothing can be drawn from it.",
        fix="export it anew from the program that made it.",
        files=_lands('{"type": "FeatureCollection",\n'),
    ),
    Code(
        "geojson-area",
        what="Something in the GeoJSON is no area in degrees.",
        why="lines and points have no inside to fill, and other coordinates than degrees stand nowhere on this map.",
        fix="export polygons in degrees (WGS 84).",
        files=_lands(_SQUARE.replace("9, 56", "9000, 56")),
    ),
)
