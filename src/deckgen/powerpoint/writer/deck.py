"""A deck of frames into the bytes of a .pptx.

In: FrameDeck and Template. Out: the file. python-pptx opens the template and is asked for its parts; the parts of the
deck are text of our own, put beside them. No step looks through what is already written, so cost grows with slides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.template import Template
from deckgen.powerpoint.ooxml.archive import zipped
from deckgen.powerpoint.ooxml.package import Part, Relation, Relations, entries, relations_of
from deckgen.powerpoint.ooxml.paint import Style
from deckgen.powerpoint.ooxml.xml import R
from deckgen.powerpoint.readback.manifest import Origin, OriginSlide, digest_of, origin_of, origin_parts, origin_xml
from deckgen.powerpoint.readback.part_fingerprints import Marks, marks_of
from deckgen.powerpoint.writer.notes import notes_slide
from deckgen.powerpoint.writer.presentation import document_properties, emptied, list_slides, with_notes_master
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

    style: Style
    slides: dict[str, str]
    slide_layouts: Mapping[str, str]
    notes_master: str
    attachments: Attachments


def write_deck(deck: FrameDeck, template: Template, created: str) -> bytes:
    """The whole file; `created` is ISO 8601 in UTC, such as 2023-01-01T00:00:00Z.

    The same input gives the same bytes. Raises UnusablePictureError for a picture that cannot be taken in, KeyError
    for a slide layout that the template lacks, ValueError for a link to a slide that is not in the deck.
    """
    package, presentation = _opened(template)
    emptied(presentation)
    around = _around(deck, template, presentation)
    parts: list[Part] = []
    for number, frame in enumerate(deck.frames, 1):
        _add_slide(frame, number, around, parts)
    own = parts + around.attachments.parts
    origin = origin_parts(deck.deck, _free_item(package))
    main = _main_part(deck, presentation, list(around.slides.values()), origin[0].name)
    core, extended = document_properties(deck, created)
    kept = tuple(found for found in relations_of(package._rels) if found.type not in _REPLACED)
    package_relations = _with(kept, (_CORE_RELATION, core.name), (f"{R}/extended-properties", extended.name))
    replaced = {found.target for found in relations_of(package._rels) if found.type in _REPLACED}
    taken = _template_parts(package, {main.name, *replaced})
    sealed = partial(origin_of, deck)
    return _sealed(package_relations, [core, extended, main, *taken, *own], main.name, origin, sealed)


def write_template(template: Template) -> bytes:
    """The template as a file of its own, with an origin that names no deck."""
    package, presentation = _opened(template)
    origin = origin_parts("", _free_item(package))
    part = presentation.part
    related = _with(relations_of(part.rels), (f"{R}/customXml", origin[0].name))
    main = Part(str(part.partname), _MAIN_TYPE, part.blob, related)
    parts = [main, *_template_parts(package, {main.name})]
    return _sealed(relations_of(package._rels), parts, main.name, origin, _template_origin)


def _template_origin(marks: Marks, digest: str) -> Origin:
    slides = tuple(OriginSlide(mark) for mark in marks.slides)
    return Origin("", "", digest, slides, marks.sections, marks.around)


def _sealed(
    relations: tuple[Relation, ...],
    parts: list[Part],
    main: str,
    origin: tuple[Part, Part],
    made: Callable[[Marks, str], Origin],
) -> bytes:
    """The file, its origin filled in last: it holds the marks of all the rest."""
    held = dict(entries(relations, [*parts, *origin]))
    marks = marks_of({part.name: part for part in parts}, main)
    held[origin[0].name[1:]] = origin_xml(made(marks, digest_of(held.items())))
    return zipped(held.items())


def _free_item(package: Any) -> int:
    return 1 + sum(1 for part in package.iter_parts() if str(part.partname).startswith("/customXml/item"))


def _opened(template: Template) -> tuple[Any, Any]:
    from pptx.package import Package

    package = Package.open(BytesIO(template.data))
    return package, package.presentation_part.presentation


def _around(deck: FrameDeck, template: Template, presentation: Any) -> _Around:
    slides = {frame.id: f"/ppt/slides/slide{number}.xml" for number, frame in enumerate(deck.frames, 1)}
    if len(slides) < len(deck.frames):
        raise ValueError("two slides of the deck have one id")
    layouts = {name: layout.part for name, layout in template.slide_layouts.items()}
    style = Style(deck.language, template.paints)
    return _Around(style, slides, layouts, with_notes_master(presentation), Attachments())


def _add_slide(frame: Frame, number: int, around: _Around, parts: list[Part]) -> None:
    """Write a slide and its notes into `parts`."""
    relations = Relations()
    relations.add("slideLayout", around.slide_layouts[frame.slide_layout])
    scope = Scope(around.style, around.slides, around.attachments, relations)
    name = around.slides[frame.id]
    data = slide(frame, scope)
    noted = f"/ppt/notesSlides/notesSlide{number}.xml"
    if frame.notes:
        relations.add("notesSlide", noted)
    parts.append(Part(name, _SLIDE_TYPE, data, relations.all))
    if frame.notes:
        back = Relations()
        back.add("notesMaster", around.notes_master)
        back.add("slide", name)
        parts.append(Part(noted, _NOTES_TYPE, notes_slide(frame.notes, around.style.language), back.all))


def _main_part(deck: FrameDeck, presentation: Any, slides: list[str], origin: str) -> Part:
    part = presentation.part
    kept = relations_of(part.rels)
    related = _with(kept, *((f"{R}/slide", name) for name in slides), (f"{R}/customXml", origin))
    list_slides(presentation, [relation.id for relation in related[len(kept) : -1]], deck)
    return Part(str(part.partname), _MAIN_TYPE, part.blob, related)


def _template_parts(package: Any, without: set[str]) -> list[Part]:
    """The template's parts but for those that are written anew."""
    return [
        Part(str(part.partname), part.content_type, part.blob, relations_of(part.rels))
        for part in package.iter_parts()
        if str(part.partname) not in without
    ]


def _with(kept: tuple[Relation, ...], *added: tuple[str, str]) -> tuple[Relation, ...]:
    """Relationships with more of them as (type, target), numbered after the highest in use."""
    numbers = [int(relation.id[3:]) for relation in kept if relation.id[:3] == "rId" and relation.id[3:].isdigit()]
    first = max(numbers, default=0) + 1
    return kept + tuple(Relation(f"rId{first + at}", type, target) for at, (type, target) in enumerate(added))
