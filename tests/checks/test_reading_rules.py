"""What rules that read as a person reads leave alone, and what they still see beside it."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest
from planted import codes, found_in, subject

from deckgen.locale import language

pytestmark = pytest.mark.usefixtures("rules_said")

SMALL = "Nogle af tallene er skøn"
YEARS = """\
old: {value: 40, label: Møder i 2019, source: survey, as-of: 2019}
new: {value: 80, label: Møder i 2023, source: survey, as-of: 2023}
"""
TABLE = """\
  - id: survey.members
    kind: table
    title: Klyngerne har ${{members}} medlemmer i regionen
    columns: [Klynger, Tal]
    rows:
      - cells: [Små, "{small}"]
      - cells: [Store, "{large}"]
      - cells: [I alt, "{total}"]
    minutes: 3
"""


def said(text: str) -> str:
    """The slide of members with another line in it."""
    return planted.MEMBERS.replace(SMALL, f"'{text}'")


@pytest.mark.parametrize(
    "text",
    [
        "Skole 4 og Nørreskolen er med",
        "De kører ad Rute 12 fra Spor 1 til 3",
        "Skemaet følger ISO 9001 og lå på Havnegade 12",
        "Skibet M/S Nordhavn 2 har plads",
        "Filmen »Vrag 404« er set",
        "Huset er fra 1871",
    ],
)
def test_names_with_numbers_are_no_findings(text: str, tmp_path: Path) -> None:
    assert codes(subject(tmp_path, members=said(text))) == set()


@pytest.mark.parametrize("text", ["På hvert hold 12 elever", "De har 12 spor", "I hver klasse 24 elever"])
def test_what_is_counted_is_no_name(text: str, tmp_path: Path) -> None:
    assert codes(subject(tmp_path, members=said(text))) == {"bare-number"}


def test_the_typed_data_of_a_chart_are_told_once(tmp_path: Path) -> None:
    presence = planted.PRESENCE.replace('"${dialogue}"', "12").replace('"${present}"', "7")
    told = [one.message for one in found_in(subject(tmp_path, presence=presence)) if one.code == "bare-number"]
    assert told == ["2 values of one chart stand unbound: 12, 7"]


def test_a_row_of_years_is_no_survey(tmp_path: Path) -> None:
    chart = planted.PRESENCE.replace(", n = ${answered}", "").replace(
        "chart: bar", "chart: column\n    ordered: true"
    )
    years = chart.replace('{label: Ønsker dialog, value: "${dialogue}"}', '{label: "2019", value: "${old}"}')
    years = years.replace('label: Er til stede, value: "${present}"', 'label: "2023", value: "${new}"')
    figures = f"{planted.FIGURES}{YEARS}"
    assert "chart-without-base" not in codes(subject(tmp_path, presence=years, figures=figures))
    of_one_year = figures.replace("as-of: 2019", "as-of: 2023")
    assert "chart-without-base" in codes(subject(tmp_path / "b", presence=years, figures=of_one_year))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Se side 40 i rapporten", set()),
        ("Se side 4", set()),
        ("Se side 40", {"dangling-reference"}),
        ("Tabellen på side 3 viser det", {"dangling-reference"}),
        ("Se survey.presense", {"dangling-reference"}),
        ("Skriv til www.survey.example", set()),
    ],
)
def test_a_page_is_looked_up(text: str, wanted: set[str], tmp_path: Path) -> None:
    assert codes(subject(tmp_path, members=said(text))) == wanted


@pytest.mark.parametrize(
    ("small", "large", "total", "wanted"),
    [
        ("${present}", "${dialogue}", "$[19|sum]", set()),
        ("${present}", "${dialogue}", "$[18|sum]", {"total-not-sum"}),
        ("$[7,4|mean]", "$[6,9|mean]", "$[7,2|mean of all]", set()),
        ("$[40 %|share]", "$[30 %|share]", "$[72 %|share of another]", set()),
        ("$[40 %|share]", "$[30 %|share]", "$[100 %|all]", {"total-not-sum"}),
        ("$[1,4|rounded]", "$[2,3|rounded]", "$[3,8|rounded]", set()),
        ("–", "${dialogue}", "$[30|with hidden]", set()),
    ],
)
def test_a_total_is_held_against_what_it_can_be(
    small: str, large: str, total: str, wanted: set[str], tmp_path: Path
) -> None:
    table = TABLE.format(small=small, large=large, total=total)
    assert codes(subject(tmp_path, members=table)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I 2023 var ${new} møder holdt", set()),
        ("Siden 2019 er der holdt ${new} møder", set()),
        ("I 2030 vil der være ${new} møder", set()),
        ("Undersøgelsen kom i 2019, og ${new} møder fulgte", set()),
        ("I 2019 var ${new} møder holdt", {"year-not-as-of"}),
    ],
)
def test_a_year_is_that_of_its_number(text: str, wanted: set[str], tmp_path: Path) -> None:
    figures = planted.FIGURES + YEARS.splitlines()[1] + "\n"
    assert codes(subject(tmp_path, members=said(text), figures=figures)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De kender Karen Holm, og Karin Dahl kender dem", set()),
        ("Vi så Norge, og Norges havne så os", set()),
        ("Bygherren er Havneselskabet, siger Havneselskabets direktør", set()),
        ("Vi spurgte Villads Thorhauge, og Vilads Thorhauge svarede", {"name-spelled-twice"}),
    ],
)
def test_names_are_told_from_slips(text: str, wanted: set[str], tmp_path: Path) -> None:
    assert codes(subject(tmp_path, members=said(text))) == wanted


@pytest.mark.parametrize(
    ("board", "directorate", "wanted"),
    [
        ("Tre klynger har et kontor.", "Tre klynger har et kontor og en havn.", set()),
        ("Tre klynger har et kontor.", "Fire havne er åbne.", set()),
        ("Mødet tager ti minutter.", "Mødet tager fem minutter.", set()),
        ("Tre klynger har et kontor.", "Fire klynger har et kontor.", {"variants-disagree"}),
    ],
)
def test_variants_may_say_different_things(board: str, directorate: str, wanted: set[str], tmp_path: Path) -> None:
    notes = f"    notes:\n      board: {board}\n      directorate: {directorate}\n"
    assert codes(subject(tmp_path, members=planted.MEMBERS + notes)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Over halvdelen har været med i ti år", set()),
        ("Halvdelen af mødet er dialog", set()),
        ("De fleste klynger er til stede i regionen", set()),
        ("Kun få klynger er til stede i regionen", {"words-against-figures"}),
    ],
)
def test_words_about_nothing_that_is_shown_are_nobodys(text: str, wanted: set[str], tmp_path: Path) -> None:
    presence = planted.PRESENCE.replace("Siden 2021 er ${present} af klyngerne kommet til.", f"{text}.")
    assert codes(subject(tmp_path, presence=presence)) == wanted


def test_the_page_of_sources_needs_no_sentence(tmp_path: Path) -> None:
    sources = "  - {id: meeting.questions, kind: sources, title: Kilder, minutes: 2}\n"
    assert codes(subject(tmp_path, questions=sources)) == set()


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("da", "Vi kunne nå det hele inden jul"),
        ("da", "Aftalen udløb i maj"),
        ("da", "Kunderne forsvandt"),
        ("da", "Flyt kontoret til havnen"),
        ("en", "Small firms struggle"),
        ("en", "Costs eat the income"),
        ("en", "The river froze"),
    ],
)
def test_a_title_with_a_verb_is_a_sentence(code: str, title: str) -> None:
    known = language(code)
    assert known is not None and any(map(known.prose.may_be_verb, title.casefold().split()))
