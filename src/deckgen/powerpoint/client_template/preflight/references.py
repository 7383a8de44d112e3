"""What a sheet refers to: kept where it is in the file, taken out with what would show it where it is not.

In: the root of a master, layout or theme, and a way to the new id of a relationship. Out: the same root without a
reference that leads nowhere, and what is missing to the eye.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A, P, R

Kept = Callable[[str], str | None]
"""The new id of a relationship by its old one; None where what it leads to is not kept."""
Loss = Literal["picture", "object"]

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SAFE_ACTION = "ppaction://hlinkshowjump"
_LINKS = (f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover", f"{{{A}}}hlinkMouseOver")
_STYLE_LISTS = (f"{{{A}}}fillStyleLst", f"{{{A}}}bgFillStyleLst")
_SMALL = 72_000
"""2 mm in EMU: objects under it are the anchors of add-ins, which nobody sees."""


def mend_references(root: Any, kept: Kept) -> list[Loss]:
    """Bring all references up to date. The losses are what a reader of a slide would have seen."""
    lost = _objects(root, kept)
    for link in [found for found in root.iter(*_LINKS) if not _leads_somewhere(found, kept)]:
        link.getparent().remove(link)
    for element in list(root.iter(etree.Element)):
        if _inside(element, root):
            lost += _mended(element, kept)
    for choice in [found for found in root.iter(f"{{{_MC}}}Choice") if len(found) == 0]:
        _unwrapped(choice.getparent())
    return lost


def _leads_somewhere(link: Any, kept: Kept) -> bool:
    """Whether a link has an address; a jump within the show has none and needs none. Its id is set anew."""
    action, id = link.get("action", ""), link.get(f"{{{R}}}id", "")
    if not id:
        return bool(action.startswith(_SAFE_ACTION))
    new = kept(id)
    if new is None or (action and not action.startswith(_SAFE_ACTION)):
        return False
    link.set(f"{{{R}}}id", new)
    return True


def _inside(element: Any, root: Any) -> bool:
    """Whether the element still hangs in the tree."""
    while element is not None:
        if element is root:
            return True
        element = element.getparent()
    return False


def _mended(element: Any, kept: Kept) -> list[Loss]:
    if element.tag in _LINKS:
        return []
    broken = False
    for name in [name for name in element.attrib if name.startswith(f"{{{R}}}")]:
        id = element.get(name)
        new = kept(id) if id else None
        if new is not None:
            element.set(name, new)
        elif id or element.tag != f"{{{A}}}blip":
            broken = True
            del element.attrib[name]
    if not broken or (element.tag == f"{{{A}}}blip" and element.get(f"{{{R}}}embed")):
        return []
    return _picture_out(element) if element.tag == f"{{{A}}}blip" else _out(element)


def _out(element: Any) -> list[Loss]:
    """Take out a reference that is no picture, with the extension or the frame that holds it."""
    if etree.QName(element).namespace not in (A, P):
        extension = _around(element, f"{{{A}}}ext", f"{{{P}}}ext")
        frame = _around(element, f"{{{P}}}graphicFrame")
        if extension is None and frame is not None:
            _remove(frame)
            return ["object"]
        element = element if extension is None else extension
    _remove(element)
    return []


def _picture_out(blip: Any) -> list[Loss]:
    shown = _around(blip, f"{{{P}}}pic", f"{{{P}}}bg", f"{{{A}}}buBlip")
    if shown is not None:
        _remove(shown)
        return ["picture"]
    fill = _around(blip, f"{{{A}}}blipFill")
    if fill is None:
        _remove(blip)
        return []
    fill.getparent().replace(fill, _plain(fill))
    return ["picture"]


def _plain(fill: Any) -> Any:
    """What stands in for a picture fill: nothing, or in a theme's list of fills, where one must stand, the colour."""
    if fill.getparent().tag not in _STYLE_LISTS:
        return etree.Element(f"{{{A}}}noFill")
    solid = etree.Element(f"{{{A}}}solidFill")
    etree.SubElement(solid, f"{{{A}}}schemeClr", val="phClr")
    return solid


def _around(element: Any, *tags: str) -> Any:
    return next(element.iterancestors(*tags), None)


def _remove(element: Any) -> None:
    """Take out an element, and a list of extensions that it leaves empty."""
    parent = element.getparent()
    parent.remove(element)
    if len(parent) == 0 and parent.getparent() is not None and etree.QName(parent).localname == "extLst":
        parent.getparent().remove(parent)


def _objects(root: Any, kept: Kept) -> list[Loss]:
    """Embedded objects carry their data with them: in their place stands the picture that shows them."""
    for found in list(root.iter(f"{{{_MC}}}AlternateContent")):
        if any("v" in choice.get("Requires", "").split() for choice in found.findall(f"{{{_MC}}}Choice")):
            _unwrapped(found)
    lost: list[Loss] = []
    for frame in list(root.iter(f"{{{P}}}graphicFrame")):
        if next(frame.iter(f"{{{P}}}oleObj"), None) is None:
            continue
        picture = next(frame.iter(f"{{{P}}}pic"), None)
        if _unseen(frame):
            _remove(frame)
        elif picture is None or _blip_id(picture) is None or kept(_blip_id(picture) or "") is None:
            _remove(frame)
            lost.append("object")
        else:
            frame.getparent().replace(frame, _named_as(picture, frame))
    return lost


def _blip_id(picture: Any) -> str | None:
    blip = picture.find(f"{{{P}}}blipFill/{{{A}}}blip")
    return None if blip is None else blip.get(f"{{{R}}}embed")


def _unseen(frame: Any) -> bool:
    named = frame.find(f"{{{P}}}nvGraphicFramePr/{{{P}}}cNvPr")
    extent = frame.find(f"{{{P}}}xfrm/{{{A}}}ext")
    hidden = named is not None and named.get("hidden") in ("1", "true")
    sizes = () if extent is None else (extent.get("cx", ""), extent.get("cy", ""))
    return hidden or any(size.isdigit() and int(size) <= _SMALL for size in sizes)


def _named_as(picture: Any, frame: Any) -> Any:
    """The picture of an object with the id, the name and, where it has none, the place of the object's frame."""
    own = picture.find(f"{{{P}}}nvPicPr/{{{P}}}cNvPr")
    said = frame.find(f"{{{P}}}nvGraphicFramePr/{{{P}}}cNvPr")
    if own is not None and said is not None:
        own.attrib.update({name: said.get(name) for name in ("id", "name") if said.get(name)})
    shape, place = picture.find(f"{{{P}}}spPr"), frame.find(f"{{{P}}}xfrm")
    if shape is not None and place is not None and shape.find(f"{{{A}}}xfrm") is None:
        place.tag = f"{{{A}}}xfrm"
        shape.insert(0, place)
    return picture


def _unwrapped(alternate: Any) -> None:
    """Put what stands under Fallback in the place of the alternatives."""
    parent, fallback = alternate.getparent(), alternate.find(f"{{{_MC}}}Fallback")
    if parent is None:
        return
    for child in () if fallback is None else list(fallback):
        alternate.addprevious(child)
    _remove(alternate)
