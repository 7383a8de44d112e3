"""Whether a German word may be a verb. In: a word in small letters. Out: whether it could be a finite form."""

from __future__ import annotations

import re
from typing import Final

_VERBS: Final = frozenset(
    re.findall(
        r"\w+",
        """ist sind war waren hat habe hatte hatten wird werden wurde wurden kann können konnte muss müssen soll
        sollen sollte will wollen darf dürfen mag gibt gab geht ging kommt kam steht stand liegt lag nimmt nahm
        hält hielt sieht sah fällt fiel führt bringt brachte denkt weiß tut tat zog bot bat half rief schrieb sprach
        traf trug verlor wuchs stieg sank blieb ließ hieß fand lief schuf schließt tritt trat wähle nutze stärke
        prüfe folge frage sichere vermeide unterstütze entscheide beginne bleibe""",
    )
)
_NO_VERBS: Final = frozenset(
    re.findall(
        r"\w+",
        """nicht mit seit jetzt dort fast selbst erst zuerst zuletzt insgesamt damit somit zeit arbeit welt stadt
        markt recht amt land punkt projekt ergebnis zusammenarbeit gegen zwischen neben wegen denen deren eben
        einen allen vielen wenigen beiden ihren unseren anderen ersten letzten meisten besten größten kleinsten neuen
        firmen fragen themen daten zahlen kosten quellen regionen kommunen unternehmen kunden jahren zielen""",
    )
)
_NOUN_ENDINGS: Final = re.compile(r"(?:heit|keit|schaft|ment|tät|ungen|ionen|heiten|keiten|schaften|itäten)\Z")
"""Nouns that end like verbs, and like hardly any verb."""

_ENDINGS: Final = re.compile(r"(?:t|te|ten|en|ern|eln)\Z")


def may_be_verb(word: str) -> bool:
    """Where a noun looks the same, it could be one."""
    if word in _VERBS:
        return True
    is_noun = word in _NO_VERBS or bool(_NOUN_ENDINGS.search(word))
    return len(word) > 3 and not is_noun and bool(_ENDINGS.search(word))
