"""Every kind's example, laid out in each of its arrangements: held against golden frames that a person has read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.blocks import Arrangement
from deckgen.model.frames import FrameDeck
from deckgen.model.kind import Context, Kind
from deckgen.model.plan import Plan
from deckgen.pipeline import Loaded
from golden_nouns import told
from golden_text import golden
from goldens import GOLDEN, Held

NAMES = sorted(gallery.examples())
Compose = Callable[[Any, Context], tuple[Arrangement, ...]]


@pytest.fixture(scope="module")
def gallery_deck(tmp_path_factory: pytest.TempPathFactory) -> tuple[Loaded, Plan, FrameDeck]:
    folder = gallery.write_all(tmp_path_factory.mktemp("gallery") / "content")
    diagnostics = Diagnostics()
    loaded = pipeline.load(folder, gallery.BRAND, diagnostics)
    assert loaded
    plan = pipeline.plan_deck(loaded, "gallery", diagnostics)
    made = pipeline.set_deck(loaded, plan, diagnostics)
    assert not diagnostics.has_errors, [str(one) for one in diagnostics]
    return loaded, plan, made


@pytest.fixture(scope="module")
def said(gallery_deck: tuple[Loaded, Plan, FrameDeck]) -> Mapping[str, str]:
    """Slide → its pages as layout chooses them, then as each other arrangement has them that its kind offers."""
    loaded, plan, made = gallery_deck
    known = pages(made)
    for number in count():
        offering: set[str] = set()
        kinds = {name: only(kind, number, offering) for name, kind in loaded.registry.kinds.items()}
        alone = replace(loaded, registry=replace(loaded.registry, kinds=kinds))
        found = pages(pipeline.set_deck(alone, plan, Diagnostics()))
        if not offering:
            break
        for slide in plan.slides:
            if slide.kind in offering and found[slide.id] not in known[slide.id]:
                known[slide.id] += f"or\n{found[slide.id]}"
    return known


def only(kind: Kind, number: int, offering: set[str]) -> Kind:
    """The kind with one of its arrangements alone; a kind that has so many is noted."""

    def compose(fields: Any, context: Context) -> tuple[Arrangement, ...]:
        made = kind.compose(fields, context)
        if number < len(made):
            offering.add(kind.name)
        return made[number : number + 1] or made[:1]

    return replace(kind, compose=compose)


def pages(deck: FrameDeck) -> dict[str, str]:
    """Slide → its pages."""
    found: dict[str, str] = {}
    for frame in deck.frames:
        slide = frame.id.partition("~")[0]
        found[slide] = found.get(slide, "") + golden(frame)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_example_is_laid_out_as_its_golden_frame(name: str, said: Mapping[str, str], held: Held) -> None:
    held(f"{name}.txt", said[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_detail_of_an_example_is_as_in_its_golden_text(
    name: str, gallery_deck: tuple[Loaded, Plan, FrameDeck], held: Held
) -> None:
    """But for where in the content it stands."""
    pages = [frame for frame in gallery_deck[2].frames if frame.id.partition("~")[0] == name]
    lines = "".join(map(told, pages)).replace(gallery_deck[0].folder, "content").splitlines(keepends=True)
    held(f"frames/{name}.txt", "".join(line for line in lines if not line.lstrip().startswith("span: ")))


def test_no_golden_frame_is_left_over() -> None:
    assert sorted(file.stem for file in GOLDEN.glob("*.txt")) == NAMES
