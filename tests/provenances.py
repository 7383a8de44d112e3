"""How figures of tests came about. In: rows of a data file, or a formula. Out: a provenance."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.formulas import parse_formula
from deckgen.model.data import Counted, Declaration
from deckgen.model.figure import Computed, Tabulated
from deckgen.nodes.node import Scalar

DECLARED = Declaration("survey.csv", "count", "q")


def tabulated(
    *rows: int,
    table: str = "t",
    key: str = "x",
    declared: Declaration = DECLARED,
    counted: Counted | None = None,
    file: str = "survey.csv",
) -> Tabulated:
    """A row of a tabulation that counts these lines of a data file."""
    said = counted or Counted(file, declared.statistic, declared.question, "", len(rows))
    return Tabulated(table, key, "", len(rows), said, declared, tuple(f"{file}:{row}" for row in rows))


def computed(formula: str) -> Computed:
    read = parse_formula(Scalar(formula, True, Span("f")), Diagnostics())
    assert read is not None
    return Computed(read)
