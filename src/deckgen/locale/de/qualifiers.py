"""German words that say a qualifier in a text. In: nothing. Out: the words, by qualifier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.model.number import Qualifier

QUALIFIERS: Final[Mapping[Qualifier, tuple[str, ...]]] = {
    "minimum": ("mindestens", "minimum", "mehr als", "über", "wenigstens", "nicht weniger als", "oder mehr"),
    "maximum": ("höchstens", "maximum", "maximal", "bis zu", "unter", "nicht mehr als", "oder weniger"),
    "about": (
        "ca.",
        "circa",
        "etwa",
        "rund",
        "ungefähr",
        "schätzungsweise",
        "kann",
        "könnte",
        "voraussichtlich",
        "knapp",
        "gut",
    ),
    "over": ("über", "mehr als"),
    "under": ("unter", "weniger als"),
}
