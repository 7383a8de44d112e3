"""What texts claim of other slides and of figures, and what a deck of its author's own habits is not told."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest
from planted import codes, found_in, subject

POINTS = """\
  - id: survey.members
    kind: summary
    title: Klyngerne ser frem til mødet
    points:
      - {{heading: Til stede, text: {said}, link: survey.presence}}
      - {{heading: Medlemmer, text: De er mange}}
    minutes: 3
"""
TALLY = """\
  - id: survey.presence
    kind: tally
    title: {title}
    count: ${{present}}
    total: ${{answered}}
    label: af ${{answered}} klynger er til stede
    rest: er et andet sted
    minutes: 5
    notes: Alle ${{dialogue}} ønsker dialog.
"""
TEXT = "Nogle af tallene er skøn"
COLUMNS = """\
  - id: survey.members
    kind: table
    title: Klyngerne har ${{members}} medlemmer i regionen
    columns: [Egn, Spurgt, Svar, {head}]
    rows:
      - cells: [Nord, "$[20|a]", "$[10|a]", "$[{north}|a]"]
      - cells: [Syd, "$[40|a]", "$[10|a]", "$[{south}|a]"]
      - cells: [Øst, "$[10|a]", "$[4|a]", "$[{east}|a]"]
      - cells: [Vest, "$[12|a]", "$[6|a]", "$[{west}|a]"]
    minutes: 3
"""
OPTIONS = """\
  - id: meeting.questions
    kind: options_cards
    title: Vi anbefaler tre tiltag
    options: [{{heading: Fælles visitation}}, {{heading: {second}}}, {{heading: Ny bro}}]
    minutes: 2
"""
COSTS = """\
  - id: survey.members
    kind: table
    title: Tiltagene koster ${members} kroner i alt
    columns: [Tiltag, Kroner]
    rows:
      - cells: [Visitation, "$[100|a]"]
      - cells: [Aftenåbent, "$[200|a]"]
      - cells: [Broen, "$[75|a]"]
      - {cells: [I alt, "$[375|a]"], total: true}
    minutes: 3
