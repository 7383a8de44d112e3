"""What slide layouts and masters draw. In: the shape tree of one. Out: marks at their places, back to front.

Placeholders draw nothing here: what fills them is on the slide. What has no likeness in a backdrop, such as a chart
or a table on a master, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from deckgen.model.backdrop import BackdropMark, BackdropShape, BackdropText, Gradient, Ink
from deckgen.model.frames import FrameParagraph, FrameRun
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.outline import Outline
from deckgen.model.shapes import Geometry
from deckgen.model.units import EMU_PER_POINT, Box, Emu
from deckgen.powerpoint.backdrops.fills import fill_of, ink_of, line_of, picture_of, styled_fill
from deckgen.powerpoint.backdrops.outlines import outline_of
from deckgen.powerpoint.ooxml.colors import Scheme
from deckgen.powerpoint.ooxml.package import Package, Part
from deckgen.powerpoint.ooxml.placeholders import align_of, anchor_of, bodies, first_said
from deckgen.powerpoint.ooxml.xml import A, P

_GEOMETRIES: Final[Mapping[str, Geometry]] = {name: name for name in get_args(Geometry)} | {
    "straightConnector1": "line"
}
_DEGREE: Final = 60_000
_ROUNDED: Final = 0.16667
"""Of the shorter side, what the corner of a rounded rectangle is that says nothing else."""
_USUAL_SIZE: Final = "1800"
_INSETS: Final = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide layout or a master: its part, the package around it, the colours that it is painted in."""

    part: Part
    package: Package
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class _View:
    """How the coordinates inside a group become those of the page; `fill` is for what asks for that of its group."""

    across: float = 1
    down: float = 1
    x: float = 0
    y: float = 0
    fill: Ink | Gradient | None = None

    def placed(self, box: Box) -> Box:
        left, top = round(self.x + box.x * self.across), round(self.y + box.y * self.down)
        return Box(left, top, round(box.width * self.across), round(box.height * self.down))


def marks_of(root: Any, sheet: Sheet) -> Iterator[BackdropMark]:
    """Everything that a sheet shows, without its placeholders and what is hidden."""
    tree = root.find(f"{{{P}}}cSld/{{{P}}}spTree")
    yield from () if tree is None else _all(tree, sheet, _View())


def _all(tree: Any, sheet: Sheet, view: _View) -> Iterator[BackdropMark]:
    for shape in tree:
        kind = shape.tag.rpartition("}")[2]
        named = shape.find(f"*/{{{P}}}cNvPr")
        hidden = named is not None and named.get("hidden") in ("1", "true")
        if hidden or shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph") is not None:
            continue
        if kind == "grpSp":
            yield from _all(shape, sheet, _inside(shape, sheet, view))
        elif kind in ("sp", "cxnSp", "pic"):
            yield from _one(shape, kind, sheet, view)


def _inside(group: Any, sheet: Sheet, view: _View) -> _View:
    own = group.find(f"{{{P}}}grpSpPr")
    view = view if own is None else replace(view, fill=_fill(own, sheet, view))
    place = group.find(f"{{{P}}}grpSpPr/{{{A}}}xfrm")
    outer = None if place is None else _box(place, "off", "ext")
    inner = None if place is None else _box(place, "chOff", "chExt")
    if outer is None or inner is None or not inner.width or not inner.height:
        return view
    box = view.placed(outer)
    across, down = box.width / inner.width, box.height / inner.height
    return _View(across, down, box.x - inner.x * across, box.y - inner.y * down, view.fill)


def _fill(properties: Any, sheet: Sheet, view: _View) -> Ink | Gradient | None:
    """The fill that properties name, or that of the group where they ask for it."""
    return view.fill if properties.find(f"{{{A}}}grpFill") is not None else fill_of(properties, sheet.scheme)


