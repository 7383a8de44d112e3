"""Content as it was read, all audiences resolved to one. In: made by content. Out: read by plan, checks, compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import Any

from deckgen.diagnostics import Span
from deckgen.model import texts
from deckgen.model.check import NO_SETTINGS, CheckSettings
from deckgen.model.data import Tabulation
from deckgen.model.figure import Figure, Source
from deckgen.model.furniture import NO_FURNITURE, Furniture
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import EMPTY, NOWHERE, Footnote, Text, Value
from deckgen.model.theme import Room, SignShape


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
    """What `project.yaml` says. Content is read in `language`, one of `languages`, of which the first is default."""

    language: str
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    organisation: Organisation
    client: Client
    span: Span
    check: CheckSettings = NO_SETTINGS
    signs: Mapping[str, SignShape] = field(default_factory=dict)
    """The sign that stands for one of what is counted, by its name, through all decks."""


@dataclass(frozen=True)
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
    furniture: Furniture = NO_FURNITURE
    footnotes: tuple[Footnote, ...] = ()

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
class SlideRef:
    """A slide named in a deck file, and where."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class ChapterOpening:
    """The slide that opens a chapter: its kind, and whether it bears the chapter's title or that of an agenda.

    `fields` is an instance of the kind's Fields dataclass, all of it by default.
    """

    kind: str
    titled: bool
    fields: Any


def opening_id(chapter: str) -> str:
    """The id of the slide that opens a chapter, by the chapter's own."""
    return f"{chapter}.opening"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a deck: a section in the file, a line on the agenda."""

    id: str
    title: Text
    slides: tuple[SlideRef, ...]
    opening: ChapterOpening | None = None
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
    room: Room = "chamber"
    sticker: Text = EMPTY
    """How final the whole deck is; empty where nothing is said."""
    draft: bool = False
    """Whether it is no deck to be shown yet: rules do not ask it for what a finished one says."""

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
    """Ids of the slides that this audience does not see, with the audiences that do.

    A slide with none is in none of the audience's decks: in the content of one member, those that others have.
    """
    tabulations: dict[str, Tabulation] = field(default_factory=dict)
    named_elsewhere: frozenset[str] = frozenset()
    """The figures that other decks name: those for each of several members; in the content of one member, any."""
