"""How English says numbers, shares and growth in words. In: nothing. Out: words and patterns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.reading import Amounts

_ONES: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TO_TWENTY: Final = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _numbers() -> Iterator[tuple[str, int]]:
    yield from zip((*_ONES, *_TO_TWENTY), range(1, 20), strict=True)
    for ten, word in enumerate(_TENS, 2):
        yield word, 10 * ten
        yield from ((f"{word}-{one}", 10 * ten + number) for number, one in enumerate(_ONES, 1))


_WHOSE: Final = r"(?:(?:the|its|their|our|your|[\w-]+[’']s?) )?"
_SPAN: Final = "(?:day|night|week|weekend|month|quarter|year|hour|time|evening|minute)"
_NO_UNIT: Final = r"(?!(?:more|less|later|days?|weeks?|years?|hours?|minutes?|people)\b)"
_MORE: Final = "more|higher|larger|longer|again|above"
_LESS: Final = "less|fewer|lower|smaller|shorter|below"

AMOUNTS: Final = Amounts(
    numbers=dict(_numbers()),
    hundred="hundred",
    thousand="thousand",
    joint="and",
    percent="per cent|percent",
    parts={
        "half": 2,
        "halve": 2,
        "third": 3,
        "quarter": 4,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
    },
    ordinals={
        "other": 2,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
    },
    shares=(
        rf"(?P<n>{{small}}) (?:out )?of {_WHOSE}(?P<m>{{small}})\b(?! (?:kinds|sorts|times))",
        rf"(?P<n>{{small}})(?: {_NO_UNIT}\w+)? in (?P<m>{{small}})\b(?! {_SPAN}s?\b)",
        rf"(?P<n>a|{{small}}) (?:(?P<near>good|bare) )?(?P<part>{{part}})s?\b(?! (?:of an? )?(?:an )?{_SPAN}\b)",
        r"(?<!first )(?<!second )(?<!other )(?<!latter )(?<!last )(?<!a )\b"
        rf"(?P<part>half)\b(?! an? {_SPAN}| way|-)",
        rf"every (?P<ordinal>{{ordinal}})\b(?! {_SPAN})",
    ),
    majority=(
        r"(?:the|a) (?:\w+ )?majority|(?:almost|nearly) (?:all|everybody|everyone)|"
        r"(?<!the )most(?= (?!important|likely|recent|urgent|common|popular)\w+)"
    ),
    minority=(
        r"(?:the|a) (?:\w+ )?minority|(?:hardly|almost) (?:any|anybody|anyone|nobody|none)|"
        r"(?<!a )(?<!next )(?<!last )(?<!first )\b(?:very )?few(?= \w)"
    ),
    near={
        "just over": (
            "a little over",
            "a little more than",
            "just over",
            "slightly more than",
            "slightly over",
            "well over",
        ),
        "just under": (
            "a little under",
            "just under",
            "slightly less than",
            "nearly",
            "almost",
            "close to",
            "not quite",
        ),
        "over": ("over", "more than", "at least", "above"),
        "under": ("under", "less than", "fewer than", "at most", "below"),
        "about": ("about", "around", "roughly", "approximately", "some"),
    },
    inside={"good": "just over", "bare": "just under"},
    times={
        r"doubl(?:ed|ing)|twofold": "2",
        r"(?:twice|two times) (?:as|the|what)|double the": "2",
        r"tripl(?:ed|ing)|trebl(?:ed|ing)|threefold": "3",
        r"quadrupl(?:ed|ing)|fourfold": "4",
        r"half as (?:many|much)(?: \w+)? again|half again as (?:many|much|large)": "3/2",
        r"halv(?:ed|ing)|half as (?:many|much|large|big|long|high|often|dear|expensive)": "1/2",
        rf"(?P<n>{{small}}) times (?:as|the|{_MORE})": "n",
    },
    grown=(r"(?:risen|rose|grown|grew|increased|up|gained|raised) (?:by )?", rf" (?:{_MORE})\b"),
    shrunk=(
        r"(?:(?:fall(?:en|s)?|fell|drop(?:ped|s)?|shrunk|decreased|down|cut|reduced) by"
        r"|(?:fall|drop|cut) (?:is|was|of)) ",
        rf" (?:(?:{_LESS})|off)\b",
    ),
    left=(r"(?:fallen|fell|cut|down|reduced) to ", r" (?:of )?what (?:it|they) (?:was|were|used)\b"),
)
