"""How English writes numbers. In: nothing. Out: separators, words and units: `1,740`, `92%`, `at least 375`."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import NumberStyle
from deckgen.model.number_format import Separators

NUMBERS: Final = NumberStyle(
    Separators(decimal=".", group=",", minus="−", plus="+", tag="809"),
    qualifiers={
        "": "",
        "minimum": "at least",
        "maximum": "at most",
        "about": "about",
        "over": "over",
        "under": "under",
    },
    words=(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    per_cent=frozenset(("%", "per cent", "percent")),
    abbreviated=frozenset(("per cent", "percent", "km", "m", "m²", "km²", "kg", "t", "kWh", "MWh", "GWh", "pp")),
    tight=frozenset(("%", "‰", "°")),
    points="percentage points",
    totals=frozenset(("total", "sum", "grand total", "totals")),
)
