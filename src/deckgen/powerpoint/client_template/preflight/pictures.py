"""The pictures that a template's masters, layouts and themes show.

In: parts of the opened file. Out: new parts, each picture once, or nothing for what is no picture that may be kept.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Final

from deckgen.picture_files.bare import PictureDataError, bare_picture, form_of
from deckgen.picture_files.drawing import bare_drawing
from deckgen.powerpoint.client_template.preflight.package_reader import Opened
from deckgen.powerpoint.client_template.preflight.report import RefusedError
from deckgen.powerpoint.ooxml.package import Part

MOST_PIXELS = 100_000_000
_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
_SVG: Final = "image/svg+xml"
_REDRAWN: Final = ("tiff", "bmp")
_MEASURED = ("PNG", "JPEG", "GIF", "BMP", "TIFF")


class Pictures:
    """Pictures as they come up while sheets are read; one that is used twice is one part."""

    def __init__(self, package: Opened) -> None:
        self._package = package
        self._names: dict[str, str | None] = {}
        self.parts: list[Part] = []

    def kept(self, source: str) -> str | None:
        """The new part name of a picture; None where the part is missing or is no picture that may be kept.

        Raises RefusedError for a picture of so many pixels that it is a bomb.
        """
        if source not in self._names:
            self._names[source] = self._add(source)
        return self._names[source]

    def _add(self, source: str) -> str | None:
        data = self._package.parts.get(source, b"")
        form = form_of(data) or ("svg" if self._package.type_of(source) == _SVG or source.endswith(".svg") else "")
        if not form:
            return None
        _refuse_bomb(data, source)
        kept = _bare(data, form)
        if kept is None:
            return None
        form = "png" if form in _REDRAWN else form
        name = f"/ppt/media/image{len(self.parts) + 1}.{form}"
        self.parts.append(Part(name, _TYPES[form], kept))
        return name


def _bare(data: bytes, form: str) -> bytes | None:
    """The picture without what it says beside what it shows; None where it cannot be read."""
    if form == "svg":
        return bare_drawing(data)
    try:
        return _as_png(data) if form in _REDRAWN else bare_picture(data, form)
    except PictureDataError:
        return None


def _as_png(data: bytes) -> bytes:
    """A TIFF or a BMP keeps what it says all over the file: its pixels are taken and nothing else."""
    from PIL import Image

    out = BytesIO()
    try:
        with Image.open(BytesIO(data), formats=("TIFF", "BMP")) as image:
            mode = "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
            image.convert(mode).save(out, "PNG")
    except Exception as broken:  # a decoder may raise anything
        raise PictureDataError("the picture cannot be read") from broken
    return out.getvalue()


def _refuse_bomb(data: bytes, source: str) -> None:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_MEASURED) as image:
                width, height = image.size
    except Image.DecompressionBombError:
        width, height = MOST_PIXELS, 2
    except Exception:  # a decoder may raise anything; what it cannot read cannot be a bomb to it
        return
    if width * height > MOST_PIXELS:
        message = f"the picture `{source}` has more than {MOST_PIXELS // 1_000_000} million pixels"
        raise RefusedError("template-bomb", message, "put a smaller picture in its place: 4,000 across are enough")
