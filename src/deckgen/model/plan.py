"""The plan of one deck, for its one audience. In: made by plan. Out: read by kinds (by Context), layout, checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from deckgen.diagnostics import Span
from deckgen.model import texts
from deckgen.model.content import Client, Organisation
from deckgen.model.furniture import NO_FURNITURE, Furniture
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import Footnote, Text, Value
from deckgen.model.theme import Room, SignShape


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A chapter on the agenda, its minutes as shown (empty: none). `target` is its first slide; `current` is here."""

    number: int
    title: Text
    minutes: str
    target: str
    current: bool = False
    duration: Decimal = Decimal(0)
    """The minutes as a number."""
    past: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure on the sources slide: everything as shown."""

    name: str
    label: str
    shown: str
    source: str
    as_of: str
    base: str
    how: str = ""
    """How a tabulated or computed figure came about, in the deck's language; empty where the source gives it."""
    question: str = ""
    """What was asked, and of whom, where a tabulated figure is of one of several answers; the same for all."""
    done: str = ""
    """What was done with the answers to that question, where the figure is no share of them."""
    respondents: str = ""
    """How many answered that question, where this is the same for all answers: "n = 60"."""
    answer: str = ""
    """The answer that a tabulated figure is of, or those who gave it; empty where all answers count."""
    is_cell: bool = False
    """Whether the content has no words of its own for the figure: it stands in a table or chart of all answers."""
    note: str = ""
    """What the content says of the figure itself, such as what it leaves out."""
    data_note: str = ""
    """What is to be known of the rows that a tabulated figure was counted in."""
    value: Decimal | None = None
    """The number that is shown; None where the source's own words are, or only a text is known."""
    formula: str = ""
    """From which shown values alone a figure is computed: "12 − 4"."""
    slide: str = ""
    """The id of the first slide that shows it; empty where only notes and other figures name it."""
    in_figures: str = ""
    """As shown, a fraction that is said in words written in figures: "over 3/4"."""
    rests_on: tuple[str, ...] = ()
    """The figures that its base names."""


@dataclass(frozen=True, slots=True)
class DeckFacts:
    """What a cover, a contact or an appendix slide says of the deck itself."""

    title: Text
    subtitle: Text
    meeting: Text
    date: str
    minutes: int
    organisation: Organisation
    client: Client
    room: Room = "chamber"
    signs: Mapping[str, SignShape] = field(default_factory=dict)
    opening: AgendaEntry | None = None
    """What is spoken to before the first chapter, where that takes minutes; it has no number, and leads nowhere."""
    spare: AgendaEntry | None = None
    """What no slide takes of the meeting's minutes, where there are any left."""

    def whole(self, agenda: tuple[AgendaEntry, ...]) -> tuple[AgendaEntry, ...]:
        """All of the meeting: what comes before the chapters of the agenda, they, and what is spare."""
        ends = ((self.opening,) if self.opening else ()), ((self.spare,) if self.spare else ())
        return (*ends[0], *agenda, *ends[1])


Comparison = Literal["component", "item", "time", "frequency", "correlation"]
"""What a chart compares: parts of a whole, things, points in time, classes of a number, or numbers of each row."""


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """The type of a chart whose content names none: what is compared, and what says so."""

    type: str
    compares: Comparison
    why: str
    keeps_order: bool = False
    """The order of the rows means something, though the content does not say so."""


@dataclass(frozen=True)
class PlannedSlide:
    """A slide with its figures bound and its place in the deck settled."""

    id: str
    kind: str
    title: Text
    fields: Any
    section: str
    tracker: str
    minutes: Decimal
    notes: Text
    foot: str
    figures: tuple[str, ...]
    agenda: tuple[AgendaEntry, ...]
    in_appendix: bool
    span: Span
    supports: tuple[str, ...] = ()
    furniture: Furniture = NO_FURNITURE
    steps: int = 0
    """How many numbered options the deck's pages are about, where this page is about some of them."""
    footnotes: tuple[Footnote, ...] = ()
    chart_choice: ChartChoice | None = None
    """Which chart was chosen; None where the content names one, or shows none."""

    @property
    def shown(self) -> tuple[Any, ...]:
        """All that the content puts on the page."""
        footnotes = (footnote.text for footnote in self.footnotes)
        return (self.title, self.furniture.said, self.fields, *footnotes)

    @cached_property
    def said(self) -> tuple[Text | Value, ...]:
        """Every text and value of it, in the order in which it is written."""
        return tuple(texts.said(self.shown))


@dataclass(frozen=True, slots=True)
class LeftOut:
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Section:
    """A native section of the file, in order; `slides` are ids."""

    id: str
    title: str
    slides: tuple[str, ...]
    minutes: Decimal


@dataclass(frozen=True, slots=True)
class Plan:
    deck: str
    audience: str
    language: str
    facts: DeckFacts
    slides: tuple[PlannedSlide, ...]
    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]
    figure_rows: tuple[FigureRow, ...]
    minutes: Decimal
    span: Span
