"""Numbers that are typed, titles that ask, and what is referred to by name: what is left alone, and what is seen."""

from __future__ import annotations

import re
from pathlib import Path

import planted
import pytest
from planted import codes, found_in, subject

from deckgen.locale import language

pytestmark = pytest.mark.usefixtures("rules_said")

SMALL = "Nogle af tallene er skøn"
SUPPORTING = f"{planted.PRESENCE}    supports: [survey.members]\n"
STATEMENT = "  - {{id: survey.members, kind: statement, title: '{title}', body: Vi så det i marts, minutes: 3}}\n"
PEOPLE = """\
  - id: survey.members
    kind: people
    title: Tre personer holder planen i gang
    people:
      - {name: Asta Holm, role: Formand}
      - {name: Bo Lind, role: Havnefoged}
      - {name: Carla Juul, role: Planlægger}
    minutes: 3
"""
SHARES = """\
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: {chart}
    ordered: true
    counted: Andel i procent, n = ${{answered}}{counted}
    data:
      - {{label: {label}, value: 54}}
      - {{label: Imod, value: 21}}
      - {{label: {rest}, value: {last}}}
    minutes: 5
    notes: Siden 2021 er ${{present}} af klyngerne kommet til, og ${{dialogue}} ønsker dialog.
"""
LIST = """\
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${{members}} medlemmer i regionen
    items:
      - Havnen har $[40 %|typed] af dem
      - Byen har $[35 %|typed] af dem{more}
      - {last}
    minutes: 3
"""


def told(found: set[str]) -> set[str]:
    """What is told but for numbers without a figure, which these tests type."""
    return found - {"bare-number", "unused-figure"}


def said(text: str) -> str:
    """The slide of members with another line in it."""
    return planted.MEMBERS.replace(SMALL, f"'{text}'")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Lad havnen vælge den første båd", {"recommendation-without-finding"}),
        ("Brug de penge, som havnen har", {"recommendation-without-finding"}),
        ("Lad os se, hvem kommer?", set()),
        ("Brug af kajen vokser hvert år", set()),
        ("Havnen lader alle både vente", set()),
    ],
)
def test_a_title_that_asks_for_something_recommends(title: str, wanted: set[str], tmp_path: Path) -> None:
    presence = f"{planted.PRESENCE}    supports: [meeting.questions]\n"
    members = STATEMENT.format(title=title)
    assert told(codes(subject(tmp_path / "a", presence=presence, members=members))) == wanted
    assert told(codes(subject(tmp_path / "b", presence=SUPPORTING, members=members))) == set()


@pytest.mark.parametrize(
    ("title", "asks"),
    [
        ("Start with the empty hours", True),
        ("Let the clubs keep their keys", True),
        ("Use of the halls is rising", False),
        ("Open questions remain", False),
        ("Train services are late", False),
        ("Start times are late", False),
        ("Boats wait for a berth", False),
    ],
)
def test_an_english_title_asks_where_it_begins_with_a_verb(title: str, asks: bool) -> None:
    known = language("en")
    assert known is not None and bool(re.search(known.prose.reading.asks, title, re.IGNORECASE)) == asks


@pytest.mark.parametrize("title", ["Begynd med at tømme spanden sjældnere", "Opsig aftalen med værftet inden maj"])
def test_a_title_that_asks_is_a_sentence(title: str, tmp_path: Path) -> None:
    assert told(codes(subject(tmp_path, members=STATEMENT.format(title=title)))) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("${present} af 12 klynger er her", set()),
        ("${present} af 13 klynger er her", {"part-of-another-whole"}),
        ("${present} af regionens 13 klynger er her", {"part-of-another-whole"}),
        ("${present} af 13 både er her", set()),
        ("Syv af de tolv klynger er her, siger ${present}", set()),
        ("Syv af de tretten klynger er her, siger ${present}", {"part-of-another-whole", "words-against-figures"}),
        ("Otte af de tretten klynger er små, siger ${present}", set()),
    ],
)
def test_a_typed_whole_is_held_against_the_base(text: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(codes(subject(tmp_path, members=said(text)))) == wanted


@pytest.mark.parametrize(
    ("chart", "label", "counted", "last", "rest", "wanted"),
    [
        ("bar", "For", "", 25, "I tvivl", set()),
        ("bar", "For", "", 26, "I tvivl", set()),
        ("bar", "For", "", 35, "I tvivl", {"shares-not-whole"}),
        ("bar", "For", ", flere svar muligt", 35, "I tvivl", set()),
        ("bar", "Vil være med", "", 35, "I tvivl", set()),
        ("bar", "For", "", 15, "I tvivl", set()),
        ("bar", "For", "", 35, "Skive", set()),
        ("doughnut", "For", "", 25, "I tvivl", set()),
        ("doughnut", "For", "", 15, "I tvivl", {"shares-not-whole"}),
        ("doughnut", "Vil være med", "", 35, "I tvivl", {"shares-not-whole"}),
    ],
)
def test_per_cents_that_are_typed_are_parts_too(
    chart: str, label: str, counted: str, last: int, rest: str, wanted: set[str], tmp_path: Path
) -> None:
    presence = SHARES.format(chart=chart, label=label, counted=counted, last=last, rest=rest)
    assert told(codes(subject(tmp_path, presence=presence))) == wanted


@pytest.mark.parametrize(
    ("more", "last", "wanted"),
    [
        ("", "De sidste $[25 %|typed] bor på øen", set()),
        ("", "De sidste $[26 %|typed] bor på øen", set()),
        ("", "De sidste $[35 %|typed] bor på øen", {"shares-not-whole"}),
        ("", "På øen bor $[35 %|typed]", set()),
        (", og $[20 %|typed] af dem har båd, mens $[9 %|typed] har to", "De sidste $[25 %|typed] bor på øen", set()),
    ],
)
def test_what_is_left_in_a_list_makes_all_of_it(more: str, last: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(codes(subject(tmp_path, members=LIST.format(more=more, last=last)))) == wanted


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        ("Tallene er fra 2023.", set()),
        ("Tallene gælder 2022.", {"year-not-as-of"}),
        ("Tallene er fra 2022 og kommer igen.", {"year-not-as-of"}),
        ("Klyngerne kom i 2022.", set()),
    ],
)
def test_a_year_of_all_numbers_is_that_of_the_slide(notes: str, wanted: set[str], tmp_path: Path) -> None:
    figures = planted.FIGURES.replace("source: survey", "source: survey, as-of: 2023")
    presence = planted.PRESENCE.replace("Siden 2021 er ${present} af klyngerne kommet til.", notes)
    assert codes(subject(tmp_path, presence=presence, figures=figures)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hvem der kom, se survey.answers", {"dangling-reference"}),
        ("Skriv til survey.answers", set()),
        ("Mere står på survey.example", set()),
        ("Se survey.dk/answers", set()),
        ("Se prisen i bilag 2", {"dangling-reference"}),
        ("Se prisen i bilag 2 til aftalen", set()),
        ("Prisen står i sagens bilag 2", set()),
    ],
)
def test_what_is_referred_to_by_name_is_looked_up(text: str, wanted: set[str], tmp_path: Path) -> None:
    assert codes(subject(tmp_path, members=said(text))) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Prisen [følger, når den bekræftes] er lav", {"placeholder-left"}),
        ("Vi så [dem alle] på havnen", set()),
    ],
)
def test_a_remark_in_brackets_stands_for_a_text(text: str, wanted: set[str], tmp_path: Path) -> None:
    assert codes(subject(tmp_path, members=said(text))) == wanted


