"""What the engine itself says on slides and in notes, in German."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import Labels

LABELS: Final = Labels(
    agenda="Agenda",
    appendix="Anhang",
    base="Basis",
    resting_on="Basis {base}",
    respondents="n = {n}",
    continued="Fortsetzung, {page} von {pages}",
    rows="Zeilen {first} bis {last} von {count}",
    progress="Teil {number} von {count}: {title}",
    option="Nr. {numbers} von {count}",
    quarter="Q{number}",
    minutes="Min.",
    source="Quelle",
    sources="Quellen",
    figure="Kennzahl",
    value="Wert",
    as_of="Stand",
    number="Nr.",
    step="Schritt",
    responsible="Verantwortlich",
    when="Wann",
    phone="Telefon",
    email="E-Mail",
    web="Web",
    notes_minutes="Zeit",
    notes_sources="Die Zahlen auf dieser Folie",
    prepared_for="Erstellt für",
    rounded="gerundet",
    given="In der Quelle angegeben",
    computed="Berechnet",
    share_of="{part} in Prozent von {whole}",
    tabulated={
        "count": "Gezählt in {file}",
        "share": "Anteil der Antworten in {file}",
        "sum": "Summe der Antworten in {file}",
        "mean": "Mittelwert der Antworten in {file}",
        "median": "Median der Antworten in {file}",
        "minimum": "Niedrigste Antwort in {file}",
        "maximum": "Höchste Antwort in {file}",
    },
    answered="die Antwort „{answer}“ auf „{question}“",
    quoted="„{question}“",
    where="wobei „{question}“ {answers} ist",
    either="oder",
    hidden="verborgen",
    hidden_why="verborgen: zu wenige Antworten",
)
