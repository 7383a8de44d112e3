"""Who does what: tasks against roles, each with a letter or a tick.

In: roles, and tasks with a letter for each (R, A, C, I, or words of your own), `✓` or `–`. Out: a native table in
which who carries a task is seen first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement
from deckgen.model.cell_signs import OUTLINES, cell_of, is_missing, said_in_words
from deckgen.model.kind import Context, Purpose, described
from deckgen.model.styled import Styled
from deckgen.model.table import TableBlock, TableCell
from deckgen.model.text import EMPTY, Text
from deckgen.model.theme import Color

PURPOSE: Final[Purpose] = "explanation"

EXAMPLE = """\
id: example.responsibilities
kind: responsibilities
title: Direktionen forbereder, og bestyrelsen afgør
heading: Opgave
roles: [Bestyrelse, Direktion, Kommuner, Klynger]
tasks:
  - what: Vælge modeller
    cells: [A, R, C, –]
  - what: Afstemme forventninger
    cells: [I, A, R, R]
  - what: Skrive aftaler
    cells: [–, A, R, C]
  - what: Følge op på mål
    cells: [I, A, R, C]
  - what: Beslutte fortsættelse
    cells: [A, R, C, I]
legend: R udfører, A har ansvaret, C bliver spurgt, I bliver orienteret
"""

LOUD: Final[tuple[str, ...]] = ("R", "A")
"""Letters of those who carry a task: they do it, or answer for it."""
TASK_WEIGHT: Final = 3.0


@dataclass(frozen=True)
class Task:
    what: Text = described("What is to be done.")
    cells: tuple[Text, ...] = described("One letter per role, ✓, or – for none.", minimum=1, maximum=10)


@dataclass(frozen=True)
class Fields:
    heading: Text = described("What the tasks are: the head of the first column.")
    roles: tuple[Text, ...] = described("Who takes part.", minimum=1, maximum=10)
    tasks: tuple[Task, ...] = described("The tasks in order.", minimum=1, maximum=15)
    legend: Text | None = described("What the letters mean; it stands under the title.", default=None)


def check(fields: Fields) -> Iterator[Fault]:
    """Every task says of each role what it does."""
    count = len(fields.roles)
    for task in fields.tasks:
        if len(task.cells) != count:
            message = f"`{task.what.plain}` has {len(task.cells)} cells; the number of roles is {count}"
            yield Fault(message, task.cells[0].span, "write one cell per role; where it takes no part, write –")


def compose(fields: Fields, context: Context) -> tuple[Arrangement, ...]:
    heads = (_head(fields.heading), *(_head(role, centred=True) for role in fields.roles))
    rows = tuple(_row(task) for task in fields.tasks)
    weights = (TASK_WEIGHT, *[1.3] * len(fields.roles))
    alt = _alt(fields, context)
    table = TableBlock(heads, rows, weights, alt, "responsibilities", "table", named_rows=True, apart=True)
    return (Arrangement("Table", (table,), subtitle=fields.legend or EMPTY),)


def _alt(fields: Fields, context: Context) -> str:
    rows = (
        f"{task.what.plain}: "
        + ", ".join(
            f"{role.plain} {said_in_words(cell, context.labels)}"
            for role, cell in zip(fields.roles, task.cells, strict=False)
            if not is_missing(cell)
        )
        for task in fields.tasks
    )
    return f"{context.title.plain}. {'. '.join(rows)}"


def _head(said: Text, centred: bool = False) -> TableCell:
    part = Styled(said, "table", "background", bold=True, align="center" if centred else "left")
    return TableCell((part,), "primary")


def _row(task: Task) -> tuple[TableCell, ...]:
    name = TableCell((Styled(task.what, "cell", bold=True),))
    return (name, *(_cell(cell) for cell in task.cells))


def _cell(cell: Text) -> TableCell:
    said = cell.plain.strip()
    if said in LOUD:
        fill: Color = "primary" if said == LOUD[0] else "tint3"
        ink: Color = "background" if said == LOUD[0] else "foreground"
        return TableCell((Styled(cell, "cell", ink, bold=True, align="center"),), fill)
    filled: Color | None = None if is_missing(cell) else "tint1"
    return cell_of(cell, fill=filled, bold=said not in OUTLINES, align="center")
