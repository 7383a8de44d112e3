"""Two formulas compared. In: `members.smaller + members.larger == members.total`. Out: whether it holds."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.formulas import parse_formula
from deckgen.model.formula import Formula
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.node import Scalar

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
class Compared:
    left: Formula
    comparator: str
    right: Formula

    @property
    def names(self) -> tuple[str, ...]:
        """The figures that it uses, each once, in order."""
        return tuple(dict.fromkeys((*self.left.names, *self.right.names)))


def compared(that: Scalar, diagnostics: Diagnostics) -> Compared | None:
    """What is compared; None, and a diagnostic, where that is not two sides."""
    signs = list(_COMPARATOR.finditer(that.text))
    if len(signs) != 1:
        message = f"`{that.text}` does not compare two sides"
        diagnostics.error(
            "bad-invariant", message, that.span, "write ==, <=, >=, < or > once, with a formula on each side"
        )
        return None
    left = parse_formula(_side(that, 0, signs[0].start()), diagnostics)
    right = parse_formula(_side(that, signs[0].end(), len(that.text)), diagnostics)
    return None if left is None or right is None else Compared(left, signs[0][0], right)


def _side(that: Scalar, start: int, end: int) -> Scalar:
    text = that.text[start:end]
    blank = len(text) - len(text.lstrip())
    at = Span(that.span.file, that.span.line, that.span.column + start + blank).first(len(text.strip()))
    return Scalar(text.strip(), that.plain, at if that.exact else that.span, that.exact)


def holds(left: Fraction, comparator: str, right: Fraction, about: Fraction = Fraction(0)) -> bool:
    """Whether the sides compare so; where they are the same but for `about`, only a strict comparison fails."""
    if abs(left - right) <= max(about, _REMAINDER):
        return bool(about) or "=" in comparator
    return _HOLDS[comparator](left, right)
