"""The slide layouts of a template, ours or a client's.

In: the bytes of a .pptx. Out: Template: every placeholder by the name of its shape, and the canvas of every layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import Any, Literal

from deckgen.model.theme import SCHEME, Color, SlideLayout, Slot, Template
from deckgen.model.units import Box, Emu, inches
from deckgen.powerpoint.xml import A, P

GAP: Emu = inches(0.24)
"""Between a title, or a lead under it, and the canvas."""
FOOT_GAP: Emu = inches(0.35)

_ROLES: Mapping[str, Color] = {place: role for role, place in SCHEME.items()} | {
    "dk1": "foreground",
    "lt1": "background",
    "dk2": "muted",
    "lt2": "panel",
}
_ANCHORS: Mapping[str | None, Literal["top", "middle", "bottom"]] = {"t": "top", "ctr": "middle", "b": "bottom"}
_ALIGNS: Mapping[str, Literal["left", "center", "right"]] = {"ctr": "center", "r": "right"}
_MASTER_TYPES = {"ctrTitle": "title", "subTitle": "body", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "body": "bodyStyle", "subTitle": "bodyStyle"}
_TITLES = ("title", "ctrTitle")
_FOOT_TYPES = ("ftr", "sldNum", "dt")


@lru_cache(maxsize=4)
def read_template(data: bytes) -> Template:
    """The template. Of two layouts, or two placeholders of one layout, with the same name the first counts.

    Raises what python-pptx raises for a file that is no presentation.
    """
    from pptx import Presentation

    presentation: Any = Presentation(BytesIO(data))
    width, height = int(presentation.slide_width), int(presentation.slide_height)
    found: dict[str, SlideLayout] = {}
    for master in presentation.slide_masters:
        inherited = {kind: shape for kind, _, shape in _placeholders(master.element)}
        for layout in master.slide_layouts:
            slots = _slots(layout.element, inherited, master.element)
            found.setdefault(
                layout.name, SlideLayout(layout.name, slots, canvas(slots, width, height), str(layout.part.partname))
            )
    return Template(data, MappingProxyType(found), width, height)


def canvas(slots: Mapping[str, Slot], width: Emu, height: Emu) -> Box:
    """The part of a slide that a diagram may use.

    It lies under the title, or under a lead of the same width, and over the foot. Where the title stands in the left
    half only, it is what is free at its right, from the title's top, with twice the title's own margin between them.
    """
    title = next((slot.box for slot in slots.values() if slot.type in _TITLES), None)
    if title is None:
        return Box(0, 0, width, height)
    feet = [slot.box.y for slot in slots.values() if slot.type in _FOOT_TYPES]
    bottom = min(feet, default=height - title.x) - FOOT_GAP
    if title.right <= width // 2:
        left, top, right = title.right + 2 * title.x, title.y, width - title.x
    else:
        lead = slots.get("lead")
        under = lead is not None and lead.box.width == title.width and lead.box.y >= title.bottom
        left, top, right = title.x, (lead.box if lead and under else title).bottom + GAP, title.right
    return Box(left, top, max(0, right - left), max(0, bottom - top))


def _placeholders(sheet: Any) -> Iterator[tuple[str, int, Any]]:
    """Type, index and element of each placeholder of a layout or master."""
    for shape in sheet.find(f"{{{P}}}cSld/{{{P}}}spTree"):
        holder = shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph")
        if holder is not None:
            yield holder.get("type", "obj"), int(holder.get("idx", "0")), shape


def _slots(layout: Any, inherited: Mapping[str, Any], master: Any) -> Mapping[str, Slot]:
    slots: dict[str, Slot] = {}
    for kind, index, shape in _placeholders(layout):
        parent = inherited.get(_MASTER_TYPES.get(kind, kind), inherited.get("body"))
        box = _box(shape) or (_box(parent) if parent is not None else None)
        if box:
            name = shape.find(f"*/{{{P}}}cNvPr").get("name", "")
            slots.setdefault(name, _slot(name, index, kind, box, (shape, parent), master))
    return MappingProxyType(slots)


def _slot(name: str, index: int, kind: str, box: Box, shapes: tuple[Any, ...], master: Any) -> Slot:
    """A placeholder; what it does not say itself, the master's placeholder and then the master's styles say."""
    shapes = tuple(shape for shape in shapes if shape is not None)
    styles = [shape.find(f"{{{P}}}txBody/{{{A}}}lstStyle") for shape in shapes]
    styles.append(master.find(f"{{{P}}}txStyles/{{{P}}}{_STYLES.get(kind, 'otherStyle')}"))
    levels = [found for style in styles if style is not None for found in style.iterfind(f"{{{A}}}lvl1pPr")]
    defaults = [found for level in levels for found in level.iterfind(f"{{{A}}}defRPr")]
    size = int(_first(defaults, "sz", "0")) / 100
    bold = _first(defaults, "b", "0") in ("1", "true")
    colors = (found.find(f"{{{A}}}solidFill") for found in defaults)
    fill = next((found for found in colors if found is not None), None)
    align = _ALIGNS.get(_first(levels, "algn", "l"), "left")
    return Slot(name, index, kind, box, _anchor(shapes), size, bold, _color(fill), align=align)


def _first(elements: list[Any], attribute: str, otherwise: str) -> str:
    """The attribute of the first element that has it."""
    return next((said for element in elements if (said := element.get(attribute))), otherwise)


def _anchor(shapes: tuple[Any, ...]) -> Literal["top", "middle", "bottom"]:
    bodies = (shape.find(f"{{{P}}}txBody/{{{A}}}bodyPr") for shape in shapes)
    said = (body.get("anchor") for body in bodies if body is not None)
    return _ANCHORS.get(next((anchor for anchor in said if anchor), "t"), "top")


def _color(fill: Any) -> Color | None:
    scheme = None if fill is None else fill.find(f"{{{A}}}schemeClr")
    if scheme is None or len(scheme):
        return None
    return _ROLES.get(scheme.get("val"))


def _box(shape: Any) -> Box | None:
    place = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm")
    if place is None:
        return None
    offset, extent = place.find(f"{{{A}}}off"), place.find(f"{{{A}}}ext")
    return Box(int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))
