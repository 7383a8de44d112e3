"""Content as it was read (all audiences resolved to one), and the plan of one deck.

In: built by content and plan. Out: read by pipeline, kinds (through Context), layout and powerpoint.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, Literal

from deckgen.diagnostics import Span
from deckgen.model.check import NO_SETTINGS, CheckSettings
from deckgen.model.data import Counted, Tabulation
from deckgen.model.text import NOWHERE, Text

Qualifier = Literal["", "minimum", "maximum", "about", "over", "under"]
Confidence = Literal["", "measured", "estimate", "minimum"]
_CALLED_FOR: Final[dict[Confidence, Qualifier]] = {
    "": "",
    "measured": "",
    "estimate": "about",
    "minimum": "minimum",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `text` is what the foot prints after "Kilde:"."""

    name: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A named number. `value` is raw; `decimals` says how it is shown; `base` is a text such as "12 klynger"."""

    name: str
    value: Decimal
    unit: str = ""
    qualifier: Qualifier = ""
    decimals: int = 0
    source: str = ""
    as_of: str = ""
    base: Text = field(default_factory=lambda: Text(()))
    label: str = ""
    note: str = ""
    wording: str = ""
    """The source's own words where it gives no exact number ("over tre fjerdedele"): shown in place of the number."""
    confidence: Confidence = ""
    published: Decimal | None = None
    """The value that was published, which a tabulated or computed figure must equal."""
    origin: Literal["given", "tabulated", "computed"] = "given"
    how: str = ""
    """How a tabulated or computed figure came about: the tabulation and its rows, or the formula with its values.

    For the command line, in English and with names; slides are made of `counted` and `formula`.
    """
    counted: Counted | None = None
    formula: str = ""
    uses: tuple[str, ...] = ()
    """The figures that a computed figure is made of."""
    table: str = ""
    """The row of a tabulation that a tabulated figure is: "presence/1"."""
    rows: tuple[str, ...] = ()
    """The places in data files that a tabulated figure rests on, such as "survey.csv:9"."""
    span: Span = NOWHERE

    @property
    def called_for(self) -> Qualifier:
        """Its qualifier, or the one that its confidence calls for."""
        return self.qualifier or _CALLED_FOR[self.confidence]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who speaks, and how to reach them; empty fields are left out of the contact slide."""

    name: str
    role: str = ""
    person: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """Who the deck is made for; `logo` is a picture inside the content folder, or empty. `logo_size` in pixels."""

    name: str
    logo: str = ""
    logo_span: Span = NOWHERE
    logo_size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Project:
    language: str
    audiences: tuple[str, ...]
    organisation: Organisation
    client: Client
    span: Span
    check: CheckSettings = NO_SETTINGS


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide as one audience sees it. `fields` is an instance of the kind's Fields dataclass."""

    id: str
    kind: str
    title: Text
    fields: Any
    audiences: tuple[str, ...]
    minutes: Decimal
    notes: Text
    sources: tuple[str, ...]
    span: Span
    supports: tuple[str, ...] = ()
    """Ids of the slides whose recommendation rests on what this one finds."""


@dataclass(frozen=True, slots=True)
class SlideRef:
    """A slide named in a deck file, and where."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a deck: a section in the file, a line on the agenda."""

    id: str
    title: Text
    slides: tuple[SlideRef, ...]
    opening: Literal["none", "section", "agenda"] = "none"
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck file. `date` is as written: a year, a month or a day, or empty."""

    id: str
    audience: str
    title: Text
    subtitle: Text
    meeting: Text
    date: str
    minutes: int
    opening: tuple[SlideRef, ...]
    chapters: tuple[Chapter, ...]
    appendix_title: Text
    appendix: tuple[SlideRef, ...]
    span: Span

    @property
    def listed(self) -> tuple[SlideRef, ...]:
        """Every slide that the deck lists, in order."""
        return (*self.opening, *(ref for chapter in self.chapters for ref in chapter.slides), *self.appendix)


@dataclass(frozen=True, slots=True)
class Content:
    """All that one audience sees: nothing of another audience is left in here."""

    project: Project
    audience: str
    sources: dict[str, Source]
    figures: dict[str, Figure]
    slides: dict[str, Slide]
    decks: dict[str, Deck]
    elsewhere: dict[str, tuple[str, ...]]
    """Ids of the slides that this audience does not see, with the audiences that do."""
    tabulations: dict[str, Tabulation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A chapter on the agenda. `target` is the id of its first slide; `current` marks where we are."""

    number: int
    title: Text
    minutes: Decimal
    target: str
    current: bool = False


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
    note: str = ""
    """What the content says of the figure itself, such as what it leaves out."""
    data_note: str = ""
    """What is to be known of the rows that a tabulated figure was counted in."""


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


@dataclass(frozen=True, slots=True)
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
