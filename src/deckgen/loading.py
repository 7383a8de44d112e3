"""The content, the brand and the template that a function of the package is about, read once for the call.

In: paths and a language. Out: what was loaded, or None with what is wrong in the diagnostics.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from deckgen import pipeline
from deckgen.asking import AnyPath
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import replace

Progress = Callable[[str], None]
"""Is told what is being done, before it is done."""

BRAND: Final = "assets/_brand.yml"


def silent(doing: str) -> None:
    """The progress of a program that does not want to know."""


def loaded_content(
    content: AnyPath,
    brand: AnyPath,
    template: AnyPath | None,
    language: str,
    diagnostics: Diagnostics,
    progress: Progress,
    memory: pipeline.Memory | None = None,
) -> pipeline.Loaded | None:
    """What the pipeline loads: with the brand's own template where none is given, in the project's first language."""
    progress("reading content")
    client = None if template is None else Path(template)
    return pipeline.load(Path(content), Path(brand), diagnostics, client, language, memory)


def every_content(
    content: AnyPath,
    brand: AnyPath,
    template: AnyPath | None,
    language: str,
    diagnostics: Diagnostics,
    progress: Progress,
    memory: pipeline.Memory | None = None,
) -> pipeline.Loaded | None:
    """The same, with the content of every member read of decks that are made for each, whichever are asked for."""
    loaded = loaded_content(content, brand, template, language, diagnostics, progress, memory)
    for deck in loaded.for_each.values() if loaded else ():
        progress(f"{deck.name}: reading the content of every member")
        deck.check(diagnostics)
    return loaded and replace(loaded, whole=loaded.whole and not diagnostics.has_errors)


def lay_out_members(loaded: pipeline.Loaded, diagnostics: Diagnostics, progress: Progress) -> pipeline.Loaded:
    """What was loaded, the deck of every member laid out: a text that does not fit for one names it."""
    whole = loaded.whole
    for deck in loaded.for_each.values():
        progress(f"{deck.name}: laying out the deck of every member")
        own = loaded if loaded.memory else replace(loaded, memory=pipeline.Memory())
        for one in pipeline.plan_members(own, deck, diagnostics):
            whole = whole and one.content is not None
    return replace(loaded, whole=whole)
