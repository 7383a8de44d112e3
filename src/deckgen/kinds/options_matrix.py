"""Options against criteria at a glance: one row an option, one column a criterion.

In: criteria and options with a short answer each. Out: a native table; an option to see first is marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.blocks import Arrangement, Styled, TableBlock, TableCell
from deckgen.model.kind import Context, Problem, described
from deckgen.model.text import Text, text
from deckgen.model.theme import Color, Role

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


ROLES: tuple[Role, ...] = ("body", "table")


@dataclass(frozen=True)
class Option:
    heading: Text = described("The option's name.")
    cells: tuple[Text, ...] = described("One short answer per criterion.", minimum=1, maximum=5)
    emphasis: bool = described("True on the option to see first.", default=False)


@dataclass(frozen=True)
class Fields:
    heading: Text = described("What the options are: the head of the first column.")
    criteria: tuple[Text, ...] = described("What they are held against.", minimum=1, maximum=5)
    options: tuple[Option, ...] = described("The options, numbered in this order.", minimum=2, maximum=7)


def check(fields: Fields) -> Iterator[Problem]:
    """Every option has an answer to each criterion."""
    count = len(fields.criteria)
    for option in fields.options:
        if len(option.cells) != count:
            message = f"`{option.heading.plain}` has {len(option.cells)} cells; the number of criteria is {count}"
            hint = "write one cell per criterion; where there is no answer, write –"
            yield Problem(message, hint, option.cells[0].span)


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    alt = f"{context.title.plain}: {', '.join(option.heading.plain for option in fields.options)}"
    return tuple(_arrangement(fields, alt, role) for role in ROLES)


def _arrangement(fields: Fields, alt: str, role: Role) -> Arrangement:
    heads = (text(""), fields.heading, *fields.criteria)
    header = tuple(TableCell((Styled(head, "table", "primary", bold=True),)) for head in heads)
    rows = tuple(_row(option, number, role) for number, option in enumerate(fields.options, 1))
    weights = (0.45, 2.2, *[3.0] * len(fields.criteria))
    return Arrangement("Table", (TableBlock(header, rows, weights, alt, "options", "table"),))


def _row(option: Option, number: int, role: Role) -> tuple[TableCell, ...]:
    fill: Color | None = "panel" if option.emphasis else None
    color: Color = "accent" if option.emphasis else "primary"
    return (
        TableCell((Styled(text(str(number), f"options/{number}"), "lead", color, bold=True),), fill),
        TableCell((Styled(option.heading, role, bold=True),), fill),
        *(TableCell((Styled(cell, role),), fill) for cell in option.cells),
    )
