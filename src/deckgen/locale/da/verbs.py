"""Whether a Danish word may be a verb. In: a word in small letters. Out: whether it could be one in a finite form."""

from __future__ import annotations

import re
from typing import Final

_VERBS: Final = frozenset(
    re.findall(
        r"\w+",
        """kan skal vil må bør gør står går får ser siger slår er har var blev kom gik fik gav så tog lå stod steg
        faldt førte holdt fandt skete bød bad hed lod drog skrev blive være have findes ved tør giv tag sæt gå
        bor tror gror beror ses fås nås løb vandt sank slog trak bandt brød nød greb sad hjalp sprang tvang
        gjaldt når kunne skulle ville burde turde havde gjorde lagde sagde dør bar skar stjal stak brast fløj løj
        frøs krøb røg strøg flød gød forsvandt fandt sov drak drev rev sled vred steg skreg kneb kom traf svang
        klang stank red bed led gled opstod forstod udløb forløb indgik udgik hør tæl vent tro husk tænk bliv pas""",
    )
)
ASK: Final = frozenset(
    re.findall(
        r"\w+",
        """lad vælg skab saml styrk byg find følg spørg undgå beslut godkend øg flyt sælg læg åbn fortæl skriv læs
        send hent giv behold bevar ansæt afsæt invester investér prioriter prioritér planlæg udpeg bed overvej
        genåbn nedlæg afvikl udvid forbedr indfør vurder vurdér spar gør bring knyt tænd forny forkort forlæng
        begynd afslut fortsæt sørg afskaf ophæv opret nedsæt sænk forhøj afprøv gentag erstat udskift opsig
        genforhandl forhandl overdrag overfør inddrag informer informér orienter orientér etabler etablér
        organiser organisér udarbejd formuler formulér fastsæt fasthold fastlæg undersøg kortlæg afklar udnyt
        benyt anvend tilbyd kræv gennemfør igangsæt iværksæt evaluer evaluér juster justér tilpas ændr omlæg
        forenkl digitaliser digitalisér bevilg finansier finansiér reserver reservér riv ryd hæv luk sluk udbyg
        rekrutter rekruttér uddan oplær beman tildel indgå gå sæt reparer reparér udskyd afvis""",
    )
)
"""Verbs that ask for something to be done, as titles of advice begin."""
ASK_OR_NAME: Final = frozenset(
    re.findall(
        r"\w+",
        """brug start drøft støt køb hold prøv del mål vis gem led besøg hjælp stil stop tag ret fordel fjern pak
        plant""",
    )
)
"""The same where the word may be something else as well, such as a noun."""
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
    if word in _VERBS or word in ASK or word in ASK_OR_NAME:
        return True
    is_noun = word in _NO_VERBS or bool(_NOUN_ENDINGS.search(word))
    return len(word) > 3 and not is_noun and bool(_ENDINGS.search(word))
