"""The content of one member's deck. In: the deck for each, and the member. Out: its content, as of any other deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from deckgen.content.audience_limits import check_seen
from deckgen.content.checks import check_fields, check_listed, check_references
from deckgen.content.decks import read_decks, without_slides
from deckgen.content.member_view import LEFT_OUT, View, references, seen
from deckgen.content.pictures import settled_picture
from deckgen.content.slides import Slides, read_slides, slide_file, slide_id, slide_nodes
from deckgen.content.tables import with_tables
from deckgen.diagnostics import Diagnostics
from deckgen.figures.drafts import Tables
from deckgen.figures.scopes import Scope, Scoped, everybody, scoped
from deckgen.model.content import Client, Content, Deck, Project
from deckgen.model.data import Tabulation
from deckgen.model.figure import Figure
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.members import ALL, GROUP, MEMBER, Member
from deckgen.model.picture import Picture
from deckgen.nodes.names import Named
from deckgen.nodes.node import Node

if TYPE_CHECKING:
    from deckgen.content.each_member import DeckForEach


@dataclass(frozen=True, slots=True)
class MemberContent:
    """What a member's deck is made of; None where something is wrong, which `found` says.

    `left_out` are the words for what the member lacks.
    """

    content: Content | None
    found: Diagnostics
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The tabulations and figures of a member's deck, under the names that say of whom; `lacking` have no value."""

    tables: dict[str, Tabulation]
    figures: dict[str, Figure]
    lacking: frozenset[str]


def member_content(deck: DeckForEach, member: Member) -> MemberContent:
    """All that the deck of one member is made of."""
    found = Diagnostics()
    numbers = _numbers(deck, member)
    view = _view(deck, member, numbers, found)
    first = [(slide, seen(slide, view)) for slide in deck.own]
    view = replace(view, said=", ".join(dict.fromkeys(view.words_left_out)))
    slides = {slide_id(slide): told and _said(told, view) for slide, told in first}
    node = seen(deck.node, view)
    _check_told(view, node, first, found)
    gone = frozenset(id for id, slide in slides.items() if slide is None)
    content = None
    if node is not None and not found.has_errors:
        kept = tuple(slide for slide in slides.values() if slide is not None)
        content = _content(deck, member, numbers, kept, without_slides(node, gone), found)
    return MemberContent(None if found.has_errors else content, found, tuple(dict.fromkeys(view.words_left_out)))


def _said(slide: Node, view: View) -> Node | None:
    """The slide once it is known what else is left out."""
    return seen(slide, view) if any(use.name == LEFT_OUT for use in references(slide)) else slide


def _check_told(
    view: View, deck: Node | None, slides: Iterable[tuple[Node, Node | None]], diagnostics: Diagnostics
) -> None:
    """What is left out is said somewhere in the deck."""
    told = (node for node in (deck, *(slide for _, slide in slides)) if node is not None)
    if view.said and deck and not any(use.name == LEFT_OUT for node in told for use in references(node)):
        message = f"what is left out for `{view.member.name}` is said on no slide: {view.said}"
        hint = f"write `${{{LEFT_OUT}}}` in a text that is shown where something is left out"
        diagnostics.error("left-out-unsaid", message, deck.span, hint)


def _numbers(deck: DeckForEach, member: Member) -> _Numbers:
    """What is counted and computed of the member, of its group and of everybody, as far as the deck names it."""
    figures = deck.figures.by_audience[deck.audience]
    respondents = deck.common.spoken.language.labels.respondents
    own = {MEMBER: (member.name, deck.parts.members.get(member.key, {}))}
    if member.group:
        own[GROUP] = (member.group, deck.parts.groups.get(member.group, {}))
    tables = {f"{ALL}.{name}": table for name, table in deck.common.tables.by_name.items()}
    scopes = [everybody(figures, _named(deck, ALL), respondents)]
    for name, (who, parts) in own.items():
        named = {each: replace(table, name=f"{name}.{each}") for each, table in parts.items()}
        tables |= {table.name: table for table in named.values()}
        scopes.append(scoped(Scope(name, who, named, respondents), figures, _named(deck, name)))
    tables = {name: replace(table, name=name) for name, table in tables.items()}
    empty = {name for name, table in tables.items() if not _has_cells(table)}
    groupless = {use.name for use in deck.uses if use.name.startswith(f"{GROUP}.") and not member.group}
    lacking = frozenset(empty | groupless).union(*(one.lacking for one in scopes))
    return _Numbers(tables, _joined(scopes), lacking)


def _joined(scopes: list[Scoped]) -> dict[str, Figure]:
    return {name: figure for one in scopes for name, figure in one.figures.items()}


