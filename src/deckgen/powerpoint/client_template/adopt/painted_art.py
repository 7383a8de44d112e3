"""Logos and other art inside a picture that takes the whole page.

In: the picture place by place, and the box that it fills. Out: the boxes of what stands out from its ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import Final

from deckgen.model.units import Box
from deckgen.powerpoint.client_template.adopt.samples import Sample

_FAINT: Final = 24
"""How far a channel is from the ground's, of 255, in what may be a part of art."""
_STRONG: Final = 56
"""How far it is somewhere in all art: less is a texture or a watermark, which text stands on."""
_BUSY: Final = 0.18
"""From this share of places that stand out on, a picture is a photograph, where no ground is told from art."""
_REACH: Final = 2
"""Places apart that are one piece of art still: the letters of a logo."""
_LARGEST: Final = 0.06
"""What takes more of the page is a part of its ground, as a panel is."""
_LEAST: Final = 3
"""Places; fewer are a speck."""
_EDGE: Final = 0.25
"""The outer part of each side in which art stands that is kept clear of; in the middle it is a scene."""

_Place = tuple[int, int]


def painted_art(sample: Sample, box: Box) -> Iterator[Box]:
    """Boxes from the top; none where the picture is a photograph."""
    apart = _standing_out(sample.rows)
    count = len(sample.rows)
    if not apart or len(apart) > _BUSY * count * count:
        return
    for piece in _pieces(apart):
        columns, rows = {x for x, _ in piece}, {y for _, y in piece}
        left, top, right, bottom = min(columns), min(rows), max(columns) + 1, max(rows) + 1
        small = (right - left) * (bottom - top) <= _LARGEST * count * count
        strong = len(piece) >= _LEAST and max(apart[place] for place in piece) >= _STRONG
        if small and strong and _at_an_edge(left, top, right, bottom, count):
            x, y = box.x + box.width * left // count, box.y + box.height * top // count
            yield Box(x, y, box.width * (right - left) // count, box.height * (bottom - top) // count)


def _at_an_edge(left: int, top: int, right: int, bottom: int, count: int) -> bool:
    near, far = _EDGE * count, (1 - _EDGE) * count
    return bottom <= near or top >= far or right <= near or left >= far


def _standing_out(rows: Sequence[Sequence[str]]) -> dict[_Place, int]:
    """How far each place is from its ground, which is what its row or its column mostly is: a ground may run from
    one colour into another, and a band across the page is one.
    """
    colors = [[_channels(one) for one in row] for row in rows]
    across = [_ground(row) for row in colors]
    down = [_ground(column) for column in zip(*colors, strict=True)]
    found = {
        (x, y): min(_distance(color, across[y]), _distance(color, down[x]))
        for y, row in enumerate(colors)
        for x, color in enumerate(row)
        if color
    }
    return {place: distance for place, distance in found.items() if distance >= _FAINT}


def _channels(color: str) -> bytes:
    return bytes.fromhex(color)


def _ground(colors: Sequence[bytes]) -> tuple[int, ...]:
    known = [one for one in colors if one]
    return tuple(median_low(channel) for channel in zip(*known, strict=True))


def _distance(color: Sequence[int], ground: Sequence[int]) -> int:
    return max((abs(one - other) for one, other in zip(color, ground, strict=True)), default=0) if ground else 0


def _pieces(places: dict[_Place, int]) -> Iterator[list[_Place]]:
    """What hangs together."""
    left = dict.fromkeys(sorted(places, key=lambda place: (place[1], place[0])))
    while left:
        piece = [next(iter(left))]
        del left[piece[0]]
        for x, y in piece:
            span = range(-_REACH, _REACH + 1)
            for place in [(x + across, y + down) for down in span for across in span]:
                if place in left:
                    del left[place]
                    piece.append(place)
        yield piece
