"""Where a Danish line must not break, and abbreviations with a full stop. In: nothing. Out: a pattern, and words."""

from __future__ import annotations

import re
from typing import Final

from deckgen.locale.da.dates import MONTHS

_ABBREVIATED: Final = (
    "adm. afd. afs. bl.a. ca. d. d.d. dir. dr. dvs. e.l. e.kr. eks. ekskl. el.lign. etc. evt. f.eks. f.kr. feks. fl. "
    "forts. fx. gns. hhv. hr. iht. incl. inkl. jf. jr. jvf. kap. kgl. kl. kr. lign. m.a.o. m.fl. m.h.t. m.m. m.v. "
    "maks. max. md. mdl. mdr. mht. mia. min. mio. mv. nr. o.a. o.l. o.lign. omkr. osv. p.g.a. p.t. pct. pga. pkt. "
    "pr. prof. pt. red. resp. s. sek. sml. st. stk. t.kr. tidl. tlf. udg. vedr. vol. årl."
)
"""Also those that may end a sentence, such as osv.: a small letter after them is the lesser mistake."""
_UNITS: Final = (
    r"%|‰|°|€|(?:kr|mio|mia|t\.kr|pct|procentpoint|mm|cm|m|km|m²|km²|m³|kg|t|ton|kWh|MWh|GWh|TWh|kW|MW|GW|stk)(?!\w)"
)
_SHORT_MONTHS: Final = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec")
HELD: Final = re.compile(
    rf"[0-9] (?={_UNITS})"
    r"|\b(?:mio|mia)\. (?=kr\b)"
    r"|(?:§|\b(?:(?:s|d|bd|fig|tab|art|stk|jf)\.|(?:nr|kap|pkt|kl|ca|tlf|kr)\.?|mindst|højst)) (?=§|[0-9])"
    rf"|\b[0-9]{{1,2}}\. (?=(?:{'|'.join((*MONTHS, *_SHORT_MONTHS))})\b)"
    r"|\b(?:(?:[Hh]r|[Ff]r|[Dd]r|[Pp]rof|[A-ZÆØÅ])\.) (?=[A-ZÆØÅ])"
)
"""A space that holds: between number and unit, an abbreviation and its number, the parts of a date, initials."""
ABBREVIATIONS: Final = frozenset(_ABBREVIATED.split())
