"""What the engine itself says on slides and in notes, in Danish."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import Labels

LABELS: Final = Labels(
    agenda="Dagsorden",
    appendix="Bilag",
    base="Grundlag",
    resting_on="grundlag {base}",
    respondents="n = {n}",
    continued="fortsat, {page} af {pages}",
    rows="række {first}-{last} af {count}",
    progress="Del {number} af {count}: {title}",
    option="Nr. {numbers} af {count}",
    quarter="{number}. kvt.",
    minutes="min.",
    source="Kilde",
    sources="Kilder",
    figure="Tal",
    value="Værdi",
    as_of="Tal fra",
    number="Nr.",
    step="Skridt",
    responsible="Ansvarlig",
    when="Hvornår",
    phone="Telefon",
    email="E-mail",
    web="Web",
    notes_minutes="Tid",
    notes_sources="Tallene på siden",
    prepared_for="Udarbejdet for",
    rounded="afrundet",
    given="Oplyst i kilden",
    computed="Beregnet",
    share_of="{part} i procent af {whole}",
    tabulated={
        "count": "Optalt i {file}",
        "share": "Andel af svarene i {file}",
        "sum": "Sum af svarene i {file}",
        "mean": "Gennemsnit af svarene i {file}",
        "median": "Median af svarene i {file}",
        "minimum": "Laveste svar i {file}",
        "maximum": "Højeste svar i {file}",
    },
    answered="svaret »{answer}« på »{question}«",
    quoted="»{question}«",
    where="hvor »{question}« er {answers}",
    either="eller",
    hidden="skjult",
    hidden_why="skjult: for få svar",
)
