"""Tables: fills, texts and the lines between cells. In: TableItem. Out: a group, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.layout.typeset import CELL, typeset
from deckgen.model.frames import FrameCell, TableItem
from deckgen.model.table_edges import Edge, edges, is_covered
from deckgen.model.units import Box
from deckgen.svg.markup import element, length, number
from deckgen.svg.stage import Scope
from deckgen.svg.text import set_lines
from deckgen.xml_text import attribute


def table_item(item: TableItem, scope: Scope) -> str:
    """Fills first, then lines, then texts: a line lies half over the cells at both of its sides."""
    cells = list(_cells(item))
    fills = "".join([_fill(cell, box, scope) for _, _, cell, box in cells])
    lines = "".join(
        dict.fromkeys(one for row, column, _, box in cells for one in _lines(item, row, column, box, scope))
    )
    texts = "".join([_text(item, row, column, cell, box, scope) for row, column, cell, box in cells])
    return element(
        "g", f'{scope.place(item.name)} role="table" aria-label="{attribute(item.alt)}"', fills + lines + texts
    )


def _cells(item: TableItem) -> Iterator[tuple[int, int, FrameCell, Box]]:
    """Row and column of each cell that is seen, with its box."""
    y = item.box.y
    for row, (cells, height) in enumerate(zip(item.rows, item.heights, strict=True)):
        x = item.box.x
        for column, cell in enumerate(cells):
            if not is_covered(item, row, column):
                yield row, column, cell, Box(x, y, sum(item.widths[column : column + cell.across]), height)
            x += item.widths[column]
        y += height


def _fill(cell: FrameCell, box: Box, scope: Scope) -> str:
    if cell.fill is None:
        return ""
    place = f'x="{length(box.x)}" y="{length(box.y)}" width="{length(box.width)}" height="{length(box.height)}"'
    return f'<rect {place} fill="{scope.color(cell.fill)}"/>'


def _lines(item: TableItem, row: int, column: int, box: Box, scope: Scope) -> Iterator[str]:
    around = edges(item, row, column)
    last = edges(item, row, column + item.rows[row][column].across - 1).right
    yield _line(around.left, (box.x, box.y), (box.x, box.bottom), scope)
    yield _line(last, (box.right, box.y), (box.right, box.bottom), scope)
    yield _line(around.top, (box.x, box.y), (box.right, box.y), scope)
    yield _line(around.bottom, (box.x, box.bottom), (box.right, box.bottom), scope)


def _line(edge: Edge, start: tuple[int, int], end: tuple[int, int], scope: Scope) -> str:
    if edge.color is None:
        return ""
    data = f"M{length(start[0])} {length(start[1])}L{length(end[0])} {length(end[1])}"
    return f'<path d="{data}" stroke="{scope.color(edge.color)}" stroke-width="{number(edge.width)}"/>'


def _text(item: TableItem, row: int, column: int, cell: FrameCell, box: Box, scope: Scope) -> str:
    inner = box.inset(item.padding_x + cell.before, item.padding_y, item.padding_x + cell.inset, item.padding_y)
    said = set_lines(typeset(cell.paragraphs, inner, item.anchor(row, column), scope.setting, CELL), scope)
    return f'<g data-cell="{row + 1}/{column + 1}">{said}</g>' if said else ""
