"""In: the shipped content, loaded on a brand or template. Out: both its decks, every rule asked, and their files."""

from __future__ import annotations

from pathlib import Path

from deckgen import pipeline
from deckgen.checks import STAGES
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import FrameDeck

DECKS = ("board", "directorate")


def build_both(
    loaded: pipeline.Loaded, folder: Path, diagnostics: Diagnostics, prefix: str = ""
) -> tuple[dict[str, FrameDeck], dict[str, Path]]:
    """Frames and files by deck; a file is named after its deck, behind `prefix`."""
    decks, files = {}, {}
    for name in DECKS:
        plan = pipeline.plan_deck(loaded, name, diagnostics)
        decks[name] = pipeline.set_deck(loaded, plan, diagnostics)
        data = pipeline.deck_bytes(loaded, decks[name])
        pipeline.run_rules(loaded, plan, decks[name], STAGES, diagnostics, data)
        files[name] = folder / f"{prefix}{name}.pptx"
        files[name].write_bytes(data)
    return decks, files
