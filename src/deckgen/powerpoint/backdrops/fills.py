"""What shapes are painted with. In: their properties, colours and pictures of their part. Out: inks and gradients."""

from __future__ import annotations

from typing import Any, Final

from deckgen.model.backdrop import BackdropPicture, Gradient, Ink
from deckgen.model.units import EMU_PER_POINT, Box
from deckgen.powerpoint.ooxml.colors import Scheme, resolved
from deckgen.powerpoint.ooxml.package import Package, Part
from deckgen.powerpoint.ooxml.xml import A, P, R

_PER: Final = 100_000
_DEGREE: Final = 60_000
_USUAL_LINE: Final = 0.75


def fill_of(properties: Any, scheme: Scheme) -> Ink | Gradient | None:
    """The fill that properties name themselves; None where that is none, or a picture."""
    solid = properties.find(f"{{{A}}}solidFill")
    if solid is not None and len(solid):
        return ink_of(solid[0], scheme)
    gradient = properties.find(f"{{{A}}}gradFill")
    return None if gradient is None else _gradient(gradient, scheme)


def styled_fill(shape: Any, scheme: Scheme) -> Ink | None:
    """The fill that a shape takes from its style, as most themes draw it: flat."""
    return _styled(shape, "fillRef", scheme)


def line_of(shape: Any, properties: Any, scheme: Scheme) -> tuple[Ink | None, float]:
    """The line of a shape and its width in points."""
    line = properties.find(f"{{{A}}}ln")
    if line is None:
        return _styled(shape, "lnRef", scheme), _USUAL_LINE
    if line.find(f"{{{A}}}noFill") is not None:
        return None, 0
    width = int(line.get("w", _USUAL_LINE * EMU_PER_POINT)) / EMU_PER_POINT
    solid = line.find(f"{{{A}}}solidFill")
    ink = ink_of(solid[0], scheme) if solid is not None and len(solid) else _styled(shape, "lnRef", scheme)
    return ink, width


def ink_of(color: Any, scheme: Scheme) -> Ink | None:
    """A colour element as an ink; None where it is of a form that nobody writes."""
    value, alpha = resolved(color, scheme), color.find(f"{{{A}}}alpha")
    opacity = 100 if alpha is None else round(int(alpha.get("val", _PER)) * 100 / _PER)
    return Ink(value, opacity) if value else None


def picture_of(element: Any, box: Box, part: Part, package: Package) -> BackdropPicture | None:
    """The picture that an element shows in a box; None where it is not in the package."""
    blip = next(element.iter(f"{{{A}}}blip"), None)
    id = None if blip is None else blip.get(f"{{{R}}}embed")
    target = next((one.target for one in part.relations if one.id == id and not one.external), "")
    held = package.parts.get(target)
    if held is None:
        return None
    cut = next(element.iter(f"{{{A}}}srcRect"), None)
    crop = [0.0] * 4 if cut is None else [int(cut.get(side, "0")) / _PER for side in "ltrb"]
    sheer, place = next(element.iter(f"{{{A}}}alphaModFix"), None), next(element.iter(f"{{{A}}}xfrm"), None)
    opacity = 100 if sheer is None else round(int(sheer.get("amt", _PER)) * 100 / _PER)
    across, down = (place is not None and place.get(flip) in ("1", "true") for flip in ("flipH", "flipV"))
    turned = 0.0 if place is None else int(place.get("rot", "0")) / _DEGREE
    return BackdropPicture(
        box, held.data, held.content_type, (crop[0], crop[1], crop[2], crop[3]), opacity, across, down, turned
    )


def _styled(shape: Any, which: str, scheme: Scheme) -> Ink | None:
    entry = shape.find(f"{{{P}}}style/{{{A}}}{which}")
    if entry is None or entry.get("idx", "0") == "0" or not len(entry):
        return None
    return ink_of(entry[0], scheme)


def _gradient(element: Any, scheme: Scheme) -> Gradient | None:
    stops = [
        (int(one.get("pos", "0")) / _PER, ink)
        for one in element.iterfind(f"{{{A}}}gsLst/{{{A}}}gs")
        if len(one) and (ink := ink_of(one[0], scheme))
    ]
    line = element.find(f"{{{A}}}lin")
    angle = 0.0 if line is None else int(line.get("ang", "0")) / _DEGREE
    return Gradient(tuple(sorted(stops, key=lambda one: one[0])), angle) if stops else None
