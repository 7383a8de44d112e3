"""In what a formula comes out. In: its term and the figures that it names. Out: a unit; empty where there is none.

Parts of one unit add up to it, and so does what a number leaves of a share: `100 - share.yes`. What two shares differ
by is counted in points, and is no share.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from deckgen.model.figure import PER_CENT, Figure
from deckgen.model.formula import FigureTerm, Negative, NumberTerm, Operation, Share, Sum, Term
from deckgen.model.number import POINTS


def unit_of(term: Term, figures: Mapping[str, Figure]) -> str:
    """The unit of what a term comes to."""
    match term:
        case FigureTerm(name):
            return figures[name].unit
        case NumberTerm():
            return ""
        case Negative(negated):
            return unit_of(negated, figures)
        case Share():
            return PER_CENT
        case Sum(terms):
            return _common([unit_of(one, figures) for one in terms])
        case Operation():
            return _of_two(term, figures)
    assert_never(term)


def _of_two(term: Operation, figures: Mapping[str, Figure]) -> str:
    left, right = unit_of(term.left, figures), unit_of(term.right, figures)
    if term.sign in "*/":
        if _is_number(term.right):
            return left
        return right if term.sign == "*" and _is_number(term.left) else ""
    if _is_number(term.left) or _is_number(term.right):
        return left or right
    if term.sign == "-" and left == right == PER_CENT and not _is_rest(term.left):
        return POINTS
    return _common([left, right])


def _is_rest(term: Term) -> bool:
    """Whether a term is what shares leave of a number: `100 - share.yes - share.no`."""
    return isinstance(term, Operation) and term.sign == "-" and (_is_number(term.left) or _is_rest(term.left))


def _is_number(term: Term) -> bool:
    """Whether a term names no figure."""
    match term:
        case NumberTerm():
            return True
        case Negative(negated):
            return _is_number(negated)
        case Operation(_, left, right):
            return _is_number(left) and _is_number(right)
        case Sum(terms):
            return all(map(_is_number, terms))
    return False


def _common(units: list[str]) -> str:
    first, *others = units
    return first if all(one == first for one in others) else ""
