"""Facts in rows and columns, read across.

In: column heads and rows of texts, ticks and balls; heads over groups of rows, totals, rows to see first. Out: a
native table, numbers with their decimals under each other; rows that do not fit continue on a next slide.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Fault, Span
from deckgen.model.blocks import Arrangement
from deckgen.model.cell_signs import OUTLINES, cell_of, is_missing, said_in_words
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.language import Labels
from deckgen.model.number import Number
from deckgen.model.styled import Align, Styled
from deckgen.model.table import CellEdge, TableBlock, TableCell, TableGroup
from deckgen.model.text import NOWHERE, Text, Value, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "reference"
ARRANGEMENTS: Final = ("columns by weight", "columns as wide as their texts ask")

EXAMPLE = """\
id: example.table
kind: table
title: De tretten forretningsmodeller spænder vidt
columns: [Forhold, Mindste, Største]
rows:
  - heading: Størrelse
  - cells: [Medlemmer, "85", "450"]
  - cells: [Ansatte, "7", "40"]
  - heading: Økonomi
  - cells: [Omsætning i mio. kr., "8,5", "21"]
  - cells: [Egenfinansiering i pct., –, "25"]
"""


_TYPED: Final = re.compile(r"[-−+]?(?:\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?:[ \u00a0]?[%‰])?")
"""A number that somebody typed, whatever separators the language of the deck has."""
_DECIMALS: Final = re.compile(r"[.,](?!\d{3}$)\d+$")
"""Its decimals: three digits behind a separator are thousands."""


@dataclass(frozen=True)
class Row:
    cells: tuple[Text, ...] = described("One text per column, – for none; ✓ and ○ ◔ ◑ ◕ ● are drawn.", default=())
    heading: Text | None = described("A head over the rows that follow, in place of cells.", default=None)
    total: bool = described("True on a row that sums up those above it.", default=False)
    emphasis: bool = described("True on a row to see first.", default=False)
    span: Span = described("Where it stands in the content.", default=NOWHERE)


@dataclass(frozen=True)
class Fields:
    columns: tuple[Text, ...] = described("The column heads.", minimum=2, maximum=12)
    rows: tuple[Row, ...] = described("The rows.", minimum=1, maximum=60)
    weights: tuple[Value, ...] = described("How wide the columns are, against each other.", default=())


def check(fields: Fields) -> Iterator[Fault]:
    """Rows are as long as the heads or a head themselves, and weights are one for each column and above zero."""
    count = len(fields.columns)
    for number, row in enumerate(fields.rows, 1):
        if row.heading and row.cells:
            yield Fault(f"row {number} has a heading and cells", row.span, "write the heading as a row of its own")
        elif not row.heading and len(row.cells) != count:
            message = f"row {number} has {len(row.cells)} cells, and there are {count} columns"
            hint = "write one cell per column; where there is nothing to say, write –"
            yield Fault(message, row.cells[0].span if row.cells else row.span, hint)
    if fields.weights and len(fields.weights) != count:
        message = f"there are {len(fields.weights)} weights and {count} columns"
        yield Fault(message, fields.weights[0].span, "write one weight per column, or none")
    for weight in fields.weights:
        if weight.amount is not None and weight.amount <= 0:
            yield Fault("a column's weight is above zero", weight.span, "write 1 for a narrow column")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    weights = tuple(float(weight.amount or 0) for weight in fields.weights)
    table = _table(fields, context)
    by_texts = Arrangement("Table", (table,), name="columns as wide as their texts ask", step=1 if weights else 0)
    if not weights:
        return (by_texts,)
    return Arrangement("Table", (replace(table, weights=weights),), name="columns by weight"), by_texts


def _signs(fields: Fields, context: Context) -> str:
    """What is drawn in cells, in words."""
    said = [
        f"{row.cells[0].plain}, {column.plain}: {said_in_words(cell, context.labels)}"
        for row in fields.rows
        for column, cell in zip(fields.columns, row.cells, strict=False)
        if cell.plain.strip() in OUTLINES
    ]
    return f". {'; '.join(said)}" if said else ""


def _table(fields: Fields, context: Context) -> TableBlock:
    alt = f"{context.title.plain}: {', '.join(column.plain for column in fields.columns)}{_signs(fields, context)}"
    columns = list(zip(*(row.cells for row in fields.rows if row.cells), strict=True)) or [()] * len(fields.columns)
    aligns: tuple[Align, ...] = ("left", *(_align(column, context.labels.hidden) for column in columns[1:]))
    header = tuple(
        TableCell((Styled(column, "table", "background", bold=True, align=align),), "primary")
        for column, align in zip(fields.columns, aligns, strict=True)
    )
    rows = tuple(_head(row.heading, aligns) if row.heading else _row(row, aligns) for row in fields.rows)
    groups = tuple(
        TableGroup(at, _head(_again(row.heading, context.labels), aligns))
        for at, row in enumerate(fields.rows)
        if row.heading
    )
    return TableBlock(header, rows, (), alt, "table", "table", named_rows=True, groups=groups)


def _head(heading: Text, aligns: tuple[Align, ...]) -> tuple[TableCell, ...]:
    head = TableCell((Styled(heading, "cell", "primary", bold=True),), "tint1", across=len(aligns))
    return (head, *[TableCell((), "tint1")] * (len(aligns) - 1))


def _again(heading: Text, labels: Labels) -> Text:
    """The head of a group over what of it goes on on a next page."""
    return replace(text(labels.goes_on.format(head=heading.plain)), path=heading.path, span=heading.span)


def _row(row: Row, aligns: tuple[Align, ...]) -> tuple[TableCell, ...]:
    fill: Color | None = "tint2" if row.emphasis else None
    edge: CellEdge = "total" if row.total else "none"
    loud = row.total or row.emphasis
    return tuple(
        cell_of(
            cell,
            fill=fill,
            bold=loud or not at,
            align=align,
            tail=_tail(cell) if align == "right" else None,
            edge=edge,
        )
        for at, (cell, align) in enumerate(zip(row.cells, aligns, strict=True))
    )


def _align(cells: tuple[Text, ...], hidden: str) -> Align:
    """Numbers end under each other, where a column holds nothing else but signs that one is missing or hidden."""
    said = [cell for cell in cells if not is_missing(cell) and cell.plain != hidden]
    if any(cell.plain.strip() in OUTLINES for cell in said):
        return "center"
    return "right" if said and all(_is_number(cell) for cell in said) else "left"


def _is_number(cell: Text) -> bool:
    number = _bound(cell)
    return (number is not None and number.is_exact) or bool(_TYPED.fullmatch(cell.plain))


def _bound(cell: Text) -> Number | None:
    """The number that the cell shows and nothing else, where it is bound to a figure."""
    runs = [run for part in cell.paragraphs for run in part.runs]
    return runs[0].number if len(runs) == 1 else None


def _tail(cell: Text) -> str | None:
    """What stands behind the whole part of a number: decimals and unit; None of what is no number."""
    said = cell.plain.strip()
    digits = said.rstrip("%‰ \u00a0" + string.ascii_letters + ".æøåÆØÅ")
    if is_missing(cell) or not digits:
        return None
    number = _bound(cell)
    typed = _DECIMALS.search(digits)
    places = number.decimals + 1 if number and number.decimals else len(typed[0]) if typed and not number else 0
    return said[len(digits) - places :]
