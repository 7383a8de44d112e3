"""What a file says, by the things that its user knows: slides in order, sections, the master and its slide layouts.

In: the parts of a package, as written or as found. Out: a fingerprint of each thing. Parts are known by what leads to
them, never by their names, because PowerPoint names them anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from deckgen.model.lazy_dataclasses import dataclass
from deckgen.powerpoint.ooxml.package import Part, Relation
from deckgen.powerpoint.ooxml.xml import P, R
from deckgen.powerpoint.readback.fingerprint import (
    bytes_fingerprint,
    fingerprint,
    may_refer,
    parsed,
    tree,
    tree_fingerprint,
)
from deckgen.powerpoint.readback.notes_page import notes_root
from deckgen.powerpoint.readback.properties import property_marks
from deckgen.powerpoint.readback.settings import setting_marks
from deckgen.powerpoint.readback.texts import paragraphs, texts_digest, values
from deckgen.powerpoint.readback.workbook import workbook_fingerprint

_NAMED = re.compile(rb"<(?:\w+:)?cSld\b(?:[^>]*?\sname=\"([^\"]*)\")?")
_SECTION, _MEMBER = (
    f"{{http://schemas.microsoft.com/office/powerpoint/2010/main}}{tag}" for tag in ("section", "sldId")
)
_MASTERS: Final = {"slideMaster": "slide master", "notesMaster": "notes master", "handoutMaster": "handout master"}
_NAMES: Final = {
    "vbaProject": "macros",
    "commentAuthors": "authors of comments",
    "authors": "authors of comments",
    "font": "embedded fonts",
}
_KEPT_BY_POWERPOINT = frozenset(
    (
        "slide",
        "theme",
        "presProps",
        "viewProps",
        "tableStyles",
        "customXml",
        "changesInfo",
        "revisionInfo",
        "printerSettings",
        "chartStyle",
        "chartColorStyle",
    )
)
"""Kinds of relationship that PowerPoint adds or rewrites by itself, or that are told elsewhere."""


_Targets = tuple[tuple[str, str], ...]
"""Ids of relationships and what each leads to, in words that do not depend on its id."""


@dataclass(frozen=True, slots=True)
class SlideMark:
    """A slide's own id, its fingerprint, and the place of its section, -1 for none.

    `notes` and `comments` are fingerprints of their own, "" where there are none. `texts` is a digest of its texts
    and those of its notes alone. `id` is "" where a program dropped it.
    """

    id: str
    fingerprint: str
    notes: str
    texts: str
    section: int
    comments: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """`around` holds what the slides stand on, as (name for people, fingerprint); names may come twice."""

    slides: tuple[SlideMark, ...]
    sections: tuple[str, ...]
    around: tuple[tuple[str, str], ...]


def marks_of(parts: Mapping[str, Part], relations: tuple[Relation, ...]) -> Marks:
    """`parts` by name from the root; `relations` are those of the package itself.

    Raises ValueError or KeyError for a package that is broken.
    """
    main = main_part(relations)
    root = parsed(parts[main].data, extensions=True)
    related = _related(parts[main])
    slides = {
        entry.get("id"): related[entry.get(f"{{{R}}}id")] for entry in root.iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")
    }
    titles, members = _sections(root)
    listed = tuple(_slide_mark(parts, name, members.get(id, -1)) for id, name in slides.items())
    settings = setting_marks(root, *(_data_of(parts, main, kind) for kind in ("presProps", "tableStyles")))
    around = (
        *_of_presentation(parts, main, root),
        *settings,
        *_around(parts, main),
        *property_marks(parts, relations),
    )
    return Marks(listed, titles, tuple(sorted(around)))


def _related(part: Part) -> dict[str, str]:
    """What each relationship of a part leads to, by its id; of an id that stands twice the first counts."""
    return {relation.id: relation.target for relation in reversed(part.relations)}


def main_part(relations: tuple[Relation, ...]) -> str:
    """The name of the presentation part. Raises KeyError where there is none."""
    for relation in relations:
        if _kind(relation) == "officeDocument":
            return relation.target
    raise KeyError("the package has no main part")


def _sections(root: Any) -> tuple[tuple[str, ...], dict[str, int]]:
    """The titles, and the place of its section for each slide of the list."""
    sections = list(root.iter(_SECTION))
    members = {slide.get("id"): at for at, section in enumerate(sections) for slide in section.iter(_MEMBER)}
    return tuple(section.get("name", "") for section in sections), members


def _slide_mark(parts: Mapping[str, Part], name: str, section: int) -> SlideMark:
    part = parts[name]
    slide = _slide_said(part.data, _targets(parts, name))
    charts = [_chart_texts(parts[chart].data) for chart in _targets_of(part, "chart")]
    notes = [_notes_said(parts[note].data, _targets(parts, note)) for note in _targets_of(part, "notesSlide")]
    comments = [bytes_fingerprint(parts[comment].data) for comment in _targets_of(part, "comments")]
    return SlideMark(
        _name(part),
        slide.fingerprint,
        "".join(note.fingerprint for note in notes),
        texts_digest(chain(slide.texts, *charts), notes[0].texts if notes else ()),
        section,
        " ".join(comments),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What a part says: a fingerprint of all of it, and its texts."""

    fingerprint: str
    texts: tuple[str, ...]


