"""What a slide layout draws, and what it draws on.

In: slide layouts and masters as python-pptx opens them. Out: drawn things with place and colour, the ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.model.contrast import contrast
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.units import Box
from deckgen.powerpoint.client_template.adopt.painted_art import painted_art
from deckgen.powerpoint.client_template.adopt.samples import Sample, sampled
from deckgen.powerpoint.ooxml.colors import Scheme, colored, from_light_to_dark, opacity, resolved, styled
from deckgen.powerpoint.ooxml.xml import A, P

WHOLE = 0.9
"""How much of the page a thing covers that is its ground and not something on it."""

_SHAPES = ("sp", "pic", "cxnSp", "graphicFrame")
_LINE = 12_700
_ACROSS, _DOWN = 32, 16
"""As many places of a box are looked at."""
_SHEER = 0.5
"""A fill that covers less of what is behind it is no ground."""
_TONES = (f"{{{A}}}solidFill/*", f"{{{A}}}gradFill/{{{A}}}gsLst/{{{A}}}gs/*")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that stands on every slide of a layout: `color` as `RRGGBB`, empty where it is not one colour."""

    box: Box
    color: str
    solid: bool
    """Covers what is behind it, as a panel, a band or a picture does; a line or a text does not."""
    numbers: bool = False
    """Shows the page number itself."""
    sample: Sample | None = None
    """Its colours place by place, where it is a picture."""
    ink: str = ""
    """The colour that it is drawn in, whatever its form: that of its fill, else of its line."""

    apart: bool = False
    """Nothing stands on it, as on a logo."""

    def at(self, box: Box) -> str:
        """Its colour where it is behind a box."""
        return self.sample.under(box, self.box) if self.sample else self.color


@dataclass(frozen=True, slots=True)
class _View:
    """How what stands in a group comes to stand on the page."""

    across: float = 1.0
    down: float = 1.0
    left: float = 0.0
    top: float = 0.0
    fill: str = ""
    """The colour that the group gives to what asks for it."""

    def placed(self, box: Box) -> Box:
        x, y = round(self.left + box.x * self.across), round(self.top + box.y * self.down)
        width, height = round(box.width * self.across), round(box.height * self.down)
        return Box(x, y, max(width, _LINE), max(height, _LINE))


def page_ground(sheets: tuple[Any, ...], scheme: Scheme, theme: Any) -> str:
    """The background that the first of a slide layout and its master has; white where none says anything."""
    found = _background(sheets)
    if found is None:
        return scheme["bg1"]
    own, part = found
    if own.tag == f"{{{P}}}bgRef":
        return resolved(own[0], scheme)
    # Where text stands on such a gradient only the template's author has seen: its own colours are trusted.
    known = "" if from_light_to_dark(own, scheme) else colored(own, scheme)
    sample = None if known else sampled(own, part)
    return known or (sample.mean if sample else "")


def page_picture(sheets: tuple[Any, ...], page: Box) -> tuple[Drawn, ...]:
    """The picture that the page is, as the first thing that is drawn."""
    own, part = _background(sheets) or (None, None)
    sample = None if own is None else sampled(own, part)
    return (Drawn(page, sample.mean, True, sample=sample), *_art(sample, page)) if sample else ()


def _art(sample: Sample, box: Box) -> tuple[Drawn, ...]:
    return tuple(Drawn(one, "", False, apart=True) for one in painted_art(sample, box))


def _background(sheets: tuple[Any, ...]) -> tuple[Any, Any] | None:
    """The fill of the page, and the part that its pictures are related to."""
    for sheet in sheets:
        background = sheet.element.find(f"{{{P}}}cSld/{{{P}}}bg")
        if background is None:
            continue
        own, named = background.find(f"{{{P}}}bgPr"), background.find(f"{{{P}}}bgRef")
        if own is not None:
            return own, sheet.part
        if named is not None and len(named):
            return named, sheet.part
    return None


def drawn_on(sheet: Any, scheme: Scheme, page: Box) -> Iterator[Drawn]:
    """What a slide layout or master draws itself, back to front; placeholders are no drawing."""
    tree = sheet.element.find(f"{{{P}}}cSld/{{{P}}}spTree")
    if tree is not None:
        yield from _all(tree, scheme, page, sheet.part, _View())


def _all(tree: Any, scheme: Scheme, page: Box, part: Any, view: _View) -> Iterator[Drawn]:
    for shape in tree:
        named = shape.find(f"*/{{{P}}}cNvPr")
        hidden = named is not None and named.get("hidden") in ("1", "true")
        if hidden or shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph") is not None:
            continue
        kind = shape.tag.rpartition("}")[2]
        if kind == "grpSp":
            yield from _all(shape, scheme, page, part, _inside(shape, view, scheme))
        elif kind in _SHAPES and (place := _place(shape)) is not None:
            box = view.placed(place)
            found = list(_one(shape, kind, _clipped(box, page), scheme, part, view.fill))
            yield from found
            if _covers(box, page):
                yield from (art for one in found if one.sample for art in _art(one.sample, box))


def _covers(box: Box, page: Box) -> bool:
    return _share(page, box) >= WHOLE


def _inside(group: Any, view: _View, scheme: Scheme) -> _View:
    """How things stand in a group that has coordinates of its own, and its fill or that of the group around it."""
    own = group.find(f"{{{P}}}grpSpPr")
    fill = view.fill if own is None or own.find(f"{{{A}}}grpFill") is not None else colored(own, scheme)
    place = group.find(f"{{{P}}}grpSpPr/{{{A}}}xfrm")
    outer, inner = _sides(place, "off", "ext"), _sides(place, "chOff", "chExt")
    if outer is None or inner is None or not inner.width or not inner.height:
        return replace(view, fill=fill)
    box = view.placed(outer)
    across, down = box.width / inner.width, box.height / inner.height
    return _View(across, down, box.x - inner.x * across, box.y - inner.y * down, fill)


