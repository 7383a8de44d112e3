"""Every figure of the deck with its value, its source, date and base, and how it came about where that is not all.

In: the figures that the plan found in use. Out: a native table that continues on next slides; above it what is to be
known of the data, where a figure was counted in data that say so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TableBlock, TableCell
from deckgen.model.kind import Context, Purpose
from deckgen.model.language import Labels
from deckgen.model.plan import FigureRow
from deckgen.model.text import text

PURPOSE: Final[Purpose] = "reference"

EXAMPLE = """\
id: example.sources
kind: sources
title: Alle tal har en kilde
"""

WEIGHTS = (4.6, 2.1, 5.5)
NARROW = (4.6, 5.5)
"""The same where each value stands under its figure."""


@dataclass(frozen=True)
class Fields:
    """The slide lists what the deck uses: there is nothing to write."""


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    labels = context.labels
    header = _heads(labels.figure, labels.value, labels.source)
    rows = tuple(_row(row, labels) for row in context.figures)
    wide = TableBlock(header, rows, WEIGHTS, context.title.plain, "sources", "table", compact=True, named_rows=True)
    header = _heads(f"{labels.figure} / {labels.value}", labels.source)
    narrow = replace(wide, header=header, rows=tuple(_under(*row) for row in rows), weights=NARROW)
    noted = "\n".join(dict.fromkeys(row.data_note for row in context.figures if row.data_note))
    return (*_arrangements(wide, noted), *_arrangements(narrow, noted, "values under their figures", 2))


def _arrangements(table: TableBlock, noted: str, name: str = "", step: int = 0) -> tuple[Arrangement, ...]:
    return (Arrangement("Table", (table,), None, name, step, text(noted, "data")),)


def _heads(*heads: str) -> tuple[TableCell, ...]:
    return tuple(TableCell((Styled(text(head), "table", "primary", bold=True),)) for head in heads)


def _under(figure: TableCell, value: TableCell, *rest: TableCell) -> tuple[TableCell, ...]:
    return (TableCell((*figure.parts, *value.parts)), *rest)


def _row(row: FigureRow, labels: Labels) -> tuple[TableCell, ...]:
    path = f"figures/{row.name}"
    return (
        TableCell((Styled(text(row.label, path), "table"),)),
        TableCell((Styled(text(row.shown, path), "table", bold=True),)),
        TableCell(tuple(Styled(text(said, path), "table") for said in _origin(row, labels))),
    )


def _origin(row: FigureRow, labels: Labels) -> tuple[str, ...]:
    """Where a figure comes from, a line each; of what its source gives as it stands, nothing but the source."""
    as_of = "" if row.as_of in row.source else f"{labels.as_of} {row.as_of}"
    base = f"{labels.base}: {row.base}" if row.base else ""
    sourced = ". ".join(part.rstrip(".") for part in (row.source, as_of, base) if part)
    given = "" if row.how or sourced else labels.given
    return tuple(said for said in (sourced, given, row.how, row.note) if said)