def _named(deck: DeckForEach, scope: str) -> Iterator[str]:
    """The figures of everybody that the deck names with a scope before them."""
    return (use.name.removeprefix(f"{scope}.") for use in deck.uses if use.name.startswith(f"{scope}."))


def _has_cells(table: Tabulation) -> bool:
    return any(row.value is not None and not row.hidden for row in table.rows)


def _view(deck: DeckForEach, member: Member, numbers: _Numbers, diagnostics: Diagnostics) -> View:
    words = {f"{MEMBER}.name": member.name, f"{MEMBER}.key": member.key}
    if member.group:
        words |= dict.fromkeys((f"{MEMBER}.group", f"{GROUP}.name"), member.group)
    everyone = deck.figures.by_audience[deck.audience]
    values = {name: Fraction(figure.value) for name, figure in (everyone | numbers.figures).items()}
    return View(member, words, values, numbers.lacking, diagnostics)


def _content(
    deck: DeckForEach,
    member: Member,
    numbers: _Numbers,
    slides: tuple[Node, ...],
    node: Node,
    found: Diagnostics,
) -> Content | None:
    """The content, read and checked as that of any other deck."""
    common, audience, language = deck.common, deck.audience, deck.common.spoken.language
    tables = _with_parts(common.tables, numbers)
    figures = _with_figures(deck, numbers)
    filled, figures = with_tables((slide_file(slides),), common.registry, tables, figures, language, found)
    read = read_slides((deck.shared, *filled), common.registry, common.audiences, deck.slides, found)
    read = replace(read, by_audience={audience: read.by_audience[audience]})
    absent = {slide_id(slide): slide.span for slide in slide_nodes(common.files.slides)}
    absent = {id: span for id, span in absent.items() if id not in read.ids}
    read.ids.update(absent)
    codes = common.spoken.codes
    decks = read_decks({deck.name: node}, common.audiences, codes, common.registry, deck.decks, found)
    decks = {audience: decks[audience]}
    check_references(read, decks, figures, common.sources, language, found)
    check_seen(read, decks, figures, common.sources, tables, found)
    project = _project(deck, member, found)
    checked = check_fields(
        read,
        figures,
        {audience: project.signs},
        language.places,
        language.numbers,
        common.files.folder,
        common.registry,
        deck.checked,
        found,
    )
    check_listed(checked, decks, common.files, found)
    return _made(deck, project, checked, decks, figures, tables, absent)


def _made(
    deck: DeckForEach,
    project: Project,
    slides: Slides,
    decks: dict[str, dict[str, Deck]],
    figures: Named[Figure],
    tables: Tables,
    absent: Iterable[str],
) -> Content:
    audience, sources = deck.audience, deck.common.sources
    elsewhere = {id: seen_by for id, seen_by in slides.seen_by.items() if audience not in seen_by}
    return Content(
        project,
        audience,
        sources.by_audience[audience],
        figures.by_audience[audience],
        slides.by_audience[audience],
        decks[audience],
        elsewhere | dict.fromkeys(absent, ()),
        {name: table for name, table in tables.by_name.items() if tables.is_for(audience, name)},
        frozenset(figures.by_audience[audience]),
    )


def _with_parts(tables: Tables, numbers: _Numbers) -> Tables:
    """The tabulations of everybody with those of the member and its group, seen by whoever sees everybody's."""
    names = None if tables.names is None else (*tables.names, *numbers.tables)
    base = {name: name.partition(".")[2] for name in numbers.tables}
    seen_by = {name: tables.seen_by[own] for name, own in base.items() if own in tables.seen_by}
    return Tables(tables.by_name | numbers.tables, names, {**tables.seen_by, **seen_by})


def _with_figures(deck: DeckForEach, numbers: _Numbers) -> Named[Figure]:
    figures, audience = deck.figures, deck.audience
    # A name that nobody has was reported once for all members.
    named = dict.fromkeys(use.name for use in deck.uses if not use.is_table)
    names = None if figures.names is None else (*figures.names, *numbers.figures, *named)
    return Named(names, {audience: figures.by_audience[audience] | numbers.figures}, figures.seen_by)


def _project(deck: DeckForEach, member: Member, diagnostics: Diagnostics) -> Project:
    """The project, made for the member where it has a logo."""
    project = deck.common.projects[deck.audience]
    if not member.logo:
        return project
    picture = Picture(member.logo, span=member.span)
    logo = settled_picture(picture, deck.common.files.folder, diagnostics)
    return replace(project, client=Client(member.name, logo.path, member.span, logo.size))
