"""Native tables: no style of PowerPoint's, a rule between rows, a stronger one under the header.

In: TableItem. Out: a graphic frame as text.
"""

from __future__ import annotations

from deckgen.model.frames import FrameCell, TableItem
from deckgen.model.theme import Color
from deckgen.model.units import points
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform
from deckgen.powerpoint.writer.text import paragraphs

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_RULE, _HEADER_RULE = 0.75, 1.0


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
    anchor = "b" if index == 0 else "ctr"
    margins = (
        f'marL="{int(item.padding_x)}" marR="{int(item.padding_x)}" '
        f'marT="{int(item.padding_y)}" marB="{int(item.padding_y)}" anchor="{anchor}"'
    )
    # An edge belongs to the cell above and to the cell below; both must say the same.
    borders = (
        _border(scope, "lnL")
        + _border(scope, "lnR")
        + _edge(scope, "lnT", index - 1)
        + _edge(scope, "lnB", -1 if index == len(item.rows) - 1 else index)
    )
    cells = "".join([_cell(cell, margins, borders, scope) for cell in item.rows[index]])
    return f'<a:tr h="{int(item.heights[index])}">{cells}</a:tr>'


def _cell(cell: FrameCell, margins: str, borders: str, scope: Scope) -> str:
    inside = scope.style.fill(cell.fill) if cell.fill else "<a:noFill/>"
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.paragraphs, scope)}</a:txBody>"
        f"<a:tcPr {margins}>{borders}{inside}</a:tcPr></a:tc>"
    )


def _edge(scope: Scope, side: str, row_above: int) -> str:
    """The edge under a row; -1 for the outer edges of the table, which have none."""
    if row_above < 0:
        return _border(scope, side)
    return _border(scope, side, "primary", _HEADER_RULE) if row_above == 0 else _border(scope, side, "rule", _RULE)


def _border(scope: Scope, side: str, color: Color | None = None, width: float = 0) -> str:
    if color is None:
        return f'<a:{side} w="0"><a:noFill/></a:{side}>'
    look = f'{scope.style.fill(color)}<a:prstDash val="solid"/>'
    return f'<a:{side} w="{points(width)}" cap="flat" cmpd="sng">{look}</a:{side}>'
