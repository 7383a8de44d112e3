"""What a careful reader knows of English. In: nothing. Out: words and patterns that rules read texts by."""

from __future__ import annotations

import re
from typing import Final

from deckgen.locale.en.amounts import AMOUNTS
from deckgen.locale.en.claims import CLAIMS
from deckgen.locale.en.comparing import COMPARING
from deckgen.model.reading import Reading

_SMALL: Final = """
    about after all also always and another any are because been before being both but can come could did does
    during each every few for from get gets goes had has have her here his how into its itself just less many
    may might more most much must near not now off often once one only onto other others our out over own per
    rather said same say see shall she should since some such take takes than that the their them then there
    these they this those through too under until upon use very was way were what when where which while who
    whom whose why will with within without would year years yet you your still today already first last large
    larger small smaller big new old
"""

_WHAT: Final = "text|title|heading|name|number|source|picture|logo|date"
_END: Final = r"\b(?=\s*(?:[.,:;!?\])]|$))"

READING: Final = Reading(
    amounts=AMOUNTS,
    claims=CLAIMS,
    comparing=COMPARING,
    small_words=frozenset(re.findall(r"\w+", _SMALL)) - {"use"},
    letters=r"(?<![\w.'’])[b-h](?![\w.'’])|(?:(?<=option )|(?<=model )|(?<=plan )|(?<=grade ))a(?!\w)|^a(?=:)",
    endings=("ings", "ies", "ing", "ers", "est", "ed", "es", "er", "y", "e", "s"),
    clause_ends=r"[;:!?()“”–]|[.](?=\s|$)|,|\s(?:and|but|while|whereas|because|when|if|against)\s",
    negations=r"\b(?:not|no|none|nobody|never|without|neither)\b|n[’']t\b",
    advises=r"\b(?:recommend(?:s|ed)?|advise[sd]?|propose[sd]?|suggest(?:s|ed)?|should|ought to)\b",
    asks=(
        r"\A(?:(?:add|allow|appoint|ask|begin|bring|choose|create|decide|employ|expand|find|give|hire|introduce|invest"
        r"|invite|keep|let|make|reduce|reopen|replace|restore|sell|send|take)"
        r"|(?:build|buy|close|cut|end|fund|help|move|offer|open|put|raise|set|start|stop|train|try|use)"
        r"(?= (?:the|a|an|all|each|every|this|these|those|it|them|its|their|our|your|more|fewer|with|one|two|three"
        r"|people|visitors|residents|pupils|staff)\b)) "
    ),
    page=(
        r"(?:\b(?:the )?(?:(?P<table>table)|(?P<chart>chart|graph|diagram)) )?(?:on |see )?"
        r"\b(?:page|slide) (?P<page>\d{1,3})\b(?!\s?(?:in|from|of)\b)(?![.,]?\d)"
    ),
    of_whole=r"(?:out )?of(?: (?:the|its|their|our|your))?",
    placeholders=(
        rf"\b(?:your|insert|add|enter) (?:{_WHAT})(?: here)?{_END}",
        r"\bclick (?:here )?to (?:add|edit|insert|enter|type)\b",
        rf"\b(?:{_WHAT}) (?:goes )?here{_END}",
        r"\[[^\]]*\bto be \w+(?:ed|en|t|ten)\b[^\]]*\]",
        r"\[\s*(?:insert|add|enter|name|date|number|source)\b[^\]]*\]",
        rf"\bto be (?:added|filled in|completed|confirmed){_END}",
    ),
    refers=r"\b(?:see|cf\.|page|slide|under)(?: also)?",
    all_numbers=r"\A\W*(?:(?:all )?(?:the )?(?:figures|numbers)|all data)\b",
    in_year=r"\b(?:in|during|of|for|from|the year|covers?) (?P<year>(?:19|20)\d\d)(?!\s?[–/-]\s?\d)(?![.,]?\d)(?!-)",
    ahead=r"\b(?:will|expected|expects|forecast|target|goal|shall|plans?|planned|budget\w*|by)\b",
)
