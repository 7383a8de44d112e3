"""Faults of how a deck goes from page to page, and of what a page leaves empty, planted one by one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import planted
import pytest
from planted import codes, found_in, subject

from deckgen.checks import Subject
from deckgen.checks.text.ink import COLUMNS, ROWS, ink
from deckgen.model.frames import Frame, ShapeItem
from deckgen.model.text import text
from deckgen.model.theme import Ground
from deckgen.model.units import Box, points

pytestmark = pytest.mark.usefixtures("rules_said")

RHYTHM = {"so-what-missing", "white-run", "neighbours-alike", "page-hollow", "accent-count"}


def findings(count: int, with_so_what: int, tmp_path: Path) -> Subject:
    """A deck of so many findings, of which the first say what follows."""
    made = subject(tmp_path)
    (finding,) = (slide for slide in made.plan.slides if slide.id == "survey.presence")
    said = replace(finding.furniture, so_what=text("Viljen er der"))
    slides = tuple(
        replace(finding, id=f"survey.no{n}", furniture=said if n < with_so_what else finding.furniture)
        for n in range(count)
    )
    return replace(made, plan=replace(made.plan, slides=slides))


@pytest.mark.parametrize(
    ("count", "said", "missing"), [(2, 0, 0), (3, 3, 0), (3, 2, 0), (3, 1, 2), (6, 4, 0), (6, 3, 3), (4, 0, 4)]
)
def test_findings_without_a_conclusion_are_named_where_more_than_a_third_are(
    count: int, said: int, missing: int, tmp_path: Path
) -> None:
    found = [one for one in found_in(findings(count, said, tmp_path)) if one.code == "so-what-missing"]
    assert len(found) == missing


def test_a_finding_of_the_appendix_need_not_conclude(tmp_path: Path) -> None:
    made = findings(4, 0, tmp_path)
    slides = tuple(replace(slide, in_appendix=True) for slide in made.plan.slides)
    assert "so-what-missing" not in codes(replace(made, plan=replace(made.plan, slides=slides)))


def run_of(count: int, tmp_path: Path, ground: Ground = "white") -> Subject:
    """A deck of so many pages on white, one with other values in its middle."""
    made = subject(tmp_path)
    (frame,) = (one for one in made.frames.frames if one.id == "survey.presence")
    (planned,) = (slide for slide in made.plan.slides if slide.id == "survey.presence")
    ids = [f"survey.no{n}" for n in range(count)]
    frames = [replace(frame, id=id) for id in ids]
    frames[count // 2] = replace(frames[count // 2], ground=ground)
    slides = tuple(replace(planned, id=id, kind="bullets" if n % 2 else "chart") for n, id in enumerate(ids))
    return replace(made, plan=replace(made.plan, slides=slides), frames=replace(made.frames, frames=tuple(frames)))


@pytest.mark.parametrize(("count", "told"), [(4, False), (5, True), (9, True)])
def test_the_fifth_page_on_white_in_a_row_is_told_once(count: int, told: bool, tmp_path: Path) -> None:
    found = [one for one in found_in(run_of(count, tmp_path)) if one.code == "white-run"]
    assert len(found) == told


def test_a_page_on_another_ground_begins_the_run_anew(tmp_path: Path) -> None:
    assert "white-run" not in codes(run_of(9, tmp_path, ground="panel"))


@pytest.mark.parametrize(("badges", "appendix", "told"), [((), False, True), ((1,), False, False), ((), True, False)])
def test_two_pages_of_one_kind_are_told_unless_they_are_a_series(
    badges: tuple[int, ...], appendix: bool, told: bool, tmp_path: Path
) -> None:
    made = subject(tmp_path)
    (slide,) = (one for one in made.plan.slides if one.id == "survey.presence")
    furniture = replace(slide.furniture, badges=badges)
    one, other = (replace(slide, id=f"survey.no{n}", furniture=furniture, in_appendix=appendix) for n in range(2))
    found = codes(replace(made, plan=replace(made.plan, slides=(one, other))))
    assert ("neighbours-alike" in found) is told


def test_what_is_planted_elsewhere_has_no_fault_of_rhythm(tmp_path: Path) -> None:
    assert not RHYTHM & codes(subject(tmp_path, project=planted.PROJECT))


BODY = Box(0, 0, COLUMNS * 1000, ROWS * 1000)


def drawn(*shapes: ShapeItem) -> Frame:
    return Frame("a.b", "Diagram", "", shapes, (), "", ())


def test_ink_is_the_share_of_cells_that_something_reaches_into() -> None:
    half = ShapeItem("a.b/half", Box(0, 0, BODY.width // 2, BODY.height), "line", None, "primary")
    assert ink(drawn(half), BODY) == 0.5
    assert ink(drawn(replace(half, box=Box(0, 0, 1, 1))), BODY) == 1 / (COLUMNS * ROWS)
    assert ink(drawn(), BODY) == 0


def test_of_an_outline_or_a_ground_its_edges_count_and_of_what_stands_around_the_body_nothing() -> None:
    whole = Box(0, 0, points(24 * 100), points(14 * 100))
    outline = ShapeItem("a.b/frame", whole, "rect", None, "primary")
    for one in (outline, replace(outline, fill="panel", line=None)):
        assert ink(drawn(one), whole) == (2 * COLUMNS + 2 * (ROWS - 2)) / (COLUMNS * ROWS)
    assert ink(drawn(replace(outline, name="a.b/section mark", fill="primary")), whole) == 0


def test_three_things_in_the_accent_are_one_too_many(tmp_path: Path) -> None:
    figures = "".join(
        f'      - {{value: "${{{name}}}", label: klynger, emphasis: true}}\n'
        for name in ("present", "dialogue", "answered")
    )
    slide = (
        "  - id: survey.members\n    kind: key_figures\n    title: Klyngerne er her\n    figures:\n"
        f"{figures}    minutes: 3\n"
    )
    assert "accent-count" in codes(subject(tmp_path, members=slide, project=planted.PROJECT))
    less = slide.replace(", emphasis: true}", "}", 1)
    assert "accent-count" not in codes(subject(tmp_path, members=less))


def test_a_page_with_one_short_line_is_hollow_and_one_on_panel_is_not_asked(tmp_path: Path) -> None:
    slide = planted.MEMBERS.partition("    items:")[0] + "    items: [Kort]\n    minutes: 3\n"
    assert "page-hollow" in codes(subject(tmp_path, members=slide, project=planted.PROJECT))
    assert "page-hollow" not in codes(
        subject(tmp_path, members=slide + "    ground: panel\n", project=planted.PROJECT)
    )
