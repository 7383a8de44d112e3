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
    r"|no\.|nos\.|weeks?|versions?|questions?|goals?|articles?|levels?|tiers?|web|§§?|iso|q(?=\d)|notes?"
)
_NAMED: Final = (
    r"lines?|tracks?|units?|docks?|platforms?|gates?|routes?|zones?|wells?|stops?|bus(?:es)?|halls?|rooms?|lanes?|blocks?"
    r"|buildings?|schools?|terminals?|piers?|channels?|junctions?|exits?|teams?|wards?|roads?|accounts?"
)
"""What has a number for a name, where the number counts nothing that follows."""
_GOES_ON: Final = (
    "has|have|had|is|are|was|were|and|or|to|with|from|for|in|on|at|by|meets|alone|share|both|can|will|shares"
)
_NAMES: Final = (
    rf"(?<!\w)(?:{_NAMED}){_S}{_NUMBERED}(?:(?:,{_S}|{_DASH}|{_S}to{_S}|,?{_S}(?:and|or){_S}){_NUMBERED})*"
    rf"(?![.,]?\d|{_S}?%|{_S}(?!(?:{_GOES_ON})\b)[a-z]{{3,}})"
)
_WITH_CAPITAL: Final = (
    r"(?-i:\b(?:Unit|Dock|Platform|Gate|Route|Zone|Well|Bus|Hall|Room|Lane|Terminal|Pier|Ward))"
    rf"{_S}{_NUMBERED}(?![.,]?\d)"
)
_SHIP: Final = rf"(?-i:\b(?:MS|MV|RV|M/S|HMS){_S}[A-Z]\w+){_S}\d{{1,2}}\b"
_QUOTED: Final = r"[“‘](?-i:[A-Z])[^“”‘’\d]{1,40}\d{1,4}[”’]"
_OLD_YEAR: Final = rf"\b(?:in|from|since|of|until){_S}1[5-8]\d\d\b(?!{_S}[a-z%])"
_PLACE: Final = (
    rf"(?<!\w)(?:{_COUNTED}){_S}{_NUMBERED}(?:(?:,{_S}|{_DASH}){_NUMBERED})*"
    rf"(?:,?{_S}(?:and|or){_S}\d{{1,2}}(?={_S}?(?:[.,;:!?)]|$)))?(?![.,]?\d)"
)
_STREET: Final = (
    r"\b\d{1,4}[a-z]?[ \u00a0](?-i:[A-Z]\w+(?:[ \u00a0][A-Z]\w+)?)[ \u00a0](?:street|road|lane|avenue|square|way)\b"
    r"|(?-i:\b[A-Z]\w+[ \u00a0](?:Street|Road|Lane|Avenue|Square|Way)[ \u00a0]\d{1,4}[a-z]?\b)"
)
_CLASS: Final = (
    rf"^(?:under|over){_S}\d{{1,3}}s?(?:{_S}years)?$|^\d{{1,3}}(?:{_DASH}|{_S}to{_S})\d{{1,3}}(?:{_S}years)?$"
    rf"|^\d{{1,3}}(?:{_S}years)?{_S}(?:and{_S}(?:over|above|older)|or{_S}(?:over|more|older))$"
)
"""A label that is the limits of a class, such as an age, and nothing else."""
EXEMPT_NUMBERS: Final = (
    _CLASS,
    _SHIP,
    _QUOTED,
    _OLD_YEAR,
    _NAMES,
    _WITH_CAPITAL,
    _TIME,
    _DAY,
    _DECADE,
    _STREET,
    _PLACE,
    _ORDINAL,
)
"""Each is read narrowly: what is let through drifts unseen, and what is not costs an editor one mark."""
