"""In: drafts of figures. Out: figures with their values, computed from exact ones and held against `published`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from deckgen.diagnostics import Diagnostics, Related
from deckgen.figures.drafts import Draft
from deckgen.figures.formulas import NoValueError, evaluate
from deckgen.figures.provenance import how, plain, worked
from deckgen.figures.units import unit_of
from deckgen.model.figure import Computed, Figure
from deckgen.model.formula import Formula
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import decimals_of
from deckgen.nodes.schema import suggestion

MOST_ROWS = 15
"""As many rows are named in a message."""


def settle(drafts: dict[str, Draft], names: tuple[str, ...], diagnostics: Diagnostics) -> dict[str, Figure]:
    """The figures in the order of `drafts`; one that cannot be computed is left out, and that is reported once."""
    settled: dict[str, Figure] = {}
    exact: dict[str, Fraction] = {}
    for name in _in_order(drafts, diagnostics):
        draft = drafts[name]
        value = _value(draft, settled, exact, names, diagnostics)
        if value is not None:
            exact[name] = value
            settled[name] = _settled(draft.figure, value, settled)
            _check_published(settled[name], draft, settled, diagnostics)
    return {name: settled[name] for name in drafts if name in settled}


def _settled(figure: Figure, value: Fraction, figures: Mapping[str, Figure]) -> Figure:
    """A computed figure with its value, in the unit that its formula comes out in where it says none itself."""
    if not isinstance(figure.provenance, Computed):
        return figure
    unit = figure.unit or unit_of(figure.provenance.formula.term, figures)
    return replace(figure, value=as_decimal(value), unit=unit)


def _value(
    draft: Draft,
    settled: Mapping[str, Figure],
    exact: Mapping[str, Fraction],
    names: tuple[str, ...],
    diagnostics: Diagnostics,
) -> Fraction | None:
    """The exact value of a figure; None where it cannot be computed, which is reported."""
    if not isinstance(draft.figure.provenance, Computed):
        return Fraction(draft.figure.value)
    formula = draft.figure.provenance.formula
    if not check_names(formula, exact, names, diagnostics):
        return None
    try:
        return evaluate(formula, exact)
    except NoValueError as problem:
        message = f"`{draft.figure.name}` has no value: {problem}"
        diagnostics.error("no-value", message, draft.value_span, f"{formula.text} = {worked(formula, settled)}")
        return None


def check_names(
    formula: Formula, known: Mapping[str, Fraction], names: tuple[str, ...], diagnostics: Diagnostics
) -> bool:
    """Whether all that a formula names is known; a name that nothing has is reported, a wrong one already was."""
    first = {place.name: place.span for place in reversed(formula.places)}
    for name in formula.names:
        if name not in names:
            hint = suggestion(name, names)
            diagnostics.error("unknown-figure", f"there is no figure `{name}`", first[name], hint)
    return all(name in known for name in formula.names)


def as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _in_order(drafts: dict[str, Draft], diagnostics: Diagnostics) -> list[str]:
    """Names so that each stands after those that it uses; those that go in a circle are reported and left out."""
    uses = {name: [one for one in draft.figure.uses if one in drafts] for name, draft in drafts.items()}
    while True:
        try:
            return list(TopologicalSorter(uses).static_order())
        except CycleError as problem:
            circle: list[str] = problem.args[1][::-1]
            first = min(circle, key=list(drafts).index)
            message = f"the formula of `{first}` leads back to itself: {' → '.join(circle)}"
            others = (name for name in dict.fromkeys(circle) if name != first)
            related = tuple(Related(drafts[name].value_span, f"`{name}` is in the circle") for name in others)
            diagnostics.error("figure-circle", message, drafts[first].value_span, "give one of them a value", related)
            uses = {name: used for name, used in uses.items() if name not in circle}
            uses = {name: [one for one in used if one in uses] for name, used in uses.items()}


def _check_published(figure: Figure, draft: Draft, figures: Mapping[str, Figure], diagnostics: Diagnostics) -> None:
    """What was published is what comes out, rounded half up to the decimals that are shown."""
    if figure.published is None or figure.rounded == figure.published:
        return
    comes = plain(figure.rounded)
    raw = f" ({plain(figure.value)} before rounding)" if figure.rounded != figure.value else ""
    message = f"`{figure.name}` is published as {plain(figure.published)} and comes out as {comes}{raw}"
    hint = how(figure.provenance, figures) + (f"; rows {_listed(figure.rows)}" if figure.rows else "")
    if decimals_of(figure.published) > figure.decimals:
        hint = f"{decimals_of(figure.published)} decimals were published and {figure.decimals} are shown (`decimals`)"
    related = (Related(draft.value_span, f"comes out as {comes} here"),)
    hint = hint or "mend `value` or `published`"
    diagnostics.error("published-differs", message, draft.published_span, hint, related)


def _listed(rows: tuple[str, ...]) -> str:
    more = f" and {len(rows) - MOST_ROWS} more" if len(rows) > MOST_ROWS else ""
    return ", ".join(rows[:MOST_ROWS]) + more
