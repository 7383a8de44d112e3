"""What German surveys say. In: nothing. Out: their words, in small letters."""

from __future__ import annotations

from typing import Final

from deckgen.model.survey_words import SurveyWords

SURVEYS: Final = SurveyWords(
    ladders=(
        (
            ("stimme überhaupt nicht zu", "stimme gar nicht zu", "trifft überhaupt nicht zu", "trifft gar nicht zu"),
            ("stimme nicht zu", "stimme eher nicht zu", "trifft nicht zu", "trifft eher nicht zu"),
            ("teils/teils", "teils teils", "weder noch", "neutral"),
            ("stimme eher zu", "trifft eher zu"),
            ("stimme zu", "trifft zu"),
            ("stimme voll zu", "stimme voll und ganz zu", "trifft voll zu", "trifft voll und ganz zu"),
        ),
        (
            ("sehr unzufrieden",),
            ("unzufrieden",),
            ("eher unzufrieden",),
            ("weder zufrieden noch unzufrieden", "teils/teils", "weder noch", "neutral"),
            ("eher zufrieden",),
            ("zufrieden",),
            ("sehr zufrieden",),
        ),
        (
            ("nie",),
            ("selten",),
            ("manchmal", "gelegentlich"),
            ("oft", "häufig"),
            ("sehr oft", "sehr häufig"),
            ("immer",),
        ),
        (
            ("gar nicht", "überhaupt nicht"),
            ("wenig", "etwas"),
            ("mittelmäßig", "teilweise"),
            ("ziemlich",),
            ("sehr",),
        ),
        (("sehr schlecht",), ("schlecht",), ("mittel", "befriedigend"), ("gut",), ("sehr gut",)),
        (("unwichtig", "gar nicht wichtig"), ("weniger wichtig",), ("teils/teils",), ("wichtig",), ("sehr wichtig",)),
    ),
    dont_know=frozenset(("weiß nicht", "keine angabe", "nicht zutreffend", "kann ich nicht beurteilen")),
    other=("andere", "anderes", "sonstige", "sonstiges"),
    ticks=(("ja", "nein"), ("gewählt", "nicht gewählt")),
    people=("name", "vorname", "nachname", "e-mail", "email", "telefon", "adresse", "anschrift", "ip-adresse"),
    keys=frozenset(("antwort-id", "antwort id", "teilnehmer-id", "fallnummer")),
    tools=frozenset(
        ("zeitstempel", "startzeit", "fertigstellungszeit", "sprache", "datum abgeschickt", "letzte seite")
    ),
    amounts=("wie viele", "anzahl", "alter", "jahr", "stunden", "betrag", "postleitzahl"),
    weights=frozenset(("gewicht", "gewichtung")),
    low=("unter", "weniger als", "höchstens", "bis zu"),
    high=("über", "mehr als", "mindestens"),
    scale="Von {low} bis {high}",
    source="Befragung, {year}",
    other_label="Anderes",
    yes="Ja",
    no="Nein",
)
