"""Every figure of the deck with its value, source, date and base.

In: the figures that the plan found in use. Out: a native table that continues on next slides.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Styled, TableBlock, TableCell
from deckgen.model.deck import FigureRow
from deckgen.model.kind import Context
from deckgen.model.text import text

EXAMPLE = """\
id: example.sources
kind: sources
title: Alle tal har en kilde
"""


@dataclass(frozen=True)
class Fields:
    """The slide lists what the deck uses: there is nothing to write."""


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    labels = context.labels
    heads = (labels.figure, labels.value, labels.source, labels.as_of, labels.base)
    header = tuple(TableCell((Styled(text(head), "table", "primary", bold=True),)) for head in heads)
    rows = tuple(_row(row) for row in context.figures)
    table = TableBlock(header, rows, (3.3, 2, 3.8, 0.9, 2.4), context.title.plain, "sources", "table", compact=True)
    return (Arrangement("Table", (table,)),)


def _row(row: FigureRow) -> tuple[TableCell, ...]:
    path = f"figures/{row.name}"
    says = (row.label, row.shown, row.source, row.as_of, row.base)
    return tuple(
        TableCell((Styled(text(said, path), "table", bold=column == 1),)) for column, said in enumerate(says)
    )
