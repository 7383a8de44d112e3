"""How a figure came about, in Danish: the tabulation in the words of the questionnaire, the formula in labels."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.formulas import NoValueError, evaluate, parse_formula
from deckgen.locale import language
from deckgen.model.data import Counted
from deckgen.model.figure import Figure
from deckgen.nodes.node import Scalar
from deckgen.planning.provenance_text import came_about
from provenances import computed, tabulated

DANISH = language("da")
FIGURES = {
    "asked": Figure("asked", Decimal(13), label="Spurgte"),
    "answered": Figure("answered", Decimal(12), label="Svar"),
    "members.total": Figure("members.total", Decimal(1740), qualifier="minimum", label="Medlemmer"),
}


def said(formula: str) -> str:
    assert DANISH is not None
    return came_about(Figure("x", Decimal(0), provenance=computed(formula)), FIGURES, DANISH)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("asked - answered", "Spurgte (13) − Svar (12)"),
        ("share(answered, asked)", "Svar (12) i procent af Spurgte (13)"),
        ("100 - share(answered, asked)", "100 − (Svar (12) i procent af Spurgte (13))"),
        ("sum(asked, answered, 1.5)", "Spurgte (13) + Svar (12) + 1,5"),
        ("2 * sum(asked, answered)", "2 × (Spurgte (13) + Svar (12))"),
        ("asked - (answered - 1)", "Spurgte (13) − (Svar (12) − 1)"),
        ("asked / (answered * 2)", "Spurgte (13) ÷ (Svar (12) × 2)"),
        ("asked / answered / 2", "Spurgte (13) ÷ Svar (12) ÷ 2"),
        ("members.total * 1000", "mindst 1.740"),
    ],
)
def test_a_formula_is_said_with_labels_and_shown_values(formula: str, expected: str) -> None:
    text = said(formula).replace("\u00a0", " ")
    assert text.startswith("Beregnet: ")
    assert expected in text


NAMES = st.sampled_from(["asked", "answered", "2", "0.5"])
FORMULAS = st.recursive(
    NAMES, lambda part: st.builds("({} {} {})".format, part, st.sampled_from("+-*/"), part), max_leaves=7
)


@given(FORMULAS)
def test_what_is_said_means_what_the_formula_means(formula: str) -> None:
    read = parse_formula(Scalar(formula, True, Span("f")), Diagnostics())
    assert read is not None
    spoken = said(formula).removeprefix("Beregnet: ")
    for word, code in (("Spurgte (13)", "asked"), ("Svar (12)", "answered"), ("0,5", "0.5")):
        spoken = spoken.replace(word, code)
    again = parse_formula(Scalar(spoken, True, Span("f")), Diagnostics())
    assert again is not None
    values = {name: Fraction(figure.value) for name, figure in FIGURES.items()}
    try:
        wanted = evaluate(read, values)
    except NoValueError:
        return
    assert evaluate(again, values) == wanted


COUNTED = Counted("survey.csv", "count", "Er I til stede?", "Ja", 12)


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        (COUNTED, "Optalt, n = 12: svaret »Ja« på »Er I til stede?«"),
        (replace(COUNTED, statistic="share", base=9), "Andel af svarene, n = 9: svaret »Ja« på »Er I"),
        (replace(COUNTED, statistic="sum", answer=""), "Sum af svarene, n = 12: »Er I til stede?«"),
        (replace(COUNTED, base=1740), "Optalt, n = 1.740: "),
        (
            replace(COUNTED, where=(("Størrelse", ("Lille", "Stor")),)),
            "»Er I til stede?«, hvor »Størrelse« er Lille eller Stor",
        ),
        (
            replace(COUNTED, statistic="share", effective=Decimal("10.6")),
            "Andel af svarene, n = 12, vægtet, effektivt n = 11: svaret »Ja«",
        ),
        (
            replace(COUNTED, interval=(Decimal("31.6"), Decimal("62.4")), confidence=Decimal(95)),
            "svaret »Ja« på »Er I til stede?«; 95\u00a0%-konfidensinterval 32–62",
        ),
        (replace(COUNTED, statistic="quantile", answer="25 %"), "25 %-fraktil af svarene, n = 12: »Er I til stede?«"),
    ],
)
def test_a_tabulation_is_said_with_file_n_question_and_answer(counted: Counted, expected: str) -> None:
    assert DANISH is not None
    assert expected in came_about(Figure("x", Decimal(1), provenance=tabulated(counted=counted)), {}, DANISH)


@pytest.mark.parametrize(
    "statistic", ["count", "share", "sum", "mean", "median", "quantile", "nps", "minimum", "maximum"]
)
def test_every_statistic_has_words(statistic: str) -> None:
    assert DANISH is not None
    assert DANISH.labels.tabulated[statistic]


def test_what_a_source_gave_needs_no_words() -> None:
    assert DANISH is not None
    assert came_about(FIGURES["asked"], FIGURES, DANISH) == ""


def test_a_formula_of_which_a_part_is_not_told_says_only_that_it_was_computed() -> None:
    assert DANISH is not None
    told = {name: figure for name, figure in FIGURES.items() if name != "answered"}
    figure = Figure("x", Decimal(1), provenance=computed("asked - answered"))
    assert came_about(figure, told, DANISH) == "Beregnet"
    assert came_about(figure, FIGURES, DANISH).startswith("Beregnet: Spurgte")
