"""Danish words that say a qualifier in a text. In: nothing. Out: the words, by qualifier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.model.number import Qualifier

QUALIFIERS: Final[Mapping[Qualifier, tuple[str, ...]]] = {
    "minimum": ("mindst", "minimum", "mere end", "over", "nedre grænse", "i hvert fald", "eller flere", "eller mere"),
    "maximum": ("højst", "maksimum", "op til", "under", "eller færre", "eller mindre"),
    "about": ("ca.", "cirka", "omkring", "omtrent", "skøn", "skønnes", "ventes", "forventes", "kan", "knap", "godt"),
    "over": ("over", "mere end"),
    "under": ("under", "færre end", "mindre end"),
}
