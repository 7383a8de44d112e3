"""One slide as a document of its own. In: a frame, and the stage it is drawn on. Out: SVG as text."""

from __future__ import annotations

from typing import assert_never

from deckgen.model.frames import ChartItem, Frame, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem
from deckgen.svg.backdrops import backdrop_group, text_panel
from deckgen.svg.chart import chart_item
from deckgen.svg.markup import length
from deckgen.svg.pictures import picture_item
from deckgen.svg.shapes import group_item, shape_item
from deckgen.svg.stage import Scope, Stage, family
from deckgen.svg.table import table_item
from deckgen.svg.text import text_item
from deckgen.xml_text import attribute, escape


def slide(frame: Frame, stage: Stage) -> str:
    """The slide in points, its items in the order in which they are read.

    Each item says with `data-slide` and `data-path` where in the content it comes from, and each text that shows a
    figure names it with `data-figure`. Raises UnusablePictureError.
    """
    scope, template = stage.scope(frame), stage.template
    width, height = length(template.width), length(template.height)
    behind = backdrop_group(scope.backdrop, template.width, template.height, scope)
    items = "".join([_item(item, scope) for item in frame.items])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{family(stage.theme.body_face)}" xml:space="preserve" data-slide="{attribute(frame.id)}">'
        f"<title>{escape(frame.title)}</title>{behind}{items}</svg>"
    )


def _item(item: Item, scope: Scope) -> str:
    match item:
        case TextItem():
            return text_panel(item, scope) + text_item(item, scope)
        case ShapeItem():
            return shape_item(item, scope)
        case GroupItem():
            return group_item(item, "".join([_item(child, scope) for child in item.children]), scope)
        case ChartItem():
            return chart_item(item, scope)
        case TableItem():
            return table_item(item, scope)
        case PictureItem():
            return picture_item(item, scope)
        case _:
            assert_never(item)
