"""A small content folder in which nothing is wrong, for two audiences, and the faults that tests plant in it.

In: what to write differently. Out: a Subject for the board's deck, or the codes that its rules find.
"""

from __future__ import annotations

import functools
import tempfile
from dataclasses import replace
from pathlib import Path

from deckgen import pipeline
from deckgen.checks import STAGES, Subject, run_checks
from deckgen.checks.text.file_text import read_zip
from deckgen.content import load
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.model.figure import Figure
from deckgen.registry import registry

BRAND = Path(__file__).parent.parent.parent / "assets/_brand.yml"

PROJECT = """\
language: da
audiences: [board, directorate]
organisation: {name: Navigators}
client: {name: Kunden}
"""
SOURCES = "survey: Spørgeskema til klyngerne, 2023\nplan: Handlingsplanen, 2022\n"
FIGURES = """\
asked: {value: 13, label: Klynger i alt, source: survey}
answered: {value: 12, label: Klynger med svar, source: survey, base: "${asked} klynger"}
present: {value: 7, label: Klynger til stede, source: survey, base: "${answered} klynger"}
dialogue: {value: 12, label: Klynger med ønske om dialog, source: survey, base: "${answered} klynger"}
members: {value: 375, qualifier: minimum, label: Nordjyske medlemmer, source: survey, base: "${answered} klynger"}
plan.budget: {value: 4650, unit: t.kr., label: Midler til forløbet, source: plan, note: Aftalt i et lukket udvalg}
"""
BOARD = """\
audience: board
title: Samarbejde med klyngerne
minutes: 10
opening: [meeting.cover, meeting.agenda]
chapters:
  - {id: findings, title: Fund, slides: [survey.presence, survey.members]}
  - {id: talk, title: Dialog, slides: [meeting.questions]}
"""
DIRECTORATE = """\
audience: directorate
title: Samarbejde med klyngerne
minutes: 10
chapters:
  - {id: findings, title: Fund, slides: [survey.presence, survey.members, survey.budget]}
"""
COVER = """\
  - {id: meeting.cover, kind: cover, title: Samarbejde med klyngerne}
  - {id: meeting.agenda, kind: agenda, title: Dagsorden}
"""
PRESENCE = """\
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: bar
    counted: Antal klynger, n = ${answered}
    data:
      - {label: Ønsker dialog, value: "${dialogue}"}
      - {label: Er til stede, value: "${present}", emphasis: true}
    minutes: 5
    notes: Siden 2021 er ${present} af klyngerne kommet til.
"""
ONE_BAR = """\
  - id: survey.presence
    kind: chart
    title: De fleste klynger er til stede i regionen
    chart: bar
    counted: Antal klynger
    data:
      - {label: Ønsker dialog, value: "${dialogue}"}
    minutes: 5
"""
MEMBERS = """\
  - id: survey.members
    kind: bullets
    title: Klyngerne har ${members} medlemmer i regionen
    items:
      - De fleste er små virksomheder
      - Nogle af tallene er skøn
      - Medlemmerne kommer fra alle dele af regionen, både fra byerne og fra egnene omkring dem
      - Nogle klynger har været her længe, og andre er kommet til for ikke så længe siden
      - Alle kan se, hvem der er med i hvilken klynge, og hvad de arbejder sammen om
    minutes: 3
"""
QUESTIONS = """\
  - id: meeting.questions
    kind: dialogue
    title: Mødet giver retning for det videre arbejde
    questions:
      - Hvad skal der til?
    minutes: 2
"""
BUDGET = """\
  - id: survey.budget
    kind: statement
    for: directorate
    title: Forløbet har kostet ${plan.budget}
    body: Kun direktionen kender fordelingen mellem de tre partier.
    notes: Fordelingen er fortrolig indtil videre.
    minutes: 2
"""
SLIDES = {"cover": COVER, "presence": PRESENCE, "members": MEMBERS, "questions": QUESTIONS, "budget": BUDGET}


@functools.cache
def _brand() -> pipeline.Loaded:
    """Theme, template and language, which no test changes."""
    with tempfile.TemporaryDirectory() as folder:
        return _loaded(Path(folder))


def _loaded(folder: Path) -> pipeline.Loaded:
    loaded = pipeline.load(written(folder, {}), BRAND, Diagnostics())
    assert loaded is not None
    return loaded


def written(folder: Path, changed: dict[str, str]) -> Path:
    slides = "slides:\n" + "".join(changed.pop(name, body) for name, body in SLIDES.items())
    decks = {"decks/board": BOARD, "decks/directorate": DIRECTORATE}
    project = f"{PROJECT}check: {{ignore: [page-hollow]}}\n"  # many a fault is planted in a page of one line
    files = {"project": project, "sources": SOURCES, "figures": FIGURES, "slides": slides, **decks, **changed}
    for name, body in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return folder


def loaded(folder: Path, **changed: str) -> pipeline.Loaded:
    """The content with parts of it written differently; a slide of `SLIDES` or a file by its name."""
    diagnostics = Diagnostics()
    contents = load(written(folder, changed), registry(), diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return replace(_brand(), folder=folder.as_posix(), contents=contents)


def subject(folder: Path, **changed: str) -> Subject:
    """The board's deck, planned, set and written."""
    known = loaded(folder, **changed)
    diagnostics = Diagnostics()
    plan = pipeline.plan_deck(known, "board", diagnostics)
    frames = pipeline.set_deck(known, plan, diagnostics)
    parts = read_zip(pipeline.deck_bytes(known, frames)) if not diagnostics.has_errors else {}
    seen = (plan, frames, known.contents, known.language, known.theme, known.template, known.registry)
    return Subject(*seen, parts)


SAID: list[Diagnostic] = []
"""All that rules found since it was cleared: a fixture holds it against the golden text of the test."""


def found_in(subject: Subject) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    run_checks(subject, STAGES, diagnostics)
    SAID.extend(diagnostics)
    return list(diagnostics)


def codes(subject: Subject) -> set[str]:
    """The codes of all rules that found something, notes left out."""
    return {one.code for one in found_in(subject) if one.severity != "info"}


def with_figures(subject: Subject, **figures: Figure) -> Subject:
    """The subject with figures that no YAML gave, such as tabulated ones."""
    contents = {
        name: replace(content, figures={**content.figures, **figures}) for name, content in subject.contents.items()
    }
    return replace(subject, contents=contents)
