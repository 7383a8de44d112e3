"""Where a German line must not break, and abbreviations with full stops. In: nothing. Out: a pattern, words."""

from __future__ import annotations

import re
from typing import Final

from deckgen.locale.de.dates import MONTHS

_ABBREVIATED: Final = (
    "abb. abs. abt. allg. art. bd. bzgl. bzw. ca. d.h. dr. ehem. einschl. etc. evtl. f. ff. fr. gem. ggf. hr. i.d.r. "
    "inkl. insb. jh. kap. lt. max. mind. mio. mrd. nr. o.ä. prof. s. s.o. sog. st. std. stk. str. tel. tsd. u. u.a. "
    "usw. v.a. verf. vgl. z.b. z.t. zzgl."
)
"""Also those that may end a sentence, such as usw.: a small letter after them is the lesser mistake."""
_UNITS: Final = r"%|‰|°|€|(?:Mio|Mrd|Tsd|Euro|Prozent|Prozentpunkte|mm|cm|m|km|m²|km²|m³|kg|t|[kMGT]?Wh?)(?!\w)"
HELD: Final = re.compile(
    rf"[0-9] (?={_UNITS})"
    r"|\b(?:Mio|Mrd|Tsd)\. (?=€|Euro\b)"
    r"|(?:§|\b(?:(?:S|Bd|Abb|Tab|Art|Abs|Nr|Kap|Tel|ca|vgl)\.|mindestens|höchstens)) (?=§|[0-9])"
    rf"|\b[0-9]{{1,2}}\. (?=(?:{'|'.join(MONTHS)})\b)"
    r"|\b(?:(?:z|d|u|i|v|o)\.) (?=(?:B|h|a|d|R|ä)\.)"
    r"|\b(?:(?:Hr|Fr|Dr|Prof|[A-ZÄÖÜ])\.) (?=[A-ZÄÖÜ])"
)
"""A space that holds: between number and unit, an abbreviation and its number, the parts of a date, initials."""
ABBREVIATIONS: Final = frozenset(_ABBREVIATED.split())
