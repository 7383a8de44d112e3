"""Whether an English word may be a verb. In: a word in small letters. Out: whether it could be a finite form."""

from __future__ import annotations

import re
from typing import Final

_VERBS: Final = frozenset(
    re.findall(
        r"\w+",
        """am is are was were be has have had do does did can could may might must shall should will would need needs
        go goes went get gets got give gives gave take takes took make makes made see sees saw say says said
        know knew come came find found hold held keep kept lead led leave left lose lost meet met pay paid
        put read run ran rise rises rose fall falls fell grow grew stand stood tell told think thought win
        won write wrote bring build built buy bought choose chose cut drive drove feel felt hear heard let
        lie lay set show shows shown spend spent spread begin began break broke become becomes became mean
        means meant send sent sit sat brought speak spoke ask agree want use add avoid approve decide
        discuss follow help include move offer open plan reach reflect remain save start stay stop
        strengthen support test trust try vary work answer believe call change compare connect create
        deliver develop earn employ ensure exist expand explain export fail fear fit focus fund gain hire
        hope identify improve increase invest join launch like listen look love manage measure prepare
        protect prove provide receive recommend reduce require respond return seek sell serve shift solve
        split succeed suggest survive switch tend travel wait watch matter differ depend cover share expect
        prefer lack face cross drop pays lags leads flew fought sought froze caught taught drew threw sank
        sang rang drank swam wore tore bore bound ground fed fled bled shot slept swept wept dealt dug hung
        stuck struck swung woke hid bit blew drawn eat ate learn vote die struggle close rent owe miss merge
        charge rely refuse accept reject replace prevent allow apply argue arrive attend attract borrow
        carry cause check claim collect complain complete concern consider contain continue contribute
        control cook copy count damage deal deny deserve destroy discover dislike dominate double drain draw
        dream emerge end enjoy enter escape establish estimate excel fight fill finance finish fix flow fly
        force forget forgive form gather happen hate hide hit hurt ignore imagine import impress inform
        insist inspire intend invite judge jump knock lend limit link live load lock mark mention mind name
        obey object obtain occur order outnumber own pass perform persist pick play point pose possess
        praise press pretend produce promise propose pull push qualify raise rank realise recover refer
        regret remember remind remove repair repeat report represent resist restore retire reveal reward
        ride risk roll rule sail satisfy seem separate settle shrink sign sleep slow smell smoke sound stick
        stretch suffer suit supply suppose surround suspect swim teach tear threaten throw tie touch trade
        train treat triple turn understand unite vanish visit volunteer wake walk warn wash waste wear weigh
        welcome wish wonder worry""",
    )
)
_NO_VERBS: Final = frozenset(
    re.findall(
        r"\w+",
        """this its us thus always perhaps besides towards across whereas yes news plus minus series basis analysis
        clusters models options companies members agreements results sources projects partners regions firms figures
        findings numbers steps goals benefits effects barriers causes years months days weeks questions answers risks
        themes topics areas costs needs services sales shares terms hundred indeed red bed speed seed breed""",
    )
)
_NOUN_ENDINGS: Final = re.compile(
    r"(?:tions|sions|ments|ities|nesses|ships|isms|ists|ers|ors|ances|ences|ss|us|is)\Z"
)
"""Plurals and others that end like verbs, and like hardly any verb."""

_ENDINGS: Final = re.compile(r"(?:ed|s)\Z")


def may_be_verb(word: str) -> bool:
    """Where a noun looks the same, it could be one."""
    if word in _VERBS or word.endswith(("n’t", "n't", "’re", "'re", "’s", "'s")):
        return True
    is_noun = word in _NO_VERBS or bool(_NOUN_ENDINGS.search(word))
    return len(word) > 3 and not is_noun and bool(_ENDINGS.search(word))
