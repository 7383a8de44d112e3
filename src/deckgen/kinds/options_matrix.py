"""Options against criteria at a glance: one row an option, one column a criterion.

In: criteria and options with a short answer each. Out: a native table; an option to see first is marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement, Styled, TableBlock, TableCell
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.text import Text, text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "recommendation"

EXAMPLE = """\
id: example.options-matrix
kind: options_matrix
title: To modeller kan samle samarbejdet
heading: Model
criteria:
  - Hvad
  - Erfaring
options:
  - heading: Fælles aftaler
    cells:
      - Gælder på tværs
      - Fyn
  - heading: Fælles udbud
    cells:
      - Løses sammen
      - Sjælland
"""


MOST_ACROSS = 3
"""Options that may stand side by side."""


@dataclass(frozen=True)
class Option:
    heading: Text = described("The option's name.")
    cells: tuple[Text, ...] = described("One short answer per criterion.", minimum=1)
    emphasis: bool = described("True on the option to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    heading: Text = described("What the options are: the head of the first column.")
    criteria: tuple[Text, ...] = described("What they are held against.", minimum=1, maximum=5)
    options: tuple[Option, ...] = described("The options, numbered in this order.", minimum=2, maximum=7)


def check(fields: Fields) -> Iterator[Fault]:
    """Every option has an answer to each criterion."""
    count = len(fields.criteria)
    for option in fields.options:
        if len(option.cells) != count:
            message = f"`{option.heading.plain}` has {len(option.cells)} cells; the number of criteria is {count}"
            hint = "write one cell per criterion; where there is no answer, write –"
            yield Fault(message, option.cells[0].span, hint)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    alt = f"{context.title.plain}: {', '.join(option.heading.plain for option in fields.options)}"
    by_row = Arrangement("Table", (_options_down(fields, alt, context.labels.number),))
    by_column = Arrangement("Table", (_options_across(fields, alt),), name="options across", step=2)
    return (by_row, by_column) if len(fields.options) <= MOST_ACROSS else (by_row,)


def _options_down(fields: Fields, alt: str, number: str) -> TableBlock:
    heads = (text(number), fields.heading, *fields.criteria)
    header = tuple(TableCell((Styled(head, "table", "primary", bold=True),)) for head in heads)
    rows = tuple(_row(option, place) for place, option in enumerate(fields.options, 1))
    weights = (0.45, 2.2, *[3.0] * len(fields.criteria))
    return TableBlock(header, rows, weights, alt, "options", "table")


def _row(option: Option, number: int) -> tuple[TableCell, ...]:
    fill: Color | None = "panel" if option.emphasis else None
    color: Color = "accent" if option.emphasis else "primary"
    return (
        TableCell((Styled(text(str(number), f"options/{number}"), "lead", color, bold=True),), fill),
        TableCell((Styled(option.heading, "cell", bold=True),), fill),
        *(TableCell((Styled(cell, "cell"),), fill) for cell in option.cells),
    )


def _options_across(fields: Fields, alt: str) -> TableBlock:
    """Few options against many criteria: an option a column, so that no column gets narrow."""
    fills: tuple[Color | None, ...] = tuple("panel" if option.emphasis else None for option in fields.options)
    heads = tuple(_option_head(option, fill) for option, fill in zip(fields.options, fills, strict=True))
    rows = tuple(
        (
            TableCell((Styled(criterion, "table", "primary", bold=True),)),
            *(
                TableCell((Styled(option.cells[n], "cell"),), fill)
                for option, fill in zip(fields.options, fills, strict=True)
            ),
        )
        for n, criterion in enumerate(fields.criteria)
    )
    corner = TableCell((Styled(fields.heading, "table", "primary", bold=True),))
    return TableBlock((corner, *heads), rows, (2.2, *[3.0] * len(heads)), alt, "options", "table", named_rows=True)


def _option_head(option: Option, fill: Color | None) -> TableCell:
    return TableCell((Styled(option.heading, "cell", "accent" if fill else "primary", bold=True),), fill)
