"""How full the white pages of both decks are. In: the shipped content. Out: how much of each body is inked."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from deckgen import pipeline
from deckgen.checks.engine.subject import Subject
from deckgen.checks.rules.page_hollow import shares
from deckgen.diagnostics import Diagnostics
from shipped import DECKS

ROOT = Path(__file__).parents[2]
MEDIAN, LEAST = 0.55, 0.40


@pytest.mark.parametrize("deck", DECKS)
def test_white_pages_are_well_filled_in_the_middle_and_none_is_hollow(deck: str) -> None:
    found = Diagnostics()
    loaded = pipeline.load(ROOT / "content", ROOT / "assets/_brand.yml", found)
    assert loaded, list(found)
    plan = pipeline.plan_deck(loaded, deck, found)
    seen = (plan, pipeline.set_deck(loaded, plan, found), loaded.contents, loaded.language, loaded.theme)
    filled = {frame.id: share for _, frame, share in shares(Subject(*seen, loaded.template, loaded.registry))}
    assert len(filled) >= 5
    assert median(filled.values()) >= MEDIAN, filled
    assert min(filled.values()) >= LEAST, filled
