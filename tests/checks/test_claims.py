"""What texts claim of a chart, a table or a plan, in words: what is right is left alone, what is wrong is told."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest
from planted import codes, subject

from deckgen.locale import language

OURS = {"claim-not-shown", "difference-not-so", "count-not-shown", "column-not-computed", "dates-disagree"}
OURS |= {"unit-differs", "lists-differ", "words-against-figures", "part-of-another-whole", "shares-not-whole"}
OURS |= {"dangling-reference", "name-spelled-twice"}

LINE = """\
  - id: survey.presence
    kind: chart
    title: Tallet er fulgt i fire år
    chart: line
    counted: Møder i tusinde timer
    data:
      - {{label: "2020", value: 40}}
      - {{label: "2021", value: 46}}
      - {{label: "2022", value: 44}}
      - {{label: "2023", value: 60}}
    so-what: {said}
    minutes: 5
"""
BARS = """\
  - id: survey.presence
    kind: chart
    title: Klyngerne ønsker forskellige ting
    chart: bar
    counted: Antal klynger, i alt 100
    data:
      - {{label: Kontor i byen, value: 45}}
      - {{label: Fælles møder, value: 30}}
      - {{label: Nye kurser, value: 25}}
    so-what: {said}
    minutes: 5
"""
YEARS = """\
  - id: survey.presence
    kind: chart
    title: Indtægterne er fordelt på tre kilder
    chart: clustered_bar
    counted: Indtægter i mio. kr.
    series: ["2019", "2024"]
    data:
      - {{label: Staten, value: [6, 6]}}
      - {{label: Kommunen, value: [7, 8]}}
      - {{label: Fonde, value: [1, 2]}}
    so-what: {said}
    minutes: 5
"""
ANSWERS = """\
  - id: survey.presence
    kind: chart
    title: Svarene er delt i to år
    chart: percent_column
    counted: Procent af klyngerne
    ordered: true
    series: [Tilfredse, Ved ikke, Utilfredse]
    data:
      - {{label: "2022", value: [40, 20, 40]}}
      - {{label: "2023", value: [52, 18, {last}]}}
    so-what: {said}
    minutes: 5
"""
TABLE = """\
  - id: survey.members
    kind: table
    title: {title}
    columns: [Kaj, Længde i meter, Pris i mio. kr.]
    rows:
      - cells: [Nordkaj, "$[500|test]", "$[12|test]"]
      - cells: [Midterkaj, "$[300|test]", "$[30|test]"]
      - cells: [Sydkaj, "$[200|test]", "$[18|test]"]
      - {{cells: [I alt, "$[1.000|test]", "$[60|test]"], total: true}}
    minutes: 3
"""
PLAN = """\
  - id: survey.members
    kind: roadmap
    title: Planen er delt i tre spor
    by: quarter
    rows:
      - {{label: Uddybning, bars: [{{from: 2025-Q1, to: 2025-Q4}}]}}
      - {{label: Nyt areal, bars: [{{from: 2026-04, to: 2027-09}}]}}
      - {{label: Indvielse, milestones: [{{at: 2027-10, label: Fest}}]}}
    minutes: 3
    notes: {said}
