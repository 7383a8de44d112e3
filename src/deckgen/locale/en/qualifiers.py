"""English words that say a qualifier in a text. In: nothing. Out: the words, by qualifier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.model.number import Qualifier

QUALIFIERS: Final[Mapping[Qualifier, tuple[str, ...]]] = {
    "minimum": ("at least", "minimum", "more than", "over", "no fewer than", "no less than", "or more", "upwards of"),
    "maximum": ("at most", "maximum", "up to", "under", "no more than", "or fewer", "or less"),
    "about": (
        "about",
        "approx.",
        "approximately",
        "around",
        "roughly",
        "an estimated",
        "estimate",
        "expected",
        "can",
        "could",
        "may",
        "might",
        "nearly",
        "some",
    ),
    "over": ("over", "more than"),
    "under": ("under", "fewer than", "less than"),
}