def _one(shape: Any, kind: str, box: Box | None, scheme: Scheme, part: Any, group: str) -> Iterator[Drawn]:
    if box is None:
        return
    own = shape.find(f"{{{P}}}spPr")
    pictured = shape if kind == "pic" else own
    sample = sampled(pictured, part) if pictured is not None and _has_picture(pictured) else None
    if sample:
        if sample.inked:
            yield Drawn(sample.ink(box), sample.mean, sample.covers, sample=sample)
        return
    if kind == "pic" or (own is not None and own.find(f"{{{A}}}blipFill") is not None):
        yield Drawn(box, "", True)
    elif kind == "graphicFrame" or own is None:
        yield Drawn(box, "", False)
    else:
        yield from _shape(shape, own, box, scheme, group)


def _shape(shape: Any, own: Any, box: Box, scheme: Scheme, group: str) -> Iterator[Drawn]:
    """A shape or a line; nothing where neither fill, line nor text of it is seen."""
    line = _line(shape, own, scheme)
    color = "" if own.find(f"{{{A}}}noFill") is not None else _filled(own, scheme) or styled(shape, scheme)
    if own.find(f"{{{A}}}grpFill") is not None:
        color = group
    if color or line or _says(shape):
        whole = color if _fills_its_box(own) else ""
        yield Drawn(box, whole, bool(color) and not _is_sheer(own), _numbers(shape), ink=color or line)


def _has_picture(element: Any) -> bool:
    return next(element.iter(f"{{{A}}}blip"), None) is not None


def _line(shape: Any, own: Any, scheme: Scheme) -> str:
    """The colour of a line that is seen; empty where there is none."""
    line = own.find(f"{{{A}}}ln")
    if line is not None and (line.find(f"{{{A}}}noFill") is not None):
        return ""
    style = shape.find(f"{{{P}}}style/{{{A}}}lnRef")
    named = "" if style is None or style.get("idx", "0") == "0" or not len(style) else resolved(style[0], scheme)
    return colored(line, scheme) or named


def _says(shape: Any) -> bool:
    return any(text.text and text.text.strip() for text in shape.iter(f"{{{A}}}t"))


def _filled(own: Any, scheme: Scheme) -> str:
    """What a fill looks like on the page, which shows through it."""
    return colored(own, scheme, scheme["bg1"])


def _is_sheer(own: Any) -> bool:
    """Whether what is behind a fill shows through it."""
    found = [opacity(one) for path in _TONES for one in own.iterfind(path)]
    return bool(found) and min(found) < _SHEER


def _numbers(shape: Any) -> bool:
    return any(field.get("type") == "slidenum" for field in shape.iter(f"{{{A}}}fld"))


def ground_of(box: Box, page: str, drawn: tuple[Drawn, ...]) -> str:
    """`RRGGBB` of what is behind the middle of a box: the topmost solid thing that holds most of it, or the page."""
    ground = page
    for one in drawn:
        if one.solid and _share(box, one.box) > 0.6:
            ground = one.at(box)
    return ground


def grounds_of(box: Box, page: str, drawn: tuple[Drawn, ...]) -> list[str]:
    """What is behind a box, place by place; empty where it is not one colour."""
    wide, high = max(1, box.width // _ACROSS), max(1, box.height // _DOWN)
    places = (Box(box.x + x * wide, box.y + y * high, wide, high) for y in range(_DOWN) for x in range(_ACROSS))
    return [ground_of(place, page, drawn) for place in places]


def lost(ink: str, seen: list[str], wanted: float) -> float:
    """The share of the places where a colour of text has less contrast than it wants, of those that are known."""
    known = [one for one in seen if one]
    return sum(contrast(ink, one) < wanted for one in known) / max(1, len(known))


def _share(box: Box, other: Box) -> float:
    """How much of `box` the other covers."""
    width = min(box.right, other.right) - max(box.x, other.x)
    height = min(box.bottom, other.bottom) - max(box.y, other.y)
    return max(0, width) * max(0, height) / max(1, box.width * box.height)


def _place(shape: Any) -> Box | None:
    place = next(shape.iter(f"{{{A}}}xfrm", f"{{{P}}}xfrm"), None)
    box = _sides(place, "off", "ext")
    if place is None or box is None:
        return None
    if place.get("rot", "0") in ("5400000", "16200000", "-5400000"):
        x, y = box.x + (box.width - box.height) // 2, box.y + (box.height - box.width) // 2
        box = Box(x, y, box.height, box.width)
    return box


def _sides(place: Any, at: str, size: str) -> Box | None:
    offset = None if place is None else place.find(f"{{{A}}}{at}")
    extent = None if place is None else place.find(f"{{{A}}}{size}")
    if offset is None or extent is None:
        return None
    return Box(int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))


def _clipped(box: Box, page: Box) -> Box | None:
    """The part on the page; None where nothing is."""
    if not box.overlaps(page):
        return None
    x, y = max(box.x, 0), max(box.y, 0)
    return Box(x, y, min(box.right, page.right) - x, min(box.bottom, page.bottom) - y)


def _fills_its_box(own: Any) -> bool:
    """Whether a shape covers what its box says: a free form with curves or many corners covers nobody knows what."""
    form = own.find(f"{{{A}}}custGeom")
    if form is None:
        return True
    curves = (f"{{{A}}}cubicBezTo", f"{{{A}}}quadBezTo", f"{{{A}}}arcTo")
    return next(form.iter(*curves), None) is None and len(list(form.iter(f"{{{A}}}pt"))) <= 5
