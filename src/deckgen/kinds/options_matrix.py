"""Options against criteria at a glance: one row an option, one column a criterion.

In: criteria and options with a short answer each: words, a figure, `✓`, or a ball of `○ ◔ ◑ ◕ ●`. Out: a native table
in which what is answered is a filled field, so that the pattern is seen before it is read; each option has its badge,
and a recommended one is framed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Block, Column, Panel, Row, TextBlock
from deckgen.model.card_parts import badge
from deckgen.model.cell_signs import OUTLINES, cell_of, is_missing, said_in_words
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.language import Labels
from deckgen.model.plane import Plane
from deckgen.model.styled import Align, Styled
from deckgen.model.table import CellEdge, TableBlock, TableCell
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "recommendation"
ARRANGEMENTS: Final = (
    "rows of one height",
    "rows as high as each needs",
    "options across",
    "one option under the other",
)

EXAMPLE = """\
id: example.options-matrix
kind: options_matrix
title: Fem modeller stiller forskellige krav
heading: Model
criteria: [Hvem er med, Sted, Egen økonomi, Erfaring]
options:
  - heading: Fælles aftaler
    cells: [Klynger og kommuner, –, ✓, ◕]
  - heading: Fælles udbud
    cells: [Virksomheder, –, ✓, ◑]
  - heading: Fælles miljø
    cells: [Alle, Aalborg, –, ◔]
  - heading: Noget konkret
    cells: [Frivillige, Rundt i landsdelen, –, ●]
  - heading: En ny klynge
    cells: [Forskere med, Frederikshavn, ✓, ○]
