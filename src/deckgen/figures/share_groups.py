"""Shares that are parts of one whole. In: the fields of a slide, and figures. Out: the shares, whole by whole.

Shares are of one whole where they count answers to one question that takes one answer, and where a chart shows
nothing but shares in a series or a row and these come to 100 but for their rounding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, assert_never

from deckgen.model.chart_fields import ChartFields
from deckgen.model.figure import Computed, Figure, Given, Tabulated
from deckgen.model.formula import FigureTerm, Negative, NumberTerm, Operation, Share, Sum, Term
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import FigureUse, Text, Value
from deckgen.model.texts import said

ALL: Final = Decimal(100)
_EXACT: Final = Decimal("0.000001")
"""What a division that does not come out may leave."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Two shares or more. `whole` names the question that they answer; empty where only their sum says so."""

    whole: str
    parts: tuple[Figure, ...]

    @property
    def sum(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def is_all(self) -> bool:
        """Whether they come to 100: those that a source gave are rounded already, the others are exact."""
        given = [part for part in self.parts if isinstance(part.provenance, Given)]
        return abs(self.sum - ALL) <= sum((Decimal(5).scaleb(-part.decimals - 1) for part in given), _EXACT)

    @property
    def is_rounded(self) -> bool:
        """Whether they are all of something, and what is shown of them does not say so."""
        return self.is_all and sum((part.rounded for part in self.parts), Decimal(0)) != ALL


def shares_shown(fields: Any, figures: Mapping[str, Figure], per_cent: Collection[str]) -> tuple[Shares, ...]:
    """The shares of one question that a slide's values and cells show, and those that a chart shows together.

    `per_cent` are the units by which a figure is a share.
    """
    by_whole: dict[str, dict[str, Figure]] = {}
    for figure in _shown(fields, figures):
        whole = _whole(figure, figures) if figure.unit in per_cent else ""
        if whole:
            # A tabulation's own row and a figure that is made of it are one answer.
            answer = figure.counted.answer if figure.counted else figure.name
            by_whole.setdefault(whole, {}).setdefault(answer, figure)
    asked = [Shares(whole, tuple(parts.values())) for whole, parts in by_whole.items() if len(parts) > 1]
    known = {part.name for one in asked for part in one.parts}
    together = (
        one for one in charted(fields, figures, per_cent) if not known.issuperset(part.name for part in one.parts)
    )
    return (*asked, *(one for one in together if one.is_all))


def charted(fields: Any, figures: Mapping[str, Figure], per_cent: Collection[str]) -> Iterator[Shares]:
    """The series of a chart, and its rows where it has several series, that hold nothing but shares."""
    if not isinstance(fields, ChartFields):
        return
    rows = [row.value for row in fields.data]
    for values in (*zip(*rows, strict=False), *(row for row in rows if len(row) > 1)):
        parts = [figures.get(value.figure.name) if value.figure else None for value in values]
        known = tuple(part for part in parts if part is not None and _may_be_part(part, per_cent))
        if len(known) == len(parts) > 1:
            yield Shares("", known)


def _may_be_part(figure: Figure, per_cent: Collection[str]) -> bool:
    """Answers of which a respondent gives several are parts of nothing."""
    return figure.unit in per_cent and not (figure.counted and not figure.counted.whole)


def _shown(content: Any, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """The figures of values, and of texts that are a figure and nothing else."""
    for part in said(content):
        use = part.figure if isinstance(part, Value) else _only_figure(part)
        if use and use.name in figures:
            yield figures[use.name]


def _only_figure(said: Text) -> FigureUse | None:
    runs = [run for paragraph in said.paragraphs for run in paragraph.runs]
    return runs[0].figure if len(runs) == 1 else None


def _whole(figure: Figure, figures: Mapping[str, Figure]) -> str:
    """The whole that a figure is part of; empty where it is part of none, or of several."""
    match figure.provenance:
        case Given():
            return ""
        case Tabulated(counted=counted):
            return counted.whole
        case Computed(formula):
            wholes = set(_wholes(formula.term, figures))
            return wholes.pop() if len(wholes) == 1 else ""
    assert_never(figure.provenance)


def _wholes(term: Term, figures: Mapping[str, Figure]) -> Iterator[str]:
    """The wholes of what is counted; what it is a share of does not count."""
    match term:
        case FigureTerm(name):
            if name in figures:
                yield _whole(figures[name], figures)
        case NumberTerm():
            return
        case Negative(part) | Share(part, _):
            yield from _wholes(part, figures)
        case Operation(_, left, right):
            yield from _wholes(left, figures)
            yield from _wholes(right, figures)
        case Sum(terms):
            for part in terms:
                yield from _wholes(part, figures)
        case _:
            assert_never(term)
