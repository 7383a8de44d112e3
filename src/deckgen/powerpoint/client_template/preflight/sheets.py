"""Masters and layouts mended: what no deck should take over goes, what readers trip over is set right.

In: the root of a master or layout. Out: the same root; places are whole numbers, ids of shapes are unique.
"""

from __future__ import annotations

import re
from itertools import count, islice
from typing import Any

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A, P
from deckgen.powerpoint.own_template.master import DARK_ON_LIGHT

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_HOLDER = f"{{{P}}}ph"
_MOVING = ("transition", "timing")
_DATA = (f"{{{P}}}custDataLst", f"{{{P}}}controls")
_NEEDS = {
    f"{{{P}}}sp": ("nvSpPr", f"{{{P}}}spPr"),
    f"{{{P}}}pic": ("nvPicPr", f"{{{P}}}blipFill", f"{{{P}}}spPr"),
    f"{{{P}}}cxnSp": ("nvCxnSpPr", f"{{{P}}}spPr"),
    f"{{{P}}}grpSp": ("nvGrpSpPr", f"{{{P}}}grpSpPr"),
    f"{{{P}}}graphicFrame": ("nvGraphicFramePr", f"{{{P}}}xfrm", f"{{{A}}}graphic"),
}
_NUMBER = re.compile(r"-?[0-9]{1,15}")
_DECIMAL = re.compile(r"-?[0-9]{1,15}\.[0-9]+")
_PLACES = (f"{{{A}}}off", f"{{{A}}}ext", f"{{{A}}}chOff", f"{{{A}}}chExt")
_MEASURES = {
    **dict.fromkeys(("rPr", "defRPr", "endParaRPr"), ("sz", "kern", "spc", "baseline")),
    **dict.fromkeys(
        ("pPr", "defPPr", *(f"lvl{level}pPr" for level in range(1, 10))), ("marL", "marR", "indent", "lvl")
    ),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns", "rot"),
    "ln": ("w",),
}
_TYPES = frozenset(
    (
        *("title", "body", "ctrTitle", "subTitle", "dt", "sldNum", "ftr", "hdr"),
        *("obj", "chart", "tbl", "clipArt", "dgm", "media", "sldImg", "pic"),
    )
)
_MOST_INDEX = 2**32 - 1
_MOST_SHAPE_ID = 2**31 - 1
_MAP = dict(re.findall(r'(\w+)="(\w+)"', DARK_ON_LIGHT))


def is_sheet(root: Any, kind: str) -> bool:
    """Whether this is a master or layout (`kind` such as `sldLayout`) that has a tree of shapes."""
    return root is not None and root.tag == f"{{{P}}}{kind}" and root.find(f"{{{P}}}cSld/{{{P}}}spTree") is not None


def mend_sheet(root: Any) -> int:
    """All but the references; how many shapes were broken and are left out.

    Animations go: they would run on every slide, and name shapes that may be gone.
    """
    for found in [element for element in root if _moves(element)] + list(root.iter(*_DATA)):
        found.getparent().remove(found)
    broken = [shape for shape in root.iter(*_NEEDS) if not _is_whole(shape)]
    for shape in broken:
        shape.getparent().remove(shape)
    for extent in root.iter(*_PLACES):
        _whole(extent)
    for place in [place for place in root.iter(f"{{{A}}}xfrm") if not _says_where(place)]:
        place.getparent().remove(place)
    mend_measures(root)
    _without_faint_outlines(root)
    for holder in list(root.iter(_HOLDER)):
        if _is_in_place(holder):
            _placeholder(holder)
            if holder.get("type") == "ftr":  # it holds our source line
                plain_text(next(holder.iterancestors(f"{{{P}}}sp", f"{{{P}}}pic", f"{{{P}}}graphicFrame")))
        else:
            holder.getparent().remove(holder)
    _shape_ids(root)
    return len(broken)


def mend_color_map(root: Any) -> None:
    """A master has to say which colours of its theme are text and ground."""
    if root.find(f"{{{P}}}clrMap") is None:
        root.find(f"{{{P}}}cSld").addnext(etree.Element(f"{{{P}}}clrMap", _MAP))


