"""What content reads of everybody, before decks are told apart. In: made by loader. Out: read for each member."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckgen.content.files import Files
from deckgen.content.languages import Spoken
from deckgen.figures.drafts import Tables
from deckgen.model.content import Project
from deckgen.model.figure import Figure, Source
from deckgen.model.kind import Registry
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.names import Named

if TYPE_CHECKING:
    from deckgen.data import Data


@dataclass(frozen=True, slots=True)
class Common:
    """What is read of everybody, for all decks."""

    files: Files
    registry: Registry
    spoken: Spoken
    audiences: tuple[str, ...]
    projects: Mapping[str, Project]
    sources: Named[Source]
    tables: Tables
    figures: Named[Figure]
    data: Data | None
