"""Where the numbers of the deck come from.

In: the figures that the deck uses, from the plan. Out: a native table of them under their sources, which continues.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
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

WEIGHTS: Final = (2.0, 5.6, 4.6)
NARROW: Final = (2.4, 6.0)
"""The same where what a number rests on stands under what it counts."""


@dataclass(frozen=True)
class Fields:
    pass


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    labels = context.labels
    alt, noted = (
        context.title.plain,
        "\n".join(dict.fromkeys(row.data_note for row in context.figures if row.data_note)),
    )
    groups = _grouped(context.figures, labels)
    wide = TableBlock(
        _heads(labels.value, labels.figure, labels.base),
        tuple(line for source, rows in groups.items() for line in (_group(source, 3), *map(_row, rows))),
        WEIGHTS,
        alt,
        "sources",
        "table",
        compact=True,
        named_rows=True,
    )
    narrow = TableBlock(
        _heads(labels.value, labels.figure),
        tuple(line for source, rows in groups.items() for line in (_group(source, 2), *map(_stacked, rows))),
        NARROW,
        alt,
        "sources",
        "table",
        compact=True,
        named_rows=True,
    )
    return (
        Arrangement("Table", (wide,), subtitle=text(noted, "data")),
        Arrangement("Table", (narrow,), name="bases under what is counted", step=2, subtitle=text(noted, "data")),
    )


@dataclass(frozen=True)
class _Line:
    """A number with what it counts and what it rests on, each as shown."""

    row: FigureRow
    rests_on: tuple[str, ...]


def _grouped(figures: tuple[FigureRow, ...], labels: Labels) -> dict[str, list[_Line]]:
    """The figures by their source, in the order in which the sources come; without one by how they came about.

    A base that most figures of a source share stands with the source, and not with each of them.
    """
    groups: dict[str, list[FigureRow]] = {}
    for row in figures:
        source = row.source.rstrip(". ") or (labels.computed if row.how else labels.given)
        groups.setdefault(source, []).append(row)
    return dict(_under_source(source, rows, labels) for source, rows in groups.items())


def _under_source(source: str, rows: list[FigureRow], labels: Labels) -> tuple[str, list[_Line]]:
    base, count = Counter(row.base for row in rows).most_common(1)[0]
    shared = base if base and count > 1 and 2 * count > len(rows) else ""
    head = f"{source} ({labels.resting_on.format(base=shared)})" if shared else source
    return head, [_Line(row, _rests_on(row, shared, labels)) for row in rows]


def _rests_on(row: FigureRow, shared: str, labels: Labels) -> tuple[str, ...]:
    """What a number rests on, a line each; the date only where the source does not say it."""
    as_of = f"{labels.as_of} {row.as_of}" if row.as_of and row.as_of not in row.source else ""
    base = row.base if row.base != shared else ""
    return tuple(said for said in (base, as_of, row.how, row.note) if said)


def _heads(*heads: str) -> tuple[TableCell, ...]:
    return tuple(TableCell((Styled(text(head), "table", "background", bold=True),), "primary") for head in heads)


def _group(source: str, across: int) -> tuple[TableCell, ...]:
    head = TableCell((Styled(text(source, "source"), "table", "primary", bold=True),), "tint1", across=across)
    return (head, *[TableCell((), "tint1")] * (across - 1))


def _said(line: _Line) -> tuple[TableCell, TableCell]:
    path = f"figures/{line.row.name}"
    return (
        TableCell((Styled(text(line.row.shown, path), "table", bold=True),)),
        TableCell((Styled(text(line.row.label, path), "table"),)),
    )


def _row(line: _Line) -> tuple[TableCell, ...]:
    path = f"figures/{line.row.name}"
    rests_on = tuple(Styled(text(said, path), "table", "muted") for said in line.rests_on)
    return (*_said(line), TableCell(rests_on))


def _stacked(line: _Line) -> tuple[TableCell, ...]:
    shown, label = _said(line)
    path = f"figures/{line.row.name}"
    under = tuple(Styled(text(said, path), "table", "muted") for said in line.rests_on)
    return (shown, TableCell((*label.parts, *under)))
