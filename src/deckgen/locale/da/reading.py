"""What a careful reader knows of Danish. In: nothing. Out: words and patterns that rules read texts by."""

from __future__ import annotations

import re
from typing import Final

from deckgen.locale.da.amounts import AMOUNTS
from deckgen.locale.da.claims import CLAIMS
from deckgen.locale.da.comparing import COMPARING
from deckgen.locale.da.verbs import ASK, ASK_OR_NAME
from deckgen.model.reading import Reading

_SMALL: Final = """
    af alle alt altid andre at bare begge bliver blev blive da de dem den der deres det dette disse du dog efter
    eller en end endnu enkelte er et for fordi fra få får før gennem gør går ham han har havde have hele helt
    her hos hun hver hvert hvis hvor hvordan hvorfor hvad hvem i ifølge igen igennem ikke ind ingen inden intet
    ja jeg jer jeres kan kom kommer kun kunne lav lige lidt man mange med meget mellem men mens mere mest mindre
    mindst må mod nej nogen nogle noget nu når næsten ofte og også om op os over på samme samt se ser selv siden
    sig siger sin sine sit skal skulle som ske sker så sådan tager til ud uden under var ved vi vil ville vore
    vores være været år året åbent allerede små ny nye nyt gamle gammel lille stor store større flest fleste
    første sidste heraf dermed
"""

READING: Final = Reading(
    amounts=AMOUNTS,
    claims=CLAIMS,
    comparing=COMPARING,
    small_words=frozenset(re.findall(r"\w+", _SMALL)),
    letters=r"(?<![\w.'’])[a-h](?![\w.'’])",
    endings=(
        "ernes",
        "erne",
        "eren",
        "ere",
        "enes",
        "ende",
        "ede",
        "ene",
        "ens",
        "ers",
        "ing",
        "er",
        "en",
        "et",
        "es",
        "te",
        "e",
        "t",
        "s",
    ),
    clause_ends=r"[;:!?()»«–]|[.](?=\s|$)|,(?!\sat\s)|\s(?:og|men|mens|hvoraf|heraf|fordi|når|hvis|mod)\s",
    negations=r"\b(?:ikke|ingen|intet|uden|nej|aldrig)\b",
    advises=r"\b(?:anbefal(?:er|es)|foreslår|foreslås|bør|tilråder|råder (?:til|jer|bestyrelsen))\b",
    asks=(
        rf"\A(?:(?:{'|'.join(sorted(ASK))})\b|(?:{'|'.join(sorted(ASK_OR_NAME))})"
        r" (?:alle|alt|de|den|det|en|et|ét|én|hver|hvert|flere|færre|jeres|vores|ikke|kun|først|nu)\b)"
    ),
    page=(
        r"(?:\b(?:(?P<table>tabellen)|(?P<chart>diagrammet|grafen|søjlerne)) )?(?:på |se |jf\. )?"
        r"\b(?:side|slide) (?P<page>\d{1,3})\b(?!\s?(?:i|fra|af|hos)\b)(?![.,]?\d)"
    ),
    of_whole=r"(?:ud )?af(?: (?:de|deres|jeres|vores|i alt))?",
    placeholders=(
        r"\bskriv (?:din |en |jeres )?(?:tekst|titel|overskrift|navn) her\b",
        r"\b(?:tekst|titel|overskrift|billede|tal|navn) her\b(?=\s*(?:[.,:;!?\])]|$))",
        r"\[[^\]]*\b(?:afklares|aftales|afventer|bekræftes|følger|indsættes|mangler|tilføjes|udfyldes|skrives)\b[^\]]*\]",
        r"\[\s*(?:indsæt|skriv|udfyld|navn|dato|tal|kilde)\b[^\]]*\]",
        r"\bklik (?:her )?for at (?:tilføje|redigere|indsætte|skrive)\b",
        r"\bindsæt (?:tekst|tal|navn|billede|kilde|dato|logo)\b",
        r"\b(?:udfyldes|tilføjes|rettes) (?:senere|inden mødet)\b",
    ),
    refers=r"\b(?:se|jf\.|side|siden|slide)(?: også| fx)?",
    all_numbers=r"\A\W*(?:(?:alle )?tallene|alle tal|opgørelsen)\b",
    in_year=(
        r"(?<!\w)(?:i|i løbet af|fra|er for|året|år|pr\.|gælder|gælder for|dækker|vedrører) "
        r"(?P<year>(?:19|20)\d\d)(?!\s?[–/-]\s?\d)(?![.,]?\d)(?!-)"
    ),
    ahead=r"\b(?:vil|ventes|forventes|forventer|skal|mål|målet|frem mod|prognose|regner med|budget\w*)\b",
)