"""


def told(folder: Path, **slides: str) -> set[str]:
    """The codes of those rules that this file is about."""
    return codes(subject(folder, **slides)) & OURS


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Timerne er steget siden 2020", set()),
        ("Timerne faldt i 2022", set()),
        ("Timerne steg i 2021 og er faldet siden", {"claim-not-shown"}),
        ("Timerne steg i 2022", {"claim-not-shown"}),
        ("Timerne er vokset hvert år siden 2020", {"claim-not-shown"}),
        ("Timerne er vokset hvert år siden 2022", set()),
        ("Timerne er ikke vokset hvert år", set()),
        ("Timerne kan være faldet", set()),
        ("Den største stigning kom i 2023", set()),
        ("Den største stigning kom i 2021", {"claim-not-shown"}),
        ("Tallet er det højeste i perioden", set()),
        ("Tallet er højest i 2021", {"claim-not-shown"}),
        ("Det er tyve timer mere end for tre år siden", set()),
        ("Det er seksten timer mere end for tre år siden", {"difference-not-so"}),
        ("Det er seksten timer mere end i 2022", set()),
        ("Det er over 20 flere end i 2020", set()),
        ("I 2021 holdt de flere møder end i 2020", set()),
        ("Væksten er 20.000 timer siden 2020", set()),
        ("Væksten er 20 timer siden 2020", {"unit-differs"}),
    ],
)
def test_what_is_said_of_a_line(said: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, presence=LINE.format(said=said)) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Flest ønsker et kontor", set()),
        ("Flest ønsker møder", {"claim-not-shown"}),
        ("Færrest ønsker kurser", set()),
        ("Det mindste ønske er møder", {"claim-not-shown"}),
        ("De to største ønsker er kontor og møder", set()),
        ("De fleste ønsker kurser", {"words-against-figures"}),
        ("Den næststørste gruppe ønsker møder", set()),
        ("Den næststørste gruppe ønsker kurser", {"claim-not-shown"}),
        ("Møder og kurser er lige store", {"claim-not-shown"}),
        ("Hver fjerde vil lære noget", set()),
        ("Hver tredje har sagt andet", set()),
        ("Hver sjette har sagt andet", {"words-against-figures"}),
        ("Halvdelen vil det ene, halvdelen det andet, og resten ved ikke", {"shares-not-whole"}),
        ("Halvdelen vil det ene, en fjerdedel det andet, og resten ved ikke", set()),
        ("45 af de 100 klynger svarede", set()),
        ("100 af de 45 klynger svarede", {"part-of-another-whole"}),
        ("Se figur 3 i rapporten", set()),
        ("Se figur 3", {"dangling-reference"}),
    ],
)
def test_what_is_said_of_bars(said: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, presence=BARS.format(said=said)) == wanted


@pytest.mark.parametrize(
    ("counted", "said", "wanted"),
    [
        ("Gennemsnit på en skala fra 1 til 5", "Færrest svar er fra Kontor i byen", set()),
        ("Gennemsnit på en skala fra 1 til 5", "Flest klynger er med i Nye kurser", set()),
        ("Median på en skala fra 1 til 5", "Færrest svar er fra Kontor i byen", set()),
        ("Gennemsnit på en skala fra 1 til 5", "Den laveste værdi er for Kontor i byen", {"claim-not-shown"}),
        ("Gennemsnitligt antal klynger", "Færrest klynger er med i Kontor i byen", {"claim-not-shown"}),
        ("Antal svar", "Færrest svar er fra Kontor i byen", {"claim-not-shown"}),
    ],
)
def test_a_count_is_not_held_against_an_average_of_something_else(
    counted: str, said: str, wanted: set[str], tmp_path: Path
) -> None:
    bars = BARS.format(said=said).replace("Antal klynger, i alt 100", counted)
    assert told(tmp_path, presence=bars) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Fem klynger er til stede", {"words-against-figures"}),
        ("Fem er klynger til stede", {"words-against-figures"}),
        ("Fem store klynger er til stede", {"words-against-figures"}),
        ("Klynger til stede i fem byer", set()),
        ("Klynger til stede efter fem møder", set()),
    ],
)
def test_a_number_in_words_counts_the_noun_behind_it(said: str, wanted: set[str], tmp_path: Path) -> None:
    presence = planted.PRESENCE.replace("De fleste klynger er til stede i regionen", said)
    assert told(tmp_path, presence=presence) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Staten giver det samme som i 2019", set()),
        ("Kommunen giver det samme som i 2019", {"claim-not-shown"}),
        ("Fonde giver ikke det samme som i 2019", set()),
        ("Fonde er steget", set()),
        ("Fonde er faldet", {"claim-not-shown"}),
    ],
)
def test_what_is_said_of_two_years(said: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, presence=YEARS.format(said=said)) == wanted


@pytest.mark.parametrize(
    ("last", "said", "wanted"),
    [
        (30, "Tilfredse er steget med 12 procentpoint", set()),
        (30, "Tilfredse er steget med 30 %", set()),
        (30, "Tilfredse er steget med 12 %", {"difference-not-so"}),
        (30, "Utilfredse er steget", {"claim-not-shown"}),
        (40, "Svarene er kommet ind", {"shares-not-whole"}),
    ],
)
def test_what_is_said_of_shares(last: int, said: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, presence=ANSWERS.format(last=last, said=said)) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Nordkajen er længst", set()),
        ("Nordkajen er dyrest", {"claim-not-shown"}),
        ("Midterkajen er den næstlængste", set()),
        ("Sydkajen er den næstlængste", {"claim-not-shown"}),
        ("Nordkajen er halvdelen af længden", set()),
        ("Midterkajen koster halvdelen", set()),
        ("Nordkajen koster to tredjedele", {"words-against-figures"}),
        ("Nordkajen og Midterkajen er fire femtedele af længden", set()),
    ],
)
def test_what_is_said_of_a_table(title: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, members=TABLE.format(title=title)) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Uddybningen varer et år, det nye areal halvandet.", set()),
        ("Uddybningen varer fire kvartaler, sagde de.", set()),
        ("Uddybningen varer to år.", {"dates-disagree"}),
        ("Det nye areal begynder et år efter uddybningen.", set()),
        ("Det nye areal begynder i april 2026.", set()),
        ("Det nye areal begynder i maj 2026.", {"dates-disagree"}),
    ],
)
def test_what_is_said_of_a_plan(said: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, members=PLAN.format(said=said)) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("To spørgsmål giver retning", set()),
        ("Tre spørgsmål giver retning", {"count-not-shown"}),
        ("Mødet giver retning for tre kommuner", set()),
        ("Tre ud af fire vil have en retning", set()),
        ("Tre uger giver os en retning", set()),
        ("Ti år giver os en retning", set()),
    ],
)
def test_what_a_title_counts(title: str, wanted: set[str], tmp_path: Path) -> None:
    questions = planted.QUESTIONS.replace("Mødet giver retning for det videre arbejde", title)
    two = questions.replace("      - Hvad skal der til?", "      - Hvad skal der til?\n      - Hvem er med?")
    assert told(tmp_path, questions=two) == wanted


def test_what_the_items_count_too_is_not_how_many_they_are(tmp_path: Path) -> None:
    titled = planted.QUESTIONS.replace("Mødet giver retning for det videre arbejde", "Tre havne prøver det af")
    ours, theirs = (
        titled.replace("      - Hvad skal der til?", f"      - {said}\n      - Hvem er med?")
        for said in ("Hvilke tre havne prøver det af?", "Hvilke havne prøver det af?")
    )
    assert told(tmp_path, questions=ours) == set()
    assert told(tmp_path / "b", questions=theirs) == {"count-not-shown"}


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Ti minutter i to dele", set()),
        ("Ti minutter i tre dele", {"count-not-shown"}),
        ("Vi bruger en time", {"count-not-shown"}),
        ("De sidste fem minutter er jeres", set()),
        ("Tyve minutter er nok", {"count-not-shown"}),
    ],
)
def test_what_an_agenda_says(title: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, cover=planted.COVER.replace("title: Dagsorden", f"title: {title}")) == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Maj 2025", "Juni 2025", set()),
        ("Maj 2025", "Maj 2025", set()),
        ("Maj 2025", "14. maj 2025", set()),
        ("14. maj 2025", "3. maj 2025", {"dates-disagree"}),
        ("November 2025", "Januar 2026", set()),
        ("Maj", "April", set()),
        ("Maj 2025", "April 2025", {"dates-disagree"}),
    ],
)
def test_steps_follow_each_other(first: str, second: str, wanted: set[str], tmp_path: Path) -> None:
    steps = f"{{what: Vælg, who: Alle, when: {first}}}, {{what: Byg, who: Andre, when: {second}}}"
    slide = planted.QUESTIONS.replace("kind: dialogue", "kind: process")
    slide = slide.replace("    questions:\n      - Hvad skal der til?", f"    steps: [{steps}]")
    assert told(tmp_path, questions=slide) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mødet er den 19. juni 2025, og mødet igen den 20. maj 2025", set()),
        ("Styregruppen ses den 19. juni 2025. Kassereren rejser den 19. maj 2025", {"dates-disagree"}),
        ("Mette Kjærgaard ringer til Mette Kjærgård", {"name-spelled-twice"}),
        ("Hanna Doyle ringer, og så svarer Hannah Doyle", {"name-spelled-twice"}),
        ("Vi ser Nordre Havn, Nordre Havn og Nordre Havn ved Nordre Havnefront", {"name-spelled-twice"}),
        ("Vi ser Nordre Havn, Nordre Havn og Nordre Havn ved Nordre Havnen", set()),
    ],
)
def test_days_and_names_of_one_text(text: str, wanted: set[str], tmp_path: Path) -> None:
    assert told(tmp_path, members=planted.MEMBERS.replace("Nogle af tallene er skøn", f"'{text}'")) == wanted


@pytest.mark.parametrize("code", ["da", "de", "en"])
def test_a_language_that_says_nothing_of_claims_is_asked_nothing(code: str) -> None:
    spoken = language(code)
    assert spoken is not None
    claims = spoken.prose.reading.claims
    assert bool(claims.most) == bool(claims.rising) == bool(claims.differs) == (code in ("da", "en"))
