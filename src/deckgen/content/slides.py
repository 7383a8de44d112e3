"""In: the nodes of the slide files. Out: each slide as each audience sees it.

A slide that says the same to everybody is converted once and is one object in every audience's content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from decimal import Decimal
from functools import partial
from typing import Any, Final

from deckgen.content.footnotes import check_unused, check_uses, read_footnotes
from deckgen.diagnostics import Diagnostics, Related, Span
from deckgen.extensions import BrokenExtensionError
from deckgen.figures.references import uses, uses_in
from deckgen.model.content import Slide
from deckgen.model.furniture import Chosen, Furniture
from deckgen.model.kind import Kind, Registry, described
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import EMPTY, NOWHERE, FigureUse, SlideUse, Text
from deckgen.model.texts import slide_uses
from deckgen.model.theme import Ground
from deckgen.nodes.audiences import FOR, near_misses, resolve, split_for
from deckgen.nodes.grammar import is_slide_id
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.reader import read_text
from deckgen.nodes.scalars import Invalid, meant, to_choice
from deckgen.nodes.schema import INVALID, convert, keys, strangers, suggestion

MOST_BADGES = 9
ARRANGEMENT: Final = "arrangement"
"""The key that chooses one of a kind's arrangements."""
SUCCESSORS: Final = {
    "ask": "write `kind: decision` with `cards`, or `kind: ballot` where options are to be ticked",
    "considerations": "write `kind: icon_cards` with `cards`, and `numbered: true` where they have numbers",
}
"""Kinds that were and are no more: what to write in their place."""


@dataclass(frozen=True, slots=True)
class SlideHead:
    """What every slide may say, whatever its kind."""

    id: Scalar = described("Its name in decks and links, in parts: survey.presence. It stays as it is.")
    kind: Scalar = described("The form: `deckgen kinds` lists them.")
    title: Text = described("What the slide shows, as a sentence without a full stop.")
    minutes: Decimal = described("How long the presenter speaks to it.", default=Decimal(0))
    notes: Text = described("What the presenter says.", default=EMPTY)
    sources: tuple[Scalar, ...] = described(
        "Names from sources.yaml, beside those of its figures.", default=(), names="source"
    )
    supports: tuple[Scalar, ...] = described("Ids of the slides that rest on this finding.", default=())
    footnotes: dict[str, Text] = field(
        default_factory=dict, metadata={"doc": "What `[^name]` in a text refers to, by name."}
    )
    subtitle: Text = described("What is counted, its unit and base, under the title.", default=EMPTY)
    so_what: Text = described("What a listener should leave with, in one line over the foot.", default=EMPTY)
    sticker: Text = described("How final the page is: Udkast, Foreløbig, Skøn.", default=EMPTY)
    badges: tuple[int, ...] = described("The numbers of the options that it is about.", default=())
    ground: Ground | None = described("What it stands on, in place of the kind's own.", default=None)


@dataclass(frozen=True, slots=True)
class SlideFile:
    """What a file of slides holds."""

    slides: Sequence


@dataclass(frozen=True, slots=True)
class ReadSlide:
    """A slide as it was read: what each audience sees of it, what it refers to, and what is wrong with it."""

    seen_by: tuple[str, ...]
    by_audience: dict[str, Slide]
    figures: tuple[FigureUse, ...]
    sources: tuple[Scalar, ...]
    links: tuple[SlideUse, ...]
    found: Diagnostics


@dataclass(slots=True)
class Slides:
    """Slides by audience and id; `ids`, `seen_by` and what is referred to hold also slides that are wrong.

    `all_named`: every file could be read as slides, and every slide has an id.
    """

    by_audience: dict[str, dict[str, Slide]]
    ids: dict[str, Span] = field(default_factory=dict)
    seen_by: dict[str, tuple[str, ...]] = field(default_factory=dict)
    figures: list[FigureUse] = field(default_factory=list)
    sources: list[Scalar] = field(default_factory=list)
    links: list[SlideUse] = field(default_factory=list)
    all_named: bool = True


def read_slides(
    files: tuple[Node, ...],
    registry: Registry,
    audiences: tuple[str, ...],
    known: Known[ReadSlide],
    diagnostics: Diagnostics,
) -> Slides:
    """Every slide of every file, in order."""
    slides = Slides({audience: {} for audience in audiences})
    known.begin(registry, audiences)
    for node in files:
        file = convert(node, SlideFile, "", diagnostics)
        slides.all_named = slides.all_named and file is not INVALID
        for item in () if file is INVALID else file.slides.items:
            if diagnostics.full:
                return slides
            mapping = convert(item, Mapping, "", diagnostics)
            id = None if mapping is INVALID else _id(mapping)
            slides.all_named = slides.all_named and id is not None
            if mapping is not INVALID and _claim_id(mapping, slides, diagnostics) and id is not None:
                read = known.made(mapping, partial(_read_slide, mapping, registry, audiences))
                _add(read, id.text, slides, diagnostics)
    return slides


