"""In: `defaults.deckgen.form` of a brand file. Out: corners, lines and the use of the accent, within what is calm."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from deckgen.brand.keys import DeckForm
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.theme import Form

_CORNERS: Final = (Decimal(0), Decimal(4))
_RULES: Final = (Decimal("0.75"), Decimal("1.5"))


def load_form(written: DeckForm, diagnostics: Diagnostics) -> Form:
    corner = _within(_CORNERS, "corner", written.corner, written.corner_span, diagnostics)
    rule = _within(_RULES, "rule", written.rule, written.rule_span, diagnostics)
    return Form(float(corner), float(rule), written.accent == "rules")


def _within(
    bounds: tuple[Decimal, Decimal], name: str, value: Decimal, span: Span, diagnostics: Diagnostics
) -> Decimal:
    least, most = bounds
    nearest = min(most, max(least, value))
    if nearest != value:
        message = f"`{name}` is {value} points; it is {least} to {most}, and {nearest} takes its place"
        diagnostics.warning("brand-form", message, span, f"write `{name}: {nearest}`")
    return nearest
