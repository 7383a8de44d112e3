"""The slide layouts of a template, ours or a client's.

In: the bytes of a .pptx. Out: Template: every placeholder by the name of its shape, and the canvas of every layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from deckgen.model.lazy_dataclasses import replace
from deckgen.model.template import SlideLayout, Slot, Template
from deckgen.model.theme import SCHEME, Color
from deckgen.model.units import Box
from deckgen.powerpoint.ooxml.package import Package, Part, read_package, root_of
from deckgen.powerpoint.ooxml.placeholders import (
    align_of,
    anchor_of,
    by_type,
    first_levels,
    first_said,
    is_bold,
    place_of,
    placeholders,
    run_defaults,
    with_parent,
)
from deckgen.powerpoint.ooxml.xml import A, P, R
from deckgen.powerpoint.own_template.canvas import canvas, drawn_area
from deckgen.powerpoint.own_template.layouts import SLIDE_LAYOUTS, LayoutSpec

_ROLES: Mapping[str, Color] = {place: role for role, place in SCHEME.items()} | {
    "dk1": "foreground",
    "lt1": "background",
    "dk2": "muted",
    "lt2": "panel",
}


@lru_cache(maxsize=4)
def read_template(data: bytes) -> Template:
    """The template. Of two layouts, or two placeholders of one layout, with the same name the first counts.

    Raises what `read_package` raises for a file that is no package.
    """
    package = read_package(data)
    presentation = root_of(package.main.data)
    size = presentation.find(f"{{{P}}}sldSz")
    width, height = int(size.get("cx")), int(size.get("cy"))
    found: dict[str, SlideLayout] = {}
    for part in _listed(package, package.main, presentation, "sldMaster"):
        master = root_of(part.data)
        inherited = by_type(master)
        for one in _listed(package, part, master, "sldLayout"):
            layout = root_of(one.data)
            name = layout.find(f"{{{P}}}cSld").get("name", "")
            slots = _slots(layout, inherited, master)
            found.setdefault(name, SlideLayout(name, slots, canvas(slots, width, height), one.name))
    return Template(data, MappingProxyType(found), width, height)


def read_own_template(data: bytes) -> Template | None:
    """Our own template, maybe edited since; None where it is somebody else's.

    No file says what the table knows: for which ground colours are painted, what titles are, whether bodies follow,
    where a canvas is that slots do not tell.
    """
    read = read_template(data)
    layouts: dict[str, SlideLayout] = {}
    for spec in SLIDE_LAYOUTS:
        layout = read.slide_layouts.get(spec.name)
        if layout is None or not {slot.name for slot in spec.slots} <= set(layout.slots):
            return None
        layouts[spec.name] = _as_in_table(layout, spec)
    return replace(read, slide_layouts=MappingProxyType({**read.slide_layouts, **layouts}))


def _as_in_table(layout: SlideLayout, spec: LayoutSpec) -> SlideLayout:
    """A colour on another ground than white is written as what it is painted with there, so that its role is lost."""
    slots = dict(layout.slots)
    for known in spec.slots:
        slot = slots[known.name]
        slots[known.name] = replace(
            slot, role=known.role, color=slot.color if spec.ground == "white" else known.color
        )
    area = drawn_area(spec) or layout.canvas
    return replace(layout, slots=MappingProxyType(slots), canvas=area, ground=spec.ground, flows=spec.flows)


def _listed(package: Package, part: Part, root: Any, kind: str) -> Iterator[Part]:
    """The parts of a kind in the order of the list that a part keeps of them."""
    targets = {relation.id: relation.target for relation in part.relations}
    for entry in root.iterfind(f"{{{P}}}{kind}IdLst/{{{P}}}{kind}Id"):
        yield package.parts[targets[entry.get(f"{{{R}}}id")]]


def _slots(layout: Any, inherited: Mapping[str, Any], master: Any) -> Mapping[str, Slot]:
    slots: dict[str, Slot] = {}
    for kind, index, shape in placeholders(layout):
        shapes = with_parent(kind, shape, inherited)
        box = place_of(shapes)
        if box:
            name = shape.find(f"*/{{{P}}}cNvPr").get("name", "")
            slots.setdefault(name, _slot(name, index, kind, box, shapes, master))
    return MappingProxyType(slots)


def _slot(name: str, index: int, kind: str, box: Box, shapes: tuple[Any, ...], master: Any) -> Slot:
    levels = first_levels(kind, shapes, master)
    runs = run_defaults(levels)
    size = int(first_said(runs, "sz", "0")) / 100
    fill = next((found for run in runs if (found := run.find(f"{{{A}}}solidFill")) is not None), None)
    return Slot(
        name, index, kind, box, anchor_of(shapes), size, is_bold(runs), _color(fill), align=align_of(levels)
    )  # fmt: skip


def _color(fill: Any) -> Color | None:
    scheme = None if fill is None else fill.find(f"{{{A}}}schemeClr")
    if scheme is None or len(scheme):
        return None
    return _ROLES.get(scheme.get("val"))
