"""Danish numbers. In: a figure. Out: what the deck prints: `1.740`, `92 %`, `mindst 375`.

A number is rounded once, half up, from its raw value. No-break spaces hold a number to its qualifier and its unit.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from deckgen.model.figure import Figure, Qualifier

NO_BREAK: Final = "\u00a0"
MINUS: Final = "−"
_QUALIFIERS: Final[dict[Qualifier, str]] = {
    "": "",
    "minimum": "mindst",
    "maximum": "højst",
    "about": "ca.",
    "over": "over",
    "under": "under",
}
_WORDS: Final = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ABBREVIATED_UNITS: Final = frozenset(
    ("kr.", "t.kr.", "mio. kr.", "mia. kr.", "pct.", "km", "m", "m²", "km²", "kg", "t", "kWh", "MWh", "GWh")
)


def show(figure: Figure, format: str) -> str:
    """The figure as the deck prints it; see Language for the formats. A wording of the source stands as it is."""
    if figure.wording:
        return figure.wording
    number = _number(figure.value, figure.decimals)
    if format == "plain":
        return number
    unit = figure.unit if format == "unit" or _is_symbol(figure.unit) else ""
    if format == "words" and not unit:
        number = _in_words(figure.value, number)
    elif format == "percent":
        unit = "%"
    qualifier = figure.called_for if format == "qualified" else figure.qualifier
    if format == "signed":
        qualifier, number = "", _signed(number)
    parts = (_QUALIFIERS[qualifier], number, unit.replace(" ", NO_BREAK))
    return NO_BREAK.join(part for part in parts if part)


def _is_symbol(unit: str) -> bool:
    """Whether a unit belongs to the number wherever it stands, as `%` does and `klynger` does not."""
    return unit in _ABBREVIATED_UNITS or not any(character.isalpha() for character in unit)


def _signed(number: str) -> str:
    """The number with its sign; what is shown as zero has none."""
    is_positive = not number.startswith(MINUS) and number.strip("0,.")
    return f"+{number}" if is_positive else number


def _in_words(value: Decimal, number: str) -> str:
    small = value == value.to_integral_value() and 0 <= value < len(_WORDS)
    return _WORDS[int(value)] if small else number


@cache
def _number(value: Decimal, decimals: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0  # no minus before zero
    if not decimals and 0 <= rounded < 1000:
        return str(rounded)
    # babel costs 30 ms to import: a deck that groups no digits does not pay for it.
    from babel.numbers import format_decimal

    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    shown: str = format_decimal(rounded, format=pattern, locale="da", decimal_quantization=False)
    return shown.replace("-", MINUS)
