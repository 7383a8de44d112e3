"""In: the nodes of `decks/`. Out: each deck as its one audience sees it."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from deckgen.content.slides import known_kind
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.model.content import Chapter, ChapterOpening, Deck, SlideRef
from deckgen.model.kind import CHAPTER_OPENINGS, Registry
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import EMPTY, NOWHERE, Text
from deckgen.model.theme import Room
from deckgen.nodes.audiences import near_misses, resolve
from deckgen.nodes.dates import check_date
from deckgen.nodes.grammar import HOW, is_name
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, convert, suggestion

RESERVED_CHAPTERS = ("opening", "appendix")
"""Ids of the sections that a plan makes itself."""

NO_OPENING = "none"


@dataclass(frozen=True, slots=True)
class _Chapter:
    id: Scalar
    title: Text
    slides: tuple[Scalar, ...]
    opening: Scalar | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class _Appendix:
    slides: tuple[Scalar, ...]
    title: Text = EMPTY


_NO_APPENDIX = _Appendix(())


@dataclass(frozen=True, slots=True)
class _Entry:
    audience: Scalar
    title: Text
    minutes: int
    subtitle: Text = EMPTY
    meeting: Text = EMPTY
    date: Scalar | None = None
    opening: tuple[Scalar, ...] = ()
    chapters: tuple[_Chapter, ...] = ()
    appendix: _Appendix = _NO_APPENDIX
    room: Room = "chamber"
    sticker: Text = EMPTY
    minutes_span: Span = NOWHERE
    span: Span = NOWHERE


def read_decks(
    nodes: dict[str, Node],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    registry: Registry,
    known: Known[ReadDeck],
    diagnostics: Diagnostics,
) -> dict[str, dict[str, Deck]]:
    """Decks by audience and name; `known` are those that were read before."""
    decks: dict[str, dict[str, Deck]] = {audience: {} for audience in audiences}
    known.begin(audiences, registry)
    for name, node in nodes.items():
        _check_file_name(name, node, nodes, languages, diagnostics)
        read = known.made(node, partial(_read_deck, name, node, audiences, registry), name)
        diagnostics.extend(read.found)
        if read.deck is not None:
            decks[read.deck.audience][name] = read.deck
    return decks


@dataclass(frozen=True, slots=True)
class ReadDeck:
    """A deck as it was read, None where it cannot be, and what is wrong with it."""

    deck: Deck | None
    found: Diagnostics


def _read_deck(name: str, node: Node, audiences: tuple[str, ...], registry: Registry) -> ReadDeck:
    found = Diagnostics()
    audience = _audience(node, audiences, found)
    wrong = Diagnostics()
    resolved = resolve(node, audience, (audience,), audiences, wrong) if audience else node
    entry = INVALID if wrong.has_errors else convert(resolved, _Entry, "", wrong)
    found.extend(near_misses(resolved, audiences, wrong))
    deck = _deck(name, entry, registry, found) if audience and entry is not INVALID else None
    return ReadDeck(deck, found)


def _check_file_name(
    name: str, node: Node, nodes: dict[str, Node], languages: tuple[str, ...], diagnostics: Diagnostics
) -> None:
    """`board.en` is what the file of the deck `board` is called in English."""
    deck, _, code = name.rpartition(".")
    if deck in nodes and code in languages[1:]:
        message = f"the deck `{deck}` in `{code}` is called `{name}` already"
        diagnostics.error("bad-name", message, node.span, "give this deck another name")


def _audience(node: Node, audiences: tuple[str, ...], diagnostics: Diagnostics) -> str:
    """The deck's audience; empty where it names none."""
    named = node.get("audience") if isinstance(node, Mapping) else None
    if not isinstance(named, Scalar) or not named.text:
        return ""
    if named.text in audiences:
        return named.text
    hint = suggestion(named.text, audiences)
    diagnostics.error("unknown-audience", f"`{named.text}` is no audience of this project", named.span, hint)
    return ""


def _deck(name: str, entry: _Entry, registry: Registry, diagnostics: Diagnostics) -> Deck:
    if entry.date is not None:
        check_date(entry.date, diagnostics)
    if entry.minutes < 1:
        diagnostics.error("bad-minutes", "a meeting lasts a minute or more", entry.minutes_span)
    _check_chapters(entry.chapters, diagnostics)
    _check_twice(entry, diagnostics)
    chapters = tuple(
        Chapter(
            chapter.id.text,
            chapter.title,
            _refs(chapter.slides),
            _opening(chapter.opening, registry, diagnostics),
            chapter.span,
        )
        for chapter in entry.chapters
    )
    return Deck(
        name,
        entry.audience.text,
        entry.title,
        entry.subtitle,
        entry.meeting,
        entry.date.text if entry.date else "",
        entry.minutes,
        _refs(entry.opening),
        chapters,
        entry.appendix.title,
        _refs(entry.appendix.slides),
        entry.span,
        entry.room,
        entry.sticker,
    )


def _refs(named: tuple[Scalar, ...]) -> tuple[SlideRef, ...]:
    return tuple(SlideRef(slide.text, slide.span) for slide in named)


def _opening(named: Scalar | None, registry: Registry, diagnostics: Diagnostics) -> ChapterOpening | None:
    """The slide that opens a chapter: of a kind that may, or none."""
    if named is None or named.text == NO_OPENING:
        return None
    kind = known_kind(named, registry, diagnostics)
    if kind is None:
        return None
    wanted = [field.name for field in dataclasses.fields(kind.fields) if _must_be_given(field)]
    if kind.purpose in CHAPTER_OPENINGS and not wanted:
        return ChapterOpening(kind.name, kind.purpose == "divider", kind.fields())
    reason = f"it needs `{wanted[0]}`" if kind.purpose in CHAPTER_OPENINGS else f"its purpose is {kind.purpose}"
    openings = " or ".join(sorted(CHAPTER_OPENINGS))
    hint = f"name a kind whose purpose is {openings} and that needs no field, or `{NO_OPENING}`"
    diagnostics.error("opens-no-chapter", f"`{kind.name}` opens no chapter: {reason}", named.span, hint)
    return None


def _must_be_given(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _check_chapters(chapters: tuple[_Chapter, ...], diagnostics: Diagnostics) -> None:
    seen: dict[str, Span] = {}
    for chapter in chapters:
        id = chapter.id
        if id.text in RESERVED_CHAPTERS:
            diagnostics.error("bad-name", f"`{id.text}` is the name of a part that every deck has", id.span)
        elif not is_name(id.text):
            diagnostics.error("bad-name", f"`{id.text}` cannot be the id of a chapter", id.span, HOW)
        elif id.text in seen:
            message, related = (
                f"the chapter `{id.text}` stands twice",
                (Related(seen[id.text], "it stands here too"),),
            )
            diagnostics.error("duplicate-chapter", message, id.span, "give one another id", related)
        seen.setdefault(id.text, id.span)


def _check_twice(entry: _Entry, diagnostics: Diagnostics) -> None:
    """A slide stands once in a deck: links, sections and the way back all go by its id."""
    parts = (entry.opening, *(chapter.slides for chapter in entry.chapters), entry.appendix.slides)
    seen: dict[str, Span] = {}
    for slide in (slide for part in parts for slide in part):
        if slide.text in seen:
            message = f"the slide `{slide.text}` stands twice in this deck"
            related = (Related(seen[slide.text], "it stands here too"),)
            diagnostics.error("slide-twice", message, slide.span, "keep it in one place", related)
        seen.setdefault(slide.text, slide.span)