"""

SMALL_BADGE: Final = 40.0
MOST_ACROSS: Final = 3
"""Options that may stand side by side."""


@dataclass(frozen=True)
class Option:
    heading: Text = described("The option's name.")
    cells: tuple[Text, ...] = described(
        "One short answer per criterion: words, a figure, ✓, a ball ○ ◔ ◑ ◕ ●, or – for none.", minimum=1
    )
    emphasis: bool = described("True on an option that the page recommends.", default=False)


@dataclass(frozen=True)
class Fields:
    heading: Text = described("What the options are: the head of the first column.")
    criteria: tuple[Text, ...] = described("What they are held against.", minimum=1, maximum=10)
    options: tuple[Option, ...] = described("The options, numbered in this order.", minimum=2, maximum=8)


def check(fields: Fields) -> Iterator[Fault]:
    """Every option has an answer to each criterion."""
    count = len(fields.criteria)
    for option in fields.options:
        if len(option.cells) != count:
            message = f"`{option.heading.plain}` has {len(option.cells)} cells; the number of criteria is {count}"
            hint = "write one cell per criterion; where there is no answer, write –"
            yield Fault(message, option.cells[0].span, hint)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    alt = _alt(fields, context)
    by_row = Arrangement("Table", (_options_down(fields, alt, True),), name="rows of one height")
    uneven = Arrangement("Table", (_options_down(fields, alt, False),), name="rows as high as each needs", step=2)
    by_column = Arrangement("Table", (_options_across(fields, alt),), name="options across", step=2)
    blocks = tuple(_block(fields, option, number, context.labels) for number, option in enumerate(fields.options, 1))
    head = TextBlock((Styled(fields.heading, "table", "muted", bold=True),))
    listed = Column((head, *blocks), gap=8, justify="grow", splits=True)
    under = Arrangement("Diagram", canvas=listed, name="one option under the other", step=2)
    return (by_row, uneven, by_column, under) if len(fields.options) <= MOST_ACROSS else (by_row, uneven, under)


def _alt(fields: Fields, context: Context) -> str:
    """Every answer in words: what is drawn is not heard."""
    rows = (
        f"{number}. {option.heading.plain}: "
        + ", ".join(
            f"{criterion.plain} {said_in_words(cell, context.labels)}"
            for criterion, cell in zip(fields.criteria, option.cells, strict=False)
        )
        for number, option in enumerate(fields.options, 1)
    )
    return f"{context.title.plain}. {'. '.join(rows)}"


def _options_down(fields: Fields, alt: str, even: bool) -> TableBlock:
    signed = [_is_signs(fields, at) for at in range(len(fields.criteria))]
    heads = zip((fields.heading, *fields.criteria), (False, *signed), strict=True)
    header = tuple(_head(head, sign) for head, sign in heads)
    rows = tuple(_row(option, number, signed) for number, option in enumerate(fields.options, 1))
    return TableBlock(header, rows, (), alt, "options", "table", named_rows=True, apart=True, even=even)


def _is_signs(fields: Fields, at: int) -> bool:
    cells = [option.cells[at].plain.strip() for option in fields.options if at < len(option.cells)]
    return any(cell in OUTLINES for cell in cells)


def _head(said: Text, centred: bool = False, sign: Plane | None = None) -> TableCell:
    align: Align = "center" if centred else "left"
    return TableCell((Styled(said, "table", "background", bold=True, align=align),), "primary", badge=sign)


def _numbered_head(option: Option, number: int) -> TableCell:
    return _head(option.heading, sign=badge(number, option.heading.path, "background", "primary", SMALL_BADGE))


def _row(option: Option, number: int, signed: list[bool]) -> tuple[TableCell, ...]:
    edge: CellEdge = "framed" if option.emphasis else "none"
    sign = badge(number, option.heading.path, size=SMALL_BADGE)
    return (
        TableCell((Styled(option.heading, "cell", bold=True),), "tint2", badge=sign, edge=edge),
        *(_answer(cell, edge, sign) for cell, sign in zip(option.cells, signed, strict=False)),
    )


def _answer(cell: Text, edge: CellEdge = "none", centred: bool = False) -> TableCell:
    if is_missing(cell):
        return TableCell((), outlined=edge == "none", edge=edge)
    return cell_of(cell, fill="tint1", align="center" if centred else "left", edge=edge)


def _options_across(fields: Fields, alt: str) -> TableBlock:
    """Few options against many criteria: an option a column, so that no column gets narrow."""
    rows = tuple(
        (
            TableCell((Styled(criterion, "cell", bold=True),), "tint2"),
            *(_answer(option.cells[at]) for option in fields.options),
        )
        for at, criterion in enumerate(fields.criteria)
    )
    names = (_numbered_head(option, number) for number, option in enumerate(fields.options, 1))
    header = (_head(fields.heading), *names)
    weights = (2.2, *[3.0] * len(fields.options))
    return TableBlock(header, rows, weights, alt, "options", "table", named_rows=True, apart=True)


def _block(fields: Fields, option: Option, number: int, labels: Labels) -> Block:
    """An option with its answers under its name, on a page that is too narrow for columns."""
    name = TextBlock((Styled(option.heading, "cell", bold=True),), anchor="middle")
    head = Row((badge(number, option.heading.path, size=SMALL_BADGE), name), fixed=(SMALL_BADGE, 0), gap=8)
    answers = tuple(
        _named(criterion, cell, labels)
        for criterion, cell in zip(fields.criteria, option.cells, strict=False)
        if not is_missing(cell)
    )
    color: Color = "accent" if option.emphasis else "primary"
    return Panel(Column((head, *answers), gap=4), "tint1", "left", color, padding=8)


def _named(criterion: Text, cell: Text, labels: Labels) -> Block:
    """A criterion and its answer, in words where a table would draw it."""
    drawn = cell.plain.strip() in OUTLINES
    said = text(said_in_words(cell, labels), cell.path, cell.span) if drawn else cell
    parts = (Styled(criterion, "table", "primary", bold=True), Styled(said, "table"))
    return Row(tuple(TextBlock((part,)) for part in parts), weights=(2, 5))
