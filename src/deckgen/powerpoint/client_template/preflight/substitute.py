"""A layout for a master that has none. In: the root of a master. Out: a layout that shows all its placeholders."""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from typing import Any

from lxml import etree

from deckgen.powerpoint.ooxml.xml import A, P
from deckgen.powerpoint.own_template.master import NAMESPACES, TREE

NAME = "Title and Content"
_BODY_INDEX = "1"


def substitute_layout(master: Any) -> Any:
    """Places, sizes and styles are inherited: the layout names the placeholders and nothing more."""
    root = etree.fromstring(
        f'<p:sldLayout {NAMESPACES} preserve="1"><p:cSld name="{NAME}"><p:spTree>{TREE}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
    tree, ids = root.find(f"{{{P}}}cSld/{{{P}}}spTree"), count(2)
    for shape in master.find(f"{{{P}}}cSld/{{{P}}}spTree").iter(f"{{{P}}}sp"):
        holder = shape.find(f"{{{P}}}nvSpPr/{{{P}}}nvPr/{{{P}}}ph")
        if holder is not None:
            tree.append(_placeholder(shape, holder, next(ids)))
    return root


def _placeholder(shape: Any, holder: Any, id: int) -> Any:
    made = etree.Element(f"{{{P}}}sp")
    own = etree.SubElement(made, f"{{{P}}}nvSpPr")
    name = shape.find(f"{{{P}}}nvSpPr/{{{P}}}cNvPr").get("name", "")
    etree.SubElement(own, f"{{{P}}}cNvPr", id=str(id), name=name)
    locks = etree.SubElement(own, f"{{{P}}}cNvSpPr")
    etree.SubElement(locks, f"{{{A}}}spLocks", noGrp="1")
    named = deepcopy(holder)
    if holder.get("type") == "body":  # content of any sort, as in PowerPoint's own layout of that name
        named.attrib.pop("type")
        named.set("idx", _BODY_INDEX)
    etree.SubElement(own, f"{{{P}}}nvPr").append(named)
    etree.SubElement(made, f"{{{P}}}spPr")
    text = shape.find(f"{{{P}}}txBody")
    if text is not None:
        kept = deepcopy(text)
        for style in kept.findall(f"{{{A}}}lstStyle"):
            kept.replace(style, etree.Element(f"{{{A}}}lstStyle"))
        body = kept.find(f"{{{A}}}bodyPr")
        if body is not None:
            kept.replace(body, etree.Element(f"{{{A}}}bodyPr"))
        made.append(kept)
    return made
