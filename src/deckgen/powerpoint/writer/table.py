"""Native tables: no style of PowerPoint's, a rule between rows, stronger ones under the header and at the end.

In: TableItem. Out: a graphic frame as text.
"""

from __future__ import annotations

from typing import Final

from deckgen.model.frames import CELL_GAP, TableItem
from deckgen.model.theme import Color
from deckgen.model.units import points
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform
from deckgen.powerpoint.writer.text import paragraphs

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_RULE, _STRONG_RULE = 0.75, 1.0
_FRAME: Final[tuple[Color, float]] = ("accent", 2.25)


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
    covered = any(other.across > at - place for place, other in enumerate(item.rows[index][:at]))
    merged = ' hMerge="1"' if covered else f' gridSpan="{cell.across}"' if cell.across > 1 else ""
    anchor = "b" if index == 0 and not cell.fill else "ctr"
    margins = (
        f'marL="{int(item.padding_x + cell.before)}" marR="{int(item.padding_x + cell.inset)}" '
        f'marT="{int(item.padding_y)}" marB="{int(item.padding_y)}" anchor="{anchor}"'
    )
    # An edge belongs to the cells at both of its sides, and both say the same.
    edges = "".join(_border(scope, side, *line) for side, line in _edges(item, index, at))
    inside = scope.style.fill(cell.fill) if cell.fill else "<a:noFill/>"
    return (
        f"<a:tc{merged}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.paragraphs, scope)}</a:txBody>"
        f"<a:tcPr {margins}>{edges}{inside}</a:tcPr></a:tc>"
    )


Line = tuple[Color | None, float]
_NONE: Line = (None, 0)


def _edges(item: TableItem, index: int, at: int) -> tuple[tuple[str, Line], ...]:
    last = len(item.rows[index]) - 1
    return (
        ("lnL", _beside(item, index, at - 1, last)),
        ("lnR", _beside(item, index, at, last)),
        ("lnT", _under(item, index - 1, at)),
        ("lnB", _under(item, index, at)),
    )


def _beside(item: TableItem, index: int, left: int, last: int) -> Line:
    """The edge at the right of the cell `left`; -1 is the left edge of the table."""
    if left in (-1, last):
        return _FRAME if item.rows[index][0].edge == "framed" else _NONE
    return ("background", CELL_GAP) if item.apart else _NONE


def _under(item: TableItem, above: int, at: int) -> Line:
    """The edge under the row `above`; -1 is the upper edge of the table."""
    rows = (item.rows[one] for one in (above, above + 1) if 0 <= one < len(item.rows))
    if any(row[at].edge == "framed" for row in rows):
        return _FRAME
    if above < 0:
        return _NONE
    if item.apart:
        return ("background", CELL_GAP) if above + 1 < len(item.rows) else _NONE
    below = item.rows[above + 1][at] if above + 1 < len(item.rows) else None
    if below is None or above == 0 or below.edge == "total":
        return "primary", _STRONG_RULE
    return "rule", _RULE


def _border(scope: Scope, side: str, color: Color | None, width: float) -> str:
    if color is None:
        return f'<a:{side} w="0"><a:noFill/></a:{side}>'
    look = f'{scope.style.fill(color)}<a:prstDash val="solid"/>'
    return f'<a:{side} w="{points(width)}" cap="flat" cmpd="sng">{look}</a:{side}>'
