"""Where an English line must not break, and abbreviations with full stops. In: nothing. Out: a pattern, words."""

from __future__ import annotations

import re
from typing import Final

from deckgen.locale.en.dates import MONTHS

_ABBREVIATED: Final = (
    "a.m. approx. apr. art. aug. cf. ch. co. dec. dept. dr. ed. e.g. esp. est. et al. etc. ex. fig. feb. hon. i.e. "
    "inc. jan. jr. ltd. max. min. mr. mrs. ms. no. nos. nov. oct. p. para. p.m. pp. prof. sec. sept. sr. st. tel. "
    "univ. viz. vol. vs."
)
"""Also those that may end a sentence, such as etc.: a small letter after them is the lesser mistake."""
_UNITS: Final = r"(?:per cent|percent|million|billion|mm|cm|m|km|m²|km²|m³|kg|t|tonnes|[kMGT]?Wh?|pp|a\.m|p\.m)(?!\w)"
_SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
HELD: Final = re.compile(
    rf"[0-9] (?={_UNITS}|%)"
    r"|(?:§|\b(?:(?:[Nn]os?|pp?|para|ch|vol|[Ff]ig|[Aa]rt|sec|[Tt]el|approx)\.|at least|at most|about)) (?=§|[0-9])"
    rf"|\b[0-9]{{1,2}} (?=(?:{'|'.join((*MONTHS, *_SHORT_MONTHS))})\b)"
    r"|\b(?:(?:Mr|Mrs|Ms|Dr|Prof|St)\.?|[A-Z]\.) (?=[A-Z])"
)
"""A space that holds: between number and unit, an abbreviation and its number, day and month, initials."""
ABBREVIATIONS: Final = frozenset(_ABBREVIATED.split())
