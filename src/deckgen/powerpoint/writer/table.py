"""Native tables: no style of PowerPoint's, a rule between rows, stronger ones under the header and at the end.

In: TableItem. Out: a graphic frame as text.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.frames import TableItem
from deckgen.model.styled import Anchor
from deckgen.model.table_edges import Edge, edges, is_covered
from deckgen.model.units import points
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform
from deckgen.powerpoint.writer.text import paragraphs

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_ANCHORS: Final[dict[Anchor, str]] = {"top": "t", "middle": "ctr", "bottom": "b"}
_SIDES = ("lnL", "lnR", "lnT", "lnB")


def table(item: TableItem, scope: Scope) -> str:
    named = properties(scope, item.name, item.alt)
    heads = ' firstRow="1" firstCol="1"' if item.named_rows else ' firstRow="1"'
    columns = "".join(f'<a:gridCol w="{int(width)}"/>' for width in item.widths)
    rows = "".join([_row(item, index, scope) for index in range(len(item.rows))])
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{named}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr>{placeholder(item.slot)}</p:nvGraphicFramePr>{transform(item.box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr{heads}>'
        f"<a:tableStyleId>{_NO_STYLE_NO_GRID}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(item: TableItem, index: int, scope: Scope) -> str:
    row = item.rows[index]
    cells = [_cell(item, index, at, scope) for at in range(len(row))]
    return f'<a:tr h="{int(item.heights[index])}">{"".join(cells)}</a:tr>'


def _cell(item: TableItem, index: int, at: int, scope: Scope) -> str:
    cell = item.rows[index][at]
    merged = ' hMerge="1"' if is_covered(item, index, at) else f' gridSpan="{cell.across}"' if cell.across > 1 else ""
    anchor = _ANCHORS[item.anchor(index, at)]
    margins = (
        f'marL="{int(item.padding_x + cell.before)}" marR="{int(item.padding_x + cell.inset)}" '
        f'marT="{int(item.padding_y)}" marB="{int(item.padding_y)}" anchor="{anchor}"'
    )
    lines = "".join(_border(scope, *one) for one in zip(_SIDES, edges(item, index, at), strict=True))
    inside = scope.style.fill(cell.fill) if cell.fill else "<a:noFill/>"
    return (
        f"<a:tc{merged}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.paragraphs, scope)}</a:txBody>"
        f"<a:tcPr {margins}>{lines}{inside}</a:tcPr></a:tc>"
    )


def _border(scope: Scope, side: str, edge: Edge) -> str:
    if edge.color is None:
        return f'<a:{side} w="0"><a:noFill/></a:{side}>'
    look = f'{scope.style.fill(edge.color)}<a:prstDash val="solid"/>'
    return f'<a:{side} w="{points(edge.width)}" cap="flat" cmpd="sng">{look}</a:{side}>'
