"""Pictures inside the drawing itself, cut as they are on the slide. In: PictureItem. Out: an `image` in its box."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from pathlib import Path

from deckgen.model.chart import Rect
from deckgen.model.frames import PictureItem
from deckgen.model.units import Box
from deckgen.picture_files.drawing import bare_drawing
from deckgen.picture_files.shown import Shown, UnusablePictureError, shown_picture
from deckgen.svg.markup import element, number
from deckgen.svg.shapes import place_of
from deckgen.svg.stage import Scope
from deckgen.xml_text import attribute, escape

Crop = tuple[float, float, float, float]
_SVG = "image/svg+xml"


def picture_item(item: PictureItem, scope: Scope) -> str:
    """Raises UnusablePictureError for a picture that cannot be shown."""
    named = f"<title>{escape(item.alt)}</title>" if item.alt else ""
    about = f'{scope.place(item.name)} role="img" aria-label="{attribute(item.alt)}"'
    return element("g", about, named + image(_data(item), item.box, item.crop, scope))


def image(source: str, box: Box, crop: Crop, scope: Scope) -> str:
    """A picture that fills its box with what is left of it when it is cut."""
    place = place_of(box)
    whole = _uncut(place, crop)
    size = f'x="{number(whole.left)}" y="{number(whole.top)}" width="{number(whole.width)}"'
    shown = f'<image {size} height="{number(whole.height)}" preserveAspectRatio="none" href="{source}"'
    if not any(crop):
        return f"{shown}/>"
    id = scope.new_id()
    window = f'x="{number(place.left)}" y="{number(place.top)}" width="{number(place.width)}"'
    clip = f'<clipPath id="{id}"><rect {window} height="{number(place.height)}"/></clipPath>'
    return f'{clip}{shown} clip-path="url(#{id})"/>'


def data_uri(data: bytes, content_type: str) -> str:
    return f"data:{content_type};base64,{b64encode(data).decode()}"


def _uncut(place: Rect, crop: Crop) -> Rect:
    """Where the whole picture stands of which the box shows a part."""
    left, top, right, bottom = crop
    width, height = place.width / (1 - left - right), place.height / (1 - top - bottom)
    return Rect(place.left - left * width, place.top - top * height, width, height)


def _data(item: PictureItem) -> str:
    if item.drawn is None:
        return _file(item.path, item.drawing)
    if item.images is None:
        raise UnusablePictureError(f"{item.name} was not drawn")
    return data_uri(item.images.svg, _SVG)


def _file(path: str, drawing: str) -> str:
    """The picture, or in its place the drawing of the same."""
    if not drawing:
        shown = _seen(path, Path(path).stat().st_mtime_ns)
        return data_uri(shown.data, shown.content_type)
    data = bare_drawing(Path(drawing).read_bytes())
    if data is None:
        raise UnusablePictureError(f"{drawing} is no drawing that may be taken in")
    return data_uri(data, _SVG)


@lru_cache(maxsize=16)
def _seen(path: str, changed: int) -> Shown:
    return shown_picture(Path(path))
