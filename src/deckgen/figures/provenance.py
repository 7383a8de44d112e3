"""How a figure came about, in English and with the names of the content, for messages and the command line.

In: a figure, and those it may be made of. Out: one word, and one sentence; slides say it in their own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, assert_never

from deckgen.figures import formulas
from deckgen.model.data import Declaration
from deckgen.model.figure import Computed, Figure, Given, Provenance, Tabulated
from deckgen.model.formula import Formula


def origin(provenance: Provenance) -> Literal["given", "tabulated", "computed"]:
    match provenance:
        case Given():
            return "given"
        case Tabulated():
            return "tabulated"
        case Computed():
            return "computed"
    assert_never(provenance)


def how(provenance: Provenance, figures: Mapping[str, Figure]) -> str:
    """The tabulation and its row, or the formula with the values of `figures`.

    Empty where the source gives it, and where the formula names what is not among `figures`: another audience's.
    """
    match provenance:
        case Given():
            return ""
        case Tabulated(label=label, count=count, counted=counted, declared=declared):
            row = f"{label}, " if label else ""
            return f"{tabulated(declared)}: {row}{count} of {counted.base} respondents"
        case Computed(formula):
            is_told = all(name in figures for name in formula.names)
            return f"{formula.text} = {worked(formula, figures)}" if is_told else ""
    assert_never(provenance)


def tabulated(declared: Declaration) -> str:
    """What a tabulation counts."""
    filters = [f"{name} is {' or '.join(answers)}" for name, answers in declared.where]
    where = f" where {' and '.join(filters)}" if filters else ""
    by = f" by `{declared.by}`" if declared.by else ""
    known = ", don't know counted in the base" if declared.dont_know else ""
    weighed = f", weighted by `{declared.weight}`" if declared.weight else ""
    return f"{declared.statistic} of `{declared.question}` in {declared.file}{where}{by}{known}{weighed}"


def worked(formula: Formula, figures: Mapping[str, Figure]) -> str:
    """The formula with the values of its figures."""
    return formulas.worked(formula, {name: plain(figures[name].value) for name in formula.names})


def plain(value: Decimal) -> str:
    """A number as messages say it: at most six decimals, none that say nothing."""
    said = round(value, 6).normalize() + 0
    return f"{said:f}"
