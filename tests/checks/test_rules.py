"""Each rule finds the fault that is planted for it, and no other rule does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import planted
import pytest
from planted import PRESENCE, codes, found_in, subject, with_figures

from deckgen.checks import Subject, all_rules
from deckgen.model.chart import Plot
from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.frames import ChartItem, Frame, Item, ShapeItem, TextItem
from deckgen.model.units import Box, points


def written(**changed: tuple[str, str]) -> dict[str, str]:
    """Parts of the content, each with one thing in it replaced by another, or with more after it."""
    done = {}
    for name, (old, new) in changed.items():
        body = ORIGINAL[name]
        assert old in body
        done[name.replace("__", "/")] = body.replace(old, new) if old else body + new
    return done


ORIGINAL = {
    **planted.SLIDES,
    "project": planted.PROJECT,
    "figures": planted.FIGURES,
    "decks__directorate": planted.DIRECTORATE,
}
TWO_RATES = """\
rate: {value: 92.3, label: Andel, source: survey}
rate.short: {value: 92, label: Andel, source: survey}
"""
RATE = "rate: {value: 92, unit: '%', label: Svarprocent, source: survey, base: '${asked} klynger'}\n"
MORE_BULLETS = "".join(f"      - Punkt nummer {word} er her\n" for word in ("tre", "fire", "fem", "seks", "syv"))
SMALL = "Nogle af tallene"

WRITTEN: dict[str, dict[str, str]] = {
    "bare-number": written(members=(SMALL, "Nogle af de 375 tal")),
    "unused-figure": written(figures=("", "spare: {value: 4, label: Reserve, source: plan}\n")),
    "rounded-differently": written(figures=("", TWO_RATES), members=(SMALL, "${rate} eller ${rate.short}")),
    "bound-without-qualifier": written(members=("${members}", "${members|plain}")),
    "bases-compared": written(
        presence=('"${dialogue}"', '"${plan.budget}"'), budget=("${plan.budget}", "${dialogue}")
    ),
    "share-without-n": written(
        figures=("", RATE), cover=("title: Dagsorden", 'title: Dagsorden, lead: "Ca. ${rate}"')
    ),
    "chart-without-base": {
        **written(figures=('dialog, source: survey, base: "${answered} klynger"', "dialog, source: survey")),
        **written(members=(SMALL, "${present}")),
        "presence": planted.ONE_BAR,
    },
    "title-unique": written(
        members=("Klyngerne har ${members} medlemmer i regionen", "De fleste klynger er til stede i regionen"),
        questions=("Hvad skal der til", "Hvad betyder ${members} medlemmer"),
    ),
    "title-not-a-sentence": written(questions=("Mødet giver retning for det", "Retningen for det")),
    "recommendation-without-finding": {
        **written(presence=("minutes: 5", "minutes: 5\n    supports: [survey.members]")),
        "questions": planted.QUESTIONS.replace("dialogue", "ask").replace("questions:", "asks:"),
    },
    "finding-unused": written(members=("minutes: 3", "minutes: 3\n    supports: [survey.presence]")),
    "dangling-reference": {
        **written(members=("minutes: 3", "minutes: 3\n    notes: Se også meeting.questions.")),
        "decks/board": planted.BOARD.replace("slides: [meeting.questions]", "slides: [survey.members]").replace(
            ", survey.members]}\n  - {id: talk", "]}\n  - {id: talk"
        ),
    },
    "word-count": written(project=("", "check: {words: {board: 12, directorate: 500}}\n")),
    "six-bullets": written(members=("    minutes", f"{MORE_BULLETS}    minutes")),
}


@pytest.mark.parametrize("code", WRITTEN)
def test_a_fault_in_the_content_is_caught_by_its_rule_alone(code: str, tmp_path: Path) -> None:
    assert codes(subject(tmp_path, **WRITTEN[code])) == {code}


def test_nothing_is_found_where_nothing_is_wrong(tmp_path: Path) -> None:
    assert [str(one) for one in found_in(subject(tmp_path))] == []


def changed(made: Subject, id: str, change: Callable[[Item], Item]) -> Subject:
    """The subject with the items of one frame changed."""

    def one(frame: Frame) -> Frame:
        return replace(frame, items=tuple(map(change, frame.items))) if frame.id == id else frame

    return replace(made, frames=replace(made.frames, frames=tuple(map(one, made.frames.frames))))


def on_text(name: str, **values: Any) -> Callable[[Item], Item]:
    def change(item: Item) -> Item:
        hit = isinstance(item, TextItem) and item.name.endswith(f"/{name}")
        return replace(item, **values) if hit else item

    return change


def on_type(made: Subject, **values: Any) -> Subject:
    """The subject with the paragraphs of a list changed."""

    def change(item: Item) -> Item:
        if isinstance(item, TextItem) and any(paragraph.marker == "bullet" for paragraph in item.paragraphs):
            return replace(item, paragraphs=tuple(replace(one, **values) for one in item.paragraphs))
        return item

    return changed(made, "survey.members", change)


def on_chart(made: Subject, change: Callable[[Plot], Plot], alt: str | None = None) -> Subject:
    def one(item: Item) -> Item:
        if not isinstance(item, ChartItem):
            return item
        return replace(item, plot=change(item.plot), alt=item.alt if alt is None else alt)

    return changed(made, "survey.presence", one)


def test_overflow(tmp_path: Path) -> None:
    made = subject(tmp_path)
    flat = Box(points(50), points(60), points(800), points(10))
    assert codes(changed(made, "survey.members", on_text("title", box=flat))) == {"overflow"}


def test_overlap(tmp_path: Path) -> None:
    made = subject(tmp_path)
    body = next(
        item
        for frame in made.frames.frames
        if frame.id == "survey.members"
        for item in frame.items
        if isinstance(item, TextItem) and any(one.marker == "bullet" for one in item.paragraphs)
    )
    assert codes(changed(made, "survey.members", on_text("title", box=body.box))) == {"overlap"}


def test_off_slide(tmp_path: Path) -> None:
    made = subject(tmp_path)
    outside = Box(made.template.width - points(50), points(60), points(800), points(70))
    assert codes(changed(made, "survey.members", on_text("title", box=outside))) == {"off-slide"}


def test_type_floor(tmp_path: Path) -> None:
    assert codes(on_type(subject(tmp_path), size=8)) == {"type-floor"}


def test_contrast(tmp_path: Path) -> None:
    assert codes(on_type(subject(tmp_path), color="rule")) == {"contrast"}


def test_contrast_is_measured_against_the_shape_behind(tmp_path: Path) -> None:
    made = on_type(subject(tmp_path), color="background")
    assert codes(made) == {"contrast"}
    page = Box(0, 0, made.template.width, made.template.height)
    ground = ShapeItem("panel", page, "rect", "primary")
    frames = tuple(
        replace(frame, items=(ground, *frame.items)) if frame.id == "survey.members" else frame
        for frame in made.frames.frames
    )
    assert codes(replace(made, frames=replace(made.frames, frames=frames))) == set()


def test_alt_missing(tmp_path: Path) -> None:
    assert codes(on_chart(subject(tmp_path), lambda plot: plot, alt=" ")) == {"alt-missing"}


def test_pie_slices(tmp_path: Path) -> None:
    made = on_chart(subject(tmp_path), lambda plot: replace(plot, form="doughnut", categories=tuple("abcdef")))
    assert codes(made) == {"pie-slices"}


def test_bars_unsorted_and_ordered(tmp_path: Path) -> None:
    values = (Decimal(3), Decimal(9), Decimal(5))

    def mixed(plot: Plot) -> Plot:
        return replace(plot, categories=("a", "b", "c"), series=(replace(plot.series[0], values=values),))

    assert codes(on_chart(subject(tmp_path / "a"), mixed)) == {"bars-unsorted"}
    ordered = PRESENCE.replace("    data:", "    ordered: true\n    data:")
    assert codes(on_chart(subject(tmp_path / "b", presence=ordered), mixed)) == set()


def test_title_two_lines(tmp_path: Path) -> None:
    assert codes(changed(subject(tmp_path), "survey.members", on_text("title", lines=3))) == {"title-two-lines"}


def test_agenda_agrees(tmp_path: Path) -> None:
    made = subject(tmp_path)
    sections = tuple(replace(one, title="Andet") if one.id == "talk" else one for one in made.plan.sections)
    assert codes(replace(made, plan=replace(made.plan, sections=sections))) == {"agenda-agrees"}


def test_a_link_to_a_slide_that_is_not_in_the_deck(tmp_path: Path) -> None:
    made = changed(subject(tmp_path), "survey.members", on_text("title", link="survey.budget"))
    assert codes(made) == {"dangling-reference"}


def test_figure_without_source(tmp_path: Path) -> None:
    made = subject(tmp_path)
    figures = made.content.figures
    computed = replace(figures["present"], source="", origin="computed", uses=("answered",))
    assert codes(with_figures(made, present=computed)) == set()
    assert codes(with_figures(made, present=replace(figures["present"], source=""))) == {"figure-without-source"}


def rows(*numbers: int) -> tuple[str, ...]:
    return tuple(f"survey.csv:{number}" for number in numbers)


TABLE = Tabulation("t", "survey", "survey.csv", "q", "count", 0, (), min_n=3)


def tabulated(
    made: Subject,
    on: dict[str, tuple[str, ...]],
    published: bool = False,
    base: int = 0,
    table_base: int = 0,
    **table: Any,
) -> Subject:
    """Figures that are cells of one table, each with the rows that stand behind it."""
    cells = tuple(
        TabulationRow(name, name, Decimal(len(behind)), len(behind), base or len(behind), (), answer=name)
        for name, behind in on.items()
    )
    figures = {
        name: replace(
            made.content.figures[name],
            origin="tabulated",
            table=f"t/{name}",
            rows=behind,
            published=made.content.figures[name].value if published else None,
        )
        for name, behind in on.items()
    }
    tables = {"t": replace(TABLE, rows=cells, base=table_base, **table)}
    contents = {name: replace(content, tabulations=tables) for name, content in made.contents.items()}
    return with_figures(replace(made, contents=contents), **figures)


def said(made: Subject) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in found_in(made)]


def test_small_cell(tmp_path: Path) -> None:
    made = subject(tmp_path)
    assert codes(tabulated(made, {"present": rows(2, 3)})) == {"small-cell"}
    assert codes(tabulated(made, {"present": rows(2, 3, 4)})) == set()


def test_small_cell_by_subtraction(tmp_path: Path) -> None:
    made = subject(tmp_path)
    assert codes(tabulated(made, {"answered": rows(*range(2, 14)), "present": rows(*range(2, 13))})) == {"small-cell"}
    assert codes(tabulated(made, {"answered": rows(*range(2, 14)), "present": rows(*range(2, 9))})) == set()


def test_small_cell_by_subtraction_of_two_parts(tmp_path: Path) -> None:
    made = subject(tmp_path)
    parts = {"answered": rows(*range(2, 14)), "present": rows(*range(2, 9)), "dialogue": rows(*range(9, 13))}
    assert codes(tabulated(made, parts)) == {"small-cell"}
    assert codes(tabulated(made, (parts | {"dialogue": rows(9, 10)}))) == {"small-cell"}
    assert codes(tabulated(made, (parts | {"dialogue": rows(6, 7, 8, 9)}))) == set()
    assert codes(tabulated(made, parts, published=True)) == set()


def test_small_cell_by_subtraction_from_the_n_that_is_shown(tmp_path: Path) -> None:
    made = subject(tmp_path)
    seven = {"present": rows(*range(2, 9))}
    assert codes(tabulated(made, seven, base=9)) == {"small-cell"}
    assert codes(tabulated(made, seven, base=10)) == codes(tabulated(made, seven, base=7)) == set()
    assert said(tabulated(made, seven, base=9, published=True)) == [("small-cell", "info")]
    five = {"dialogue": rows(*range(9, 14))}
    assert codes(tabulated(made, seven | five, base=14)) == {"small-cell"}


def test_the_few_who_did_not_answer_can_be_told(tmp_path: Path) -> None:
    made = subject(tmp_path)
    cells = {"present": rows(*range(2, 9)), "dialogue": rows(*range(2, 14))}
    assert codes(tabulated(made, {"present": cells["present"]}, population=13, table_base=12)) == {"small-cell"}
    assert codes(tabulated(made, {"present": cells["present"]}, population=13, table_base=10)) == set()
    answered = tabulated(made, cells, population=13, table_base=12)
    published = replace(answered.content.figures["dialogue"], published=Decimal(12))
    assert codes(with_figures(answered, dialogue=published)) == set()


def test_published_cells_are_listed_and_no_fault(tmp_path: Path) -> None:
    made = tabulated(subject(tmp_path), {"answered": rows(*range(2, 14)), "present": rows(2)}, published=True)
    assert codes(made) == set()
    assert said(made) == [("small-cell", "info")]


def test_a_table_may_say_how_few_are_too_few_and_that_is_listed(tmp_path: Path) -> None:
    made = subject(tmp_path)
    assert said(tabulated(made, {"present": rows(2, 3)}, min_n=1)) == [("small-cell", "info")]
    assert said(tabulated(made, {"present": rows(2, 3)}, min_n=0)) == []


def test_what_a_table_discloses_is_listed_with_its_reason(tmp_path: Path) -> None:
    cells = {"answered": rows(*range(2, 14)), "present": rows(2, 3)}
    found = found_in(tabulated(subject(tmp_path), cells, disclose="begge har sagt ja"))
    assert [(one.code, one.severity) for one in found] == [("small-cell", "info")]
    assert "discloses it: begge har sagt ja" in found[0].message


def test_a_figure_computed_of_two_that_are_not_shown_may_tell_it(tmp_path: Path) -> None:
    made = subject(tmp_path)
    figures = made.content.figures
    hidden = {
        "a": replace(figures["answered"], name="a"),
        "b": replace(figures["answered"], name="b"),
    }
    made = tabulated(with_figures(made, **hidden), {"a": rows(*range(2, 14)), "b": rows(*range(2, 13))})
    computed = replace(figures["present"], origin="computed", uses=("a", "b"))
    assert codes(with_figures(made, present=computed)) == {"small-cell"}
    assert codes(with_figures(made, present=replace(computed, published=Decimal(1)))) == set()


def test_every_rule_is_named_in_a_planted_fault() -> None:
    """A rule without a fault of its own would pass every test by never speaking."""
    said = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [code for code in all_rules() if f'"{code}"' not in said] == []
