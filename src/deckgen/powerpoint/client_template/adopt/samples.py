"""A picture of a template as what it shows place by place.

In: an element with a picture, and the part that it is related to. Out: a few colours in rows, and where its ink is.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any, Final

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.lightness import mixed
from deckgen.model.picture import MOST_PIXELS
from deckgen.model.units import Box
from deckgen.powerpoint.ooxml.colors import mean
from deckgen.powerpoint.ooxml.xml import A, R

_SIDE: Final = 72
"""How many colours across and down."""
_OPAQUE: Final = 0.6
"""From this share of ink on a picture is a ground."""


@dataclass(frozen=True)
class Sample:
    """`rows` of `RRGGBB`, from the top; empty where the picture is transparent."""

    rows: tuple[tuple[str, ...], ...]

    @cached_property
    def mean(self) -> str:
        return mean([one for row in self.rows for one in row if one])

    @cached_property
    def _edges(self) -> tuple[int, int, int, int]:
        """The first and the last column and row with ink, the last ones not counted in."""
        down = [y for y, row in enumerate(self.rows) if any(row)]
        across = [x for x in range(_SIDE) if any(row[x] for row in self.rows)]
        return (across[0], down[0], across[-1] + 1, down[-1] + 1) if down else (0, 0, 0, 0)

    @property
    def inked(self) -> bool:
        return self._edges != (0, 0, 0, 0)

    @cached_property
    def covers(self) -> bool:
        """Whether most of it within its edges is ink."""
        left, top, right, bottom = self._edges
        inside = [one for row in self.rows[top:bottom] for one in row[left:right]]
        return sum(map(bool, inside)) >= _OPAQUE * len(inside)

    def ink(self, box: Box) -> Box:
        """The part of the picture's box that is not transparent at its edges."""
        left, top, right, bottom = self._edges
        x, y = box.x + box.width * left // _SIDE, box.y + box.height * top // _SIDE
        return Box(x, y, box.width * (right - left) // _SIDE, box.height * (bottom - top) // _SIDE)

    def under(self, box: Box, own: Box) -> str:
        """The mean of what shows in a part of the page; `own` is where the picture's ink stands."""
        left, top, right, bottom = self._edges
        columns = _stretch(box.x - own.x, box.right - own.x, own.width, left, right)
        rows = _stretch(box.y - own.y, box.bottom - own.y, own.height, top, bottom)
        found = [one for row in self.rows[rows] for one in row[columns] if one]
        return mean(found) or self.mean


def _stretch(start: int, end: int, length: int, first: int, last: int) -> slice:
    """Which of the colours from `first` to `last` a stretch of `length` stands over."""
    count, length = last - first, max(length, 1)
    low = min(count - 1, max(0, start * count // length))
    return slice(first + low, first + max(low + 1, min(count, -(-end * count // length))))


def sampled(element: Any, part: Any) -> Sample | None:
    """None where there is no picture, or none that can be read."""
    blip = next(element.iter(f"{{{A}}}blip"), None)
    related = None if blip is None else blip.get(f"{{{R}}}embed")
    if blip is None or not related or related not in part.rels or part.rels[related].is_external:
        return None
    cut = next(element.iter(f"{{{A}}}srcRect"), None)
    crop = (0.0,) * 4 if cut is None else tuple(_share(cut.get(side)) for side in ("l", "t", "r", "b"))
    sheer = blip.find(f"{{{A}}}alphaModFix")
    opacity = 1.0 if sheer is None else _share(sheer.get("amt", "100000"))
    return _read(part.rels[related].target_part.blob, crop, opacity)


def _share(said: str | None) -> float:
    """A part in thousandths of a per cent; what stands over an edge is no crop."""
    return max(0.0, min(1.0, int(said or "0") / 100_000))


@lru_cache(maxsize=64)
def _read(data: bytes, crop: tuple[float, ...], opacity: float) -> Sample | None:
    from PIL import Image

    left, top, right, bottom = crop
    try:
        with Image.open(BytesIO(data)) as image:
            wide, high = image.size
            if wide * high > MOST_PIXELS or left + right >= 1 or top + bottom >= 1:
                return None
            shown = (left * wide, top * high, (1 - right) * wide, (1 - bottom) * high)
            small = image.convert("RGBA").resize((_SIDE, _SIDE), Image.Resampling.BOX, shown)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    raw = small.tobytes()
    pixels = (raw[at : at + 4] for at in range(0, len(raw), 4))
    inks = [mixed(pixel[:3].hex().upper(), "FFFFFF", 1 - opacity) if pixel[3] > 127 else "" for pixel in pixels]
    return Sample(tuple(tuple(inks[at : at + _SIDE]) for at in range(0, len(inks), _SIDE)))
