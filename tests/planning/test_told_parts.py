"""What a figure is computed from is told to those who are shown each part of it, and to nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_folders import clean
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language
from deckgen.model.plan import Plan
from deckgen.planning import make_plan

FIGURES = """\
wages: {value: 812, unit: t.kr., label: Lønninger, source: survey}
severance: {value: 4711, unit: t.kr., label: Fratrædelser, source: state, note: Aftalt i udvalget}
leaders: {value: 37, label: Ledere, source: state}
total: {formula: wages + severance, unit: t.kr., label: Samlet post, source: survey}
double: {formula: 2 * total, unit: t.kr., label: Over to år, source: survey}
"""
SLIDES = """\
slides:
  - id: a.total
    kind: plain
    title: Posten er ${total}, hvoraf løn er ${wages}
    lead: Over to år ${double}
  - id: a.all
    kind: plain
    title: Fratrædelser koster ${severance}
    FOR
"""
DECK = """\
audience: AUDIENCE
title: Økonomi
minutes: 10
chapters:
  - {id: findings, title: Fund, slides: [SLIDES]}
"""


def planned(folder: Path, audience: str, slides: str, shown_to: str = "for: directorate") -> Plan:
    deck = DECK.replace("AUDIENCE", audience)
    files = {
        "figures": FIGURES,
        "slides": SLIDES.replace("FOR", shown_to),
        "decks__board": DECK.replace("AUDIENCE", "board").replace("SLIDES", "a.total"),
        f"decks__{audience}": deck.replace("SLIDES", slides),
    }
    content = clean(folder, **files)[audience]
    spoken = language("da")
    assert spoken is not None
    return make_plan(content, content.decks[audience], spoken, Diagnostics())


def said(plan: Plan) -> str:
    notes = "\n".join(slide.notes.plain for slide in plan.slides)
    return f"{notes}\n{[slide.figures for slide in plan.slides]}\n{plan.figure_rows}".replace("\u00a0", " ")


def test_a_part_that_only_others_are_shown_is_nowhere_in_the_plan(tmp_path: Path) -> None:
    plan = planned(tmp_path, "board", "a.total")
    everything = said(plan)
    assert "5.523 t.kr. – Samlet post. Beregnet." in everything
    assert not [word for word in ("severance", "Fratrædelser", "4.711", "4711", "udvalget") if word in everything]


def test_a_part_that_is_shown_does_not_tell_the_formula_that_it_is_in(tmp_path: Path) -> None:
    plan = planned(tmp_path, "board", "a.total")
    assert plan.slides[0].figures == ("total", "wages", "double")
    assert [row.how for row in plan.figure_rows if row.name == "total"] == ["Beregnet"]
    assert [row.how for row in plan.figure_rows if row.name == "double"] == [
        "Beregnet: 2 × Samlet post (5.523\u00a0t.kr.)"
    ]


def test_those_who_are_shown_every_part_are_told_the_formula(tmp_path: Path) -> None:
    plan = planned(tmp_path, "directorate", "a.total, a.all")
    assert "Beregnet: Lønninger (812 t.kr.) + Fratrædelser (4.711 t.kr.)" in said(plan)


@pytest.mark.parametrize(("slides", "told"), [("a.total", False), ("a.total, a.all", True)])
def test_what_a_deck_does_not_list_is_not_shown_though_the_slide_is_for_all(
    slides: str, told: bool, tmp_path: Path
) -> None:
    plan = planned(tmp_path, "board", slides, shown_to="minutes: 1")
    assert ("Fratrædelser" in said(plan)) is told
