"""One slide: its shape tree from the items of its frame, in reading order.

In: Frame and a Scope. Out: the XML of the slide; what it needs beside it is in the scope.
"""

from __future__ import annotations

from typing import assert_never

from deckgen.model.frames import ChartItem, Frame, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem
from deckgen.powerpoint.ooxml.xml import DECLARATION, A, P, R
from deckgen.powerpoint.writer.chart import chart
from deckgen.powerpoint.writer.pictures import picture
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import drawn_shape, group, properties, text_shape
from deckgen.powerpoint.writer.table import table
from deckgen.xml_text import attribute

_TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def slide(frame: Frame, scope: Scope) -> bytes:
    items = "".join([_item(item, scope) for item in frame.items])
    return (
        f'{DECLARATION}<p:sld xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"><p:cSld name="{attribute(frame.id)}">'
        f"{_TREE}{items}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    ).encode()


def _item(item: Item, scope: Scope) -> str:
    match item:
        case TextItem():
            return text_shape(item, scope)
        case ShapeItem():
            return drawn_shape(item, scope)
        case GroupItem():
            return _group(item, scope)
        case ChartItem():
            return chart(item, scope)
        case TableItem():
            return table(item, scope)
        case PictureItem():
            return picture(item, scope)
        case _:
            assert_never(item)


def _group(item: GroupItem, scope: Scope) -> str:
    named = properties(scope, item.name, item.alt)
    return group(item, named, "".join([_item(child, scope) for child in item.children]))
