"""In: the nodes of `decks/`. Out: each deck as its one audience sees it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import partial
from typing import Any

from deckgen.content.for_each import ForEachEntry
from deckgen.content.slides import known_kind
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.model.content import Chapter, ChapterOpening, Deck, SlideRef
from deckgen.model.kind import CHAPTER_OPENINGS, Registry, described
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import EMPTY, NOWHERE, Text
from deckgen.model.theme import Room
from deckgen.nodes.audiences import near_misses, resolve
from deckgen.nodes.dates import check_date
from deckgen.nodes.grammar import HOW, is_name
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.schema import INVALID, convert, suggestion

RESERVED_CHAPTERS = ("opening", "appendix")
"""Ids of the sections that a plan makes itself."""

NO_OPENING = "none"

_LISTS = ("slides", "opening")
"""The keys under which a deck file lists slides."""


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """A chapter as it is written."""

    id: Scalar = described("Its name, which stays as it is.")
    title: Text = described("What the agenda and the tracker call it.")
    slides: tuple[Scalar, ...] = described("Ids of its slides, in order.")
    opening: Scalar | None = described("The kind of the page that opens it; `none` for none.", default=None)
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class AppendixEntry:
    """The pages behind the last one."""

    slides: tuple[Scalar, ...] = described("Ids of its slides, in order.")
    title: Text = described("What the tracker calls it.", default=EMPTY)


_NO_APPENDIX = AppendixEntry(())


@dataclass(frozen=True, slots=True)
class DeckEntry:
    """A deck as it is written."""

    audience: Scalar = described("Whose deck it is, of those in project.yaml.")
    title: Text = described("The title of the cover.")
    minutes: int = described("How long the meeting has for it.")
    subtitle: Text = described("A line under the title.", default=EMPTY)
    meeting: Text = described("The meeting, as the cover names it.", default=EMPTY)
    date: Scalar | None = described("A year, month or day: 2026, 2026-11, 2026-11-26.", default=None)
    opening: tuple[Scalar, ...] = described("Ids of the slides before the first chapter.", default=())
    chapters: tuple[ChapterEntry, ...] = described("The parts of the meeting, in order.", default=())
    appendix: AppendixEntry = described("What is looked up and not shown.", default=_NO_APPENDIX)
    room: Room = described("chamber: large, on a wall; desk: denser, read.", default="chamber")
    sticker: Text = described("How final every page is: Udkast, Foreløbig, Skøn.", default=EMPTY)
    draft: bool = described("True while the deck is not asked for what a finished one says.", default=False)
    for_each: ForEachEntry | None = described("The members that it is made for, a deck for each.", default=None)
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
    entry = INVALID if wrong.has_errors else convert(resolved, DeckEntry, "", wrong)
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


def _deck(name: str, entry: DeckEntry, registry: Registry, diagnostics: Diagnostics) -> Deck:
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
        entry.draft,
    )


def listed_in(node: Node, key: str = "") -> Iterator[str]:
    """The ids of slides that a deck file lists, as far as it can be read."""
    if isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar) and key in _LISTS:
                yield item.text
            else:
                yield from listed_in(item)
    elif isinstance(node, Mapping):
        for name, value in node.entries:
            yield from listed_in(value, name.text)


def without_slides(node: Node, gone: frozenset[str], key: str = "") -> Node:
    """A deck file that does not list some slides, nor a chapter of which nothing is left."""
    if isinstance(node, Mapping):
        entries = tuple((name, without_slides(value, gone, name.text)) for name, value in node.entries)
        same = all(new is old for (_, new), (_, old) in zip(entries, node.entries, strict=True))
        return node if same else Mapping(entries, node.span)
    if isinstance(node, Scalar):
        return node
    items = tuple(without_slides(item, gone) for item in node.items if not _is_gone(item, gone, key))
    same = len(items) == len(node.items) and all(new is old for new, old in zip(items, node.items, strict=True))
    return node if same else Sequence(items, node.span)


def _is_gone(item: Node, gone: frozenset[str], key: str) -> bool:
    if isinstance(item, Scalar):
        return key in _LISTS and item.text in gone
    listed = list(listed_in(item))
    return bool(listed) and gone.issuperset(listed)


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


def _check_chapters(chapters: tuple[ChapterEntry, ...], diagnostics: Diagnostics) -> None:
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


def _check_twice(entry: DeckEntry, diagnostics: Diagnostics) -> None:
    """A slide stands once in a deck: links, sections and the way back all go by its id."""
    parts = (entry.opening, *(chapter.slides for chapter in entry.chapters), entry.appendix.slides)
    seen: dict[str, Span] = {}
    for slide in (slide for part in parts for slide in part):
        if slide.text in seen:
            message = f"the slide `{slide.text}` stands twice in this deck"
            related = (Related(seen[slide.text], "it stands here too"),)
            diagnostics.error("slide-twice", message, slide.span, "keep it in one place", related)
        seen.setdefault(slide.text, slide.span)
