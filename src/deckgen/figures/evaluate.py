"""In: drafts of figures. Out: figures with their values, computed from exact ones and held against `published`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from deckgen.diagnostics import Diagnostics, Related
from deckgen.figures import formulas
from deckgen.figures.drafts import Draft, with_value
from deckgen.figures.formulas import Formula, NoValueError, evaluate
from deckgen.model.figure import Figure
from deckgen.model.number import decimals_of
from deckgen.nodes.schema import suggestion

MOST_ROWS = 15
"""As many rows are named in a message."""


def settle(drafts: dict[str, Draft], names: tuple[str, ...], diagnostics: Diagnostics) -> dict[str, Figure]:
    """The figures in the order of `drafts`; one that cannot be computed is left out, and that is reported once."""
    settled: dict[str, Figure] = {}
    exact: dict[str, Fraction] = {}
    for name in _in_order(drafts, diagnostics):
        figure = _settled(drafts[name], settled, exact, names, diagnostics)
        if figure is not None:
            settled[name] = figure
            _check_published(figure, drafts[name], diagnostics)
    return {name: settled[name] for name in drafts if name in settled}


def _settled(
    draft: Draft,
    settled: dict[str, Figure],
    exact: dict[str, Fraction],
    names: tuple[str, ...],
    diagnostics: Diagnostics,
) -> Figure | None:
    figure, formula = draft.figure, draft.formula
    if formula is None:
        exact[figure.name] = Fraction(figure.value)
        return figure
    if not check_names(formula, exact, names, diagnostics):
        return None
    try:
        value = evaluate(formula, exact)
    except NoValueError as problem:
        message = f"`{figure.name}` has no value: {problem}"
        diagnostics.error("no-value", message, draft.value_span, f"{formula.text} = {worked(formula, settled)}")
        return None
    exact[figure.name] = value
    how = f"{formula.text} = {worked(formula, settled)}"
    return with_value(figure, as_decimal(value), how=how, uses=tuple(formula.names), formula=formula.text)


def check_names(
    formula: Formula, known: dict[str, Fraction], names: tuple[str, ...], diagnostics: Diagnostics
) -> bool:
    """Whether all that a formula names is known; a name that nothing has is reported, a wrong one already was."""
    for name, span in formula.names.items():
        if name not in names:
            diagnostics.error("unknown-figure", f"there is no figure `{name}`", span, suggestion(name, names))
    return all(name in known for name in formula.names)


def worked(formula: Formula, figures: dict[str, Figure]) -> str:
    """The formula with the values of its figures."""
    return formulas.worked(formula, {name: plain(figures[name].value) for name in formula.names})


def as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def plain(value: Decimal) -> str:
    """A number as messages say it: at most six decimals, none that say nothing."""
    said = round(value, 6).normalize() + 0
    return f"{said:f}"


def _in_order(drafts: dict[str, Draft], diagnostics: Diagnostics) -> list[str]:
    """Names so that each stands after those that it uses; those that go in a circle are reported and left out."""
    uses = {name: _uses(draft, drafts) for name, draft in drafts.items()}
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


def _uses(draft: Draft, drafts: dict[str, Draft]) -> list[str]:
    return [name for name in draft.formula.names if name in drafts] if draft.formula else []


def _check_published(figure: Figure, draft: Draft, diagnostics: Diagnostics) -> None:
    """What was published is what comes out, rounded half up to the decimals that are shown."""
    if figure.published is None or figure.rounded == figure.published:
        return
    comes = plain(figure.rounded)
    raw = f" ({plain(figure.value)} before rounding)" if figure.rounded != figure.value else ""
    message = f"`{figure.name}` is published as {plain(figure.published)} and comes out as {comes}{raw}"
    hint = figure.how + (f"; rows {_listed(figure.rows)}" if figure.rows else "")
    if decimals_of(figure.published) > figure.decimals:
        hint = f"{decimals_of(figure.published)} decimals were published and {figure.decimals} are shown (`decimals`)"
    related = (Related(draft.value_span, f"comes out as {comes} here"),)
    hint = hint or "mend `value` or `published`"
    diagnostics.error("published-differs", message, draft.published_span, hint, related)


def _listed(rows: tuple[str, ...]) -> str:
    more = f" and {len(rows) - MOST_ROWS} more" if len(rows) > MOST_ROWS else ""
    return ", ".join(rows[:MOST_ROWS]) + more