def _one(shape: Any, kind: str, sheet: Sheet, view: _View) -> Iterator[BackdropMark]:
    properties = shape.find(f"{{{P}}}spPr")
    place = None if properties is None else properties.find(f"{{{A}}}xfrm")
    own = None if place is None else _box(place, "off", "ext")
    if place is None or own is None:
        return
    box = view.placed(own)
    picture = picture_of(shape if kind == "pic" else properties, box, sheet.part, sheet.package)
    fill = _fill(properties, sheet, view)
    if picture is not None:
        if fill is not None:
            yield BackdropShape(box, "rect", fill)
        yield picture
        return
    turned = int(place.get("rot", "0")) / _DEGREE
    yield from _drawn(shape, properties, fill, box, turned, place.get("flipV") in ("1", "true"), sheet)
    yield from _said(shape, box, sheet)


def _drawn(
    shape: Any, properties: Any, fill: Ink | Gradient | None, box: Box, turned: float, flipped: bool, sheet: Sheet
) -> Iterator[BackdropShape]:
    said = any(properties.find(f"{{{A}}}{one}") is not None for one in ("noFill", "blipFill", "grpFill"))
    if fill is None and not said:
        fill = styled_fill(shape, sheet.scheme)
    line, width = line_of(shape, properties, sheet.scheme)
    if fill is None and line is None:
        return
    geometry, corner = geometry_of(properties, box)
    yield BackdropShape(box, geometry, fill, line, width, corner, flipped, turned)


def geometry_of(properties: Any, box: Box) -> tuple[Geometry | Outline, float]:
    """The form of a shape and the radius of its corners; one that is not known is its box."""
    free = properties.find(f"{{{A}}}custGeom")
    if free is not None:
        return outline_of(free, box), 0
    preset = properties.find(f"{{{A}}}prstGeom")
    name = "rect" if preset is None else preset.get("prst", "rect")
    if name == "roundRect":
        guide = preset.find(f"{{{A}}}avLst/{{{A}}}gd")
        share = _ROUNDED if guide is None else int(guide.get("fmla", "val 16667").split()[-1]) / 100_000
        return "rect", share * min(box.width, box.height) / EMU_PER_POINT
    return _GEOMETRIES.get(name, "rect"), 0


def _said(shape: Any, box: Box, sheet: Sheet) -> Iterator[BackdropText]:
    """The text of a shape, in the colour of its first run."""
    body = shape.find(f"{{{P}}}txBody")
    written = () if body is None else tuple(_paragraphs(body))
    if not any(one.plain.strip() for one in written):
        return
    colors = (one[0] for one in body.iterfind(f".//{{{A}}}rPr/{{{A}}}solidFill") if len(one))
    ink = next((found for one in colors if (found := ink_of(one, sheet.scheme))), None) or Ink(sheet.scheme["tx1"])
    texts = bodies((shape,))
    insets: list[Emu] = [int(first_said(texts, name, str(usual))) for name, usual in _INSETS.items()]
    yield BackdropText(box.inset(*insets), written, ink, anchor_of((shape,)))


def _paragraphs(body: Any) -> Iterator[FrameParagraph]:
    for paragraph in body.iterfind(f"{{{A}}}p"):
        runs = [one for one in paragraph if one.tag in (f"{{{A}}}r", f"{{{A}}}fld")]
        look = [one for run in runs if (one := run.find(f"{{{A}}}rPr")) is not None]
        said = tuple(FrameRun(run.findtext(f"{{{A}}}t", "")) for run in runs if run.tag == f"{{{A}}}r")
        levels = [one for one in (paragraph.find(f"{{{A}}}pPr"),) if one is not None]
        size = int(first_said(look, "sz", _USUAL_SIZE)) / 100
        bold = first_said(look, "b", "0") in ("1", "true")
        yield FrameParagraph(said, size, None, bold=bold, align=align_of(levels))


def _box(place: Any, offset: str, extent: str) -> Box | None:
    corner, size = place.find(f"{{{A}}}{offset}"), place.find(f"{{{A}}}{extent}")
    if corner is None or size is None:
        return None
    return Box(int(corner.get("x")), int(corner.get("y")), int(size.get("cx")), int(size.get("cy")))
