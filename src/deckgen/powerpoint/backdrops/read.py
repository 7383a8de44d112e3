"""The backdrops of a template. In: a template. Out: for a slide layout of it, what stands behind its slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from deckgen.model.backdrop import Backdrop, BackdropPicture, BackdropShape, Gradient, Ink
from deckgen.model.template import Template
from deckgen.model.units import Box
from deckgen.powerpoint.backdrops.fills import fill_of, ink_of, picture_of
from deckgen.powerpoint.backdrops.shapes import Sheet, geometry_of, marks_of
from deckgen.powerpoint.ooxml.colors import Scheme, colored, scheme_of
from deckgen.powerpoint.ooxml.package import Package, Part, read_package, root_of
from deckgen.powerpoint.ooxml.placeholders import (
    by_type,
    first_levels,
    place_of,
    placeholders,
    run_defaults,
    with_parent,
)
from deckgen.powerpoint.ooxml.xml import A, P, R


def backdrop(template: Template, slide_layout: str) -> Backdrop:
    """What a slide layout shows, by the name that kinds say; all of a layout is read once."""
    page = Box(0, 0, template.width, template.height)
    return _read(template.data, template.slide_layouts[slide_layout].part, page)


@lru_cache(maxsize=128)
def _read(data: bytes, part: str, page: Box) -> Backdrop:
    package = read_package(data)
    layout = package.parts[part]
    master = _related(layout, package, "slideMaster")
    theme = _related(master, package, "theme")
    layout_root, master_root, theme_root = (root_of(one.data) for one in (layout, master, theme))
    override = layout_root.find(f"{{{P}}}clrMapOvr/{{{A}}}overrideClrMapping")
    scheme = scheme_of(theme_root, master_root.find(f"{{{P}}}clrMap"), override)
    sheets = [(layout_root, Sheet(layout, package, scheme)), (master_root, Sheet(master, package, scheme))]
    shown = sheets if layout_root.get("showMasterSp", "1") not in ("0", "false") else sheets[:1]
    marks = tuple(mark for root, sheet in reversed(shown) for mark in marks_of(root, sheet))
    colors = _text_colors(layout_root, master_root, scheme)
    return Backdrop(_ground(sheets, page), marks, colors, dict(_text_panels(layout_root, master_root, scheme)))


def _related(part: Part, package: Package, kind: str) -> Part:
    return package.parts[next(one.target for one in part.relations if one.type == f"{R}/{kind}")]


def _ground(sheets: list[tuple[Any, Sheet]], page: Box) -> Ink | Gradient | BackdropPicture:
    """The background of the first of the sheets that says one."""
    for root, sheet in sheets:
        background = root.find(f"{{{P}}}cSld/{{{P}}}bg")
        own = None if background is None else background.find(f"{{{P}}}bgPr")
        named = None if background is None else background.find(f"{{{P}}}bgRef")
        found: Ink | Gradient | BackdropPicture | None = None
        if own is not None:
            found = fill_of(own, sheet.scheme) or picture_of(own, page, sheet.part, sheet.package)
        elif named is not None and len(named):
            found = ink_of(named[0], sheet.scheme)
        if found is not None:
            return found
    return Ink(sheets[0][1].scheme["bg1"])


def _text_colors(layout: Any, master: Any, scheme: Scheme) -> Mapping[int, str]:
    own = by_type(master)
    found = {}
    for kind, index, shape in placeholders(layout):
        runs = run_defaults(first_levels(kind, with_parent(kind, shape, own), master))
        found[index] = next((one for run in runs if (one := colored(run, scheme))), scheme["tx1"])
    return found


def _text_panels(layout: Any, master: Any, scheme: Scheme) -> Iterator[tuple[int, BackdropShape]]:
    """What a placeholder says of its fill, or else that of its master, also where that is none."""
    own = by_type(master)
    for kind, index, shape in placeholders(layout):
        shapes = with_parent(kind, shape, own)
        said = [one for one in (each.find(f"{{{P}}}spPr") for each in shapes) if one is not None]
        decides = next((one for one in said if one.find(f"{{{A}}}noFill") is not None or fill_of(one, scheme)), None)
        fill = None if decides is None else fill_of(decides, scheme)
        box = place_of(shapes)
        if box is not None and fill is not None:
            form = next((one for one in said if len(one)), said[0])
            geometry, corner = geometry_of(form, box)
            yield index, BackdropShape(box, geometry, fill, corner=corner)