def test_a_list_of_people_claims_nothing(tmp_path: Path) -> None:
    assert told(codes(subject(tmp_path, presence=SUPPORTING, members=PEOPLE))) == {"supports-no-claim"}


@pytest.mark.parametrize(
    ("board", "directorate", "wanted"),
    [
        ("Hun talte med fjorten klynger.", "Hun talte med de 14 en for en.", set()),
        ("Hun talte med fjorten klynger.", "Hun talte med de 12 en for en.", {"variants-disagree"}),
        ("Hun talte med fjorten klynger.", "Hun talte med klyngerne på Havnegade 12.", set()),
        ("Hun talte med fjorten klynger.", "Hun talte med 12 % af dem.", set()),
        ("På tre år kom der flere.", "Der kom fire flere.", set()),
    ],
)
def test_variants_agree_in_digits_as_in_words(board: str, directorate: str, wanted: set[str], tmp_path: Path) -> None:
    notes = f"    notes:\n      board: {board}\n      directorate: {directorate}\n"
    assert told(codes(subject(tmp_path, members=planted.MEMBERS + notes))) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Fire hundrede børn venter", {"bound-without-qualifier"}),
        ("Omkring fire hundrede børn venter", set()),
        ("Fire hundrede både venter", set()),
    ],
)
def test_an_estimate_of_another_slide_wants_its_qualifier(text: str, wanted: set[str], tmp_path: Path) -> None:
    figures = (
        f"{planted.FIGURES}waiting: {{value: 400, unit: børn, qualifier: about, label: Venteliste, source: survey}}\n"
    )
    presence = planted.PRESENCE.replace("kommet til.", "kommet til, og ${waiting} børn venter.")
    assert codes(subject(tmp_path, members=said(text), presence=presence, figures=figures)) == wanted


def test_a_typed_total_with_its_unit_is_held_against_its_rows(tmp_path: Path) -> None:
    table = """\
  - id: survey.members
    kind: table
    title: Klyngerne har ${members} medlemmer i regionen
    columns: [Klynger, Tal]
    rows:
      - cells: [Små, "$[1,4 mio. kr.|typed]"]
      - cells: [Store, "$[2,1 mio. kr.|typed]"]
      - cells: [I alt, "$[4,8 mio. kr.|typed]"]
    minutes: 3
"""
    assert codes(subject(tmp_path, members=table)) == {"total-not-sum"}


def test_three_tenths_are_no_difference(tmp_path: Path) -> None:
    figures = f"{planted.FIGURES}old: {{value: 40, label: Ventetid i 2019, source: survey, as-of: 2019}}\n"
    figures += "new: {value: 52, label: Ventetid i 2023, source: survey, as-of: 2023}\n"
    chart = """\
  - id: survey.presence
    kind: chart
    title: Ventetiden er steget med {by} siden 2019
    chart: line
    counted: Ventetid i dage
    data:
      - {{label: "2019", value: "${{old}}"}}
      - {{label: "2023", value: "${{new}}"}}
    minutes: 5
    notes: Siden 2021 er ${{present}} af klyngerne kommet til, og ${{dialogue}} ønsker dialog.
"""
    for by, wanted in (("tre tiendedele", set()), ("tre dage", {"difference-not-so"})):
        found = found_in(subject(tmp_path / by, presence=chart.format(by=by), figures=figures))
        assert {one.code for one in found if one.severity != "info"} == wanted
