"""What empty placeholders ask for, in Danish. In: nothing. Out: the prompts."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import Prompts

PROMPTS: Final = Prompts(
    title="Skriv titel",
    text="Skriv tekst",
    heading="Skriv overskrift",
    section="Afsnit",
    lead="Skriv indledning",
    counted="Hvad der tælles",
    subtitle="Undertitel",
    meeting="Møde og dato",
    client="Udarbejdet for",
    logo="Kundens logo",
    ordinal="Nr.",
    chart="Indsæt diagram",
    table="Indsæt tabel",
    notes="Skriv noter",
    page="‹nr.›",
)
