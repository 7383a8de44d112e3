"""A matrix of coefficients out of data: the lower half, the coefficient and n in its caption, and what is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import FrameDeck, PictureItem, TextItem

DATA = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      trust: {type: integer, label: Tillid}
      joint: {type: integer, label: Samarbejde}
      far: {type: integer, label: Afstand}
tabulations:
  together: {data: answers, question: trust, with: [joint, far], statistic: spearman}
"""
SLIDE = """\
id: example.matrix
kind: drawing
title: Tillid og samarbejde følges ad
drawing: correlation
counted: Hvor tæt svarene følges ad
table: together
"""
ROWS = "".join(f"{one};{one + one % 3};{20 - one}\n" for one in range(1, 13))
ALIKE = "".join(f"{one};{one + one % 3};{int(one == 4)}\n" for one in range(1, 13))


def content(folder: Path, rows: str = ROWS, slide: str = SLIDE) -> Path:
    made = gallery.write(folder / "content", {"example.matrix": slide})
    (made / "data.yaml").write_text(DATA, encoding="utf-8")
    (made / "answers.csv").write_text(f"trust;joint;far\n{rows}", encoding="utf-8")
    return made


def set_out(folder: Path) -> tuple[FrameDeck, list[str], bytes]:
    found = Diagnostics()
    known = pipeline.load(folder, gallery.BRAND, found)
    assert known is not None, [str(one) for one in found]
    frames = pipeline.set_deck(known, pipeline.plan_deck(known, "gallery", found), found)
    data = pipeline.deck_bytes(known, frames, found)
    return frames, [f"{one.code} {one.span.line}" for one in found if one.severity == "error"], data


def picture(deck: FrameDeck) -> PictureItem:
    (item,) = (one for one in deck.frames[0].items if isinstance(one, PictureItem))
    return item


def test_a_table_of_coefficients_fills_the_lower_half_and_says_which_they_are(tmp_path: Path) -> None:
    deck, errors, data = set_out(content(tmp_path))
    assert not errors and data
    item = picture(deck)
    assert item.drawn is not None
    rows = item.drawn.data.rows
    assert [(row.label, row.shown) for row in rows] == [
        ("Tillid", ()),
        ("Samarbejde", ("0,97",)),
        ("Afstand", ("−1,00", "−0,97")),
    ]
    (subtitle,) = (one for one in deck.frames[0].items if isinstance(one, TextItem) and "subtitle" in one.name)
    said = "".join(run.text for paragraph in subtitle.paragraphs for run in paragraph.runs)
    assert said == "Hvor tæt svarene følges ad (Spearmans rho, n = 12)"
    assert "Afstand: Tillid −1,00; Samarbejde −0,97" in item.alt
    notes = "".join(run.text for paragraph in deck.frames[0].notes for run in paragraph)
    assert "Samarbejde – Tillid" in notes  # how the coefficient came about


def test_a_measure_in_which_few_differ_is_hidden_and_said_to_be(tmp_path: Path) -> None:
    deck, errors, data = set_out(content(tmp_path, ALIKE))
    assert not errors and data
    item = picture(deck)
    assert item.drawn is not None
    assert [row.shown for row in item.drawn.data.rows] == [(), ("0,97",), ("skjult", "skjult")]
    assert "skjult: for få svar" in item.alt


@pytest.mark.parametrize("form", ["drawing: heat_map", "drawing: network"])
def test_what_is_of_two_questions_fills_nothing_else(form: str, tmp_path: Path) -> None:
    found = Diagnostics()
    pipeline.load(content(tmp_path, slide=SLIDE.replace("drawing: correlation", form)), gallery.BRAND, found)
    assert [one.code for one in found if one.severity == "error"] == ["pairs-unfit"]


def test_in_a_chart_it_is_refused_and_in_a_table_it_stands(tmp_path: Path) -> None:
    found = Diagnostics()
    chart = SLIDE.replace("kind: drawing", "kind: chart").replace("drawing: correlation", "chart: bar")
    pipeline.load(content(tmp_path / "chart", slide=chart), gallery.BRAND, found)
    assert [one.code for one in found if one.severity == "error"] == ["pairs-unfit"]
    table = (
        "id: example.matrix\nkind: table\ntitle: Alt følges ad\ncolumns: [Det ene, Det andet, r]\ntable: together\n"
    )
    _, errors, data = set_out(content(tmp_path / "table", slide=table))
    assert not errors and data
