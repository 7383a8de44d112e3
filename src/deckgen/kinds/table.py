"""Facts in rows and columns, read across.

In: column heads and rows of texts. Out: a native table; rows that do not fit continue on a next slide.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Styled, TableBlock, TableCell
from deckgen.model.kind import Context, described
from deckgen.model.text import Text
from deckgen.model.theme import Role

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


ROLES: tuple[Role, ...] = ("body", "table")


@dataclass(frozen=True)
class Row:
    cells: tuple[Text, ...] = described("One text per column.", minimum=1, maximum=7)


@dataclass(frozen=True)
class Fields:
    columns: tuple[Text, ...] = described("The column heads.", minimum=2, maximum=7)
    rows: tuple[Row, ...] = described("The rows.", minimum=1, maximum=60)
    weights: tuple[int, ...] = described("How wide the columns are, against each other.", default=())


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    count = len(fields.columns)
    weights = tuple(float(weight) for weight in fields.weights) or (1.2, *[2.0] * (count - 1))
    alt = f"{context.title.plain}: {', '.join(column.plain for column in fields.columns)}"
    return tuple(_arrangement(fields, weights, alt, role) for role in ROLES)


def _arrangement(fields: Fields, weights: tuple[float, ...], alt: str, role: Role) -> Arrangement:
    header = tuple(TableCell((Styled(column, "table", "primary", bold=True),)) for column in fields.columns)
    rows = tuple(
        tuple(TableCell((Styled(cell, role, bold=number == 0),)) for number, cell in enumerate(row.cells))
        for row in fields.rows
    )
    return Arrangement("Table", (TableBlock(header, rows, weights, alt, "table", "table"),))
