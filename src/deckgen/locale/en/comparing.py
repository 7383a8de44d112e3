"""How English sets one thing over another in words. In: nothing. Out: patterns: "more … than", "lies below"."""

from __future__ import annotations

from typing import Final

from deckgen.model.reading import Comparing

_ADVERB: Final = r"(?:(?:far|well|clearly|slightly|just|still|now) )?"
_AMOUNTING: Final = (
    r"(?:weighs?|matters?|counts?|costs?|contributes?|scores?|gets?|takes? up|is used|are used|uses?|spends?)"
)
_WHO: Final = r"(?P<who>\b(?:all|none|only|no|\w+)(?: of(?: the)? \w+| \w+){0,3}?)"
_LIES: Final = r"(?:is|are|lies?|was|were) (?:well |far )?"
_LIMIT: Final = r"(?:\w+ (?:of )?){0,2}(?P<limit>\d[\d.,]*)"
_STEP: Final = r"(?:more|fewer|less|larger|bigger|smaller|older|younger|longer|shorter|higher|lower)"

COMPARING: Final = Comparing(
    more=r"\b(?:more|higher|larger|bigger|greater|stronger)\b",
    fewer=r"\b(?:less|fewer|lower|smaller|weaker)\b",
    than=r"\bthan\b",
    above=(
        rf"\b(?:lies?|is|are|scores?|ranks?|stands?|comes?|sits?) {_ADVERB}(?:above|ahead of)\b"
        r"|\b(?:outperforms?|outranks?|exceeds?|beats?|overtakes?|has overtaken|have overtaken)\b"
    ),
    below=(
        rf"\b(?:lies?|is|are|scores?|ranks?|stands?|comes?|sits?) {_ADVERB}(?:below|behind)\b"
        r"|\b(?:trails?|lags? behind)\b"
    ),
    measured=(
        (r"\blonger\b", r"\bshorter\b", r"length|duration|wait", r"\bdays\b|\bmetres\b|\bkm\b|minutes|months"),
        (r"\bslower\b", r"\b(?:faster|quicker)\b", r"duration|wait|\btime\b", r"\bdays\b|minutes|months|hours"),
        (
            r"\b(?:dearer|costlier|more expensive)\b",
            r"\b(?:cheaper|less expensive)\b",
            r"cost|price|budget|spend",
            r"euros?|pounds?|dollars?|[£€$]",
        ),
        (r"\bolder\b", r"\byounger\b", r"\bage\b", r"\byears old\b"),
        (r"\bheavier\b", r"\blighter\b", r"weight", r"\bkg\b|tonnes?"),
        (r"\bdeeper\b", r"\bshallower\b", r"depth", r"\bmetres\b"),
    ),
    most=rf"\b(?P<much>{_AMOUNTING} (?:by far )?(?:the )?|(?:is|are) |the )most\b(?: (?P<what>[^\W\d_]+))?",
    least=(
        rf"(?<!\bat )\b(?P<much>{_AMOUNTING} (?:by far )?(?:the )?|(?:is|are) |the )least\b(?: (?P<what>[^\W\d_]+))?"
    ),
    of_any=(
        rf"\b{_AMOUNTING}\b|\b(?:common|popular|used|frequent|widespread|wanted|sought|chosen|mentioned)\b"
        r"|\b(?:share|per ?cent|says?|answers?|thinks?)\b"
    ),
    together=r"\b(?:together|combined|added up)\b",
    opposites=(
        ("", "un"),
        ("", "dis"),
        ("", "in"),
        ("good", "poor"),
        ("good", "bad"),
        ("high", "low"),
        ("easy", "hard"),
    ),
    thinks=r"\b(?:think|say|feel|find|believe|agree|agrees|thinks|says|feels)(?: that)?\b",
    supposes=r"\bif\b",
    nobody=r"\b(?:nobody|none|no one|no)\b",
    alike=r"\ball (?:\w+ ){0,3}equally \w+|\bno (?:real )?difference\b|\bthe same for all\b",
    over=rf"{_WHO} {_LIES}(?:above|over) {_LIMIT}",
    under=rf"{_WHO} {_LIES}(?:below|under) {_LIMIT}",
    every=r"\b(?:all|every)\b",
    the_more=rf"\bthe (?P<one>{_STEP}\b[^,]+), the (?P<other>.+)",
    grows=r"\b(?:more|higher|larger|bigger|older|longer|better|dearer)\b",
    shrinks=r"\b(?:less|fewer|lower|smaller|younger|shorter|worse|cheaper)\b",
    units=(
        "kg|kilos?",
        "tonnes?|tons?",
        "grams?",
        "km|kilometres?",
        "m|metres?",
        "kwh",
        "mwh",
        "gwh",
        "minutes",
        "hours",
        "days",
        "weeks",
    ),
    one_of=r"\bone of (?:the )?(?P<n>\w+) (?:options|models|ways|proposals|solutions|scenarios|measures)\b",
)
