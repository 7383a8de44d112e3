"""Long Danish words. In: nothing. Out: each with the parts that it may be broken between."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import Compounds

_LONG: Final = (
    "arbejds|markeds|uddannelser beskæftigelses|indsats bestyrelses|møde bære|dygtigheds|strategi "
    "deltager|kommuner digitaliserings|strategi direktions|sekretariat energi|effektivisering "
    "erhvervs|fremme|aktør erhvervs|fremme|aktører erhvervs|fremme|aktørerne erhvervs|fremme|bestyrelse "
    "erhvervs|fremme|indsats erhvervs|fremme|strategi erhvervs|fremme|system erhvervs|hus erhvervs|organisation "
    "erhvervs|politik erhvervs|udvikling finansierings|kilder finansierings|muligheder forretnings|udvikling "
    "forsknings|institution forsknings|samarbejde forvaltnings|direktør forventnings|afstemning fyrtårns|projekt "
    "fødevare|klynge handlings|plan hoved|organisation informations|teknologi innovations|fremme "
    "innovations|kraft innovations|miljø innovations|netværk innovations|projekt innovations|samarbejde "
    "internationaliserings|indsats iværksætter|miljø kerne|fortælling klynge|organisation klynge|samarbejde "
    "klynge|sekretariat klynge|strategi kommunal|bestyrelse kommune|grænser kommune|samarbejde "
    "kompetence|forsyning kompetence|udvikling konkurrence|dygtighed konkurrence|evne kvalifikations|løft "
    "ledelses|information medlems|virksomhed medlems|virksomheder myndigheds|opgave nøgle|tal "
    "organisations|struktur partnerskabs|aftale produktivitets|fremgang projekt|ansøgning "
    "ressource|styrke|position samarbejds|aftale samarbejds|flade samarbejds|modeller samarbejds|muligheder "
    "samarbejds|partner samarbejds|projekt sekretariats|betjening spørgeskema|undersøgelse strategi|proces "
    "styrke|position teknologi|center teknologi|centre teknologi|udvikling tilstede|værelse tvær|kommunal "
    "uddannelses|institution udviklings|forløb udviklings|projekt viden|deling viden|institution viden|miljø "
    "viden|samarbejde videns|deling virksom|heder virksomheds|kontakt virksomheds|program virksomheds|rettet "
    "vækst|hus vækst|lag vækst|miljø"
)
"""Long words with bars where their parts meet: broken there alone, and only where they fit no line whole."""
COMPOUNDS: Final[Compounds] = {word.replace("|", ""): tuple(word.split("|")) for word in _LONG.split()}
