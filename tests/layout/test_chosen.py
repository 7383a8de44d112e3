"""An arrangement that content chooses: it is the one that is set, whatever the ladder would have taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

import pytest

import gallery
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.layout import deck
from deckgen.layout.chosen import chosen, names
from deckgen.model.blocks import Arrangement
from deckgen.model.frames import Frame
from deckgen.model.plan import PlannedSlide
from deckgen.registry import registry

Offer = tuple[Arrangement, ...]
CHOOSING = [name for name, kind in registry().kinds.items() if kind.arrangements]
BULLETS = """\
id: a.one
kind: bullets
title: Klyngerne er til stede i regionen
items: [Et punkt, Et andet punkt, Et tredje punkt, Et fjerde punkt]
"""


def set_as(folder: Path, slide: str) -> tuple[tuple[Frame, ...], list[Diagnostic]]:
    found = Diagnostics()
    id = slide.partition("\n")[0].removeprefix("id: ")
    frames = gallery.frames(gallery.write(folder / "content", {id: slide}), found).frames
    return frames, list(found)


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Offer]]:
    """What each kind offered for its examples, as layout is handed it."""
    seen: dict[str, list[Offer]] = defaultdict(list)
    with pytest.MonkeyPatch.context() as patch:

        def spied(
            slide: PlannedSlide, arrangements: Offer, layouts: Collection[str], diagnostics: Diagnostics
        ) -> Offer:
            seen[slide.kind].append(arrangements)
            return chosen(slide, arrangements, layouts, diagnostics)

        patch.setattr(deck, "chosen", spied)
        folder = gallery.write_all(tmp_path_factory.mktemp("gallery") / "content")
        gallery.frames(folder, Diagnostics())
    return seen


@pytest.mark.parametrize("kind", CHOOSING)
def test_what_a_kind_offers_is_declared_in_its_order(kind: str, offered: dict[str, list[Offer]]) -> None:
    for arrangements in offered[kind]:
        assert len(arrangements) == 1 or all(one.name for one in arrangements)
        assert set(names(arrangements)) <= set(registry().kinds[kind].arrangements)


def test_a_kind_that_offers_several_lets_content_choose(
    offered: dict[str, list[Offer]],
) -> None:
    several = {kind for kind, every in offered.items() if any(len(one) > 1 for one in every)}
    assert several <= set(CHOOSING)


def test_the_ladder_takes_what_fits_and_content_what_it_wants(tmp_path: Path) -> None:
    (freely,), _ = set_as(tmp_path / "freely", BULLETS)
    (wanted,), found = set_as(tmp_path / "wanted", f"{BULLETS}arrangement: two columns\n")
    assert (freely.slide_layout, wanted.slide_layout) == ("Title and Body", "Two Lists")
    assert not [one for one in found if one.severity == "error"]
    assert wanted.ladder == ()


def test_what_is_chosen_goes_on_on_next_pages_and_is_not_given_up(tmp_path: Path) -> None:
    long = ", ".join(f"{number}. punkt siger det samme som det forrige med flere ord" for number in range(1, 13))
    slide = BULLETS.replace("Et punkt, Et andet punkt, Et tredje punkt, Et fjerde punkt", long)
    freely, _ = set_as(tmp_path / "freely", slide)
    wanted, found = set_as(tmp_path / "wanted", f"{slide}arrangement: one column\n")
    assert {one.slide_layout for one in freely} == {"Two Lists"}
    assert {one.slide_layout for one in wanted} == {"Title and Body"}
    assert len(wanted) >= len(freely)
    assert not [one for one in found if one.severity == "error"]


def test_ways_of_one_arrangement_are_tried_in_turn(tmp_path: Path) -> None:
    example = registry().kinds["map"].example
    (frame, *_), found = set_as(tmp_path, f"{example}arrangement: above\n")
    assert not [one for one in found if one.severity == "error"]
    assert all("beside" not in rung for rung in frame.ladder)


def test_what_the_fields_do_not_allow_is_an_error_with_what_they_do(tmp_path: Path) -> None:
    slide = BULLETS.replace(", Et fjerde punkt", "")
    frames, found = set_as(tmp_path, f"{slide}arrangement: two columns\n")
    (error,) = [one for one in found if one.severity == "error"]
    assert (error.code, error.hint) == (
        "arrangement-not-offered",
        "possible: one column; or leave `arrangement` out",
    )
    assert (error.span.line, error.span.column) == (6, 18)
    assert frames


def test_another_name_is_an_error_that_lists_those_of_the_kind(tmp_path: Path) -> None:
    found = gallery.found(f"{BULLETS}arrangement: two colums\n", tmp_path)
    (error,) = [one for one in found if one.severity == "error"]
    assert (error.code, error.hint) == (
        "unknown-choice",
        "did you mean `two columns`? possible: one column, two columns",
    )


def test_a_kind_with_one_arrangement_has_no_such_key(tmp_path: Path) -> None:
    slide = "id: a.one\nkind: statement\ntitle: Klyngerne er her\narrangement: side by side\n"
    assert [one.code for one in gallery.found(slide, tmp_path) if one.severity == "error"] == ["unknown-key"]


def test_a_template_without_the_slide_layout_is_told_and_arranges_otherwise(tmp_path: Path) -> None:
    kept: list[tuple[str, ...]] = []
    with pytest.MonkeyPatch.context() as patch:

        def spied(
            slide: PlannedSlide, arrangements: Offer, layouts: Collection[str], diagnostics: Diagnostics
        ) -> Offer:
            left = [name for name in layouts if name != "Two Lists"]
            made = chosen(slide, arrangements, left, diagnostics)
            kept.append(names(made))
            return made

        patch.setattr(deck, "chosen", spied)
        _, found = set_as(tmp_path, f"{BULLETS}arrangement: two columns\n")
    assert kept == [("one column", "two columns")]
    assert [one.code for one in found if "arrangement" in one.code] == ["arrangement-not-in-template"]
