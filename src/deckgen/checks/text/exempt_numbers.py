"""In: a line of text. Out: the same with spaces where a number stands that is no finding: years, dates, names.

Each sort is read narrowly: what is let through here drifts unseen, and what is not costs an editor one mark.
"""

from __future__ import annotations

import re
from typing import Final

_S: Final = "[ \u00a0]"
_DASH: Final = rf"{_S}?[–-]{_S}?"
_ADDRESS: Final = r"https?://\S+|\S+@\S+"
_YEAR: Final = r"(?<![\d.,])(?:19|20)\d\d(?:\s?[–/-]\s?(?:(?:19|20)\d\d|\d\d))?(?![\d.,]?\d)"
_DECADE: Final = r"(?<!\d)(?:\d\d)?\d0[’']?er(?:ne|nes)?\b"
_DATE: Final = r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
_DAY: Final = rf"\b(?:den|d\.|til){_S}\d{{1,2}}/\d{{1,2}}\b(?!{_S}af\b)"
_TIME: Final = r"\bkl\.\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?)?|\b24/7\b"
_ORDINAL: Final = rf"(?-i:\b(?:\d{{1,2}}\.{_DASH})?\d{{1,2}}\.(?={_S}[a-zæøå]))"
_LISTED: Final = r"^\s*\d{1,2}[.)]\s"
_COUNTED: Final = (
    "side slide punkt del kapitel bilag afsnit trin fase figur tabel model nr. stk. uge version spørgsmål hensyn "
    "verdensmål artikel niveau linje web § iso"
)
_SEVERAL: Final = "siderne punkterne trinene faserne modellerne afsnittene spørgsmålene bilagene §§"
_NUMBERED: Final = r"\d+(?:\.\d+)*(?:[a-z]\b)?"
_PLACE: Final = (
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _COUNTED.split()))}){_S}{_NUMBERED}(?:{_DASH}{_NUMBERED})?(?![.,]?\d)"
    rf"(?:(?:,{_S}\d{{1,2}})*{_S}(?:og|eller){_S}\d{{1,2}}(?={_S}?(?:[.,;:!?)]|$)))?"
)
_PLACES: Final = (
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _SEVERAL.split()))}){_S}{_NUMBERED}"
    rf"(?:(?:,{_S}|{_DASH}|{_S}og{_S}|{_S}eller{_S}){_NUMBERED})*"
)
_PHONE: Final = rf"\+\d{{1,3}}{_S}?\d[\d \u00a0]{{6,}}\d|\b\d\d(?:{_S}\d\d){{3}}\b|(?<![\d.,])\d{{8}}(?![\d.,]?\d)"
_STREET: Final = (
    rf"(?-i:\b(?:\w{{2,}}(?:vej|gade|allé|plads|stræde|torv)|Vej|Gade|Allé|Plads|Stræde|Torv)){_S}\d+[a-z]?\b"
    rf"(?:,{_S}\d{{4}}{_S}(?-i:(?=[A-ZÆØÅ])))?"
)
_NAME: Final = (
    r"\b[^\W\d_]+-?\d+(?:\.\d+)?[^\W_]*|(?-i:\b\d{1,2}[A-ZÆØÅ]{1,3}\b)"
    rf"|(?-i:\b[A-ZÆØÅ]\w+){_S}\d\.\d(?![\d.,])"
)
_KNOWN: Final = re.compile(
    "|".join(
        (_ADDRESS, _TIME, _DATE, _DAY, _DECADE, _PHONE, _STREET, _NAME, _PLACES, _PLACE, _LISTED, _YEAR, _ORDINAL)
    ),
    re.IGNORECASE,
)


def without_known(line: str) -> str:
    """The line, as long as it was, with a space for each character of a known number."""
    return _KNOWN.sub(lambda match: " " * len(match[0]), line)
