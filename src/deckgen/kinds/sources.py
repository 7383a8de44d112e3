"""Where the numbers of the deck come from: each with what it shows, what it rests on, and the page that shows it.

In: the figures that the deck uses, from the plan. Out: native tables of them under their sources, which continue.
Those of one page stand together; a figure that no page shows stands only behind those that are computed from it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from deckgen.model.blocks import BESIDE, Arrangement
from deckgen.model.kind import Context, Purpose
from deckgen.model.language import Labels
from deckgen.model.plan import FigureRow
from deckgen.model.styled import Align, Styled
from deckgen.model.table import SideBySide, TableBlock, TableCell, TableGroup
from deckgen.model.text import EMPTY, Paragraph, Run, Text, page_of, text
from deckgen.model.theme import Color, Role

PURPOSE: Final[Purpose] = "reference"
ARRANGEMENTS: Final = ("one table", "two tables")

EXAMPLE = """\
id: example.sources
kind: sources
title: Alle tal har en kilde
"""

ROLE: Final[Role] = "reference"
PAIR_STEP: Final = 2
"""The step of the type scale from which on two tables stand side by side: in larger type most lines break."""
ALIGNED: Final[tuple[Align, ...]] = ("left", "right", "left")
"""How the columns of pages, numbers and what they count are set."""
WEIGHTS: Final = (1.0, 2.0, 8.0)
"""Weights of the columns of pages, numbers and what they count, the last of which takes what the others leave."""
BEHIND: Final = " ·\u00a0"
"""Before what a number rests on: where the line ends there, the next one begins with it."""
MOST_WHOLE: Final = 14
"""The longest formula that is kept on a line, in characters."""
_NUMBERED: Final = re.compile(r"(?<=[0-9]) (?=\w)")
"""Between a number and what it counts."""
RANGE: Final = "–"
"""What stands between the ends of a range."""


TableRow = tuple[TableCell, ...]
BLANK: Final = TableCell((Styled(EMPTY, ROLE),))


@dataclass(frozen=True)
class Fields:
    pass


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    """One table, or two side by side where that saves a page: what numbers rest on follows what they count.

    All answers to a question that was tabulated stand in one row, and the question once.
    """
    noted = "\n".join(dict.fromkeys(row.data_note for row in context.figures if row.data_note))
    groups = _grouped(_told(context.figures), context.labels)
    subtitle = text(noted, "data")
    wide = Arrangement("Table", (_wide(groups, context),), name="one table", subtitle=subtitle)
    pair = Arrangement("Diagram", canvas=SideBySide(_narrow(groups, context)), name="two tables", subtitle=subtitle)
    return wide, replace(pair, step=PAIR_STEP)


@dataclass(frozen=True, slots=True)
class _Line:
    """A number, or the answers to one question, with what it counts and what it rests on, each as shown."""

    rows: tuple[FigureRow, ...]
    rests_on: str

    @property
    def slides(self) -> tuple[str, ...]:
        """The slides that show the numbers."""
        return tuple(dict.fromkeys(row.slide for row in self.rows))


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
        answers = questions.setdefault(f"{row.question} {row.done}" if row.question else row.name, {})
        answers.setdefault((row.answer, row.shown) if row.question else ("", ""), row)
    return [tuple(answers.values()) for answers in questions.values()]


def _base(answers: tuple[FigureRow, ...]) -> str:
    """The bases of the answers, without an n that is said with the question or with an answer."""
    bases = {row.base: f"{row.respondents or row.how} {row.answer}" for row in answers if row.base}
    return "; ".join(base for base, said in bases.items() if not _is_said(base, said))


def _is_said(base: str, said: str) -> bool:
    """Whether what is said of a number tells its base: all of it, or how many they are where it says no more."""
    number, _, others = base.partition(" ")
    return base in said or (number in said.replace("\u00a0", " ").split() and " " not in others)


def _rests_on(answers: tuple[FigureRow, ...], shared: str, labels: Labels) -> str:
    """What numbers rest on; a date only where the source does not say it."""
    first, base = answers[0], _base(answers)
    how = first.done if len(answers) > 1 else _whole(first.formula) or first.how
    dates = dict.fromkeys(row.as_of for row in answers if row.as_of and row.as_of not in row.source)
    notes = dict.fromkeys(row.note for row in answers)
    parts = (base if base != shared else "", how, *(f"{labels.as_of} {date}" for date in dates), *notes)
    return _NUMBERED.sub("\u00a0", "; ".join(part for part in parts if part))


def _whole(formula: str) -> str:
    """A formula, on one line where it is short."""
    return formula.replace(" ", "\u00a0") if len(formula) <= MOST_WHOLE else formula


def _wide(groups: tuple[_Group, ...], context: Context) -> TableBlock:
    """A table with heads over its columns."""
    labels = context.labels
    header = tuple(
        TableCell((Styled(text(head), ROLE, "background", bold=True, align=align),), "primary")
        for head, align in zip((labels.page, labels.figure, labels.what_is_shown), ALIGNED, strict=True)
    )
    return _table(groups, context, header, "")


def _narrow(groups: tuple[_Group, ...], context: Context) -> TableBlock:
    """A table that its sources head."""
    return _table(groups, context, (BLANK,) * len(ALIGNED), f"{context.labels.on_page}\u00a0")


def _table(groups: tuple[_Group, ...], context: Context, header: TableRow, before_page: str) -> TableBlock:
    """The table of all groups; numbers of one page stand together, and the page is said with the first of them."""
    rows: list[TableRow] = []
    heads: list[TableGroup] = []
    for group in groups:
        again = context.labels.goes_on.format(head=group.source)
        heads.append(TableGroup(len(rows), _head(again, group.base, len(header))))
        rows.append(_head(group.source, group.base, len(header)))
        before: tuple[str, ...] = ()
        for line in group.lines:
            row = _row(line, before_page)
            if line.slides == before:
                row = tuple(replace(cell, edge="open") for cell in (BLANK, *row[1:]))
            rows.append(row)
            before = line.slides
    return TableBlock(
        header,
        tuple(rows),
        WEIGHTS,
        context.title.plain,
        "sources",
        "table",
        compact=True,
        groups=tuple(heads),
        hugs=(0, 1),
    )


def _head(source: str, base: str, across: int) -> tuple[TableCell, ...]:
    """The source, and the base that its numbers share."""
    said = Text((Paragraph((Run(source, bold=True), *([Run(f"{BESIDE}{base}")] if base else []))),), "source")
    head = TableCell((Styled(said, ROLE, "foreground", key="primary"),), "tint1", across=across)
    return (head, *[replace(BLANK, fill="tint1")] * (across - 1))


def _row(line: _Line, before_page: str) -> TableRow:
    """The pages; the number, or how many answered; what it counts, or the question and its answers.

    What it rests on follows.
    """
    first, path = line.rows[0], f"figures/{line.rows[0].name}"
    aside = text(f"{BEHIND}{line.rests_on}" if line.rests_on else "", path)
    number = Styled(_number(first.in_figures, path), ROLE, "primary", bold=True, align="right")
    told: tuple[Styled, ...] = (Styled(text(first.label, path), ROLE, aside=aside),)
    if len(line.rows) > 1:
        number = Styled(text(first.respondents, path), ROLE, "muted", align="right")
        told = (Styled(text(first.question, path), ROLE, aside=aside), *_answers(line.rows, path))
    page = Styled(_pages(line.slides, before_page, path), ROLE)
    return TableCell((page,)), TableCell((number,)), TableCell(told)


def _answers(rows: tuple[FigureRow, ...], path: str) -> tuple[Styled, ...]:
    """Each number with its answer, those that the content has words for before the rest."""
    cells = [row for row in rows if row.is_cell]
    named = [row for row in rows if not row.is_cell]
    said: tuple[tuple[list[FigureRow], Color], ...] = ((named, "foreground"), (cells, "muted"))
    return tuple(Styled(_listed(one, path), ROLE, color) for one, color in said if one)


def _listed(rows: list[FigureRow], path: str) -> Text:
    runs: list[Run] = []
    for at, row in enumerate(rows):
        runs += [Run(BESIDE)] * (at > 0)
        runs += [Run(row.in_figures, bold=True), Run(f"\u00a0{row.answer}")]
    return Text((Paragraph(tuple(runs)),), path)


def _pages(slides: tuple[str, ...], before: str, path: str) -> Text:
    """The pages that show the numbers, each a link."""
    runs = [Run(before)] if before else []
    for at, slide in enumerate(slides):
        runs += [Run(", ")] * (at > 0)
        runs += page_of(slide, path).paragraphs[0].runs
    return Text((Paragraph(tuple(runs)),), path)


def _number(shown: str, path: str) -> Text:
    """The number, which may break before its digits where its column is narrow."""
    return text(f"{shown[:1].upper()}{shown[1:]}".replace("\u00a0", " "), path)
