"""Figures, sources and datasets that are kept for some by their `for`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from content_folders import DECK, FIGURES, SOURCES, clean, codes, loaded
from deckgen.diagnostics import Diagnostic

KEPT = FIGURES + "pay: {value: 4711, label: Løn, source: state, for: directorate}\n"
SPENT = KEPT + "spent: {formula: pay + answered, label: Brugt, source: survey}\n"
SECRET_SOURCE = SOURCES + "file:\n  for: directorate\n  text: Lønfilen, 2023\n"
SLIDE = "slides:\n  - {id: a.pay, kind: plain, title: 'Lønnen er ${pay}', for: FOR, minutes: 1}\n"
DATA = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    for: directorate
    columns: {size: {type: single, options: {small: Lille, large: Stor}}}
tabulations:
  size: {data: answers, question: size, statistic: count}
"""
DECK_WITHOUT = "audience: board\ntitle: Klynger\nminutes: 10\n"
ANSWERS = "size\n" + "small\n" * 5 + "large\n" * 4
CHART = """\
slides:
  - id: a.size
    kind: charted
    title: De fleste er små
    for: FOR
    chart: bar
    counted: Antal
    table: size
    minutes: 1
"""


def kept_from(folder: Path, **files: str) -> list[Diagnostic]:
    _, found = loaded(folder, **files)
    assert set(codes(found)) <= {"not-for-audience"}
    return list(found)


def test_a_figure_is_seen_by_those_that_it_is_for(tmp_path: Path) -> None:
    contents = clean(tmp_path, figures=KEPT)
    assert {name: "pay" in content.figures for name, content in contents.items()} == {
        "board": False,
        "directorate": True,
    }


def test_a_source_is_seen_by_those_that_it_is_for(tmp_path: Path) -> None:
    contents = clean(tmp_path, sources=SECRET_SOURCE)
    assert "file" not in contents["board"].sources
    assert contents["directorate"].sources["file"].text == "Lønfilen, 2023"


def test_a_formula_may_be_computed_from_what_others_see(tmp_path: Path) -> None:
    contents = clean(tmp_path, figures=SPENT)
    assert [content.figures["spent"].value for content in contents.values()] == [Decimal(4723)] * 2
    assert list(contents["board"].figures) == ["asked", "answered", "members", "rate", "spent"]


def test_what_was_published_is_held_against_a_kept_figure_once(tmp_path: Path) -> None:
    wrong = SPENT.replace("value: 4711,", "value: 4711, published: 4712,")
    _, found = loaded(tmp_path, figures=wrong)
    assert codes(found) == ["published-differs"]


@pytest.mark.parametrize(("seen_by", "wrong"), [("directorate", 0), ("board", 1), ("[board, directorate]", 1)])
def test_a_kept_figure_on_a_slide_of_others_is_an_error_where_it_is_named(
    seen_by: str, wrong: int, tmp_path: Path
) -> None:
    found = kept_from(tmp_path, figures=KEPT, slides=SLIDE.replace("FOR", seen_by), decks__board=DECK_WITHOUT)
    assert len(found) == wrong
    for one in found:
        assert "the figure `pay` is for directorate only, and board sees this" in one.message
        assert (Path(one.span.file).name, one.span.line) == ("slides.yaml", 2)
        assert Path(one.related[0].span.file).name == "figures.yaml"


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"figures": KEPT.replace('base: "${asked} klynger"}\nmembers', 'base: "${pay} klynger"}\nmembers')}, "pay"),
        ({"figures": KEPT, "decks__board": DECK.replace("title: Klynger", "title: Klynger i ${pay}", 1)}, "pay"),
        (
            {
                "sources": SECRET_SOURCE,
                "figures": FIGURES.replace("Medlemmer, source: state", "Medlemmer, source: file"),
            },
            "file",
        ),
        (
            {
                "sources": SECRET_SOURCE,
                "slides": "slides:\n  - {id: survey.rate, kind: plain, title: Svar, sources: [file], minutes: 10}\n",
            },
            "file",
        ),
    ],
    ids=["base", "title of a deck", "source of a figure", "source of a slide"],
)
def test_whatever_names_what_is_kept_from_its_reader_is_an_error(
    files: dict[str, str], named: str, tmp_path: Path
) -> None:
    (found,) = kept_from(tmp_path, **files)
    assert f"`{named}` is for directorate only, and board sees this" in found.message


@pytest.mark.parametrize("seen_by", ["directorate", "board"])
def test_a_table_of_a_kept_dataset_is_an_error_on_a_slide_of_others_once(seen_by: str, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    slides = CHART.replace("FOR", seen_by)
    found = kept_from(tmp_path, data=DATA, slides=slides, decks__board=DECK_WITHOUT)
    assert [(one.message.partition(",")[0], one.span.line) for one in found] == (
        [] if seen_by == "directorate" else [("the tabulation `size` is for directorate only", 8)]
    )


def test_a_figure_counted_in_a_kept_dataset_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    counted = FIGURES + "small: {from: size/small, label: Små, source: survey}\n"
    (found,) = kept_from(tmp_path, data=DATA, figures=counted)
    assert "the tabulation `size`" in found.message
    contents = clean(
        tmp_path, data=DATA, figures=counted.replace("Små, source: survey", "Små, source: survey, for: directorate")
    )
    assert [list(content.tabulations) for content in contents.values()] == [[], ["size"]]


def test_a_for_that_is_wrong_is_one_error(tmp_path: Path) -> None:
    wrong = KEPT.replace("for: directorate", "for: directorat")
    _, found = loaded(tmp_path, figures=wrong, slides=SLIDE.replace("FOR", "board"), decks__board=DECK_WITHOUT)
    assert codes(found) == ["unknown-audience"]
