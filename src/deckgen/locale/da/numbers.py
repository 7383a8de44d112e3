"""How Danish writes numbers. In: nothing. Out: separators, words and units: `1.740`, `92 %`, `mindst 375`, `tolv`."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import NumberStyle
from deckgen.model.number_format import Separators

NUMBERS: Final = NumberStyle(
    Separators(decimal=",", group=".", minus="−", plus="+", tag="406"),
    qualifiers={
        "": "",
        "minimum": "mindst",
        "maximum": "højst",
        "about": "ca.",
        "over": "over",
        "under": "under",
    },
    words=("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"),
    per_cent=frozenset(("%", "pct.", "procent")),
    abbreviated=frozenset(
        ("kr.", "t.kr.", "mio. kr.", "mia. kr.", "pct.", "km", "m", "m²", "km²", "kg", "t", "kWh", "MWh", "GWh")
    ),
    points="procentpoint",
    totals=frozenset(("i alt", "ialt", "total", "sum", "samlet", "hovedtotal")),
)
