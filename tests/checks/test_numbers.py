"""Which numbers in a text are known, and which must be bound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks.text.prose import Said, unbound_numbers
from deckgen.diagnostics import Span
from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.model.text import FigureUse, Paragraph, Run

PLACE = Span("a.yaml", 1, 1)


def unbound(*runs: Run | str, literals: tuple[str, ...] = ()) -> list[str]:
    written = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return list(unbound_numbers(Said((Paragraph(written),), PLACE), literals, DANISH))


@pytest.mark.parametrize(
    "said",
    [
        "Tolv af 13 klynger",
        "Der er 375 medlemmer i alt",
        "Vi har 12. Derefter kommer flere",
        "Et skøn på 2–3 klynger",
        "I alt 1.740 virksomheder",
        "92 % har svaret",
        "92% har svaret",
        "Det tager 4-5 år",
        "En andel på 1/3",
        "Der er 2021 eller 14",
        "12-årige deltog",
        "n = 12",
        "Budgettet er 19.500 kr.",
        "2 klynger",
        "Side 4 og 12 klynger",
        "En 12 mands gruppe",
        "Fra den ene til 1/3 af dem",
        "På vej 12 nye aftaler",
        "Uge 42 gav 375 medlemmer",
        "2x så mange",
        "klyngerne (13)",
    ],
)
def test_a_typed_number_is_found(said: str) -> None:
    assert unbound(said)


@pytest.mark.parametrize(
    "said",
    [
        "Fusionerne i 2020",
        "I 2021–2022 og 2021-22 var det anderledes",
        "Mødet er den 30. november 2023",
        "Datoen 2023-11-30 eller 30.11.2023 eller 30/11-2023",
        "Den 1. bølge",
        "1. Efterprøv fundene",
        "Ring til +45 98 12 34 56 eller 98 12 34 56",
        "COVID-19 og 5G og CO2 i B2B",
        "Se side 4 og punkt 3",
        "Mødet begynder kl. 14.30",
        "Mødet varer kl. 9-11",
        "https://example.dk/2/34 eller a12@example.dk",
        "Ingen tal her",
        "SMV’er",
        "Vi mødes den 14/3 og igen den 2/4-2024",
        "Det sker den 1.–2. juni og i 3. kvartal 2024",
        "Siden 90’erne og i 1990erne og 2020'erne",
        "Rejsen tager tid: jf. § 14, stk. 2, og punkt 3.2",
        "Se siderne 4–6, trin 1-3 og model 2 og 4.",
        "Modellerne 1, 2 og 3 ligner hinanden, figur 2a viser hvordan",
        "I uge 42 behandles spørgsmål 4 og hensyn 3",
        "FN’s verdensmål 9 og Industri 4.0",
        "Niels Bohrs Vej 30, 9220 Aalborg Øst",
        "Tlf. 98123456 og CVR-nr. 12345678",
        "ISO 9001, COP28, A4 og 3D-print",
        "Support 24/7",
    ],
)
def test_what_is_no_figure_is_left_alone(said: str) -> None:
    assert unbound(said) == []


def test_bound_and_literal_runs_are_left_alone_and_what_stands_beside_them_is_not() -> None:
    bound = Run("12", figure=FigureUse("answered", "", PLACE))
    literal = Run("2–3", literal="et skøn i samtalen")
    assert unbound(bound, " af ", literal, " klynger") == []
    assert len(unbound(bound, " af 13 klynger")) == 1


def test_a_phrase_with_a_reason_is_known_as_a_whole_only() -> None:
    assert unbound("Færre end 50 ansatte", literals=("50 ansatte",)) == []
    assert unbound("I alt 150 ansatte", literals=("50 ansatte",))
    assert unbound("Mere end 50.", literals=("50 ansatte",))


@given(st.integers(0, 1899), st.sampled_from(["klynger", "medlemmer", "kr.", "virksomheder"]))
def test_every_small_number_with_what_it_counts_is_found(number: int, counted: str) -> None:
    (found,) = unbound(f"Der er {number} {counted} i alt")
    assert str(number) in found


@pytest.mark.parametrize("word", ["har", "bygger", "gavner", "modnes", "afklares", "kan", "førte", "fandt", "er"])
def test_verbs(word: str) -> None:
    assert DANISH.prose.may_be_verb(word)


@pytest.mark.parametrize("word", ["klynger", "over", "efter", "klyngernes", "modeller", "nordjylland", "samarbejde"])
def test_no_verbs(word: str) -> None:
    assert not DANISH.prose.may_be_verb(word)
