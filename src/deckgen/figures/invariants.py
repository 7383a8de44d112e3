"""In: `invariants.yaml` and the figures. Out: diagnostics on what does not hold.

An invariant compares two formulas: `that: members.smaller + members.larger == members.total`. With `about: 1` the
sides may be that far apart.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.figures.evaluate import as_decimal, check_names
from deckgen.figures.formulas import NoValueError, evaluate, parse_formula
from deckgen.figures.provenance import plain, worked
from deckgen.model.figure import Figure
from deckgen.model.formula import Formula
from deckgen.model.kind import described
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.names import Named
from deckgen.nodes.node import Node, Scalar
from deckgen.nodes.schema import INVALID, convert

_COMPARATOR: Final = re.compile(r"==|<=|>=|<|>")
_HOLDS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {
    "==": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}
_REMAINDER: Final = Fraction(1, 10**12)
"""What a division that does not come out may leave between sides that are the same."""


@dataclass(frozen=True, slots=True)
class Invariant:
    """What must add up, as it is written."""

    that: Scalar = described("Two formulas compared: members.smaller + members.larger == members.total.")
    because: str = described("Why it must.")
    about: Decimal = described("How far apart they may be.", default=Decimal(0))


@dataclass(frozen=True, slots=True)
class _Compared:
    left: Formula
    comparator: str
    right: Formula


def check_invariants(node: Node | None, figures: Named[Figure], diagnostics: Diagnostics) -> None:
    """Every invariant, for every audience; nothing is said where the figures themselves could not be read."""
    if node is None or figures.names is None:
        return
    listed = convert(node, tuple[Invariant, ...], "", diagnostics)
    seen = [_Seen(by_name) for by_name in figures.by_audience.values()]
    for invariant in () if listed is INVALID else listed:
        compared = _compared(invariant.that, diagnostics)
        for one in seen if compared else ():
            assert compared is not None
            _check(invariant, compared, one, figures.names, diagnostics)


class _Seen:
    """The figures that one audience sees, and their exact values."""

    def __init__(self, figures: dict[str, Figure]) -> None:
        self.figures = figures
        self.exact = {name: Fraction(figure.value) for name, figure in figures.items()}


def _compared(that: Scalar, diagnostics: Diagnostics) -> _Compared | None:
    signs = list(_COMPARATOR.finditer(that.text))
    if len(signs) != 1:
        message = f"`{that.text}` does not compare two sides"
        diagnostics.error(
            "bad-invariant", message, that.span, "write ==, <=, >=, < or > once, with a formula on each side"
        )
        return None
    left = parse_formula(_side(that, 0, signs[0].start()), diagnostics)
    right = parse_formula(_side(that, signs[0].end(), len(that.text)), diagnostics)
    return None if left is None or right is None else _Compared(left, signs[0][0], right)


def _side(that: Scalar, start: int, end: int) -> Scalar:
    text = that.text[start:end]
    blank = len(text) - len(text.lstrip())
    at = Span(that.span.file, that.span.line, that.span.column + start + blank).first(len(text.strip()))
    return Scalar(text.strip(), that.plain, at if that.exact else that.span, that.exact)


def _check(
    invariant: Invariant,
    compared: _Compared,
    seen: _Seen,
    names: tuple[str, ...],
    diagnostics: Diagnostics,
) -> None:
    exact, figures = seen.exact, seen.figures
    sides = (compared.left, compared.right)
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
    if not _holds(left, compared.comparator, right, Fraction(invariant.about)):
        said = f"{_said(compared.left, left, figures)} and {_said(compared.right, right, figures)}"
        message = f"`{invariant.that.text}` does not hold: {said}"
        hint = f"it should, because {invariant.because}"
        diagnostics.error("broken-invariant", message, invariant.that.span, hint, _given(compared, figures))


def _given(compared: _Compared, figures: dict[str, Figure]) -> tuple[Related, ...]:
    """Where each figure of both sides stands."""
    names = dict.fromkeys((*compared.left.names, *compared.right.names))
    return tuple(Related(figures[name].span, f"`{name}` is {plain(figures[name].value)}") for name in names)


def _holds(left: Fraction, comparator: str, right: Fraction, about: Fraction) -> bool:
    """Whether the sides compare so; where they are the same but for `about`, only a strict comparison fails."""
    if abs(left - right) <= max(about, _REMAINDER):
        return bool(about) or "=" in comparator
    return _HOLDS[comparator](left, right)


def _said(side: Formula, value: Fraction, figures: dict[str, Figure]) -> str:
    shown = plain(as_decimal(value))
    worked_out = worked(side, figures)
    return f"{side.text} is {shown}" if worked_out == shown else f"{side.text} is {worked_out} = {shown}"