_FAINT = 50_000
"""What an outline of text lets through, in thousandths of a per cent, that is no more than a glow."""
_LOOKS = ("cap", "baseline", "spc")


def plain_text(styles: Any) -> None:
    """What text of ours inherits: without capitals, raised letters and spacing that are meant for others."""
    for run in styles.iter(f"{{{A}}}defRPr"):
        for name in _LOOKS:
            run.attrib.pop(name, None)


def _without_faint_outlines(root: Any) -> None:
    """Outlines of text that hardly anybody sees: LibreOffice draws nothing else of such a text."""
    for run in root.iter(f"{{{A}}}defRPr", f"{{{A}}}rPr"):
        line = run.find(f"{{{A}}}ln")
        alphas = [] if line is None else line.findall(f"{{{A}}}solidFill/*/{{{A}}}alpha")
        if any(int(one.get("val", "100000")) < _FAINT for one in alphas if one.get("val", "").isdigit()):
            run.remove(line)


def mend_measures(root: Any) -> None:
    """Sizes, indents and insets of text that are no whole numbers are rounded, or where they are none, inherited."""
    for name, attributes in _MEASURES.items():
        for element in root.iter(f"{{{A}}}{name}"):
            _whole(element)
            for attribute in attributes:
                if not _NUMBER.fullmatch(element.get(attribute, "0")):
                    del element.attrib[attribute]


def _is_whole(shape: Any) -> bool:
    """Whether a shape has the parts without which PowerPoint repairs the file."""
    own, *others = _NEEDS[shape.tag]
    named = (
        shape.find(f"{{{P}}}{own}/{{{P}}}cNvPr") is not None and shape.find(f"{{{P}}}{own}/{{{P}}}nvPr") is not None
    )
    return named and all(shape.find(other) is not None for other in others)


def _moves(element: Any) -> bool:
    if element.tag == f"{{{_MC}}}AlternateContent":
        return any(etree.QName(found).localname in _MOVING for found in element.iter(etree.Element))
    return etree.QName(element).localname in _MOVING


def _whole(place: Any) -> None:
    """Round what some programs write with decimals."""
    for name, value in place.attrib.items():
        if _DECIMAL.fullmatch(value):
            place.set(name, str(round(float(value))))


def _says_where(place: Any) -> bool:
    """Whether a place has position and size in whole numbers; if not, what is inherited counts."""
    offset, extent = place.find(f"{{{A}}}off"), place.find(f"{{{A}}}ext")
    said = [] if offset is None else [offset.get("x", ""), offset.get("y", "")]
    said += [] if extent is None else [extent.get("cx", ""), extent.get("cy", "")]
    return len(said) == 4 and all(_NUMBER.fullmatch(value) for value in said)


def _is_in_place(holder: Any) -> bool:
    """Whether it makes a placeholder of a shape, and is not one of two, or somewhere inside."""
    shape = next(islice(holder.iterancestors(), 2, None), None)
    if shape is None or shape.tag not in _NEEDS:
        return False
    own = _NEEDS[shape.tag][0]
    return shape.find(f"{{{P}}}{own}/{{{P}}}nvPr/{_HOLDER}") is holder


def _placeholder(holder: Any) -> None:
    if holder.get("type") not in (None, *_TYPES):
        del holder.attrib["type"]
    index = holder.get("idx", "0")
    if not (index.isascii() and index.isdigit() and int(index) <= _MOST_INDEX):
        del holder.attrib["idx"]


def _shape_ids(root: Any) -> None:
    """Give a new id to each shape whose id is missing, illegal or taken."""
    named = list(root.iter(f"{{{P}}}cNvPr"))
    used = {int(one.get("id")) for one in named if _legal(one.get("id"))}
    free = (id for id in count(2) if id not in used)
    seen: set[int] = set()
    for one in named:
        id = int(one.get("id")) if _legal(one.get("id")) else 0
        if not id or id in seen:
            id = next(free)
            one.set("id", str(id))
        seen.add(id)


def _legal(id: str | None) -> bool:
    return bool(id and id.isascii() and id.isdigit() and len(id) <= 10 and 0 < int(id) <= _MOST_SHAPE_ID)
