"""The pictures that a template's masters, layouts and themes show.

In: parts of the opened file. Out: new parts, each picture once, or nothing for what is no picture that may be kept.
"""

from __future__ import annotations

import warnings
from io import BytesIO

from lxml import etree

from deckgen.powerpoint.client_template.preflight.package_reader import Opened, parsed
from deckgen.powerpoint.client_template.preflight.report import RefusedError
from deckgen.powerpoint.ooxml.package import Part

MOST_PIXELS = 100_000_000
_ENDS = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/jpg": "jpeg",
    "image/pjpeg": "jpeg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/x-bmp": "bmp",
    "image/tiff": "tiff",
    "image/x-emf": "emf",
    "image/emf": "emf",
    "image/x-wmf": "wmf",
    "image/wmf": "wmf",
    "image/svg+xml": "svg",
}
_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
_SHORT = {"jpg": "jpeg", "jpe": "jpeg", "tif": "tiff"}
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
        data = self._package.parts.get(source)
        end = _end(self._package.type_of(source), source)
        if not data or end is None or (end == "svg" and not _harmless(data)):
            return None
        _refuse_bomb(data, source)
        name = f"/ppt/media/image{len(self.parts) + 1}.{end}"
        self.parts.append(Part(name, _TYPES[end], data))
        return name


def _end(content_type: str, name: str) -> str | None:
    """How the new name ends: by the declared type, or where that says nothing, by the old name."""
    last = name.rsplit(".", 1)[-1]
    last = _SHORT.get(last, last)
    return _ENDS.get(content_type) or (last if last in _TYPES else None)


def _harmless(data: bytes) -> bool:
    """Whether a drawing shows itself alone: no script, no other file, no entities. PNG stands beside each."""
    root = parsed(data)
    if root is None:
        return False
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in ("script", "foreignObject"):
            return False
        for name, value in element.attrib.items():
            if etree.QName(name).localname == "href" and not value.startswith(("#", "data:image/")):
                return False
    return True


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
