"""A formula, parsed. In: made by figures from `members.larger + members.smaller`. Out: evaluated, spelled, asked."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass

Sign = Literal["+", "-", "*", "/"]


@dataclass(frozen=True, slots=True)
class FigureTerm:
    """The figure of that name."""

    name: str


@dataclass(frozen=True, slots=True)
class NumberTerm:
    value: Fraction


@dataclass(frozen=True, slots=True)
class Negative:
    term: Term


@dataclass(frozen=True, slots=True)
class Operation:
    sign: Sign
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Sum:
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """`part` in per cent of `whole`."""

    part: Term
    whole: Term


Term = FigureTerm | NumberTerm | Negative | Operation | Sum | Share


@dataclass(frozen=True, slots=True)
class Place:
    """Where a formula names a figure: as an index into its text, and in the content."""

    name: str
    start: int
    span: Span


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that is well-formed: as it was written, what it says, and where it names figures."""

    text: str
    term: Term
    places: tuple[Place, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The figures that it uses, each once, in order."""
        return tuple(dict.fromkeys(place.name for place in self.places))
