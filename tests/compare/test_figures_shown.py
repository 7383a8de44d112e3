"""Every place that shows a figure is found: title, text, chart, table, notes, alt text, foot, sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from asked import edit, load, view, write
from conftest import EXAMPLE, EXAMPLE_BRAND
from deckgen import pipeline
from deckgen.compare.deck_view import deck_view
from deckgen.compare.figures import FigureReport, figure_reports
from deckgen.compare.report import told_figure
from deckgen.diagnostics import Diagnostics

CONTENT = Path(__file__).parent.parent.parent / "content"


def reports(folder: Path) -> dict[str, FigureReport]:
    loaded = load(folder)
    views = [view(folder, name) for name in loaded.decks]
    return {one.name: one for one in figure_reports(loaded.contents, views, loaded.language, loaded.folder)}


def test_every_place_is_found_as_it_reads_there(tmp_path: Path) -> None:
    found = reports(write(tmp_path))["answered"].mentions
    on_answers = {
        (one.place, one.path, one.shown) for one in found if (one.deck, one.slide) == ("board", "survey.answers")
    }
    assert on_answers == {
        ("title", "title", "Tolv"),
        ("text", "counted", "12"),
        ("chart", "data/1/value", "12"),
        ("text", "takeaways/1", "tolv"),
        ("notes", "notes", "12"),
        ("notes", "notes/sources", "12"),
        ("alt", "chart", "Tolv"),
        ("alt", "chart", "12"),
        ("foot", "foot", "12"),
    }
    assert ("survey.facts", "table", "rows/1/cells/2") in {(one.slide, one.place, one.path) for one in found}
    assert ("meeting.sources", "table", "figures/answered") in {(one.slide, one.place, one.path) for one in found}


def test_pages_are_those_of_the_file(tmp_path: Path) -> None:
    found = reports(write(tmp_path))["members"].mentions
    pages = {(one.deck, one.slide): one.page for one in found}
    assert pages == {
        ("board", "survey.answers"): 1,
        ("board", "survey.facts"): 2,
        ("board", "meeting.sources"): 5,
        ("directorate", "survey.facts"): 1,
        ("directorate", "survey.answers"): 2,
    }


def test_a_number_of_a_table_of_sources_is_found_whatever_is_said_beside_its_label() -> None:
    """Side by side, a base follows the label on its line, and a number breaks after its word."""
    claims = {slide.id: slide.claims for slide in view(CONTENT).slides}["meeting.sources"]
    shown = {claim.path: claim.text for claim in claims if claim.place == "table"}
    assert shown["figures/agreements.some"] == "8"
    assert shown["figures/participants.companies"] == "mindst\u00a01.740"


def test_an_answer_is_found_in_the_row_of_its_question() -> None:
    """Two groups gave an answer the same share: each stands in a row of its own."""
    loaded, found = pipeline.load(EXAMPLE, EXAMPLE_BRAND, Diagnostics()), Diagnostics()
    assert loaded is not None
    plan = pipeline.plan_deck(loaded, "committee", found)
    frames = pipeline.set_deck(loaded, plan, found)
    seen = deck_view(loaded.contents[plan.audience], plan, frames, loaded.language.numbers)
    (sources,) = (slide for slide in seen.slides if slide.id == "meeting.sources")
    pages = {claim.path: claim.page for claim in sources.claims if claim.place == "table"}
    told = {f"figures/{row.name}" for row in plan.figure_rows if row.answer and row.slide}
    assert len(told) > 50 and told <= pages.keys()
    ordered = [
        pages[f"figures/{row.name}"] for row in plan.figure_rows if row.name.startswith("table.more-by-harbour")
    ]
    assert ordered == sorted(ordered) and len(set(pages.values())) > 2


def test_a_figure_in_the_decks_own_title_or_a_chapters_is_found_where_it_shows(tmp_path: Path) -> None:
    folder = write(tmp_path)
    edit(folder, "decks/board", "title: Fund,", 'title: "Fund fra ${unused}",')
    edit(folder, "decks/board", "slides: [survey.answers", "opening: agenda, slides: [survey.answers")
    found = [(one.slide, one.place, one.path) for one in reports(folder)["unused"].mentions]
    assert ("findings.opening", "text", "agenda/1/title") in found


def test_a_table_that_continues_names_the_page_each_row_is_on(tmp_path: Path) -> None:
    rows = "".join(f'      - cells: [Række {at}, "{"${unused}" if at == 40 else at}"]\n' for at in range(1, 41))
    slides = f"slides:\n  - id: survey.facts\n    kind: table\n    title: Tal\n    columns: [A, B]\n    rows:\n{rows}"
    deck = "audience: board\ntitle: T\nminutes: 1\nchapters:\n  - {id: c, title: C, slides: [survey.facts]}\n"
    folder = write(
        tmp_path, slides=slides, **{"decks/board": deck, "decks/directorate": deck.replace("board", "directorate")}
    )
    places = {(one.page, one.path) for one in reports(folder)["unused"].mentions if one.place == "table"}
    (place,) = places
    assert place[0] > 1
    assert place[1] == "rows/40/cells/2"


def test_what_is_known_of_a_figure_and_what_rests_on_it(tmp_path: Path) -> None:
    found = reports(write(tmp_path))
    (meaning,) = found["answered"].meanings
    assert (meaning.shown, meaning.origin, meaning.source_text) == ("12", "given", "Klyngesurvey, 2023")
    assert (meaning.base, meaning.as_of, meaning.written) == ("13 klynger", "november 2023", "figures.yaml:3")
    assert meaning.audiences == ("board", "directorate")
    assert found["answered"].base_of == ("members",)
    assert found["unused"].mentions == ()


def test_two_meanings_are_told_apart(tmp_path: Path) -> None:
    folder = write(tmp_path)
    edit(folder, "figures", "value: 375", "value: {board: 375, directorate: 378}")
    found = reports(folder)["members"]
    assert [(one.audiences, one.value) for one in found.meanings] == [(("board",), "375"), (("directorate",), "378")]
    told = list(told_figure(found))
    assert told[0] == "members: mindst 375 – Medlemmer  (for board)"


def test_a_computed_figure_is_told_with_formula_parts_and_rows(tmp_path: Path) -> None:
    report = reports(write(tmp_path))["members"]
    (given,) = report.meanings
    made = replace(given, origin="computed", how="members.large + members.small = 123 + 252", uses=("members.large",))
    counted = replace(given, origin="tabulated", how="count of q1 = yes", rows=("survey.csv:9", "survey.csv:11"))
    told = "\n".join(
        (*told_figure(replace(report, meanings=(made,))), *told_figure(replace(report, meanings=(counted,))))
    )
    assert "computed: members.large + members.small = 123 + 252 (figures.yaml:8)" in told
    assert "made of members.large" in told
    assert "tabulated: count of q1 = yes (figures.yaml:8)" in told
    assert "rows 9, 11 of survey.csv" in told
