"""What a call of the package comes to. In: made by `deckgen.build` and its like. Out: read by whoever called.

Nothing of it is printed: errors in the content are in `Result.diagnostics`, each with its place and a hint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic
from deckgen.model.lazy_dataclasses import dataclass

if TYPE_CHECKING:
    from deckgen.catalogue.data_file import NewDataset
    from deckgen.catalogue.insertion import NewSlide
    from deckgen.compare.changes import Changes
    from deckgen.compare.figures import FigureReport
    from deckgen.compare.sides import Sides
    from deckgen.data.profiles import DatasetProfile
    from deckgen.drafting.deck import DraftedDeck
    from deckgen.icons.finding import FoundIcon
    from deckgen.model.batch import Entry, Known, Task
    from deckgen.model.chart_type import ChartType
    from deckgen.model.frames import FrameDeck
    from deckgen.model.kind import Kind
    from deckgen.model.plan import Plan
    from deckgen.pipeline import Loaded
    from deckgen.powerpoint.client_template.adopt.adoption import Adoption


class UsageError(ValueError):
    """What was asked for cannot be had: a deck, a figure or a rule of that name, or a time to date decks by.

    This is a mistake of who calls, as no content could make it right. `args[0]` names what there is.
    """


@dataclass(frozen=True)
class DeckResult:
    """One deck: its plan, its frames, the file written of it (None: none was) and what was found in it alone."""

    plan: Plan
    frames: FrameDeck
    file: Path | None
    diagnostics: tuple[Diagnostic, ...]
    pictures: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))
    """The pictures written of its pages, by their ids, in order."""


@dataclass(frozen=True)
class Batch:
    """Decks of one file for several members. `tasks`: all that were asked for.

    `done`: how many were there already. `failed`: the files of those that could not be made. `planned`: what is not
    told in each. `known`: how far each is.
    """

    tasks: tuple[Task, ...]
    done: int = 0
    failed: tuple[str, ...] = ()
    planned: tuple[Entry, ...] = ()
    known: tuple[Known, ...] = ()


@dataclass(frozen=True)
class Result:
    """What a call came to; what it was not asked for is empty or None.

    `diagnostics`: all that was found, by place. `decks`: each deck, by name. `files`: all files that were written, in
    order. `loaded`: content, theme and template, None where errors leave nothing. `figures`: where each figure comes
    from and shows. `comparison`: two decks side by side, or one deck's changes. `adoption`: a client's template as it
    was taken over, and `kinds_by_slide_layout` what is set on each slide layout. `icons`: those found by a
    word. `kinds` and `charts`: those that were asked for. `added`: a slide that was put into the content. `dataset`:
    a data file that was declared in it. `datasets`: what is in those that are declared.
    `draft`: a first deck of them. `batch`: decks for each of several members.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    decks: Mapping[str, DeckResult] = field(default_factory=lambda: MappingProxyType({}))
    files: tuple[Path, ...] = ()
    loaded: Loaded | None = None
    figures: tuple[FigureReport, ...] = ()
    comparison: Sides | Changes | None = None
    adoption: Adoption | None = None
    kinds_by_slide_layout: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    icons: tuple[FoundIcon, ...] = ()
    kinds: tuple[Kind, ...] = ()
    charts: tuple[ChartType, ...] = ()
    added: NewSlide | None = None
    dataset: NewDataset | None = None
    datasets: tuple[DatasetProfile, ...] = ()
    draft: DraftedDeck | None = None
    batch: Batch | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing found is an error; warnings are none."""
        return all(one.severity != "error" for one in self.diagnostics)

    @property
    def plans(self) -> dict[str, Plan]:
        """The plan of each deck, by name."""
        return {name: deck.plan for name, deck in self.decks.items()}

    @property
    def frames(self) -> dict[str, FrameDeck]:
        """The frames of each deck, by name."""
        return {name: deck.frames for name, deck in self.decks.items()}