"""
EARLIER = """\
old: {value: 40, label: Møder, source: survey, as-of: 2019}
new: {value: 52, label: Møder, source: survey, as-of: 2023}
more: {formula: new - old, label: Flere møder end før, source: survey, as-of: 2023}
goal: {value: 90, qualifier: about, label: "Møder i 2027, hvis planen følges", source: plan, as-of: 2023}
"""


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Syv af tolv klynger er til stede", set()),
        ("Fem af tolv klynger er et andet sted", set()),
        ("Tre af tolv klynger er til stede", {"words-against-figures"}),
    ],
)
def test_a_point_is_held_against_the_slide_that_it_links_to(said: str, wanted: set[str], tmp_path: Path) -> None:
    slides = {"members": POINTS.format(said=said), "presence": TALLY.format(title="Klyngerne er til stede")}
    assert codes(subject(tmp_path, **slides)) & {"words-against-figures"} == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Fem ud af tolv klynger er et andet sted", set()),
        ("Knap halvdelen af klyngerne er et andet sted", set()),
        ("En tiendedel af klyngerne er et andet sted", {"words-against-figures"}),
    ],
)
def test_what_a_count_leaves_is_seen_as_well(title: str, wanted: set[str], tmp_path: Path) -> None:
    made = subject(tmp_path, presence=TALLY.format(title=title))
    assert codes(made) & {"words-against-figures"} == wanted


@pytest.mark.parametrize(
    ("head", "numbers", "wanted"),
    [
        ("Andel", ("50 %", "25 %", "40 %", "50 %"), set()),
        ("Andel", ("50 %", "25 %", "40 %", "60 %"), {"column-not-computed"}),
        ("Andel", ("50 %", "30 %", "40 %", "60 %"), set()),
        ("Rest", ("10", "30", "6", "6"), set()),
        ("Rest", ("10", "30", "6", "9"), {"column-not-computed"}),
        ("I alt", ("30", "50", "14", "18"), set()),
        ("I alt", ("30", "60", "14", "18"), {"column-not-computed"}),
    ],
)
def test_one_row_that_breaks_step_is_told_once(
    head: str, numbers: tuple[str, str, str, str], wanted: set[str], tmp_path: Path
) -> None:
    north, south, east, west = numbers
    table = COLUMNS.format(head=head, north=north, south=south, east=east, west=west)
    found = [one.code for one in found_in(subject(tmp_path, members=table)) if one.severity != "info"]
    assert found == list(wanted)


@pytest.mark.parametrize(
    ("second", "wanted"),
    [("Aftenåbent hver dag", set()), ("Længere åbningstid", {"lists-differ"})],
)
def test_a_list_that_comes_again_has_the_same_items(second: str, wanted: set[str], tmp_path: Path) -> None:
    made = subject(tmp_path, members=COSTS, questions=OPTIONS.format(second=second))
    assert codes(made) & {"lists-differ"} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I 2023 var der ${more} flere end i 2019", set()),
        ("Der er ${more} flere end i 2019", set()),
        ("Planen giver ${goal} møder i 2027", set()),
        ("Der er ${more} flere end i 2018", {"year-not-as-of"}),
        ("Planen kan give ${goal|plain} møder", set()),
        ("Planen giver ${goal|plain} møder", {"bound-without-qualifier"}),
    ],
)
def test_years_and_hedges_of_a_figure(text: str, wanted: set[str], tmp_path: Path) -> None:
    figures = f"{planted.FIGURES}{EARLIER}"
    made = subject(tmp_path, members=planted.MEMBERS.replace(TEXT, f"'{text}'"), figures=figures)
    assert codes(made) & {"year-not-as-of", "bound-without-qualifier"} == wanted


def test_n_of_answers_counts_those_who_answered(tmp_path: Path) -> None:
    typed = planted.PRESENCE.replace('"${dialogue}"', "12").replace('"${present}"', "7")
    asked = typed.replace("n = ${answered}", "n = ${asked}")
    assert "part-of-another-whole" not in codes(subject(tmp_path, presence=typed))
    assert "part-of-another-whole" in codes(subject(tmp_path / "b", presence=asked))


def test_those_who_answered_are_not_asked_by_what_was_counted_of_them(tmp_path: Path) -> None:
    said = "base: '${answered} klynger', label: 'Ansatte i dem, der har svaret'"
    figures = f"{planted.FIGURES}staff: {{value: 90, source: survey, {said}}}\n"
    typed = planted.PRESENCE.replace('"${dialogue}"', "12").replace('"${present}"', "7")
    assert "part-of-another-whole" not in codes(subject(tmp_path, presence=typed, figures=figures))


@pytest.mark.parametrize(
    ("board", "wanted"),
    [("Tallet for dialog er 12.", set()), ("Tallet for dialog er 14.", {"variants-disagree"})],
)
def test_one_audience_is_told_what_the_slide_says(board: str, wanted: set[str], tmp_path: Path) -> None:
    said = planted.MEMBERS.replace(TEXT, "I alt er tallet for dialog $[12|a] i år")
    notes = f"    notes:\n      board: {board}\n      directorate: Alle vil tale sammen.\n"
    assert codes(subject(tmp_path, members=said + notes)) & {"variants-disagree"} == wanted


def test_typed_numbers_of_a_text_and_of_a_table_are_told_once_each(tmp_path: Path) -> None:
    table = COLUMNS.format(head="Rest", north=10, south=30, east=6, west=6).replace("$[", "").replace("|a]", "")
    notes = "    notes: Af 82 spurgte svarede 30.\n"
    told = [one.message for one in found_in(subject(tmp_path, members=table + notes)) if one.code == "bare-number"]
    assert told[0].startswith("12 numbers of one table stand unbound")
    assert told[1].startswith("2 numbers stand unbound") and len(told) == 2


@pytest.mark.parametrize("label", ["Under 30", "30 til 59", "60 og derover"])
def test_the_limits_of_a_class_are_no_findings(label: str, tmp_path: Path) -> None:
    chart = planted.PRESENCE.replace("label: Er til stede", f"label: {label}")
    assert codes(subject(tmp_path, presence=chart)) == set()
