"""A region that there is not: six municipalities and an island, for examples with outlines.

In: nothing. Out: a GeoJSON in degrees, the same each time; borders wind, and neighbours share them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Final

Corner = tuple[float, float]

FILE: Final = "omegn.geojson"
CORNERS: Final[dict[str, Corner]] = {
    "a": (9.02, 57.10), "b": (9.48, 57.22), "c": (9.95, 57.16), "d": (10.42, 57.24),
    "e": (8.92, 56.80), "f": (9.36, 56.86), "g": (9.80, 56.82), "h": (10.02, 56.95), "i": (10.50, 56.90),
    "j": (9.08, 56.52), "k": (9.50, 56.46), "l": (9.98, 56.55), "m": (10.36, 56.62),
}  # fmt: skip
AREAS: Final[dict[str, str]] = {
    "Klitgård": "abfe", "Lyngå": "bchgf", "Fjordvig": "cdih",
    "Mosekær": "efkj", "Engsted": "fglk", "Havneby": "ghiml",
}  # fmt: skip
ISLAND: Final[tuple[Corner, ...]] = ((10.62, 56.60), (10.74, 56.68), (10.80, 56.60), (10.70, 56.50))
HALVINGS: Final = 4
SWING: Final = 0.16
"""How far a border swings aside, as a share of its length."""


def geojson() -> str:
    rings = {name: _around(tuple(CORNERS[letter] for letter in letters)) for name, letters in AREAS.items()}
    rings["Sandø"] = _around(ISLAND)
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "code": f"{number:03}"},
            "geometry": {"type": "Polygon", "coordinates": [[list(corner) for corner in ring]]},
        }
        for number, (name, ring) in enumerate(rings.items(), 1)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1)


def _around(corners: Sequence[Corner]) -> list[Corner]:
    ring: list[Corner] = []
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        border = _wound(min(start, end), max(start, end), HALVINGS)
        ring += border[:-1] if start < end else border[:0:-1]
    return [*ring, ring[0]]


def _wound(start: Corner, end: Corner, halvings: int) -> list[Corner]:
    """A side as a line that winds: its middle moved aside, and those of both halves in turn."""
    if not halvings:
        return [start, end]
    aside = SWING * _chance(start, end)
    middle = (
        round((start[0] + end[0]) / 2 - (end[1] - start[1]) * aside, 5),
        round((start[1] + end[1]) / 2 + (end[0] - start[0]) * aside, 5),
    )
    return [*_wound(start, middle, halvings - 1)[:-1], *_wound(middle, end, halvings - 1)]


def _chance(start: Corner, end: Corner) -> float:
    """A number from −1 to 1 that belongs to a side."""
    return hashlib.sha256(repr((start, end)).encode()).digest()[0] / 127.5 - 1
