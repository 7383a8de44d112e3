"""What numbers rest on is said once and clearly: in the foot by n and by base, in the notes question by question."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from content_folders import clean
from deckgen.checks.figures.bases import foot_says_n
from deckgen.locale import language
from deckgen.model.data import Counted, Declaration
from deckgen.model.figure import Figure, Tabulated
from deckgen.model.text import Text, text
from deckgen.planning.bases import bases
from deckgen.planning.binding import Binding
from deckgen.planning.notes import notes

DANISH = language("da")
assert DANISH is not None
BINDING = Binding({}, DANISH)
DECLARED = Declaration("survey.csv", "share", "help")


def cell(
    question: str,
    answer: str,
    value: int,
    base: int,
    group: str = "",
    effective: Decimal | None = None,
    said: str = "",
) -> Figure:
    """A share as a table's cell has it; `said` is a base in the content's own words."""
    where = (("By", (group,)),) if group else ()
    counted = Counted("survey.csv", "share", question, answer, base, where, effective=effective)
    label = f"{group}/{answer}" if group else answer
    provenance = Tabulated("help", answer, label, value, counted, DECLARED)
    name = f"table.help.{question}-{answer}-{group}"
    own = text(said) if said else Text(())
    return Figure(name, Decimal(value), "%", source="survey", base=own, label=label, provenance=provenance)


def given(name: str, value: int, base: str, label: str = "") -> Figure:
    return Figure(name, Decimal(value), source="survey", base=text(base), label=label or name)


def foot(figures: list[Figure], page: str = "") -> list[str]:
    return bases(figures, (text(page),), BINDING)


QUESTIONS = [cell("A", "Ja", 60, 57), cell("A", "Nej", 40, 57), cell("B", "Ja", 30, 55), cell("C", "Ja", 5, 58)]


def test_several_questions_have_one_n_from_the_fewest_to_the_most() -> None:
    assert foot(QUESTIONS) == ["n = 55–58"]
    assert foot(QUESTIONS[:2]) == ["n = 57"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("A (n\u00a0=\u00a057)\nB (n = 55)\nC (n = 58)", []),
        ("A (n = 57)", ["n = 55–58"]),
        ("B (n = 55) og C (n = 58)", ["n = 57"]),
        ("A (n = 570), B (n = 55.000) og C (n = 58,5)", ["n = 55–58"]),
    ],
)
def test_an_n_that_the_page_says_is_not_said_again(page: str, expected: list[str]) -> None:
    assert foot(QUESTIONS, page) == expected


def test_few_groups_have_each_its_n_by_name() -> None:
    groups = [cell("A", "Ja", 60, 20, "Nordby"), cell("A", "Nej", 40, 20, "Nordby"), cell("A", "Ja", 33, 9, "Sydby")]
    assert foot(groups) == ["n = 20 (Nordby), 9 (Sydby)"]
    assert foot([*groups, cell("B", "Ja", 33, 30, "Nordby")]) == ["n = 9–30"]
    assert foot([cell("A", "Ja", 1, 10 + at, f"By {at}") for at in range(7)]) == ["n = 10–16"]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Grundlag: n = 55–58.", {55, 57, 58}),
        ("Grundlag: 312 virksomheder; n = 20 (Nordby 2020), 9 (Sydby).", {20, 9}),
        ("Grundlag: n = 1.200–1.740. Afrundet.", {1200, 1500}),
        ("Grundlag: n = 12.", {12}),
        ("Kilde: 12–60 svar.", set()),
    ],
)
def test_a_rule_reads_n_out_of_the_foot(said: str, known: set[int]) -> None:
    assert DANISH is not None
    assert {n for n in (2, 9, 12, 20, 54, 55, 57, 58, 1200, 1500, 2020) if foot_says_n(said, n, DANISH)} == known


def test_an_n_is_not_said_beside_a_base_that_names_it() -> None:
    assert foot([cell("A", "Ja", 60, 240, said="240 virksomheder"), cell("A", "Nej", 40, 240)]) == [
        "240 virksomheder"
    ]
    assert foot([given("all", 240, "312 virksomheder"), cell("A", "Nej", 40, 240)]) == ["312 virksomheder", "n = 240"]


def test_a_weighted_n_has_the_effective_one_of_all_questions_beside_it() -> None:
    weighed = [cell("A", "Ja", 60, 57, effective=Decimal(44)), cell("B", "Ja", 30, 55, effective=Decimal(48))]
    assert foot(weighed) == ["n = 55–57, vægtet, effektivt n = 44–48"]


def test_the_usual_base_stands_bare_and_another_says_for_which_number() -> None:
    usual = [given("a", 7, "12 af 13 klynger"), given("b", 12, "12 af 13 klynger")]
    assert foot([given("c", 3, "de store klynger"), *usual]) == ["12 af 13 klynger", "de store klynger (3)"]


def test_a_number_that_stands_on_two_bases_is_called_by_its_label() -> None:
    """A foot said "12 af 13 klynger (7, 5, 12); de store klynger (5)": nobody could tell which five."""
    figures = [
        given("a", 5, "12 klynger"),
        given("b", 12, "12 klynger"),
        given("c", 5, "de store", "Store med kontor"),
    ]
    assert foot(figures) == ["12 klynger", "de store (Store med kontor)"]


def test_bases_of_which_none_is_usual_all_name_their_numbers() -> None:
    assert foot([given("a", 5, "ti"), given("b", 7, "tolv")]) == ["ti (5)", "tolv (7)"]


def told(folder: Path, *figures: Figure) -> list[str]:
    """The lines of the notes that say where numbers come from."""
    assert DANISH is not None
    content = clean(folder)["board"]
    known = {figure.name: figure for figure in figures}
    slide = replace(next(iter(content.slides.values())), minutes=Decimal(0), notes=Text(()))
    made = notes(slide, known, replace(content, figures=known), Binding(known, DANISH, known))
    return made.paragraphs[-1].plain.splitlines()


def test_answers_to_a_question_are_one_line_of_the_notes(tmp_path: Path) -> None:
    """The notes of one Likert chart had 815 words: source and n stood twice behind each number."""
    assert told(tmp_path, *QUESTIONS[:3]) == [
        "Tallene på siden: Klyngesurvey, 2023:",
        "Andel af svarene, n = 57: »A«: 60\u00a0% Ja, 40\u00a0% Nej.",
        "30\u00a0% – Ja. Andel af svarene, n = 55: svaret »Ja« på »B«.",
    ]


def test_groups_that_gave_one_answer_are_one_line_of_the_notes(tmp_path: Path) -> None:
    assert told(tmp_path, cell("A", "Ja", 60, 20, "Nordby"), cell("A", "Ja", 33, 9, "Sydby")) == [
        "Tallene på siden: Andel af svarene: svaret »Ja« på »A«, fordelt på »By«: Nordby (n = 20): 60\u00a0%; "
        "Sydby (n = 9): 33\u00a0% (Klyngesurvey, 2023).",
    ]


def test_a_label_of_the_contents_own_is_told_alone_in_the_notes(tmp_path: Path) -> None:
    own = replace(QUESTIONS[1], label="Siger nej")
    assert told(tmp_path, QUESTIONS[0], own)[1:] == [
        "60\u00a0% – Ja. Andel af svarene, n = 57: svaret »Ja« på »A«.",
        "40\u00a0% – Siger nej. Andel af svarene, n = 57: svaret »Nej« på »A«.",
    ]
