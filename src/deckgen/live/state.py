"""What is seen of a deck while its content is being written. In: made by the session. Out: read by who shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from deckgen.diagnostics import Diagnostic, Span
from deckgen.messages import MessageLanguage
from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody looks at: a deck in a language of the project, on a brand file."""

    deck: str
    language: str
    brand: Path


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from: decks with their audiences, languages, brand files."""

    decks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    languages: tuple[str, ...] = ()
    brands: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is drawn. `id` is its slide's, with `~2` on a continuation, which takes no minutes of its own.

    `picture` is SVG, empty where none can be drawn. `span` is where its slide stands in the content. `stale`: the
    slide has errors, and this is the last good picture of it.
    """

    id: str
    slide: str
    number: int
    kind: str
    title: str
    minutes: Decimal
    notes: str
    picture: str
    span: Span
    ladder: tuple[str, ...] = ()
    stale: bool = False


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section of the deck; `slides` are the ids of its slides, in order."""

    title: str
    minutes: Decimal
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeckState:
    """A deck as its files have it. `slot` is the minutes that the meeting gives.

    `diagnostics` by the slide that they belong to, to be told in the language `messages`; those of no slide of this
    deck under the empty name. `whole` is False where the content has errors. A deck that cannot be read and never was
    has no pages.
    """

    choice: Choice
    offer: Offer
    title: str = ""
    audience: str = ""
    slot: int = 0
    minutes: Decimal = Decimal(0)
    sections: tuple[PageSection, ...] = ()
    pages: tuple[Page, ...] = ()
    diagnostics: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=lambda: MappingProxyType({}))
    whole: bool = True
    messages: MessageLanguage = "en"
