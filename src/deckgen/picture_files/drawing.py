"""Drawings (SVG) without what they say beside what they show. In: the bytes of one. Out: the drawing, or None."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from typing import Any, Final

from lxml import etree

from deckgen.foreign_xml import parsed
from deckgen.picture_files.bare import PictureDataError, bare_picture

_SVG_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"


_SPACE: Final = f"{{{_XML}}}space"
_SAYS: Final = frozenset(("text", "tspan", "textPath", "style", "a"))
_DRAWS: Final = _SAYS | frozenset(
    (
        *(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "switch",
            "view",
            "image",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
        ),
        *("polyline", "polygon", "clipPath", "mask", "pattern", "marker", "filter", "linearGradient"),
        *("radialGradient", "stop"),
    )
)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOT_SHOWN: Final = re.compile(r"(?:^|;)\s*display\s*:\s*none\s*(?:;|$)")
_REFERENCE: Final = re.compile(r"#([\w.:-]+)")
_EMBEDDED: Final = re.compile(r"data:image/(png|jpe?g|gif);base64,(.*)", re.DOTALL)


def bare_drawing(data: bytes) -> bytes | None:
    """A drawing without titles, metadata, what is hidden and what editors add; None for one that is not harmless."""
    root = parsed(data)
    if root is None or not _is_harmless(root):
        return None
    named = frozenset(_REFERENCE.findall(data.decode("utf-8", "replace")))
    for element in [one for one in root.iter(etree.Element) if one is not root]:
        if element.getparent() is not None and not (_draws(element) and _is_shown(element, named)):
            _remove(element)
    is_styled = any(etree.QName(element).localname == "style" for element in root.iter(etree.Element))
    for element in root.iter(etree.Element):
        if element.get("id") not in named:
            element.attrib.pop("id", None)
        if not is_styled:
            element.attrib.pop("class", None)
        _bare_element(element)
    etree.cleanup_namespaces(root)
    drawn: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return drawn


def _remove(element: Any) -> None:
    """Take an element out, and leave the words of a text behind it."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _draws(element: Any) -> bool:
    name = etree.QName(element)
    known = name.localname in _DRAWS or name.localname.startswith("fe")
    return name.namespace in (None, _SVG_NAMESPACE) and known


def _is_shown(element: Any, named: frozenset[str]) -> bool:
    """Whether it is drawn, or something is drawn with what is in it: `display` does not hide a gradient.

    `named` are the ids that the drawing refers to.
    """
    is_text = etree.QName(element).localname in _SAYS
    is_unseen = is_text and element.get("visibility") in ("hidden", "collapse") and len(element) == 0
    if element.get("display") != "none" and not _NOT_SHOWN.search(element.get("style", "")) and not is_unseen:
        return True
    return not named.isdisjoint(element.xpath("descendant-or-self::*/@id"))


def _bare_element(element: Any) -> None:
    """Only a text says something; of attributes those stay that draw, and a picture inside is bare too."""
    for name in [name for name in element.attrib if _is_note(name)]:
        del element.attrib[name]
    for name, value in element.attrib.items():
        if etree.QName(name).localname == "href" and value.startswith("data:"):
            element.set(name, _bare_embedded(value) or "")
    word = etree.QName(element).localname
    if word == "style":
        element.text = _COMMENT.sub("", element.text or "")
    if word not in _SAYS:
        element.text = None
        for child in element:
            child.tail = None


def _is_note(name: str) -> bool:
    """Whether an attribute is an editor's own, such as the path that a drawing was exported to."""
    named = etree.QName(name)
    own = named.namespace not in (None, _SVG_NAMESPACE, _XLINK) and name != _SPACE
    return own or named.localname.startswith(("data-", "aria-", "on"))


def _bare_embedded(value: str) -> str | None:
    """A picture inside of a drawing without what it says of itself; None where it is none."""
    found = _EMBEDDED.fullmatch(value)
    if found is None:
        return None
    form = "jpeg" if found[1] == "jpg" else found[1]
    try:
        return f"data:image/{form};base64,{b64encode(bare_picture(b64decode(found[2]), form)).decode()}"
    except (binascii.Error, PictureDataError):
        return None


def _is_harmless(root: Any) -> bool:
    """Whether a drawing shows itself alone: no script, no other file, no entities. PNG stands beside each.

    A picture inside of it is one that can be made bare.
    """
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in ("script", "foreignObject"):
            return False
        for name, value in element.attrib.items():
            is_href = etree.QName(name).localname == "href"
            if is_href and not value.startswith("#") and _bare_embedded(value) is None:
                return False
    return True
