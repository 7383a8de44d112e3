"""What a deck says, flat: one claim per text, value and label, so that two decks can be laid side by side.

In: the nouns that every comparison shares, made by deck_view and built. Out: read by figures, sides and changes.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.plan import FigureRow
from deckgen.model.text import NOWHERE

Place = Literal["title", "text", "chart", "table", "notes", "alt", "foot"]

_POSITION = re.compile(r"(?<![^/])\d+(?![^/])")

NAMELESS = "(unnamed)"
"""The path of a text in a file whose shapes have lost their names."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a slide says. `path` is its field path; `figures` are (name, as shown here).

    `label` names a value among its siblings, so that rows are compared by what they are and not by their place.
    `pattern` is the text with figures as `${name}`: equal patterns say the same with other values.
    `bound` are the numbers that its figures show, `typed` those that somebody wrote beside them in digits.
    `derived` claims are made by the engine out of others (alt texts, provenance, foot) and are no claim of their own.
    """

    path: str
    place: Place
    text: str
    page: int
    figures: tuple[tuple[str, str], ...] = ()
    number: Decimal | None = None
    label: str = ""
    pattern: str = ""
    bound: frozenset[Decimal] = frozenset()
    typed: tuple[Decimal, ...] = ()
    derived: bool = False
    span: Span = NOWHERE

    @property
    def said(self) -> frozenset[Decimal]:
        """All numbers of the claim."""
        return self.bound.union(self.typed, () if self.number is None else (self.number,))

    @property
    def group(self) -> str:
        """The path without list positions: what siblings share."""
        return _POSITION.sub("*", self.path)

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the claim on its slide: the label among siblings, else its path."""
        return (self.group, self.label) if self.label else (self.path, "")

    @property
    def in_list(self) -> bool:
        return self.group != self.path


@dataclass(frozen=True, slots=True)
class SlideView:
    """A slide as it stands in a deck; `page` is its first page."""

    id: str
    title: str
    section: str
    page: int
    claims: tuple[Claim, ...]
    span: Span = NOWHERE

    @property
    def own(self) -> tuple[Claim, ...]:
        """What the slide says itself, without what the engine derives."""
        return tuple(claim for claim in self.claims if not claim.derived)


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    title: str
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeckView:
    """A deck flat. `facts` are what it says of itself; `figures` is everything it shows, by name.

    `saved_again` tells of a file by what program it was saved anew, so that only its texts can be compared.
    """

    deck: str
    audience: str
    minutes: Decimal
    facts: tuple[Claim, ...]
    sections: tuple[SectionView, ...]
    slides: tuple[SlideView, ...]
    figures: dict[str, FigureRow]
    saved_again: str = ""

    @property
    def by_id(self) -> dict[str, SlideView]:
        return {slide.id: slide for slide in self.slides}

    def section_title(self, id: str) -> str:
        return next((section.title for section in self.sections if section.id == id), "")


def plain_number(value: Decimal) -> str:
    """A raw number for people and machines, without a trailing zero or an exponent."""
    return f"{value.normalize():f}"


def place_of(span: Span, folder: str = "") -> str:
    """`file:line` as seen from `folder`; empty for what stands in no file."""
    inside = span.file.removeprefix(folder).lstrip("/") if folder else span.file
    return f"{inside}:{span.line}" if inside else ""
