"""Where the numbers of the deck come from: each with what it shows, what it rests on, and the page that shows it.

In: the figures that the deck uses, from the plan. Out: a native table of them under their sources, which continues; a
figure that no page shows stands only behind those that are computed from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from deckgen.model.blocks import BESIDE, Arrangement
from deckgen.model.kind import Context, Purpose
from deckgen.model.language import Labels
from deckgen.model.plan import FigureRow
from deckgen.model.styled import Styled
from deckgen.model.table import SideBySide, TableBlock, TableCell, TableGroup
from deckgen.model.text import Paragraph, Run, Text, page_of, text

PURPOSE: Final[Purpose] = "reference"
ARRANGEMENTS: Final = ("one table", "two tables")

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
    """One table with a column for what numbers rest on; two side by side where that saves a page.

    All answers to a question that was tabulated stand in one row, and the question once.
    """
    noted = "\n".join(dict.fromkeys(row.data_note for row in context.figures if row.data_note))
    groups = _grouped(_told(context.figures), context.labels)
    subtitle = text(noted, "data")
    wide = Arrangement("Table", (_table(groups, context, True),), name="one table", subtitle=subtitle)
    pair = Arrangement(
        "Diagram", canvas=SideBySide(_table(groups, context, False)), name="two tables", subtitle=subtitle
    )
    return wide, replace(pair, step=PAIR_STEP, last_resort=True)


@dataclass(frozen=True, slots=True)
class _Line:
    """A number, or the answers to one question, with what it counts and what it rests on, each as shown."""

    rows: tuple[FigureRow, ...]
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
    told = _together(rows)
    base, count = Counter(_base(answers) for answers in told).most_common(1)[0]
    shared = base if base and count > 1 and 2 * count > len(told) else ""
    return _Group(source, shared, tuple(_Line(answers, _rests_on(answers, shared, labels)) for answers in told))


def _together(rows: list[FigureRow]) -> list[tuple[FigureRow, ...]]:
    """The answers to each question together, each of them once, where its first stands."""
    questions: dict[str, dict[tuple[str, str], FigureRow]] = {}
    for row in rows:
        answers = questions.setdefault(row.asked or row.name, {})
        answers.setdefault((row.answer, row.shown) if row.asked else ("", ""), row)
    return [tuple(answers.values()) for answers in questions.values()]


def _base(answers: tuple[FigureRow, ...]) -> str:
    """The bases of the answers, without an n that is said with the question or with an answer."""
    bases = {row.base: f"{_how(answers)} {row.answer}" for row in answers if row.base}
    return "; ".join(base for base, said in bases.items() if base not in said)


def _how(answers: tuple[FigureRow, ...]) -> str:
    row = answers[0]
    return row.asked if len(answers) > 1 else row.formula or row.how


def _rests_on(answers: tuple[FigureRow, ...], shared: str, labels: Labels) -> str:
    """What numbers rest on; a date only where the source does not say it."""
    dates = dict.fromkeys(row.as_of for row in answers if row.as_of and row.as_of not in row.source)
    notes = dict.fromkeys(row.note for row in answers)
    base = _base(answers)
    parts = (base if base != shared else "", _how(answers), *(f"{labels.as_of} {date}" for date in dates), *notes)
    said = [part for part in parts if part]
    return "; ".join(part[:1].upper() + part[1:] if not at else part for at, part in enumerate(said))


def _table(groups: tuple[_Group, ...], context: Context, wide: bool) -> TableBlock:
    """The table; a wide one has a column for what numbers rest on, in another that follows what they count."""
    labels = context.labels
    lines = [line for group in groups for line in group.lines]
    based = any(line.rests_on for line in lines)
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
    """What a number rests on stands in a column of its own, or follows what it counts.

    Answers to one question stand in the columns of the number and of what it counts.
    """
    row, path = line.rows[0], f"figures/{line.rows[0].name}"
    value = TableCell((Styled(_number(row.in_figures, path), "cell", "primary", bold=True),))
    page = TableCell((Styled(_pages(line.rows, path), "cell", align="right"),))
    counts = Styled(text(row.label, path), "cell")
    if len(line.rows) > 1:
        counts, value = Styled(_answers(line.rows, path), "cell"), TableCell(())
    rests_on = (Styled(text(line.rests_on, path), "cell", "muted"),) if line.rests_on else ()
    told = (counts,) if column else (counts, *rests_on)
    cell = TableCell(told, joins=not column)
    first = (replace(cell, across=2), value) if len(line.rows) > 1 else (value, cell)
    return (*first, TableCell(rests_on), page) if column else (*first, page)


def _answers(rows: tuple[FigureRow, ...], path: str) -> Text:
    """Each number with its answer."""
    runs: list[Run] = []
    for at, row in enumerate(rows):
        runs += [Run(BESIDE)] * (at > 0)
        runs += [Run(row.in_figures, bold=True), Run(f"\u00a0{row.answer}")]
    return Text((Paragraph(tuple(runs)),), path)


def _pages(rows: tuple[FigureRow, ...], path: str) -> Text:
    """The pages that show the numbers, each a link."""
    runs: list[Run] = []
    for slide in dict.fromkeys(row.slide for row in rows):
        runs += [Run(", ")] * bool(runs)
        runs += page_of(slide, path).paragraphs[0].runs
    return Text((Paragraph(tuple(runs)),), path)


def _number(shown: str, path: str) -> Text:
    """The number, which may break before its digits where its column is narrow."""
    return text(f"{shown[:1].upper()}{shown[1:]}".replace("\u00a0", " "), path)
