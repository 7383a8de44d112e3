"""Numbers in English texts that are no findings. In: nothing. Out: patterns of decades, times, ordinals, places …"""

from __future__ import annotations

from typing import Final

_S: Final = "[ \u00a0]"
_DASH: Final = rf"{_S}?[–-]{_S}?"
_DECADE: Final = r"(?<!\d)(?:\d\d)?\d0[’']?s\b"
_CLOCK: Final = rf"\d{{1,2}}(?:[.:]\d\d)?(?:{_S}?(?:am|pm|a\.m\.|p\.m\.)(?!\w)|{_S}o[’']clock\b)"
_TIME: Final = rf"(?:\b\d{{1,2}}(?:[.:]\d\d)?{_DASH})?\b{_CLOCK}|\b\d{{1,2}}:\d\d(?:{_DASH}\d{{1,2}}:\d\d)?\b"
_MONTH: Final = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY: Final = rf"\b(?:\d{{1,2}}{_DASH})?\d{{1,2}}{_S}{_MONTH}|\b{_MONTH}{_S}\d{{1,2}}\b(?!{_S}?[\d%])"
_ORDINAL: Final = r"\b\d{1,2}(?:st|nd|rd|th)\b"
_NUMBERED: Final = r"\d+(?:\.\d+)*(?:[a-z]\b)?"
_COUNTED: Final = (
    r"pages?|slides?|points?|parts?|chapters?|appendix|sections?|steps?|phases?|figures?|tables?|models?|options?"
    r"|no\.|nos\.|weeks?|versions?|questions?|goals?|articles?|levels?|lines?|tiers?|web|§§?|iso|q(?=\d)"
)
_PLACE: Final = (
    rf"(?<!\w)(?:{_COUNTED}){_S}{_NUMBERED}(?:(?:,{_S}|{_DASH}){_NUMBERED})*"
    rf"(?:,?{_S}(?:and|or){_S}\d{{1,2}}(?={_S}?(?:[.,;:!?)]|$)))?(?![.,]?\d)"
)
_STREET: Final = (
    r"\b\d{1,4}[a-z]?[ \u00a0](?-i:[A-Z]\w+(?:[ \u00a0][A-Z]\w+)?)[ \u00a0](?:street|road|lane|avenue|square|way)\b"
)
EXEMPT_NUMBERS: Final = (_TIME, _DAY, _DECADE, _STREET, _PLACE, _ORDINAL)
"""Each is read narrowly: what is let through drifts unseen, and what is not costs an editor one mark."""
