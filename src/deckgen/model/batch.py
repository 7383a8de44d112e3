"""The decks of a batch, and what became of each. In: made by batches. Out: handed to workers, and printed."""

from __future__ import annotations

from typing import Literal

from deckgen.diagnostics import Diagnostic
from deckgen.model.lazy_dataclasses import dataclass

State = Literal["done", "stale", "missing", "failed"]


@dataclass(frozen=True, slots=True)
class Task:
    """A deck to be made: of which deck file, for which member, as which file; `digest` is of all that it rests on."""

    deck: str
    member: str
    name: str
    file: str
    digest: str

    @property
    def record(self) -> str:
        """The file beside the deck that says what it was made of."""
        return f"{self.file.removesuffix('.pptx')}.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A deck to be made; `hidden` are the cells that are not told of its member, `left_out` the words for what is."""

    task: Task
    hidden: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A deck that was made, or was not, which `errors` say. `seconds` are the processor's.

    It is as small as what is printed of it, since thousands of them pass between processes.
    """

    task: Task
    file: str
    made: bool
    slides: int = 0
    left_out: tuple[str, ...] = ()
    warnings: int = 0
    errors: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of a deck; `why` says what failed."""

    task: Task
    state: State
    why: tuple[str, ...] = ()
