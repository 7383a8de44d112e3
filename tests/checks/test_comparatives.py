"""What titles set over each other, and what they make up: those of a survey that a newcomer wrote, true and false."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from planted import FIGURES, codes, subject

from deckgen.locale import language

CLAIM, WORDS = {"claim-not-shown"}, {"words-against-figures"}
OURS = CLAIM | WORDS

GROUPS = """\
  - id: survey.presence
    kind: chart
    title: {said}
    chart: bar
    counted: Andel tilfredse eller meget tilfredse i procent efter afdeling, n = 60
    data:
      - {{label: Alle, value: 58}}
      - {{label: Kundeservice, value: 70}}
      - {{label: Drift, value: 60}}
      - {{label: Administration, value: 55}}
      - {{label: Værksted, value: 33}}
    minutes: 5
"""
ANSWERS = """\
  - id: survey.presence
    kind: chart
    title: {said}
    chart: bar
    counted: Antal svar efter afdeling, n = 60
    data:
      - {{label: Drift, value: 21}}
      - {{label: Kundeservice, value: 19}}
      - {{label: Administration, value: 11}}
      - {{label: Værksted, value: 9}}
    minutes: 5
"""
SCALE = """\
  - id: survey.presence
    kind: chart
    title: {said}
    chart: column
    counted: Hvor tilfreds er du alt i alt? Procent af 60 svar
    ordered: true
    data:
      - {{label: Meget utilfreds, value: 10}}
      - {{label: Utilfreds, value: 12}}
      - {{label: Hverken eller, value: 20}}
      - {{label: Tilfreds, value: 45}}
      - {{label: Meget tilfreds, value: 13}}
    minutes: 5
"""
STATEMENTS = """\
  - id: survey.presence
    kind: chart
    title: {said}
    chart: likert
    counted: Hvor enig er du i følgende udsagn? Procent af 60 svar
    series: [Helt uenig, Delvist uenig, Hverken eller, Delvist enig, Helt enig]
    data:
      - {{label: Ledelsen lytter til medarbejderne, value: [16, 12, 10, 37, 25]}}
      - {{label: Samarbejdet på tværs fungerer, value: [25, 23, 21, 20, 11]}}
      - {{label: Jeg kan anbefale arbejdspladsen til andre, value: [5, 19, 14, 26, 36]}}
    minutes: 5
"""
SIZES = """\
  - id: survey.members
    kind: table
    title: {said}
    columns: [Ansatte, Virksomheder, Har lærling, Andel]
    rows:
      - cells: [1–9, "$[100|test]", "$[42|test]", "$[42 %|test]"]
      - cells: [10–49, "$[80|test]", "$[56|test]", "$[70 %|test]"]
      - cells: [50 og flere, "$[30|test]", "$[28|test]", "$[93 %|test]"]
    minutes: 3
"""


def told(folder: Path, slide: str, said: str) -> set[str]:
    """The codes of those rules that this file is about."""
    where = "members" if slide is SIZES else "presence"
    return codes(subject(folder, **{where: slide.format(said=said)})) & OURS


@pytest.mark.parametrize(
    ("slide", "said", "wanted"),
    [
        (ANSWERS, "Værkstedet fylder mest i svarene", CLAIM),
        (ANSWERS, "Drift fylder mest i svarene", set()),
        (ANSWERS, "Værkstedet svinger mest fra år til år", set()),
        (ANSWERS, "Værkstedet ligger over Drift", CLAIM),
        (ANSWERS, "Værkstedet ligger under Drift", set()),
        (ANSWERS, "Administrationen dominerer svarene", CLAIM),
        (ANSWERS, "Ingen har svaret mere end værkstedet", CLAIM),
        (ANSWERS, "Ingen har svaret mere end Drift", set()),
        (ANSWERS, "Ni ud af ti vil skifte job", WORDS),
        (ANSWERS, "Næsten alle svar er fra værkstedet", WORDS),
        (GROUPS, "Værkstedet er mere tilfreds end Drift", CLAIM),
        (GROUPS, "Drift er mere tilfreds end værkstedet", set()),
        (GROUPS, "Drift er mindre tilfreds end værkstedet", CLAIM),
        (GROUPS, "Drift er mere utilfreds end værkstedet", CLAIM),
        (GROUPS, "Drift er mere erfaren end værkstedet", set()),
        (GROUPS, "Drift er mindst tilfreds", CLAIM),
        (GROUPS, "Drift er mest utilfreds", CLAIM),
        (GROUPS, "Værkstedet er mest utilfreds", set()),
        (GROUPS, "Utilfredsheden er størst i Kundeservice", CLAIM),
        (GROUPS, "Værkstedet ligger over gennemsnittet", CLAIM),
        (GROUPS, "Drift ligger over gennemsnittet", set()),
        (GROUPS, "Alle afdelinger er lige tilfredse", CLAIM),
        (GROUPS, "Tre afdelinger ligger over 58", CLAIM),
        (GROUPS, "To afdelinger ligger over 58", set()),
        (GROUPS, "Flertallet på værkstedet er tilfredse", WORDS),
        (SCALE, "De fleste er meget tilfredse", WORDS),
        (SCALE, "De fleste er tilfredse eller meget tilfredse", set()),
        (SCALE, "Flere er utilfredse end tilfredse", CLAIM),
        (SCALE, "Flere er tilfredse end utilfredse", set()),
        (STATEMENTS, "Flest mener, at samarbejdet på tværs fungerer", CLAIM),
        (STATEMENTS, "Færrest mener, at samarbejdet på tværs fungerer", set()),
        (STATEMENTS, "De fleste mener, at samarbejdet på tværs fungerer", WORDS),
        (STATEMENTS, "Flertallet er uenige i, at ledelsen lytter", WORDS),
        (STATEMENTS, "Flertallet er enige i, at ledelsen lytter", set()),
        (STATEMENTS, "Under halvdelen kan anbefale arbejdspladsen til andre", WORDS),
        (SIZES, "Jo mindre virksomhed, jo flere har lærling", CLAIM),
        (SIZES, "Jo større virksomhed, jo flere har lærling", set()),
    ],
)
def test_what_is_set_over_another_is_held_against_what_is_drawn(
    slide: str, said: str, wanted: set[str], tmp_path: Path
) -> None:
    assert told(tmp_path, slide, said) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The workshop is more satisfied than operations", CLAIM),
        ("Operations are more satisfied than the workshop", set()),
        ("Operations are the least satisfied", CLAIM),
        ("The workshop is the most dissatisfied", set()),
        ("Service trails the workshop", CLAIM),
        ("Operations outperform service", CLAIM),
        ("Nobody is more satisfied than service", set()),
        ("All three are above 50", CLAIM),
        ("Nine out of ten would leave", WORDS),
    ],
)
def test_the_same_in_english(said: str, wanted: set[str], tmp_path: Path) -> None:
    chart = f"""\
  - id: survey.presence
    kind: chart
    title: {said}
    chart: bar
    counted: Satisfied staff in per cent, n = 60
    data:
      - {{label: Service, value: 70}}
      - {{label: Operations, value: 60}}
      - {{label: Workshop, value: 33}}
    minutes: 5
"""
    english = language("en")
    assert english is not None
    figures = f'{FIGURES}rate: {{value: 92, unit: "%", label: Answered, source: survey}}\n'
    assert codes(replace(subject(tmp_path, presence=chart, figures=figures), language=english)) & OURS == wanted
