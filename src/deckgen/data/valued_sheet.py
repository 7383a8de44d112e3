"""Sheets of files that hold values under names of their own. In: columns of values. Out: a sheet of text cells.

Such a file has no line of heads: the first respondent is in line 1.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Final

from deckgen.data.cell_values import on_one_line
from deckgen.data.codes import FEW
from deckgen.data.labels import Labels
from deckgen.data.sheet import Listed, Origin, Sheet, header_problems, line_numbers
from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.grammar import composed

MAX_VALUES: Final = 30_000_000
"""Values of a file; a few bytes can claim any number."""


def is_bounded(rows: int, columns: int, origin: Origin, diagnostics: Diagnostics) -> bool:
    """Whether so many values can be read; if not, that is reported."""
    if rows * columns <= MAX_VALUES:
        return True
    message = f"the file has more than {MAX_VALUES // 1_000_000} million values"
    diagnostics.error("data-too-large", message, Span(origin.shown), "keep the columns that are counted")
    return False


def damaged(program: str, problem: str, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report a file that is not of its form, with the name of the error that says so."""
    message = f"the file cannot be read as {program} ({problem})"
    diagnostics.error("data-damaged", message, Span(origin.shown), "save it again where it comes from")


def texts(values: Sequence[Hashable], as_text: Callable[[Hashable], str]) -> list[str]:
    """The cells of a column; each distinct value is written once."""
    known = {value: as_text(value) for value in dict.fromkeys(values)}
    return [*map(known.__getitem__, values)]


def valued_sheet(
    origin: Origin, columns: Mapping[str, list[str]], labels: Labels, diagnostics: Diagnostics
) -> Sheet | None:
    """The sheet of columns by name; None where the file has none, which is reported."""
    if not columns:
        diagnostics.error("data-empty", "the file has no columns", Span(origin.shown), "export the answers again")
        return None
    rows = max(map(len, columns.values()))
    header = [on_one_line(composed(name)) for name in columns]
    cells = tuple(Listed(column, rows > FEW) for column in columns.values())
    header_problems(origin, header, cells, 0, diagnostics)
    lines = line_numbers([*range(1, rows + 1)])
    return Sheet(origin.file, origin.shown, tuple(header), 0, cells, lines, labels=labels)
