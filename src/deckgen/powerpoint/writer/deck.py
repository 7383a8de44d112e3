"""A deck of frames into the bytes of a .pptx.

In: FrameDeck and Template. Out: the file. The template's parts are taken as they are; the parts of the deck are text
of our own, put beside them. No step looks through what is already written, so cost grows with slides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from deckgen.model.frames import Frame, FrameDeck, GroupItem, Item, PictureItem
from deckgen.model.known import Held, Known
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.template import Template
from deckgen.model.theme import GROUNDS, Ground
from deckgen.powerpoint.ooxml.archive import zipped
from deckgen.powerpoint.ooxml.package import Package, Part, Relation, Relations, entries, read_package
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.xml import R
from deckgen.powerpoint.readback.manifest import Origin, OriginSlide, digest_of, origin_of, origin_parts, origin_xml
from deckgen.powerpoint.readback.part_fingerprints import Marks, marks_of
from deckgen.powerpoint.writer.notes import notes_slide
from deckgen.powerpoint.writer.presentation import Presentation, document_properties, with_notes_master
from deckgen.powerpoint.writer.scope import Attachments, Scope
from deckgen.powerpoint.writer.slide import slide

_PRESENTATION_ML = "application/vnd.openxmlformats-officedocument.presentationml"
_SLIDE_TYPE = f"{_PRESENTATION_ML}.slide+xml"
_NOTES_TYPE = f"{_PRESENTATION_ML}.notesSlide+xml"
_MAIN_TYPE = f"{_PRESENTATION_ML}.presentation.main+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_REPLACED = (f"{R}/extended-properties", _CORE_RELATION, f"{_CORE_RELATION.rsplit('/', 1)[0]}/thumbnail")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the slides of a deck have in common: where the slides, the layouts and the notes master are."""

    styles: Mapping[Ground, Style]
    slides: dict[str, str]
    slide_layouts: Mapping[str, str]
    notes_master: str


@dataclass(frozen=True, slots=True)
class WrittenSlide:
    """The parts of a slide, and what the deck has of charts and pictures once it is written."""

    parts: tuple[Part, ...]
    attachments: Attachments


def write_deck(deck: FrameDeck, template: Template, created: str, known: Known[WrittenSlide] | None = None) -> bytes:
    """The whole file; `created` is ISO 8601 in UTC, such as 2023-01-01T00:00:00Z.

    `known` are the deck's slides as they were written before: one whose frame and whose place among the others are as
    they were is not written again. The same input gives the same bytes. Raises UnusablePictureError for a picture
    that cannot be taken in, KeyError for a slide layout that the template lacks, ValueError for a link to a slide
    that is not in the deck.
    """
    package = read_package(with_notes_master(template.data))
    presentation = Presentation(package.main)
    around = _around(deck, template, presentation)
    known = Known() if known is None else known
    known.begin(template, deck.language)
    parts: list[Part] = []
    attached = Attachments()
    for number, frame in enumerate(deck.frames, 1):
        write = partial(_written, frame, number, around, attached)
        # What stands in the file of a picture may be something else than before.
        has_files = _shows_pictures(frame.items)
        held = attached.charts, Held("slides", around.slides)
        one = write() if has_files else known.made(frame, write, number, *held)
        parts += one.parts
        added = one.attachments
        attached = Attachments(attached.parts + added.parts, added.charts, attached.pictures | added.pictures)
    own = parts + attached.parts
    origin = origin_parts(deck.deck, _free_item(package))
    main = _main_part(deck, presentation, list(around.slides.values()), origin[0].name)
    core, extended = document_properties(deck, created)
    kept = tuple(found for found in package.relations if found.type not in _REPLACED)
    package_relations = _with(kept, (_CORE_RELATION, core.name), (f"{R}/extended-properties", extended.name))
    taken = package.reached(presentation.relations)
    sealed = partial(origin_of, deck)
    return _sealed(package_relations, [core, extended, main, *taken, *own], origin, sealed)


