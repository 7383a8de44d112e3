"""What only a renderer can tell: in LibreOffice, no text of the shipped decks leaves its box."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.layout.setting import Setting
from deckgen.layout.text import measure
from deckgen.model.frames import Frame
from rendered import homes, inside, line_count, outside, pages, text_boxes

ROOT = Path(__file__).parent.parent
SLACK = 2.0
"""Points that a glyph may stand out: side bearings and the height of its own box."""


def frames(name: str) -> tuple[tuple[Frame, ...], Setting]:
    diagnostics = Diagnostics()
    loaded = pipeline.load(ROOT / "content", ROOT / "assets/_brand.yml", diagnostics)
    assert loaded
    deck = pipeline.set_deck(loaded, pipeline.plan_deck(loaded, name, diagnostics), diagnostics)
    return deck.frames, Setting(loaded.theme, {})


@pytest.mark.parametrize("name", ["board", "directorate"])
def test_every_text_stands_in_its_box(name: str, rendered_decks: dict[str, Path]) -> None:
    laid_out, setting = frames(name)
    rendered = list(pages(rendered_decks[name]))
    assert len(rendered) == len(laid_out)
    strays, longer, alike = [], [], []
    for frame, glyphs in zip(laid_out, rendered, strict=True):
        boxes = homes(frame, setting)
        out = [glyph.text for glyph in glyphs if outside(glyph, boxes) > SLACK]
        if out:
            strays.append(f"{frame.id}: {''.join(out)}")
        for item in text_boxes(frame.items, setting):
            count = line_count(inside(glyphs, item.box, SLACK), item)
            most = max(item.lines, measure(item.paragraphs, setting, item.box.width).most)
            if count > most:
                longer.append(f"{item.name}: {count} lines, measured {most} at most")
            alike.append(count == item.lines)
            assert count > 0, f"{item.name} is not to be seen"
    assert not strays
    assert not longer
    assert sum(alike) >= 0.99 * len(alike)
