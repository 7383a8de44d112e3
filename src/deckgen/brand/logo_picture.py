"""In: the bytes of a PNG or JPEG. Out: a logo that is shown as it is, with its size; else a warning.

Pillow is imported here alone, where a brand's logo is a picture. Only the header is decoded.
"""

from __future__ import annotations

import warnings
from io import BytesIO

from deckgen.diagnostics import Diagnostics
from deckgen.model.picture import FORMATS, MOST_PIXELS
from deckgen.model.theme import LogoPicture
from deckgen.nodes.node import Scalar


def parse_logo_picture(data: bytes, name: str, path: Scalar, diagnostics: Diagnostics) -> LogoPicture | None:
    """`path` is the file as the brand file names it."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=FORMATS)
        with image:
            (width, height), form = image.size, str(image.format).lower()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        width = height = 0
    if not 0 < width * height <= MOST_PIXELS:
        message = f"the logo `{path.text}` cannot be read as a picture, or has too many pixels"
        diagnostics.warning("brand-logo-format", message, path.span, "save it anew as PNG, or give an SVG")
        return None
    return LogoPicture(name, width, height, data, form)