def write_template(template: Template) -> bytes:
    """The template as a file of its own, with an origin that names no deck."""
    package = read_package(template.data)
    origin = origin_parts("", _free_item(package))
    main = package.main
    related = replace(main, relations=_with(main.relations, (f"{R}/customXml", origin[0].name)))
    parts = [related if part is main else part for part in package.reached(package.relations)]
    return _sealed(package.relations, parts, origin, _template_origin)


def _template_origin(marks: Marks, digest: str) -> Origin:
    slides = tuple(OriginSlide(mark) for mark in marks.slides)
    return Origin("", "", digest, slides, marks.sections, marks.around)


def _sealed(
    relations: tuple[Relation, ...],
    parts: list[Part],
    origin: tuple[Part, Part],
    made: Callable[[Marks, str], Origin],
) -> bytes:
    """The file, its origin filled in last: it holds the marks of all the rest."""
    held = dict(entries(relations, [*parts, *origin]))
    marks = marks_of({part.name: part for part in parts}, relations)
    held[origin[0].name[1:]] = origin_xml(made(marks, digest_of(held.items())))
    return zipped(held.items())


def _free_item(package: Package) -> int:
    return 1 + sum(1 for name in package.parts if name.startswith("/customXml/item"))


def _around(deck: FrameDeck, template: Template, presentation: Presentation) -> _Around:
    slides = {frame.id: f"/ppt/slides/slide{number}.xml" for number, frame in enumerate(deck.frames, 1)}
    if len(slides) < len(deck.frames):
        raise ValueError("two slides of the deck have one id")
    layouts = {name: layout.part for name, layout in template.slide_layouts.items()}
    styles = {ground: Style(deck.language, template.on(ground)) for ground in GROUNDS}
    return _Around(styles, slides, layouts, presentation.notes_master)


def _shows_pictures(items: tuple[Item, ...]) -> bool:
    return any(
        isinstance(item, PictureItem) or (isinstance(item, GroupItem) and _shows_pictures(item.children))
        for item in items
    )


def _written(frame: Frame, number: int, around: _Around, before: Attachments) -> WrittenSlide:
    """A slide and its notes, with the charts and pictures that it adds to those `before` it."""
    attachments = Attachments([], before.charts, dict(before.pictures))
    relations = Relations()
    relations.add("slideLayout", around.slide_layouts[frame.slide_layout])
    style = around.styles[frame.ground]
    scope = Scope(style, around.slides, attachments, relations)
    name = around.slides[frame.id]
    data = slide(frame, scope)
    noted = f"/ppt/notesSlides/notesSlide{number}.xml"
    if frame.notes:
        relations.add("notesSlide", noted)
    parts = [Part(name, _SLIDE_TYPE, data, relations.all)]
    if frame.notes:
        back = Relations()
        back.add("notesMaster", around.notes_master)
        back.add("slide", name)
        parts.append(Part(noted, _NOTES_TYPE, notes_slide(frame.notes, style.language, back), back.all))
    return WrittenSlide(tuple(parts), attachments)


def _main_part(deck: FrameDeck, presentation: Presentation, slides: list[str], origin: str) -> Part:
    kept = presentation.relations
    related = _with(kept, *((f"{R}/slide", name) for name in slides), (f"{R}/customXml", origin))
    presentation.list_slides([relation.id for relation in related[len(kept) : -1]], deck)
    return Part(presentation.name, _MAIN_TYPE, presentation.xml, related)


def _with(kept: tuple[Relation, ...], *added: tuple[str, str]) -> tuple[Relation, ...]:
    """Relationships with more of them as (type, target), numbered after the highest in use."""
    numbers = [int(relation.id[3:]) for relation in kept if relation.id[:3] == "rId" and relation.id[3:].isdigit()]
    first = max(numbers, default=0) + 1
    return kept + tuple(Relation(f"rId{first + at}", type, target) for at, (type, target) in enumerate(added))
