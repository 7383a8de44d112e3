"""In: `invariants.yaml` and the figures. Out: diagnostics on what does not hold.

An invariant compares two formulas: `that: members.smaller + members.larger == members.total`. With `about: 1` the
sides may be that far apart.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from deckgen.diagnostics import Diagnostics, Related
from deckgen.figures.comparisons import Compared, compared, holds
from deckgen.figures.evaluate import as_decimal, check_names
from deckgen.figures.formulas import NoValueError, evaluate
from deckgen.figures.provenance import plain, worked
from deckgen.model.figure import Figure
from deckgen.model.formula import Formula
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.names import Named
from deckgen.nodes.node import Node, Scalar
from deckgen.nodes.schema import INVALID, convert


@dataclass(frozen=True, slots=True)
class Invariant:
    """What must add up, as it is written."""

    that: Scalar = described("Two formulas compared: members.smaller + members.larger == members.total.")
    because: str = described("Why it must.")
    about: Decimal = described("How far apart they may be.", default=Decimal(0))


def check_invariants(node: Node | None, figures: Named[Figure], diagnostics: Diagnostics) -> None:
    """Every invariant, for every audience; nothing is said where the figures themselves could not be read."""
    if node is None or figures.names is None:
        return
    listed = convert(node, tuple[Invariant, ...], "", diagnostics)
    seen = [_Seen(by_name) for by_name in figures.by_audience.values()]
    for invariant in () if listed is INVALID else listed:
        comparison = compared(invariant.that, diagnostics)
        for one in seen if comparison else ():
            assert comparison is not None
            _check(invariant, comparison, one, figures.names, diagnostics)


class _Seen:
    """The figures that one audience sees, and their exact values."""

    def __init__(self, figures: dict[str, Figure]) -> None:
        self.figures = figures
        self.exact = {name: Fraction(figure.value) for name, figure in figures.items()}


def _check(
    invariant: Invariant,
    comparison: Compared,
    seen: _Seen,
    names: tuple[str, ...],
    diagnostics: Diagnostics,
) -> None:
    exact, figures = seen.exact, seen.figures
    sides = (comparison.left, comparison.right)
    known = [check_names(side, exact, names, diagnostics) for side in sides]
    if not all(known):
        return
    try:
        left, right = (evaluate(side, exact) for side in sides)
    except NoValueError as problem:
        diagnostics.error(
            "broken-invariant", f"`{invariant.that.text}` cannot be known: {problem}", invariant.that.span
        )
        return
    if not holds(left, comparison.comparator, right, Fraction(invariant.about)):
        said = f"{_said(comparison.left, left, figures)} and {_said(comparison.right, right, figures)}"
        message = f"`{invariant.that.text}` does not hold: {said}"
        hint = f"it should, because {invariant.because}"
        diagnostics.error("broken-invariant", message, invariant.that.span, hint, _given(comparison, figures))


def _given(comparison: Compared, figures: dict[str, Figure]) -> tuple[Related, ...]:
    """Where each figure of both sides stands."""
    names = comparison.names
    return tuple(Related(figures[name].span, f"`{name}` is {plain(figures[name].value)}") for name in names)


def _said(side: Formula, value: Fraction, figures: dict[str, Figure]) -> str:
    shown = plain(as_decimal(value))
    worked_out = worked(side, figures)
    return f"{side.text} is {shown}" if worked_out == shown else f"{side.text} is {worked_out} = {shown}"
