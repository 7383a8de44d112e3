"""Where the numbers of the deck come from: each with what it shows, what it rests on, and the page that shows it.

In: the figures that the deck uses, from the plan. Out: a native table of them under their sources, which continues; a
figure that no page shows stands only behind those that are computed from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import BESIDE, Arrangement
from deckgen.model.kind import Context, Purpose
from deckgen.model.language import Labels
from deckgen.model.plan import FigureRow
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock, TableCell, TableGroup
from deckgen.model.text import Text, page_of, text

PURPOSE: Final[Purpose] = "reference"

EXAMPLE = """\
id: example.sources
kind: sources
title: Alle tal har en kilde
"""

PAIR_STEP: Final = 3
"""The step of the type scale from which on two tables stand side by side: in larger type most lines break."""
RANGE: Final = "–"
"""What stands between the ends of a range."""


@dataclass(frozen=True)
class Fields:
    pass


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    noted = "\n".join(dict.fromkeys(row.data_note for row in context.figures if row.data_note))
    groups = _grouped(_told(context.figures), context.labels)
    subtitle = text(noted, "data")
    wide, narrow = _table(groups, context, True), _table(groups, context, False)
    pair = SideBySide(narrow)
    return (
        Arrangement("Table", (wide,), subtitle=subtitle),
        Arrangement("Diagram", canvas=pair, name="two tables", step=PAIR_STEP, last_resort=True, subtitle=subtitle),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A number with what it counts and what it rests on, each as shown."""

    row: FigureRow
    rests_on: str


@dataclass(frozen=True, slots=True)
class _Group:
    """The numbers of a source, and the base that most of them share."""

    source: str
    base: str
    lines: tuple[_Line, ...]


def _told(figures: tuple[FigureRow, ...]) -> tuple[FigureRow, ...]:
    """The figures that a page shows, without those that others of their source tell.

    The lower end of a range stands in the range, and a base with the numbers that rest on it.
    """
    shown = [row for row in figures if row.slide]
    ranges = {(row.source, row.shown.partition(RANGE)[0]) for row in shown if RANGE in row.shown}
    bases = _bases([row for row in shown if (row.source, row.name) not in _bases(shown)])
    kept = (row for row in shown if (row.source, row.name) not in bases)
    return tuple(row for row in kept if (row.source, row.shown) not in ranges)


def _bases(figures: list[FigureRow]) -> set[tuple[str, str]]:
    """What the figures rest on, by source and name."""
    return {(row.source, name) for row in figures for name in row.rests_on}


def _grouped(figures: tuple[FigureRow, ...], labels: Labels) -> tuple[_Group, ...]:
    """The figures by their source, in the order in which the sources come; without one by how they came about.

    A base that most figures of a source share stands with the source, and not with each of them.
    """
    groups: dict[str, list[FigureRow]] = {}
    for row in figures:
        source = row.source.rstrip(". ") or (labels.computed if row.how else labels.given)
        groups.setdefault(source, []).append(row)
    return tuple(_under_source(source, rows, labels) for source, rows in groups.items())


def _under_source(source: str, rows: list[FigureRow], labels: Labels) -> _Group:
    base, count = Counter(row.base for row in rows).most_common(1)[0]
    shared = base if base and count > 1 and 2 * count > len(rows) else ""
    return _Group(source, shared, tuple(_Line(row, _rests_on(row, shared, labels)) for row in rows))


def _rests_on(row: FigureRow, shared: str, labels: Labels) -> str:
    """What a number rests on; the date only where the source does not say it."""
    as_of = f"{labels.as_of} {row.as_of}" if row.as_of and row.as_of not in row.source else ""
    base = row.base if row.base != shared else ""
    said = [part for part in (base, row.formula or row.how, as_of, row.note) if part]
    return "; ".join(part[:1].upper() + part[1:] if not at else part for at, part in enumerate(said))


def _table(groups: tuple[_Group, ...], context: Context, wide: bool) -> TableBlock:
    """The table; a wide one has a column for what numbers rest on, in another that follows what they count."""
    labels = context.labels
    based = any(line.rests_on for group in groups for line in group.lines)
    column = wide and based
    across = 4 if column else 3
    rows: list[tuple[TableCell, ...]] = []
    heads: list[TableGroup] = []
    for group in groups:
        heads.append(TableGroup(len(rows), _head(labels.goes_on.format(head=group.source), across)))
        rows += [_head(_said(group, wide, labels), across), *(_row(line, column) for line in group.lines)]
    shown = labels.what_is_shown if wide or not based else f"{labels.what_is_shown}{BESIDE}{labels.base}"
    bases = (labels.base,) if column else ()
    return TableBlock(
        _columns(labels.figure, shown, *bases, labels.page),
        tuple(rows),
        () if column else (2.0, 8.0, 1.0),
        context.title.plain,
        "sources",
        "table",
        compact=True,
        named_rows=True,
        groups=tuple(heads),
        hugs=(0, across - 2, across - 1) if column else (0, across - 1),
    )


def _said(group: _Group, wide: bool, labels: Labels) -> str:
    """The source, and the base that its numbers share."""
    if wide and group.base:
        return f"{group.source} ({labels.resting_on.format(base=group.base)})"
    return f"{group.source}{BESIDE}{group.base}" if group.base else group.source


def _columns(*heads: str) -> tuple[TableCell, ...]:
    """The heads of the columns; that of the pages stands over their digits."""
    last = len(heads) - 1
    return tuple(
        TableCell(
            (Styled(text(head), "table", "background", bold=True, align="right" if at == last else "left"),),
            "primary",
        )
        for at, head in enumerate(heads)
    )


def _head(said: str, across: int) -> tuple[TableCell, ...]:
    head = TableCell((Styled(text(said, "source"), "cell", "primary", bold=True),), "tint1", across=across)
    return (head, *[TableCell((), "tint1")] * (across - 1))


def _row(line: _Line, column: bool) -> tuple[TableCell, ...]:
    """What a number rests on stands in a column of its own, or follows what it counts."""
    row, path = line.row, f"figures/{line.row.name}"
    value = TableCell((Styled(_number(row.in_figures, path), "cell", bold=True),))
    page = TableCell((Styled(page_of(row.slide, path), "cell", align="right"),))
    counts = Styled(text(row.label, path), "cell")
    rests_on = (Styled(text(line.rests_on, path), "cell", "muted"),) if line.rests_on else ()
    if not column:
        return value, TableCell((counts, *rests_on), joins=True), page
    return value, TableCell((counts,)), TableCell(rests_on), page


def _number(shown: str, path: str) -> Text:
    """The number, which may break before its digits where its column is narrow."""
    return text(f"{shown[:1].upper()}{shown[1:]}".replace("\u00a0", " "), path)
