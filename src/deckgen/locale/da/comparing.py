"""How Danish sets one thing over another in words. In: nothing. Out: patterns: "mere tilfreds end"."""

from __future__ import annotations

from typing import Final

from deckgen.locale.da.amounts import AMOUNTS
from deckgen.model.reading import Comparing

_ADVERB: Final = r"(?:(?:langt|klart|noget|lidt|lige|stadig|nu|højt|også|altså) )?"
_AMOUNTING: Final = (
    r"(?:fylder|fyldte|vejer|vejede|betyder|tæller|vægter|vægtes|bruges|bruger|benyttes|ønskes|efterspørges|nævnes"
    r"|scorer|koster|bidrager|får|fik|har|trækker|giver|udgør|dominerer)"
)
_WHO: Final = r"(?P<who>\b(?:alle|ingen|kun|\w+)(?: af(?: de)? \w+| \w+){0,3}?)"
_LIES: Final = r"(?:er|ligger|lå|kommer|var) (?:højt |langt |klart )?"
_LIMIT: Final = r"(?:\w+ (?:på )?){0,2}(?P<limit>\d[\d.,]*)"
_CHOICES: Final = r"(?:muligheder|modeller|veje|forslag|tilbud|løsninger|scenarier|tiltag|indsatser)"
_NUMBERS: Final = "|".join(AMOUNTS.numbers)

COMPARING: Final = Comparing(
    more=r"\b(?:mere|flere|højere|større|oftere|hyppigere|kraftigere|bredere)\b",
    fewer=r"\b(?:mindre|færre|lavere|sjældnere|svagere|smallere)\b",
    than=r"\bend\b",
    above=(
        rf"\b(?:ligger|lå|er|scorer|kommer|holder sig) {_ADVERB}(?:over|foran|forud for)\b"
        rf"|\b(?:overgår|overgik|overhaler|overhalede|har overhalet|slår|slog)\b"
    ),
    below=rf"\b(?:ligger|lå|er|scorer|kommer|halter|holder sig) {_ADVERB}(?:under|bag|bagefter|efter)\b",
    measured=(
        (r"\blængere\b", r"\bkortere\b", r"længde|varighed|ventetid", r"meter|\bkm\b|dage|måneder|minutter"),
        (r"\blangsommere\b", r"\bhurtigere\b", r"varighed|tid\b|tiden\b", r"dage|måneder|minutter|timer"),
        (r"\bdyrere\b", r"\bbilligere\b", r"pris|udgift|omkostning|budget", r"\bkr\b|kroner|euro"),
        (r"\bældre\b", r"\byngre\b", r"alder", r"\bår\b"),
        (r"\btungere\b", r"\blettere\b", r"vægt", r"\bkg\b|\btons?\b"),
        (r"\bdybere\b", r"\bfladere\b", r"dybde", r"meter"),
    ),
    most=rf"\b(?P<much>{_AMOUNTING} (?:klart |langt )?)?(?:aller)?mest\b(?! at\b)(?: (?P<what>[^\W\d_]+))?",
    least=(
        rf"\b(?P<much>{_AMOUNTING} (?:klart |langt )?)?(?:aller)?mindst\b"
        rf"(?! (?:\d[\d.,]*|halv\w*|hver\w*|lige|at|{_NUMBERS})\b)"
        r"(?: (?P<what>[^\W\d_]+))?"
    ),
    of_any=(
        rf"\b{_AMOUNTING}\b|\b(?:udbredt|almindelig|populær|brugt|anvendt|ønsket|efterspurgt|hyppig|valgt|nævnt)\w*\b"
        r"|\b(?:ligger|procent|pct|andel|andelen|siger|svarer|mener)\b"
    ),
    together=r"\b(?:tilsammen|sammenlagt|til sammen|lagt sammen)\b",
    opposites=(("", "u"), ("god", "dårlig"), ("ofte", "sjælden"), ("høj", "lav"), ("høj", "ringe"), ("let", "svær")),
    thinks=r"\b(?:mener|siger|synes|oplever|svarer|føler|er enige i),? at\b|\b(?:enige?) i\b",
    supposes=r"\bhvis\b",
    nobody=r"\b(?:ingen|intet|ingenting)\b",
    alike=r"\balle (?:\w+ ){0,3}lige \w+|\bingen (?:reel |nævneværdig )?forskel\b|\bens\b",
    over=rf"{_WHO} {_LIES}over {_LIMIT}",
    under=rf"{_WHO} {_LIES}under {_LIMIT}",
    every=r"\b(?:alle|samtlige)\b",
    the_more=r"\bjo (?P<one>[^,]+), (?:jo|des|desto) (?P<other>.+)",
    grows=r"\b(?:mere|flere|højere|større|ældre|længere|oftere|bedre|dyrere)\b",
    shrinks=r"\b(?:mindre|færre|lavere|yngre|kortere|sjældnere|dårligere|billigere)\b",
    units=(
        "kg|kilo",
        "tons?|t",
        "gram",
        "km|kilometer",
        "m|meter",
        "kwh",
        "mwh",
        "gwh",
        "minutter",
        "timer",
        "dage",
        "uger",
    ),
    one_of=rf"\b(?:en|et|én|ét) af (?:de )?(?P<n>\w+) {_CHOICES}\b",
)
