"""What a slide kind and a chart type are. In: declared by one file each. Out: a Registry handed down by pipeline."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.diagnostics import Fault
from deckgen.model.blocks import Arrangement
from deckgen.model.chart import ChartData, Plot
from deckgen.model.language import Labels
from deckgen.model.plan import AgendaEntry, DeckFacts, FigureRow
from deckgen.model.text import Text


def described(doc: str, *, minimum: int = 0, maximum: int = 0, default: Any = dataclasses.MISSING) -> Any:
    """A field of a kind's Fields: what it says, for people; for a list, how many items (0: no limit).

    The field's type decides what the YAML may hold: Text, Value, str, int, bool, Literal[...], a nested dataclass, a
    tuple of one of these, or any of these `| None` with `default=None`.
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


@dataclass(frozen=True, slots=True)
class Kind:
    """A slide kind: a dataclass of fields, an example in YAML, and `compose`, best arrangement first.

    `check` is given the fields with the number of every figure known (None where there is no such figure) and says
    what is wrong between them. `package` brought it; empty for a kind of our own.
    """

    name: str
    fields: type[Any]
    example: str
    compose: Callable[[Any, Context], tuple[Arrangement, ...]]
    doc: str
    check: Callable[[Any], Iterator[Fault]] | None = None
    package: str = ""


@dataclass(frozen=True, slots=True)
class ChartType:
    """A chart type: `plot` turns data into what is drawn; it raises ValueError where the data cannot be.

    `package` brought it; empty for a chart type of our own.
    """

    name: str
    plot: Callable[[ChartData], Plot]
    example: str
    doc: str
    package: str = ""


@dataclass(frozen=True, slots=True)
class Registry:
    kinds: Mapping[str, Kind]
    charts: Mapping[str, ChartType]
