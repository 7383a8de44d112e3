"""What a slide kind is. In: declared by one file each. Out: a Registry of kinds and chart types, handed down."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement
from deckgen.model.chart_type import ChartType, Shows
from deckgen.model.date_style import DateStyle
from deckgen.model.drawing import DrawingForm
from deckgen.model.language import Labels
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plan import AgendaEntry, DeckFacts, FigureRow
from deckgen.model.text import Text
from deckgen.model.theme import Ground

Purpose = Literal[
    "opening",
    "agenda",
    "divider",
    "message",
    "finding",
    "explanation",
    "recommendation",
    "ask",
    "dialogue",
    "reference",
    "closing",
]
"""What a slide of a kind is for in the story of a deck. Rules ask this and never the name of a kind."""

CHAPTER_OPENINGS: Final[frozenset[Purpose]] = frozenset(("agenda", "divider"))
"""Purposes of the kinds that may open a chapter, if no field must be given: an agenda, a divider with its title."""


def described(doc: str, *, minimum: int = 0, maximum: int = 0, default: Any = dataclasses.MISSING) -> Any:
    """A field of a kind's Fields: what it says, for people; for a list, how many items (0: no limit).

    The field's type decides what the YAML may hold: Text, Value, Icon, Picture, str, int, bool, Literal[...], another
    dataclass, a tuple of one of these, or any of these `| None` with `default=None`.
    """
    metadata = {"doc": doc, "minimum": minimum, "maximum": maximum}
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Context:
    """What a kind may know beside its own fields: labels in the deck's language and the deck's own facts."""

    title: Text
    labels: Labels
    facts: DeckFacts
    agenda: tuple[AgendaEntry, ...]
    figures: tuple[FigureRow, ...]
    dates: DateStyle
    appendix: tuple[AgendaEntry, ...] = ()
    """The other slides of the appendix, where the slide is one of them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A slide kind: what it is for, a dataclass of fields, an example in YAML, and `compose`, best arrangement first.

    `shows` is what a kind shows that draws numbers against each other by itself. `check` is given the fields with the
    number of every figure known (None where there is no such figure) and says what is wrong between them. `package`
    brought it; empty for a kind of our own.
    """

    name: str
    purpose: Purpose
    fields: type[Any]
    example: str
    compose: Callable[[Any, Context], tuple[Arrangement, ...]]
    doc: str
    check: Callable[[Any], Iterator[Fault]] | None = None
    shows: Shows | None = None
    ground: Ground = "white"
    """What its pages stand on, where a slide does not say otherwise."""
    package: str = ""
    arrangements: tuple[str, ...] = ()
    """Those that content may choose among, by name."""


@dataclass(frozen=True, slots=True)
class Registry:
    kinds: Mapping[str, Kind]
    charts: Mapping[str, ChartType]
    drawings: Mapping[str, DrawingForm] = dataclasses.field(default_factory=dict)
