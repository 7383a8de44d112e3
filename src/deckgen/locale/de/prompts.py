"""What empty placeholders ask for, in German. In: nothing. Out: the prompts."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import Prompts

PROMPTS: Final = Prompts(
    title="Titel eingeben",
    text="Text eingeben",
    heading="Überschrift eingeben",
    section="Abschnitt",
    lead="Einleitung eingeben",
    counted="Was gezählt wird",
    subtitle="Untertitel",
    meeting="Anlass und Datum",
    client="Erstellt für",
    logo="Logo des Kunden",
    ordinal="Nr.",
    chart="Diagramm einfügen",
    table="Tabelle einfügen",
    notes="Notizen eingeben",
    page="‹Nr.›",
)