def slide_nodes(files: Iterable[Node]) -> Iterator[Mapping]:
    """The slides of files, as far as these hold any; what is wrong with the files is said where they are read."""
    for node in files:
        slides = node.get("slides") if isinstance(node, Mapping) else None
        yield from (one for one in (slides.items if isinstance(slides, Sequence) else ()) if isinstance(one, Mapping))


def slide_file(slides: Iterable[Node]) -> Mapping:
    """Slides as if they stood in one file."""
    return Mapping(((Scalar("slides", True, NOWHERE), Sequence(tuple(slides), NOWHERE)),), NOWHERE)


def slide_id(slide: Mapping) -> str:
    """The id of a slide; empty where it has none."""
    id = _id(slide)
    return id.text if id else ""


def _add(read: ReadSlide, id: str, slides: Slides, diagnostics: Diagnostics) -> None:
    slides.seen_by[id] = read.seen_by
    slides.figures += read.figures
    slides.sources += read.sources
    slides.links += read.links
    for audience, slide in read.by_audience.items():
        slides.by_audience[audience][id] = slide
    diagnostics.extend(read.found)


def _id(slide: Mapping) -> Scalar | None:
    id = slide.get("id")
    return id if isinstance(id, Scalar) and id.text else None


def _claim_id(node: Mapping, slides: Slides, diagnostics: Diagnostics) -> bool:
    """Whether the slide has an id that no slide before it has."""
    id = _id(node)
    if id is None:
        written = node.get("id")
        span = node.span if written is None else written.span
        diagnostics.error("missing-key", "the slide has no `id`", span, "write `id: part.topic`, and never change it")
        return False
    if not is_slide_id(id.text):
        hint = "write small letters, digits and hyphens, in two parts or more with dots between: survey.presence"
        diagnostics.error("bad-name", f"`{id.text}` cannot be the id of a slide", id.span, hint)
    first = slides.ids.setdefault(id.text, id.span)
    if first is id.span:
        return True
    message, related = f"the slide `{id.text}` stands twice", (Related(first, "it stands here too"),)
    diagnostics.error("duplicate-slide", message, id.span, "give one another id", related)
    return False


def _read_slide(node: Mapping, registry: Registry, audiences: tuple[str, ...]) -> ReadSlide:
    found = Diagnostics()
    seen_by, body = split_for(node, audiences, audiences, found)
    by_audience: dict[str, Slide] = {}
    figures: list[FigureUse] = []
    sources: list[Scalar] = []
    links: list[SlideUse] = []
    # Where `for` is wrong nobody sees the slide; it is read for all all the same, so that all errors show at once.
    previous: tuple[Node, Slide | None] | None = None
    views: list[Slide | None] = []
    for audience in seen_by or audiences:
        wrong = Diagnostics()
        resolved = resolve(body, audience, seen_by or audiences, audiences, wrong)
        if previous is None or previous[0] is not resolved:
            slide = None if wrong.has_errors else _converted(resolved, registry, seen_by, sources, wrong)
            figures.extend(uses_in(resolved) if slide is None else uses((slide.said, slide.notes)))
            links.extend(slide_uses((slide.said, slide.notes)) if slide else ())
            views.append(slide)
            previous = (resolved, slide)
        found.extend(near_misses(resolved, audiences, wrong))
        if previous[1] is not None and audience in seen_by:
            by_audience[audience] = previous[1]
    if None not in views:
        check_unused(filter(None, views), found)
    return ReadSlide(seen_by, by_audience, tuple(figures), tuple(sources), tuple(links), found)


