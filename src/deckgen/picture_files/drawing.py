"""Drawings (SVG) without what they say beside what they show. In: the bytes of one. Out: the drawing, or None."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from deckgen.foreign_xml import parsed

_SVG_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"


def bare_drawing(data: bytes) -> bytes | None:
    """A drawing without titles, metadata and what editors add; None for one that is not harmless."""
    root = parsed(data)
    if root is None or not _is_harmless(root):
        return None
    for element in [one for one in root.iter(etree.Element) if one is not root and not _draws(one)]:
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if _is_note(name)]:
            del element.attrib[name]
    etree.cleanup_namespaces(root)
    drawn: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return drawn


def _draws(element: Any) -> bool:
    name = etree.QName(element)
    return name.namespace in (None, _SVG_NAMESPACE) and name.localname not in ("title", "desc", "metadata")


def _is_note(name: str) -> bool:
    """Whether an attribute is an editor's own, such as the path that a drawing was exported to."""
    named = etree.QName(name)
    own = named.namespace not in (None, _SVG_NAMESPACE, _XLINK, _XML)
    return own or named.localname.startswith(("data-", "aria-"))


def _is_harmless(root: Any) -> bool:
    """Whether a drawing shows itself alone: no script, no other file, no entities. PNG stands beside each."""
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in ("script", "foreignObject"):
            return False
        for name, value in element.attrib.items():
            if etree.QName(name).localname == "href" and not value.startswith(("#", "data:image/")):
                return False
    return True
