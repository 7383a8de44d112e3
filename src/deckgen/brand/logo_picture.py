"""In: the bytes of a PNG or JPEG. Out: a logo that is shown as it is, without empty margins; else a warning."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from deckgen.diagnostics import Diagnostics
from deckgen.model.picture import FORMATS
from deckgen.model.theme import LogoPicture
from deckgen.nodes.node import Scalar

if TYPE_CHECKING:
    from PIL import Image

_MOST_PIXELS: Final = 16_000_000
"""Of a logo, whose margins are looked for in all of it."""


def parse_logo_picture(data: bytes, name: str, path: Scalar, diagnostics: Diagnostics) -> LogoPicture | None:
    """`path` is the file as the brand file names it."""
    try:
        return _read(data, name)
    except (OSError, SyntaxError, ValueError):
        message = f"the logo `{path.text}` cannot be read as a picture, or has too many pixels"
        diagnostics.warning("brand-logo-format", message, path.span, "save it anew as PNG, or give an SVG")
        return None


def _read(data: bytes, name: str) -> LogoPicture:
    """Raises OSError, SyntaxError or ValueError for what is no picture, or one that is too large to be looked at."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(data), formats=FORMATS)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
            raise ValueError("too many pixels") from bomb
    with image:
        width, height = image.size
        if width * height > _MOST_PIXELS:
            raise ValueError("too many pixels")
        left, top, right, bottom = _seen(image)
    margins = (left / width, top / height, 1 - right / width, 1 - bottom / height)
    return LogoPicture(name, right - left, bottom - top, data, str(image.format).lower(), margins)


def _seen(image: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what differs from the upper left corner; all where nothing does."""
    from PIL import Image, ImageChops

    plain = image.convert("RGBa").convert("RGBA")
    ground = Image.new("RGBA", plain.size, plain.getpixel((0, 0)))
    return ImageChops.difference(plain, ground).getbbox(alpha_only=False) or (0, 0, *plain.size)
