"""The decks of the invented example, laid out: held against golden frames that a person has read."""

from __future__ import annotations

import pytest

from conftest import EXAMPLE, EXAMPLE_BRAND
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.pipeline import Loaded
from golden_nouns import told
from golden_text import golden
from goldens import Held


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    found = pipeline.load(EXAMPLE, EXAMPLE_BRAND, Diagnostics())
    assert found
    return found


@pytest.mark.parametrize("deck", ["assembly", "committee"])
def test_a_deck_is_planned_and_laid_out_as_its_golden_frames(deck: str, loaded: Loaded, held: Held) -> None:
    diagnostics = Diagnostics()
    plan = pipeline.plan_deck(loaded, deck, diagnostics)
    frames = pipeline.set_deck(loaded, plan, diagnostics)
    said = "".join(f"{one.severity} {one.code}: {one.message}\n" for one in diagnostics)
    held(
        f"decks/{deck}.txt",
        "\n".join((said, told(frames.sections), told(frames.figures), *map(golden, frames.frames))),
    )
