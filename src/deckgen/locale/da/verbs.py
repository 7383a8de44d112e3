"""Whether a Danish word may be a verb. In: a word in small letters. Out: whether it could be one in a finite form."""

from __future__ import annotations

import re
from typing import Final

_VERBS: Final = frozenset(
    re.findall(
        r"\w+",
        """kan skal vil må bør gør står går får ser siger slår er har var blev kom gik fik gav så tog lå stod steg
        faldt førte holdt fandt skete bød bad hed lod drog skrev blive være have findes ved tør giv tag sæt gå
        bor tror gror beror ses fås nås løb vandt sank slog trak bandt brød nød greb sad hjalp sprang tvang gjaldt
        når lad brug start vælg skab saml styrk byg find følg spørg undgå drøft beslut godkend støt øg""",
    )
)
_NO_VERBS: Final = frozenset(
    re.findall(
        r"\w+",
        """over under efter eller der her hver heller derefter siden flere færre større mindre næste sidste bedre
        ældre yngre nyere hvor fleste færreste største mindste første ældste yngste bedste vigtigste centrale klynger
        modeller aftaler medlemmer kommuner virksomheder aktører partnere resultater kilder ulemper fordele barrierer
        perspektiver effekter initiativer projekter midler temaer emner roller""",
    )
)
_NOUN_ENDINGS: Final = re.compile(r"(?:\w{4}(?<!br)inger|heder|ioner|elser|iteter|igste)\Z")
"""Plurals and superlatives that end like verbs, and like hardly any verb."""

_ENDINGS: Final = re.compile(r"(?:er|ede|te|des|tes|(?<!er)nes|(?<![nt])es|ør|år)\Z")


def may_be_verb(word: str) -> bool:
    """Where a noun looks the same, it could be one."""
    if word in _VERBS:
        return True
    is_noun = word in _NO_VERBS or bool(_NOUN_ENDINGS.search(word))
    return len(word) > 3 and not is_noun and bool(_ENDINGS.search(word))
