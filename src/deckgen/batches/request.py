"""What a batch is asked for, small enough to be sent to every worker. In: made by calls. Out: read by workers."""

from __future__ import annotations

from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """What decks are made of and where they go: paths as text, `output` a folder or a URL.

    `force` writes over decks that somebody edited, `strict` takes warnings for errors.
    """

    content: str
    brand: str
    template: str
    language: str
    output: str
    force: bool = False
    strict: bool = False
