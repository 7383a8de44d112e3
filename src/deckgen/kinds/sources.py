"""Where the numbers of the deck come from: each with what it shows, what it rests on, and the page that shows it.

In: the figures that the deck uses, from the plan. Out: a native table of them under their sources, which continues; a
figure that no page shows stands only behind those that are computed from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from deckgen.model.blocks import Arrangement, Styled, TableBlock, TableCell, TableGroup
from deckgen.model.kind import Context, Purpose
from deckgen.model.language import Labels
from deckgen.model.plan import FigureRow
from deckgen.model.text import Text, page_of, text

PURPOSE: Final[Purpose] = "reference"

EXAMPLE = """\
id: example.sources
kind: sources
title: Alle tal har en kilde
"""

LEAST_BASES, MOST_BASES = 0.25, 0.34
"""What the column of bases takes of the width that it shares with what is counted."""
RANGE: Final = "–"
"""What stands between the ends of a range."""


@dataclass(frozen=True)
class Fields:
    pass


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    noted = "\n".join(dict.fromkeys(row.data_note for row in context.figures if row.data_note))
    groups = _grouped(_told(context.figures), context.labels)
    subtitle = text(noted, "data")
    stacked = Arrangement("Table", (_table(groups, context, False),), subtitle=subtitle)
    if not any(line.rests_on for lines in groups.values() for line in lines):
        return (stacked,)
    under = Arrangement("Table", stacked.slots, name="bases under what is counted", step=1, subtitle=subtitle)
    return (Arrangement("Table", (_table(groups, context, True),), subtitle=subtitle), under)


@dataclass(frozen=True, slots=True)
class _Line:
    """A number with what it counts and what it rests on, each as shown."""

    row: FigureRow
    rests_on: str


def _told(figures: tuple[FigureRow, ...]) -> tuple[FigureRow, ...]:
    """The figures that a page shows, without those that are the lower end of a range which stands here too."""
    shown = [row for row in figures if row.slide]
    ranges = {(row.source, row.shown.partition(RANGE)[0]) for row in shown if RANGE in row.shown}
    return tuple(row for row in shown if (row.source, row.shown) not in ranges)


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


def _rests_on(row: FigureRow, shared: str, labels: Labels) -> str:
    """What a number rests on; the date only where the source does not say it."""
    as_of = f"{labels.as_of} {row.as_of}" if row.as_of and row.as_of not in row.source else ""
    base = row.base if row.base != shared else ""
    said = [part for part in (base, row.formula or row.how, as_of, row.note) if part]
    return "; ".join(part[:1].upper() + part[1:] if not at else part for at, part in enumerate(said))


def _table(groups: dict[str, list[_Line]], context: Context, based: bool) -> TableBlock:
    """The table; `based`: what numbers rest on has a column of its own, and else stands under what they count."""
    labels = context.labels
    across = 4 if based else 3
    rows: list[tuple[TableCell, ...]] = []
    heads: list[TableGroup] = []
    for source, lines in groups.items():
        heads.append(TableGroup(len(rows), _group(labels.goes_on.format(head=source), across)))
        rows += [_group(source, across), *(_row(line, based) for line in lines)]
    bases = (labels.base,) if based else ()
    return TableBlock(
        _heads(labels.figure, labels.what_is_shown, *bases, labels.page),
        tuple(rows),
        _weights(groups, based),
        context.title.plain,
        "sources",
        "table",
        compact=True,
        named_rows=True,
        groups=tuple(heads),
        hugs=(0, across - 1),
    )


def _weights(groups: dict[str, list[_Line]], based: bool) -> tuple[float, ...]:
    """What is counted and what it rests on share the width as their longest texts do, neither all of it."""
    if not based:
        return (2.0, 8.0, 1.0)
    lines = [line for group in groups.values() for line in group]
    counts, bases = (
        max(map(len, said)) for said in ([one.row.label for one in lines], [one.rests_on for one in lines])
    )
    share = min(max(bases / (counts + bases), LEAST_BASES), MOST_BASES)
    return 2.0, 8 * (1 - share), 8 * share, 1.0


def _heads(*heads: str) -> tuple[TableCell, ...]:
    return tuple(TableCell((Styled(text(head), "table", "background", bold=True),), "primary") for head in heads)


def _group(source: str, across: int) -> tuple[TableCell, ...]:
    head = TableCell((Styled(text(source, "source"), "table", "primary", bold=True),), "tint1", across=across)
    return (head, *[TableCell((), "tint1")] * (across - 1))


def _row(line: _Line, based: bool) -> tuple[TableCell, ...]:
    row, path = line.row, f"figures/{line.row.name}"
    counts = (Styled(text(row.label, path), "table"),)
    rests_on = (Styled(text(line.rests_on, path), "table", "muted"),) if line.rests_on else ()
    value = TableCell((Styled(_capital(row.shown, path), "table", bold=True),))
    page = TableCell((Styled(page_of(row.slide, path), "table"),))
    if based:
        return value, TableCell(counts), TableCell(rests_on), page
    return value, TableCell((*counts, *rests_on)), page


def _capital(shown: str, path: str) -> Text:
    return text(shown[:1].upper() + shown[1:], path)
