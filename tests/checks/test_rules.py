"""Each rule finds the fault that is planted for it, and no other rule does."""

from __future__ import annotations

import io
import zipfile
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
from deckgen.model.data import Tabulation
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
    "glyph-missing": written(members=(SMALL, "Nogle ✓ af tallene")),
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


def test_a_missing_glyph_is_named_once_with_its_place(tmp_path: Path) -> None:
    twice = written(members=(SMALL, "Nogle ✓ af tallene ✓"), questions=("Hvad skal der til", "Hvad skal ✓ der til"))
    found = found_in(subject(tmp_path, **twice))
    assert [one.code for one in found] == ["glyph-missing"]
    assert "`Calibri` has no `✓` (U+2713)" in found[0].message
    assert found[0].span.line > 1


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


def tabulated(made: Subject, on: dict[str, tuple[str, ...]], published: bool = False) -> Subject:
    figures = made.content.figures
    return with_figures(
        made,
        **{
            name: replace(
                figures[name], origin="tabulated", rows=behind, published=figures[name].value if published else None
            )
            for name, behind in on.items()
        },
    )


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


def test_published_cells_are_listed_and_no_fault(tmp_path: Path) -> None:
    made = tabulated(subject(tmp_path), {"answered": rows(*range(2, 14)), "present": rows(2)}, published=True)
    assert codes(made) == set()
    assert [(one.code, one.severity) for one in found_in(made)] == [("small-cell", "info")]


def test_a_table_may_say_how_few_are_too_few_and_that_is_listed(tmp_path: Path) -> None:
    made = tabulated(subject(tmp_path), {"present": rows(2, 3)})
    table = Tabulation("t", "survey", "survey.csv", "q", "count", 12, (), min_n=1)
    contents = {name: replace(content, tabulations={"t": table}) for name, content in made.contents.items()}
    found = found_in(replace(made, contents=contents))
    assert [(one.code, one.severity) for one in found] == [("small-cell", "info")]
    unnamed = {name: replace(one, tabulations={"t": replace(table, min_n=0)}) for name, one in contents.items()}
    assert found_in(replace(made, contents=unnamed)) == []


def zip_of(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return target.getvalue()


SECRET = "Fordelingen er fortrolig indtil videre."
SPLIT = "<a:p><a:r><a:t>Fordelingen er for</a:t></a:r><a:r><a:rPr b='1'/><a:t>trolig indtil videre.</a:t></a:r></a:p>"
LEAKS: dict[str, dict[str, bytes]] = {
    "slide": {"ppt/slides/slide3.xml": SPLIT.encode()},
    "notes": {"ppt/notesSlides/notesSlide3.xml": f"<a:p><a:r><a:t>{SECRET}</a:t></a:r></a:p>".encode()},
    "alt text": {"ppt/slides/slide3.xml": f'<p:cNvPr id="4" name="x" descr="Se: {SECRET}"/>'.encode()},
    "properties": {"docProps/core.xml": f"<dc:subject>{SECRET}</dc:subject>".encode()},
    "comment": {"ppt/comments/comment1.xml": f"<p:text>{SECRET.upper()}</p:text>".encode()},
    "workbook text": {"ppt/embeddings/a.xlsx": zip_of(sheet=f"<is><t>{SECRET}</t></is>")},
    "workbook number": {"ppt/embeddings/a.xlsx": zip_of(sheet='<c r="B2"><v>4650</v></c>')},
    "shown number": {"ppt/slides/slide3.xml": b"<a:p><a:r><a:t>I alt 4.650 t.kr.</a:t></a:r></a:p>"},
    "slide id": {"customXml/item1.xml": b'<slide id="survey.budget" path="slides.yaml:40"/>'},
    "figure name": {"customXml/item1.xml": b'<figure name="plan.budget" shown="?"/>'},
    "UTF-16": {"ppt/tags/tag1.xml": f"<p:tag>{SECRET}</p:tag>".encode("utf-16")},
    "entities": {"ppt/slides/slide3.xml": b"<a:t>Fordelingen er &#102;ortrolig indtil videre.</a:t>"},
}


@pytest.mark.parametrize("where", LEAKS)
def test_leak(where: str, tmp_path: Path) -> None:
    made = subject(tmp_path)
    assert codes(replace(made, parts={**made.parts, **LEAKS[where]})) == {"leak"}


@pytest.mark.parametrize("said", ["Nogle af tallene er skøn", "14.650", "46501", "my-budget-2", "survey.presence"])
def test_what_both_may_see_is_no_leak(said: str, tmp_path: Path) -> None:
    made = subject(tmp_path)
    part = f'<a:p name="{said}"><a:r><a:t>{said}</a:t></a:r></a:p>'.encode()
    assert codes(replace(made, parts={**made.parts, "ppt/slides/slide3.xml": part})) == set()


def test_a_leak_names_the_part_and_the_place_of_the_text(tmp_path: Path) -> None:
    made = subject(tmp_path)
    (found,) = found_in(replace(made, parts={**made.parts, **LEAKS["notes"]}))
    assert "ppt/notesSlides/notesSlide3.xml" in found.message
    assert "directorate" in found.message
    assert found.span.file.endswith("slides.yaml")


def test_every_rule_is_named_in_a_planted_fault() -> None:
    """A rule without a fault of its own would pass every test by never speaking."""
    said = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in all_rules() if f'"{code}"' not in said] == []
