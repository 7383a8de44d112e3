"""British English: one file for each sort of thing that a language says."""

from __future__ import annotations

from typing import Final

from deckgen.locale.en.breaks import ABBREVIATIONS, HELD
from deckgen.locale.en.dates import DATES
from deckgen.locale.en.drafts import DRAFTS
from deckgen.locale.en.exempt_numbers import EXEMPT_NUMBERS
from deckgen.locale.en.icons import ICONS
from deckgen.locale.en.labels import LABELS
from deckgen.locale.en.numbers import NUMBERS
from deckgen.locale.en.prompts import PROMPTS
from deckgen.locale.en.qualifiers import QUALIFIERS
from deckgen.locale.en.reading import READING
from deckgen.locale.en.surveys import SURVEYS
from deckgen.locale.en.verbs import may_be_verb
from deckgen.model.language import Language, Prose

LANGUAGE: Final = Language(
    code="en-GB",
    labels=LABELS,
    prompts=PROMPTS,
    numbers=NUMBERS,
    dates=DATES,
    prose=Prose(may_be_verb, QUALIFIERS, EXEMPT_NUMBERS, READING),
    held=HELD,
    abbreviations=ABBREVIATIONS,
    icons=ICONS,
    surveys=SURVEYS,
    drafts=DRAFTS,
)
