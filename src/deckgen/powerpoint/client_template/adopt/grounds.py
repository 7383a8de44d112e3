"""What a slide layout draws, and what it draws on.

In: slide layouts and masters as python-pptx opens them. Out: drawn things with place and colour, the ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.picture import MOST_PIXELS
from deckgen.model.units import Box
from deckgen.powerpoint.ooxml.colors import Scheme, colored, from_light_to_dark, mean, resolved, styled
from deckgen.powerpoint.ooxml.xml import A, P, R

WHOLE = 0.9
"""How much of the page a thing covers that is its ground and not something on it."""

_SHAPES = ("sp", "pic", "cxnSp", "grpSp", "graphicFrame")
_LINE = 12_700
_SAMPLE = (24, 24)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that stands on every slide of a layout: `color` as `RRGGBB`, empty where it is not one colour."""

    box: Box
    color: str
    solid: bool
    """Covers what is behind it, as a panel, a band or a picture does; a line or a text does not."""
    numbers: bool = False
    """Shows the page number itself."""


def page_ground(sheets: tuple[Any, ...], scheme: Scheme, theme: Any) -> str:
    """The background that the first of a slide layout and its master has; white where none says anything."""
    for sheet in sheets:
        background = sheet.element.find(f"{{{P}}}cSld/{{{P}}}bg")
        if background is None:
            continue
        own = background.find(f"{{{P}}}bgPr")
        if own is not None:
            # Where text stands on such a gradient only the template's author has seen: its own colours are trusted.
            known = "" if from_light_to_dark(own, scheme) else colored(own, scheme)
            return known or _picture(own, sheet.part) or ""
        named = background.find(f"{{{P}}}bgRef")
        if named is not None and len(named):
            return resolved(named[0], scheme)
    return scheme["bg1"]


def drawn_on(sheet: Any, scheme: Scheme, page: Box) -> Iterator[Drawn]:
    """What a slide layout or master draws itself, back to front; placeholders are no drawing."""
    tree = sheet.element.find(f"{{{P}}}cSld/{{{P}}}spTree")
    for shape in tree if tree is not None else ():
        if shape.tag.rpartition("}")[2] not in _SHAPES or shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph") is not None:
            continue
        named = shape.find(f"*/{{{P}}}cNvPr")
        if named is not None and named.get("hidden") in ("1", "true"):
            continue
        box = _clipped(_place(shape), page)
        if box is not None:
            color, solid = _look(shape, scheme, sheet.part)
            yield Drawn(box, color, solid, _numbers(shape))


def _numbers(shape: Any) -> bool:
    return any(field.get("type") == "slidenum" for field in shape.iter(f"{{{A}}}fld"))


def ground_of(box: Box, page: str, drawn: tuple[Drawn, ...]) -> str:
    """`RRGGBB` of what is behind the middle of a box: the topmost solid thing that holds most of it, or the page."""
    ground = page
    for one in drawn:
        if one.solid and _share(box, one.box) > 0.6:
            ground = one.color
    return ground


def _share(box: Box, other: Box) -> float:
    """How much of `box` the other covers."""
    width = min(box.right, other.right) - max(box.x, other.x)
    height = min(box.bottom, other.bottom) - max(box.y, other.y)
    return max(0, width) * max(0, height) / max(1, box.width * box.height)


def _place(shape: Any) -> Box | None:
    place = next(shape.iter(f"{{{A}}}xfrm", f"{{{P}}}xfrm"), None)
    offset = None if place is None else place.find(f"{{{A}}}off")
    extent = None if place is None else place.find(f"{{{A}}}ext")
    if place is None or offset is None or extent is None:
        return None
    x, y, width, height = (int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))
    if place.get("rot", "0") in ("5400000", "16200000", "-5400000"):
        x, y, width, height = x + (width - height) // 2, y + (height - width) // 2, height, width
    return Box(x, y, max(width, _LINE), max(height, _LINE))


def _clipped(box: Box | None, page: Box) -> Box | None:
    """The part on the page; None where nothing is."""
    if box is None or not box.overlaps(page):
        return None
    x, y = max(box.x, 0), max(box.y, 0)
    return Box(x, y, min(box.right, page.right) - x, min(box.bottom, page.bottom) - y)


def _look(shape: Any, scheme: Scheme, part: Any) -> tuple[str, bool]:
    kind = shape.tag.rpartition("}")[2]
    if kind == "pic":
        return _picture(shape, part), True
    if kind != "sp":
        return "", False
    own = shape.find(f"{{{P}}}spPr")
    if own is None or own.find(f"{{{A}}}noFill") is not None:
        return "", False
    if own.find(f"{{{A}}}blipFill") is not None:
        return _picture(own, part), True
    color = colored(own, scheme) or styled(shape, scheme)
    return color if _fills_its_box(own) else "", bool(color)


def _fills_its_box(own: Any) -> bool:
    """Whether a shape covers what its box says: a free form with curves or many corners covers nobody knows what."""
    form = own.find(f"{{{A}}}custGeom")
    if form is None:
        return True
    curves = (f"{{{A}}}cubicBezTo", f"{{{A}}}quadBezTo", f"{{{A}}}arcTo")
    return next(form.iter(*curves), None) is None and len(list(form.iter(f"{{{A}}}pt"))) <= 5


def _picture(element: Any, part: Any) -> str:
    """The mean colour of the picture that an element shows; empty where it cannot be read."""
    blip = next(element.iter(f"{{{A}}}blip"), None)
    related = None if blip is None else blip.get(f"{{{R}}}embed")
    if not related or related not in part.rels or part.rels[related].is_external:
        return ""
    from PIL import Image

    try:
        with Image.open(BytesIO(part.rels[related].target_part.blob)) as image:
            if image.size[0] * image.size[1] > MOST_PIXELS:
                return ""
            small = image.convert("RGBA").resize(_SAMPLE)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""
    data = small.tobytes()
    pixels = (data[at : at + 4] for at in range(0, len(data), 4))
    return mean([pixel[:3].hex().upper() for pixel in pixels if pixel[3] > 127])
