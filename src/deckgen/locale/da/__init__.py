"""Danish: one file for each sort of thing that a language says."""

from __future__ import annotations

from typing import Final

from deckgen.locale.da.breaks import ABBREVIATIONS, HELD
from deckgen.locale.da.compounds import COMPOUNDS
from deckgen.locale.da.dates import DATES
from deckgen.locale.da.drafts import DRAFTS
from deckgen.locale.da.exempt_numbers import EXEMPT_NUMBERS
from deckgen.locale.da.icons import ICONS
from deckgen.locale.da.labels import LABELS
from deckgen.locale.da.numbers import NUMBERS
from deckgen.locale.da.places import PLACES
from deckgen.locale.da.prompts import PROMPTS
from deckgen.locale.da.qualifiers import QUALIFIERS
from deckgen.locale.da.reading import READING
from deckgen.locale.da.surveys import SURVEYS
from deckgen.locale.da.verbs import may_be_verb
from deckgen.model.language import Language, Prose

LANGUAGE: Final = Language(
    code="da-DK",
    labels=LABELS,
    prompts=PROMPTS,
    numbers=NUMBERS,
    dates=DATES,
    prose=Prose(may_be_verb, QUALIFIERS, EXEMPT_NUMBERS, READING),
    held=HELD,
    abbreviations=ABBREVIATIONS,
    compounds=COMPOUNDS,
    icons=ICONS,
    places=PLACES,
    surveys=SURVEYS,
    drafts=DRAFTS,
)
