"""Facts in rows and columns, read across.

In: column heads and rows of texts. Out: a native table; rows that do not fit continue on a next slide.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Align, Arrangement, Styled, TableBlock, TableCell
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import MISSING, Text, Value

PURPOSE: Final[Purpose] = "reference"

EXAMPLE = """\
id: example.table
kind: table
title: De tretten forretningsmodeller spænder vidt
columns:
  - Forhold
  - Spænd
rows:
  - cells:
      - Medlemmer
      - Fra 85 til 450
  - cells:
      - Ansatte
      - Fra 7 til 40-50
"""


_TYPED: Final = re.compile(r"[-−+]?(?:\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?:[ \u00a0]?[%‰])?")
"""A number that somebody typed, whatever separators the language of the deck has."""


@dataclass(frozen=True)
class Row:
    cells: tuple[Text, ...] = described("One text per column.", minimum=1)


@dataclass(frozen=True)
class Fields:
    columns: tuple[Text, ...] = described("The column heads.", minimum=2, maximum=7)
    rows: tuple[Row, ...] = described("The rows.", minimum=1, maximum=60)
    weights: tuple[Value, ...] = described("How wide the columns are, against each other.", default=())


def check(fields: Fields) -> Iterator[Fault]:
    """Rows are as long as the heads, and weights are one for each column and above zero."""
    count = len(fields.columns)
    for number, row in enumerate(fields.rows, 1):
        if len(row.cells) != count:
            message = f"row {number} has {len(row.cells)} cells, and there are {count} columns"
            hint = "write one cell per column; where there is nothing to say, write –"
            yield Fault(message, row.cells[0].span, hint)
    if fields.weights and len(fields.weights) != count:
        message = f"there are {len(fields.weights)} weights and {count} columns"
        yield Fault(message, fields.weights[0].span, "write one weight per column, or none")
    for weight in fields.weights:
        if weight.amount is not None and weight.amount <= 0:
            yield Fault("a column's weight is above zero", weight.span, "write 1 for a narrow column")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    count = len(fields.columns)
    given = tuple(float(weight.amount or 0) for weight in fields.weights) or (1.2, *[2.0] * (count - 1))
    alt = f"{context.title.plain}: {', '.join(column.plain for column in fields.columns)}"
    return (
        _arrangement(fields, given, alt),
        _arrangement(fields, _by_content(fields), alt, "columns as wide as their texts ask", step=1),
    )


def _by_content(fields: Fields) -> tuple[float, ...]:
    """Weights by how much each column says, and by its longest word: what must not be broken comes first."""
    columns = [
        [head.plain, *(row.cells[number].plain for row in fields.rows)] for number, head in enumerate(fields.columns)
    ]
    longest = [max(len(word) for said in column for word in said.split() or [""]) for column in columns]
    said = [sum(len(cell) for cell in column) / len(column) for column in columns]
    return tuple(word + 1.5 * math.sqrt(mean) + 2 for word, mean in zip(longest, said, strict=True))


def _arrangement(fields: Fields, weights: tuple[float, ...], alt: str, name: str = "", step: int = 0) -> Arrangement:
    columns = zip(*(row.cells[1:] for row in fields.rows), strict=True)
    aligns: tuple[Align, ...] = ("left", *(_align(column) for column in columns))
    header = tuple(
        TableCell((Styled(column, "table", "primary", bold=True, align=align),))
        for column, align in zip(fields.columns, aligns, strict=True)
    )
    rows = tuple(
        tuple(
            TableCell((Styled(cell, "cell", bold=number == 0, align=align),))
            for number, (cell, align) in enumerate(zip(row.cells, aligns, strict=True))
        )
        for row in fields.rows
    )
    table = TableBlock(header, rows, weights, alt, "table", "table", named_rows=True)
    return Arrangement("Table", (table,), name=name, step=step)


def _align(cells: tuple[Text, ...]) -> Align:
    """Numbers end under each other, where a column holds nothing else but signs that one is missing."""
    said = [cell for cell in cells if cell.plain.strip() not in ("", MISSING)]
    return "right" if said and all(_is_number(cell) for cell in said) else "left"


def _is_number(cell: Text) -> bool:
    runs = [run for part in cell.paragraphs for run in part.runs]
    shown = runs[0].number if len(runs) == 1 else None
    return (shown is not None and shown.is_exact) or bool(_TYPED.fullmatch(cell.plain))
