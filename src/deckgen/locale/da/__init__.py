"""Danish: one file for each sort of thing that a language says."""

from __future__ import annotations

from typing import Final

from deckgen.locale.da.breaks import ABBREVIATIONS, hold
from deckgen.locale.da.compounds import COMPOUNDS
from deckgen.locale.da.dates import date
from deckgen.locale.da.labels import LABELS
from deckgen.locale.da.numbers import NUMBERS
from deckgen.model.language import Language

LANGUAGE: Final = Language(
    code="da-DK",
    labels=LABELS,
    numbers=NUMBERS,
    abbreviations=ABBREVIATIONS,
    date=date,
    hold=hold,
    compounds=COMPOUNDS,
)