def _converted(
    node: Node, registry: Registry, seen_by: tuple[str, ...], sources: list[Scalar], diagnostics: Diagnostics
) -> Slide | None:
    """The slide as one audience sees it; None where any part of it is wrong."""
    assert isinstance(node, Mapping)
    known = keys(SlideHead)
    kind = _kind(node.get("kind"), registry, diagnostics)
    misspelt = () if kind else _misspelt(node, known, registry)
    common = _only(node, lambda key: key in known or key in misspelt)
    more = (ARRANGEMENT,) if kind and kind.arrangements else ()
    own = _only(node, lambda key: key not in (*known, *more))
    of_kind = (*keys(kind.fields), *more) if kind else ()
    head = convert(common, SlideHead, "", diagnostics, of_kind, strangers(own, of_kind) if kind else ())
    fields = convert(own, kind.fields, "", diagnostics, (*known, *more, FOR)) if kind else INVALID
    arrangement = _arrangement(node.get(ARRANGEMENT), kind, diagnostics) if kind and more else None
    if head is INVALID or fields is INVALID or arrangement is INVALID:
        return None
    if head.minutes < 0:
        minutes = common.get("minutes")
        diagnostics.error("bad-minutes", "minutes cannot be below zero", minutes.span if minutes else node.span)
    badges = _badges(head.badges, common.get("badges"), diagnostics)
    sources.extend(head.sources)
    named = tuple(source.text for source in head.sources)
    supports = tuple(slide.text for slide in head.supports)
    said = (head.title, fields, seen_by, head.minutes, head.notes)
    furniture = Furniture(head.subtitle, head.so_what, head.sticker, badges, head.ground, node.span, arrangement)
    footnotes = read_footnotes(head.footnotes, diagnostics)
    if footnotes is None:
        return None
    slide = Slide(head.id.text, head.kind.text, *said, named, node.span, supports, furniture, footnotes)
    check_uses(slide, diagnostics)
    return slide


def _misspelt(node: Mapping, known: tuple[str, ...], registry: Registry) -> tuple[str, ...]:
    """The keys of a slide of no kind that are meant for those of every slide that it lacks."""
    lacking = tuple(key for key in known if node.get(key) is None)
    others = {key for name in registry.kinds for key in _keys_of(name, registry)}
    return tuple(key for key in strangers(node, known) if key not in others and meant(key, lacking))


def _keys_of(name: str, registry: Registry) -> tuple[str, ...]:
    """None of a kind of another package that fails: that is told where a slide uses it."""
    try:
        return keys(registry.kinds[name].fields)
    except BrokenExtensionError:
        return ()


def _only(node: Mapping, wanted: Callable[[str], bool]) -> Mapping:
    return Mapping(tuple(entry for entry in node.entries if wanted(entry[0].text)), node.span)


def _arrangement(node: Node | None, kind: Kind, diagnostics: Diagnostics) -> Chosen | Invalid | None:
    """The one of its kind's arrangements that a slide chooses, where it does."""
    name = to_choice(kind.arrangements, node, diagnostics) if node else ""
    if node is None or name is INVALID:
        return None if node is None else INVALID
    return Chosen(name, node.span)


def _badges(badges: tuple[int, ...], node: Node | None, diagnostics: Diagnostics) -> tuple[int, ...]:
    """Options are numbered from 1 on, and a stepper has room for nine; none are shown where one is wrong."""
    if node is None or all(1 <= badge <= MOST_BADGES for badge in badges):
        return badges
    message = f"a badge is a number from 1 to {MOST_BADGES}"
    diagnostics.error("bad-badge", message, node.span, "write the numbers of the options that the page is about")
    return ()


def example_fields(kind: Kind) -> Any:
    """The fields of a kind's own example, figures unbound. Raises ValueError where the example is wrong."""
    wrong = Diagnostics()
    node = read_text(kind.example, kind.name, wrong)
    known = keys(SlideHead)
    entries = node.entries if isinstance(node, Mapping) else ()
    own = Mapping(tuple(entry for entry in entries if entry[0].text not in known), NOWHERE)
    fields = convert(own, kind.fields, "", wrong, known)
    if wrong.has_errors:
        raise ValueError(f"the example of `{kind.name}` is wrong: {next(iter(wrong))}")
    return fields


def _kind(named: Node | None, registry: Registry, diagnostics: Diagnostics) -> Kind | None:
    """The kind that a slide names; None where it is none."""
    return known_kind(named, registry, diagnostics) if isinstance(named, Scalar) and named.text else None


def known_kind(named: Scalar, registry: Registry, diagnostics: Diagnostics) -> Kind | None:
    """The kind of that name; None, and an error at the name, where there is none that can be used."""
    try:
        known = registry.kinds.get(named.text)
    except BrokenExtensionError as broken:
        hint = "mend or remove that package, or choose another kind"
        diagnostics.error("broken-kind", str(broken), named.span, hint)
        return None
    if known is None:
        hint = SUCCESSORS.get(named.text) or suggestion(named.text, tuple(registry.kinds), command="deckgen kinds")
        diagnostics.error("unknown-kind", f"there is no kind of slide `{named.text}`", named.span, hint)
    return known
