"""How German writes numbers. In: nothing. Out: separators, words and units: `1.740`, `92 %`, `mindestens 375`."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import NumberStyle
from deckgen.model.number_format import Separators

NUMBERS: Final = NumberStyle(
    Separators(decimal=",", group=".", minus="−", plus="+", tag="407"),
    qualifiers={
        "": "",
        "minimum": "mindestens",
        "maximum": "höchstens",
        "about": "ca.",
        "over": "über",
        "under": "unter",
    },
    words=("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    per_cent=frozenset(("%", "Prozent", "v. H.")),
    abbreviated=frozenset(
        ("Mio. €", "Mrd. €", "Tsd. €", "v. H.", "km", "m", "m²", "km²", "kg", "t", "kWh", "MWh", "GWh")
    ),
    points="Prozentpunkte",
    totals=frozenset(("gesamt", "summe", "insgesamt", "gesamtergebnis", "total")),
)
