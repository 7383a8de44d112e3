"""Pictures: what a deck may take in, and a picture that content names.

In: nothing; a name in content. Out: bounds that content explains and powerpoint holds to; a noun that kinds place.
"""

from __future__ import annotations

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_DRAWING_BYTES = 2 * 1024 * 1024
"""Of an SVG."""
TURNED = 5
"""From this value on, the orientation that a camera notes (EXIF) says that the picture lies on its side."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file of the content folder: its path and, once content has looked at it, its upright size in pixels.

    `drawing` is an SVG of the same, which programs show in place of the pixels; empty where there is none.
    """

    path: str
    size: tuple[int, int] = (0, 0)
    drawing: str = ""
    span: Span = NOWHERE
