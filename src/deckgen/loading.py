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
