"""A deck of frames into the bytes of a .pptx.

In: FrameDeck and Template. Out: the file. python-pptx opens the template and is asked for its parts; the parts of the
deck are text of our own, put beside them. No step looks through what is already written, so cost grows with slides.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from deckgen.model.frames import Frame, FrameDeck
from deckgen.model.theme import Template
from deckgen.powerpoint.fingerprint import fingerprint
from deckgen.powerpoint.notes import notes_slide
from deckgen.powerpoint.origin import origin_of, origin_parts
from deckgen.powerpoint.package import Part, Relation, Relations, assembled, relations_of
from deckgen.powerpoint.presentation import document_properties, emptied, list_slides, with_notes_master
from deckgen.powerpoint.scope import Attachments, Scope
from deckgen.powerpoint.slide import slide
from deckgen.powerpoint.xml import R

_PRESENTATION_ML = "application/vnd.openxmlformats-officedocument.presentationml"
_SLIDE_TYPE = f"{_PRESENTATION_ML}.slide+xml"
_NOTES_TYPE = f"{_PRESENTATION_ML}.notesSlide+xml"
_MAIN_TYPE = f"{_PRESENTATION_ML}.presentation.main+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_REPLACED = (f"{R}/extended-properties", _CORE_RELATION, f"{_CORE_RELATION.rsplit('/', 1)[0]}/thumbnail")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the slides of a deck have in common: where the slides, the layouts and the notes master are."""

    language: str
    slides: dict[str, str]
    slide_layouts: dict[str, str]
    notes_master: str
    attachments: Attachments


def write_deck(deck: FrameDeck, template: Template, created: str) -> bytes:
    """The whole file; `created` is ISO 8601 in UTC, such as 2023-01-01T00:00:00Z.

    The same input gives the same bytes. Raises UnusablePictureError for a picture that cannot be taken in, KeyError
    for a slide layout that the template lacks, ValueError for a link to a slide that is not in the deck.
    """
    package, presentation = _opened(template)
    around = _around(deck, presentation)
    parts: list[Part] = []
    marks = [_add_slide(frame, number, around, parts) for number, frame in enumerate(deck.frames, 1)]
    own = parts + around.attachments.parts
    custom = 1 + sum(1 for part in package.iter_parts() if str(part.partname).startswith("/customXml/item"))
    origin = origin_parts(origin_of(deck, tuple(marks)), custom)
    main = _main_part(deck, presentation, list(around.slides.values()), origin[0].name)
    core, extended = document_properties(deck, created)
    kept = tuple(found for found in relations_of(package._rels) if found.type not in _REPLACED)
    package_relations = _with(kept, (_CORE_RELATION, core.name), (f"{R}/extended-properties", extended.name))
    taken = _template_parts(package, main.name)
    return assembled(package_relations, [core, extended, main, *taken, *own, *origin])


def _opened(template: Template) -> tuple[Any, Any]:
    from pptx.package import Package

    package = Package.open(BytesIO(template.data))
    presentation = package.presentation_part.presentation
    emptied(presentation)
    return package, presentation


def _around(deck: FrameDeck, presentation: Any) -> _Around:
    slide_layouts = {
        layout.name: str(layout.part.partname)
        for master in presentation.slide_masters
        for layout in master.slide_layouts
    }
    slides = {frame.id: f"/ppt/slides/slide{number}.xml" for number, frame in enumerate(deck.frames, 1)}
    if len(slides) < len(deck.frames):
        raise ValueError("two slides of the deck have one id")
    return _Around(deck.language, slides, slide_layouts, with_notes_master(presentation), Attachments())


def _add_slide(frame: Frame, number: int, around: _Around, parts: list[Part]) -> str:
    """Write a slide and its notes into `parts`; the slide's fingerprint."""
    relations = Relations()
    relations.add("slideLayout", around.slide_layouts[frame.slide_layout])
    scope = Scope(around.language, around.slides, around.attachments, relations)
    name, notes = around.slides[frame.id], b""
    data = slide(frame, scope)
    noted = f"/ppt/notesSlides/notesSlide{number}.xml"
    if frame.notes:
        relations.add("notesSlide", noted)
        notes = notes_slide(frame.notes, around.language)
    parts.append(Part(name, _SLIDE_TYPE, data, relations.all))
    if notes:
        back = Relations()
        back.add("notesMaster", around.notes_master)
        back.add("slide", name)
        parts.append(Part(noted, _NOTES_TYPE, notes, back.all))
    return fingerprint(data, notes, scope.charts)


def _main_part(deck: FrameDeck, presentation: Any, slides: list[str], origin: str) -> Part:
    part = presentation.part
    kept = relations_of(part.rels)
    related = _with(kept, *((f"{R}/slide", name) for name in slides), (f"{R}/customXml", origin))
    list_slides(presentation, [relation.id for relation in related[len(kept) : -1]], deck)
    return Part(str(part.partname), _MAIN_TYPE, part.blob, related)


def _template_parts(package: Any, main: str) -> list[Part]:
    """The template's parts but for those that a deck writes anew."""
    replaced = {relation.target for relation in relations_of(package._rels) if relation.type in _REPLACED}
    return [
        Part(str(part.partname), part.content_type, part.blob, relations_of(part.rels))
        for part in package.iter_parts()
        if str(part.partname) != main and str(part.partname) not in replaced
    ]


def _with(kept: tuple[Relation, ...], *added: tuple[str, str]) -> tuple[Relation, ...]:
    """Relationships with more of them as (type, target), numbered after the highest in use."""
    numbers = [int(relation.id[3:]) for relation in kept if relation.id[:3] == "rId" and relation.id[3:].isdigit()]
    first = max(numbers, default=0) + 1
    return kept + tuple(Relation(f"rId{first + at}", type, target) for at, (type, target) in enumerate(added))
