"""What the tests of adopting share: a made template taken over, and its slide layouts read as plain XML."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from preflighted import MAIN, A, P, parts_of, relations

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.model.template import SlideLayout, Slot, TemplateMapping
from deckgen.model.units import Box
from deckgen.powerpoint.client_template.adopt.adoption import Adoption, adopt
from deckgen.powerpoint.client_template.preflight import preflight
from templates import written

FEET = ("foot", "number", "tracker")


@dataclass(frozen=True)
class Taken:
    """A template as taken over, what was said of it, and the parts of its package."""

    adoption: Adoption
    found: tuple[Diagnostic, ...]
    parts: dict[str, bytes]

    @property
    def layouts(self) -> dict[str, SlideLayout]:
        return dict(self.adoption.template.slide_layouts)

    @property
    def page(self) -> Box:
        """The page as slots are measured on it."""
        template = self.adoption.template
        return Box(0, 0, round(template.width / template.scale), round(template.height / template.scale))


@cache
def taken(name: str) -> Taken:
    """A made template, through preflight."""
    with tempfile.TemporaryDirectory() as folder:
        clean = preflight(written(name, Path(folder)), Diagnostics())
    assert clean
    return taken_over(clean)


def taken_over(clean: bytes, mapping: TemplateMapping | None = None) -> Taken:
    diagnostics = Diagnostics()
    adoption = adopt(clean, mapping or TemplateMapping(), "client.pptx", diagnostics)
    assert adoption, list(diagnostics)
    return Taken(adoption, tuple(diagnostics), parts_of(clean))


def part(layout: SlideLayout) -> str:
    return layout.part.lstrip("/")


def sheet(taken: Taken, layout: SlideLayout) -> Any:
    """The XML of the client's slide layout that serves."""
    return etree.fromstring(taken.parts[part(layout)])


def master_part(taken: Taken, layout: SlideLayout) -> str:
    return next(target for kind, target, _ in relations(taken.parts, part(layout)).values() if kind == "slideMaster")


def master(taken: Taken, layout: SlideLayout) -> Any:
    return etree.fromstring(taken.parts[master_part(taken, layout)])


def masters(taken: Taken) -> list[str]:
    """The parts of the slide masters, in the order of the presentation."""
    known = relations(taken.parts, MAIN)
    ids = etree.fromstring(taken.parts[MAIN]).iter(f"{P}sldMasterId")
    return [known[next(value for key, value in one.attrib.items() if key.endswith("}id"))][1] for one in ids]


def holders(root: Any) -> list[tuple[str, int, Any]]:
    """Type, index and shape of each placeholder."""
    return [
        (one.get("type", "obj"), int(one.get("idx", "0")), one.getparent().getparent().getparent())
        for one in root.iter(f"{P}ph")
    ]


def holder(taken: Taken, layout: SlideLayout, slot: Slot) -> Any:
    """The shape that a slot names."""
    return next(
        shape for kind, index, shape in holders(sheet(taken, layout)) if (kind, index) == (slot.type, slot.index)
    )


def drawings(taken: Taken, layout: SlideLayout) -> Iterator[Box]:
    """What the slide layout, and the master where the layout shows it, draws: measured as slots are."""
    own = sheet(taken, layout)
    roots = [own] if own.get("showMasterSp") == "0" else [own, master(taken, layout)]
    for root in roots:
        for shape in root.find(f"{P}cSld/{P}spTree"):
            if shape.find(f".//{P}ph") is None and (place := xfrm(shape)) is not None:
                yield shrunk(taken, place)


def xfrm(shape: Any) -> Box | None:
    place = shape.find(f"{P}spPr/{A}xfrm")
    if place is None:
        return None
    off, ext = place.find(f"{A}off"), place.find(f"{A}ext")
    return Box(int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))


def shrunk(taken: Taken, box: Box) -> Box:
    scale = taken.adoption.template.scale
    return Box(*(round(side / scale) for side in (box.x, box.y, box.width, box.height)))


def style(taken: Taken, layout: SlideLayout, slot: Slot) -> list[Any]:
    """What says how the first level of a slot's placeholder is set, nearest first: layout, master, text styles."""
    kinds = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
    kind = kinds.get(slot.type, slot.type)
    root = master(taken, layout)
    shapes = [holder(taken, layout, slot), *(one for type, _, one in holders(root) if type == kind)]
    lists = [one.find(f"{P}txBody/{A}lstStyle") for one in shapes]
    lists.append(root.find(f"{P}txStyles/{P}{'titleStyle' if kind == 'title' else 'bodyStyle'}"))
    return [one for each in lists if each is not None and (one := each.find(f"{A}lvl1pPr")) is not None]