# A deck that is built again has most of its parts as they were, and decks of one content share slides: what a part
# says is worked out once, and depends on nothing but its bytes and what they refer to.
_once = lru_cache(maxsize=2048)


@_once
def _slide_said(data: bytes, targets: _Targets) -> _Said:
    root = tree(data)
    texts = paragraphs(root)
    return _Said(tree_fingerprint(root, dict(targets), may_refer(data)), texts)


@_once
def _notes_said(data: bytes, targets: _Targets) -> _Said:
    """Empty where the notes say nothing, for PowerPoint makes such notes by itself."""
    root = notes_root(data)
    if root is None:
        return _Said("", ())
    texts = paragraphs(root)
    return _Said(tree_fingerprint(root, dict(targets), may_refer(data)), texts)


@_once
def _chart_texts(data: bytes) -> tuple[str, ...]:
    return values(parsed(data))


@_once
def _fingerprint(data: bytes, targets: _Targets) -> str:
    return fingerprint(data, dict(targets))


@_once
def _workbook_fingerprint(data: bytes) -> str:
    return workbook_fingerprint(data)


def _targets_of(part: Part, kind: str) -> list[str]:
    return [relation.target for relation in part.relations if _kind(relation) == kind and not relation.external]


def _data_of(parts: Mapping[str, Part], main: str, kind: str) -> bytes | None:
    """The bytes of the part that a relationship of that kind leads to."""
    found = _targets_of(parts[main], kind)
    return parts[found[0]].data if found else None


def _of_presentation(parts: Mapping[str, Part], main: str, root: Any) -> Iterator[tuple[str, str]]:
    size = root.find(f"{{{P}}}sldSz")
    yield "slide size", "" if size is None else f"{size.get('cx')} {size.get('cy')}"
    if root.get("firstSlideNum", "1") != "1":
        yield "number of the first slide", root.get("firstSlideNum")
    if root.find(f"{{{P}}}modifyVerifier") is not None:
        yield "protection against changes", ""
    related = _related(parts[main])
    for show in root.iterfind(f"{{{P}}}custShowLst/{{{P}}}custShow"):
        shown = [_name(parts[related[slide.get(f"{{{R}}}id")]]) for slide in show.iter(f"{{{P}}}sld")]
        yield f"custom show {show.get('name', '')}", " ".join(shown)


def _around(parts: Mapping[str, Part], main: str) -> Iterator[tuple[str, str]]:
    for relation in parts[main].relations:
        kind = _kind(relation)
        if kind in _MASTERS:
            yield from _master(parts, relation.target, _MASTERS[kind])
        elif kind not in _KEPT_BY_POWERPOINT:
            yield _NAMES.get(kind, kind), _said(relation, parts)


def _master(parts: Mapping[str, Part], name: str, called: str) -> Iterator[tuple[str, str]]:
    yield called, _standing(parts, name)
    for relation in parts[name].relations:
        if _kind(relation) == "slideLayout":
            layout = _name(parts[relation.target])
            yield f"slide layout {layout}", _standing(parts, relation.target)
        elif _kind(relation) == "theme":
            yield f"theme of the {called}", _standing(parts, relation.target)


def _standing(parts: Mapping[str, Part], name: str) -> str:
    return _fingerprint(parts[name].data, _targets(parts, name))


def _targets(parts: Mapping[str, Part], name: str) -> _Targets:
    """Relationship id and what it leads to; without those that say nothing."""
    said = {relation.id: _said(relation, parts) for relation in parts[name].relations}
    return tuple((id, words) for id, words in said.items() if words)


def _said(relation: Relation, parts: Mapping[str, Part]) -> str:
    kind, target = _kind(relation), relation.target
    if relation.external:
        return f"{kind} {target}"
    if kind in ("slide", "slideLayout"):
        return f"{kind} {_name(parts[target])}"
    if kind in _MASTERS:
        return kind
    if kind in _KEPT_BY_POWERPOINT or kind in ("notesSlide", "comments"):
        return ""
    if kind == "chart":
        return f"{kind} {_standing(parts, target)}"
    if kind == "package":
        return f"{kind} {_workbook_fingerprint(parts[target].data)}"
    return f"{kind} {bytes_fingerprint(parts[target].data)}"


def _kind(relation: Relation) -> str:
    """The last word of a relationship's type."""
    return relation.type.rsplit("/", 1)[-1]


def _name(part: Part) -> str:
    """The name of a slide or slide layout: our id, which PowerPoint keeps and shows nobody."""
    found = _NAMED.search(part.data)
    if found is None:
        raise ValueError(f"{part.name} is no slide")
    name = (found[1] or b"").decode()
    if "&" not in name:
        return name
    import html

    return html.unescape(name)
