"""The order in which a content folder is read. In: a folder and the registry. Out: what each audience sees.

All files, all audiences and all variants are checked on every load, whichever deck is built; every error is reported.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from deckgen.content.audience_limits import check_seen, datasets_for, named_files
from deckgen.content.checks import KnownChecks, check_fields, check_listed, check_present, check_references
from deckgen.content.common import Common
from deckgen.content.decks import ReadDeck, listed_in, read_decks
from deckgen.content.files import DATA, PROJECT, WHOLE_FOLDER, Files, read_folder
from deckgen.content.footnotes import check_elsewhere
from deckgen.content.for_each import KEY as FOR_EACH
from deckgen.content.languages import Spoken, read_languages
from deckgen.content.memory import KnownFiles, stamp
from deckgen.content.messages import read_messages_language
from deckgen.content.project import read_audiences, read_projects
from deckgen.content.quotes import Quotes, with_quotes
from deckgen.content.slides import ReadSlide, Slides, read_slides, slide_id, slide_nodes
from deckgen.content.tables import with_tables
from deckgen.diagnostics import Diagnostics, Span
from deckgen.figures.drafts import Tables
from deckgen.figures.invariants import check_invariants
from deckgen.figures.parse import read_figures, read_sources
from deckgen.model.content import Content, Deck, Project
from deckgen.model.figure import Figure, Source
from deckgen.model.kind import Registry
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.names import Named, check_name
from deckgen.nodes.node import Mapping, Node, Sequence

if TYPE_CHECKING:
    from deckgen.content.each_member import DeckForEach
    from deckgen.data import Data

_Read = TypeVar("_Read")


class ContentMemory:
    """What was read of content before; hand it to the next load of it, unless it does not last."""

    def __init__(self, *, lasts: bool = True) -> None:
        self.lasts = lasts
        self.files = KnownFiles()
        self.slides: Known[ReadSlide] = Known()
        self.data: Known[tuple[Data, Diagnostics]] = Known()
        self.sources: Known[tuple[Named[Source], Diagnostics]] = Known()
        self.figures: Known[tuple[Named[Figure], Diagnostics]] = Known()
        self.decks: Known[ReadDeck] = Known()
        self.checked = KnownChecks()
        self.invariants: Known[tuple[None, Diagnostics]] = Known()


@dataclass(frozen=True, slots=True)
class ReadContent:
    """What each audience sees, and the decks that are made for each of several members, by their names."""

    by_audience: dict[str, Content]
    for_each: dict[str, DeckForEach]


_NOTHING: Final = ReadContent({}, {})


def load(
    folder: Path,
    registry: Registry,
    diagnostics: Diagnostics,
    language: str = "",
    memory: ContentMemory | None = None,
) -> dict[str, Content]:
    """What each audience sees of a content folder, without the decks that are made for each of several members."""
    return read_content(folder, registry, diagnostics, language, memory).by_audience


def read_content(
    folder: Path,
    registry: Registry,
    diagnostics: Diagnostics,
    language: str = "",
    memory: ContentMemory | None = None,
) -> ReadContent:
    """Content in one language of the project (empty: its first), holding all that is well-formed.

    Empty where the project itself cannot be read.
    """
    memory = memory or ContentMemory(lasts=False)
    files = read_folder(folder, memory.files, diagnostics)
    if files is None:
        return _NOTHING
    if files.project is None:
        if not files.unreadable & {PROJECT, WHOLE_FOLDER}:
            span = Span((folder / PROJECT).as_posix())
            diagnostics.error(
                "no-project", f"the content folder has no {PROJECT}", span, "it names language and audiences"
            )
        return _NOTHING
    read_messages_language(files.project, diagnostics)
    spoken = read_languages(files.project, language, diagnostics)
    audiences = read_audiences(files.project, spoken.codes if spoken else (), diagnostics)
    if spoken is None or not audiences:
        return _NOTHING
    files = files.in_language(spoken.code, spoken.codes, diagnostics)
    return _read_all(files, registry, spoken, audiences, memory, diagnostics)


def _read_all(
    files: Files,
    registry: Registry,
    spoken: Spoken,
    audiences: tuple[str, ...],
    memory: ContentMemory,
    diagnostics: Diagnostics,
) -> ReadContent:
    assert files.project is not None
    language = spoken.language
    projects = read_projects(files.project, spoken, audiences, files.folder, diagnostics)
    memory.sources.begin(audiences)
    sources = _read_once(memory.sources, files.sources, partial(read_sources, files.sources, audiences), diagnostics)
    tables, quotes, data = _read_tables(files, sources, audiences, spoken.default, memory, diagnostics)
    files = replace(files, slides=with_quotes(files.slides, registry, quotes, audiences, diagnostics))
    memory.figures.begin(audiences, sources, tables)
    figures = _read_once(
        memory.figures, files.figures, partial(read_figures, files.figures, audiences, sources, tables), diagnostics
    )
    memory.invariants.begin(figures)
    _read_once(memory.invariants, files.invariants, partial(check_invariants, files.invariants, figures), diagnostics)
    common = Common(files, registry, spoken, audiences, projects, sources, tables, figures, data)
    files, for_each, theirs = _for_each(files, common, diagnostics)
    slide_files, figures = with_tables(files.slides, registry, tables, figures, language, diagnostics)
    slides = read_slides(slide_files, registry, audiences, memory.slides, diagnostics)
    slides.ids.update(theirs)
    slides.seen_by.update(dict.fromkeys(theirs, ()))
    decks = read_decks(files.decks, audiences, spoken.codes, registry, memory.decks, diagnostics)
    check_present(files, slides, decks, figures, diagnostics)
    check_references(slides, decks, figures, sources, language, diagnostics)
    check_seen(slides, decks, figures, sources, tables, diagnostics)
    signs = {audience: project.signs for audience, project in projects.items()}
    slides = check_fields(
        slides, figures, signs, language.places, language.numbers, files.folder, registry, memory.checked, diagnostics
    )
    check_listed(slides, decks, files, diagnostics)
    every_deck = (deck for by_name in decks.values() for deck in by_name.values())
    every_figure = (figure for by_name in figures.by_audience.values() for figure in by_name.values())
    check_elsewhere(every_deck, every_figure, diagnostics)
    elsewhere = frozenset(name for deck in for_each.values() for name in deck.figures_named)
    contents = {
        audience: _content(project, audience, sources, figures, tables, slides, decks, elsewhere)
        for audience, project in projects.items()
    }
    return ReadContent(contents, for_each)


def _for_each(
    files: Files, common: Common, diagnostics: Diagnostics
) -> tuple[Files, dict[str, DeckForEach], dict[str, Span]]:
    """The files without the decks for each of several members and the slides of these alone; and both of them."""
    nodes = {name: node for name, node in files.decks.items() if isinstance(node, Mapping) and node.get(FOR_EACH)}
    if not nodes:
        return files, {}, {}
    from deckgen.content.each_member import read_for_each

    made = {name: read_for_each(name, node, common, diagnostics) for name, node in nodes.items()}
    others = {name: node for name, node in files.decks.items() if name not in nodes}
    theirs = frozenset(id for node in nodes.values() for id in listed_in(node))
    alone = theirs.difference(*(listed_in(node) for node in others.values()))
    kept = tuple(_without(node, alone) for node in files.slides)
    gone = {slide_id(one): one.span for one in slide_nodes(files.slides) if slide_id(one) in alone}
    return replace(files, decks=others, slides=kept), {name: deck for name, deck in made.items() if deck}, gone


def _without(file: Node, ids: frozenset[str]) -> Node:
    """A file of slides without some of them."""
    listed = file.get("slides") if isinstance(file, Mapping) else None
    if not isinstance(file, Mapping) or not isinstance(listed, Sequence):
        return file
    items = tuple(one for one in listed.items if not (isinstance(one, Mapping) and slide_id(one) in ids))
    if len(items) == len(listed.items):
        return file
    left = Sequence(items, listed.span)
    return Mapping(tuple((key, left if value is listed else value) for key, value in file.entries), file.span)


def _read_once(
    known: Known[tuple[_Read, Diagnostics]],
    node: Node | None,
    read: Callable[[Diagnostics], _Read],
    diagnostics: Diagnostics,
    *files: object,
) -> _Read:
    """What a node was read as before, with what was reported of it; else what it is read as now.

    `files` are the stamps of those that it names.
    """

    def reading() -> tuple[_Read, Diagnostics]:
        found = Diagnostics()
        return read(found), found

    made, found = known.made(node, reading, *files)
    diagnostics.extend(found)
    return made


def _read_tables(
    files: Files,
    sources: Named[Source],
    audiences: tuple[str, ...],
    language: str,
    memory: ContentMemory,
    diagnostics: Diagnostics,
) -> tuple[Tables, Quotes, Data | None]:
    """The tabulations and quotes of `data.yaml`, and the data; content without it does not import what reads them."""
    if files.data is None:
        names = None if DATA in files.unreadable else ()
        return Tables({}, names), Quotes({}, names), None
    from deckgen.data import MAX_BYTES, read_data

    declared, seen_by = datasets_for(files.data, audiences, diagnostics)
    memory.data.begin(files.folder, language, audiences)
    read = partial(read_data, declared, files.folder, language)
    named = named_files(declared) if memory.lasts else ()
    stamps = (stamp(files.folder / name, MAX_BYTES) for name in named)
    data = _read_once(memory.data, files.data, read, diagnostics, *stamps)
    for source in data.sources:
        check_name(source, "source", sources.names, diagnostics)
    for waves, those in data.waves.items():
        limits = [seen_by[name] for name in those if name in seen_by]
        if limits:
            seen_by[waves] = tuple(one for one in audiences if all(one in limit for limit in limits))
    kept = {name: seen_by[one.dataset] for name, one in data.tabulations.items() if one.dataset in seen_by}
    said = {name: seen_by[one.dataset] for name, one in data.quotes.items() if one.dataset in seen_by}
    return Tables(data.tabulations, data.names, kept), Quotes(data.quotes, data.quote_names, said), data


def _content(
    project: Project,
    audience: str,
    sources: Named[Source],
    figures: Named[Figure],
    tables: Tables,
    slides: Slides,
    decks: dict[str, dict[str, Deck]],
    named_elsewhere: frozenset[str],
) -> Content:
    return Content(
        project,
        audience,
        sources.by_audience[audience],
        figures.by_audience[audience],
        slides.by_audience[audience],
        decks[audience],
        {id: seen_by for id, seen_by in slides.seen_by.items() if audience not in seen_by},
        {name: table for name, table in tables.by_name.items() if tables.is_for(audience, name)},
        named_elsewhere,
    )
