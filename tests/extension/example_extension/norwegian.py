"""Norwegian bokmål. In: nothing. Out: the language, with what the engine says in it."""

from __future__ import annotations

import re
from typing import Final

from deckgen.extend import Labels, Language, NumberStyle, Separators

_MONTHS: Final = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
_LABELS: Final = Labels(
    agenda="Dagsorden",
    appendix="Vedlegg",
    base="Grunnlag",
    continued="fortsatt",
    minutes="min",
    source="Kilde",
    sources="Kilder",
    figure="Tall",
    value="Verdi",
    as_of="Tall fra",
    step="Steg",
    responsible="Ansvarlig",
    when="Når",
    phone="Telefon",
    email="E-post",
    web="Nett",
    notes_minutes="Tid",
    notes_sources="Tallene på siden",
    prepared_for="Utarbeidet for",
    rounded="avrundet",
    how="Slik er tallet regnet ut",
    given="Oppgitt i kilden",
    computed="Beregnet",
    share_of="{part} i prosent av {whole}",
    tabulated={
        "count": "Talt opp i {file}",
        "share": "Andel av svarene i {file}",
        "sum": "Sum av svarene i {file}",
        "mean": "Gjennomsnitt av svarene i {file}",
        "median": "Median av svarene i {file}",
        "minimum": "Laveste svar i {file}",
        "maximum": "Høyeste svar i {file}",
    },
    answered="svaret «{answer}» på «{question}»",
    quoted="«{question}»",
    where="der «{question}» er {answers}",
    either="eller",
    hidden="skjult",
    hidden_why="skjult: for få svar",
)
_NUMBERS: Final = NumberStyle(
    Separators(decimal=",", group="\N{NO-BREAK SPACE}", minus="−", plus="+", tag="414"),
    qualifiers={
        "": "",
        "minimum": "minst",
        "maximum": "høyst",
        "about": "ca.",
        "over": "over",
        "under": "under",
    },
    words=("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    abbreviated=frozenset(("kr", "mill. kr", "pst.", "km", "kg")),
)


def _date(written: str) -> str:
    parts = [int(part) for part in re.findall("[0-9]+", written)]
    year, *rest = parts or [0]
    day = f"{rest[1]}. " if len(rest) == 2 else ""
    return f"{day}{_MONTHS[rest[0] - 1]} {year}" if rest else written


def _hold(text: str) -> str:
    return re.sub(r"(?<=[0-9]) (?=%|kr\b)", "\N{NO-BREAK SPACE}", text)


LANGUAGE: Final = Language(code="nb-NO", labels=_LABELS, numbers=_NUMBERS, date=_date, hold=_hold)
