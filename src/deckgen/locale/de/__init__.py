"""German: one file for each sort of thing that a language says."""

from __future__ import annotations

from typing import Final

from deckgen.locale.de.breaks import ABBREVIATIONS, HELD
from deckgen.locale.de.dates import DATES
from deckgen.locale.de.drafts import DRAFTS
from deckgen.locale.de.exempt_numbers import EXEMPT_NUMBERS
from deckgen.locale.de.labels import LABELS
from deckgen.locale.de.numbers import NUMBERS
from deckgen.locale.de.prompts import PROMPTS
from deckgen.locale.de.qualifiers import QUALIFIERS
from deckgen.locale.de.surveys import SURVEYS
from deckgen.locale.de.verbs import may_be_verb
from deckgen.model.language import Language, Prose

LANGUAGE: Final = Language(
    code="de-DE",
    labels=LABELS,
    prompts=PROMPTS,
    numbers=NUMBERS,
    dates=DATES,
    prose=Prose(may_be_verb, QUALIFIERS, EXEMPT_NUMBERS),
    held=HELD,
    abbreviations=ABBREVIATIONS,
    surveys=SURVEYS,
    drafts=DRAFTS,
)
