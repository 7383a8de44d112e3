"""Faults of how slides look, planted in their frames: each rule finds its own and no other does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from planted import PRESENCE, codes, found_in, subject

from deckgen.checks import Subject
from deckgen.checks.text.frame_text import flat
from deckgen.model.chart import LabelPlace, Plot
from deckgen.model.frames import ChartItem, Frame, GroupItem, Item, ShapeItem, TextItem
from deckgen.model.units import Box, points
from deckgen.registry import registry

pytestmark = pytest.mark.usefixtures("rules_said")


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


RING = registry().charts["doughnut"]
LIKERT = registry().charts["likert"]


def on_chart(made: Subject, change: Callable[[Plot], Plot], **values: Any) -> Subject:
    """The subject with its chart changed."""

    def one(item: Item) -> Item:
        return replace(item, plot=change(item.plot), **values) if isinstance(item, ChartItem) else item

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


def test_every_item_of_every_slide_is_looked_at(tmp_path: Path) -> None:
    """What stands outside: each thing once, and its parts where it has some."""
    made = subject(tmp_path)

    def beside(item: Item) -> Item:
        moved = replace(item, box=replace(item.box, x=item.box.x + made.template.width))
        return replace(moved, children=tuple(map(beside, moved.children))) if isinstance(moved, GroupItem) else moved

    frames = tuple(replace(one, items=tuple(map(beside, one.items))) for one in made.frames.frames)
    found = found_in(replace(made, frames=replace(made.frames, frames=frames)))
    outside = [one.message.split("`")[1] for one in found if one.code == "off-slide"]
    assert sorted(outside) == sorted(item.name for frame in frames for item in flat(frame.items))
    assert len(outside) > len(frames) > 2


def test_a_slide_that_layout_reported_is_not_reported_again_for_where_its_parts_came_to_stand(tmp_path: Path) -> None:
    made = subject(tmp_path)
    left = [replace(one, fits=one.id != "survey.members") for one in made.frames.frames]
    made = replace(made, frames=replace(made.frames, frames=tuple(left)))
    for outside in (
        Box(0, 0, made.template.width * 2, points(9)),
        Box(points(50), points(60), points(800), points(10)),
    ):
        assert codes(changed(made, "survey.members", on_text("title", box=outside))) == set()


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
    made = on_chart(subject(tmp_path), lambda plot: replace(plot, categories=tuple("abcdef")), type=RING)
    assert codes(made) == {"pie-slices"}


def test_bars_unsorted_and_ordered(tmp_path: Path) -> None:
    values = (Decimal(3), Decimal(9), Decimal(5))

    def mixed(plot: Plot) -> Plot:
        return replace(plot, categories=("a", "b", "c"), series=(replace(plot.series[0], values=values),))

    assert codes(on_chart(subject(tmp_path / "a"), mixed)) == {"bars-unsorted"}
    ordered = PRESENCE.replace("    data:", "    ordered: true\n    data:")
    assert codes(on_chart(subject(tmp_path / "b", presence=ordered), mixed)) == set()


def test_rows_that_stand_by_the_answers_at_one_end_of_a_scale_are_sorted(tmp_path: Path) -> None:
    answers = ((10, 20, 5), (30, 15, 16), (20, 41, 21), (30, 20, 45))

    def on_a_scale(plot: Plot) -> Plot:
        parts = (tuple(Decimal(value) for value in one) for one in answers)
        series = tuple(replace(plot.series[0], name=str(at), values=one) for at, one in enumerate(parts))
        return replace(plot, categories=("a", "b", "c"), series=series)

    assert "bars-unsorted" not in codes(on_chart(subject(tmp_path), on_a_scale, type=LIKERT))


def test_title_two_lines(tmp_path: Path) -> None:
    assert codes(changed(subject(tmp_path), "survey.members", on_text("title", lines=3))) == {"title-two-lines"}


def test_agenda_agrees(tmp_path: Path) -> None:
    made = subject(tmp_path)
    sections = tuple(replace(one, title="Andet") if one.id == "talk" else one for one in made.plan.sections)
    assert codes(replace(made, plan=replace(made.plan, sections=sections))) == {"agenda-agrees"}


AGENDA = "meeting.agenda"


def agenda_says(made: Subject, **of_agenda: Any) -> list[str]:
    """What is found when something of the slide with the agenda, and of no other, is changed."""
    slides = (replace(one, **of_agenda) if one.id == AGENDA else one for one in made.plan.slides)
    found = found_in(replace(made, plan=replace(made.plan, slides=tuple(slides))))
    return [one.message for one in found if one.code == "agenda-agrees"]


def test_each_way_in_which_an_agenda_disagrees_is_said(tmp_path: Path) -> None:
    made = subject(tmp_path)
    (agenda,) = (one.agenda for one in made.plan.slides if one.id == AGENDA)
    first, last = agenda
    assert agenda_says(made, agenda=(first,)) == ["the agenda of `meeting.agenda` is not the list of sections"]
    nowhere = (replace(first, target="gone"), replace(last, target="gone.too"))
    leading = [f'the agenda line "{one.title.plain}" leads to no slide' for one in agenda]
    assert sorted(agenda_says(made, agenda=nowhere)) == sorted(leading)
    assert agenda_says(made, tracker="Et andet sted") == [
        'the tracker of `meeting.agenda` is "Et andet sted", its section another'
    ]
    sections = tuple(replace(one, title="Andet") for one in made.frames.sections)
    (other,) = found_in(replace(made, frames=replace(made.frames, sections=sections)))
    assert (other.code, other.message) == ("agenda-agrees", "the sections of the file are not those of the plan")


def test_a_link_to_a_slide_that_is_not_in_the_deck(tmp_path: Path) -> None:
    made = changed(subject(tmp_path), "survey.members", on_text("title", link="survey.budget"))
    assert codes(made) == {"dangling-reference"}


def test_labels_that_a_chart_has_no_room_for_are_listed(tmp_path: Path) -> None:
    made = subject(tmp_path)

    def without(*points: int) -> Callable[[Plot], Plot]:
        def change(plot: Plot) -> Plot:
            (series,) = plot.series
            places = tuple(LabelPlace(dropped=point in points) for point in range(len(series.values)))
            return replace(plot, series=(replace(series, places=places),))

        return change

    assert [one.code for one in found_in(on_chart(made, without()))] == []
    (one,) = found_in(on_chart(made, without(1)))
    assert (one.code, one.severity) == ("label-dropped", "info")
    assert one.message == "no label of the chart has room for `7` (Er til stede)"
    assert one.span == made.content.slides["survey.presence"].span
    (both,) = found_in(on_chart(made, without(0, 1)))
    assert both.message == "no label of the chart has room for `12` (Ønsker dialog), `7` (Er til stede)"
