"""How English says what a drawing shows. In: nothing. Out: patterns: "the largest", "rises with", "the same as"."""

from __future__ import annotations

from typing import Final

from deckgen.model.reading import Claims

_COMPARED: Final = (
    r"(?:more|less|fewer|better|worse|longer|shorter|higher|lower|larger|smaller|older|younger|above"
    r"|below|faster|slower)"
)
_ROSE: Final = (
    r"(?:risen|rose|rises|grown|grew|grows|increased|improved|fallen|fell|falls|dropped|declined|decreased"
    r"|shrunk|cut)"
)
_RANK: Final = r"(?:(?:second|third|fourth|fifth)[ -])?"
_NOUN: Final = r"(?:gap|difference|growth|increase|rise|drop|fall|decline|distance|saving|improvement|change)"
_GOOD: Final = r"(?<!dis)satisf|correct|pass(?:ed|es)?\b|rating|recommend|on time|score|grade"
_BAD: Final = r"dissatisf|error|complaint|absence|\bwait|drop-?out|delay|accident|cancel"

CLAIMS: Final = Claims(
    most=(
        rf"\b{_RANK}(?:largest|biggest|highest|greatest|strongest|steepest|widest|commonest"
        r"|most (?:common|frequent|often|used))\b"
        r"|\bthe most(?! of| important| recent| likely)\b"
        r"|\b(?:dominates?|tops the|ranks? (?:first|highest)|comes? top)\b"
        r"|\bmain (?=reason|cause|source|channel|part|cost|group|share)"
    ),
    least=(
        rf"\b{_RANK}(?:smallest|lowest|weakest|fewest|narrowest|rarest|least (?:common|frequent|often|used))\b"
        r"|\branks? (?:last|lowest|bottom)\b|\bcomes? last\b"
    ),
    measured=(
        (
            rf"\b{_RANK}longest\b",
            rf"\b{_RANK}shortest\b",
            r"length|duration|wait",
            r"\bdays\b|\bmetres\b|\bkm\b|minutes|months",
        ),
        (
            rf"\b{_RANK}(?:dearest|costliest|most expensive)\b",
            rf"\b{_RANK}(?:cheapest|least expensive)\b",
            r"cost|price|budget|spend",
            r"euros?|pounds?|dollars?|[£€$]",
        ),
        (r"\bbest\b", r"\bworst\b", _GOOD, _GOOD),
        (r"\bworst\b", r"\bbest\b", _BAD, _BAD),
        (rf"\b{_RANK}deepest\b", rf"\b{_RANK}shallowest\b", r"depth", r"\bmetres\b"),
        (rf"\b{_RANK}oldest\b", rf"\b{_RANK}youngest\b", r"\bage\b", r"\byears old\b"),
        (rf"\b{_RANK}heaviest\b", rf"\b{_RANK}lightest\b", r"weight", r"\bkg\b|tonnes?"),
    ),
    has=r"^\s*(?:has|have|had) (?:also )?the ",
    several=r"\b(?:two|three|four|five|six) (?:of the )?$|\bone of the $|\bamong the $|\bat $",
    ranks={"second": 1, "third": 2, "fourth": 3, "fifth": 4},
    first=r"\bfirst\b",
    last=r"\b(?:in|over|during) the (?:last|latest) (?:year|quarter|month)\b|\blast year\b",
    rising=(
        r"\b(?:rises|rose|risen|(?<=[^i]s )rise|grows?|grew|grown|increases|increased|climbs|climbed|is up"
        r"|are up|went up"
        r"|gone up)\b"
    ),
    falling=(
        r"\b(?:falls|fell|fallen|drops|dropped|shrinks|shrank|shrunk|declines|declined|decreases|decreased|is down"
        r"|are down|went down|gone down)\b"
    ),
    always=(
        r"\b(?:every|each) (?:single )?(?:year|month|quarter|week|time)\b|\byear (?:by|on|after) year\b"
        r"|\bwith (?:age|time|size)\b"
    ),
    same=(
        r"\bthe same\b(?! (?:time|way|day|people|question))|\bas (?:many|much|large|high|long|often|big) as\b"
        r"|\bequally \w+\b|\bequal\b|\bunchanged\b"
    ),
    perhaps=(
        r"\b(?:can|could|may|might|will|would|shall|should|must|expected|if|otherwise|target|goal|almost"
        r"|nearly|twice|times|half)\b"
    ),
    change=r"\b(?:jump|increase|rise|growth|drop|fall|decline|change|gap|difference|distance|step)s?\b",
    since=r"\bsince\b|\bfrom\b|\bcompared (?:with|to)\b|\bthan in\b",
    ago=r"\b(?:(?P<n>\w+) years ago|in (?P<m>\w+) years)\b",
    compares=rf"\b{_COMPARED}\b.*\bthan\b",
    differs=(
        rf"{{number}} {_COMPARED} than\b(?! {{number}})",
        rf"\b{_ROSE} by {{number}}",
        rf"\b{_NOUN}(?: (?:of|is|was|between [\w ]+? (?:is|was))) {{number}}",
        r"\b(?:lack|lacks|missing|saved|saves|short by) {number}",
    ),
    from_to=r"\bfrom {first}(?: [^\W\d_]+){0,2} to {last}",
    begins=r"\b(?:opens?|begins?|starts?|ends?|(?:is|are) (?:ready|done|finished|complete|completed))\b",
    average=r"\b(?:average|mean|median)\b",
    counts=(
        r"\b(?:most|fewest) (?:answers|responses|replies|respondents|participants)\b"
        r"|\bfewest (?P<noun>[^\W\d_]{3,})"
    ),
    per=r"\b(?:per(?! cent)|for each|relative to|measured (?:by|in)|for its|for their)\b|\bto save an?\b",
    within=r"\bof which {number}",
    rest=r"\b(?:the rest|the remainder|the others|all others)\b",
    last_share=(
        r"\b(?:the (?:last|remaining|other|final|rest,|rest is|rest are)) (?P<n>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)"
    ),
    other_answers=(
        r"\A(?:don[’']t know|do not know|undecided|unsure|not sure|others?|the rest|neither|none|neutral|no answer)\b"
    ),
    several_answers=r"(?:several|more than one|multiple) (?:answers?|choices?|options?)",
    parts=r"(?:parts|sections|chapters|items|topics|themes)",
    minutes=r"minutes",
    in_part=r"\b(?:last|first|final|each|every|break|questions|then|of which)\b",
    hours=((r"\bhalf an hour\b", 30), (r"\b(?:an|one) hour\b(?! and)", 60), (r"\ban hour and a half\b", 90)),
    spans=(
        r"(?:minute|hour|day|night|week|month|quarter|year|season|time|euro|pound|dollar|million|billion|per|percent"
        r"|metre|mile|kilo|km|tonne|point)\w*"
    ),
    aside=(
        r"\b(?:in|for|on|from|among|between|across|over|under|after|within|at|of|out of|than|all|with|by"
        r"|least|most)$"
    ),
    numbered=(
        r"(?<![’']s )\b(?:figure|table|chart|exhibit|appendix|annex) (?P<number>\d{1,3})\b(?!\s?(?:in|from|of|to)\b)"
        r"(?![.,]?\d)(?!:)"
    ),
    thousands=r"(?:thousands?|k|millions?|m|billions?|bn)",
    currencies=(
        r"(?:euros?|eur|€)",
        r"(?:pounds?|gbp|£)",
        r"(?:dollars?|usd|\$)",
        r"(?:kroner|krone|dkk)",
        r"(?:swedish kronor|sek)",
    ),
    answered=r"\b(?:answered|responded|replied|respondents|responses|answers)\b",
    duration=(
        r"\b(?:(?P<fixed>a year and a half|half a year|a year)\b|(?P<n>\w+)"
        r"(?:(?P<half> and a half)(?: years)?| (?P<unit>year|month|quarter)s?\b))"
    ),
    months={"a year and a half": 18, "half a year": 6, "a year": 12, "year": 12, "month": 1, "quarter": 3},
    apart=r"\b(?:before|after|later|earlier|every|each|within|ago|since|at a time)\b",
    equals=r"\(|=|\b(?:equals?|or|that is|i\.e\.|about|exchange rate)\b",
)
