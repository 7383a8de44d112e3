"""Where a template's own size leads, all titles of a deck on one slide layout share a size at which each fits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import gallery
from deckgen import pipeline
from deckgen.checks.text.frame_text import field
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import Frame, TextItem
from deckgen.model.template import SlideLayout
from deckgen.model.units import points
from deckgen.pipeline import Loaded

STEPS = (40.0, 30.0, 24.0, 20.0)
LONG = "Klyngerne er til stede i landsdelen, men kun en mindre del af dem har en aftale med kommunerne"
BULLETS = "id: {id}\nkind: bullets\ntitle: {title}\nitems: [Et, To]\n"
TITLES = {"example.short": "Kort", "example.long": LONG}


def led(layout: SlideLayout) -> SlideLayout:
    """The slide layout as a client's would be: its title has a size and a place of its own."""
    title = layout.slots["title"]
    own = replace(title, steps=STEPS, box=replace(title.box, height=points(3 * STEPS[0])))
    return replace(layout, slots={**layout.slots, "title": own}, flows=False)


def loaded(folder: Path, titles: dict[str, str]) -> Loaded:
    slides = {id: BULLETS.format(id=id, title=title) for id, title in titles.items()}
    found = pipeline.load(gallery.write(folder / "content", slides), gallery.BRAND, Diagnostics())
    assert found is not None
    layouts = {name: led(layout) for name, layout in found.template.slide_layouts.items()}
    return replace(found, template=replace(found.template, slide_layouts=layouts))


def size(frame: Frame) -> float:
    (title,) = (one for one in frame.items if isinstance(one, TextItem) and field(one) == "title")
    return title.paragraphs[0].size


def sizes(folder: Path, titles: dict[str, str]) -> dict[str, float]:
    content = loaded(folder, titles)
    plan = pipeline.plan_deck(content, "gallery", Diagnostics())
    frames = pipeline.set_deck(content, plan, Diagnostics()).frames
    return {frame.id: size(frame) for frame in frames if frame.id in titles}


def test_a_short_title_is_as_large_as_the_longest_lets_all_be(tmp_path: Path) -> None:
    alone = sizes(tmp_path / "alone", {"example.short": TITLES["example.short"]})
    together = sizes(tmp_path / "together", TITLES)
    assert alone["example.short"] == STEPS[0]
    assert set(together.values()) == {together["example.long"]}
    assert together["example.long"] < STEPS[0]
