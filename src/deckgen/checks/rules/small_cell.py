"""A number that so few people or organisations stand behind that each can be told.

Why: with two respondents in a cell each knows what the other answered. A tabulated figure that rests
on fewer rows than its data want (`min-n`; 3 for a named population) is not shown, and neither are
figures of which some are parts of another, when what they leave over is that small. Figures that were
`published:` are exempt and listed; so is a cell that only a lowered `min-n` lets through.

Example: `${agreements.third}`, which one row of the survey stands behind.

Mend: leave it out, gather it with another, or state `published:` with the value that was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.checks.cells import SMALLEST, left_over, limit
from deckgen.checks.subject import Finding, Stage, Subject
from deckgen.diagnostics import Severity
from deckgen.model.deck import Figure

CODE: Final = "small-cell"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "plan"
HINT: Final = "leave the figure out, gather it with another, or state `published:` where it was published"


def check(subject: Subject) -> Iterator[Finding]:
    content = subject.content
    figures = [content.figures[row.name] for row in subject.plan.figure_rows]
    cells = [figure for figure in figures if figure.origin == "tabulated" and figure.rows]
    for cell in cells:
        behind = len(set(cell.rows))
        least = limit(cell, content)
        if least and behind < max(least, SMALLEST):
            yield _small(cell, behind, least)
    for whole, parts, rest in left_over(cells):
        public = all(figure.published is not None for figure in (whole, *parts))
        if rest < limit(whole, content) and not public:
            named = " and ".join(f"`{part.name}`" for part in parts)
            yield Finding(f"`{whole.name}` less {named} leaves {rest} of the rows", parts[0].span)


def _small(cell: Figure, behind: int, least: int) -> Finding:
    said = f"`{cell.name}` rests on {behind} of the rows"
    if cell.published is not None:
        return Finding(f"{said}; it was published", cell.span, NOTED, "info")
    if behind >= least:
        return Finding(f"{said}; its table has `min-n: {least}`", cell.span, NOTED, "info")
    return Finding(said, cell.span)


NOTED: Final = "nothing is to be done: it is listed so that somebody has seen it"
