"""A slide as another kind. In: its node, a kind. Out: what of it that kind takes, and what it has no place for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Mapped
from dataclasses import field
from typing import Final

from deckgen.content.quotes import KEY as QUOTE
from deckgen.content.shapes import slide_keys
from deckgen.content.slides import read_slides
from deckgen.content.tables import EMPHASIS
from deckgen.content.tables import KEY as TABLE
from deckgen.diagnostics import Diagnostics, Span
from deckgen.extensions import BrokenExtensionError
from deckgen.model.kind import Kind, Registry
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.audiences import FOR
from deckgen.nodes.keys import Noun
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence
from deckgen.nodes.translations import in_language

_OF_NO_KIND: Final = ("id", "kind", FOR)
_FILLED: Final = (TABLE, EMPHASIS, QUOTE)
"""What stands for rows or words that are filled in before a slide is read as its kind."""

Entry = tuple[Scalar, Node]


@dataclass(frozen=True, slots=True)
class Project:
    """What of a project forms are made with.

    `names` are those that there are, by what they name; `rows` those that may be the finding, by tabulation.
    """

    registry: Registry
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    names: Mapped[Noun, tuple[str, ...]] = field(default_factory=dict)
    rows: Mapped[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def views(self) -> tuple[str, ...]:
        """The keys under which a value differs by who looks."""
        return (*self.audiences, *(self.languages if len(self.languages) > 1 else ()))


@dataclass(frozen=True, slots=True)
class Carried:
    """The slide with what a kind takes of it; what is `left`, each key with where the next one stands, if any."""

    slide: Mapping
    left: tuple[tuple[Scalar, Span | None], ...]


def kinds_there_are(project: Project) -> Iterator[str]:
    """All that can be used, by name."""
    for name in sorted(project.registry.kinds):
        if _kind(name, project) is not None:
            yield name


def fitting_kinds(slide: Mapping, project: Project) -> Iterable[str]:
    """The kinds as which a slide can be read as it stands, its own among them."""
    own = slide.get("kind")
    for name in kinds_there_are(project):
        if (isinstance(own, Scalar) and name == own.text) or _fits(slide, name, project):
            yield name


def carried(slide: Mapping, kind: Kind, project: Project) -> Carried:
    """What of a slide another kind takes as it stands: the keys that it has, with values that it reads."""
    known = {key.name for key in slide_keys(kind)} | {FOR}
    entries = sorted(slide.entries, key=lambda entry: _at(entry[0].span))
    kept = [entry for entry in entries if entry[0].text in known]
    wrong = [_at(span) for span in _faults(kept, slide.span, kind.name, project)]
    stops: list[Span | None] = [*(key.span for key, _ in entries[1:]), None]
    left = {
        key.text: (key, stop)
        for (key, _), stop in zip(entries, stops, strict=True)
        if key.text not in known or (key.text not in _OF_NO_KIND and _holds(key.span, stop, wrong))
    }
    taken = tuple(entry for entry in slide.entries if entry[0].text not in left)
    return Carried(Mapping(taken, slide.span), tuple(left.values()))


def _kind(name: str, project: Project) -> Kind | None:
    try:
        return project.registry.kinds[name]
    except BrokenExtensionError:
        return None


def _fits(slide: Mapping, name: str, project: Project) -> bool:
    """Whether a kind has all keys of a slide and reads them, and the slide has all that it needs."""
    kind = _kind(name, project)
    keys = slide_keys(kind) if kind else ()
    written = {key.text for key, _ in slide.entries} - {FOR}
    if not {key.name for key in keys if key.required} <= written <= {key.name for key in keys}:
        return False
    return not any(_faults(slide.entries, slide.span, name, project))


def _faults(entries: Iterable[Entry], span: Span, kind: str, project: Project) -> Iterator[Span]:
    """Where a slide with these entries has errors as a kind."""
    said = tuple(
        (key, Scalar(kind, True, value.span) if key.text == "kind" else value)
        for key, value in entries
        if key.text not in _FILLED
    )
    slides = Sequence((Mapping(said, span),), span)
    file = Mapping(((Scalar("slides", True, span), slides),), span)
    found = Diagnostics()
    spoken = in_language(file, project.languages[0], project.languages, found)
    if spoken is not None:
        read_slides((spoken,), project.registry, project.audiences, Known(), found)
    return (one.span for one in found if one.severity == "error")


def _at(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _holds(start: Span, stop: Span | None, places: Iterable[tuple[int, int]]) -> bool:
    """Whether any of these places is between the two; what is missing is told where a slide begins."""
    return any(_at(start) < place and (stop is None or place < _at(stop)) for place in places)
